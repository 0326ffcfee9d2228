"""How tall text gets in Word, which nobody can ask while a document is written.

The drawing of a row must be as tall as its row: lines are counted with the widths of Arial (and of
Liberation Sans, made equally wide), a little too carefully rather than too few.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

# Widths of the letters from space to tilde in thousandths of the font's size, by fontTools.
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_WIDEST = 1015
# Word fits a line by its own rules; a line that just fits here may be broken there.
_CAREFUL = 0.98


def width(text: str, size: float) -> float:
    """The width of a text in points."""
    return sum(_letter(letter) for letter in text) * size / 1000


def _letter(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    n = ord(base) - 32
    return _WIDTHS[n] if 0 <= n < len(_WIDTHS) else _WIDEST


def line_count(words: Iterable[Sequence[str]], room: float, size: float) -> int:
    """How many lines words take; a word is given as the parts between its possible breaks."""
    room *= _CAREFUL
    lines, used = 1, 0.0
    space = width(" ", size)
    for parts in words:
        whole = width("".join(parts), size)
        gap = space if used else 0.0
        if used + gap + whole <= room:
            used += gap + whole
            continue
        if whole <= room:
            lines, used = lines + 1, whole
            continue
        lines += 1 if used else 0
        used = 0.0
        for piece in _pieces(parts, room, size):
            long = width(piece, size)
            if used and used + long + width("-", size) > room:
                lines, used = lines + 1, 0.0
            used += long
    return lines


def _pieces(parts: Sequence[str], room: float, size: float) -> Iterator[str]:
    """The parts, with those that are wider than the room cut into letters."""
    for part in parts:
        if width(part, size) + width("-", size) <= room:
            yield part
        else:
            yield from part


def words_of(text: str) -> list[list[str]]:
    """The words of a text, each with its breaks after a hyphen."""
    return [_after_hyphens(word) for word in text.split()]


def _after_hyphens(word: str) -> list[str]:
    parts = word.split("-")
    return [f"{part}-" for part in parts[:-1]] + parts[-1:]


def height(texts: Iterable[str], room: float, size: float, leading: float, gap: float = 0) -> float:
    """The height of paragraphs in points: lines `leading` tall, and `gap` for each paragraph."""
    return sum(line_count(words_of(text), room, size) * leading + gap for text in texts)
