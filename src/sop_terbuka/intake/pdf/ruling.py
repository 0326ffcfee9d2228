"""Lines of the flow that run exactly on a rule of the table, told from it by their style."""

from collections import Counter
from collections.abc import Sequence

from .content import Outline

Style = tuple[bool, float, float]
WHOLE = 0.6
"""A style that covers this share of one line of the table is the style of its rules."""


def unlike(
    ruled: Sequence[Outline], rows: Sequence[float], bounds: Sequence[float]
) -> list[Outline]:
    """The strokes on the table's rules that are drawn otherwise than the rules."""
    high, wide = max(rows) - min(rows), max(bounds) - min(bounds)
    lengths: Counter[tuple[bool, int, Style]] = Counter()
    for one in ruled:
        level = one.box.width > one.box.height
        at = one.box.centre[1] if level else one.box.centre[0]
        lines = rows if level else bounds
        nearest = min(range(len(lines)), key=lambda n: abs(lines[n] - at))
        lengths[(level, nearest, _style(one))] += round(max(one.box.width, one.box.height))
    own = {
        style
        for (level, _, style), length in lengths.items()
        if length >= WHOLE * (wide if level else high)
    }
    if not own:
        return []
    return [
        one
        for one in ruled
        if one.stroked
        and not one.closed
        and max(one.box.width, one.box.height) > 6
        and not any(_alike(_style(one), style) for style in own)
    ]


def _style(one: Outline) -> Style:
    return one.stroked, round(one.width, 1), round(one.shade, 1)


def _alike(one: Style, other: Style) -> bool:
    return (
        one[0] == other[0]
        and abs(one[1] - other[1]) <= 0.25 * max(one[1], other[1])
        and abs(one[2] - other[2]) < 0.2
    )
