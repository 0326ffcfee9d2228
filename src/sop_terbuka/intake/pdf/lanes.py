"""Lanes that no rule parts: told by the number row below the head, else by the words over them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .content import Content
from .geometry import Box, union
from .head import Column, Head
from .roles import role
from .writing import Phrase, phrases, text

APART = 12.0
"""Words this far apart in the head are two heads."""


def parted(page: Content, head: Head) -> Head:
    """The head with every lane column that holds several heads parted."""
    columns: list[Column] = []
    for column in head.columns:
        columns += _lanes(page, head, column) if column.role == "lajur" else [column]
    return replace(head, columns=tuple(columns))


def _lanes(page: Content, head: Head, column: Column) -> list[Column]:
    band = Box(column.x0, head.top - 1, column.x1, head.bottom + 1)
    said = [
        phrase
        for phrase in phrases([word for word in page.words if band.holds(word.point)])
        if role(phrase.text) != "pelaksana" and phrase.text not in column.group
    ]
    over = [phrase for phrase in said if len(_under(phrase, said)) > 1]
    groups = _clusters([phrase for phrase in said if phrase not in over])
    if len(groups) < 2:
        return [column]
    boxes = [union(phrase.box for phrase in group) for group in groups]
    spaces = [other.x0 - one.x1 for one, other in pairwise(boxes)]
    numbered = _numbers(page, head, column) == len(groups)
    held = any(role(word) == "pelaksana" for word in column.name.split())
    if not (numbered or held or over or min(spaces) >= APART):
        return [column]
    cuts = [(one.x1 + other.x0) / 2 for one, other in pairwise(boxes)]
    bounds = [column.x0, *cuts, column.x1]
    made = []
    for (x0, x1), group, box in zip(pairwise(bounds), groups, boxes, strict=True):
        words = [word for phrase in group for word in phrase.words]
        above = [one.text for one in over if any(phrase in _under(one, said) for phrase in group)]
        name = above[-1] if above else column.group
        made.append(Column("lajur", x0, x1, text(words), name, box))
    return made


def _under(over: Phrase, said: Sequence[Phrase]) -> list[Phrase]:
    """The phrases right below another, where they stand side by side."""
    below = [
        phrase
        for phrase in said
        if over.box.bottom - 1 <= phrase.box.top <= over.box.bottom + 2 * over.words[0].size
        and min(over.box.x1, phrase.box.x1) - max(over.box.x0, phrase.box.x0)
        > -1.5 * over.words[0].size
    ]
    return below if len(_clusters(below)) > 1 else []


def _clusters(said: Sequence[Phrase]) -> list[list[Phrase]]:
    """Phrases that stand over each other, from left to right."""
    groups: list[list[Phrase]] = []
    for phrase in sorted(said, key=lambda one: one.box.x0):
        if groups and phrase.box.x0 < max(one.box.x1 for one in groups[-1]):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _numbers(page: Content, head: Head, column: Column) -> int:
    """How many column numbers stand just below the head within the column."""
    below = Box(column.x0, head.bottom, column.x1, head.bottom + 20)
    return sum(
        bool(re.fullmatch(r"\(?\d{1,2}\)?", word.text)) and below.holds(word.point)
        for word in page.words
    )
