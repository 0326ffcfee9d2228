"""Rows that a page break cuts in two."""

from collections.abc import Sequence

from ..reading import COLUMNS, EMPTY, Place, Row, Symbol, Value
from .pages import Part
from .table import TableRow


def goes_on(group: Sequence[Part], part: Part) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    first = part.rows[0]
    numbered = [row for one in group for row in one.rows if row.no]
    if first.no or len(numbered) < 2 or part.head.column("no") is None:
        return False
    last = group[group.index(part) - 1].rows[-1]
    activity = first.cells.get("kegiatan", EMPTY).teks
    if not last.no or not any(first.cells.values()):
        return False
    return first.strip.open_top or not activity or activity[:1].islower()


def joined_row(before: Row, rest: TableRow, symbols: tuple[Symbol, ...], place: Place) -> Row:
    """The two parts of a row as one."""
    cells = dict(before.sel)
    for key in COLUMNS:
        more = rest.cells.get(key)
        if not more:
            continue
        old = cells.get(key, EMPTY)
        cells[key] = Value(
            f"{old.teks} {more.teks}".strip(),
            old.tempat + more.tempat,
            min(old.yakin, more.yakin, 0.8),
            old.ragu or more.ragu or "baris ini terpotong pergantian halaman",
        )
    return Row(before.no, cells, before.simbol + symbols, before.gabung, (*before.tempat, place))
