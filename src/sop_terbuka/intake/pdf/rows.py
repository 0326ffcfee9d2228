"""Rows of a matrix on one page: from the rules across the activities, else from the numbers."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Grid
from .content import Content
from .geometry import Box, groups
from .head import Column, Head
from .roles import number
from .writing import lines, text

LOW = 4.0
"""A strip lower than this is the space between two rules."""


@dataclass(frozen=True)
class Strip:
    """One row on the page; `open_top` where no rule closes it there."""

    top: float
    bottom: float
    open_top: bool = False

    @property
    def middle(self) -> float:
        """Height of the row's middle."""
        return (self.top + self.bottom) / 2


def strips(page: Content, grid: Grid, head: Head, start: float, end: float) -> list[Strip]:
    """The rows between two heights of a page, without the row that numbers the columns."""
    activity = head.column("kegiatan")
    if activity is None:
        return []
    ruled = [y for y in grid.ys if start - 3 <= y <= end + 3 and _parts_rows(grid, head, y)]
    bounds = [sum(near) / len(near) for near in groups(ruled, LOW)]
    top, bottom = _sides(grid, head, start, end)
    first_open = False
    if top is not None and (not bounds or bounds[0] - top > 8):
        bounds.insert(0, top)
        first_open = True
    if bottom is not None and (not bounds or bottom - bounds[-1] > 8):
        bounds.append(bottom)
    found: list[Strip] = []
    for n, (a, b) in enumerate(itertools.pairwise(bounds)):
        if not _closed(grid, head, a, b):
            if found:
                break
            continue
        found.append(Strip(a, b, first_open and n == 0))
    found = [strip for strip in found if not _numbers_columns(page, head, strip)]
    return [part for strip in found for part in _parted(page, head, strip)]


def _parts_rows(grid: Grid, head: Head, y: float) -> bool:
    """Whether a rule parts two rows.

    It runs across the activities, and across the numbers or much of the table: a rule that only
    parts the paragraphs of one activity does not.
    """
    activity, numbers = head.column("kegiatan"), head.column("no")
    if activity is None or grid.level_at(y, activity.x0 + 1, activity.x1 - 1) < 0.8:
        return False
    if numbers is not None and grid.level_at(y, numbers.x0 + 1, numbers.x1 - 1) >= 0.8:
        return True
    return grid.level_at(y, head.columns[0].x0, head.columns[-1].x1) >= 0.4


def _sides(grid: Grid, head: Head, start: float, end: float) -> tuple[float | None, float | None]:
    """Where the table's upright rules begin and end, if they go on beyond its level ones."""
    tops, bottoms = [], []
    for column in head.columns:
        for at, spans in grid.upright:
            if abs(at - column.x0) <= 2.5:
                for s, e in spans:
                    if e > start + 3 and s < end - 3 and e - s > 12:
                        tops.append(max(s, start))
                        bottoms.append(min(e, end))
    if len(tops) < 3:
        return None, None
    tops.sort()
    bottoms.sort()
    # Several rules agree on where the table begins and ends; one stray line does not.
    return tops[min(2, len(tops) - 1)], bottoms[max(len(bottoms) - 3, 0)]


def _closed(grid: Grid, head: Head, top: float, bottom: float) -> bool:
    """Whether columns run through the strip."""
    if bottom - top <= LOW:
        return False
    inner = [column.x0 for column in head.columns[1:]]
    through = sum(grid.upright_at(x, top + 1, bottom - 1, 3.0) >= 0.5 for x in inner)
    return through >= max(2, len(inner) * 0.4)


def _numbers_columns(page: Content, head: Head, strip: Strip) -> bool:
    """Whether the strip only numbers the columns, as (1) (2) (3) below the head."""
    seen = [written for column in head.columns if (written := _in(page, column, strip))]
    numbers = [one for one in seen if re.fullmatch(r"(?:\(?\s*\d{1,2}\s*[.)]?\s*)+", one)]
    activity = head.column("kegiatan")
    named = _in(page, activity, strip) if activity else ""
    return len(numbers) >= 3 and len(numbers) >= 0.7 * len(seen) and (not named or named in numbers)


def _in(page: Content, column: Column, strip: Strip) -> str:
    box = Box(column.x0, strip.top, column.x1, strip.bottom)
    return text(word for word in page.words if box.holds(word.point))


def _parted(page: Content, head: Head, strip: Strip) -> list[Strip]:
    """A strip with several numbers below each other, parted where a rule is missing."""
    column, activity = head.column("no"), head.column("kegiatan")
    if column is None or activity is None:
        return [strip]
    box = Box(column.x0, strip.top, column.x1, strip.bottom)
    written = lines(word for word in page.words if box.holds(word.point))
    marks = [line for line in written if re.fullmatch(r"\d{1,2}[.)]?", line.text.strip())]
    values = [int(number(line.text)) for line in marks if number(line.text).isdigit()]
    if len(values) < 2 or values != list(range(values[0], values[0] + len(values))):
        return [strip]
    if len(marks) != len(written):
        return [strip]
    area = Box(activity.x0, strip.top, activity.x1, strip.bottom)
    prose = lines(word for word in page.words if area.holds(word.point))
    cuts = []
    for upper, lower in itertools.pairwise(marks):
        cuts.append(_cut(upper.box, lower.box, [line.box for line in prose]))
    bounds = [strip.top, *cuts, strip.bottom]
    return [Strip(a, b) for a, b in itertools.pairwise(bounds)]


def _cut(upper: Box, lower: Box, prose: Sequence[Box]) -> float:
    """Where to cut between two numbers: the widest space between lines, else the middle."""
    between = sorted(
        (box for box in prose if upper.top - 2 <= box.centre[1] <= lower.bottom + 2),
        key=lambda box: box.top,
    )
    best, at = 0.0, (upper.bottom + lower.top) / 2
    for a, b in itertools.pairwise(between):
        space = b.top - a.bottom
        if space > best + 0.5 and upper.bottom - 2 <= b.top <= lower.bottom:
            best, at = space, (a.bottom + b.top) / 2
    return at
