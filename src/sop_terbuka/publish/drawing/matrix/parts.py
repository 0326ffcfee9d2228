"""The parts of a matrix as plain values, in coordinates of lanes and rows.

`x` counts lanes from the left edge of the first one (its centre is 0.5). `y` counts units below
the upper edge of a row; a unit is a CSS pixel on the page. Rows may be drawn taller than their
`height`, lanes wider than `lane_width`: what is free of collisions here stays so there.
"""

from dataclasses import dataclass
from math import inf
from typing import Literal

from ....data.model import Pelaksana
from ....meaning.flow import Branch

Kind = Literal["mulai", "proses", "keputusan", "selesai"]

# A symbol stands beside the first line of its row's text, however tall the row is.
CENTER = 28.0
# Arrows that do not come from the row above join their target's arrow at this height.
ENTRY = 6.0
# An arrow that leaves at the bottom turns here, below the symbol and its labels.
UNDER = 58.0
# The capsule of a branch that ends the process, and the way around it.
END = 74.0
AROUND = 94.0
SECOND_END = 122.0
# The least height of a row; a decision has two labels, perhaps one below the other.
HEIGHT, DECISION_HEIGHT, END_HEIGHT, AROUND_HEIGHT, SECOND_HEIGHT = 64, 80, 96, 106, 144

# No symbol is wider than this part of its lane, from the centre. Lines between lanes run at most
# GUTTER beside the border, at the outer edges between MARGIN and OUTER: they touch no symbol.
SYMBOL_HALF = 0.37
GUTTER = 0.1
MARGIN, OUTER = 0.02, 0.1
# The size of a symbol where the lane has room for it.
HALF_WIDTH = 20.0
HALF_HEIGHT: dict[Kind, float] = {"mulai": 10, "proses": 10, "keputusan": 14, "selesai": 10}
ARROWHEAD = 7.0

# y of the lower edge of a row, however tall it is drawn.
BOTTOM = inf


@dataclass(frozen=True)
class Point:
    """A place in the matrix."""

    x: float
    row: int
    y: float


@dataclass(frozen=True)
class Symbol:
    """A capsule, box or diamond; `step` is empty for the capsule that ends a branch."""

    step: str
    kind: Kind
    lane: int
    row: int
    y: float
    is_entered: bool

    @property
    def x(self) -> float:
        """The centre of its lane."""
        return self.lane + 0.5


@dataclass(frozen=True)
class Link:
    """The line that joins two symbols of one step."""

    row: int
    left: int
    right: int


@dataclass(frozen=True)
class Arrow:
    """A way from centre to centre; symbols are painted over its ends."""

    source: str
    target: str
    branch: Branch
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Label:
    """The word on a branch: it begins `dx` units from `x`, or ends there."""

    text: str
    branch: Branch
    row: int
    x: float
    dx: float
    y: float
    is_end: bool

    def box(self, lane_width: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the text, in units."""
        start = self.x * lane_width + self.dx
        width = LABEL_WIDTHS[self.text]
        left = start - width if self.is_end else start
        return left, self.y - LABEL_ASCENT, left + width, self.y + 1


# Measured for bold 11 px text in the system fonts, the widest of them.
LABEL_WIDTHS = {"Ya": 14.0, "Tidak": 30.0, "Y": 8.0, "T": 8.0}
LABEL_ASCENT = 9.0


@dataclass(frozen=True)
class Row:
    """One step: its id, what it is, and the least height its drawing needs."""

    step: str
    kind: Kind
    height: int


@dataclass(frozen=True)
class Stroke:
    """A straight piece of line within one row."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_no: bool

    @property
    def is_vertical(self) -> bool:
        """Whether it runs down the page."""
        return self.x1 == self.x2


@dataclass(frozen=True)
class Layout:
    """Everything that is drawn in the columns of the actors."""

    lanes: tuple[Pelaksana, ...]
    rows: tuple[Row, ...]
    symbols: tuple[Symbol, ...]
    links: tuple[Link, ...]
    arrows: tuple[Arrow, ...]
    strokes: tuple[tuple[Stroke, ...], ...]
    labels: tuple[Label, ...]
    lane_width: float

    @property
    def has_letters(self) -> bool:
        """Whether a label had room for its first letter only."""
        return any(len(label.text) == 1 for label in self.labels)
