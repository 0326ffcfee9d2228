"""A text file as readings: each identity block with its matrix, else a service standard."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ...data.provenance.passage import is_enumerator
from ..grid import Cell, Grid, spaced
from ..heads import identity_of, is_column_number
from ..identity import Identity, identity
from ..matrix import Head, MatrixRow, heads, named_lanes, rows, without_total
from ..reading import EMPTY, IntakeError, Lane, Reading, Value
from . import standard
from .lines import cells_of, clean, grid_of, lines_of
from .straight import straightened

SUFFIXES = (".txt", ".md")

_STARTS = ("nomor", "nama_sop", "tanggal_pembuatan")
_NEAR = 14
_SECOND_PRINTING = 0.8
_KOP_LINES = 8
_SHEETS = re.compile(
    r"^(?:form(?:ulir)? ?\d|lembar kerja|identifikasi (?:judul|kegiatan)|[abc]\.? (?:data|identi)"
    r"|rumusan format|identitas sop)",
    re.IGNORECASE,
)


def read(path: Path) -> list[Reading]:
    """Every SOP in the file."""
    lines = lines_of(path)
    if not any(line.strip() for line in lines):
        raise IntakeError("berkas ini tidak berisi teks.")
    starts = _starts(lines)
    found = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        found.append(_segment(path.name, lines[start:end], start + 1))
    found = [reading for reading in found if reading.langkah or len(reading.identitas) >= 2]
    if len(found) > 1 and all(reading.langkah for reading in found):
        return found
    whole = standard.reading_of(path.name, lines)
    if not found:
        if whole is None:
            raise IntakeError("tidak ada tabel langkah atau judul komponen di teks ini.")
        return [whole]
    if len(found) == 1 and whole is not None and {"persyaratan", "prosedur"} & set(whole.komponen):
        return [replace(found[0], komponen=whole.komponen, sisa=(), jenis=whole.jenis)]
    return found


def _starts(lines: Sequence[str]) -> list[int]:
    """The first line of each SOP: the head lines above the first of its identity labels."""
    labels: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        for text in cells_of(line):
            if found := identity_of(text):
                labels.append((number, found[0]))
    blocks: list[list[tuple[int, str]]] = []
    for number, key in labels:
        seen = {known for _, known in blocks[-1]} if blocks else set()
        near = blocks and number - blocks[-1][-1][0] <= _NEAR
        if near and key not in seen and key != "nomor":
            blocks[-1].append((number, key))
        else:
            blocks.append([(number, key)])
    whole = [len({key for _, key in block} & set(_STARTS)) >= 2 for block in blocks]
    tables = [head.top for head in heads(grid_of(lines, 1))]
    starts = []
    for index, block in enumerate(blocks):
        first = block[0][0]
        end = blocks[index + 1][0][0] if index + 1 < len(blocks) else len(lines)
        if whole[index]:
            starts.append(_with_kop(lines, first))
        elif (
            block[0][1] == "nama_sop"
            and (index + 1 == len(blocks) or not whole[index + 1])
            and any(first < top < end for top in tables)
            and not any(start < top < first for start in starts[-1:] for top in tables)
        ):
            # A worksheet's title without an identity page before the table that belongs to it.
            starts.append(first)
    if not starts and tables:
        return [0]
    return starts


def _with_kop(lines: Sequence[str], first: int) -> int:
    """The first of the office's head lines above a label: short lines without tabs, in capitals."""
    start, seen, blank = first, 0, 0
    for number in range(first - 1, max(first - 40, -1), -1):
        text = clean(lines[number])
        if not text:
            blank += 1
            if blank > 6 or seen > 0:
                break
            continue
        letters = [ch for ch in text if ch.isalpha()]
        capital = sum(ch.isupper() for ch in letters) >= 0.8 * len(letters)
        if "\t" in lines[number] or not letters or not capital or _SHEETS.match(text):
            break
        seen += 1
        start = number
        if seen == _KOP_LINES:
            break
    return start


def _segment(name: str, lines: Sequence[str], first: int) -> Reading:
    grid = grid_of(_aligned(lines), first)
    grid, found = straightened(grid, heads(grid))
    limit = found[0].top if found else grid.rows
    limit = min([limit, *(row for row in range(3, grid.rows) if _is_sheet(grid, row))])
    own = identity(grid, 0, limit)
    lanes: tuple[Lane, ...] = ()
    steps: list[MatrixRow] = []
    unit = ""
    for index, head in enumerate(found):
        end = found[index + 1].top if index + 1 < len(found) else grid.rows
        more = _continued(grid, rows(grid, head, _table_end(grid, head, end), frozenset()))
        if head.actor_names is not None:
            named, more = named_lanes(more)
        else:
            named = tuple(lane.lane for lane in head.lanes)
        unit = unit or head.unit
        lanes, steps = _joined(lanes, steps, named, more)
    steps, total = without_total(steps)
    langkah = tuple(replace(step.row, lajur=step.marks) for step in steps)
    identitas = {**own.identitas, **({"waktu_total": total} if total else {})}
    if re.fullmatch(r"\(?\d?\)?", _name_of(identitas)):
        identitas.pop("nama_sop", None)
    return Reading(
        berkas=name,
        unit=tuple(value for value in own.unit if not is_enumerator(value.teks)),
        identitas=identitas,
        daftar=own.daftar,
        pelaksana=lanes,
        langkah=langkah,
        satuan_waktu=unit,
        teks_halaman=("\n".join(" ".join(cells_of(line)) for line in lines),),
        sisa=tuple(_left(grid, own, found, steps)),
        pesan=() if langkah else ("tidak ada tabel langkah untuk SOP ini",),
    )


