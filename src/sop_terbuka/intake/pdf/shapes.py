"""Symbols of the flow: closed outlines between the rules, and their kind by their corners."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..reading import Kind
from .content import Outline
from .geometry import Box, Point, Segment, area, around, foot, hull, inside
from .words import Word

SMALL = 8.0
"""No symbol is lower or narrower than this: it would be an arrow head."""
LEAST = 5.0
"""Save a page connector with its letter."""
LARGE = 11.0
"""Nor are both its sides below this."""
CORNER = 0.05
"""How far inside the box its corners are tried, as a share of its sides."""


@dataclass(frozen=True)
class Shape:
    """A symbol on the page. `rim` is its convex outline."""

    box: Box
    kind: Kind
    rim: tuple[Point, ...]
    sure: bool = True
    seen: bool = True

    def distance(self, point: Point) -> float:
        """Distance of a point from the symbol; 0 inside."""
        if inside(point, self.rim):
            return 0.0
        return min(foot(point, Segment(a, b))[0] for a, b in pairwise([*self.rim, self.rim[0]]))


def shapes(
    outlines: Iterable[Outline],
    rows: Sequence[float],
    bounds: Sequence[float],
    words: Sequence[Word] = (),
) -> list[Shape]:
    """The symbols among the outlines; `rows` and `bounds` are the table's own lines."""
    found: list[Shape] = []
    for outline in outlines:
        made = shape(outline, words)
        if made is not None and not _is_cell(made.box, rows, bounds):
            found.append(made)
    return _single(found)


def shape(outline: Outline, words: Sequence[Word] = ()) -> Shape | None:
    """The symbol an outline draws, if it is closed and neither a line nor an arrow head.

    A page connector may be as small as a head where a letter stands in it.
    """
    box = outline.box
    small, large = min(box.width, box.height), max(box.width, box.height)
    if small < SMALL or large < LARGE:
        if small < LEAST or not any(_in(word.box, box) for word in words):
            return None
        made = _closed(outline, box)
        return made if made is not None and made.kind == "penghubung" else None
    return _closed(outline, box)


def _in(word: Box, box: Box) -> bool:
    return box.holds(word.centre) and word.width <= box.width + 1


def _closed(outline: Outline, box: Box) -> Shape | None:
    rim = hull(outline.points)
    if len(rim) < 4 or _closing(outline, rim, box) < 0.9:
        return None
    rim = _plain(rim, 0.02 * max(box.width, box.height))
    if len(rim) < 4:
        return None
    kind, sure = _kind(rim, box, outline.curved or len(outline.points) >= 24)
    visible = not (outline.white and outline.filled and not outline.stroked)
    return Shape(box, kind, tuple(rim), sure, visible)


def _closing(outline: Outline, rim: Sequence[Point], box: Box) -> float:
    """Share of the convex rim that is drawn: a bent line leaves much of it open."""
    near = max(1.0, 0.14 * min(box.width, box.height))
    points = list(outline.points)
    if outline.closed:
        points.append(points[0])
    sides = [Segment(a, b) for a, b in pairwise(points)]
    tried = drawn = 0
    for a, b in pairwise([*rim, rim[0]]):
        steps = max(1, round(math.dist(a, b) / 2.5))
        for step in range(steps):
            share = (step + 0.5) / steps
            point = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            tried += 1
            drawn += any(foot(point, side)[0] <= near for side in sides)
    # The drawn line must also enclose something: a thin bent strip's area is almost nothing.
    full = area(rim)
    if outline.closed and area(outline.points) < 0.3 * full and not _ring(outline, full):
        return 0.0
    return drawn / tried if tried else 0.0


def _ring(outline: Outline, full: float) -> bool:
    """Whether a thin outline runs round twice, outside and inside, as a frame does."""
    length = sum(math.dist(a, b) for a, b in pairwise([*outline.points, outline.points[0]]))
    around_once = sum(
        math.dist(a, b) for a, b in pairwise([*hull(outline.points), hull(outline.points)[0]])
    )
    return full > 0 and length >= 1.6 * around_once


def _plain(rim: Sequence[Point], slack: float) -> list[Point]:
    """The rim without corners that stand out less than `slack`."""
    points = list(rim)
    n = 0
    while n < len(points) and len(points) > 3:
        before, after = points[n - 1], points[(n + 1) % len(points)]
        if foot(points[n], Segment(before, after))[0] < min(slack, 0.35):
            points.pop(n)
            n = max(n - 1, 0)
        else:
            n += 1
    return points


