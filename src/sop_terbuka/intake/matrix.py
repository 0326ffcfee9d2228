"""The step matrix of a grid: its head, its lanes and its rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .grid import Cell, Grid, spaced
from .heads import is_column_number, role_of
from .reading import COLUMNS, EMPTY, Column, Lane, Row, Value

_HEAD_ROWS = 4
_ACTORS_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\bdan\b)\s*")
_TOTAL = re.compile(r"^(?:jumlah|total)\b(?: (?:lama )?waktu\b.*)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(\S.*)$")


@dataclass(frozen=True)
class LaneColumns:
    """A lane with the columns it takes in the grid."""

    lane: Lane
    first: int
    last: int


@dataclass(frozen=True)
class Head:
    """The head of a step matrix: which column says what, and where the lanes lie."""

    top: int
    bottom: int
    columns: dict[Column, tuple[int, int]]
    number: int | None
    lanes: tuple[LaneColumns, ...]
    actor_names: int | None = None
    unit: str = ""
    unknown: tuple[int, ...] = ()


@dataclass
class MatrixRow:
    """A row of the matrix with the rows of the grid it takes."""

    first: int
    last: int
    row: Row
    marks: dict[int, Value] = field(default_factory=dict)
    actors: Value = EMPTY


def heads(grid: Grid) -> list[Head]:
    """Every head of a step matrix in the grid, from the top."""
    found: list[Head] = []
    for cell in grid.filled():
        if found and cell.baris <= found[-1].bottom:
            continue
        role = role_of(cell.teks)
        if role and role[0] == "kegiatan" and (head := _head(grid, cell)):
            found.append(head)
    return found


def _head(grid: Grid, activity: Cell) -> Head | None:
    top = activity.baris
    leaves: dict[Column, Cell] = {"kegiatan": activity}
    unit, number, group = "", None, None
    for row in range(top, min(top + _HEAD_ROWS, grid.rows)):
        if row > activity.bawah and grid.text(row, activity.kolom):
            # The first step: its cells may hold a head's word ("Hasil").
            break
        for cell in grid.row(row):
            found = role_of(cell.teks)
            if not found or cell.bawah < top or cell is activity:
                continue
            role = found[0]
            if role == "no" and cell.kolom < activity.kolom:
                number = cell.kolom
            elif role == "pelaksana" and group is None:
                group = cell
            elif role in COLUMNS and role != "kegiatan":
                # A lower line of the head is nearer to its column than the one above.
                leaves[role] = cell
                unit = found[1] or unit
    quality = [leaf for role, leaf in leaves.items() if role in ("kelengkapan", "waktu", "output")]
    quality = [leaf for leaf in quality if leaf.kolom > activity.kanan]
    named = len(quality) + (group is not None) + ("keterangan" in leaves)
    if not quality or named < 2 or (len(quality) == 1 and "waktu" not in leaves):
        return None
    bottom = max(leaf.baris for leaf in quality)
    bottom = max(bottom, activity.bawah if activity.tinggi <= _HEAD_ROWS else bottom)
    bottom += _holds_only_lanes(grid, bottom + 1, activity, quality)
    columns = _columns(leaves, quality)
    first_quality = min(leaf.kolom for leaf in quality)
    if number is None and activity.kolom and not grid.text(top, activity.kolom - 1):
        number = activity.kolom - 1
    actor_names = None
    lanes: tuple[LaneColumns, ...] = ()
    if group is not None and group.kolom == group.kanan and group.bawah >= bottom:
        actor_names = group.kolom
    else:
        lanes = tuple(_lanes(grid, range(activity.kanan + 1, first_quality), top, bottom))
    known = {column for left, right in columns.values() for column in range(left, right + 1)}
    unknown = tuple(
        column
        for column in range(first_quality, grid.columns)
        if column not in known and column != actor_names and grid.text(bottom, column)
    )
    return Head(top, bottom, columns, number, lanes, actor_names, unit, unknown)


def _holds_only_lanes(grid: Grid, row: int, activity: Cell, quality: Sequence[Cell]) -> bool:
    """Whether the row below a head still belongs to it: names of lanes and nothing else."""
    cells = list(grid.row(row))
    lanes = range(activity.kanan + 1, min(leaf.kolom for leaf in quality))
    return bool(cells) and all(
        cell.kolom in lanes and cell.baris == row and not is_column_number(cell.teks)
        for cell in cells
    )


def _columns(leaves: dict[Column, Cell], quality: Sequence[Cell]) -> dict[Column, tuple[int, int]]:
    """The columns of each role; a remark whose head slipped under another stands after all."""
    columns = {role: (leaf.kolom, leaf.kanan) for role, leaf in leaves.items()}
    last = max(leaf.kanan for leaf in quality)
    lowest = max(leaf.baris for leaf in quality)
    remark = leaves.get("keterangan")
    if remark is not None and remark.baris < lowest and remark.kolom <= last:
        columns["keterangan"] = (last + 1, last + 1)
    return columns


def _lanes(grid: Grid, columns: Sequence[int], top: int, bottom: int) -> Iterator[LaneColumns]:
    """The lowest named cell over each column is a lane; a wider one above it is its group."""
    done: Cell | None = None
    for column in columns:
        stack: list[Cell] = []
        for row in range(top, bottom + 1):
            cell = grid.at(row, column)
            if cell is not None and cell.teks.strip() and cell not in stack:
                stack.append(cell)
        # "Pelaksana" over all lanes is their head; in the lowest line it is a lane of that name.
        names = [
            cell
            for cell in stack
            if not _is_actor_head(cell) or (cell is stack[-1] and len(stack) > 1)
        ]
        if not names or names[-1] is done:
            continue
        done = names[-1]
        above = [cell for cell in names[:-1] if cell.lebar > done.lebar]
        group = spaced(above[-1].teks) if above else ""
        yield LaneColumns(Lane(done.nilai, group), done.kolom, done.kanan)


def _is_actor_head(cell: Cell) -> bool:
    role = role_of(cell.teks)
    return role is not None and role[0] in ("pelaksana", "mutu")


def rows(grid: Grid, head: Head, end: int, drawn: frozenset[int]) -> list[MatrixRow]:
    """The rows below a head, up to the grid's row `end`; `drawn` are rows that hold symbols."""
    first, _ = head.columns["kegiatan"]
    lowest = grid.last_rule(first)
    if lowest is not None and lowest > head.bottom + 1:
        end = min(end, lowest)
    starts = [row for row in range(head.bottom + 1, end) if _starts(grid, head, row)]
    found: list[MatrixRow] = []
    for index, start in enumerate(starts):
        stop = (starts[index + 1] if index + 1 < len(starts) else end) - 1
        if index == 0 and _is_number_row(grid, start, head):
            continue
        cells: dict[Column, Value] = {}
        goes_on: set[Column] = set()
        for column, (left, right) in head.columns.items():
            value, continued = _cell(grid, start, stop, left, right)
            if value:
                cells[column] = value
                if continued:
                    goes_on.add(column)
        number = grid.text(start, head.number) if head.number is not None else ""
        if not number and head.number is None and (match := _NUMBERED.match(_text(cells))):
            number = match[1]
            cells["kegiatan"] = replace(cells["kegiatan"], teks=match[2])
        marks = {
            lane: value
            for lane, place in enumerate(head.lanes)
            if (value := _cell(grid, start, stop, place.first, place.last)[0])
        }
        actors = EMPTY
        if head.actor_names is not None:
            actors = _cell(grid, start, stop, head.actor_names, head.actor_names)[0]
        own = any(column not in goes_on for column in cells)
        if not own and not any(row in drawn for row in range(start, stop + 1)) and not marks:
            continue
        if _is_end(cells, number, marks, found):
            break
        place = grid.at(start, first)
        found.append(
            MatrixRow(
                start,
                stop,
                Row(
                    no=number.strip("() ").rstrip(".)"),
                    sel=cells,
                    gabung=frozenset(goes_on),
                    tempat=place.tempat if place else (),
                ),
                marks,
                actors,
            )
        )
    return found


