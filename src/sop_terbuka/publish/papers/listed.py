"""What the sheets of a service list, and how they say that nothing is stated."""

from dataclasses import dataclass

SILENT = "Tidak disebut dalam dokumen."


@dataclass(frozen=True)
class Butir:
    """One requirement, or one step: its words, what is said right after them, and in small.

    `is_pilihan` where the small words say of what one thing is enough: then they are no mere note.
    """

    teks: str
    rincian: str = ""
    kecil: str = ""
    nomor: str = ""
    is_pilihan: bool = False


@dataclass(frozen=True)
class Kelompok:
    """Requirements under one heading."""

    judul: str
    keterangan: str
    butir: tuple[Butir, ...]
