"""Arrows cut into straight pieces row by row, each piece drawn once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .parts import BOTTOM, Arrow, Point, Stroke


def strokes(arrows: Sequence[Arrow], rows: int) -> tuple[tuple[Stroke, ...], ...]:
    """The pieces of every row; where a solid and a dashed line share one, it is solid."""
    kept: list[dict[tuple[bool, float], dict[bool, list[tuple[float, float]]]]] = [
        {} for _ in range(rows)
    ]
    for arrow in arrows:
        for row, line, low, high in _pieces(arrow.points):
            kept[row].setdefault(line, {}).setdefault(arrow.is_dashed, []).append((low, high))
    return tuple(tuple(_drawn(lines)) for lines in kept)


def _pieces(
    points: Sequence[Point],
) -> Iterator[tuple[int, tuple[bool, float], float, float]]:
    """Row, line (upright, place) and range of every piece of one arrow."""
    for one, other in pairwise(points):
        if one.x != other.x:
            low, high = sorted((one.x, other.x))
            yield one.row, (False, one.y), low, high
            continue
        upper, lower = sorted((one, other), key=lambda point: (point.row, point.y))
        if upper.row == lower.row:
            yield upper.row, (True, one.x), upper.y, lower.y
            continue
        yield upper.row, (True, one.x), upper.y, BOTTOM
        for row in range(upper.row + 1, lower.row):
            yield row, (True, one.x), 0.0, BOTTOM
        yield lower.row, (True, one.x), 0.0, lower.y


def _drawn(
    lines: dict[tuple[bool, float], dict[bool, list[tuple[float, float]]]],
) -> Iterator[Stroke]:
    for (is_vertical, at), by_kind in sorted(lines.items()):
        solid = _merged(by_kind.get(False, []))
        dashed = _without(_merged(by_kind.get(True, [])), solid)
        for is_dashed, ranges in ((False, solid), (True, dashed)):
            for low, high in ranges:
                if is_vertical:
                    yield Stroke(at, low, at, high, is_dashed)
                else:
                    yield Stroke(low, at, high, at, is_dashed)


def _merged(ranges: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _without(
    ranges: Sequence[tuple[float, float]], taken: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    left = list(ranges)
    for low, high in taken:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, low)), (max(start, high), end))
            if part[0] < part[1]
        ]
    return left