def _name_of(identitas: dict[str, Value]) -> str:
    return identitas["nama_sop"].teks if "nama_sop" in identitas else "-"


def _is_sheet(grid: Grid, row: int) -> bool:
    return any(_SHEETS.match(spaced(cell.teks)) for cell in grid.row(row))


def _aligned(lines: Sequence[str]) -> list[str]:
    """Lines where a number that stands alone before a table without number column is joined."""
    found: list[str] = []
    width = 0
    for line in lines:
        cells = cells_of(line)
        if "\t" in line and cells and not is_column_number(cells[0]):
            width = len(cells)
        elif (
            "\t" in line
            and len(cells) == width + 1
            and re.fullmatch(r"\d{1,2}[.)]", cells[0])
            and cells[1]
        ):
            line = f"{cells[0]} " + "\t".join(cells[1:])
        found.append(line)
    return found


def _table_end(grid: Grid, head: Head, end: int) -> int:
    """The first row after the table: after a gap, a row that does not go on counting."""
    last = ""
    blank = False
    for row in range(head.bottom + 1, end):
        cells = list(grid.row(row))
        if not cells:
            blank = True
            continue
        number = _number(cells)
        goes_on = _counts_on(last, number) or (
            blank
            and cells[0].kolom > 0
            and any(_counts_on(last, _number(list(grid.row(r)))) for r in range(row + 1, row + 3))
        )
        if blank and last and not (goes_on and (len(cells) > 1 or cells[0].kolom > 0)):
            return row
        if last and (len(cells) == 1 and cells[0].kolom == 0 and not goes_on):
            return row
        blank = False
        last = number if number.isdigit() else last or "0"
    return end


def _number(cells: Sequence[Cell]) -> str:
    return spaced(cells[0].teks).split(" ")[0].strip("().") if cells else ""


def _counts_on(last: str, number: str) -> bool:
    return number.isdigit() and last.isdigit() and int(number) == int(last) + 1


def _continued(grid: Grid, found: list[MatrixRow]) -> list[MatrixRow]:
    """A row without number right after a gap is the rest of the row before the gap."""
    joined: list[MatrixRow] = []
    for row in found:
        gap = row.first > 0 and not any(grid.row(row.first - 1))
        if joined and gap and not row.row.no:
            before = joined[-1]
            cells = dict(before.row.sel)
            for column, value in row.row.sel.items():
                old = cells.get(column, EMPTY)
                text = f"{old.teks} {value.teks}".strip()
                cells[column] = replace(old, teks=text, tempat=(*old.tempat, *value.tempat))
            joined[-1] = replace(before, row=replace(before.row, sel=cells), last=row.last)
        else:
            joined.append(row)
    return joined


def _joined(
    lanes: tuple[Lane, ...],
    steps: list[MatrixRow],
    named: tuple[Lane, ...],
    more: list[MatrixRow],
) -> tuple[tuple[Lane, ...], list[MatrixRow]]:
    """A second table goes on from the first, or prints it again with marks that the first lacks."""
    if not steps:
        return named, more
    if not more:
        return lanes, steps
    if _alike(steps[0], more[0]) and len(more) >= len(steps) / 2:
        if len(named) == len(lanes) and not any(step.marks for step in steps):
            for step in steps:
                same = [other for other in more if other.row.no == step.row.no]
                if same:
                    step.marks = same[0].marks
        return lanes, steps
    if len(named) == len(lanes) and not more[0].actors:
        return lanes, [*steps, *more]
    known = [lane.lengkap.casefold() for lane in lanes]
    new = [lane for lane in named if lane.lengkap.casefold() not in known]
    known += [lane.lengkap.casefold() for lane in new]
    at = [known.index(lane.lengkap.casefold()) for lane in named]
    for step in more:
        step.marks = {at[lane]: value for lane, value in step.marks.items()}
    return (*lanes, *new), [*steps, *more]


def _alike(one: MatrixRow, other: MatrixRow) -> bool:
    first, second = (row.row.teks("kegiatan").casefold() for row in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() > _SECOND_PRINTING


def _left(
    grid: Grid, own: Identity, found: Sequence[Head], steps: Sequence[MatrixRow]
) -> list[Value]:
    taken = {row for step in steps for row in range(step.first, step.last + 1)}
    taken |= {row for head in found for row in range(head.top, head.bottom + 1)}
    return [
        cell.nilai
        for cell in grid.filled()
        if cell.baris not in taken and cell not in own.used and not is_column_number(cell.teks)
    ]
