"""A list of the identity page as its items."""

import re
from collections.abc import Sequence

from ..reading import Value
from .content import Content
from .geometry import Box
from .table import value
from .words import Word
from .writing import Line, lines

MARK = re.compile(r"\(?\d{1,2}[.)]|[a-z][.)]|[-–•▪➢✓*·o]|\uf0b7|\uf0a7|\uf0fc|\uf0d8")
GLUED = re.compile(r"(?:\d{1,2}[.)]\s*|[-•▪➢✓·]\s*)(?=\D)")


def items(page: Content, words: Sequence[Word], area: Box) -> list[Value]:
    """The items of the words in an area, from marks where it has them, else line by line."""
    written = lines(words)
    if not written:
        return []
    beside = _second_column(words, written)
    if beside is not None:
        left = [word for word in words if word.box.centre[0] < beside]
        right = [word for word in words if word.box.centre[0] >= beside]
        return items(page, left, area) + items(page, right, area)
    marks = [word for word in words if word.upright and MARK.fullmatch(word.text)]
    leading = [mark for mark in marks if _leads(mark, written)]
    alone = [line for line in written if len(line.words) == 1 and line.words[0] in leading]
    if alone and len(leading) > 1:
        return _beside(page, leading, words)
    if leading or any(GLUED.match(line.text) for line in written):
        return _marked(page, written)
    return _plain(page, written, area)


def _second_column(words: Sequence[Word], written: Sequence[Line]) -> float | None:
    """Where a second column of numbered items begins, if the list has one."""
    numbered = [word for word in words if re.fullmatch(r"\d{1,2}[.)]", word.text)]
    inner = [mark for mark in numbered if not _leads(mark, written)]
    if len(inner) < 2 or max(m.box.x0 for m in inner) - min(m.box.x0 for m in inner) > 4:
        return None
    x = min(mark.box.x0 for mark in inner) - 1
    before = [word.box.x1 for word in words if word.box.x0 < x]
    apart = before and x - max(before) > 1.2 * inner[0].size
    leading = [int(m.text[:-1]) for m in numbered if m not in inner]
    goes_on = leading and min(int(m.text[:-1]) for m in inner) > max(leading)
    return x if apart and goes_on else None


def _leads(mark: Word, written: Sequence[Line]) -> bool:
    """Whether the mark is the first word of its line."""
    return any(line.words[0] is mark for line in written)


def _marked(page: Content, written: Sequence[Line]) -> list[Value]:
    """A new item at each line that begins with a mark of the list's first kind or to its left."""
    found: list[list[Word]] = []
    first: float | None = None
    for line in written:
        begins = bool(MARK.fullmatch(line.words[0].text) or GLUED.match(line.text))
        if begins and first is None:
            first = line.box.x0
        outer = first is None or line.box.x0 <= first + 12
        if not found or (begins and outer):
            found.append(list(line.words))
        else:
            found[-1].extend(line.words)
    return [value(page, words) for words in found]


def _plain(page: Content, written: Sequence[Line], area: Box) -> list[Value]:
    """Lines without marks: one goes on where the line before it is full."""
    found: list[list[Word]] = []
    before: Line | None = None
    right = max(line.box.x1 for line in written)
    edge = min(area.x1, right)
    for line in written:
        full = before is not None and edge - before.box.x1 < _first_width(line)
        ended = before is not None and before.text.rstrip().endswith((".", ";"))
        small = line.text[:1].islower()
        far = before is not None and line.box.top - before.box.bottom > 0.8 * line.words[0].size
        if found and not ended and not far and (full or small):
            found[-1].extend(line.words)
        else:
            found.append(list(line.words))
        before = line
    return [value(page, words) for words in found]


def _first_width(line: Line) -> float:
    """Room the first word of a line would have needed on the line before."""
    return line.words[0].box.width + 0.3 * line.words[0].size


def _beside(page: Content, marks: Sequence[Word], words: Sequence[Word]) -> list[Value]:
    """Numbers set in the middle of their items: part the lines so that each lies around its own."""
    ordered = sorted(marks, key=lambda mark: mark.box.centre[1])
    chosen = {id(mark) for mark in ordered}
    prose = lines(word for word in words if id(word) not in chosen)
    if len(prose) < len(ordered):
        return [value(page, list(line.words)) for line in lines(words)]
    at = [line.box.centre[1] for line in prose]
    ends = _parting(at, [mark.box.centre[1] for mark in ordered])
    found = []
    start = 0
    for mark, end in zip(ordered, ends, strict=True):
        body = [word for line in prose[start:end] for word in line.words]
        whole = value(page, [mark, *body])
        written = f"{mark.text} " + " ".join(line.text for line in prose[start:end])
        found.append(Value(written, whole.tempat, whole.yakin, whole.ragu))
        start = end
    return found


def _parting(at: Sequence[float], marks: Sequence[float]) -> list[int]:
    """Where each mark's lines end, so that the lines' middles lie nearest to their marks."""
    n, k = len(at), len(marks)
    best: list[list[float]] = [[float("inf")] * (n + 1) for _ in range(k + 1)]
    back = [[0] * (n + 1) for _ in range(k + 1)]
    best[0][0] = 0.0
    for m in range(1, k + 1):
        for end in range(m, n + 1):
            for start in range(m - 1, end):
                middle = (at[start] + at[end - 1]) / 2
                cost = best[m - 1][start] + (middle - marks[m - 1]) ** 2
                if cost < best[m][end]:
                    best[m][end] = cost
                    back[m][end] = start
    ends = [n]
    for m in range(k, 1, -1):
        ends.append(back[m][ends[-1]])
    return ends[::-1]
