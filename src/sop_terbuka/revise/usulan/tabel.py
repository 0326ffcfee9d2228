"""What can be proposed, as one table: parts of a service, their values, and what a change means.

Read by `berkas`, which holds proposals to it, and published as JSON for the form in the browser, so
that both ask the same and say the same. A new value is a line here.
"""

import re
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ...data.model.dasar import POLA_JAM, POLA_RENTANG_JAM, POLA_URL
from ...data.waktu import UNITS
from ..revisi.duration import minutes
from ..revisi.needs import STRICTNESS

# What a change does to the people who apply; empty where a reader has to judge.
Akibat = Literal["memberatkan", "meringankan", "internal", "hukum", "redaksi", ""]
# How a new value is held against the old one to say so.
Banding = Literal["", "angka", "waktu", "urutan"]

_UNIT = "|".join(re.escape(unit) for unit in UNITS)


@dataclass(frozen=True)
class Jenis:
    """A kind of value: how it is typed, what is right, and how two of them compare.

    `pola` is a pattern that Python and JavaScript read alike and that the whole value must match.
    """

    bentuk: Literal["baris", "paragraf", "pilihan", "banyak"] = "baris"
    pola: str = ""
    pesan: str = ""
    contoh: str = ""
    terpanjang: int = 200
    pilihan: dict[str, str] = field(default_factory=dict)
    banding: Banding = ""
    depan: str = ""


@dataclass(frozen=True)
class Isi:
    """One value of a part; `akibat` is what a difference means where the kind cannot tell."""

    kunci: str
    nama: str
    jenis: str = "teks"
    wajib: bool = False
    akibat: Akibat = ""


@dataclass(frozen=True)
class Bagian:
    """A part of a service: one record, a list of records, a list of texts, or one text.

    `pada` is its address; `office` parts stand in the office's own file. `judul` is the value that
    an item is called by, `baru` and `hilang` say what its coming and going means.
    """

    pada: str
    nama: str
    bentuk: Literal["rekaman", "daftar", "butir", "teks"]
    isi: tuple[Isi, ...]
    kelompok: str
    judul: str = ""
    baru: Akibat = ""
    hilang: Akibat = ""
    berdasar: bool = True

    @property
    def in_office(self) -> bool:
        """Whether it stands in the office's file."""
        return self.pada.startswith(OFFICE)

    @property
    def kunci(self) -> str:
        """Its key in the file where it stands."""
        return self.pada.removeprefix(OFFICE)

    def of(self, kunci: str) -> Isi | None:
        """One of its values."""
        return next((item for item in self.isi if item.kunci == kunci), None)


OFFICE = "instansi."
WAJIB = {
    "ya": "wajib",
    "bila-ada": "bila ada",
    "bersyarat": "hanya dalam keadaan tertentu",
    "tidak-jelas": "belum jelas",
}
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_CONTACTS = {
    "telepon": "Telepon", "whatsapp": "WhatsApp", "surel": "Surel", "alamat": "Alamat",
    "situs": "Situs", "media-sosial": "Media sosial",
}  # fmt: skip

JENIS: dict[str, Jenis] = {
    "teks": Jenis(),
    "kalimat": Jenis("paragraf", terpanjang=4000),
    "rupiah": Jenis(
        pola="[0-9]{1,12}", pesan="Tulis angkanya saja, misalnya 25000; 0 bila gratis.",
        contoh="25000, atau 0 bila gratis", banding="angka", depan="Rp",
    ),
    "waktu": Jenis(
        # No wait has five figures, and none is a hundred-thousandth of anything.
        pola=rf"(?!.*[0-9]{{5}}).*[0-9½¼¾].*({_UNIT}).*",
        pesan="Tulis angka dan satuannya, misalnya 15 menit.",
        contoh="15 menit", banding="waktu",
    ),
    "jumlah": Jenis(contoh="2 lembar", banding="angka"),
    "jam": Jenis(pola=POLA_JAM.pattern, pesan="Tulis jam seperti 08.00.", contoh="08.00"),
    "istirahat": Jenis(
        pola=POLA_RENTANG_JAM.pattern, pesan="Tulis seperti 12.00-13.00.", contoh="12.00-13.00"
    ),
    "hari": Jenis("banyak", pilihan={day: day.capitalize() for day in _DAYS}),
    "url": Jenis(
        pola=POLA_URL.pattern, pesan="Tulis alamat yang diawali https://.",
        contoh="https://contoh.go.id/layanan", terpanjang=600,
    ),
    "wajib": Jenis("pilihan", pilihan=WAJIB, banding="urutan"),
    "kontak": Jenis("pilihan", pilihan=_CONTACTS),
    "guna": Jenis("pilihan", pilihan={"ajukan": "Untuk mengajukan", "keterangan": "Keterangan"}),
    "jenis-syarat": Jenis("pilihan", pilihan={
        "berkas": "berkas yang dibawa", "keadaan": "keadaan, misalnya usia",
        "tindakan": "hal yang dilakukan", "sesudahnya": "kewajiban sesudahnya",
    }),
    # Chosen among the SOP's own actors, which the page knows.
    "pelaksana": Jenis("pilihan"),
}  # fmt: skip

