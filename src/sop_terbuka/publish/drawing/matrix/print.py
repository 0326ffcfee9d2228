"""The matrix on paper: one SVG a row with fixed sizes, and connectors where a page ends.

A drawing on paper cannot grow with its row: what sets the page tells how tall every row is, and
the drawings are made for these heights.
Widths and heights are CSS px; `scale` is the size of one unit of the layout.
"""

from collections.abc import Collection, Iterator, Sequence

from markupsafe import Markup, escape

from ..layout import BOTTOM, HALF_HEIGHT, HEAD, SYMBOL_HALF, Label, Layout, Placed, Stroke, box_of
from .connector import Connector, connectors
from .shape import drawing, head, number, wide_shape, words_inside

SCALE = 0.7
# Units kept free above and below a row's drawing, for the connectors of a page break.
MARGIN = 18.0
# Kept free below the lowest thing of a row.
_SPARE = 4.0
# How wide a symbol is drawn at most, in units, when its lane is wide enough.
_WIDEST = 40.0
_LINE = 12.0
_PENTAGON_WIDTH, _PENTAGON_HEIGHT, _ROOM = 14.0, 15.0, 15.0
_INK, _GUIDE, _HEAD = "#000", "#999", 'fill="#000"'


def minimum_heights(layout: Layout, scale: float = SCALE) -> tuple[float, ...]:
    """The least height of every row, also when a page ends above or below it."""
    return tuple(
        round((_lowest(layout, row) + _SPARE + 2 * MARGIN) * scale, 2)
        for row in range(len(layout.heights))
    )


def _lowest(layout: Layout, row: int) -> float:
    """The lowest edge of what is drawn within a row; lines that go on have no edge there."""
    edges = [s.y + HALF_HEIGHT[s.kind] for s in layout.symbols if s.row == row]
    edges += [stroke.y2 for stroke in layout.strokes[row] if stroke.y2 != BOTTOM]
    edges += [box_of(label, layout.lane_width)[3] for label in layout.labels if label.row == row]
    edges += [
        layout.symbols[head.symbol].y + HALF_HEIGHT[layout.symbols[head.symbol].kind] + HEAD
        for head in layout.heads
        if head.side == 2 and layout.symbols[head.symbol].row == row
    ]
    return max(edges, default=0.0)


def draw(
    layout: Layout,
    lane_width: float,
    heights: Sequence[float] | None = None,
    breaks: Collection[int] = (),
    scale: float = SCALE,
    font: str = "sans-serif",
) -> tuple[Markup, ...]:
    """One SVG for every row; `breaks` are the rows that begin a page, counted from 0.

    `font` is named in the drawing: a page's style sheet does not reach into it.
    """
    least = minimum_heights(layout, scale)
    joins = connectors(layout, breaks, _ROOM * scale / lane_width)
    return tuple(
        _Sheet(layout, row, lane_width, max(height, least[row]), scale, joins).svg(font)
        for row, height in enumerate(heights or least)
    )


