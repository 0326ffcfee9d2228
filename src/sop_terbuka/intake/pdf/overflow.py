"""Text that runs out of its cell: clipped on paper, whole in the text layer."""

from collections.abc import Sequence
from itertools import groupby

from .cells import Cell, Grid
from .content import Content
from .geometry import Box, Point, union
from .words import Word

EDGE = 6.0
"""Text that starts this near its cell's edge is set against that edge."""


def anchor(page: Content, grid: Grid) -> None:
    """Give every word of an overflowing text the cell the text belongs to."""
    upright = [word for word in page.words if word.upright]
    runs = [list(words) for _, words in groupby(upright, key=lambda word: word.run)]
    for run in runs:
        _across(run, grid)
    for block in _blocks(runs):
        _down(block, grid)


def _across(run: Sequence[Word], grid: Grid) -> None:
    """A line that crosses an upright rule belongs where it starts, or else where its middle is."""
    if not any(_straddles(word, grid) for word in run):
        return
    box = union(word.box for word in run)
    y = box.centre[1]
    start = grid.at((box.x0 + 1, y))
    middle: Point = box.centre
    if start is None or box.x0 - start.box.x0 <= EDGE:
        middle = (box.x0 + 1, y)
    for word in run:
        word.anchor = middle


def _straddles(word: Word, grid: Grid) -> bool:
    box = word.box
    y = box.centre[1]
    first, last = grid.at((box.x0 + 1.2, y)), grid.at((box.x1 - 1.2, y))
    if first is None or last is None or first.index == last.index:
        return False
    return any(
        box.x0 + 1.2 < at < box.x1 - 1.2 and any(s <= y <= e for s, e in spans)
        for at, spans in grid.upright
    )


def _blocks(runs: Sequence[Sequence[Word]]) -> list[list[Sequence[Word]]]:
    """Lines written one after the other, each directly below the one before."""
    found: list[list[Sequence[Word]]] = []
    for run in runs:
        if found and _below(found[-1][-1], run):
            found[-1].append(run)
        else:
            found.append([run])
    return [block for block in found if len(block) > 1]


def _below(upper: Sequence[Word], lower: Sequence[Word]) -> bool:
    a, b = union(word.box for word in upper), union(word.box for word in lower)
    size = max(upper[0].size, lower[0].size)
    step = b.bottom - a.bottom
    overlap = min(a.x1, b.x1) - max(a.x0, b.x0)
    return 0.7 * size <= step <= 1.45 * size and overlap > 0.5 * min(a.width, b.width)


def _down(block: Sequence[Sequence[Word]], grid: Grid) -> None:
    """A block taller than its cell belongs to one cell, not line by line to several."""
    cells: dict[int, Cell] = {}
    for run in block:
        cell = grid.at(run[0].point)
        if cell is not None:
            cells[cell.index] = cell
    if len(cells) < 2 or not any(_cut(run, grid) for run in block):
        return
    whole = union(word.box for run in block for word in run)
    owner = _owner(whole, list(cells.values())) or _begun(block, grid)
    if owner is None:
        return
    for run in block:
        for word in run:
            x = min(max(word.point[0], owner.box.x0 + 1), owner.box.x1 - 1)
            y = min(max(word.point[1], owner.box.top + 1), owner.box.bottom - 1)
            if (x, y) != word.point:
                word.anchor = (x, y)


def _cut(run: Sequence[Word], grid: Grid) -> bool:
    """Whether a level rule runs through the line, as it does only where text overflows."""
    box = union(word.box for word in run)
    slack = 0.22 * box.height
    return any(
        box.top + slack < at < box.bottom - slack and any(s <= box.centre[0] <= e for s, e in spans)
        for at, spans in grid.level
    )


def _begun(block: Sequence[Sequence[Word]], grid: Grid) -> Cell | None:
    """The cell of the first lines, where the rule below it runs through the last one only."""
    if _cut(block[-1], grid) and not any(_cut(run, grid) for run in block[:-1]):
        cells = [grid.at(run[0].point) for run in block[:-1]]
        if cells[0] is not None and all(cell == cells[0] for cell in cells):
            return cells[0]
    return None


def _owner(whole: Box, cells: Sequence[Cell]) -> Cell | None:
    for cell in sorted(cells, key=lambda cell: cell.box.top):
        if whole.height < 0.9 * cell.box.height:
            continue
        level = abs(whole.centre[1] - cell.box.centre[1]) <= 3.5
        hanging = abs(whole.top - cell.box.top) <= 3.0
        standing = abs(whole.bottom - cell.box.bottom) <= 3.0
        if level or hanging or standing:
            return cell
    return None
