"""Arrow heads: small filled triangles, barbs, and open angles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .content import Outline
from .geometry import Box, Point, Segment, around, foot, hull

LIMIT = 10.5
"""No arrow head is larger than this"""
LARGEST = 14.0
"""save a filled triangle, which no symbol is."""


@dataclass(frozen=True)
class Tip:
    """An arrow head. `tip` is known where its form says so, else the line it ends decides."""

    box: Box
    corners: tuple[Point, ...]
    tip: Point | None = None
    filled: bool = False

    def pointing(self, way: Point) -> Point:
        """The corner furthest in a direction."""
        return max(self.corners, key=lambda p: p[0] * way[0] + p[1] * way[1])

    def back(self, tip: Point) -> Point:
        """The middle of the side opposite the tip."""
        rest = sorted(self.corners, key=lambda p: -math.dist(p, tip))[:2]
        return (rest[0][0] + rest[-1][0]) / 2, (rest[0][1] + rest[-1][1]) / 2


def tip_of(outline: Outline) -> Tip | None:
    """The arrow head an outline draws, if it is one."""
    box = outline.box
    if max(box.width, box.height) > LARGEST or max(box.width, box.height) < 1.6:
        return None
    if min(box.width, box.height) < 1.2 or outline.white:
        return None
    if not outline.closed:
        return _angle(outline) if max(box.width, box.height) <= LIMIT else None
    corners = _corners(hull(outline.points), max(box.width, box.height))
    large = max(box.width, box.height) > LIMIT
    stout = outline.filled and min(box.width, box.height) >= 0.5 * max(box.width, box.height)
    if len(corners) != 3 or (large and not stout):
        return None
    return Tip(box, tuple(corners), _apex(corners), outline.filled)


def _angle(outline: Outline) -> Tip | None:
    """An open head: two strokes of one path that meet in a point."""
    if len(outline.points) != 3 or not outline.stroked:
        return None
    a, b, c = outline.points
    first, second = math.dist(a, b), math.dist(b, c)
    if min(first, second) < 0.6 * max(first, second) or math.dist(a, c) > 1.75 * min(first, second):
        return None
    # A right angle between level and upright strokes is a bent line, not a head.
    if Segment(a, b).flat() and Segment(b, c).flat():
        return None
    return Tip(outline.box, (a, b, c), b)


def _corners(rim: Sequence[Point], size: float) -> list[Point]:
    """The rim with its least corners taken away while they hardly stand out."""
    points = list(rim)
    while len(points) > 3:
        heights = [
            foot(points[n], Segment(points[n - 1], points[(n + 1) % len(points)]))[0]
            for n in range(len(points))
        ]
        least = min(range(len(points)), key=lambda n: heights[n])
        if heights[least] > 0.16 * size:
            break
        points.pop(least)
    return points


def _apex(corners: Sequence[Point]) -> Point | None:
    """The corner between the two longest sides, where they are clearly the longest."""
    sides = sorted(
        (math.dist(a, b), n) for n, (a, b) in enumerate(pairwise([*corners, corners[0]]))
    )
    (short, n), (second, _), (long, _) = sides
    if second < 1.12 * short or second < 0.85 * long:
        return None
    return corners[(n + 2) % 3]


def barbs(segments: Sequence[Segment]) -> tuple[list[Tip], set[int]]:
    """Heads drawn as two separate short strokes that meet; and which strokes they are."""
    short = [n for n, one in enumerate(segments) if 1.5 <= one.length <= LIMIT and not one.flat()]
    found: list[Tip] = []
    used: set[int] = set()
    for i, n in enumerate(short):
        for m in short[i + 1 :]:
            if n in used or m in used:
                continue
            made = _pair(segments[n], segments[m])
            if made is not None:
                found.append(made)
                used |= {n, m}
    return found, used


def _pair(one: Segment, other: Segment) -> Tip | None:
    for p, a in ((one.a, one.b), (one.b, one.a)):
        for q, b in ((other.a, other.b), (other.b, other.a)):
            if math.dist(p, q) > 1.2:
                continue
            if not 0.6 <= one.length / other.length <= 1.67:
                return None
            if not 0.3 <= math.dist(a, b) / max(one.length, other.length) <= 1.75:
                return None
            return Tip(around((p, a, b)), (p, a, b), p)
    return None