class _Sheet:
    """The drawing of one row."""

    def __init__(
        self,
        layout: Layout,
        row: int,
        lane_width: float,
        height: float,
        scale: float,
        joins: Sequence[Connector],
    ) -> None:
        self.layout, self.row, self.scale = layout, row, scale
        self.lane_width, self.height = lane_width, height
        self.above = {join.x: join for join in joins if join.row == row}
        self.below = {join.x: join for join in joins if join.row == row + 1}

    def svg(self, font: str) -> Markup:
        """The row as one element; everything in it is made of numbers and words of ours."""
        width = number(self.lane_width * self.layout.lanes)
        height = number(self.height)
        return Markup(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="{escape(font)}">'
            f"{''.join(self._parts())}</svg>"
        )

    def _parts(self) -> Iterator[str]:
        for lane in range(1, self.layout.lanes):
            yield self._segment(lane, 0, lane, self.height, f'{_GUIDE}" stroke-dasharray="1 2')
        for stroke in self.layout.strokes[self.row]:
            yield self._line(stroke)
        for label in self.layout.labels:
            if label.row == self.row:
                yield self._word(label)
        for symbol in self.layout.symbols:
            if symbol.row == self.row:
                yield self._symbol(symbol)
        for join in self.above.values():
            yield self._connector(join, 1.0)
        for join in self.below.values():
            yield self._connector(join, self.height - 1 - _PENTAGON_HEIGHT * self.scale)

    def _y(self, y: float) -> float:
        return (y + MARGIN) * self.scale

    def _segment(self, x1: float, y1: float, x2: float, y2: float, ink: str) -> str:
        return (
            f'<line x1="{number(x1 * self.lane_width)}" y1="{number(y1)}" '
            f'x2="{number(x2 * self.lane_width)}" y2="{number(y2)}" '
            f'stroke="{ink}" stroke-width="{number(1.3 * self.scale)}"/>'
        )

    def _line(self, stroke: Stroke) -> str:
        ink = f'{_INK}" stroke-dasharray="3.5 2' if stroke.is_dashed else _INK
        room = MARGIN * self.scale
        top = self._y(stroke.y1) if stroke.y1 > 0 else 0.0
        bottom = self.height if stroke.y2 == BOTTOM else self._y(stroke.y2)
        tail = ""
        if stroke.is_vertical and top == 0 and stroke.x1 in self.above:
            top = room
            end = _PENTAGON_HEIGHT * self.scale
            tail += self._segment(self.above[stroke.x1].shown_x, end, stroke.x1, top, ink)
        if stroke.is_vertical and stroke.y2 == BOTTOM and stroke.x1 in self.below:
            bottom = self.height - room
            end = self.height - _PENTAGON_HEIGHT * self.scale
            tail += self._segment(stroke.x1, bottom, self.below[stroke.x1].shown_x, end, ink)
        return self._segment(stroke.x1, top, stroke.x2, bottom, ink) + tail

    def _word(self, label: Label) -> str:
        anchor = "end" if label.is_end else "start"
        x = label.x * self.lane_width + label.dx * self.scale
        return "".join(
            self._text(x, self._y(label.y + n * _LINE), 11, anchor, line)
            for n, line in enumerate(label.lines)
        )

    def _text(self, x: float, y: float, size: float, anchor: str, text: str) -> str:
        return (
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size * self.scale)}" '
            f'font-weight="600" text-anchor="{anchor}" fill="{_INK}">{escape(text)}</text>'
        )

    def _symbol(self, symbol: Placed) -> str:
        heads = [(one.x, one.side) for one in self.layout.heads if one.symbol == symbol.number]
        if symbol.first == symbol.last:
            inside = drawing(symbol, [side for _, side in heads], _HEAD)
            return self._group(symbol.x, symbol.y, inside + self._inside(symbol))
        scale = self._symbol_scale()
        half = (symbol.last - symbol.first + 2 * SYMBOL_HALF) / 2 * self.lane_width / scale
        shape = self._group(symbol.x, symbol.y, wide_shape(symbol.kind, -half, half))
        arrows = "".join(
            self._group(x, symbol.y, head(symbol.kind, side, _HEAD))
            for x, side in heads
            if side in (0, 2)
        )
        sides = "".join(
            self._group(symbol.first if side == 3 else symbol.last, symbol.y, self._side_head(side))
            for _, side in heads
            if side in (1, 3)
        )
        return shape + arrows + sides + self._group(symbol.x, symbol.y, self._inside(symbol))

    def _side_head(self, side: int) -> str:
        edge = SYMBOL_HALF * self.lane_width / self._symbol_scale()
        path = f"M{number(edge + 7)}-4v8l-7-4z" if side == 1 else f"M{number(-edge - 7)}-4v8l7-4z"
        return f'<path {_HEAD} d="{path}"/>'

    def _symbol_scale(self) -> float:
        return min(self.scale, 2 * SYMBOL_HALF * self.lane_width / _WIDEST)

    def _group(self, x: float, y: float, inside: str) -> str:
        place = f"translate({number(x * self.lane_width)} {number(self._y(y))})"
        return (
            f'<g transform="{place} scale({self._symbol_scale():.4f})" fill="#fff" '
            f'stroke="{_INK}" stroke-width="1.3">{inside}</g>'
        )

    @staticmethod
    def _inside(symbol: Placed) -> str:
        return "".join(
            f'<text y="{number(y)}" font-size="8" text-anchor="middle" fill="{_INK}" '
            f'stroke="none">{escape(line)}</text>'
            for y, line in words_inside(symbol.text)
        )

    def _connector(self, join: Connector, top: float) -> str:
        x, half = join.shown_x * self.lane_width, _PENTAGON_WIDTH * self.scale / 2
        high = _PENTAGON_HEIGHT * self.scale
        edge, tip = (top + high, top) if join.is_upward else (top, top + high)
        shoulder = edge + (tip - edge) * 0.65
        corners = [(-half, edge), (half, edge), (half, shoulder), (0.0, tip), (-half, shoulder)]
        points = " ".join(f"{number(x + dx)},{number(y)}" for dx, y in corners)
        baseline = top + high * (0.88 if join.is_upward else 0.64)
        size = 10 if len(join.letter) == 1 else 7
        return (
            f'<polygon points="{points}" fill="#fff" stroke="{_INK}" '
            f'stroke-width="{number(self.scale)}"/>'
            + self._text(x, baseline, size, "middle", join.letter)
        )
