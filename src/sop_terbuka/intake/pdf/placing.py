"""Symbols of a page on their rows and lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..reading import Place, Symbol
from .flow import Drawing
from .geometry import Box, union
from .head import Column
from .shapes import Shape
from .table import TableRow
from .words import Word
from .writing import text

SPAN = 0.3
"""A symbol of which this share lies over a second lane spans both."""


@dataclass
class Placed:
    """A symbol with the shape it came from."""

    shape: Shape
    row: int
    symbol: Symbol
    words: tuple[Word, ...]


def placed(drawing: Drawing) -> list[Placed]:
    """The page's shapes as symbols; `row` counts the rows of this page."""
    part = drawing.part
    lanes = part.head.lanes
    found = []
    for one in drawing.shapes:
        row = _row(one.box, part.rows)
        lane, last = _lanes(one.box, lanes)
        words = _words(one, part.sheet.page.words)
        doubt = "" if one.sure else "bentuk simbol ini tidak lazim"
        if not part.top - 3 <= one.box.centre[1] <= part.bottom + 3 and one.kind != "penghubung":
            doubt = doubt or "simbol ini berdiri di luar tabel"
        symbol = Symbol(
            lane,
            one.kind,
            text(words),
            last if last > lane else None,
            (Place(part.sheet.page.number, kotak=part.sheet.page.place(one.box)),),
            0.6 if doubt else 1.0,
            doubt,
        )
        found.append(Placed(one, row, symbol, words))
    return found


def _words(shape: Shape, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words written in a symbol; beside a decision's sides stand the answers of its arrows."""
    runs: dict[int, list[Word]] = {}
    for word in words:
        if shape.box.grown(1.0).holds(word.box.centre):
            runs.setdefault(word.run, []).append(word)
    found: list[Word] = []
    for run in runs.values():
        middle = union(word.box for word in run).centre
        if shape.distance(middle) == 0:
            found += run
    return tuple(found)


def order(one: Placed) -> tuple[bool, float, float]:
    """Place of a symbol among those of its row: from top to bottom, connectors last."""
    box = one.shape.box
    return one.symbol.jenis == "penghubung", round(box.centre[1] / 6), box.x0


def _row(box: Box, rows: Sequence[TableRow]) -> int:
    """The row most of a symbol stands in, the first or last where it stands outside."""
    best, share = 0, -1.0
    for n, row in enumerate(rows):
        common = min(box.bottom, row.strip.bottom) - max(box.top, row.strip.top)
        if common > share:
            best, share = n, common
    if share <= 0:
        return 0 if box.centre[1] < rows[0].strip.top else len(rows) - 1
    return best


def _lanes(box: Box, lanes: Sequence[Column]) -> tuple[int, int]:
    """First and last lane of a symbol."""
    common = [max(min(box.x1, lane.x1) - max(box.x0, lane.x0), 0.0) for lane in lanes]
    largest = max(range(len(lanes)), key=lambda n: common[n])
    own = lanes[largest]
    wide = box.width > 0.9 * (own.x1 - own.x0)
    over = [
        n
        for n, width in enumerate(common)
        if width >= SPAN * box.width or (wide and width >= 0.4 * (lanes[n].x1 - lanes[n].x0))
    ]
    if not over:
        return largest, largest
    return min(over), max(over)
