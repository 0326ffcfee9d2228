"""Pages with their grids, and the parts of matrices that stand on them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .cells import Grid
from .content import Content
from .edges import edges
from .geometry import groups
from .head import NARROW, Column, Head, heads
from .lanes import parted
from .loose import loose_heads
from .numbering import numbered
from .overflow import anchor
from .rows import strips
from .table import TableRow, table


@dataclass
class Sheet:
    """A page, its grid, and the heads on it."""

    page: Content
    grid: Grid
    heads: list[Head] = field(default_factory=list)


@dataclass
class Part:
    """The stretch of one matrix on one page."""

    sheet: Sheet
    head: Head
    rows: list[TableRow]
    headed: bool

    @property
    def top(self) -> float:
        """Where the rows begin."""
        return self.rows[0].strip.top

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.rows[-1].strip.bottom


def sheet(page: Content) -> Sheet:
    """A page with what its rules make of it."""
    grid = Grid(edges(page))
    anchor(page, grid)
    found = heads(page, grid) or loose_heads(page, grid)
    return Sheet(page, grid, [parted(page, head) for head in found])


def parts(sheets: Sequence[Sheet]) -> list[Part]:
    """All stretches of matrices, page by page; one without a head takes the columns before it."""
    found: list[Part] = []
    last: Part | None = None
    for one in sheets:
        if not one.heads and last is not None:
            part = _continued(one, last)
            if part is not None:
                found.append(part)
                last = part
            continue
        for n, head in enumerate(one.heads):
            end = one.heads[n + 1].top if n + 1 < len(one.heads) else one.page.height
            known, found_rows = _rows(one, head, head.bottom, end)
            if found_rows:
                below = replace(known, below=found_rows[0].strip.top + 1)
                last = Part(one, below, found_rows, True)
                found.append(last)
    return found


def _rows(one: Sheet, head: Head, start: float, end: float) -> tuple[Head, list[TableRow]]:
    """The rows between two heights; a number column is found where only its rule is missing."""
    found = strips(one.page, one.grid, head, start, end)
    better = numbered(one.page, one.grid, head, found)
    if better is not None:
        head = better
        found = strips(one.page, one.grid, head, start, end)
    return head, table(one.page, one.grid, head, found)


def _continued(one: Sheet, last: Part) -> Part | None:
    """The rows of a page without a head, if its columns are those of the page before."""
    head = _same_places(one, last.head) or _same_order(one, last.head)
    if head is None:
        return None
    head, rows = _rows(one, head, 0.0, one.page.height)
    return Part(one, head, rows, False) if rows else None


def _same_places(one: Sheet, head: Head) -> Head | None:
    """The columns before where this page has rules at the same places."""
    bounds = [column.x0 for column in head.columns] + [head.columns[-1].x1]
    at = [x for x, spans in one.grid.upright if sum(e - s for s, e in spans) > 15]
    near = sum(any(abs(x - b) <= 4 for x in at) for b in bounds)
    if near < 0.75 * len(bounds):
        return None
    top = min((y for y in one.grid.ys), default=0.0)
    return replace(head, top=top, bottom=top)


def _same_order(one: Sheet, head: Head) -> Head | None:
    """The columns before where this page has as many, however wide."""
    long = [x for x, spans in one.grid.upright if sum(e - s for s, e in spans) > 0.7 * _height(one)]
    bounds = [sum(near) / len(near) for near in groups(long, NARROW)]
    if len(bounds) != len(head.columns) + 1:
        return None
    columns: list[Column] = [
        replace(column, x0=x0, x1=x1)
        for column, x0, x1 in zip(head.columns, bounds, bounds[1:], strict=False)
    ]
    top = min(one.grid.ys, default=0.0)
    return Head(top, top, tuple(columns))


def _height(one: Sheet) -> float:
    """Height of the largest table on the page."""
    return max((e - s for _, spans in one.grid.upright for s, e in spans), default=0.0)
