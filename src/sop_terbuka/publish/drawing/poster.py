"""A whole flow as one picture: the matrix's rows below each other, under their lanes."""

import textwrap
from collections.abc import Iterator
from itertools import accumulate

from markupsafe import escape

from ...meaning.graph import Graph
from .layout import arrange
from .matrix.print import draw, minimum_heights
from .matrix.shape import number

_LANE, _NUMBERS, _MARGIN, _LINE = 90.0, 34.0, 8.0, 13.0
_FONT = "sans-serif"


def drawn(flow: Graph, actors: tuple[str, ...]) -> str:
    """The picture as SVG; every word of the data in it is escaped."""
    layout = arrange(flow, _LANE)
    heads = [textwrap.wrap(name, 13) for name in actors]
    head = max(map(len, heads), default=1) * _LINE + 10
    heights = minimum_heights(layout, 1.0)
    pictures = draw(layout, _LANE, heights, scale=1.0)
    tops = list(accumulate(heights, initial=_MARGIN + head))
    width = 2 * _MARGIN + _NUMBERS + _LANE * layout.lanes
    height = tops[-1] + _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}" '
        f'font-family="{_FONT}" font-size="11">',
        *_names(heads),
    ]
    for row, (top, picture) in enumerate(zip(tops, pictures, strict=False)):
        y = number(top)
        parts.append(
            f'<path d="M{number(_MARGIN)} {y}H{number(width - _MARGIN)}" stroke="#999"/>'
            f'<text x="{number(_MARGIN)}" y="{number(top + 50)}">{row + 1}</text>'
            + str(picture).replace("<svg ", f'<svg x="{number(_MARGIN + _NUMBERS)}" y="{y}" ', 1)
        )
    return "".join([*parts, "</svg>"])


def _names(heads: list[list[str]]) -> Iterator[str]:
    for lane, lines in enumerate(heads):
        x = number(_MARGIN + _NUMBERS + (lane + 0.5) * _LANE)
        for n, line in enumerate(lines):
            y = number(_MARGIN + (n + 1) * _LINE)
            yield f'<text x="{x}" y="{y}" text-anchor="middle">{escape(line)}</text>'
