"""Tables of a scan's text whose cells slipped sideways: the time column shows by how much."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..grid import Cell, Grid, spaced
from ..matrix import Head
from ..reading import Column

_DURATION = re.compile(
    r"^[±]?\s*(?:maks\w*\.?\s*)?\d+[\d.,\s]*(?:\([^)]*\)\s*)?(?:(?:-|–|s/d|sampai)\s*\d+\s*)?"
    r"(?:menit|jam|hari|minggu|bulan|tahun|detik)\b",
    re.IGNORECASE,
)
_SHARE = 0.7
_ORDER: tuple[Column, ...] = ("kelengkapan", "waktu", "output", "keterangan")


def straightened(grid: Grid, heads: Sequence[Head]) -> tuple[Grid, list[Head]]:
    """The grid with slipped rows moved back under their heads, and heads over their columns."""
    cells = list(grid.cells)
    mended: list[Head] = []
    for index, head in enumerate(heads):
        end = heads[index + 1].top if index + 1 < len(heads) else grid.rows
        head = _with_lost_output(head)
        usual, shifts = _shifts(grid, head, end)
        if shifts:
            head = _over_columns(
                grid, head, usual, [row for row, by in shifts.items() if by == usual]
            )
            cells = [_moved(cell, head, shifts.get(cell.baris, usual) - usual) for cell in cells]
        mended.append(head)
    return Grid(cells, grid.garis), mended


def _over_columns(grid: Grid, head: Head, usual: int, rows: Sequence[int]) -> Head:
    """The head with each role over the column that is filled in the rows."""

    def filled(column: int) -> int:
        return sum(bool(grid.text(row, column)) for row in rows)

    columns = {role: left for role, (left, _) in head.columns.items()}
    time = columns["waktu"] + usual
    columns["waktu"] = time
    if "kelengkapan" in columns and columns["kelengkapan"] < head.columns["waktu"][0]:
        own = columns["kelengkapan"]
        choices = [column for column in (own, own + usual, time - 1) if column < time]
        columns["kelengkapan"] = max(choices, key=filled)
    last = time
    for role in ("output", "keterangan"):
        if role in columns and columns[role] > head.columns["waktu"][0]:
            own = columns[role]
            choices = [column for column in (own, own + usual, last + 1) if column > last]
            columns[role] = max(choices, key=filled)
            last = columns[role]
    return replace(head, columns={role: (column, column) for role, column in columns.items()})


def _with_lost_output(head: Head) -> Head:
    """A head with requirements and time but no result lost that word; it is the next column."""
    if "output" in head.columns or not {"kelengkapan", "waktu"} <= set(head.columns):
        return head
    column = head.columns["waktu"][1] + 1
    columns = dict(head.columns) | {"output": (column, column)}
    if "keterangan" in columns and columns["keterangan"][0] <= column:
        columns["keterangan"] = (column + 1, column + 1)
    return replace(head, columns=columns)


def _shifts(grid: Grid, head: Head, end: int) -> tuple[int, dict[int, int]]:
    """How far the cells of most rows stand right of their heads, and those of each row."""
    if "waktu" not in head.columns:
        return 0, {}
    wanted = head.columns["waktu"][0]
    first = head.columns["kegiatan"][1]
    found: dict[int, int] = {}
    for row in range(head.bottom + 1, end):
        at = [
            cell.kolom
            for cell in grid.row(row)
            if cell.kolom > first and _DURATION.match(spaced(cell.teks))
        ]
        if at and wanted not in at:
            found[row] = min(at, key=lambda column: abs(column - wanted)) - wanted
        elif at:
            found[row] = 0
    if not found:
        return 0, {}
    usual, times = Counter(found.values()).most_common(1)[0]
    return (usual if times >= _SHARE * len(found) else 0), found


def _moved(cell: Cell, head: Head, shift: int) -> Cell:
    if not shift:
        return cell
    left = min(head.columns[name][0] for name in _ORDER if name in head.columns)
    if cell.kolom < left + min(shift, 0) or (shift > 0 and cell.kolom < left + shift):
        return cell
    return replace(cell, kolom=cell.kolom - shift)
