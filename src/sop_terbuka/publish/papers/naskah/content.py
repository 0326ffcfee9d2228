"""What a document that is no SOP-AP says, section by section, in its own kind's order."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....data.model import Dokumen, Komponen, Langkah, Sop
from ....data.tanggal import in_words
from ....meaning.layanan import Gambar, Layanan
from ....meaning.syarat import KelompokSyarat, Permintaan
from ...output import Edition
from ...words import STATUS_SOP

JENIS = {
    "standar-pelayanan": "Standar Pelayanan",
    "sop-kesehatan": "Standar Operasional Prosedur",
    "lain": "Prosedur",
}


@dataclass(frozen=True)
class Baris:
    """One step: its printed number, what is done by whom, and its parts."""

    nomor: str
    kegiatan: str
    rincian: tuple[str, ...]
    pelaksana: str
    waktu: str
    keterangan: str


@dataclass(frozen=True)
class Tahap:
    """The steps of one phase; a phase without a name is the whole procedure."""

    nama: str
    baris: tuple[Baris, ...]


@dataclass(frozen=True)
class Bagian:
    """One section: texts, named groups of texts, or steps."""

    judul: str
    butir: tuple[str, ...] = ()
    kelompok: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tahap: tuple[Tahap, ...] = ()

    @property
    def isi(self) -> bool:
        """Whether the section says anything."""
        return bool(self.butir or self.kelompok or self.tahap)


@dataclass(frozen=True)
class Naskah:
    """The whole document; its `repr` names everything that goes into it."""

    nama: str
    jenis: str
    instansi: str
    logo: Gambar | None
    kop: tuple[str, ...]
    identitas: tuple[tuple[str, str], ...]
    penanda: tuple[tuple[str, str], ...]
    bagian: tuple[Bagian, ...]
    catatan: tuple[str, ...]
    versi: str
    status: str
    alamat: str


def content(layanan: Layanan, edition: Edition) -> Naskah:
    """The document of one SOP; the edition stands in the foot of every page."""
    sop, office = layanan.sop, layanan.instansi
    empty = sop.dokumen.tercetak_kosong
    return Naskah(
        nama=sop.nama_sop or sop.nama,
        jenis=JENIS[sop.jenis_dokumen],
        instansi=office.nama,
        logo=layanan.logo,
        kop=tuple(sop.dokumen.kop) or (office.nama,),
        identitas=tuple(_identity(sop.dokumen)),
        penanda=tuple(_signers(sop.dokumen)),
        bagian=tuple(part for part in _sections(layanan) if part.isi),
        catatan=(f"Kosong pada dokumen sumber: {', '.join(empty)}.",) if empty else (),
        versi=f"Versi {edition.versi}",
        status=STATUS_SOP[sop.status],
        alamat=edition.alamat,
    )


def _identity(papers: Dokumen) -> Iterator[tuple[str, str]]:
    fields = (
        ("Nomor", papers.nomor),
        ("Nomor keputusan", papers.nomor_sk),
        ("Kode klasifikasi", papers.kode_klasifikasi),
        ("Revisi", papers.revisi_ke),
        ("Halaman", papers.halaman),
    )
    dates = (
        ("Tanggal pembuatan", papers.tanggal_pembuatan),
        ("Tanggal revisi", papers.tanggal_revisi),
        ("Tanggal efektif", papers.tanggal_efektif),
        ("Tanggal pengesahan", papers.tanggal_pengesahan),
    )
    yield from ((label, value) for label, value in fields if value)
    yield from ((label, in_words(value)) for label, value in dates if value)
    if papers.unit_tertulis:
        yield "Unit", papers.unit_tertulis


def _signers(papers: Dokumen) -> Iterator[tuple[str, str]]:
    """Everyone who signed, in the document's own words: no number is added to a name."""
    for role, signed in (
        *(("Disusun oleh", one) for one in papers.disusun_oleh),
        *(("Diperiksa oleh", one) for one in papers.diperiksa_oleh),
        *(("Disahkan oleh", one) for one in filter(None, [papers.disahkan_oleh])),
    ):
        date = f", {in_words(signed.tanggal)}" if signed.tanggal else ""
        yield role, signed.tertulis + date


