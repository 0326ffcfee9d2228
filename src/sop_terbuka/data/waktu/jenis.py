"""What a time standard says: amounts by unit, never mixed, and how they are meant."""

from dataclasses import dataclass
from typing import Literal

# A day is a working day only where the document says so.
UNITS = ("tahun", "bulan", "minggu", "hari kerja", "hari", "jam", "menit")

# Why a standard names no amount: it follows something else, is immediate, comes round, or the
# document gives dates.
Terbuka = Literal["menurut keadaan", "segera", "berkala", "jadwal"]


@dataclass(frozen=True)
class Bagian:
    """One amount of one unit: `minimum` to `maximum` (equal when it is no range)."""

    minimum: float
    maximum: float
    satuan: str

    @property
    def teks(self) -> str:
        """The amount in words, such as `1-3 jam`."""
        low, high = number(self.minimum), number(self.maximum)
        return f"{low} {self.satuan}" if low == high else f"{low}-{high} {self.satuan}"


@dataclass(frozen=True)
class Waktu:
    """A time standard that was understood.

    `bagian` is empty where no amount is named (`terbuka` says why) and where there are
    alternatives (`pilihan`). `per` names what one amount is for ("sertifikat"), `mulai` from when
    it counts, `keterangan` what else stood there.
    """

    bagian: tuple[Bagian, ...]
    per: str | None = None
    keterangan: str | None = None
    paling_lama: bool = False
    kira_kira: bool = False
    mulai: str | None = None
    pilihan: tuple["Waktu", ...] = ()
    terbuka: Terbuka | None = None

    @property
    def is_open(self) -> bool:
        """Whether the text names no single amount."""
        return not self.bagian


def number(amount: float) -> str:
    """An amount as people write it: `2,5`."""
    return str(int(amount)) if amount == int(amount) else str(amount).replace(".", ",")
