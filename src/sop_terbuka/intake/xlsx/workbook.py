"""A workbook as readings: every sheet with a step matrix is one SOP."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zipfile import BadZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from .. import flow, folding
from ..archive import DAMAGED, Archive
from ..drawing import Words
from ..forms import is_form_name
from ..grid import Grid, spaced
from ..identity import Identity, identity
from ..matrix import Head, MatrixRow, heads, rows, without_total
from ..reading import IntakeError, Reading, Row, Value
from . import drawingml
from .sheet import Measures, grid_of, measures_of

SUFFIXES = (".xlsx", ".xlsm")


@dataclass
class _Sheet:
    name: str
    number: int
    grid: Grid
    measures: Measures
    drawing: drawingml.Drawing


def read(path: Path) -> list[Reading]:
    """Every SOP in the workbook; a sheet with only an identity belongs to the matrices after it."""
    with path.open("rb") as file:
        Archive(path)
        found = readings(file, path.name)
    if not found:
        raise IntakeError("tidak ada tabel langkah atau identitas SOP di berkas ini.")
    return found


def readings(file: IO[bytes], name: str) -> list[Reading]:
    """Every SOP in an open workbook; none where it holds none."""
    archive = Archive(file)
    sheets, hidden = _sheets(file, archive)
    heads_of = [heads(sheet.grid) for sheet in sheets]
    covers = [
        (sheet, identity(sheet.grid, 0, _before_matrix(sheet.grid, found)))
        for sheet, found in zip(sheets, heads_of, strict=True)
    ]
    found_readings: list[Reading] = []
    for place, (sheet, found) in enumerate(zip(sheets, heads_of, strict=True)):
        cover = _cover_of(covers, heads_of, place)
        pages = [_text(cover[0])] if cover and cover[0] is not sheet else []
        for index, head in enumerate(found):
            end = found[index + 1].top if index + 1 < len(found) else sheet.grid.rows
            reading = _with_cover(_matrix(name, sheet, head, end), sheet, head, cover)
            found_readings.append(replace(reading, teks_halaman=(*pages, _text(sheet))))
    cover = next((one for one in covers if one[1]), None)
    if not found_readings and cover is not None:
        found_readings.append(_with_cover(Reading(name), cover[0], None, cover))
        found_readings[0] = replace(
            found_readings[0],
            teks_halaman=(_text(cover[0]),),
            pesan=("tidak ada tabel langkah di berkas ini; hanya identitas yang terbaca",),
        )
    if hidden:
        note = f"lembar tersembunyi tidak dibaca: {', '.join(hidden)}"
        found_readings = [replace(r, pesan=(*r.pesan, note)) for r in found_readings]
    return found_readings


def _before_matrix(grid: Grid, found: Sequence[Head]) -> int:
    """The row before which an identity ends: the matrix's own title, or its head."""
    if not found:
        return grid.rows
    top = found[0].top
    titled = [
        cell.baris for cell in grid.filled() if 4 < cell.baris < top and is_form_name(cell.teks)
    ]
    return titled[-1] if titled else top


_Cover = tuple["_Sheet", Identity]


def _cover_of(
    covers: Sequence[_Cover], heads_of: Sequence[Sequence[Head]], place: int
) -> _Cover | None:
    """The identity of a sheet's matrix: its own, the last before it, else the next alone."""
    before = [one for one in covers[: place + 1] if one[1]]
    after = [
        one
        for one, found in zip(covers[place + 1 :], heads_of[place + 1 :], strict=True)
        if one[1] and not found
    ]
    return before[-1] if before else after[0] if after else None


def _sheets(file: IO[bytes], archive: Archive) -> tuple[list[_Sheet], list[str]]:
    try:
        book = openpyxl.load_workbook(file, data_only=True)
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, IndexError, AttributeError):
        raise IntakeError(DAMAGED) from None
    parts = drawingml.sheet_parts(archive)
    sheets, hidden = [], []
    for number, sheet in enumerate(book.worksheets, start=1):
        if not isinstance(sheet, Worksheet):
            continue
        if sheet.sheet_state != "visible":
            hidden.append(sheet.title.strip())
            continue
        measures = measures_of(sheet)
        drawing = drawingml.drawing_of(archive, parts.get(sheet.title, ""), measures, number)
        sheets.append(_Sheet(sheet.title, number, grid_of(sheet, number), measures, drawing))
    return sheets, hidden


def _text(sheet: _Sheet) -> str:
    cells = [spaced(cell.teks) for cell in sheet.grid.filled()]
    shapes = [shape.teks for shape in sheet.drawing.shapes if shape.teks]
    return "\n".join([*cells, *shapes, *(word.teks for word in sheet.drawing.words)])


