"""The pages of a file as the review sheet shows them: pictures, tables of cells, or lines."""

import base64
import io
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from ..grid import Grid
from ..office import readable
from ..reading import IntakeError, Reading

_DPI = 100
_POINTS = 72
_MOST_PAGES = 60
_MOST_ROWS, _MOST_COLUMNS = 400, 60
Page = dict[str, Any]


def pages_of(path: Path, reading: Reading) -> list[Page]:
    """The pages that the reading stands on."""
    wanted = set(_page_numbers(reading)) or {1}
    with readable(path) as file:
        suffix = file.suffix.lower()
        if suffix == ".pdf":
            return list(_pictures(file, sorted(wanted)[:_MOST_PAGES]))
        if suffix in (".xlsx", ".xlsm"):
            return list(_sheets(file, wanted))
        if suffix == ".docx":
            return list(_tables(file))
        return [_lines(file)]


def _page_numbers(reading: Reading) -> Iterator[int]:
    values = [*reading.unit, *reading.identitas.values(), *reading.sisa]
    values += [value for listed in reading.daftar.values() for value in listed]
    values += [value for row in reading.langkah for value in row.sel.values()]
    places = [place for value in values for place in value.tempat]
    places += [place for row in reading.langkah for s in row.simbol for place in s.tempat]
    places += [place for arrow in reading.panah for place in arrow.tempat]
    yield from (place.halaman for place in places)


def _pictures(path: Path, numbers: Collection[int]) -> Iterator[Page]:
    try:
        import pypdfium2
    except ModuleNotFoundError:
        raise IntakeError(
            "pustaka pypdfium2 belum terpasang. Jalankan: pip install 'sop-terbuka[impor]'"
        ) from None
    document = pypdfium2.PdfDocument(str(path))
    try:
        for number in numbers:
            if not 1 <= number <= len(document):
                continue
            page = document[number - 1]
            width, height = page.get_size()
            picture = page.render(scale=_DPI / _POINTS).to_pil().convert("RGB")
            buffer = io.BytesIO()
            picture.save(buffer, "JPEG", quality=72)
            data = base64.b64encode(buffer.getvalue()).decode("ascii")
            yield {
                "halaman": number,
                "gambar": f"data:image/jpeg;base64,{data}",
                "ukuran": [round(width, 1), round(height, 1)],
            }
            page.close()
    finally:
        document.close()


def _sheets(path: Path, wanted: Collection[int]) -> Iterator[Page]:
    import openpyxl

    from ..xlsx.sheet import grid_of

    book = openpyxl.load_workbook(path, data_only=True)
    for number, sheet in enumerate(book.worksheets, start=1):
        if number in wanted:
            grid = grid_of(sheet, number)
            yield {
                "halaman": number,
                "judul": f"Lembar {sheet.title}",
                "tabel": _cells(grid, _sheet_address),
            }


def _sheet_address(row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row + 1}"


def _tables(path: Path) -> Iterator[Page]:
    import docx

    from ..word.numbering import Numbering
    from ..word.tables import table_of

    document = docx.Document(str(path))
    numbering = Numbering(document)
    for number, table in enumerate(document.tables, start=1):
        grid = table_of(table, number, numbering).grid
        yield {"halaman": number, "judul": f"Tabel {number}", "tabel": _cells(grid, _no_address)}


def _no_address(row: int, column: int) -> str:
    return ""


def _cells(grid: Grid, address: Callable[[int, int], str]) -> list[list[dict[str, Any]]]:
    """The rows of a grid with every cell, empty ones too, so that columns stand over each other."""
    rows = []
    for row in range(min(grid.rows, _MOST_ROWS)):
        cells: list[dict[str, Any]] = []
        for column in range(min(grid.columns, _MOST_COLUMNS)):
            cell = grid.at(row, column)
            if cell is None:
                cells.append({"teks": "", "sel": address(row, column), "lebar": 1, "tinggi": 1})
            elif (cell.baris, cell.kolom) == (row, column):
                place = cell.tempat[0].sel if cell.tempat else address(row, column)
                size = {"lebar": cell.lebar, "tinggi": cell.tinggi}
                cells.append({"teks": cell.teks, "sel": place} | size)
        rows.append(cells)
    return rows


def _lines(path: Path) -> Page:
    from ..text.lines import lines_of

    return {"halaman": 1, "baris": lines_of(path)}
