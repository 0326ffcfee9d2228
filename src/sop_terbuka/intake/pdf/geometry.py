"""Boxes, points and segments of a page, in the page's own measure (see `content`)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle with its top-left corner at (x0, top)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Horizontal extent."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Area, never negative."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def centre(self) -> Point:
        """Middle of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether the point lies inside, or at most `margin` outside."""
        x, y = point
        return (
            self.x0 - margin <= x <= self.x1 + margin
            and self.top - margin <= y <= self.bottom + margin
        )

    def grown(self, by: float) -> "Box":
        """The box with `by` added on every side."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def shared(self, other: "Box") -> float:
        """Area common to both boxes."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def distance(self, point: Point) -> float:
        """Distance of a point from the box; 0 inside."""
        x, y = point
        dx = max(self.x0 - x, 0.0, x - self.x1)
        dy = max(self.top - y, 0.0, y - self.bottom)
        return math.hypot(dx, dy)


def around(points: Iterable[Point]) -> Box:
    """The smallest box holding all points."""
    listed = list(points)
    xs = [x for x, _ in listed]
    ys = [y for _, y in listed]
    return Box(min(xs), min(ys), max(xs), max(ys))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box holding all boxes."""
    listed = list(boxes)
    return Box(
        min(b.x0 for b in listed),
        min(b.top for b in listed),
        max(b.x1 for b in listed),
        max(b.bottom for b in listed),
    )


@dataclass(frozen=True)
class Segment:
    """A straight stroke from `a` to `b`."""

    a: Point
    b: Point
    thick: float = 0.0

    @property
    def length(self) -> float:
        """Length of the stroke."""
        return math.dist(self.a, self.b)

    @property
    def box(self) -> Box:
        """The box around the stroke."""
        return around((self.a, self.b))

    def flat(self, slack: float = 0.05) -> str:
        """`h` or `v` for a level or upright stroke, else nothing."""
        dx, dy = abs(self.b[0] - self.a[0]), abs(self.b[1] - self.a[1])
        if dy <= max(slack * dx, 0.3):
            return "h" if dx >= dy else "v"
        if dx <= max(slack * dy, 0.3):
            return "v"
        return ""


def foot(point: Point, segment: Segment) -> tuple[float, float]:
    """Distance of a point from a segment, and the share of the segment's length at the foot."""
    (ax, ay), (bx, by) = segment.a, segment.b
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    if square == 0:
        return math.dist(point, segment.a), 0.0
    share = ((point[0] - ax) * dx + (point[1] - ay) * dy) / square
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (ax + share * dx, ay + share * dy)), share


def area(points: Sequence[Point]) -> float:
    """Area of a polygon."""
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], *points[:1]], strict=True):
        total += x0 * y1 - x1 * y0
    return abs(total) / 2


def hull(points: Iterable[Point]) -> list[Point]:
    """The convex hull, in turn."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(run: Iterable[Point]) -> list[Point]:
        chain: list[Point] = []
        for p in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(ordered) + half(reversed(ordered))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether a point lies in a polygon (even-odd)."""
    x, y = point
    within = False
    previous = polygon[-1]
    for current in polygon:
        (x0, y0), (x1, y1) = previous, current
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            within = not within
        previous = current
    return within


def bezier(p0: Point, p1: Point, p2: Point, p3: Point, pieces: int = 8) -> list[Point]:
    """Points on a cubic curve after its start."""
    found = []
    for step in range(1, pieces + 1):
        t = step / pieces
        u = 1 - t
        found.append(
            (
                u**3 * p0[0] + 3 * u * u * t * p1[0] + 3 * u * t * t * p2[0] + t**3 * p3[0],
                u**3 * p0[1] + 3 * u * u * t * p1[1] + 3 * u * t * t * p2[1] + t**3 * p3[1],
            )
        )
    return found


def groups(values: Iterable[float], gap: float) -> list[list[float]]:
    """Values in order, split where two neighbours are further apart than `gap`."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= gap:
            found[-1].append(value)
        else:
            found.append([value])
    return found
