"""Row numbers in the activities' own column, where no rule parts them."""

from collections.abc import Sequence
from dataclasses import replace

from .cells import Grid
from .content import Content
from .geometry import Box
from .head import Column, Head
from .roles import number
from .rows import Strip
from .words import Word


def numbered(page: Content, grid: Grid, head: Head, strips: Sequence[Strip]) -> Head | None:
    """The head with a number column, if the left edge of the activities holds the rows' numbers."""
    head = _unparted(grid, head, strips)
    activity = head.column("kegiatan")
    if activity is None or head.column("no") is not None or not strips:
        return None
    marks: list[Word] = []
    others: list[Word] = []
    for strip in strips:
        box = Box(activity.x0, strip.top, activity.x1, strip.bottom)
        inside = [word for word in page.words if box.holds(word.point)]
        first = min(inside, key=lambda word: word.box.x0, default=None)
        if first is not None and number(first.text).isdigit():
            marks.append(first)
            others += [word for word in inside if word is not first]
        else:
            others += inside
    values = [int(number(mark.text)) for mark in marks]
    if not others or len(marks) < 0.7 * len(strips) or values != sorted(set(values)):
        return None
    edge, start = max(mark.box.x1 for mark in marks), min(word.box.x0 for word in others)
    # Text that runs back under its own number is one column with it.
    if start <= edge or edge - activity.x0 > 45:
        return None
    middle = (edge + start) / 2
    columns = [
        part
        for column in head.columns
        for part in (
            (Column("no", column.x0, middle), replace(column, x0=middle))
            if column is activity
            else (column,)
        )
    ]
    return replace(head, columns=tuple(columns))


def _unparted(grid: Grid, head: Head, strips: Sequence[Strip]) -> Head:
    """The head with its first column taken into the activities, if no rule parts the two."""
    if not strips or len(head.columns) < 2:
        return head
    first, activity = head.columns[:2]
    if first.role not in ("no", "lain") or activity.role != "kegiatan":
        return head
    if grid.upright_at(activity.x0, strips[0].top, strips[-1].bottom) >= 0.4:
        return head
    return replace(head, columns=(replace(activity, x0=first.x0), *head.columns[2:]))
