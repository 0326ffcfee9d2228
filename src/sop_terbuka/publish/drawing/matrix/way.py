"""How an arrow runs: the shape of its way, before and after its gutter is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ....meaning.flow import Edge
from .parts import (
    AROUND,
    AROUND_HEIGHT,
    CENTER,
    DECISION_HEIGHT,
    END,
    END_HEIGHT,
    ENTRY,
    HEIGHT,
    SECOND_END,
    SECOND_HEIGHT,
    UNDER,
    Arrow,
    Point,
)

Mode = Literal["down", "side", "under", "gutter", "around", "end", "second-end"]
Side = Literal[-1, 0, 1]

_HEIGHTS: dict[Mode, int] = {
    "end": END_HEIGHT,
    "around": AROUND_HEIGHT,
    "second-end": SECOND_HEIGHT,
}


@dataclass(frozen=True)
class Place:
    """The lanes of one step, left to right; `main` is the lane of the actor named first."""

    row: int
    lanes: tuple[int, ...]
    main: int


@dataclass
class Way:
    """How one edge is drawn; `side` 0 leaves at the bottom."""

    edge: Edge
    mode: Mode
    place: Place
    target: Place
    side: Side = 0
    source_lane: int = 0
    target_lane: int = 0
    gutter: int = 0
    x: float = 0.0

    def leave_by(self, gutter: int) -> None:
        """Run in a gutter, leaving the outermost symbol on its side."""
        self.gutter = gutter
        self.side = -1 if gutter <= self.place.lanes[0] else 1
        self.source_lane = self.place.lanes[0] if self.side < 0 else self.place.lanes[-1]

    @property
    def height(self) -> int:
        """The least height of its row."""
        return _HEIGHTS.get(self.mode, HEIGHT if self.edge.branch == "lanjut" else DECISION_HEIGHT)

    @property
    def rows(self) -> tuple[int, int]:
        """First and last row that its line in the gutter touches."""
        if self.mode != "gutter":
            return self.place.row, self.place.row
        first, last = sorted((self.place.row, self.target.row))
        return first, last

    @property
    def trunk(self) -> tuple[int, bool, bool]:
        """Ways with the same trunk may share a line: same target, same branch."""
        is_own = self.mode != "gutter"
        return (self.place.row if is_own else self.target.row), self.edge.branch == "tidak", is_own


def arrow(way: Way) -> Arrow:
    """The line of a way, centre to centre."""
    return Arrow(way.edge.source, way.edge.target, way.edge.branch, tuple(_points(way)))


def _points(way: Way) -> Iterator[Point]:
    row, source, target = way.place.row, way.source_lane + 0.5, way.target_lane + 0.5
    yield Point(source, row, CENTER)
    if way.mode == "side":
        yield Point(target, row, CENTER)
    elif way.mode == "under":
        yield Point(source, row, UNDER)
        yield Point(target, row, UNDER)
    elif way.mode == "gutter":
        yield Point(way.x, row, CENTER)
        yield Point(way.x, way.target.row, ENTRY)
        yield Point(target, way.target.row, ENTRY)
    elif way.mode in ("around", "second-end"):
        yield Point(way.x, row, CENTER)
        yield Point(way.x, row, AROUND)
        yield Point(target, row, AROUND)
    if way.mode == "end":
        yield Point(target, row, END)
    elif way.mode == "second-end":
        yield Point(target, row, SECOND_END)
    else:
        yield Point(target, way.target.row, CENTER)
