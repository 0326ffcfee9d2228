"""One SOP: the words of the official form (PermenPAN RB 35/2012) as a record."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from .alur import Acuan, KolomGabung, Simbol
from .dasar import Dasar, Id, IdSop, Koreksi, Rekaman, Sumber, Tanggal, Teks, Url, YaTidak

Audiens = Literal[
    "pencari-kerja",
    "pekerja",
    "serikat",
    "perusahaan",
    "pelaku-usaha",
    "ikm",
    "calon-pekerja-migran",
    "lembaga-pelatihan",
    "sekolah",
    "peserta-pelatihan",
    "investor",
    "tamu",
    "desa",
    "warga",
    "internal",
]

# Where a step can lead other than to another step.
SELESAI = "selesai"
TOLAK = "tolak"


class Varian(Rekaman):
    """A kind of the same service, such as new and renewal."""

    id: Id = Field(description="Id pendek, misalnya baru.")
    nama: Teks = Field(description="Nama untuk orang, misalnya Kartu baru.")


class DisahkanOleh(Rekaman):
    """Who signed the document."""

    pejabat: Id | None = Field(None, description="Id pejabat di instansi.yml.")
    tertulis: Teks = Field(description="Seluruh sel seperti di dokumen: jabatan, nama, NIP.")


class Dokumen(Rekaman):
    """The identity block of the official document."""

    kop: list[Teks] = Field(
        default_factory=list, description="Baris kepala dokumen, satu per butir."
    )
    nomor: Teks | None = Field(None, description="Nomor SOP.")
    tanggal_pembuatan: Tanggal | None = Field(None, description="2022-02-16, 2022-02 atau 2022.")
    tanggal_revisi: Tanggal | None = Field(None, description="Tanggal revisi.")
    tanggal_efektif: Tanggal | None = Field(None, description="Tanggal efektif.")
    tanggal_pengesahan: Tanggal | None = Field(
        None, description="Tanggal pengesahan, bila dokumen menyebutnya demikian."
    )
    disahkan_oleh: DisahkanOleh | None = Field(None, description="Pejabat yang mengesahkan.")
    unit_tertulis: Teks | None = Field(
        None, description="Nama unit yang tercetak di sisi Nama SOP (dokumen Katingan)."
    )


class DasarHukum(Rekaman):
    """One legal basis: the document's words and the regulation they mean."""

    peraturan: Id | None = Field(
        None, description="Id di sop_data/peraturan/; kosong bila tak tentu."
    )
    tertulis: Teks = Field(description="Kata-kata dokumen, persis.")


class Keterkaitan(Rekaman):
    """A related SOP, named by the document."""

    teks: Teks = Field(description="Kata-kata dokumen.")
    sop: IdSop | None = Field(None, description="Id SOP-nya bila ada di situs ini.")


