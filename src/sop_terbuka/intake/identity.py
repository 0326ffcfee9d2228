"""The identity page of a grid: number, dates, who signs, the unit and the six lists."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass, field

from .grid import Cell, Grid, spaced
from .heads import identity_of, list_of
from .reading import Place, Value

_MARKER = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|\d{1,2}$|\d{1,2}\s+(?=[A-Z])|[a-z][.)]\s|[-–•➢➤*▪✓]\s*)"
)
_NIP = re.compile(r"^\s*(?:nip|nrp|nik)\b[.:\s]*", re.IGNORECASE)
_RANK = re.compile(
    r"^\s*(?:pembina|penata|pengatur|juru|komisaris|ajun|inspektur|iv/|iii/|ii/)", re.IGNORECASE
)


@dataclass
class Identity:
    """What the identity page says."""

    identitas: dict[str, Value] = field(default_factory=dict)
    unit: tuple[Value, ...] = ()
    daftar: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    used: set[Cell] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Whether enough was found to call this an identity page."""
        return len(self.identitas) >= 2 or len(self.daftar) >= 2


def identity(grid: Grid, top: int = 0, end: int | None = None) -> Identity:
    """The identity between two rows of a grid."""
    end = grid.rows if end is None else end
    found = Identity()
    cells = [cell for cell in grid.filled() if top <= cell.baris < end]
    labels = {cell: label for cell in cells if (label := identity_of(cell.teks))}
    lists: dict[Cell, tuple[str, str]] = {}
    for cell in cells:
        head = None if cell in labels else list_of(cell.teks)
        # A list may begin with its own head's word ("Peralatan:"); only the first is the head.
        if head and all(head[0] != known for known, _ in lists.values()):
            lists[cell] = head
    for cell, (key, rest) in labels.items():
        if key in found.identitas or key == "halaman":
            continue
        found.used.add(cell)
        if key == "jabatan_pengesah":
            found.identitas.update(_signature(grid, cell, rest, labels, lists, end, found.used))
            continue
        value, place = (rest, cell) if rest else _right_of(grid, cell, labels)
        if place is None and key == "nama_sop":
            value, place = _below(grid, cell, labels, lists)
        if place is not None:
            found.used.add(place)
            found.identitas[key] = Value(spaced(value), place.tempat)
    first_list = min((cell.baris for cell in lists), default=end)
    if labels:
        found.unit = tuple(_unit(cells, labels, first_list, found.used))
    for cell, (key, rest) in lists.items():
        if key not in found.daftar:
            found.daftar[key] = tuple(_items(grid, cell, rest, labels, lists, end, found.used))
    return found


Line = tuple[str, tuple[Place, ...]]


def items_of(lines: Sequence[Line]) -> list[Value]:
    """The items of lines of text: at their printed numbers where they have such, else by line."""
    split = [(part, place) for text, place in lines for part in _at_numbers(text)]
    filled = [(spaced(text), place) for text, place in split if text.strip(" :")]
    numbered = any(_MARKER.match(text) for text, _ in filled)
    found: list[Value] = []
    for text, place in filled:
        last = found[-1].teks if found else ""
        goes_on = found and (
            (numbered and not _MARKER.match(text)) or last.endswith(":") or _unnamed(last)
        )
        if goes_on:
            found[-1] = Value(f"{last} {text}", (*found[-1].tempat, *place))
        else:
            found.append(Value(text, place))
    return found


def _at_numbers(text: str) -> list[str]:
    """A text that counts 1, 2, 3 or a, b, c on one line, parted before each in its order."""
    if re.match(r"\s*a[.)]\s", text):
        return _at_letters(text)
    if not re.match(r"\s*1\s?[.)]?\s", text):
        return [text]
    parts: list[str] = []
    start, number = 0, 2
    while match := _next_number(number).search(text, start + 1):
        parts.append(text[start : match.start()])
        start, number = match.start(), number + 1
    return [*parts, text[start:]]


