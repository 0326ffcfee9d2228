"""One form: what is asked, why, on whose authority, and who signs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ..isian import JENIS, Jenis
from .dasar import Dasar, Id, IdSop, Rekaman, Teks, YaTidak

if TYPE_CHECKING:
    Tipe = str
    TipeKolom = str
else:
    Tipe = Literal[tuple(JENIS)]
    # What fits into one cell of a repeating row; ttd leaves room for a pen.
    TipeKolom = Literal[tuple(name for name, jenis in JENIS.items() if jenis.in_table)]
Wajib = Literal["ya", "tidak", "bersyarat"]
Asal = Literal["sop", "regulasi", "layanan-dinas", "praktik", "umum", "usulan"]
StatusFormulir = Literal["lampiran-regulasi", "regulasi", "sop", "praktik", "umum", "usulan"]

# Nobody who decides has asked for these: they are never required, and are marked.
ASAL_LEMAH: frozenset[str] = frozenset({"umum", "usulan"})

ARTI_ASAL: dict[str, str] = {
    "sop": "Tertulis dalam SOP.",
    "regulasi": "Menurut peraturan.",
    "layanan-dinas": "Menurut laman atau pernyataan resmi dinas.",
    "praktik": "Umumnya diminta di tempat lain; pastikan ke petugas.",
    "umum": "Biasa ditanyakan, tetapi tidak ada dalam SOP. Boleh dikosongkan.",
    "usulan": "Usulan penyusun formulir, tidak ada dalam SOP. Boleh dikosongkan.",
}


class DasarFormulir(Dasar):
    """A basis of a form; a form serves several SOPs, so it says which one it means."""

    sop: IdSop | None = Field(None, description="Id SOP yang dimaksud jenis sop.")


class Tujuan(Rekaman):
    """Whom the filled form is addressed to at one office."""

    instansi: Id = Field(description="Id instansi, misalnya kota-contoh.")
    kepada: Teks = Field(description="Jabatan yang dituju, ditulis lengkap.")
    lewat: Teks | None = Field(None, description="Tempat berkas masuk bila bukan instansi itu.")
    dasar: list[DasarFormulir] = Field(default_factory=list, description="Siapa yang menyebutnya.")


class Pilihan(Rekaman):
    """One option of a choice."""

    id: Id = Field(description="Id pendek, misalnya laki-laki.")
    label: Teks = Field(description="Seperti dibaca pengisi.")


class Kolom(Rekaman):
    """One column of a table of repeating rows."""

    id: Id = Field(description="Id pendek, misalnya nama.")
    label: Teks = Field(description="Kepala kolom.")
    tipe: TipeKolom = Field("teks", description="Jenis isi; ttd = dikosongkan untuk tanda tangan.")

    @property
    def jenis(self) -> Jenis:
        """The type's line in the table of types."""
        return JENIS[self.tipe]

    @property
    def is_typed(self) -> bool:
        """Whether a cell is typed; a signature is left to the pen."""
        return self.jenis.shape != "kertas"


class TampilBila(Rekaman):
    """When a field is shown: exactly one of the three tests on an earlier field's answer."""

    isian: Id = Field(description="Id isian sebelumnya yang menentukan.")
    sama_dengan: Teks | None = Field(
        None, description="Id pilihan, atau ya/tidak untuk isian centang."
    )
    salah_satu: list[Teks] = Field(default_factory=list, description="Beberapa id pilihan.")
    terisi: YaTidak | None = Field(
        None, description="ya: tampil bila isian itu terisi; tidak: bila kosong."
    )


class Isian(Rekaman):
    """One question of a form, with the reason why it is asked."""

    id: Id = Field(description="Id pendek, tidak berubah: menjadi nama isian di PDF dan DOCX.")
    label: Teks = Field(description="Seperti dibaca pengisi.")
    tipe: Tipe = Field(description="Jenis isi; menentukan pemeriksaan dan bentuknya di kertas.")
    wajib: Wajib = Field(
        description="ya, tidak, atau bersyarat (wajib bila tampil_bila atau bila terpenuhi)."
    )
    tampil_bila: TampilBila | None = Field(
        None, description="Keadaan dari isian lain; bila tidak terpenuhi, isian tidak tampil."
    )
    bila: Teks | None = Field(
        None, description="Keadaan wajib dalam kata-kata, bila tidak terlihat dari isian lain."
    )
    bantuan: Teks | None = Field(None, description="Petunjuk singkat di dekat isian.")
    contoh: Teks | None = Field(None, description="Contoh jawaban, bukan data orang sungguhan.")
    pesan: Teks | None = Field(None, description="Pesan bila kosong, misalnya Isi nama sesuai KTP.")
    alasan: Teks | None = Field(None, description="Mengapa ditanyakan, atau dasar hukumnya.")
    asal: Asal = Field(
        description="Siapa yang memintanya: sop, regulasi, layanan-dinas, praktik; umum dan usulan "
        "tidak boleh wajib."
    )
    panjang_maks: int | None = Field(
        None, ge=1, le=8000, description="Jumlah aksara; hanya untuk teks, paragraf dan email."
    )
    pilihan: list[Pilihan] = Field(
        default_factory=list, description="Hanya untuk pilihan dan pilihan-ganda."
    )
    kolom: list[Kolom] = Field(default_factory=list, description="Hanya untuk tabel.")
    baris_maks: int | None = Field(
        None, ge=1, le=60, description="Hanya untuk tabel: baris terbanyak; bawaan 10."
    )

    @property
    def jenis(self) -> Jenis:
        """The type's line in the table of types."""
        return JENIS[self.tipe]

    @property
    def batas(self) -> int | None:
        """The longest answer in letters, where the type has a limit."""
        return self.panjang_maks or self.jenis.limit

    @property
    def rows(self) -> int:
        """The most rows that a table takes."""
        return self.baris_maks or 10

    @property
    def is_weak(self) -> bool:
        """Whether nobody who decides has asked for this."""
        return self.asal in ASAL_LEMAH


