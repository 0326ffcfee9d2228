"""Lines cut where symbols are painted over them."""

import math
from collections.abc import Sequence
from itertools import pairwise

from .geometry import Box, Point
from .shapes import Shape
from .strokes import Stroke
from .tips import Tip

STEP = 0.5
"""How finely a line is looked at where it meets a symbol."""
MOUTH = 4.5
"""A head this near to where a line enters or leaves a symbol says that it stops there."""


def trimmed(
    strokes: Sequence[Stroke], shapes: Sequence[Shape], tips: Sequence[Tip]
) -> list[Stroke]:
    """The lines without what lies under symbols.

    Some drawings lead lines from middle to middle. A line that goes under a symbol and on at its
    other side is two lines only where a head or a bend under the symbol says so.
    """
    found: list[Stroke] = []
    for stroke in strokes:
        near = [one for one in shapes if _meet(stroke.box, one.box)]
        pieces = [stroke.points]
        for one in near:
            pieces = [part for piece in pieces for part in _cut(piece, one, tips)]
        found += [Stroke(piece) for piece in pieces if _length(piece) > 0.6]
    return found


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x0 <= other.x1
        and other.x0 <= one.x1
        and one.top <= other.bottom
        and other.top <= one.bottom
    )


def _length(points: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


def _cut(points: list[Point], shape: Shape, tips: Sequence[Tip]) -> list[list[Point]]:
    """The stretches of a line outside a symbol."""
    outside: list[list[Point]] = []
    run: list[Point] = []
    under: list[tuple[Point, Point, bool]] = []
    entry: Point | None = None
    bend = False
    for a, b in pairwise(points):
        steps = max(1, math.ceil(math.dist(a, b) / STEP))
        for step in range(steps + 1):
            share = step / steps
            p = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            if shape.box.holds(p) and shape.distance(p) == 0:
                if entry is None:
                    entry = run[-1] if run else p
                    outside.append(run)
                    run, bend = [], not outside[-1]
                bend = bend or (step == steps and b != points[-1])
            else:
                if entry is not None:
                    under.append((entry, p, bend))
                    entry = None
                run.append(p)
    outside.append(run)
    if not under and entry is None:
        return [points]
    joined = [outside[0]]
    for (start, end, bent), piece in zip(under, outside[1:], strict=False):
        # A head just beyond a symbol means the symbol, though the line went on under it.
        ends = any(
            rest is side and _length(rest) < 2 * MOUTH
            for rest, side in ((piece, outside[-1]), (joined[-1], outside[0]))
        )
        stops = bent or (
            not ends and any(tip.box.distance(p) <= MOUTH for tip in tips for p in (start, end))
        )
        if stops or not joined[-1]:
            joined.append(piece)
        else:
            joined[-1] = [*joined[-1], *piece]
    return [_plain(piece) for piece in joined if len(piece) > 1]


def _plain(points: Sequence[Point]) -> list[Point]:
    """The points without those on a straight way between their neighbours."""
    apart = [points[0]]
    for point in points[1:]:
        if math.dist(apart[-1], point) > 1e-6:
            apart.append(point)
    kept = [apart[0]]
    for before, point, after in zip(apart, apart[1:], apart[2:], strict=False):
        cross = (point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (
            after[0] - point[0]
        )
        if abs(cross) > 1e-3:
            kept.append(point)
    return [*kept, apart[-1]]
