"""Heads whose cells no rule parts: found by their words, parted by the body or by the spaces."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .cells import Grid
from .content import Content
from .geometry import Box
from .head import QUALITY, Head, bounds_of, named, with_roles
from .roles import role
from .writing import Phrase, lines, phrases, split

CLOSE = 14.0
"""A rule this near above or below a head closes it."""
REACH = 36.0
"""The parts of one head stand no further above or below each other."""


def loose_heads(page: Content, grid: Grid) -> list[Head]:
    """Heads by their words only, from top to bottom."""
    said = [(phrase, role(phrase.text)) for phrase in phrases(page.words, _is_head)]
    found: list[Head] = []
    for start, kind in sorted(said, key=lambda one: one[0].box.top):
        if kind != "kegiatan" or any(one.top <= start.box.centre[1] <= one.bottom for one in found):
            continue
        beside = [
            (phrase, other)
            for phrase, other in said
            if other in (*QUALITY, "mutu", "pelaksana")
            and phrase.box.x0 > start.box.x1
            and abs(phrase.box.centre[1] - start.box.centre[1]) <= REACH
        ]
        # Below the first rule under all of it stands the first row.
        floor = _floor(grid, start, [phrase for phrase, _ in beside])
        beside = [one for one in beside if one[0].box.centre[1] < floor]
        kinds = {other for _, other in beside}
        if len(kinds & set(QUALITY)) < 2 or len(kinds) < 3:
            continue
        head = _head(page, grid, [start, *(phrase for phrase, _ in beside)])
        if head is not None:
            found.append(head)
    return found


def _floor(grid: Grid, start: Phrase, beside: Sequence[Phrase]) -> float:
    """The height of the first rule that runs below a whole head."""
    right = max((phrase.box.x1 for phrase in beside), default=start.box.x1)
    return min(
        (
            y
            for y in grid.ys
            if y > start.box.bottom - 1 and grid.level_at(y, start.box.x0, right) >= 0.8
        ),
        default=math.inf,
    )


def _is_head(words: str) -> bool:
    return bool(role(words))


def _head(page: Content, grid: Grid, band: Sequence[Phrase]) -> Head | None:
    top = min(phrase.box.top for phrase in band) - 1
    bottom = max(phrase.box.bottom for phrase in band) + 1
    left = min(phrase.box.x0 for phrase in band) - 30
    right = max(phrase.box.x1 for phrase in band) + 10
    rules = [y for y in grid.ys if grid.level_at(y, left + 30, right - 10) >= 0.5]
    bottom = min((y for y in rules if bottom - 3 <= y <= bottom + REACH), default=bottom)
    top = max((y for y in rules if top - CLOSE <= y <= top + 3), default=top)
    for at, spans in grid.level:
        if abs(at - bottom) <= 3 or abs(at - top) <= 3:
            for x0, x1 in spans:
                if x0 < right and x1 > left + 30:
                    left, right = min(left, x0), max(right, x1)
    inside = [
        phrase
        for phrase in phrases(page.words, _is_head)
        if top <= phrase.box.centre[1] <= bottom and left <= phrase.box.centre[0] <= right
    ]
    bounds = bounds_of(grid, left, right, bottom - 6, bottom)
    groups = {phrase.box: phrase for phrase in inside if role(phrase.text) in ("pelaksana", "mutu")}
    leaves = [phrase for phrase in inside if phrase.box not in groups]
    bounds = _spaced(bounds, leaves)
    if len(bounds) < 4:
        return None
    over = {id(word) for phrase in groups.values() for word in phrase.words}
    columns = tuple(named(page, x0, x1, top, bottom, over) for x0, x1 in pairwise(bounds))
    head = with_roles(Head(top, bottom, columns, ruled=False))
    return None if head is None else _grouped(page, head, over)


def _grouped(page: Content, head: Head, over: set[int]) -> Head:
    """The head with the words that stand over several lanes as the name of their group."""
    band = Box(head.columns[0].x0, head.top, head.columns[-1].x1, head.bottom)
    said = [word for word in page.words if band.holds(word.point) and id(word) not in over]
    columns = list(head.columns)
    parts = [part for line in lines(said) for part in split(line, 0.45)]
    for part in parts:
        under = [
            n
            for n, column in enumerate(columns)
            if column.role == "lajur"
            and min(part.box.x1, column.x1) - max(part.box.x0, column.x0)
            > 0.15 * (column.x1 - column.x0)
        ]
        below = [
            n
            for n in under
            if any(
                other.box.top > part.box.bottom - 1
                and columns[n].x0 <= other.box.centre[0] <= columns[n].x1
                for other in parts
            )
        ]
        if len(under) < 2 or below != under:
            continue
        over |= {id(word) for word in part.words}
        for n in under:
            old = columns[n]
            made = named(page, old.x0, old.x1, head.top, head.bottom, over)
            columns[n] = replace(made, role="lajur", group=part.text)
    return replace(head, columns=tuple(columns))


def _spaced(bounds: Sequence[float], leaves: Sequence[Phrase]) -> list[float]:
    """The bounds, with one more in the space between two heads that no rule parts."""
    made = list(bounds)
    for x0, x1 in pairwise(bounds):
        inside = sorted(
            (leaf.box for leaf in leaves if x0 <= leaf.box.centre[0] <= x1),
            key=lambda box: box.x0,
        )
        for one, other in pairwise(inside):
            beside = min(one.bottom, other.bottom) - max(one.top, other.top) > 0
            if beside and other.x0 > one.x1:
                made.append((one.x1 + other.x0) / 2)
    return sorted(made)
