"""A finished drawing as plain values, in coordinates of lanes and rows.

`x` counts lanes from the left edge of the first one (its centre is 0.5). `y` counts units below
the upper edge of a row; a unit is a CSS pixel on the page. Rows may be drawn taller than their
`height`, lanes wider than `lane_width`: what is free of collisions here stays so there.
"""

from dataclasses import dataclass
from math import inf

from ....data.model import Jenis
from ....meaning.graph import Graph

# y of the lower edge of a row, however tall it is drawn.
BOTTOM = inf

# No symbol is wider than this part of its lane, from the centre; tracks stay between them.
SYMBOL_HALF = 0.37
TRACK, TRACK_ROOM, TRACK_ROOM_OUTER = 0.079, 0.2, 0.08
# The size of a symbol where the lane has room for it.
HALF_WIDTH = 20.0
HALF_HEIGHT: dict[Jenis, float] = {
    "mulai": 10, "proses": 10, "dokumen": 11, "keputusan": 14, "selesai": 10,
}  # fmt: skip
HEAD = 7.0


@dataclass(frozen=True)
class Point:
    """A place in the drawing."""

    x: float
    row: int
    y: float


@dataclass(frozen=True)
class Placed:
    """A symbol at its place: the middles of the first and last lane it covers, and its height."""

    number: int
    first: float
    last: float
    row: int
    y: float
    kind: Jenis
    text: tuple[str, ...] = ()

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.first + self.last) / 2


@dataclass(frozen=True)
class Head:
    """An arrowhead that touches a symbol from the given side: 0 above, 1 right, 2 below, 3 left."""

    symbol: int
    x: float
    side: int


@dataclass(frozen=True)
class Arrow:
    """One edge as drawn, from symbol to symbol; symbols are painted over its ends."""

    edge: int
    points: tuple[Point, ...]
    is_dashed: bool


@dataclass(frozen=True)
class Stroke:
    """A straight piece of line within one row, drawn once however many arrows share it."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_dashed: bool

    @property
    def is_vertical(self) -> bool:
        """Whether it runs down the page."""
        return self.x1 == self.x2


@dataclass(frozen=True)
class Label:
    """The answer on an arrow, in lines; it begins `dx` units from `x`, or ends there."""

    edge: int
    lines: tuple[str, ...]
    row: int
    x: float
    dx: float
    y: float
    is_end: bool
    is_short: bool = False


@dataclass(frozen=True)
class Layout:
    """Everything that is drawn in the columns of the actors."""

    flow: Graph
    heights: tuple[float, ...]
    symbols: tuple[Placed, ...]
    arrows: tuple[Arrow, ...]
    heads: tuple[Head, ...]
    strokes: tuple[tuple[Stroke, ...], ...]
    labels: tuple[Label, ...]
    lane_width: float

    @property
    def lanes(self) -> int:
        """The number of lanes."""
        return len(self.flow.lanes)