def without_total(found: list[MatrixRow]) -> tuple[list[MatrixRow], Value]:
    """The rows without a last line that only adds up the times, and that sum."""
    if found and not found[-1].row.simbol:
        row = found[-1].row
        words = f"{row.no} {row.teks('kegiatan')}".strip()
        if _TOTAL.match(words) and row.teks("waktu"):
            return found[:-1], row.sel["waktu"]
    return found, EMPTY


def named_lanes(found: Sequence[MatrixRow]) -> tuple[tuple[Lane, ...], list[MatrixRow]]:
    """Lanes from a single column that names who acts in each row, and the rows marked so."""
    lanes: dict[str, int] = {}
    values: list[Lane] = []
    marked = []
    for row in found:
        marks = dict(row.marks)
        for name in _ACTORS_BETWEEN.split(row.actors.teks):
            words = name.strip(" .")
            if not words:
                continue
            if words.casefold() not in lanes:
                lanes[words.casefold()] = len(values)
                values.append(Lane(replace(row.actors, teks=words)))
            marks[lanes[words.casefold()]] = replace(row.actors, teks=words)
        marked.append(replace(row, marks=marks))
    return tuple(values), marked


def _text(cells: dict[Column, Value]) -> str:
    return cells["kegiatan"].teks if "kegiatan" in cells else ""


def _starts(grid: Grid, head: Head, row: int) -> bool:
    """Whether a row of the matrix begins here: not inside a merged cell, nor without a rule."""
    first, _ = head.columns["kegiatan"]
    cell = grid.at(row, first)
    if cell is not None and cell.baris < row:
        return False
    number = head.number
    if (
        number is not None
        and (own := grid.at(row, number))
        and own.baris == row
        and own.teks.strip()
    ):
        return True
    lowest = grid.last_rule(first)
    return lowest is None or lowest <= head.bottom + 1 or (row, first) in (grid.garis or ())


def _cell(grid: Grid, top: int, bottom: int, left: int, right: int) -> tuple[Value, bool]:
    """The texts of a field of cells as one value; whether they all go on from above it."""
    seen: list[Cell] = []
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            cell = grid.at(row, column)
            if cell is not None and cell.teks.strip() and cell not in seen:
                seen.append(cell)
    text = " ".join(spaced(cell.teks) for cell in seen)
    places = tuple(place for cell in seen for place in cell.tempat)
    return Value(text, places), bool(seen) and all(cell.baris < top for cell in seen)


def _is_number_row(grid: Grid, row: int, head: Head) -> bool:
    texts = [spaced(cell.teks) for cell in grid.row(row)]
    first, _ = head.columns["kegiatan"]
    return is_column_number(grid.text(row, first)) and all(map(is_column_number, texts))


def _is_end(
    cells: dict[Column, Value], number: str, marks: dict[int, Value], found: list[MatrixRow]
) -> bool:
    """Whether the table is over: a lone text without number after rows that have one."""
    numbered = [row for row in found if row.row.no]
    return (
        bool(numbered) and not number and not marks and set(cells) <= {"keterangan"} and bool(cells)
    )