class Lampiran(Rekaman):
    """A thing to bring with the form; never an upload."""

    id: Id = Field(description="Id pendek, misalnya ktp.")
    label: Teks = Field(description="Nama berkas.")
    tipe: Literal["berkas"] = Field("berkas", description="Boleh tidak ditulis.")
    wajib: Wajib = Field(description="ya, tidak, atau bersyarat.")
    tampil_bila: TampilBila | None = Field(None, description="Keadaan dari isian.")
    bila: Teks | None = Field(None, description="Keadaan wajib dalam kata-kata.")
    bantuan: Teks | None = Field(None, description="Petunjuk singkat.")
    formulir: Id | None = Field(None, description="Id formulir di situs ini untuk membuatnya.")
    alasan: Teks | None = Field(None, description="Mengapa diminta, atau dasar hukumnya.")
    asal: Asal = Field(description="Siapa yang memintanya.")

    @property
    def is_weak(self) -> bool:
        """Whether nobody who decides has asked for this."""
        return self.asal in ASAL_LEMAH


class TandaTangan(Rekaman):
    """A place to sign on paper."""

    id: Id = Field(description="Id pendek, misalnya pemohon.")
    sebagai: Teks = Field(description="Kata di atas tanda tangan, misalnya Pemohon.")
    tipe: Literal["ttd"] = Field("ttd", description="Boleh tidak ditulis.")
    nama_isian: Id | None = Field(
        None, description="Id isian yang jawabannya menjadi nama di bawah tanda tangan."
    )
    meterai: YaTidak = Field("tidak", description="ya bila ditandatangani di atas meterai.")
    cap: YaTidak = Field("tidak", description="ya bila dibubuhi cap.")
    bantuan: Teks | None = Field(None, description="Petunjuk singkat.")
    alasan: Teks | None = Field(None, description="Mengapa diminta, atau dasar hukumnya.")
    asal: Asal = Field(description="Siapa yang memintanya.")


class Bagian(Rekaman):
    """A section of a form."""

    id: Id = Field(description="Id pendek, misalnya data-diri.")
    judul: Teks = Field(description="Judul bagian.")
    bantuan: Teks | None = Field(None, description="Petunjuk untuk seluruh bagian.")
    isian: Annotated[list[Isian], Field(min_length=1)] = Field(description="Pertanyaan, berurutan.")


class Formulir(Rekaman):
    """One form: its id is its file's name in forms/."""

    id: Id = Field(description="Boleh tidak ditulis; harus sama dengan nama berkas.")
    judul: Teks = Field(description="Judul formulir.")
    jenis: Literal["formulir", "surat", "surat-pernyataan"] = Field(
        description="Bentuknya di kertas: formulir, surat, atau surat-pernyataan."
    )
    layanan: Annotated[list[IdSop], Field(min_length=1)] = Field(
        description="Id SOP yang memakai formulir ini."
    )
    pengisi: Teks = Field(description="Siapa yang mengisi.")
    resmi: YaTidak = Field(
        description="ya hanya bila mengikuti formulir baku yang dilihat; selain itu tampil sebagai "
        "Formulir bantu, bukan formulir resmi."
    )
    status: StatusFormulir = Field(description="Dasar susunannya.")
    dasar: Annotated[list[DasarFormulir], Field(min_length=1)] = Field(
        description="Peraturan, laman atau baris SOP yang menjadi dasar."
    )
    ditujukan_kepada: list[Tujuan] = Field(
        default_factory=list, description="Pejabat yang dituju, satu per instansi."
    )
    pengantar: Teks = Field(description="Satu atau dua kalimat: untuk apa formulir ini.")
    catatan: list[Teks] = Field(
        default_factory=list, description="Hal yang perlu diketahui sebelum mengisi."
    )
    bagian: Annotated[list[Bagian], Field(min_length=1)] = Field(description="Bagian formulir.")
    lampiran: list[Lampiran] = Field(
        default_factory=list, description="Yang dibawa bersama formulir; bukan unggahan."
    )
    pernyataan: list[Teks] = Field(
        default_factory=list, description="Kalimat di atas tanda tangan."
    )
    tanda_tangan: list[TandaTangan] = Field(default_factory=list, description="Ruang tanda tangan.")

    @property
    def isian(self) -> Iterator[Isian]:
        """Every field of every section in reading order."""
        return (isian for bagian in self.bagian for isian in bagian.isian)
