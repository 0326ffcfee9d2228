"""The identity of an SOP: numbers, dates, name, approval, unit, and the six lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..reading import Value
from .content import Content
from .geometry import Box, union
from .lists import items
from .pages import Sheet
from .table import value
from .words import Word
from .writing import Line, lines, split, text

_DATE = r"(?:tanggal|tgl)\s*\.?\s*"
FIELDS = {
    "nomor": r"(?:nomor|no)\s*\.?\s*(?:sop|pos|dokumen|standar operasional prosedur)|nomor",
    "tanggal_pembuatan": _DATE + r"(?:di)?\s*(?:pe?m?buatan|buat|penyusunan|susun|penetapan)",
    "tanggal_revisi": _DATE + r"(?:di)?\s*(?:revisi|perubahan|review)",
    "tanggal_efektif": _DATE + r"(?:mulai\s*)?(?:di)?\s*(?:efektif|berlaku(?:kan)?|pemberlakuan)",
    "tanggal_pengesahan": _DATE + r"(?:di)?\s*(?:pengesahan|sahkan|pengesahkan)",
    "disahkan": r"(?:disahkan|disyahkan|ditetapkan|disetujui)\s*(?:oleh)?",
    "nama_sop": r"(?:nama|judul)\s*(?:sop|pos|prosedur|standar operasional prosedur)?",
}
LISTS = {
    "dasar_hukum": r"(?:dasar|landasan)\s*hukum",
    "kualifikasi": r"k?ualifikasi\s*(?:pelaksana(?:an)?|sdm)?(?:\s*sop)?",
    "keterkaitan": r"keterkaitan(?:\s*(?:dengan)?\s*(?:sop|pos)?(?:\s*lain(?:nya)?)?)?",
    "peralatan": (
        r"(?:peralatan|perlengkapan)(?:\s*(?:/|dan|&|,)?\s*(?:peralatan|perlengkapan|kelengkapan))?"
    ),
    "peringatan": r"peringatan",
    "pencatatan": r"pencatatan(?:\s*(?:/|dan|&)?\s*(?:pendataan|pelaporan|pencatatan))?",
}
_HEAD = {
    key: re.compile(rf"\s*(?:[A-F0-9]{{1,2}}[.)]\s*)?({pattern})\s*(?P<stop>[:;.]?)\s*", re.I)
    for key, pattern in {**FIELDS, **LISTS}.items()
}
_FORM = re.compile(
    r"(?:standar(?: operasional)?(?: prosedur)?|operasional prosedur|\(?sop(?:-ap)?\)?|"
    r"(?:prosedur )?administrasi pemerintahan.*)\s*$",
    re.I,
)
NIP = re.compile(r"\bNIP\b|\d{8}\s?\d{6}\s?\d\s?\d{3}", re.I)


@dataclass
class Identity:
    """What the identity page says; `words` are those that were understood."""

    fields: dict[str, Value] = field(default_factory=dict)
    lists: dict[str, list[Value]] = field(default_factory=dict)
    unit: list[Value] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    @property
    def found(self) -> int:
        """How many fields and lists were found."""
        return len(self.fields) + len(self.lists)


@dataclass(frozen=True)
class Label:
    """A label with its box, its cell, and the words that follow it in the cell."""

    key: str
    box: Box
    cell: Box
    rest: tuple[Word, ...]
    words: tuple[Word, ...]


def identity(sheet: Sheet, end: float) -> Identity:
    """The identity on a page above the height `end`."""
    page = sheet.page
    inside = [word for word in page.words if word.box.centre[1] < end]
    labels = _labels(sheet, inside, end)
    made = Identity()
    if len({label.key for label in labels}) < 2:
        return made
    taken = {id(word) for label in labels for word in label.words}
    free = [word for word in inside if id(word) not in taken]
    made.used |= taken
    for label in labels:
        if label.key in LISTS:
            words = _below(sheet, label, labels, free, end)
            found = items(page, words, _spread(label, labels, page.width))
            made.lists.setdefault(label.key, []).extend(found)
        elif label.key == "disahkan":
            words = _beside(label, labels, free)
            _approval(page, made, words)
        else:
            words = _beside(label, labels, free)
            if words and label.key not in made.fields:
                made.fields[label.key] = value(page, words)
        made.used |= {id(word) for word in words}
    made.unit = _unit(page, labels, [word for word in free if id(word) not in made.used], made)
    return made


def _labels(sheet: Sheet, words: Sequence[Word], end: float) -> list[Label]:
    """The labels of the page, each once, in reading order."""
    blocks: dict[int, list[Word]] = {}
    boxes: dict[int, Box] = {}
    loose: list[Word] = []
    for word in words:
        cell = sheet.grid.at(word.point)
        if cell is None:
            loose.append(word)
        else:
            blocks.setdefault(cell.index, []).append(word)
            boxes[cell.index] = cell.box
    found: list[Label] = []
    for index, block in blocks.items():
        found += _labels_in(lines(block), boxes[index])
    for line in lines(loose):
        found += _labels_in([line], line.box)
    best: dict[str, Label] = {}
    for label in sorted(found, key=lambda label: (label.box.top, label.box.x0)):
        best.setdefault(label.key, label)
    return [label for label in best.values() if label.box.top < end]


def _labels_in(written: Sequence[Line], cell: Box) -> list[Label]:
    """Labels at the beginning of a cell, or of one of its lines where a colon follows."""
    found = []
    written = [piece for line in written for piece in _pieces(line)]
    for n, line in enumerate(written):
        key, count, stop = _label(line)
        if not key or (n > 0 and not (stop or count == len(line.words))):
            continue
        if n > 0 and key in FIELDS and not stop:
            continue
        whole = count == len(line.words)
        if key in LISTS and not (whole or stop):
            continue
        if key in ("nama_sop", "nomor", "disahkan") and not (whole or stop or count > 1):
            continue
        rest = [*line.words[count:]]
        for later in written[n + 1 :]:
            if _label(later)[0] and _label(later)[2]:
                break
            rest.extend(later.words)
        box = Box(line.box.x0, line.box.top, line.words[count - 1].box.x1, line.box.bottom)
        found.append(Label(key, box, cell, tuple(rest), tuple(line.words[:count])))
    return found


def _pieces(line: Line) -> list[Line]:
    """A line parted before the heads of lists that stand side by side with no rule between."""
    found: list[list[Word]] = [[]]
    for part in split(line) if line.words[0].upright else [line]:
        key, count, stop = _label(part)
        if found[0] and key in LISTS and (stop or count == len(part.words)):
            found.append([])
        found[-1].extend(part.words)
    return [Line(tuple(words), union(word.box for word in words)) for words in found]


def _label(line: Line) -> tuple[str, int, bool]:
    """The key of the label a line begins with, its number of words, whether a colon ends it."""
    for key, pattern in _HEAD.items():
        match = pattern.match(line.text)
        if match is None:
            continue
        after = line.text[match.end() :]
        cut = line.text[: match.end()].rstrip()
        if after and not match["stop"] and not line.text[match.end() - 1].isspace():
            continue
        return key, _words_of(line, cut), bool(match["stop"]) or after[:1] == ":"
    return "", 0, False


def _words_of(line: Line, cut: str) -> int:
    """How many words of a line make up the beginning of its text."""
    left = len(re.sub(r"\s", "", cut))
    for n, word in enumerate(line.words):
        left -= len(word.text)
        if left <= 0:
            return n + 1
    return len(line.words)


def _spread(label: Label, labels: Sequence[Label], width: float) -> Box:
    """From where to where the list below a label may run."""
    shared = [other for other in labels if other is not label and other.cell == label.cell]
    row = [other.box for other in shared if abs(other.box.top - label.box.top) < 6]
    if label.key in LISTS and row:
        left = label.box.x0 - 8 if any(box.x0 < label.box.x0 for box in row) else label.cell.x0 - 3
        ends = [box.x0 - 8 for box in row if box.x0 > label.box.x0]
        return Box(left, label.cell.top, min([*ends, label.cell.x1]), label.cell.bottom)
    right = min(
        (
            other.cell.x0
            for other in labels
            if other.key in LISTS and other.cell.x0 > label.cell.x0 + 40
        ),
        default=width,
    )
    return Box(label.cell.x0 - 3, label.cell.top, max(right, label.cell.x1) - 1, label.cell.bottom)


def _below(
    sheet: Sheet, label: Label, labels: Sequence[Label], free: Sequence[Word], end: float
) -> list[Word]:
    """The words of a list: in the label's own cell and below it, to the next label."""
    spread = _spread(label, labels, sheet.page.width)
    bottom = min(
        (
            other.box.top - 1
            for other in labels
            if other.box.top > label.box.top + 3 and spread.x0 <= other.box.centre[0] <= spread.x1
        ),
        default=end,
    )
    last = _table_end(sheet, label, spread)
    # Two lists in one cell are told apart by where their heads begin.
    parted = any(other is not label and other.cell == label.cell for other in labels)
    area = Box(spread.x0, label.box.top - 1, sheet.page.width, min(bottom, last, end))
    found = []
    for word in free:
        if area.holds(word.point):
            cell = sheet.grid.at(word.point)
            wide = cell is not None and cell.box.x0 <= spread.x0 + 12 < spread.x1 < cell.box.x1
            # A row over both columns goes on with the list at its left.
            beside = cell is not None and cell.box.x0 < spread.x0 - 12 and not parted
            beside = beside or word.point[0] < spread.x0
            under = cell is not None and cell.box.top >= label.cell.bottom - 2
            if (word.point[0] <= spread.x1 and not beside) or (wide and under and not parted):
                found.append(word)
    return found


