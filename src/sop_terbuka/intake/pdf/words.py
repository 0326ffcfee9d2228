"""Words from the order in which a page writes its characters.

By place alone, small offsets between columns shatter words; the content stream keeps a word's
letters together.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .geometry import Box, Point, union


@dataclass
class Word:
    """A word with its box; `run` numbers unbroken stretches of writing on one line."""

    text: str
    box: Box
    size: float
    way: Point
    run: int = 0
    bold: bool = False
    order: int = 0
    light: float = 0.0
    anchor: Point | None = None

    @property
    def point(self) -> Point:
        """Where the word belongs: its middle, or the cell its overflowing text began in."""
        return self.anchor or self.box.centre

    @property
    def upright(self) -> bool:
        """Whether it reads from left to right."""
        return self.way[0] > 0.9


@dataclass
class Glyph:
    """One character with the direction it is written in."""

    text: str
    box: Box
    size: float
    way: Point
    font: str = ""
    order: int = 0
    light: float = 0.0


def glyph(char: Mapping[str, Any], order: int = 0) -> Glyph:
    """A character as pdfplumber gives it; `upright` there fails on -0.0, so the matrix decides."""
    a, b = char["matrix"][:2]
    length = math.hypot(a, b) or 1.0
    # The page's y runs downwards, the matrix's upwards.
    way = (a / length, -b / length)
    box = Box(char["x0"], char["top"], char["x1"], char["bottom"])
    across = box.height if abs(way[0]) >= abs(way[1]) else box.width
    size = across if across > 0 else float(char["size"])
    return Glyph(
        str(char["text"]),
        box,
        size or 1.0,
        way,
        str(char.get("fontname", "")),
        order,
        light(char.get("non_stroking_color")),
    )


def light(colour: Any) -> float:
    """How light a colour is, from black (0) to white (1); a pattern counts as half."""
    if colour is None:
        return 0.0
    parts = [colour] if isinstance(colour, int | float) else list(colour)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return 0.5
    if len(parts) == 4:
        return 1.0 - min(1.0, max(parts[:3]) + float(parts[3]))
    if len(parts) == 3:
        return 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]
    return float(parts[0])


def distinct(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The characters without those printed a second time over themselves to look bold."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    kept = []
    for one in glyphs:
        x, y = one.box.x0, one.box.top
        near = 0.12 * one.size
        cell = (int(x // 2), int(y // 2))
        double = False
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                other = seen.get((one.text, cell[0] + i, cell[1] + j))
                if (
                    other is not None
                    and abs(other.box.x0 - x) <= near
                    and abs(other.box.top - y) <= near
                ):
                    double = True
        if not double or one.text.isspace():
            kept.append(one)
        seen[(one.text, *cell)] = one
    return kept


BEFORE = 0.45
"""Share of the size by which a letter may start before the one before it has ended."""
AFTER = 0.22
"""Share of the size that is still no blank between two letters."""
LINE = 0.35
"""Share of the size by which the letters of one word may stand higher or lower."""


def words(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words of the page in the order they are written."""
    found: list[Word] = []
    current: list[Glyph] = []
    run = 0

    def close() -> None:
        if current:
            found.append(_word(current, run))
            current.clear()

    last: Glyph | None = None
    for one in glyphs:
        blank = not one.text.strip()
        if last is not None:
            along, across = _step(last, one)
            size = max(last.size, one.size)
            same_way = last.way[0] * one.way[0] + last.way[1] * one.way[1] > 0.98
            on_line = same_way and abs(across) <= LINE * size
            if not on_line or not -BEFORE * size <= along <= 1.2 * size:
                close()
                run += 1
            elif along > AFTER * size:
                close()
        if blank:
            close()
        else:
            current.append(one)
        last = one
    close()
    return found


def _step(last: Glyph, one: Glyph) -> tuple[float, float]:
    """Gap along the writing and offset across it between two characters."""
    wx, wy = last.way
    if abs(wx) >= abs(wy):
        sign = 1.0 if wx > 0 else -1.0
        along = (one.box.x0 - last.box.x1) if sign > 0 else (last.box.x0 - one.box.x1)
        return along, one.box.bottom - last.box.bottom
    if wy < 0:
        return last.box.top - one.box.bottom, one.box.x1 - last.box.x1
    return one.box.top - last.box.bottom, one.box.x0 - last.box.x0


def _word(glyphs: list[Glyph], run: int) -> Word:
    text = "".join(g.text for g in glyphs).replace("\xad", "").replace("\u200b", "")
    names = [g.font.lower() for g in glyphs]
    return Word(
        text,
        union(g.box for g in glyphs),
        max(g.size for g in glyphs),
        glyphs[0].way,
        run,
        sum("bold" in n for n in names) * 2 > len(names),
        glyphs[0].order,
        glyphs[0].light,
    )
