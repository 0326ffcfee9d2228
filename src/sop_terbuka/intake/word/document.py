"""A Word document as readings: identity tables, then the tables of a matrix page by page."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table

from .. import flow, folding
from ..archive import DAMAGED, Archive
from ..drawing import Shape, Words
from ..forms import is_form_name
from ..grid import Cell, Grid, spaced
from ..identity import Identity, identity
from ..matrix import Head, MatrixRow, heads, named_lanes, rows, without_total
from ..reading import Arrow, IntakeError, Lane, Place, Reading, Row, Symbol, Value
from .numbering import Numbering
from .shapes import Drawing, drawing_of
from .tables import WordTable, table_of

SUFFIXES = (".docx",)


@dataclass
class _Part:
    """One SOP as it grows from table to table."""

    own: Identity = field(default_factory=Identity)
    lanes: tuple[Lane, ...] = ()
    head: Head | None = None
    rows: list[Row] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    left: list[Value] = field(default_factory=list)
    titles: list[Value] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    total: Value | None = None
    unit: str = ""
    pictures: int = 0


def read(path: Path) -> list[Reading]:
    """Every SOP in the document."""
    Archive(path)
    with path.open("rb") as file:
        found = readings(file, path.name)
    if not found:
        raise IntakeError("tidak ada tabel langkah atau identitas SOP di berkas ini.")
    return found


def readings(file: IO[bytes], name: str) -> list[Reading]:
    """Every SOP in an open document; none where it holds none."""
    try:
        document = docx.Document(file)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, SyntaxError):
        raise IntakeError(DAMAGED) from None
    return [_reading(name, part) for part in _parts(document) if part.rows or part.own]


def _parts(document: Document) -> Iterator[_Part]:
    """A new SOP begins with an identity after a matrix, or with a matrix that counts anew."""
    numbering = Numbering(document)
    part = _Part()
    number = 0
    loose: list[Cell] = []
    for element in document.element.body:
        if element.tag == qn("w:p"):
            for line in numbering.lines([element]):
                loose.append(Cell(len(loose), 0, line))
            continue
        if element.tag != qn("w:tbl"):
            continue
        number += 1
        table = table_of(Table(element, document), number, numbering)
        found = heads(table.grid)
        if not found and _goes_on(part, table):
            _add(part, table, part.head)
            continue
        top = found[0].top if found else table.grid.rows
        own = identity(table.grid, 0, top)
        if own.identitas and part.rows:
            yield part
            part = _Part()
        part.titles += [cell.nilai for cell in loose if not is_form_name(cell.teks)]
        part.texts += [cell.teks for cell in loose]
        loose = []
        _merge(part, own)
        part.texts.append("\n".join(spaced(cell.teks) for cell in table.grid.filled()))
        part.left += [
            cell.nilai for cell in table.grid.filled() if cell.bawah < top and cell not in own.used
        ]
        if found and part.rows and _counts_anew(part, table, found[0]):
            fresh = _next_of(part)
            yield part
            part = fresh
        for head in found:
            _add(part, table, head)
    if loose:
        grid = Grid([replace(cell, tempat=(Place(1, sel="paragraf"),)) for cell in loose])
        if not part.rows and not part.own:
            _merge(part, identity(grid))
        part.texts += [cell.teks for cell in loose]
        part.left += [cell.nilai for cell in loose if not is_form_name(cell.teks)]
    yield part


def _next_of(part: _Part) -> _Part:
    """The next matrix of the same identity page."""
    return _Part(own=part.own, texts=part.texts[:1])


def _goes_on(part: _Part, table: WordTable) -> bool:
    """Whether a table without a head is the matrix's next page: the same columns."""
    return (
        part.head is not None
        and bool(part.rows)
        and table.grid.columns > max(right for _, right in part.head.columns.values())
    )


def _counts_anew(part: _Part, table: WordTable, head: Head) -> bool:
    more = rows(table.grid, head, table.grid.rows, frozenset())
    numbers = [row.row.no for row in more if row.row.no]
    known = [row.no for row in part.rows if row.no]
    return bool(numbers and known) and numbers[0] == known[0] == "1"


def _merge(part: _Part, own: Identity) -> None:
    part.own.identitas = {**own.identitas, **part.own.identitas}
    part.own.unit = part.own.unit or own.unit
    part.own.daftar = {**own.daftar, **{k: v for k, v in part.own.daftar.items() if v}}


