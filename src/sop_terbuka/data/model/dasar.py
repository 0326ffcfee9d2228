"""What every record of the data is made of: ids, dates as precise as a document is, yes and no."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

POLA_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
POLA_TANGGAL = re.compile(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
# A document may print a date without its year: --01-04 is 4 January, --12 is December.
POLA_TANGGAL_DOKUMEN = re.compile(r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?)$")
POLA_JAM = re.compile(r"^(([01][0-9]|2[0-3])[.:][0-5][0-9]|24[.:]00)$")
POLA_RENTANG_JAM = re.compile(
    r"^([01][0-9]|2[0-3])[.:][0-5][0-9]-(([01][0-9]|2[0-3])[.:][0-5][0-9]|24[.:]00)$"
)
POLA_GAMBAR = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|png|jpe?g)$")
POLA_URL = re.compile(r"^https?://[^\s<>\"']+$")

Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Id = Annotated[str, StringConstraints(pattern=POLA_ID.pattern, max_length=80)]
IdSop = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")
]
# Only http and https: a link target in the data must never be able to run anything.
Url = Annotated[str, StringConstraints(pattern=POLA_URL.pattern, max_length=600)]
Tanggal = Annotated[str, StringConstraints(pattern=POLA_TANGGAL.pattern)]
TanggalDokumen = Annotated[str, StringConstraints(pattern=POLA_TANGGAL_DOKUMEN.pattern)]
# A picture that lies beside the file that names it; never a path.
Gambar = Annotated[str, StringConstraints(pattern=POLA_GAMBAR.pattern, max_length=80)]
YaTidak = Literal["ya", "tidak"]
Keyakinan = Literal["tinggi", "sedang", "rendah"]


class Rekaman(BaseModel):
    """A record of the data: immutable, with no keys but its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, _: object, /) -> None:
        """Share with all alike the set of the keys that were written.

        A set of its own takes as much room as the record; a copy of a record makes its own anyway.
        """
        written = self.model_fields_set
        shared = _WRITTEN.setdefault(frozenset(written), written)
        object.__setattr__(self, "__pydantic_fields_set__", shared)


_WRITTEN: dict[frozenset[str], set[str]] = {}


class Dasar(Rekaman):
    """Where a fact comes from; the word on the site depends on its kind."""

    jenis: Literal["sop", "dinas", "peraturan", "praktik"] = Field(
        description="sop: tertulis dalam dokumen SOP. dinas: laman resmi pemda yang sama. "
        "peraturan: pasal suatu peraturan. praktik: laman daerah atau instansi lain, tidak "
        "mengikat."
    )
    langkah: Id | None = Field(None, description="Id langkah SOP ini yang menyebutnya.")
    baris: int | None = Field(None, ge=1, description="Nomor baris pada berkas sumber.")
    peraturan: Id | None = Field(None, description="Id peraturan, misalnya uu-18-2017.")
    pasal: Teks | None = Field(None, description="Pasal dan ayat, misalnya Pasal 13 huruf b.")
    nama: Teks | None = Field(None, description="Nama laman atau dokumen, untuk teks tautan.")
    url: Url | None = Field(None, description="Alamat yang dilihat; hanya http atau https.")
    sebagian: YaTidak = Field(
        "tidak", description="ya bila yang terlihat hanya sebagian atau ringkasannya."
    )
    catatan: Teks | None = Field(None, description="Penjelasan singkat bila perlu.")


class Koreksi(Rekaman):
    """A place where the data differs from the source's words, with those exact words."""

    pada: Teks = Field(
        description="Tempatnya, misalnya langkah[periksa].kegiatan, peralatan[2] (urutan mulai 1), "
        "dokumen.disahkan_oleh.tertulis."
    )
    tertulis: Teks = Field(description="Isi sel persis seperti di sumber.")
    menjadi: Teks = Field(description="Isi sel seperti di data ini.")
    alasan: Teks = Field(description="Mengapa, misalnya salah ketik atau salah baca pindaian.")
    keyakinan: Keyakinan = Field(description="Seberapa yakin: tinggi, sedang atau rendah.")


class Sumber(Rekaman):
    """Where in the copied source text a record stands."""

    berkas: Teks = Field(description="Nama berkas di sop_data/sumber/.")
    baris: Annotated[list[int], Field(min_length=2, max_length=2)] = Field(
        description="Baris pertama dan terakhir, misalnya [214, 244]."
    )
    baris_lain: list[Annotated[list[int], Field(min_length=2, max_length=2)]] = Field(
        default_factory=list, description="Bagian lain berkas yang sama, misalnya [[382, 428]]."
    )
    bentuk: Literal["tabel", "teks"] = Field(
        "tabel",
        description="tabel: kolom naskah dipisah tab, dan setiap selnya harus ada pada data. "
        "teks: naskah biasa; setiap nilai harus ada pada naskah.",
    )


class BagianSumber(Rekaman):
    """A part of a source text that belongs to no SOP."""

    berkas: Teks = Field(description="Nama berkas di sop_data/sumber/.")
    baris: Annotated[list[int], Field(min_length=2, max_length=2)] = Field(
        description="Baris pertama dan terakhir, misalnya [1, 29]."
    )
    isi: Teks = Field(description="Apa isinya, misalnya Sampul dan daftar isi.")
