"""Text cells of the matrix rows on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..reading import COLUMNS, Place, Value
from ..reading import Column as Key
from .cells import Cell, Grid
from .content import Content
from .geometry import Box, union
from .head import Column, Head
from .roles import number
from .rows import Strip
from .words import Word
from .writing import lines, text


@dataclass
class TableRow:
    """One row as it stands on one page."""

    strip: Strip
    page: Content
    no: str = ""
    cells: dict[Key, Value] = field(default_factory=dict)
    merged: set[Key] = field(default_factory=set)
    used: set[int] = field(default_factory=set)

    @property
    def empty(self) -> bool:
        """Whether the row has no text at all."""
        return not self.no and not any(self.cells.values())


def table(page: Content, grid: Grid, head: Head, strips: Sequence[Strip]) -> list[TableRow]:
    """The rows with the text of their cells; a merged cell's text stands in each row it covers."""
    if not strips:
        return []
    columns: dict[Key, Column] = {}
    for key in COLUMNS:
        column = head.column(key)
        if column is not None:
            columns[key] = column
    numbers = head.column("no")
    area = Box(
        head.columns[0].x0 - 2, strips[0].top - 1, head.columns[-1].x1 + 2, strips[-1].bottom + 1
    )
    inside = [word for word in page.words if area.holds(word.point)]
    rows = [TableRow(strip, page) for strip in strips]
    owners: dict[tuple[Key, int], Key] = {}
    before: dict[Key, tuple[int, ...]] = {}
    for row in rows:
        if numbers is not None:
            box = Box(numbers.x0, row.strip.top, numbers.x1, row.strip.bottom)
            marks = [word for word in inside if box.holds(word.point)]
            row.no = number(text(marks))
            if row.no:
                row.used |= {id(word) for word in marks}
        for key, column in columns.items():
            cell = _cell(grid, column, row.strip)
            if cell is not None and _wide(cell, column) and _written_over(cell, column, inside):
                owner = owners.setdefault((key, cell.index), _first(columns, cell))
                if owner != key:
                    continue
            elif cell is not None and _wide(cell, column):
                cell = Cell(cell.index, _narrowed(cell.box, column))
            if cell is not None and _rows_apart(cell, column, strips, inside):
                cell = None
            box = _area(cell, column, row.strip, strips)
            words = [word for word in inside if box.holds(word.point)]
            if cell is not None:
                same = tuple(id(word) for word in words)
                if same and before.get(key) == same:
                    row.merged.add(key)
                before[key] = same
            if words:
                row.used |= {id(word) for word in words}
                row.cells[key] = value(page, words)
    return rows


def value(page: Content, words: Sequence[Word], doubt: str = "") -> Value:
    """A text with its place on the page."""
    box = union(word.box for word in words)
    written = text(words)
    if "(cid:" in written:
        doubt = doubt or "ada huruf yang tidak dapat dibaca dari berkas"
    return Value(
        written, (Place(page.number, kotak=page.place(box)),), 0.6 if doubt else 1.0, doubt
    )


def _wide(cell: Cell, column: Column) -> bool:
    """Whether a cell lies over more than its column."""
    return cell.box.width > (column.x1 - column.x0) * 1.4 + 8


def _narrowed(box: Box, column: Column) -> Box:
    """A box cut to the sides of a column."""
    return Box(column.x0, box.top, column.x1, box.bottom)


def _written_over(cell: Cell, column: Column, words: Sequence[Word]) -> bool:
    """Whether text runs over a side of the column inside the cell: then the cells are one.

    Where none does, only a rule is missing.
    """
    sides = [x for x in (column.x0, column.x1) if cell.box.x0 + 4 < x < cell.box.x1 - 4]
    inside = [word for word in words if cell.box.holds(word.point)]
    return any(
        (line.words[n].box.x1 > x - 1 and line.words[n].box.x0 < x + 1)
        or (
            n + 1 < len(line.words)
            and line.words[n].box.x1 <= x <= line.words[n + 1].box.x0
            and line.words[n + 1].box.x0 - line.words[n].box.x1 < 0.6 * line.words[n].size
        )
        for line in lines(inside)
        for n in range(len(line.words))
        for x in sides
    )


def _rows_apart(cell: Cell, column: Column, strips: Sequence[Strip], words: Sequence[Word]) -> bool:
    """Whether a cell over several rows has a text of its own in each: a rule is missing."""
    covered = [s for s in strips if cell.box.top - 2 <= s.middle <= cell.box.bottom + 2]
    if len(covered) < 2:
        return False
    box = _narrowed(cell.box, column)
    written = lines(word for word in words if box.holds(word.point))
    if any(
        line.box.top < s.bottom - 1 and line.box.bottom > s.bottom + 1
        for line in written
        for s in covered[:-1]
    ):
        return False
    in_rows = [[one for one in written if s.top <= one.box.centre[1] <= s.bottom] for s in covered]
    if not all(in_rows):
        return False
    return all(
        lower[0].box.top - upper[-1].box.bottom > 0.9 * upper[-1].words[0].size
        for upper, lower in pairwise(in_rows)
    )


def _cell(grid: Grid, column: Column, strip: Strip) -> Cell | None:
    """The cell of a column in a row: the one most of three points at its middle lie in."""
    height = strip.bottom - strip.top
    for share in (0.5, 0.25, 0.75):
        for across in (0.5, 0.2, 0.8):
            x = column.x0 + (column.x1 - column.x0) * across
            cell = grid.at((x, strip.top + height * share))
            if cell is not None and cell.box.width > 0.5 * (column.x1 - column.x0):
                return cell
    return None


def _first(columns: dict[Key, Column], cell: Cell) -> Key:
    """The leftmost of the columns a wide cell lies over."""
    over = [
        key
        for key, column in columns.items()
        if cell.box.x0 - 2 <= (column.x0 + column.x1) / 2 <= cell.box.x1 + 2
    ]
    return min(over, key=lambda key: columns[key].x0) if over else "kegiatan"


def _area(cell: Cell | None, column: Column, strip: Strip, strips: Sequence[Strip]) -> Box:
    """Where a cell's words stand: its own box, cut to the rows of this page."""
    if cell is None:
        return Box(column.x0, strip.top, column.x1, strip.bottom)
    x0, x1 = cell.box.x0, cell.box.x1
    if not _wide(cell, column):
        x0 = x0 if abs(x0 - column.x0) <= 4 else column.x0
        x1 = x1 if abs(x1 - column.x1) <= 4 else column.x1
    top, bottom = cell.box.top, cell.box.bottom
    covered = [s for s in strips if top - 2 <= s.middle <= bottom + 2]
    if not covered or column.role == "kegiatan":
        return Box(x0, strip.top, x1, strip.bottom)
    return Box(x0, covered[0].top, x1, covered[-1].bottom)
