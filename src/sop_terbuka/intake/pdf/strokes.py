"""Lines of the flow as centre lines: strokes, thin filled strips, dashes put together."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .content import Outline
from .geometry import Box, Point, Segment, around, foot

THICK = 3.6
"""A filled strip up to this thick is a line."""


@dataclass
class Stroke:
    """A line from its first point to its last."""

    points: list[Point]

    @property
    def length(self) -> float:
        """Length of the whole line."""
        return sum(math.dist(a, b) for a, b in pairwise(self.points))

    @property
    def box(self) -> Box:
        """The box around the line."""
        return around(self.points)

    def away(self, end: int) -> Point:
        """Direction in which the line leaves itself at its first (0) or last (1) point."""
        points = self.points if end == 0 else self.points[::-1]
        tip = points[0]
        for other in points[1:]:
            length = math.dist(tip, other)
            if length > 0.8:
                return (tip[0] - other[0]) / length, (tip[1] - other[1]) / length
        return 0.0, 0.0

    def nearest(self, point: Point) -> tuple[float, float]:
        """Distance of a point from the line, and how far along the line its foot lies."""
        best, at, run = math.inf, 0.0, 0.0
        for a, b in pairwise(self.points):
            length = math.dist(a, b)
            distance, share = foot(point, Segment(a, b))
            if distance < best:
                best, at = distance, run + share * length
            run += length
        return best, at


def centre_line(outline: Outline) -> list[Stroke]:
    """The lines one painted path draws."""
    points = list(outline.points)
    if outline.stroked and not outline.closed:
        return [Stroke(points)]
    box = outline.box
    if min(box.width, box.height) <= THICK and not outline.curved:
        if len(points) <= 2:
            return [Stroke(points)]
        return [_strip(box)]
    if outline.filled or (outline.stroked and outline.closed):
        return _paired(points)
    return []


def _strip(box: Box) -> Stroke:
    x, y = box.centre
    if box.width >= box.height:
        return Stroke([(box.x0, y), (box.x1, y)])
    return Stroke([(x, box.top), (x, box.bottom)])


def _paired(points: Sequence[Point]) -> list[Stroke]:
    """Centre lines of a thin strip: its long sides paired with those running back beside them."""
    sides = [Segment(a, b) for a, b in pairwise([*points, points[0]]) if math.dist(a, b) > 0.9]
    found: list[Segment] = []
    used: set[int] = set()
    pairs = []
    for i, one in enumerate(sides):
        for j in range(i + 1, len(sides)):
            match = _beside(one, sides[j])
            if match is not None:
                pairs.append((match[1].length, -match[0], i, j, match[1]))
    for _, _, i, j, middle in sorted(pairs, key=lambda pair: (-pair[0], -pair[1])):
        if i in used and j in used:
            continue
        used |= {i, j}
        found.append(middle)
    length = sum(side.length for side in sides)
    if sum(one.length for one in found) < 0.3 * length:
        return _turned(points)
    return chained([Stroke([one.a, one.b]) for one in found], 2.2)


def _beside(one: Segment, other: Segment) -> tuple[float, Segment] | None:
    """The line midway between two sides that run against each other, close together."""
    la, lb = one.length, other.length
    ux, uy = (one.b[0] - one.a[0]) / la, (one.b[1] - one.a[1]) / la
    vx, vy = (other.b[0] - other.a[0]) / lb, (other.b[1] - other.a[1]) / lb
    if ux * vx + uy * vy > -0.97:
        return None

    def along(p: Point) -> float:
        return (p[0] - one.a[0]) * ux + (p[1] - one.a[1]) * uy

    def across(p: Point) -> float:
        return (p[0] - one.a[0]) * -uy + (p[1] - one.a[1]) * ux

    gap = (across(other.a) + across(other.b)) / 2
    if abs(gap) > THICK:
        return None
    start, end = (
        max(0.0, min(along(other.a), along(other.b))),
        min(la, max(along(other.a), along(other.b))),
    )
    if end - start < max(1.2, 0.8 * abs(gap)):
        return None

    def at(t: float) -> Point:
        return one.a[0] + ux * t - uy * gap / 2, one.a[1] + uy * t + ux * gap / 2

    return abs(gap), Segment(at(start), at(end), abs(gap))


def _turned(points: Sequence[Point]) -> list[Stroke]:
    """Centre line of a bent strip of many points: each point with the one opposite it."""
    n = len(points)
    best: tuple[float, list[Point]] = (math.inf, [])
    for turn in range(n):
        ring = [*points[turn:], *points[:turn]]
        half = n // 2
        gaps = [math.dist(ring[i], ring[n - 1 - i]) for i in range(half)]
        worst = max(gaps)
        if worst < best[0]:
            middle = [
                ((ring[i][0] + ring[n - 1 - i][0]) / 2, (ring[i][1] + ring[n - 1 - i][1]) / 2)
                for i in range(half)
            ]
            best = (worst, middle)
    worst, middle = best
    if worst > 2 * THICK or len(middle) < 2:
        return []
    return [Stroke(middle)]


def chained(
    strokes: Sequence[Stroke], near: float, taken: Callable[[Point], bool] = lambda _: False
) -> list[Stroke]:
    """Strokes whose ends meet two by two made one; where three meet they stay apart.

    So they do where they run back on each other, and at a point that is `taken` by something else.
    """
    left = [Stroke(list(one.points)) for one in strokes]
    i = 0
    while i < len(left):
        joined = _partner(left[i], i, left, near, taken)
        if joined is None:
            i += 1
            continue
        j, left[i] = joined
        left.pop(j)
        i -= j < i
    return left


def _partner(
    one: Stroke,
    i: int,
    strokes: Sequence[Stroke],
    near: float,
    taken: Callable[[Point], bool],
) -> tuple[int, Stroke] | None:
    """The only other stroke that meets one of this stroke's ends, put together with it."""
    for side, own in enumerate((one.points[0], one.points[-1])):
        if taken(own):
            continue
        meeting = [
            (j, end)
            for j, other in enumerate(strokes)
            for end in (0, -1)
            if j != i and math.dist(own, other.points[end]) <= near
        ]
        if len(meeting) != 1:
            continue
        j, end = meeting[0]
        out, other_out = one.away(side), strokes[j].away(0 if end == 0 else 1)
        if out[0] * other_out[0] + out[1] * other_out[1] > 0.8:
            continue
        head = one.points if side == 1 else one.points[::-1]
        tail = strokes[j].points if end == 0 else strokes[j].points[::-1]
        return j, Stroke(_corner(head, tail))
    return None


