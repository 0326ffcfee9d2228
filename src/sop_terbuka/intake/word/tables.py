"""A Word table as a grid of cells, and about where its columns and rows lie."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.table import Table

from ..grid import Cell, Grid
from ..reading import Place
from .numbering import Numbering

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_LETTER = 4.6
"""About how wide a letter is in the small type of these tables, in points."""
_LINE = 11.5
_TWIPS = 20.0
_USUAL = 60.0
_LEAST_ROW = 14.0
_PARAGRAPH = 14.0


@dataclass
class WordTable:
    """A table's cells, their XML, and the estimated edges of columns and rows in points.

    `outside` are paragraphs above and below it with about how far their tops are from its own.
    """

    grid: Grid
    elements: list[tuple[Cell, "Element"]]
    columns: list[float]
    rows: list[float]
    outside: list[tuple["Element", float]] = field(default_factory=list)


def table_of(table: Table, number: int, numbering: Numbering) -> WordTable:
    """Read a table; `number` is its place among the document's tables, from 1."""
    widths = [
        float(column.get(qn("w:w")) or 0) / _TWIPS or _USUAL
        for column in table._tbl.tblGrid.iter(qn("w:gridCol"))
    ]
    cells: list[Cell] = []
    elements: list[tuple[Cell, Element]] = []
    open_cells: dict[int, int] = {}
    heights: list[float] = []
    for row, line in enumerate(table._tbl.tr_lst):
        column = _skipped(line)
        tallest = _LEAST_ROW
        for cell in line.iterchildren(qn("w:tc"), qn("w:sdt")):
            inner = cell if cell.tag == qn("w:tc") else cell.find(f".//{qn('w:tc')}")
            if inner is None:
                continue
            span = inner.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            wide = int(span.get(qn("w:val")) or 1) if span is not None else 1
            merge = inner.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
            if goes_on and column in open_cells:
                index = open_cells[column]
                old = cells[index]
                cells[index] = Cell(
                    old.baris, old.kolom, old.teks, row - old.baris + 1, old.lebar, old.tempat
                )
                elements.append((cells[index], inner))
                column += wide
                continue
            address = f"tabel {number}, baris {row + 1}, kolom {column + 1}"
            text = "\n".join(numbering.lines(inner))
            made = Cell(row, column, text, 1, wide, (Place(number, sel=address),))
            open_cells[column] = len(cells)
            cells.append(made)
            elements.append((made, inner))
            room = sum(widths[column : column + wide]) or _USUAL
            lines = sum(max(1, -(-len(part) * _LETTER // room)) for part in text.split("\n"))
            tallest = max(tallest, lines * _LINE if text else 0)
            column += wide
        heights.append(_row_height(line, tallest))
    columns = [0.0]
    for width in widths:
        columns.append(columns[-1] + width)
    rows = [0.0]
    for height in heights:
        rows.append(rows[-1] + height)
    final = {(cell.baris, cell.kolom): cell for cell in cells}
    elements = [(final[cell.baris, cell.kolom], element) for cell, element in elements]
    whole = WordTable(Grid(cells), elements, columns, rows)
    whole.outside = list(_around(table._tbl, rows[-1]))
    return whole


def _around(table: "Element", height: float) -> Iterator[tuple["Element", float]]:
    """The paragraphs between this table and the ones before and after it."""
    for number, element in enumerate(table.itersiblings(preceding=True), start=1):
        if element.tag != qn("w:p"):
            break
        yield element, -_PARAGRAPH * number
    for number, element in enumerate(table.itersiblings()):
        if element.tag != qn("w:p"):
            break
        yield element, height + _PARAGRAPH * number


def _skipped(line: "Element") -> int:
    """The columns that a row leaves out before its first cell."""
    before = line.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return int(before.get(qn("w:val")) or 0) if before is not None else 0


def _row_height(line: "Element", text: float) -> float:
    height = line.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    if height is None:
        return text
    points = float(height.get(qn("w:val")) or 0) / _TWIPS
    return points if height.get(qn("w:hRule")) == "exact" else max(points, text)