_TELL = "Layanan ini"
_STANDARD = "Standar pelayanan"
_PAPER = "Dokumen"
_OFFICE = "Kantor"


def _component(key: str, name: str) -> Bagian:
    return Bagian(key, name, "rekaman", (Isi("isi", "Isinya", "kalimat", True),), _STANDARD)


def _texts(key: str, name: str) -> Bagian:
    return Bagian(key, name, "butir", (Isi("", name, "kalimat", True),), _PAPER, berdasar=False)


BAGIAN: dict[str, Bagian] = {
    part.pada: part
    for part in (
        Bagian("biaya", "Biaya", "rekaman", (
            Isi("jumlah", "Besarnya", "rupiah"),
            Isi("uraian", "Biaya bila bergantung keadaan", "kalimat"),
        ), _TELL),
        Bagian("biaya.tarif", "Tarif", "daftar", (
            Isi("uraian", "Untuk siapa atau apa", wajib=True),
            Isi("jumlah", "Besarnya", "rupiah", True),
            Isi("satuan", "Satuan, misalnya per lembar"),
        ), _TELL, "uraian"),
        Bagian("jangka_waktu", "Jangka waktu seluruh layanan", "rekaman", (
            Isi("teks", "Berapa lama", "waktu", True),
            Isi("mulai_dihitung", "Dihitung sejak kapan"),
        ), _TELL, baru="meringankan"),
        Bagian("tempat", "Tempat layanan", "rekaman", (
            Isi("nama", "Nama tempat", wajib=True),
            Isi("alamat", "Alamat", "kalimat"),
        ), _TELL, baru="meringankan"),
        Bagian("jam", "Jam layanan ini", "daftar", (
            Isi("hari", "Hari", "hari", True), Isi("buka", "Buka", "jam", True),
            Isi("tutup", "Tutup", "jam", True), Isi("istirahat", "Istirahat", "istirahat"),
            Isi("untuk", "Untuk apa, bila tidak untuk semua"),
        ), _TELL, "hari", "meringankan", "memberatkan"),
        Bagian("persyaratan", "Syarat", "daftar", (
            Isi("berkas", "Nama berkas atau syarat", "teks", True),
            Isi("wajib", "Wajib atau tidak", "wajib", True),
            Isi("bila", "Dalam keadaan apa"),
            Isi("bentuk", "Bentuk, misalnya fotokopi"),
            Isi("jumlah", "Jumlah", "jumlah"),
            Isi("catatan", "Catatan", "kalimat", akibat="redaksi"),
            Isi("jenis", "Macam syarat", "jenis-syarat", akibat="redaksi"),
            Isi("kelompok", "Kelompok syarat", akibat="redaksi"),
        ), "Syarat", "berkas", "memberatkan", "meringankan"),
        Bagian("siapa", "Siapa yang boleh mengajukan", "daftar", (
            Isi("teks", "Siapa", "kalimat", True),
        ), _TELL, "teks"),
        Bagian("produk", "Hasil layanan", "daftar", (
            Isi("nama", "Nama hasil", wajib=True), Isi("berlaku", "Masa berlaku"),
        ), _TELL, "nama", "meringankan", "memberatkan"),
        Bagian("kanal", "Layanan daring", "daftar", (
            Isi("nama", "Nama laman", wajib=True), Isi("url", "Alamat", "url"),
            Isi("guna", "Gunanya", "guna"),
        ), _TELL, "nama", "meringankan", "memberatkan"),
        Bagian("bukan_di_sini", "Diurus di tempat lain", "daftar", (
            Isi("untuk", "Keperluannya", wajib=True), Isi("ke", "Ke mana", wajib=True),
            Isi("url", "Alamat laman", "url"),
        ), _TELL, "untuk"),
        Bagian("langkah", "Langkah", "daftar", (
            Isi("kegiatan", "Apa yang dilakukan", "kalimat", True),
            Isi("pelaksana", "Siapa yang melakukan", "pelaksana", True),
            Isi("waktu", "Waktu", "waktu"), Isi("output", "Hasil langkah"),
            Isi("kelengkapan", "Kelengkapan"), Isi("keterangan", "Keterangan", "kalimat"),
            Isi("untuk_pemohon", "Kalimat untuk pemohon", "kalimat", akibat="redaksi"),
            Isi("tahap", "Tahap", akibat="internal"),
        ), "Langkah", "kegiatan", berdasar=False),
        Bagian("dasar_hukum", "Dasar hukum", "daftar", (
            Isi("tertulis", "Nama peraturan", "kalimat", True, akibat="hukum"),
        ), _PAPER, "tertulis", "hukum", "hukum", berdasar=False),
        Bagian("nama", "Nama layanan", "teks", (Isi("", "Nama layanan", wajib=True),), _TELL,
               berdasar=False),
        Bagian("ringkasan", "Ringkasan", "teks", (Isi("", "Ringkasan", "kalimat", True),), _TELL,
               berdasar=False),
        Bagian("instansi.kontak", "Kontak kantor", "daftar", (
            Isi("jenis", "Jenis", "kontak", True),
            Isi("nilai", "Nomor atau alamat", "kalimat", True), Isi("untuk", "Untuk apa"),
            Isi("url", "Tautan", "url"),
        ), _OFFICE, "jenis", "meringankan", "memberatkan"),
        Bagian("instansi.jam", "Jam buka kantor", "daftar", (
            Isi("hari", "Hari", "hari", True), Isi("buka", "Buka", "jam", True),
            Isi("tutup", "Tutup", "jam", True), Isi("istirahat", "Istirahat", "istirahat"),
            Isi("untuk", "Untuk apa, bila tidak untuk semua"),
        ), _OFFICE, "hari", "meringankan", "memberatkan"),
        Bagian("instansi.pengaduan", "Saluran pengaduan kantor", "daftar", (
            Isi("nama", "Nama saluran", wajib=True),
            Isi("nilai", "Nomor, alamat atau cara", "kalimat", True), Isi("url", "Tautan", "url"),
        ), _OFFICE, "nama", "meringankan", "memberatkan"),
        _component("sarana", "Sarana dan prasarana"),
        _component("kompetensi", "Kompetensi pelaksana"),
        _component("pengawasan_internal", "Pengawasan internal"),
        _component("pengaduan", "Penanganan pengaduan"),
        _component("jumlah_pelaksana", "Jumlah pelaksana"),
        _component("jaminan_pelayanan", "Jaminan pelayanan"),
        _component("jaminan_keamanan", "Jaminan keamanan"),
        _component("evaluasi_kinerja", "Evaluasi kinerja"),
        _texts("peralatan", "Peralatan"),
        _texts("peringatan", "Peringatan"),
        _texts("pencatatan", "Pencatatan"),
        _texts("kualifikasi_pelaksana", "Kualifikasi pelaksana"),
    )
}  # fmt: skip


