"""The glossary, the topics of the home page, and whom services are for."""

from pydantic import Field

from .dasar import Id, IdSop, Rekaman, Teks, YaTidak


class Istilah(Rekaman):
    """A word or abbreviation, explained plainly; its synonyms feed the search."""

    id: Id = Field(description="Id pendek.")
    istilah: Teks = Field(description="Seperti ditulis orang, misalnya AK-1.")
    kepanjangan: Teks | None = Field(None, description="Bila singkatan.")
    arti: Teks = Field(description="Satu atau dua kalimat biasa.")
    sebutan: list[Teks] = Field(default_factory=list, description="Ejaan dan sebutan lain.")
    sop: list[IdSop] = Field(default_factory=list, description="Layanan yang terkait.")
    dasar: Teks | None = Field(None, description="Asal penjelasan.")
    umum: YaTidak = Field(
        "tidak", description="ya bila tampil juga tanpa SOP yang memakai katanya."
    )


class Topik(Rekaman):
    """One way to go on from "Saya ingin ..." on the home page."""

    id: Id = Field(description="Id pendek.")
    nama: Teks = Field(description="Lanjutan kalimat Saya ingin ..., huruf kecil, kata kerja dulu.")
    contoh: Teks = Field(description="Contoh layanan, satu baris.")
    ikon: Id = Field(description="Nama ikon Material Design, misalnya account-search.")
    internal: Teks | None = Field(None, description="ya bila hanya untuk ASN.")


class Audiens(Rekaman):
    """Whom services are for."""

    id: Id = Field(description="Id pendek, misalnya pasien; internal hanya untuk petugas.")
    nama: Teks = Field(description="Nama kelompoknya di tengah kalimat, misalnya pasien.")


class BerkasIstilah(Rekaman):
    """The file istilah.yml."""

    istilah: list[Istilah] = Field(description="Daftar istilah.")


class BerkasTopik(Rekaman):
    """The file topik.yml."""

    topik: list[Topik] = Field(description="Daftar topik, menurut urutan tampil.")


class BerkasAudiens(Rekaman):
    """The file audiens.yml."""

    audiens: list[Audiens] = Field(description="Daftar audiens.")