def _kind(rim: Sequence[Point], box: Box, curved: bool) -> tuple[Kind, bool]:
    """Kind of a symbol and whether that is sure."""
    dx, dy = CORNER * box.width, CORNER * box.height
    left_top = inside((box.x0 + dx, box.top + dy), rim)
    right_top = inside((box.x1 - dx, box.top + dy), rim)
    right_bottom = inside((box.x1 - dx, box.bottom - dy), rim)
    left_bottom = inside((box.x0 + dx, box.bottom - dy), rim)
    corners = left_top + right_top + right_bottom + left_bottom
    share = area(rim) / box.area
    if corners == 4:
        if curved and len(rim) >= 8:
            return "terminator", False
        return "proses", True
    if corners == 0:
        return _cornerless(box, share)
    if left_top and right_top:
        if curved:
            return "dokumen", True
        return _five_sided(_pointed(rim, box.bottom, box), share)
    if left_bottom and right_bottom:
        return _five_sided(_pointed(rim, box.top, box), share)
    if (left_top and left_bottom) or (right_top and right_bottom):
        side = box.x1 if left_top else box.x0
        if curved:
            return "terminator", False
        return _five_sided(_pointed(rim, side, box, True), share)
    return "proses", False


def _five_sided(pointed: bool, share: float) -> tuple[Kind, bool]:
    """A page connector is a box with one point; a triangle is nothing."""
    return ("penghubung", True) if pointed and share > 0.7 else ("proses", False)


def _cornerless(box: Box, share: float) -> tuple[Kind, bool]:
    if share < 0.62:
        return "keputusan", True
    square = 0.8 <= box.width / box.height <= 1.25
    if share < 0.84 and square and max(box.width, box.height) <= 30:
        return "penghubung", True
    if share < 0.7:
        return "keputusan", False
    return "terminator", True


def _pointed(rim: Sequence[Point], at: float, box: Box, sideways: bool = False) -> bool:
    """Whether the rim reaches a side of its box in one point rather than in an edge."""
    axis, across = (0, 1) if sideways else (1, 0)
    size = box.width if sideways else box.height
    reach = box.height if sideways else box.width
    touching = [p[across] for p in rim if abs(p[axis] - at) <= 0.06 * size]
    return bool(touching) and max(touching) - min(touching) <= 0.25 * reach


def _is_cell(box: Box, rows: Sequence[float], bounds: Sequence[float]) -> bool:
    """Whether a box is a cell of the table, its shading, or a strip of cells."""
    level = sum(any(abs(side - y) <= 2.2 for y in rows) for side in (box.top, box.bottom))
    upright = sum(any(abs(side - x) <= 2.2 for x in bounds) for side in (box.x0, box.x1))
    return level + upright >= 4 or (level + upright == 3 and box.width > 200)


def _single(found: Sequence[Shape]) -> list[Shape]:
    """One of shapes drawn over each other; what is only white paper is left out."""
    ordered = sorted(found, key=lambda one: (not one.seen, -one.box.area))
    kept: list[Shape] = []
    for one in ordered:
        double = False
        for n, other in enumerate(kept):
            small = min(one.box.area, other.box.area)
            if one.box.shared(other.box) > 0.75 * small:
                double = small > 0.45 * max(one.box.area, other.box.area) or double
                if double and one.sure and not other.sure:
                    kept[n] = replace(one, seen=other.seen)
                break
        if not double and one.seen:
            kept.append(one)
    return _outer(kept)


def _outer(found: list[Shape]) -> list[Shape]:
    """The shapes without frames that only hold other shapes, and without parts inside others."""
    frames = [
        one
        for one in found
        if sum(other is not one and _holds(one.box, other.box) for other in found) >= 2
    ]
    left = [one for one in found if one not in frames]
    return [
        one
        for one in left
        if not any(other is not one and _holds(other.box, one.box) for other in left)
    ]


def _holds(outer: Box, inner: Box) -> bool:
    return outer.area > inner.area * 1.3 and outer.shared(inner) > 0.9 * inner.area


def loops(segments: Sequence[Segment]) -> list[tuple[Outline, list[int]]]:
    """Closed outlines made of separate strokes, with the strokes each is made of."""
    ends: list[tuple[Point, int]] = []
    for n, one in enumerate(segments):
        ends += [(one.a, n), (one.b, n)]
    links: dict[int, list[int]] = {n: [] for n in range(len(segments))}
    for i, (p, n) in enumerate(ends):
        for q, m in ends[i + 1 :]:
            if n != m and abs(p[0] - q[0]) <= 1.6 and abs(p[1] - q[1]) <= 1.6:
                links[n].append(m)
                links[m].append(n)
    seen: set[int] = set()
    found = []
    for start in links:
        if start in seen or len(links[start]) != 2:
            continue
        chain = [start]
        seen.add(start)
        queue = list(links[start])
        while queue:
            n = queue.pop()
            if n in seen:
                continue
            seen.add(n)
            chain.append(n)
            queue.extend(links[n])
        if not 4 <= len(chain) <= 60 or any(len(set(links[n])) != 2 for n in chain):
            continue
        points = [p for n in chain for p in (segments[n].a, segments[n].b)]
        rim = hull(points)
        drawn = sum(segments[n].length for n in chain)
        once = sum(math.dist(a, b) for a, b in pairwise([*rim, rim[0]]))
        if len(rim) >= 4 and 0.9 * once <= drawn <= 1.15 * once:
            found.append(
                (Outline(tuple(rim), around(rim), False, True, True, len(chain) >= 16), chain)
            )
    return found
