"""The drawing of every row for the page: lines in percentages, symbols in view boxes."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from ..layout import BOTTOM, HALF_HEIGHT, Label, Layout, Placed, Stroke
from .shape import (
    VIEW_HEIGHT,
    VIEW_LEFT,
    VIEW_TOP,
    VIEW_WIDTH,
    drawing,
    head,
    number,
    words_inside,
)

_VIEW = f"{VIEW_LEFT} {VIEW_TOP} {VIEW_WIDTH} {VIEW_HEIGHT}"
_LINE = 12


def rows(layout: Layout) -> list[Markup]:
    """One SVG a row; nothing in it comes from the data but escaped words."""
    count = layout.lanes
    symbols: list[list[str]] = [[] for _ in layout.heights]
    labels: list[list[str]] = [[] for _ in layout.heights]
    heads: dict[int, list[tuple[float, int]]] = {}
    for one in layout.heads:
        heads.setdefault(one.symbol, []).append((one.x, one.side))
    for symbol in layout.symbols:
        symbols[symbol.row].append(_symbol(symbol, heads.get(symbol.number, ()), count))
    for label in layout.labels:
        is_no = layout.flow.edges[label.edge].branch == "tidak"
        labels[label.row].append(_word(label, is_no, count))
    guides = "".join(
        f'<line class="l" x1="{x}" x2="{x}" y1="0" y2="100%"/>'
        for x in (_percent(lane, count) for lane in range(1, count))
    )
    return [
        Markup(
            '<svg aria-hidden="true" focusable="false" width="100%" '
            f'height="{number(height)}">{guides}'
            f"{''.join(_line(stroke, count) for stroke in layout.strokes[n])}"
            f"{''.join(labels[n])}{''.join(symbols[n])}</svg>"
        )
        for n, height in enumerate(layout.heights)
    ]


def _line(stroke: Stroke, count: int) -> str:
    kind = ' class="r"' if stroke.is_dashed else ""
    x1, x2 = _percent(stroke.x1, count), _percent(stroke.x2, count)
    y2 = "100%" if stroke.y2 == BOTTOM else number(stroke.y2)
    return f'<line{kind} x1="{x1}" x2="{x2}" y1="{number(stroke.y1)}" y2="{y2}"/>'


def _word(label: Label, is_no: bool, count: int) -> str:
    anchor = ' text-anchor="end"' if label.is_end else ""
    shift = f' dx="{number(label.dx)}"' if label.dx else ""
    x = _percent(label.x, count)
    return "".join(
        f'<text class="{"t" if is_no else "y"}" x="{x}" y="{number(label.y + n * _LINE)}"'
        f"{shift}{anchor}>{escape(line)}</text>"
        for n, line in enumerate(label.lines)
    )


def _symbol(symbol: Placed, heads: Sequence[tuple[float, int]], count: int) -> str:
    if symbol.first == symbol.last:
        inside = drawing(symbol, [side for _, side in heads]) + _inside(symbol)
        return _box(symbol.first, symbol.y, count, inside)
    return _wide(symbol, heads, count)


def _box(x: float, y: float, count: int, inside: str) -> str:
    return (
        f'<svg class="s" x="{_percent(x - 0.5, count)}" y="{number(y + VIEW_TOP)}" '
        f'width="{_percent(1, count)}" height="{VIEW_HEIGHT}" viewBox="{_VIEW}">{inside}</svg>'
    )


def _inside(symbol: Placed) -> str:
    return "".join(
        f'<text class="i" y="{number(y)}">{escape(line)}</text>'
        for y, line in words_inside(symbol.text)
    )


def _wide(symbol: Placed, heads: Sequence[tuple[float, int]], count: int) -> str:
    """A symbol over several lanes: its outline stretches, its arrowheads and words do not."""
    high = HALF_HEIGHT[symbol.kind]
    left, right = symbol.first - 0.37, symbol.last + 0.37
    outline = {
        "keputusan": '<path d="M0 14 6 0H94L100 14 94 28H6z"/>',
        "mulai": '<path d="M4 0H96Q104 14 96 28H4Q-4 14 4 0z"/>',
        "selesai": '<path d="M4 0H96Q104 14 96 28H4Q-4 14 4 0z"/>',
    }.get(symbol.kind, '<path d="M0 0H100V28H0z"/>')
    shape = (
        f'<svg class="s sl" x="{_percent(left, count)}" y="{number(symbol.y - high)}" '
        f'width="{_percent(right - left, count)}" height="{number(2 * high)}" '
        f'preserveAspectRatio="none" viewBox="0 0 100 28">{outline}</svg>'
    )
    # Its height stays the same in narrow lanes, so its arrowheads do too.
    arrows = "".join(
        _unscaled(x, symbol.y, count, head(symbol.kind, side))
        if side in (0, 2)
        else _unscaled(right if side == 1 else left, symbol.y, count, _EDGE_HEADS[side])
        for x, side in heads
    )
    return shape + arrows + _box(symbol.x, symbol.y, count, _inside(symbol))


_EDGE_HEADS = {
    1: '<path class="h" d="M7-4v8l-7-4z"/>',
    3: '<path class="h" d="M-7-4v8l7-4z"/>',
}


def _unscaled(x: float, y: float, count: int, inside: str) -> str:
    return (
        f'<svg class="s" x="{_percent(x, count)}" y="{number(y + VIEW_TOP)}" width="1" '
        f'height="{VIEW_HEIGHT}" viewBox="0 {VIEW_TOP} 1 {VIEW_HEIGHT}">{inside}</svg>'
    )


def _percent(x: float, count: int) -> str:
    return number(x / count * 100) + "%"