def _table_end(sheet: Sheet, label: Label, spread: Box) -> float:
    """How far down the cells below a label go; what stands below is the page's foot."""
    if label.cell == label.box:
        return float("inf")
    x, y = label.cell.x0 + min(20.0, label.cell.width / 2), label.cell.bottom
    while (cell := sheet.grid.at((x, y + 2.5))) is not None and cell.box.bottom > y + 1:
        if cell.box.x0 < min(spread.x0, label.cell.x0) - 12:
            break
        y = cell.box.bottom
    return y + 1


def _beside(label: Label, labels: Sequence[Label], free: Sequence[Word]) -> list[Word]:
    """The words of a field: after the label in its cell, else in the cells to its right."""
    rest = [word for word in label.rest if word.text not in (":", ".") and word in free]
    if rest:
        return rest
    bottom = label.cell.bottom
    below = [
        other.box.top
        for other in labels
        if other.box.top > label.box.top + 3 and abs(other.box.x0 - label.box.x0) < 60
    ]
    if label.cell == label.box or bottom - label.box.bottom > 60:
        bottom = min([bottom if label.cell != label.box else label.box.bottom + 3, *below])
    right = min(
        (
            other.box.x0
            for other in labels
            if other.box.x0 > label.cell.x1 + 1
            and other.cell.top < label.cell.bottom
            and other.cell.bottom > label.cell.top
        ),
        default=float("inf"),
    )
    area = Box(label.cell.x1 - 1, min(label.cell.top, label.box.top) - 1, right, bottom + 1)
    words = [word for word in free if area.holds(word.point)]
    return [word for word in words if word.text != ":"]


