"""The sheets of the workbook: the identity, then the matrix with its flow."""

import datetime
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ....drawing.matrix.print import MARGIN
from ..content import JUDUL, KOLOM_MUTU, Baris, Isi
from ..word.flow import SCALE, Flow
from ..word.measure import line_count, words_of
from .drawing import Grid, Pen, drawing_xml

# Widths in pixels: Excel keeps whole ones, and shapes are placed by them.
_NUMBER, _ACTIVITY, _LANE, _NEEDS, _TIME, _OUTPUT, _REMARKS = 36, 260, 84, 170, 84, 170, 130
_IDENTITY = (420, 150, 300)
_POINTS_A_PIXEL = 0.75
_SIZE, _LEADING, _GAP = 10.0, 13.5, 6.0
_HEAD_ROW, _NAME_ROW = 18.0, 45.0
_MOST = 409.0
_FIRST_ROW = 6
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="EEEEEE")
_TEXT = Alignment(wrap_text=True, vertical="top")
_MIDDLE = Alignment(wrap_text=True, vertical="center", horizontal="center")
# A workbook holds its making; one moment for all makes the same bytes every time.
_MADE = datetime.datetime(2000, 1, 1)


def workbook(isi: Isi) -> tuple[bytes, str]:
    """The workbook without its drawing, and the drawing of its second sheet ("" for none)."""
    book = Workbook()
    book.properties.created = book.properties.modified = _MADE
    book.properties.title = isi.judul
    book.properties.creator = isi.instansi
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Identitas"
    _identity(cover, isi)
    drawing = ""
    if isi.baris:
        sheet = book.create_sheet("Alur")
        drawing = _matrix(sheet, isi)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), drawing