def _add(part: _Part, table: WordTable, head: Head | None) -> None:
    """The rows, symbols and arrows of one table of the matrix."""
    if head is None:
        return
    if part.head is not None and head is part.head:
        head = replace(head, top=-1, bottom=-1)
    else:
        part.head = head
    drawing = drawing_of(table)
    drawn = frozenset(_row_at(table, shape) for shape in drawing.shapes)
    found, total = without_total(rows(table.grid, head, table.grid.rows, drawn))
    if total:
        part.total = total
    if head.actor_names is not None:
        lanes, found = named_lanes(found)
        part.lanes = part.lanes or lanes
    else:
        part.lanes = part.lanes or tuple(lane.lane for lane in head.lanes)
    part.unit = part.unit or head.unit
    result = _flow(table, drawing, head, found)
    base = len(part.rows)
    left = {word.tempat for word in result.loose}
    for row, symbols in zip(found, result.symbols, strict=True):
        marks = {lane: value for lane, value in row.marks.items() if value.tempat in left}
        marks = row.marks if head.actor_names is not None else marks
        part.rows.append(replace(row.row, simbol=tuple(symbols), lajur=marks))
    part.arrows += [
        replace(a, dari=(a.dari[0] + base, a.dari[1]), ke=(a.ke[0] + base, a.ke[1]))
        for a in result.arrows
    ]
    part.remarks += result.doubts
    part.pictures += drawing.pictures
    if drawing.unplaced:
        part.remarks.append(
            f"{drawing.unplaced} bentuk dipasang terhadap halaman, bukan tabelnya; letaknya tidak "
            "terbaca"
        )
    places = {value.tempat for row in found for value in row.marks.values()}
    part.left += [Value(w.teks, w.tempat) for w in result.loose if w.tempat not in places]
    part.left += [Value(shape.teks, shape.tempat) for shape in result.outside if shape.teks]


def _row_at(table: WordTable, shape: Shape) -> int:
    if shape.at is not None:
        return shape.at[0]
    middle = (shape.box[1] + shape.box[3]) / 2
    return max((row for row, top in enumerate(table.rows) if top <= middle), default=0)


def _flow(table: WordTable, drawing: Drawing, head: Head, found: list[MatrixRow]) -> flow.Drawn:
    lanes = [(table.columns[lane.first], table.columns[lane.last + 1]) for lane in head.lanes]
    heights = [(table.rows[row.first], table.rows[row.last + 1]) for row in found]
    at = {
        (row, column): (index, lane)
        for index, matrix_row in enumerate(found)
        for row in range(matrix_row.first, matrix_row.last + 1)
        for lane, place in enumerate(head.lanes)
        for column in range(place.first, place.last + 1)
    }
    shapes = [
        replace(shape, at=at.get(shape.at)) if shape.at is not None else shape
        for shape in drawing.shapes
    ]
    words = [
        *drawing.words,
        *(
            Words(value.teks, (*_corner(lanes[lane], heights[index]),), value.tempat)
            for index, row in enumerate(found)
            for lane, value in row.marks.items()
            if lane < len(lanes)
        ),
    ]
    return flow.build(shapes, drawing.lines, words, lanes, heights)


def _corner(lane: flow.Span, row: flow.Span) -> tuple[float, float, float, float]:
    return lane[0], row[0], lane[1], row[1]


def _reading(name: str, part: _Part) -> Reading:
    identitas = dict(part.own.identitas)
    titles = [title for title in part.titles if title.teks]
    if "nama_sop" not in identitas and titles:
        identitas["nama_sop"] = titles[-1]
    if part.total:
        identitas["waktu_total"] = part.total
    symbols: list[list[Symbol]] = [list(row.simbol) for row in part.rows]
    langkah = tuple(
        replace(row, simbol=tuple(named))
        for row, named in zip(part.rows, flow.name_ends(symbols, part.arrows), strict=True)
    )
    remarks = list(dict.fromkeys(part.remarks))
    is_picture = bool(part.pictures) and not any(symbols)
    if is_picture:
        remarks.append("alur berupa gambar: simbol dan panahnya tidak terbaca")
    if not langkah:
        remarks.append("tidak ada tabel langkah di berkas ini; hanya identitas yang terbaca")
    return Reading(
        berkas=name,
        unit=part.own.unit,
        identitas=identitas,
        daftar=part.own.daftar,
        pelaksana=part.lanes,
        langkah=langkah,
        panah=tuple(part.arrows),
        lompatan=folding.jumps(langkah, part.arrows),
        alur_gambar=is_picture,
        satuan_waktu=part.unit,
        teks_halaman=("\n".join(part.texts),),
        sisa=tuple(part.left),
        pesan=tuple(remarks),
    )
