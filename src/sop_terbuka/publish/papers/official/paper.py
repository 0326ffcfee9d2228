"""The two papers and how wide every column of the matrix is on them, in millimetres."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PX_PER_MM = 96 / 25.4


@dataclass(frozen=True)
class Paper:
    """A sheet in landscape with its margins."""

    nama: str
    sebutan: str
    width: float
    height: float
    side: float = 12.0
    top: float = 11.0
    bottom: float = 16.0

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


# F4 as Indonesian offices buy it; the international F4 is a little narrower.
PAPERS: Mapping[str, Paper] = MappingProxyType(
    {"f4": Paper("f4", "F4", 330, 215), "a4": Paper("a4", "A4", 297, 210)}
)


@dataclass(frozen=True)
class Columns:
    """The widths of the matrix's columns."""

    nomor: float
    kegiatan: float
    lane: float
    kelengkapan: float
    waktu: float
    output: float
    keterangan: float


def columns(paper: Paper, lanes: int, has_remarks: bool) -> Columns:
    """Lanes as wide as they may be without making the texts beside them narrow."""
    number, time, remarks = 8.0, 19.0, 30.0 if has_remarks else 14.0
    lane = round(min(24.0, max(13.0, paper.text_width * 0.42 / max(lanes, 1))), 1)
    rest = paper.text_width - number - time - remarks - lane * lanes
    kegiatan = round(rest * 0.46, 1)
    kelengkapan = round(rest * 0.27, 1)
    output = round(rest - kegiatan - kelengkapan, 1)
    return Columns(number, kegiatan, lane, kelengkapan, time, output, remarks)
