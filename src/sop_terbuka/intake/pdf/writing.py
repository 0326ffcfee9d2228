"""Text of an area: its words in lines, and its lines in paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .geometry import Box, union
from .words import Word


@dataclass(frozen=True)
class Line:
    """One line of writing."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The line's words with blanks between them."""
        return " ".join(word.text for word in self.words)


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