def _approval(page: Content, made: Identity, words: Sequence[Word]) -> None:
    """Office and name of who approved, from the lines of the approval cell."""
    written = lines(words)
    office: list[Line] = []
    for line in written:
        if NIP.search(line.text):
            break
        if office and line.box.top - office[-1].box.bottom > 1.3 * line.words[0].size:
            break
        office.append(line)
    rest = written[len(office) :]
    number = next((n for n, line in enumerate(rest) if NIP.search(line.text)), None)
    if office:
        made.fields["jabatan_pengesah"] = value(page, [w for line in office for w in line.words])
    name = rest[:number] if number is not None else rest[:1]
    if name:
        made.fields["nama_pengesah"] = value(page, [w for line in name for w in line.words])
    if number is not None:
        words = [w for w in rest[number].words if not re.fullmatch(r"NIP[.:]*|:", w.text, re.I)]
        if words:
            made.fields["nip_pengesah"] = value(page, words)


def _unit(
    page: Content, labels: Sequence[Label], free: Sequence[Word], made: Identity
) -> list[Value]:
    """The office's name: the lines left of the fields, above the first list."""
    fields = [label for label in labels if label.key in FIELDS]
    if not fields:
        return []
    left = min(label.cell.x0 for label in fields)
    top = min(label.cell.top for label in fields) - 60
    bottom = min(
        (label.cell.top for label in labels if label.key in LISTS),
        default=max(label.cell.bottom for label in fields),
    )
    words = [w for w in free if w.box.x1 < left + 3 and top <= w.box.centre[1] <= bottom]
    made.used |= {id(word) for word in words}
    return [value(page, list(line.words)) for line in lines(words) if not _FORM.match(line.text)]


def title(page: Content, above: float, x0: float, x1: float) -> Value | None:
    """The line over a matrix head, where there is one."""
    near = [
        word
        for word in page.words
        if above - 45 <= word.box.centre[1] < above - 1 and x0 <= word.box.centre[0] <= x1
    ]
    written = [line for line in lines(near) if re.search(r"[A-Za-z]{4}", text(line.words))]
    return value(page, list(written[-1].words)) if written else None