class Syarat(Rekaman):
    """One thing the applicant must bring or do, and who says so."""

    berkas: Teks = Field(description="Nama berkas atau hal yang disiapkan.")
    bentuk: Teks | None = Field(
        None, description="asli, fotokopi, asli dan fotokopi, legalisir, ..."
    )
    jumlah: Teks | None = Field(None, description="Misalnya 2 lembar.")
    wajib: Literal["ya", "bila-ada", "bersyarat", "tidak-jelas"] = Field(
        description="ya, bila-ada, bersyarat (isi juga bila), atau tidak-jelas."
    )
    bila: Teks | None = Field(None, description="Keadaan yang membuatnya wajib.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian; kosong = semua varian.")
    catatan: Teks | None = Field(None, description="Penjelasan singkat untuk pemohon.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(description="Siapa yang memintanya.")


class Biaya(Rekaman):
    """What the service costs; silence of the sources is said as such."""

    jumlah: int | None = Field(None, ge=0, description="Rupiah; 0 berarti gratis.")
    uraian: Teks | None = Field(None, description="Bila tarif bergantung keadaan.")
    tidak_disebut: YaTidak = Field("tidak", description="ya bila sumber diam.")
    catatan: Teks | None = Field(None, description="Misalnya kebiasaan di daerah lain.")
    dasar: list[Dasar] = Field(default_factory=list, description="Siapa yang menyebutnya.")


class Produk(Rekaman):
    """What the applicant takes home."""

    nama: Teks = Field(description="Nama hasil layanan.")
    berlaku: Teks | None = Field(None, description="Masa berlaku.")
    untuk: list[Id] = Field(default_factory=list, description="Id varian.")
    dasar: list[Dasar] = Field(default_factory=list, description="Siapa yang menyebutnya.")


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


class Form1(Rekaman):
    """Form 1, Identifikasi Judul SOP-AP."""

    nama_skpd: Teks | None = Field(None, description="Nama SKPD di atas tabel.")
    tugas: Teks | None = Field(None, description="Kolom 2.")
    fungsi: Teks | None = Field(None, description="Kolom 3.")
    sub_fungsi: Teks | None = Field(None, description="Kolom 4.")
    output: Teks | None = Field(None, description="Kolom 5.")
    aspek: Teks | None = Field(None, description="Kolom 6.")
    judul: Teks | None = Field(None, description="Kolom 7.")


class PenanggungJawab(Rekaman):
    """Who answers for product and activity."""

    nama: Teks | None = Field(None, description="Isi baris Penanggung Jawab sendiri.")
    produk: Teks | None = Field(None, description="Butir a, Produk.")
    kegiatan: Teks | None = Field(None, description="Butir b, Kegiatan.")


class DataKegiatan(Rekaman):
    """Part A of the worksheet."""

    judul: Teks | None = Field(None, description="Judul SOP.")
    jenis_kegiatan: Teks | None = Field(None, description="Jenis Kegiatan.")
    penanggung_jawab: PenanggungJawab | None = Field(None, description="Penanggung Jawab.")
    ruang_lingkup: Teks | None = Field(None, description="Scope/Ruang Lingkup.")


class Identifikasi(Rekaman):
    """Part B of the worksheet: one sentence each."""

    nama_kegiatan: Teks | None = Field(None, description="Nama atau Judul Kegiatan.")
    langkah_awal: Teks | None = Field(None, description="Langkah Awal.")
    langkah_utama: Teks | None = Field(None, description="Langkah Utama.")
    langkah_akhir: Teks | None = Field(None, description="Langkah Akhir.")


class ButirLembar(Rekaman):
    """One numbered line of the worksheet's list."""

    nomor_tertulis: str | None = Field(None, max_length=20, description="Nomor pada dokumen.")
    teks: Teks = Field(description="Kalimatnya.")


class LangkahLembar(Rekaman):
    """Part C of the worksheet: the numbered list in three groups."""

    awal: list[ButirLembar] = Field(default_factory=list, description="Langkah Awal.")
    utama: list[ButirLembar] = Field(default_factory=list, description="Langkah Utama.")
    akhir: list[ButirLembar] = Field(default_factory=list, description="Langkah Akhir.")


class LembarKerja(Rekaman):
    """Form 1 and Form 2, or Lembar Kerja Identifikasi Kegiatan."""

    form_1: Form1 | None = Field(None, description="Form 1, Identifikasi Judul SOP-AP.")
    data: DataKegiatan | None = Field(None, description="Bagian A, Data Kegiatan.")
    identifikasi: Identifikasi | None = Field(None, description="Bagian B, Identifikasi Kegiatan.")
    langkah: LangkahLembar | None = Field(None, description="Bagian C, Identifikasi Langkah.")


class Tanggapan(Rekaman):
    """What the office says to a finding about this SOP."""

    aturan: Id = Field(description="Id aturan temuannya, misalnya langkah-tanpa-waktu.")
    langkah: Id | None = Field(None, description="Id langkah, bila hanya temuan pada langkah itu.")
    pada: Teks | None = Field(
        None, description="Tempat seperti tertulis pada bukti, misalnya Dasar hukum 2."
    )
    jawaban: Literal["diterima", "bukan-masalah", "akan-diperbaiki"] = Field(
        description="diterima: benar dan sudah dicatat. bukan-masalah: tidak perlu diubah. "
        "akan-diperbaiki: dijadwalkan."
    )
    oleh: Teks = Field(description="Siapa yang menjawab: jabatan atau unit.")
    tanggal: Tanggal = Field(description="Tanggal jawaban.")
    alasan: Teks = Field(description="Mengapa, dalam satu atau dua kalimat.")


class Tempat(Rekaman):
    """Where to go for this service, when a source says so."""

    nama: Teks = Field(description="Misalnya Loket AK-1 di dinas.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Kanal(Rekaman):
    """An online door to this service."""

    nama: Teks = Field(description="Nama laman atau aplikasi.")
    url: Url | None = Field(None, description="Alamatnya bila diketahui.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )


class Sop(Rekaman):
    """One SOP; its id is <instansi>/<slug>, from its place in sop_data."""

    id: IdSop = Field(description="Boleh tidak ditulis; harus sama dengan letak berkasnya.")
    nama: Teks = Field(description="Nama layanan yang dipahami orang.")
    nama_sop: Teks | None = Field(None, description="Judul pada dokumen; kosong bila tidak ada.")
    ringkasan: Teks = Field(description="Satu kalimat: untuk apa layanan ini.")
    sebutan: list[Teks] = Field(default_factory=list, description="Sebutan orang, untuk pencarian.")
    audiens: Annotated[list[Audiens], Field(min_length=1)] = Field(
        description="Untuk siapa; [internal] untuk urusan ASN."
    )
    topik: Id = Field(description="Id topik di sop_data/topik.yml.")
    layanan: Id | None = Field(
        None, description="Kunci yang sama di kantor lain berarti layanan yang sama."
    )
    unit: Teks | None = Field(None, description="Unit yang melayani, menurut dokumen.")
    status: Literal["transkripsi", "diperiksa", "disahkan"] = Field(
        description="transkripsi: disalin dari dokumen. diperiksa atau disahkan: oleh dinas."
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
    kualifikasi_pelaksana: list[Teks] = Field(
        default_factory=list, description="Kualifikasi Pelaksana."
    )
    keterkaitan: list[Keterkaitan] = Field(default_factory=list, description="Keterkaitan.")
    peralatan: list[Teks] = Field(default_factory=list, description="Peralatan/Perlengkapan.")
    peringatan: list[Teks] = Field(default_factory=list, description="Peringatan.")
    pencatatan: list[Teks] = Field(default_factory=list, description="Pencatatan dan Pendataan.")
    persyaratan: list[Syarat] = Field(default_factory=list, description="Yang perlu disiapkan.")
    biaya: Biaya = Field(description="Biaya; {tidak_disebut: ya} bila sumber diam.")
    produk: list[Produk] = Field(default_factory=list, description="Hasil layanan.")
    tempat: Tempat | None = Field(None, description="Tempat layanan bila sumber menyebutnya.")
    kanal: list[Kanal] = Field(default_factory=list, description="Layanan daring terkait.")
    formulir: list[Id] = Field(default_factory=list, description="Id formulir di forms/.")
    pelaksana: list[Pelaksana] = Field(default_factory=list, description="Kolom-kolom pelaksana.")
    langkah: list[Langkah] = Field(default_factory=list, description="Tabel langkah.")
    tanpa_langkah: Teks | None = Field(
        None, description="Penjelasan bila dokumen tidak memuat tabel langkah."
    )
    waktu_total_tertulis: Teks | None = Field(None, description="Hanya bila dokumen menyebutnya.")
    lembar_kerja: LembarKerja | None = Field(None, description="Form 1 dan Form 2, Lembar Kerja.")
    koreksi: list[Koreksi] = Field(default_factory=list, description="Beda data dari kata sumber.")
    tanggapan: list[Tanggapan] = Field(
        default_factory=list, description="Jawaban dinas atas temuan pada SOP ini."
    )
    catatan: list[Teks] = Field(default_factory=list, description="Catatan penyalin.")
    sumber: Sumber = Field(description="Berkas dan baris sumber.")

    @property
    def instansi(self) -> str:
        """Id of the office."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The SOP's own part of its id."""
        return self.id.partition("/")[2]

    @property
    def is_internal(self) -> bool:
        """Whether the SOP is for civil servants only."""
        return self.audiens == ["internal"]