def _corner(head: Sequence[Point], tail: Sequence[Point]) -> list[Point]:
    """Two runs of points put end to end, a level and an upright one at their common corner."""
    (ax, ay), (bx, by) = head[-2], head[-1]
    (cx, cy), (dx, dy) = tail[0], tail[1]
    if abs(ay - by) < 0.5 < abs(ax - bx) and abs(cx - dx) < 0.5 < abs(cy - dy):
        return [*head[:-1], (cx, by), *tail[1:]]
    if abs(ax - bx) < 0.5 < abs(ay - by) and abs(cy - dy) < 0.5 < abs(cx - dx):
        return [*head[:-1], (bx, cy), *tail[1:]]
    return [*head, *tail[1:]] if math.dist(head[-1], tail[0]) < 0.05 else [*head, *tail]


def undashed(
    strokes: Iterable[Stroke], taken: Callable[[Point], bool] = lambda _: False
) -> list[Stroke]:
    """Level and upright pieces on one line with small gaps between them made one."""
    whole: list[Stroke] = []
    lying: dict[str, list[Segment]] = {"h": [], "v": []}
    for one in strokes:
        segment = Segment(one.points[0], one.points[-1])
        way = segment.flat(0.02) if len(one.points) == 2 else ""
        if way:
            lying[way].append(segment)
        else:
            whole.append(one)
    for way, segments in lying.items():
        axis = 0 if way == "h" else 1
        segments.sort(key=lambda s: (round(s.a[1 - axis] / 1.0), min(s.a[axis], s.b[axis])))
        whole += _rejoined(segments, axis, taken)
    return whole


def _rejoined(
    segments: Sequence[Segment], axis: int, taken: Callable[[Point], bool]
) -> list[Stroke]:
    runs: list[tuple[float, float, float, float]] = []  # across, start, end, shortest piece
    for one in segments:
        across = (one.a[1 - axis] + one.b[1 - axis]) / 2
        start, end = sorted((one.a[axis], one.b[axis]))
        for n in range(len(runs) - 1, -1, -1):
            at, first, last, short = runs[n]
            piece = min(short, end - start)
            gap = 6.5 if piece <= 9 else 1.0
            joint = (start, across) if axis == 0 else (across, start)
            if abs(at - across) <= 0.7 and -2 <= start - last <= gap and not taken(joint):
                runs[n] = (at, first, max(last, end), piece)
                break
            if abs(at - across) <= 0.7 and first <= start and end <= last:
                break
        else:
            runs.append((across, start, end, end - start))
    made = []
    for at, start, end, _ in runs:
        a, b = ((start, at), (end, at)) if axis == 0 else ((at, start), (at, end))
        made.append(Stroke([a, b]))
    return made
