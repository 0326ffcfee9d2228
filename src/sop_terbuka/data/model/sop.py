"""One SOP: the words of the official form (PermenPAN RB 35/2012) as a record."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from .alur import Acuan, KolomGabung, Simbol
from .dasar import Dasar, Id, IdSop, Koreksi, Rekaman, Sumber, Tanggal, Teks, YaTidak
from .dokumen import BagianLain, Definisi, Dokumen, JenisDokumen
from .jam import Jam
from .lembar import LembarKerja
from .pelayanan import (
    Biaya,
    BukanDiSini,
    JangkaWaktu,
    Kanal,
    Komponen,
    Produk,
    Siapa,
    Syarat,
    Tempat,
    Varian,
)
from .pembaca import TemuanPembaca

# Where a step can lead other than to another step.
SELESAI = "selesai"
TOLAK = "tolak"


class DasarHukum(Rekaman):
    """One legal basis: the document's words and the regulation they mean."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah.")
    peraturan: Id | None = Field(
        None, description="Id di sop_data/peraturan/; kosong bila tak tentu."
    )
    tertulis: Teks = Field(description="Kata-kata dokumen, persis.")


class Keterkaitan(Rekaman):
    """A related SOP, named by the document."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah.")
    teks: Teks = Field(description="Kata-kata dokumen.")
    sop: IdSop | None = Field(None, description="Id SOP-nya bila ada di situs ini.")


class Pelaksana(Rekaman):
    """Someone who acts: a column of the step table, or named only in a sentence."""

    id: Id = Field(description="Id pendek, misalnya pemohon.")
    nama: Teks = Field(description="Kepala kolom pada dokumen.")
    singkat: Teks | None = Field(None, description="Nama pendek untuk kepala kolom sempit.")
    pihak: Literal["luar", "dalam", "lain"] = Field(
        description="luar: pemohon atau penerima layanan. dalam: petugas instansi. "
        "lain: pihak lain yang bukan pemohon, misalnya Bupati atau sistem daring."
    )
    kolom: YaTidak = Field(
        "ya", description="tidak bila hanya disebut dalam kalimat dan tidak punya kolom."
    )
    kelompok: Teks | None = Field(
        None, description="Kepala di atas beberapa kolom bila kepala tabelnya bertingkat."
    )


class Keputusan(Rekaman):
    """A question with two ways on."""

    pertanyaan: Teks = Field(description="Pertanyaan singkat, misalnya Berkas lengkap?")
    ya: Acuan = Field(description="Id langkah, selesai atau tolak.")
    tidak: Acuan = Field(description="Id langkah, selesai atau tolak.")
    dasar: Literal["tertulis", "disimpulkan"] = Field(
        "disimpulkan", description="tertulis bila bagan dokumen memuat cabangnya."
    )


class Sublangkah(Rekaman):
    """One numbered part of a step."""

    nomor_tertulis: str | None = Field(
        None, max_length=20, description="Nomor atau huruf pada dokumen."
    )
    teks: Teks = Field(description="Kalimatnya.")


class BukanWaktuTunggu(Rekaman):
    """Why the time of a step is none that the applicant waits for the result."""

    alasan: Teks = Field(
        description="Mengapa, dalam satu kalimat, misalnya Hasilnya sudah diterima pada langkah 7."
    )
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Dari mana diketahui: biasanya jenis sop dengan baris naskahnya."
    )


class Langkah(Rekaman):
    """One row of the step table."""

    id: Id = Field(description="Id pendek dari kata kerjanya, misalnya periksa.")
    nomor_tertulis: str | None = Field(
        None,
        max_length=20,
        description="Nomor pada dokumen bila bukan urutannya; '' bila tak bernomor.",
    )
    kegiatan: Teks = Field(description="Isi kolom Kegiatan.")
    pelaksana: Annotated[list[Id], Field(min_length=1)] = Field(
        default_factory=list, description="Id pelaksana; wajib bila tidak ada simbol."
    )
    pelaksana_dasar: Literal["tertulis", "disimpulkan"] = Field(
        "tertulis", description="tertulis: kolomnya bertanda. disimpulkan: dari kalimat langkah."
    )
    sel_pelaksana: dict[Id, Teks] = Field(
        default_factory=dict,
        description="Teks yang tercetak di sel kolom pelaksana, misalnya {pemohon: mulai}.",
    )
    kelengkapan: list[Teks] = Field(default_factory=list, description="Isi kolom Kelengkapan.")
    waktu: Teks | None = Field(None, description="Isi kolom Waktu, misalnya 5 menit.")
    output: list[Teks] = Field(default_factory=list, description="Isi kolom Output.")
    keterangan: Teks | None = Field(None, description="Isi kolom Keterangan.")
    keputusan: Keputusan | None = Field(None, description="Bila langkah ini bercabang.")
    berikut: Acuan | None = Field(
        None, description="Id langkah berikutnya bila bukan baris sesudahnya; atau selesai."
    )
    untuk: list[Id] = Field(default_factory=list, description="Id varian; kosong = semua varian.")
    tahap: Teks | None = Field(
        None,
        description="Nama tahapnya, bila dokumen membagi langkah dalam beberapa tahap.",
    )
    sublangkah: list[Sublangkah] = Field(
        default_factory=list, description="Bagian-bagian langkah ini, bila dokumen merincinya."
    )
    untuk_pemohon: Teks | None = Field(
        None,
        description="Satu kalimat biasa kepada pemohon (Anda ...), 8 sampai 14 kata; kata kami "
        "sendiri, bukan kata dokumen.",
    )
    bukan_waktu_tunggu: BukanWaktuTunggu | None = Field(
        None,
        description="Bila waktu langkah ini tidak ditunggu pemohon: pelaksanaan sesudah hasilnya "
        "diterima, atau laporan dinas sendiri. Langkahnya tetap tampil, waktunya tidak dijumlah.",
    )
    simbol: list[Simbol] = Field(
        default_factory=list,
        description="Pengganti pelaksana, keputusan dan berikut bila baris ini memuat beberapa "
        "simbol.",
    )
    gabung: list[KolomGabung] = Field(
        default_factory=list,
        description="Kolom yang selnya menyatu dengan sel di atasnya, misalnya [waktu].",
    )

    @model_validator(mode="before")
    @classmethod
    def _actors_of_symbols(cls, written: Any) -> Any:
        """Whoever has a symbol acts in the row: said once by the author, known to every reader."""
        symbols = written.get("simbol") if isinstance(written, dict) else None
        if isinstance(symbols, list) and "pelaksana" not in written:
            named = [item.get("pelaksana") for item in symbols if isinstance(item, dict)]
            actors = list(dict.fromkeys(name for name in named if isinstance(name, str)))
            if actors:
                return written | {"pelaksana": actors}
        return written


class Tanggapan(Rekaman):
    """What the office says to a finding about this SOP."""

    aturan: Id = Field(description="Id aturan temuannya, misalnya langkah-tanpa-waktu.")
    langkah: Id | None = Field(None, description="Id langkah, bila hanya temuan pada langkah itu.")
    pada: Teks | None = Field(
        None,
        description="Tempatnya bila hanya temuan di sana: dasar_hukum[id].tertulis, atau seperti "
        "tertulis pada bukti.",
    )
    jawaban: Literal["diterima", "bukan-masalah", "akan-diperbaiki"] = Field(
        description="diterima: benar dan sudah dicatat. bukan-masalah: tidak perlu diubah. "
        "akan-diperbaiki: dijadwalkan."
    )
    oleh: Teks = Field(description="Siapa yang menjawab: jabatan atau unit.")
    tanggal: Tanggal = Field(description="Tanggal jawaban.")
    alasan: Teks = Field(description="Mengapa, dalam satu atau dua kalimat.")


class PerubahanNilai(Rekaman):
    """One value that was changed after the transcription, without a review of the whole SOP."""

    pada: Teks = Field(description="Tempatnya, misalnya langkah[periksa].waktu.")
    dari: Teks | None = Field(None, description="Nilai sebelumnya; kosong bila belum ada.")
    menjadi: Teks | None = Field(None, description="Nilai sekarang; kosong bila dihapus.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menetapkan perubahan ini."
    )
    tanggal: Tanggal = Field(description="Kapan diubah.")


class Sop(Rekaman):
    """One SOP; its id is <instansi>/<slug>, from its place in sop_data."""

    id: IdSop = Field(description="Boleh tidak ditulis; harus sama dengan letak berkasnya.")
    jenis_dokumen: JenisDokumen = Field(
        "sop-ap",
        description="sop-ap: SOP menurut PermenPAN RB 35/2012. standar-pelayanan: menurut "
        "PermenPAN RB 15/2014. sop-kesehatan: SOP fasilitas kesehatan. lain: bentuk lain.",
    )
    nama: Teks = Field(description="Nama layanan yang dipahami orang.")
    nama_sop: Teks | None = Field(None, description="Judul pada dokumen; kosong bila tidak ada.")
    ringkasan: Teks = Field(description="Satu kalimat: untuk apa layanan ini.")
    sebutan: list[Teks] = Field(default_factory=list, description="Sebutan orang, untuk pencarian.")
    audiens: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Untuk siapa, id dari audiens.yml; [internal] hanya untuk petugas."
    )
    topik: Id = Field(description="Id topik di sop_data/topik.yml.")
    layanan: Id | None = Field(
        None, description="Kunci yang sama di kantor lain berarti layanan yang sama."
    )
    alamat_lama: list[IdSop] = Field(
        default_factory=list,
        description="Id SOP ini sebelum dipindah atau berganti nama; alamat lamanya tetap sampai.",
    )
    unit: Teks | None = Field(None, description="Unit yang melayani, menurut dokumen.")
    status: Literal["transkripsi", "rancangan", "diperiksa", "disahkan"] = Field(
        description="transkripsi: disalin dari dokumen. rancangan: ditulis di sini, belum "
        "disahkan. diperiksa atau disahkan: oleh dinas."
    )
    status_oleh: Teks | None = Field(None, description="Siapa yang memeriksa atau mengesahkan.")
    status_tanggal: Tanggal | None = Field(None, description="Kapan diperiksa atau disahkan.")
    tinjau_sebelum: Tanggal | None = Field(
        None, description="Tanggal tinjauan berikutnya, bila dinas menetapkannya."
    )
    varian: list[Varian] = Field(default_factory=list, description="Jenis-jenis layanan ini.")
    dokumen: Dokumen = Field(
        default_factory=lambda: Dokumen.model_validate({}), description="Blok identitas dokumen."
    )
    dasar_hukum: list[DasarHukum] = Field(default_factory=list, description="Dasar Hukum.")
    pengertian: list[Teks] = Field(default_factory=list, description="Pengertian.")
    tujuan: list[Teks] = Field(default_factory=list, description="Tujuan.")
    kebijakan: list[Teks] = Field(default_factory=list, description="Kebijakan.")
    referensi: list[Teks] = Field(default_factory=list, description="Referensi.")
    ruang_lingkup: list[Teks] = Field(default_factory=list, description="Ruang lingkup.")
    definisi: list[Definisi] = Field(default_factory=list, description="Definisi atau istilah.")
    unit_terkait: list[Teks] = Field(default_factory=list, description="Unit terkait.")
    bagan: list[Teks] = Field(
        default_factory=list, description="Tulisan pada kotak-kotak diagram alir, berurutan."
    )
    kualifikasi_pelaksana: list[Teks] = Field(
        default_factory=list, description="Kualifikasi Pelaksana."
    )
    keterkaitan: list[Keterkaitan] = Field(default_factory=list, description="Keterkaitan.")
    peralatan: list[Teks] = Field(default_factory=list, description="Peralatan/Perlengkapan.")
    peringatan: list[Teks] = Field(default_factory=list, description="Peringatan.")
    pencatatan: list[Teks] = Field(default_factory=list, description="Pencatatan dan Pendataan.")
    bagian_lain: list[BagianLain] = Field(
        default_factory=list, description="Bagian dokumen yang tidak punya kunci sendiri."
    )
    siapa: list[Siapa] = Field(default_factory=list, description="Siapa yang boleh mengajukan.")
    persyaratan: list[Syarat] = Field(default_factory=list, description="Yang perlu disiapkan.")
    jangka_waktu: JangkaWaktu | None = Field(
        None, description="Jangka waktu seluruh layanan yang dijanjikan standar."
    )
    biaya: Biaya = Field(description="Biaya; {tidak_disebut: ya} bila sumber diam.")
    produk: list[Produk] = Field(default_factory=list, description="Hasil layanan.")
    tempat: Tempat | None = Field(None, description="Tempat layanan bila sumber menyebutnya.")
    jam: list[Jam] = Field(default_factory=list, description="Jam layanan khusus layanan ini.")
    sarana: Komponen | None = Field(None, description="Sarana, prasarana, dan/atau fasilitas.")
    kompetensi: Komponen | None = Field(None, description="Kompetensi pelaksana.")
    pengawasan_internal: Komponen | None = Field(None, description="Pengawasan internal.")
    pengaduan: Komponen | None = Field(
        None, description="Penanganan pengaduan, saran, dan masukan."
    )
    jumlah_pelaksana: Komponen | None = Field(None, description="Jumlah pelaksana.")
    jaminan_pelayanan: Komponen | None = Field(None, description="Jaminan pelayanan.")
    jaminan_keamanan: Komponen | None = Field(
        None, description="Jaminan keamanan dan keselamatan pelayanan."
    )
    evaluasi_kinerja: Komponen | None = Field(None, description="Evaluasi kinerja pelaksana.")
    kanal: list[Kanal] = Field(default_factory=list, description="Layanan daring terkait.")
    bukan_di_sini: list[BukanDiSini] = Field(
        default_factory=list,
        description="Keperluan yang sering dicari di sini tetapi diurus di tempat lain.",
    )
    formulir: list[Id] = Field(default_factory=list, description="Id formulir di forms/.")
    pelaksana: list[Pelaksana] = Field(default_factory=list, description="Kolom-kolom pelaksana.")
    langkah: list[Langkah] = Field(default_factory=list, description="Tabel langkah.")
    tanpa_langkah: Teks | None = Field(
        None, description="Penjelasan bila dokumen tidak memuat tabel langkah."
    )
    waktu_total_tertulis: Teks | None = Field(None, description="Hanya bila dokumen menyebutnya.")
    lembar_kerja: LembarKerja | None = Field(None, description="Form 1 dan Form 2, Lembar Kerja.")
    lampiran: list[Teks] = Field(
        default_factory=list, description="Lampiran dokumen, namanya saja."
    )
    perubahan: list[PerubahanNilai] = Field(
        default_factory=list, description="Nilai yang diubah sesudah disalin, satu per satu."
    )
    koreksi: list[Koreksi] = Field(default_factory=list, description="Beda data dari kata sumber.")
    temuan_pembaca: list[TemuanPembaca] = Field(
        default_factory=list,
        description="Kejanggalan yang dilihat orang dan tidak dapat dilihat aturan; tampil di "
        "antara temuan.",
    )
    tanggapan: list[Tanggapan] = Field(
        default_factory=list, description="Jawaban dinas atas temuan pada SOP ini."
    )
    catatan: list[Teks] = Field(default_factory=list, description="Catatan penyalin.")
    sumber: Sumber | None = Field(
        None, description="Berkas dan baris sumber; kosong untuk SOP yang ditulis di sini."
    )

    @property
    def instansi(self) -> str:
        """Id of the office."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The SOP's own part of its id."""
        return self.id.partition("/")[2]

    @property
    def baris_sumber(self) -> list[list[int]]:
        """First and last lines of the passages in the source file; none for an SOP born here."""
        return [self.sumber.baris, *self.sumber.baris_lain] if self.sumber else []

    @property
    def is_internal(self) -> bool:
        """Whether the SOP is for civil servants only."""
        return self.audiens == ["internal"]
