"""What worries people, in their own words, and the services that it leads to."""

from typing import Annotated

from pydantic import Field

from .dasar import Id, Rekaman, Teks


class TempatLain(Rekaman):
    """Where a problem is also taken to, outside the offices of a site."""

    ke: Teks = Field(description="Lembaganya, di tengah kalimat, misalnya BPJS Ketenagakerjaan.")
    dasar: Teks = Field(description="Siapa yang menyebutnya, atau pengertian umum.")


class Masalah(Rekaman):
    """A problem or an event of life; the search leads from its words to this site's services."""

    id: Id = Field(description="Id pendek.")
    nama: Teks = Field(description="Masalahnya, misalnya Gaji tidak dibayar.")
    ucapan: Annotated[list[Teks], Field(min_length=1)] = Field(
        description="Cara orang mengatakannya, termasuk bahasa sehari-hari dan bahasa daerah."
    )
    layanan: list[Id] = Field(
        default_factory=list, description="Kunci layanan SOP yang menanganinya."
    )
    sebutan: list[Teks] = Field(
        default_factory=list, description="Sebutan layanan yang menanganinya, misalnya konsultasi."
    )
    topik: list[Id] = Field(
        default_factory=list, description="Topik bila tidak ada layanan yang cocok di situs ini."
    )
    lain: list[TempatLain] = Field(
        default_factory=list, description="Ke mana lagi, di luar dinas pada situs ini."
    )


class BerkasMasalah(Rekaman):
    """The file masalah.yml."""

    masalah: list[Masalah] = Field(description="Daftar masalah.")
