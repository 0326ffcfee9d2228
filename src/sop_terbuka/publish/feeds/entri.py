"""One result of the search, as the catalogue or a portal gives it.

Made by search and by the portal of many sites; indeks and bagian publish it.
"""

from dataclasses import dataclass

# What every entry says, even where it says nothing.
SHOWN = ("alamat", "judul", "ringkas")


@dataclass(frozen=True)
class Entri:
    """One result. `judul` and `ringkas` are shown, as HTML; the rest is only searched.

    `sebutan` are whole names, separated by |. A problem has no page: it leads to those in `ke`, or
    says where else one goes. `jenis` says what it is where its address does not. Entries with the
    same `kelompok` are the same at several offices.
    """

    alamat: str
    judul: str
    ringkas: str
    sebutan: str = ""
    isi: str = ""
    bobot: float = 1.0
    ke: tuple[str, ...] = ()
    jenis: str = ""
    kelompok: str = ""
    padanan: int = 0

    @property
    def kartu(self) -> list[str]:
        """What is shown of it, and the names by which it may be found."""
        return [self.alamat, self.judul, self.ringkas, self.sebutan, self.jenis]