def _page(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, pixels in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = pixels / 7
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    last: tuple[int, int] | None = None,
    is_head: bool = False,
    is_bare: bool = False,
) -> None:
    """A cell of text, merged to `last` (row, column); never a formula."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text) or None
    if text:
        cell.data_type = "s"
    cell.font = Font(name="Arial", size=_SIZE, bold=is_head)
    cell.alignment = _MIDDLE if is_head else _TEXT
    bottom, right = last or (row, column)
    if not is_bare:
        for r in range(row, bottom + 1):
            for c in range(column, right + 1):
                sheet.cell(r, c).border = _BOX
                if is_head:
                    sheet.cell(r, c).fill = _GREY
    if last and last != (row, column):
        sheet.merge_cells(start_row=row, start_column=column, end_row=bottom, end_column=right)


def _identity(sheet: Worksheet, isi: Isi) -> None:
    _page(sheet, _IDENTITY)
    fields = [(item.label, item.isi) for item in isi.identitas]
    signed = isi.pengesahan
    rows = [
        *fields,
        ("Disahkan oleh", signed.jabatan),
        ("", ""),
        ("", signed.nama),
        ("", signed.nip),
        ("Nama SOP", isi.nama_sop),
    ]
    heads = [*isi.kop, *([isi.unit] if isi.unit else [])]
    for row in range(1, max(len(rows), len(heads)) + 1):
        label, value = rows[row - 1] if row <= len(rows) else ("", "")
        _put(sheet, row, 1, heads[row - 1] if row <= len(heads) else "")
        _put(sheet, row, 2, label)
        _put(sheet, row, 3, value)
    row = max(len(rows), len(heads)) + 1
    for one, other in isi.kotak:
        _put(sheet, row, 1, one.judul, is_head=True)
        _put(sheet, row, 2, other.judul, (row, 3), is_head=True)
        for n in range(max(len(one.butir), len(other.butir), 1)):
            row += 1
            left, right = _item(one.butir, n), _item(other.butir, n)
            _put(sheet, row, 1, left)
            _put(sheet, row, 2, right, (row, 3))
            sheet.row_dimensions[row].height = max(
                _tall(left, _IDENTITY[0]), _tall(right, _IDENTITY[1] + _IDENTITY[2])
            )
        row += 1


def _item(items: Sequence[str], n: int) -> str:
    if n >= len(items):
        return ""
    return f"{n + 1}. {items[n]}" if len(items) > 1 else items[n]


def _tall(text: str, pixels: int) -> float:
    """The height of a text in a column, in points."""
    room = (pixels - 8) * _POINTS_A_PIXEL
    lines = sum(line_count(words_of(part), room, _SIZE) for part in (text or " ").split("\n"))
    return min(_MOST, lines * _LEADING + _GAP)


def _matrix(sheet: Worksheet, isi: Isi) -> str:
    count = len(isi.pelaksana)
    widths = (_NUMBER, _ACTIVITY, *[_LANE] * count, _NEEDS, _TIME, _OUTPUT, _REMARKS)
    _page(sheet, widths)
    first = _FIRST_ROW + bool(isi.kelompok)
    sheet.print_title_rows = f"4:{first - 1}"
    _put(sheet, 1, 1, JUDUL, is_bare=True)
    _put(sheet, 2, 1, isi.nama, is_bare=True)
    _heads(sheet, isi.pelaksana, isi.kelompok)
    tops = [15.0, 15.0, 15.0, _HEAD_ROW, *([_HEAD_ROW] if isi.kelompok else []), _NAME_ROW]
    for row, tall in enumerate(tops, start=1):
        sheet.row_dimensions[row].height = tall
    heights = []
    for n, line in enumerate(isi.baris):
        tall = max(_row_height(line), _drawn_height(isi, n))
        # Excel keeps heights in steps of a quarter point.
        heights.append(min(_MOST, -(-tall * 4 // 1) / 4))
        sheet.row_dimensions[first + n].height = heights[-1]
        _row(sheet, isi, n, first)
    flow = Flow(isi.tata_letak, _LANE * _POINTS_A_PIXEL, heights, (), isi.kata_lambang, Pen())
    grid = Grid(widths, [*tops, *heights])
    return drawing_xml(flow.cells, grid, first - 1, 2)


def _drawn_height(isi: Isi, n: int) -> float:
    """What the symbols of a row need."""
    return (isi.tata_letak.heights[n] + 2 * MARGIN) * SCALE + 2


def _row_height(line: Baris) -> float:
    return max(
        _tall(line.kegiatan, _ACTIVITY),
        _tall(_bullets(line.kelengkapan), _NEEDS),
        _tall(line.waktu, _TIME),
        _tall(_bullets(line.output), _OUTPUT),
        _tall(line.keterangan, _REMARKS),
    )


def _bullets(items: Sequence[str]) -> str:
    return "\n".join(f"• {item}" for item in items) if len(items) > 1 else "".join(items)


def _heads(sheet: Worksheet, names: Sequence[str], groups: Sequence[tuple[str, int]]) -> None:
    """The head in two rows, or in three where some lanes have a head in common."""
    last, low = 2 + len(names), 6 if groups else 5
    _put(sheet, 4, 1, "No", (low, 1), is_head=True)
    _put(sheet, 4, 2, "Kegiatan", (low, 2), is_head=True)
    _put(sheet, 4, 3, "Pelaksana", (4, last), is_head=True)
    alone = [not name for name, count in groups for _ in range(count)] or [False] * len(names)
    for n, name in enumerate(names):
        _put(sheet, 5 if alone[n] else low, 3 + n, name, (low, 3 + n), is_head=True)
    lane = 3
    for name, count in groups:
        if name:
            _put(sheet, 5, lane, name, (5, lane + count - 1), is_head=True)
        lane += count
    _put(sheet, 4, last + 1, "Mutu baku", (4, last + 3), is_head=True)
    for n, name in enumerate(KOLOM_MUTU):
        _put(sheet, 5, last + 1 + n, name, (low, last + 1 + n), is_head=True)
    _put(sheet, 4, last + 4, "Ket.", (low, last + 4), is_head=True)


def _row(sheet: Worksheet, isi: Isi, n: int, first: int) -> None:
    line, row = isi.baris[n], first + n
    last = 2 + len(isi.pelaksana)
    _put(sheet, row, 1, line.nomor)
    _put(sheet, row, 2, line.kegiatan)
    for lane in range(3, last + 1):
        _put(sheet, row, lane, "")
    texts = {
        "kelengkapan": _bullets(line.kelengkapan),
        "waktu": line.waktu,
        "output": _bullets(line.output),
        "keterangan": line.keterangan,
    }
    for k, (key, text) in enumerate(texts.items()):
        if key in line.gabung:
            continue
        end = n
        while end + 1 < len(isi.baris) and key in isi.baris[end + 1].gabung:
            end += 1
        _put(sheet, row, last + 1 + k, text, (first + end, last + 1 + k))