def wrong(jenis: str, value: str) -> str:
    """What is wrong with a value, in the words that the form says too; empty when it is right."""
    kind = JENIS[jenis]
    if len(value) > kind.terpanjang:
        return f"Terlalu panjang (paling banyak {kind.terpanjang} aksara)."
    if kind.pola and not re.fullmatch(kind.pola, value, re.IGNORECASE):
        return kind.pesan
    if kind.bentuk == "pilihan" and kind.pilihan and value not in kind.pilihan:
        return f"Pilih salah satu: {', '.join(kind.pilihan)}."
    if kind.bentuk == "banyak" and not set(value.split(", ")) <= set(kind.pilihan):
        return f"Pilih di antara: {', '.join(kind.pilihan)}."
    return ""


def published() -> dict[str, Any]:
    """The table for the form's script; what is as usual is left out."""
    return {
        "jenis": {key: _short(asdict(kind)) for key, kind in JENIS.items()},
        "bagian": {key: _short(asdict(part)) for key, part in BAGIAN.items()},
        "menit": minutes(),
        "urutan": STRICTNESS,
    }


def _short(value: dict[str, Any]) -> dict[str, Any]:
    return {
        key: [_short(one) for one in item] if key == "isi" else item
        for key, item in value.items()
        if item not in ("", {}, ()) and item is not False
    }
