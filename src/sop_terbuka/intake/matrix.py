"""The step matrix of a grid: its head, its lanes and its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .grid import Cell, Grid, spaced
from .heads import is_column_number, role_of
from .reading import COLUMNS, Column, Lane, Row, Value

_HEAD_ROWS = 4


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
    leaves: dict[Column, Cell] = {}
    unit, number, group = "", None, None
    for row in range(top, min(top + _HEAD_ROWS, grid.rows)):
        for cell in grid.row(row):
            found = role_of(cell.teks)
            if not found or cell.bawah < top:
                continue
            role = found[0]
            if role == "no" and cell.kolom < activity.kolom:
                number = cell.kolom
            elif role == "pelaksana" and cell.kolom > activity.kanan and group is None:
                group = cell
            elif role == "kegiatan" and cell is not activity:
                continue
            elif role in COLUMNS and role not in leaves and cell.kolom not in _taken(leaves):
                leaves[role] = cell
                unit = found[1] or unit
    quality = [leaf for role, leaf in leaves.items() if role in ("kelengkapan", "waktu", "output")]
    if len(quality) < 2:
        return None
    bottom = max(leaf.baris for leaf in quality)
    bottom = max(bottom, activity.bawah if activity.tinggi <= _HEAD_ROWS else bottom)
    first_quality = min(leaf.kolom for leaf in quality if leaf.kolom > activity.kanan)
    if number is None and activity.kolom and not grid.text(top, activity.kolom - 1):
        number = activity.kolom - 1
    actor_names = None
    lanes: tuple[LaneColumns, ...] = ()
    between = range(activity.kanan + 1, first_quality)
    if group is not None and group.kolom == group.kanan and group.bawah >= bottom:
        actor_names = group.kolom
    else:
        lanes = tuple(_lanes(grid, between, top, bottom))
    known = {column for leaf in leaves.values() for column in range(leaf.kolom, leaf.kanan + 1)}
    unknown = tuple(
        column
        for column in range(first_quality, grid.columns)
        if column not in known and grid.text(bottom, column)
    )
    return Head(
        top=top,
        bottom=bottom,
        columns={role: (leaf.kolom, leaf.kanan) for role, leaf in leaves.items()},
        number=number,
        lanes=lanes,
        actor_names=actor_names,
        unit=unit,
        unknown=unknown,
    )


def _taken(leaves: dict[Column, Cell]) -> set[int]:
    return {leaf.kolom for leaf in leaves.values()}


def _lanes(grid: Grid, columns: Sequence[int], top: int, bottom: int) -> Iterator[LaneColumns]:
    """The lowest named cell over each column is a lane; a wider one above it is its group."""
    done: Cell | None = None
    for column in columns:
        stack: list[Cell] = []
        for row in range(top, bottom + 1):
            cell = grid.at(row, column)
            if cell is not None and cell.teks.strip() and cell not in stack:
                stack.append(cell)
        names = [cell for cell in stack if not _is_actor_head(cell)]
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
        marks = {
            lane: value
            for lane, place in enumerate(head.lanes)
            if (value := _cell(grid, start, stop, place.first, place.last)[0])
        }
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
            )
        )
    return found


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