def _at_letters(text: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for letter in string.ascii_lowercase[1:]:
        match = re.compile(rf"(?<=[\s;.,)]){letter}[.)]\s+(?=[^\W\d_])").search(text, start + 1)
        if match is None:
            break
        parts.append(text[start : match.start()].strip())
        start = match.start()
    return [*parts, text[start:]]


def _next_number(number: int) -> re.Pattern[str]:
    """A list's next number within a line: after a word's end, or after a year it was glued to."""
    before = r"(?:(?<=[\s;.,a-z)])|(?<=\b[12]\d\d\d)|(?<=S1)|(?<=[A-Z])(?=\d+[.)]))"
    return re.compile(rf"{before}{number}(?:[.)]\s?|\s)(?=[^\W\d_])")


def _is_other_block(cells: list[Cell]) -> bool:
    """Whether a line of text after a blank one begins something else than the list's next item."""
    is_text = any(place.baris for cell in cells for place in cell.tempat)
    return is_text and not _MARKER.match(cells[0].teks)


def _unnamed(text: str) -> bool:
    """Whether an item is only its number yet."""
    return bool(re.fullmatch(r"\(?\d{1,2}[.)]?|[-–•➢➤*▪✓]", text))


def _right_of(
    grid: Grid, cell: Cell, labels: dict[Cell, tuple[str, str]]
) -> tuple[str, Cell | None]:
    """The first filled cell right of a label that is not only a colon."""
    for column in range(cell.kanan + 1, grid.columns):
        other = grid.at(cell.baris, column)
        if other is None or other in labels:
            if other is not None:
                return "", None
            continue
        text = other.teks.strip().lstrip(":").strip()
        if text:
            return text, other
    return "", None


def _below(
    grid: Grid,
    cell: Cell,
    labels: dict[Cell, tuple[str, str]],
    lists: dict[Cell, tuple[str, str]],
) -> tuple[str, Cell | None]:
    """A title that stands in the next rows under its label."""
    for row in range(cell.bawah + 1, cell.bawah + 3):
        other = grid.at(row, cell.kolom)
        if other is not None and other.teks.strip():
            is_label = other in labels or other in lists
            return ("", None) if is_label else (other.teks, other)
    return "", None


def _signature(
    grid: Grid,
    cell: Cell,
    rest: str,
    labels: dict[Cell, tuple[str, str]],
    lists: dict[Cell, tuple[str, str]],
    end: int,
    used: set[Cell],
) -> dict[str, Value]:
    """Office, name and number of who signs: beside the label and in the rows below it."""
    lines: list[tuple[str, Cell]] = [(line, cell) for line in rest.splitlines() if line.strip()]
    text, first = _right_of(grid, cell, labels)
    row, column = cell.baris, cell.kolom
    if first is not None:
        column = first.kolom
        lines += [(line, first) for line in text.splitlines() if line.strip()]
        used.add(first)
    stops = {c.baris for c in (*labels, *lists) if c.baris > cell.baris}
    for row in range(cell.bawah + 1, min(stops, default=end)):
        below = grid.at(row, column)
        if below is None or below in used or below.baris < row or not below.teks.strip():
            continue
        lines += [(line, below) for line in below.teks.splitlines() if line.strip()]
        used.add(below)
    found: dict[str, Value] = {}
    rest_lines = []
    for line, place in lines:
        if _NIP.match(line):
            found["nip_pengesah"] = Value(spaced(_NIP.sub("", line)), place.tempat)
        else:
            rest_lines.append((spaced(line).lstrip(": "), place))
    named = [i for i, (line, _) in enumerate(rest_lines) if i and not _RANK.match(line)]
    if named:
        name = rest_lines[named[-1]]
        found["nama_pengesah"] = Value(name[0].strip("()"), name[1].tempat)
        rest_lines = rest_lines[: named[-1]]
    if rest_lines:
        found["jabatan_pengesah"] = Value(
            " ".join(line for line, _ in rest_lines).rstrip(","), rest_lines[0][1].tempat
        )
    return found


def _unit(
    cells: Sequence[Cell], labels: dict[Cell, tuple[str, str]], end: int, used: set[Cell]
) -> list[Value]:
    """The office's lines: what stands left of the labels, or above all of them."""
    usual = min(cell.kolom for cell in labels)
    top = min(cell.baris for cell in labels)
    beside = {cell.baris: cell.kolom for cell in labels}
    found = []
    for cell in cells:
        left = beside.get(cell.baris, usual)
        if cell.baris < end and cell not in used and (cell.kolom < left or cell.baris < top):
            used.add(cell)
            for line in cell.teks.splitlines():
                if line.strip():
                    found.append(Value(spaced(line), cell.tempat))
    return found


def _items(
    grid: Grid,
    head: Cell,
    rest: str,
    labels: dict[Cell, tuple[str, str]],
    lists: dict[Cell, tuple[str, str]],
    end: int,
    used: set[Cell],
) -> list[Value]:
    """The items below a list's head, down to the next head there; else those beside it."""
    used.add(head)
    lines: list[Line] = [(line, head.tempat) for line in rest.splitlines()]
    beside = None if rest else _beside(grid, head, labels, lists)
    rows = [[beside]] if beside is not None else _rows_below(grid, head, labels, lists, end, used)
    for row_cells in rows:
        used.update(row_cells)
        places = tuple(place for cell in row_cells for place in cell.tempat)
        text = " ".join(cell.teks.strip() for cell in row_cells)
        lines += [(line.lstrip(": "), places) for line in text.splitlines()]
    return items_of(lines)


def _beside(
    grid: Grid,
    head: Cell,
    labels: dict[Cell, tuple[str, str]],
    lists: dict[Cell, tuple[str, str]],
) -> Cell | None:
    """The cell right of a list's head, where it belongs to no list that is headed above it."""
    for column in range(head.kanan + 1, grid.columns):
        cell = grid.at(head.baris, column)
        if cell is None or not cell.teks.strip(" :"):
            continue
        is_other = cell in labels or cell in lists or cell.baris < head.baris
        under = any(other.kolom == cell.kolom and other.baris < cell.baris for other in lists)
        return None if is_other or under else cell
    return None


def _rows_below(
    grid: Grid,
    head: Cell,
    labels: dict[Cell, tuple[str, str]],
    lists: dict[Cell, tuple[str, str]],
    end: int,
    used: set[Cell],
) -> list[list[Cell]]:
    """The cells under a list's head, row by row, to the next head over the same columns."""
    # A head that is not merged over its list still heads all columns to the next head's.
    others = [other.kolom for other in lists if other.kolom > head.kanan]
    right = max(head.kanan, min(others, default=grid.columns) - 1)
    rows: list[list[Cell]] = []
    for row in range(head.bawah + 1, end):
        inside: list[Cell] = []
        for column in range(head.kolom, right + 1):
            cell = grid.at(row, column)
            if cell is None or cell in inside or cell.baris < row or not cell.teks.strip():
                continue
            inside.append(cell)
        if any(cell in lists or cell in labels for cell in inside):
            break
        if any(rows) and not rows[-1] and inside and _is_other_block(inside):
            break
        rows.append([cell for cell in inside if cell not in used])
    return rows