def _with_cover(
    reading: Reading, sheet: _Sheet, head: Head | None, cover: _Cover | None
) -> Reading:
    """The matrix with the identity before it; lines above the head are its own title."""
    titles: list[Value] = []
    if head is not None:
        used = cover[1].used if cover and cover[0] is sheet else set()
        titles = [
            cell.nilai for cell in sheet.grid.filled() if cell.bawah < head.top and cell not in used
        ]
    identitas = {**(cover[1].identitas if cover else {}), **reading.identitas}
    named = [title for title in titles if not is_form_name(title.teks)]
    if "nama_sop" not in identitas and named:
        identitas["nama_sop"] = named[-1]
    elif named and spaced(named[-1].teks).casefold() != identitas["nama_sop"].teks.casefold():
        identitas["judul_matriks"] = named[-1]
    return replace(
        reading,
        identitas=identitas,
        unit=cover[1].unit if cover else (),
        daftar=cover[1].daftar if cover else {},
    )


def _matrix(name: str, sheet: _Sheet, head: Head, end: int) -> Reading:
    measures, drawing = sheet.measures, sheet.drawing
    drawn = frozenset(
        row
        for shape in drawing.shapes
        for row in range(head.bottom + 1, sheet.grid.rows + 60)
        if row + 1 < len(measures.rows)
        and measures.rows[row] <= (shape.box[1] + shape.box[3]) / 2 < measures.rows[row + 1]
    )
    found, total = without_total(rows(sheet.grid, head, end, drawn))
    lanes = [(measures.columns[lane.first], measures.columns[lane.last + 1]) for lane in head.lanes]
    heights = [(measures.rows[row.first], measures.rows[row.last + 1]) for row in found]
    words = [*drawing.words, *_lane_words(found, head, measures)]
    result = flow.build(drawing.shapes, drawing.lines, words, lanes, heights)
    langkah = tuple(
        replace(row.row, simbol=tuple(symbols), lajur=_left_marks(row, result.loose))
        for row, symbols in zip(found, result.symbols, strict=True)
    )
    return Reading(
        berkas=name,
        identitas={"waktu_total": total} if total else {},
        pelaksana=tuple(lane.lane for lane in head.lanes),
        langkah=langkah,
        panah=tuple(result.arrows),
        lompatan=folding.jumps(langkah, result.arrows),
        satuan_waktu=head.unit,
        sisa=tuple(_left_over(sheet, head, found, result)),
        pesan=tuple(_remarks(drawing, result, langkah)),
    )


def _lane_words(found: list[MatrixRow], head: Head, measures: Measures) -> list[Words]:
    """Text typed into the cells of the lanes: an answer, or the words of a symbol over it."""
    return [
        Words(
            value.teks,
            (
                measures.columns[head.lanes[lane].first],
                measures.rows[row.first],
                measures.columns[head.lanes[lane].last + 1],
                measures.rows[row.last + 1],
            ),
            value.tempat,
        )
        for row in found
        for lane, value in row.marks.items()
    ]


def _left_marks(row: MatrixRow, loose: list[Words]) -> dict[int, Value]:
    places = {word.tempat for word in loose}
    return {lane: value for lane, value in row.marks.items() if value.tempat in places}


def _left_over(
    sheet: _Sheet, head: Head, found: list[MatrixRow], result: flow.Drawn
) -> list[Value]:
    """Texts below the matrix, in columns without a role, and boxes beside the lanes."""
    last = found[-1].last if found else head.bottom
    marks = {value.tempat for row in found for value in row.marks.values()}
    texts = [
        cell.nilai
        for cell in sheet.grid.filled()
        if cell.baris > last or (cell.baris > head.bottom and cell.kolom in head.unknown)
    ]
    texts += [Value(w.teks, w.tempat) for w in result.loose if w.tempat not in marks]
    texts += [Value(shape.teks, shape.tempat) for shape in result.outside if shape.teks]
    return texts


def _remarks(drawing: drawingml.Drawing, result: flow.Drawn, langkah: tuple[Row, ...]) -> list[str]:
    remarks = list(dict.fromkeys(result.doubts))
    symbols = sum(len(row.simbol) for row in langkah)
    if drawing.pictures and not symbols:
        remarks.append("alur berupa gambar: simbol dan panahnya tidak terbaca")
    elif drawing.pictures:
        remarks.append(f"{drawing.pictures} gambar di lembar alur tidak dibaca sebagai simbol")
    return remarks
