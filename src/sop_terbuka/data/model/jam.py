"""Opening hours as data: days, from, to, and for what."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .dasar import POLA_JAM, POLA_RENTANG_JAM, Dasar, Id, Rekaman, Teks

Hari = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
Pukul = Annotated[str, StringConstraints(pattern=POLA_JAM.pattern)]
Istirahat = Annotated[str, StringConstraints(pattern=POLA_RENTANG_JAM.pattern)]


class Jam(Rekaman):
    """Hours on some days, for the whole office or for one counter or service."""

    id: Id | None = Field(None, description="Id pendek, dibuat sekali dan tidak diubah: jumat.")
    hari: Annotated[list[Hari], Field(min_length=1)] = Field(
        description="Hari-harinya, misalnya [senin, selasa, rabu, kamis]."
    )
    buka: Pukul = Field(description="Jam buka, misalnya 08.00.")
    tutup: Pukul = Field(description="Jam tutup, misalnya 15.30; 24.00 bila sampai tengah malam.")
    istirahat: Istirahat | None = Field(None, description="Jam istirahat, misalnya 12.00-13.00.")
    untuk: Teks | None = Field(
        None, description="Layanan atau loketnya bila tidak untuk semua, misalnya Loket."
    )
    tempat: Id | None = Field(None, description="Id tempat di instansi.yml bila hanya di sana.")
    dasar: Annotated[list[Dasar], Field(min_length=1)] = Field(
        description="Siapa yang menyebutnya."
    )
