"""Lines of the flow that run exactly on a rule of the table, told from it by their style."""

from collections import Counter
from collections.abc import Sequence

from .content import Outline

Style = tuple[bool, float, float]


def unlike(ruled: Sequence[Outline]) -> list[Outline]:
    """The strokes on the table's rules that are drawn otherwise than the rules."""
    lengths: Counter[Style] = Counter()
    for one in ruled:
        lengths[_style(one)] += round(max(one.box.width, one.box.height))
    total = sum(lengths.values())
    own = [style for style, length in lengths.items() if length >= 0.12 * total]
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
