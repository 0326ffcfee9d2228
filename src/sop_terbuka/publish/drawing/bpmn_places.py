"""Where a layout's symbols and arrows stand in a BPMN diagram: the matrix lying on its side."""

from itertools import accumulate

from .layout import Layout

# Left, top, width, height.
Box = tuple[float, float, float, float]
Spot = tuple[float, float]

_LEFT, _TOP, _POOL_HEAD, _LANE_HEAD = 160.0, 80.0, 30.0, 30.0
_LANE, _SCALE, _FOOT = 120.0, 2.9, 40.0
_SIZES = {
    "task": (92.0, 70.0),
    "startEvent": (36.0, 36.0),
    "endEvent": (36.0, 36.0),
    "exclusiveGateway": (50.0, 50.0),
}
_LETTER, _LINE = 6.5, 14.0


class Places:
    """One layout, turned: its lanes from top to bottom, its rows from left to right."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tops = list(accumulate(layout.heights, initial=0.0))
        # A symbol over several lanes stands, if it is drawn small, where its first arrow meets it.
        self.met: dict[int, float] = {}
        # Whether lines leave a symbol downward (1) or upward (-1): its name stands elsewhere.
        self.used: set[tuple[int, int]] = set()
        for arrow in layout.arrows:
            edge = layout.flow.edges[arrow.edge]
            self.met.setdefault(edge.source, arrow.points[0].x)
            self.met.setdefault(edge.target, arrow.points[-1].x)
            for n, inside, beside in ((edge.source, 0, 1), (edge.target, -1, -2)):
                across = arrow.points[beside].x - arrow.points[inside].x
                self.used.add((n, (across > 0) - (across < 0)))

    def pool(self) -> Box:
        """The pool around all lanes."""
        width = _POOL_HEAD + _LANE_HEAD + self.tops[-1] * _SCALE + _FOOT
        return _LEFT - _POOL_HEAD - _LANE_HEAD, _TOP, width, _LANE * self.layout.lanes

    def lane(self, lane: int) -> Box:
        """One lane."""
        left, top, width, _ = self.pool()
        return left + _POOL_HEAD, top + lane * _LANE, width - _POOL_HEAD, _LANE

    def _spot(self, x: float, row: int, y: float) -> Spot:
        return _LEFT + (self.tops[row] + y) * _SCALE, _TOP + x * _LANE

    def box(self, n: int, kind: str) -> Box:
        """The bounds of a symbol."""
        symbol = self.layout.symbols[n]
        wide, high = _SIZES[kind]
        is_small = kind != "task"
        middle = self.met.get(n, symbol.x) if is_small else symbol.x
        x, y = self._spot(middle, symbol.row, symbol.y)
        if not is_small:
            high += (symbol.last - symbol.first) * _LANE
        return x - wide / 2, y - high / 2, wide, high

    def caption(self, n: int, box: Box) -> Box:
        """The bounds of the name of an event or a gateway: below, above, or below to the right."""
        left, top, wide, high = box
        if (n, 1) not in self.used:
            return left + wide / 2 - 45, top + high + 2, 90, 2 * _LINE
        if (n, -1) not in self.used:
            return left + wide / 2 - 45, top - 2 - 2 * _LINE, 90, 2 * _LINE
        return left + wide / 2 + 8, top + high + 2, 90, 2 * _LINE

    def way(self, n: int, source_kind: str, target_kind: str) -> tuple[Spot, ...]:
        """The corners of an arrow, from the edge of one symbol to the edge of the other."""
        arrow = self.layout.arrows[n]
        edge = self.layout.flow.edges[arrow.edge]
        spots = [self._spot(point.x, point.row, point.y) for point in arrow.points]
        start = _to_edge(self.box(edge.source, source_kind), spots[0], spots[1])
        end = _to_edge(self.box(edge.target, target_kind), spots[-1], spots[-2])
        return (*start, *spots[1:-1], *reversed(end))

    @staticmethod
    def answer(points: tuple[Spot, ...], text: str) -> Box:
        """The bounds of an answer beside the first stretch of its arrow."""
        (x1, y1), (x2, y2) = points[0], points[1]
        width = min(max(len(text) * _LETTER, 14.0), 80.0)
        lines = -(-len(text) * _LETTER // 80.0)
        if y1 == y2:
            left = x1 + 4 if x2 > x1 else x1 - 4 - width
            return left, y1 - 4 - _LINE * lines, width, _LINE * lines
        top = y1 + 4 if y2 > y1 else y1 - 4 - _LINE * lines
        return x1 + 6, top, width, _LINE * lines


def _to_edge(box: Box, inside: Spot, outside: Spot) -> list[Spot]:
    """Where an arrow meets the edge of a symbol; a small one is reached by one more stretch."""
    left, top, wide, high = box
    x, y = inside
    if inside[1] == outside[1]:
        edge = left + wide if outside[0] > x else left
        if top <= y <= top + high:
            return [(edge, y)]
        middle = left + wide / 2
        return [(middle, top if y < top else top + high), (middle, y)]
    edge = top + high if outside[1] > y else top
    return [(left + wide / 2, edge)]
