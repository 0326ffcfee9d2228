"""Text of an area: its words in lines, and its lines in paragraphs."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .geometry import Box, union
from .words import Word

TOUCHING = 0.1
"""Share of the size up to which two pieces of writing are one word: a blank is wider."""


@dataclass(frozen=True)
class Line:
    """One line of writing."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The line's words with blanks between them, save between pieces of one word."""
        joined = self.words[0].text
        for before, word in pairwise(self.words):
            gap = word.box.x0 - before.box.x1
            whole = before.upright and -0.25 * word.size <= gap <= TOUCHING * word.size
            joined += word.text if whole else f" {word.text}"
        return joined


def lines(found: Iterable[Word]) -> list[Line]:
    """The words of an area as lines from top to bottom, each from left to right."""
    upright = [word for word in found if word.upright]
    rows: list[list[Word]] = []
    for word in sorted(upright, key=lambda word: (word.box.centre[1], word.box.x0)):
        middle = word.box.centre[1]
        for row in reversed(rows[-3:]):
            if abs(row[-1].box.centre[1] - middle) <= 0.4 * max(word.size, row[-1].size):
                row.append(word)
                break
        else:
            rows.append([word])
    turned = [word for word in found if not word.upright]
    made = [_line(sorted(row, key=lambda word: word.box.x0)) for row in rows]
    return made + _turned(turned)


def _line(row: Sequence[Word]) -> Line:
    return Line(tuple(row), union(word.box for word in row))


def _turned(found: Sequence[Word]) -> list[Line]:
    """Lines of writing that runs upwards or downwards."""
    up = sorted(
        (word for word in found if word.way[1] < 0),
        key=lambda word: (round(word.box.centre[0] / (0.5 * word.size)), -word.box.bottom),
    )
    down = sorted(
        (word for word in found if word.way[1] >= 0),
        key=lambda word: (-round(word.box.centre[0] / (0.5 * word.size)), word.box.top),
    )
    made: list[list[Word]] = []
    for word in [*up, *down]:
        last = made[-1][-1] if made else None
        if (
            last is not None
            and last.way == word.way
            and (abs(last.box.centre[0] - word.box.centre[0]) <= 0.5 * word.size)
        ):
            made[-1].append(word)
        else:
            made.append([word])
    return [_line(row) for row in made]


def text(found: Iterable[Word]) -> str:
    """The words of an area as one text."""
    joined = " ".join(line.text for line in lines(list(found)))
    # A printer's own hyphen at the end of a line is no part of the word.
    return re.sub(r"(?<=\w)[\u2010\xad] (?=[a-z])", "", joined)


_NOT = r"(tidak|tdk|belum|kurang|sudah|telah|sdh|blm)"
_STATE = (
    r"(ada|sesuai|setuju|disetujui|lengkap|benar|layak|valid|sah|memenuhi|memenuhi syarat|"
    r"diterima|terpenuhi)"
)
_VERDICT = (
    r"(ditolak|tolak|dikembalikan|direvisi|revisi|diperbaiki|perbaikan|terima|lanjut|ok|oke|"
    r"y|ya|t|n|yes|no)"
)
ANSWER = re.compile(rf"\(?({_NOT}|({_NOT} )?{_STATE}|{_VERDICT})\)?[.,:;]?", re.I)
"""Answers: two of them never go on with one another,"""
_OPEN = re.compile(rf"\(?{_NOT}", re.I)
_CLOSE = re.compile(rf"{_STATE}\)?[.,:;]?", re.I)
"""save a no and what is not so, on two lines."""


@dataclass(frozen=True)
class Phrase:
    """Words that belong together."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The phrase as one text."""
        return text(self.words)


def phrases(
    words: Sequence[Word], is_alone: Callable[[str], bool] = lambda _: False
) -> list[Phrase]:
    """Free words as phrases: words of one line side by side, and lines right below each other.

    A line that `is_alone` goes on with no other.
    """
    found: list[list[Line]] = []
    parts = [part for line in lines(words) for part in split(line)]
    for part in sorted(parts, key=lambda part: (part.box.top, part.box.x0)):
        for block in found:
            if _continues(block[-1], part) and not (
                is_alone(block[-1].text) or is_alone(part.text)
            ):
                block.append(part)
                break
        else:
            found.append([part])
    made = []
    for block in found:
        joined = tuple(word for line in block for word in line.words)
        if re.search(r"[A-Za-z]", text(joined)):
            made.append(Phrase(joined, union(word.box for word in joined)))
    return made


def split(line: Line, wide: float = 0.75) -> list[Line]:
    """A line parted where the space between two words is wide, as a share of their size."""
    runs: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        space = _space(before, word)
        # Turned words beside each other are sorted by their columns: the next may stand back.
        if space > wide * word.size or (not word.upright and abs(space) > 1.2 * word.size):
            runs.append([])
        runs[-1].append(word)
    return [Line(tuple(run), union(word.box for word in run)) for run in runs]


def _space(before: Word, word: Word) -> float:
    """The space between two words of one line, along their writing."""
    if word.upright:
        return word.box.x0 - before.box.x1
    if word.way[1] < 0:
        return before.box.top - word.box.bottom
    return word.box.top - before.box.bottom


def _beside(one: Line, other: Line) -> bool:
    """Whether two turned lines run side by side as the lines of one text do."""
    a, b = one.words[0], other.words[0]
    if a.upright or a.way != b.way or (ANSWER.fullmatch(one.text) and ANSWER.fullmatch(other.text)):
        return False
    step = abs(one.box.centre[0] - other.box.centre[0])
    along = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    shorter = min(one.box.height, other.box.height)
    size = max(a.size, b.size)
    return 0.6 * size <= step <= 1.45 * size and along >= 0.3 * shorter


def _continues(upper: Line, lower: Line) -> bool:
    if not (upper.words[0].upright and lower.words[0].upright):
        return _beside(upper, lower)
    size = max(upper.words[0].size, lower.words[0].size)
    step = lower.box.bottom - upper.box.bottom
    overlap = min(upper.box.x1, lower.box.x1) - max(upper.box.x0, lower.box.x0)
    if not 0.6 * size <= step <= 1.45 * size or overlap < 0.3 * min(
        upper.box.width, lower.box.width
    ):
        return False
    if _OPEN.fullmatch(upper.text) and _CLOSE.fullmatch(lower.text):
        return True
    return not (ANSWER.fullmatch(upper.text) and ANSWER.fullmatch(lower.text))
