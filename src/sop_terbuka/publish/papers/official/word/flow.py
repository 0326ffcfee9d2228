"""The flow in Word: every symbol a shape in its own cell, every arrow a connector between two.

So an officer can move a symbol with its cell, and a reader of the file finds the flow again.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Protocol

from .....data.model import Jenis
from ....drawing.layout import HALF_HEIGHT, SYMBOL_HALF, Arrow, Label, Layout, Placed, Point
from ....drawing.layout.label import text_width
from ....drawing.matrix.connector import Connector as Joint
from ....drawing.matrix.connector import connectors as joints
from ....drawing.matrix.print import MARGIN
from ....drawing.matrix.shape import HALF_WIDTHS
from . import drawingml
from .connector import Connector, Spot, connectors
from .drawingml import Frame

# Points for one unit of the layout.
SCALE = 0.66 * 0.75
_PRESETS: dict[Jenis, str] = {
    "mulai": "flowChartTerminator",
    "selesai": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "dokumen": "flowChartDocument",
}
_WIDEST = 40.0
# The pentagon of a page break, and the size of a letter in it and in labels, in points.
_PENTAGON_WIDTH, _PENTAGON_HEIGHT = 8.5, 9.0
_LETTER = 11 * SCALE
_FIRST_SYMBOL, _FIRST_ARROW, _FIRST_WORD = 1001, 3001, 6001


class Pen(Protocol):
    """What draws the shapes of one kind of file; each is placed from the corner of its cell."""

    def symbol(
        self, number: int, name: str, words: str, preset: str, frame: Frame, lines: Sequence[str]
    ) -> Any:
        """A symbol with its outline."""

    def words_only(
        self, number: int, name: str, frame: Frame, lines: Sequence[str], align: str
    ) -> Any:
        """Words without an outline."""

    def arrow(
        self,
        number: int,
        name: str,
        made: Connector,
        ends: tuple[int | None, int | None],
        heads: tuple[bool, bool],
        is_dashed: bool,
    ) -> Any:
        """A connector between two shapes."""


class Flow:
    """The shapes of one document's flow, by row and lane."""

    def __init__(
        self,
        layout: Layout,
        lane: float,
        heights: Sequence[float],
        breaks: Sequence[int],
        words: Sequence[str],
        pen: Pen = drawingml,
    ) -> None:
        self.pen = pen
        self.layout, self.lane, self.heights = layout, lane, heights
        self.starts = (0, *breaks)
        self.joints = joints(layout, breaks, (_PENTAGON_WIDTH + 1) / lane)
        self.words = words
        self.cells: dict[tuple[int, int], list[Any]] = {}
        for placed in layout.symbols:
            self._symbol(placed)
        self.number = _FIRST_ARROW
        for made in layout.arrows:
            self._arrow(made)
        self.number = _FIRST_WORD
        for label in layout.labels:
            self._label(label)
        for joint in self.joints:
            self._joint(joint)

    def at(self, row: int, lane: int) -> list[Any]:
        """What is anchored in one cell."""
        return self.cells.get((row, lane), [])

    def _y(self, y: float) -> float:
        return (y + MARGIN) * SCALE

    def _size(self, kind: Jenis) -> tuple[float, float]:
        """Half the width and half the height of a symbol."""
        scale = min(SCALE, 2 * SYMBOL_HALF * self.lane / _WIDEST)
        return HALF_WIDTHS[kind] * scale, HALF_HEIGHT[kind] * scale

    def _name(self, n: int) -> str:
        return f"sop:{self.layout.flow.symbols[n].key}"

    def _symbol(self, placed: Placed) -> None:
        half, high = self._size(placed.kind)
        if placed.first != placed.last:
            half = SYMBOL_HALF * self.lane
        lane = int(placed.first)
        left = (placed.first - lane) * self.lane - half
        wide = (placed.last - placed.first) * self.lane + 2 * half
        frame = Frame(left, self._y(placed.y) - high, wide, 2 * high)
        n = placed.number
        made = self.pen.symbol(
            _FIRST_SYMBOL + n, self._name(n), self.words[n], _PRESETS[placed.kind], frame,
            placed.text,
        )  # fmt: skip
        self.cells.setdefault((placed.row, lane), []).append(made)

    def _arrow(self, made: Arrow) -> None:
        edge = self.layout.flow.edges[made.edge]
        name = f"{self._name(edge.source)} > {self._name(edge.target)}"
        pieces = list(self._pieces(made))
        for n, (row, spots) in enumerate(pieces):
            for part in connectors(spots):
                is_first, is_last = n == 0 and part.is_first, n + 1 == len(pieces) and part.is_last
                ends = (
                    _FIRST_SYMBOL + edge.source if is_first else None,
                    _FIRST_SYMBOL + edge.target if is_last else None,
                )
                heads = (is_first and edge.is_both, is_last and not edge.is_headless)
                shape = self.pen.arrow(self.number, name, part, ends, heads, made.is_dashed)
                self.cells.setdefault((row, 0), []).append(shape)
                self.number += 1

    def _pieces(self, made: Arrow) -> Iterator[tuple[int, list[Spot]]]:
        """The parts of an arrow by page: the row it is anchored in, and its corners from there."""
        points = self._trimmed(made)
        piece = [points[0]]
        for one, other in pairwise(points):
            crossed = self._crossed(one, other)
            for row in crossed:
                is_down = other.row > one.row
                joint = next(j for j in self.joints if j.row == row and j.x == one.x)
                above = self._at_foot(row - 1, joint)
                below = self._at_head(row, joint)
                piece += above if is_down else below
                yield self._anchored(piece)
                piece = list(reversed(below if is_down else above))
            piece.append(other)
        yield self._anchored(piece)

    def _crossed(self, one: Point, other: Point) -> list[int]:
        low, high = sorted((one.row, other.row))
        rows = [row for row in self.starts[1:] if low < row <= high]
        return rows if other.row > one.row else rows[::-1]

    def _at_foot(self, row: int, joint: Joint) -> list[Point]:
        """The corners at the foot of a page: beside the line, then at the pentagon."""
        end = self.heights[row] / SCALE - MARGIN - _PENTAGON_HEIGHT / SCALE
        bend = end - 3
        if joint.x == joint.shown_x:
            return [Point(joint.x, row, end)]
        return [
            Point(joint.x, row, bend), Point(joint.shown_x, row, bend),
            Point(joint.shown_x, row, end),
        ]  # fmt: skip

    def _at_head(self, row: int, joint: Joint) -> list[Point]:
        """The corners at the head of a page, likewise."""
        start = _PENTAGON_HEIGHT / SCALE - MARGIN
        bend = start + 3
        if joint.x == joint.shown_x:
            return [Point(joint.x, row, start)]
        return [
            Point(joint.x, row, bend), Point(joint.shown_x, row, bend),
            Point(joint.shown_x, row, start),
        ]  # fmt: skip

    def _anchored(self, piece: Sequence[Point]) -> tuple[int, list[Spot]]:
        first = min(point.row for point in piece)
        tops = {first: 0.0}
        for row in range(first, max(point.row for point in piece)):
            tops[row + 1] = tops[row] + self.heights[row]
        return first, [(p.x * self.lane, tops[p.row] + self._y(p.y)) for p in piece]

    def _trimmed(self, made: Arrow) -> list[Point]:
        """The arrow from the edge of one symbol to the edge of the other."""
        edge, points = self.layout.flow.edges[made.edge], list(made.points)
        for end, beside, n in ((0, 1, edge.source), (-1, -2, edge.target)):
            point, other = points[end], points[beside]
            placed = self.layout.symbols[n]
            half, high = self._size(placed.kind)
            if placed.first != placed.last:
                half = SYMBOL_HALF * self.lane
            if point.x == other.x:
                is_down = (other.row, other.y) > (point.row, point.y)
                shift = high / SCALE if is_down else -high / SCALE
                points[end] = Point(point.x, point.row, point.y + shift)
            else:
                shift = half / self.lane if other.x > point.x else -half / self.lane
                points[end] = Point(point.x + shift, point.row, point.y)
        return points

    def _label(self, label: Label) -> None:
        wide = max(text_width(line) for line in label.lines) * SCALE + 3
        high = _LETTER * 1.25 * len(label.lines)
        x = label.x * self.lane + label.dx * SCALE
        left = x - wide if label.is_end else x
        frame = Frame(left, self._y(label.y) - _LETTER, wide, high)
        edge = self.layout.flow.edges[label.edge]
        name = f"{self._name(edge.source)} > {self._name(edge.target)}: jawaban"
        align = "right" if label.is_end else "left"
        shape = self.pen.words_only(self.number, name, frame, label.lines, align)
        self.cells.setdefault((label.row, 0), []).append(shape)
        self.number += 1

    def _joint(self, joint: Joint) -> None:
        """Both pentagons of a page break: at the foot of one page and the head of the next."""
        left = joint.shown_x * self.lane - _PENTAGON_WIDTH / 2
        foot = self.heights[joint.row - 1] - _PENTAGON_HEIGHT - 0.5
        for row, top in ((joint.row - 1, foot), (joint.row, 0.5)):
            frame = Frame(left, top, _PENTAGON_WIDTH, _PENTAGON_HEIGHT)
            name = f"sop:sambungan {joint.letter}"
            words = f"Sambungan ke halaman lain, huruf {joint.letter}"
            shape = self.pen.symbol(
                self.number, name, words, "flowChartOffpageConnector", frame, (joint.letter,)
            )
            self.cells.setdefault((row, 0), []).append(shape)
            self.number += 1