def _sections(layanan: Layanan) -> Iterator[Bagian]:
    sop = layanan.sop
    yield Bagian("Pengertian", tuple(sop.pengertian))
    yield Bagian("Tujuan", tuple(sop.tujuan))
    yield Bagian("Ruang lingkup", tuple(sop.ruang_lingkup))
    yield Bagian("Definisi", tuple(f"{item.istilah}: {item.arti}" for item in sop.definisi))
    yield Bagian("Kebijakan", tuple(sop.kebijakan))
    yield Bagian("Referensi", tuple(sop.referensi))
    yield Bagian("Dasar hukum", tuple(basis.tertulis for basis in sop.dasar_hukum))
    yield Bagian("Siapa yang boleh mengajukan", layanan.siapa)
    yield Bagian("Persyaratan", kelompok=tuple(_needs(layanan.syarat)))
    yield Bagian(
        "Prosedur",
        () if sop.langkah else tuple(filter(None, [sop.tanpa_langkah])),
        tahap=tuple(_phases(sop)),
    )
    yield Bagian("Diagram alir", tuple(sop.bagan))
    yield Bagian("Jangka waktu penyelesaian", tuple(_times(layanan)))
    yield Bagian("Biaya atau tarif", tuple(_fee(layanan)))
    yield Bagian("Produk pelayanan", tuple(_products(sop)))
    yield Bagian("Sarana dan prasarana", (*_own(sop.sarana), *sop.peralatan))
    yield Bagian("Kompetensi pelaksana", (*_own(sop.kompetensi), *sop.kualifikasi_pelaksana))
    yield Bagian("Pengawasan internal", _own(sop.pengawasan_internal))
    yield Bagian("Penanganan pengaduan, saran, dan masukan", _own(sop.pengaduan))
    yield Bagian("Jumlah pelaksana", _own(sop.jumlah_pelaksana))
    yield Bagian("Jaminan pelayanan", _own(sop.jaminan_pelayanan))
    yield Bagian("Jaminan keamanan dan keselamatan pelayanan", _own(sop.jaminan_keamanan))
    yield Bagian("Evaluasi kinerja pelaksana", _own(sop.evaluasi_kinerja))
    yield Bagian("Jam layanan", layanan.jam)
    yield Bagian("Tempat", tuple(_place(layanan)))
    yield Bagian("Unit terkait", tuple(sop.unit_terkait))
    yield Bagian("Keterkaitan", tuple(item.teks for item in sop.keterkaitan))
    yield Bagian("Peringatan", tuple(sop.peringatan))
    yield Bagian("Pencatatan", tuple(sop.pencatatan))
    for part in sop.bagian_lain:
        yield Bagian(part.judul, tuple(part.isi))
    yield Bagian("Lampiran", tuple(sop.lampiran))


def _own(part: Komponen | None) -> tuple[str, ...]:
    return tuple(part.isi) if part else ()


def _needs(groups: tuple[KelompokSyarat, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in groups:
        # What other places ask for is no word of this document.
        if group.golongan != "daerah-lain":
            yield group.judul, tuple(_need(asked) for asked in group.permintaan)


def _need(asked: Permintaan) -> str:
    item = asked.syarat
    how = ", ".join(filter(None, (item.bentuk, item.jumlah)))
    words = item.berkas.rstrip(";.") + (f" ({how})" if how else "")
    words += f", bila {item.bila}" if item.bila else ""
    return f"{words}. {item.catatan}" if item.catatan else words


def _times(layanan: Layanan) -> Iterator[str]:
    for one in layanan.lama.janji:
        since = one.jangka_waktu.mulai_dihitung
        words = one.jangka_waktu.teks + (f", {since}" if since else "")
        yield f"{one.varian}: {words}" if one.varian else words
    if not layanan.lama.janji and layanan.lama.tertulis:
        yield layanan.lama.tertulis


def _fee(layanan: Layanan) -> Iterator[str]:
    if layanan.biaya.disebut:
        yield " ".join(filter(None, (f"{layanan.biaya.nilai.rstrip('.')}.", layanan.biaya.rincian)))
        if layanan.biaya.catatan:
            yield layanan.biaya.catatan


def _products(sop: Sop) -> Iterator[str]:
    for item in sop.produk:
        yield f"{item.nama} (berlaku {item.berlaku})" if item.berlaku else item.nama


def _place(layanan: Layanan) -> Iterator[str]:
    place = layanan.sop.tempat
    if place:
        yield ", ".join(filter(None, (place.nama, place.alamat)))


def _phases(sop: Sop) -> Iterator[Tahap]:
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    kinds = {variant.id: variant.nama for variant in sop.varian}
    phases: list[tuple[str, list[Baris]]] = []
    for n, step in enumerate(sop.langkah, start=1):
        # One phase ends where another begins; a name that comes back is a phase of its own.
        if not phases or phases[-1][0] != (step.tahap or ""):
            phases.append((step.tahap or "", []))
        phases[-1][1].append(_row(step, n, names, kinds))
    yield from (Tahap(name, tuple(rows)) for name, rows in phases)


def _row(step: Langkah, n: int, names: dict[str, str], kinds: dict[str, str]) -> Baris:
    number = str(n) if step.nomor_tertulis is None else step.nomor_tertulis
    parts = [f"{part.nomor_tertulis or ''} {part.teks}".strip() for part in step.sublangkah]
    if step.untuk:
        parts.insert(0, f"Untuk {', '.join(kinds[name] for name in step.untuk)}")
    return Baris(
        number, step.kegiatan, tuple(parts),
        ", ".join(names[actor] for actor in step.pelaksana), step.waktu or "",
        step.keterangan or "",
    )  # fmt: skip
