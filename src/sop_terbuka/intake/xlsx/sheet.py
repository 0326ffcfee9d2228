"""One worksheet as a grid of cells, and where its columns and rows lie on the sheet."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...data.tanggal import BULAN
from ..grid import Cell, Grid
from ..reading import Place

_MOST_ROWS = 3000
_MOST_COLUMNS = 120
_DEFAULT_WIDTH = 64 / 7
_DEFAULT_HEIGHT = 15.0
_POINTS_A_PIXEL = 0.75


@dataclass(frozen=True)
class Measures:
    """The left edges of columns and the upper edges of rows, in points."""

    columns: Sequence[float]
    rows: Sequence[float]

    def point(self, column: int, x: float, row: int, y: float) -> tuple[float, float]:
        """A place given as cell and offset, kept within that cell."""
        return _at(self.columns, column, x), _at(self.rows, row, y)


def _at(edges: Sequence[float], index: int, offset: float) -> float:
    if index + 1 >= len(edges):
        return edges[-1] + offset
    return min(edges[index] + offset, edges[index + 1])


def grid_of(sheet: Worksheet, number: int) -> Grid:
    """The sheet's cells; `number` is its place in the workbook, from 1."""
    rows = min(sheet.max_row, _MOST_ROWS)
    columns = min(sheet.max_column, _MOST_COLUMNS)
    spans = {(m.min_row, m.min_col): m for m in sheet.merged_cells.ranges}
    cells: list[Cell] = []
    ruled: set[tuple[int, int]] = set()
    for line in sheet.iter_rows(min_row=1, max_row=rows, max_col=columns):
        for cell in line:
            row, column = cell.row, cell.column
            border = cell.border
            if border.top is not None and border.top.style:
                ruled.add((row - 1, column - 1))
            if border.bottom is not None and border.bottom.style:
                ruled.add((row, column - 1))
            span = spans.get((row, column))
            if not isinstance(cell, SheetCell) or (cell.value is None and span is None):
                continue
            address = f"{get_column_letter(column)}{row}"
            if span is not None:
                address = str(span.coord)
            cells.append(
                Cell(
                    row - 1,
                    column - 1,
                    text_of(cell),
                    (span.max_row - row + 1) if span else 1,
                    (span.max_col - column + 1) if span else 1,
                    (Place(number, sel=address),),
                )
            )
    return Grid(cells, frozenset(ruled) if ruled else None)


def text_of(cell: SheetCell) -> str:
    """A cell's value as the sheet shows it: whole numbers, dates in words, units of its format."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.day} {BULAN[value.month - 1]} {value.year}"
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        number = str(int(value)) if float(value).is_integer() else str(value).replace(".", ",")
        words = re.search(r'^[#0.,]+\s*"([^"]*)"', cell.number_format or "")
        return f"{number} {words[1].strip()}" if words else number
    return str(value)


def measures_of(sheet: Worksheet) -> Measures:
    """Where the sheet's columns and rows begin."""
    default = sheet.sheet_format.defaultColWidth or _DEFAULT_WIDTH
    widths = {}
    for dimension in sheet.column_dimensions.values():
        first, last = dimension.min or 0, min(dimension.max or 0, _MOST_COLUMNS + 20)
        for column in range(first, last + 1):
            width = dimension.width if dimension.width else default
            widths[column] = 0.0 if dimension.hidden else width
    height = sheet.sheet_format.defaultRowHeight or _DEFAULT_HEIGHT
    columns = [0.0]
    for column in range(1, min(sheet.max_column, _MOST_COLUMNS) + 20):
        columns.append(columns[-1] + round(widths.get(column, default) * 7) * _POINTS_A_PIXEL)
    rows = [0.0]
    for row in range(1, min(sheet.max_row, _MOST_ROWS) + 100):
        dimension = sheet.row_dimensions.get(row)
        own = dimension.height if dimension is not None and dimension.height else height
        rows.append(rows[-1] + (0.0 if dimension is not None and dimension.hidden else own))
    return Measures(columns, rows)
