"""What the ends of the lines touch: heads, symbols, other lines."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from .geometry import Point, Segment, foot
from .shapes import Shape
from .strokes import Stroke
from .tips import Tip

HEAD = 4.0
TOUCH = 3.0
MEET = 3.2
TEE = 2.6
NEAR = 9.0
RAY = 40.0
"""Distances, in the order they are tried: end to head, to symbol, to end, to line, and so on."""

End = tuple[int, int]
"""A stroke and its first (0) or last (1) point."""


@dataclass
class Link:
    """What one end of a line touches. `gap` is the distance that was bridged."""

    shape: int | None = None
    line: tuple[int, float] | None = None
    ends: list[End] = field(default_factory=list)
    headed: bool = False
    gap: float = 0.0
    point: Point = (0.0, 0.0)

    @property
    def loose(self) -> bool:
        """Whether it touches nothing."""
        return self.shape is None and self.line is None and not self.ends


class Net:
    """The lines of one page with what each end touches."""

    def __init__(
        self, strokes: Sequence[Stroke], tips: Sequence[Tip], shapes: Sequence[Shape]
    ) -> None:
        """Link every end, nearest kinds first."""
        self.strokes = list(strokes)
        self.tips = list(tips)
        self.shapes = list(shapes)
        self.links: dict[End, Link] = {}
        self.lone: list[tuple[Tip, Point]] = []
        self._heads()
        self._tails()
        self.tees: dict[int, list[tuple[float, End]]] = {}
        for end, link in self.links.items():
            if link.line is not None:
                self.tees.setdefault(link.line[0], []).append((link.line[1], end))

    def point(self, end: End) -> Point:
        """Where an end lies."""
        return self.strokes[end[0]].points[0 if end[1] == 0 else -1]

    def way(self, end: End) -> Point:
        """Direction in which a line runs out at its end."""
        return self.strokes[end[0]].away(end[1])

    def _ends(self) -> list[End]:
        return [(n, e) for n in range(len(self.strokes)) for e in (0, 1)]

    def _heads(self) -> None:
        pairs = []
        for n, tip in enumerate(self.tips):
            for end in self._ends():
                distance = tip.box.distance(self.point(end))
                if distance <= 2 * HEAD:
                    pairs.append((distance + self._askew(tip, end), n, end))
        taken: set[int] = set()
        for distance, n, end in sorted(pairs):
            if n in taken or end in self.links or distance > 2 * HEAD:
                continue
            taken.add(n)
            self.links[end] = self._target(self.tips[n], end)
        for n, tip in enumerate(self.tips):
            if n in taken:
                self._shared(tip)
            elif tip.tip is not None and not self._over(tip, taken):
                self.lone.append((tip, tip.tip))

    def _shared(self, tip: Tip) -> None:
        """Give a head to the other lines that end in it, too."""
        for end in self._ends():
            point = self.point(end)
            if end in self.links or tip.box.distance(point) > 2.0 or self._askew(tip, end) > 2:
                continue
            # A line that begins at the symbol itself leaves from where this head arrives.
            if self._shape_at(point, 1.5) is None:
                self.links[end] = self._target(tip, end)

    def _over(self, tip: Tip, taken: set[int]) -> bool:
        """Whether the head lies over one that ends a line."""
        return any(tip.box.shared(self.tips[n].box) > 0.5 * tip.box.area for n in taken)

    def _askew(self, tip: Tip, end: End) -> float:
        """How badly a head fits a line's direction."""
        if tip.tip is None:
            return 0.0
        back = tip.back(tip.tip)
        length = math.dist(back, tip.tip) or 1.0
        way = self.way(end)
        cosine = ((tip.tip[0] - back[0]) * way[0] + (tip.tip[1] - back[1]) * way[1]) / length
        return 6.0 * (1 - cosine) if cosine > 0.5 else 9.0

    def _target(self, tip: Tip, end: End) -> Link:
        way = self.way(end)
        point = tip.tip or tip.pointing(way)
        found = self._shape_at(point, TOUCH)
        if found is None:
            line = self._line_at(point, TEE, end[0])
            if line is not None:
                return Link(line=line, headed=True, point=point)
            found = self._shape_at(point, NEAR) or self.ray(point, way, RAY)
        if found is None:
            return Link(headed=True, point=point)
        return Link(shape=found[0], headed=True, gap=found[1], point=point)

    def _shape_at(self, point: Point, reach: float) -> tuple[int, float] | None:
        best = min(
            ((one.distance(point), n) for n, one in enumerate(self.shapes)),
            default=(math.inf, -1),
        )
        return (best[1], best[0]) if best[0] <= reach else None

    def _line_at(self, point: Point, reach: float, own: int) -> tuple[int, float] | None:
        best: tuple[float, int, float] = (math.inf, -1, 0.0)
        for n, one in enumerate(self.strokes):
            if n == own:
                continue
            distance, at = one.nearest(point)
            if distance < best[0]:
                best = (distance, n, at)
        return (best[1], best[2]) if best[0] <= reach else None

    def ray(self, point: Point, way: Point, reach: float) -> tuple[int, float] | None:
        """The first symbol a line would meet if it went on."""
        if way == (0.0, 0.0):
            return None
        step = 1.0
        while step <= reach:
            at = (point[0] + way[0] * step, point[1] + way[1] * step)
            for n, one in enumerate(self.shapes):
                if one.distance(at) <= 1.0:
                    return n, step
            step += 1.0
        return None

    def _tails(self) -> None:
        free = [end for end in self._ends() if end not in self.links]
        for end in free:
            found = self._shape_at(self.point(end), TOUCH)
            if found is not None:
                self.links[end] = Link(shape=found[0], gap=found[1], point=self.point(end))
        free = [end for end in free if end not in self.links]
        for end in free:
            meeting = [
                other
                for other in free
                if other[0] != end[0] and math.dist(self.point(end), self.point(other)) <= MEET
            ]
            if meeting:
                self.links[end] = Link(ends=meeting, point=self.point(end))
        for end in [end for end in free if end not in self.links]:
            self.links[end] = self._loose(end)

    def _loose(self, end: End) -> Link:
        """An end that touches neither symbol nor end: on a line, near a symbol, or nowhere."""
        point, way = self.point(end), self.way(end)
        line = self._line_at(point, TEE, end[0])
        if line is not None:
            return Link(line=line, point=point)
        ahead = self.ray(point, way, NEAR)
        found = ahead or self._shape_at(point, NEAR)
        if found is None:
            line = self._crossing(end, 10.0)
            if line is not None:
                return Link(line=line, gap=6.0, point=point)
            found = self.ray(point, way, RAY)
        if found is None:
            return Link(point=point)
        return Link(shape=found[0], gap=found[1], point=point)

    def _crossing(self, end: End, reach: float) -> tuple[int, float] | None:
        """The line this one would meet if it went on a little."""
        point, way = self.point(end), self.way(end)
        for step in range(1, int(reach) + 1):
            at = (point[0] + way[0] * step, point[1] + way[1] * step)
            line = self._line_at(at, 0.8, end[0])
            if line is not None and not self._beside(line[0], point, way):
                return line
        return None

    def _beside(self, n: int, point: Point, way: Point) -> bool:
        """Whether the other line runs in the same direction as this one."""
        other = self.strokes[n].points
        a, b = other[0], other[-1]
        length = math.dist(a, b) or 1.0
        cosine = abs((b[0] - a[0]) * way[0] + (b[1] - a[1]) * way[1]) / length
        return len(other) == 2 and cosine > 0.95 and foot(point, Segment(a, b))[0] > TEE
