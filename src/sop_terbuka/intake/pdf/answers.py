"""Words beside the lines: which answer belongs to which arrow, decided for all of them at once."""

import math
from collections.abc import Sequence
from itertools import pairwise

from .geometry import Box, Point
from .matching import cheapest
from .shapes import Shape
from .trace import Way
from .writing import ANSWER, Phrase

FAR = 26.0
"""A decision's answer stands no further from its line."""
BESIDE = 13.0
"""The words on any other line stand this near."""
EXIT = 5.0
"""Lines that are still one after this have left by one exit."""
NONE = 34.0
"""What it costs to leave words with no arrow."""


def answers(
    found: Sequence[Way], shapes: Sequence[Shape], free: Sequence[Phrase]
) -> dict[int, tuple[Phrase, float]]:
    """For each way its phrase and how far that was looked for, by place in the list of ways."""
    asked = [n for n, way in enumerate(found) if way.start is not None]
    if not asked or not free:
        return {}
    costs = [[_cost(found[n], shapes, phrase) for n in asked] for phrase in free]
    chosen = cheapest(costs, NONE)
    given: dict[int, tuple[Phrase, float]] = {}
    for row, column in chosen.items():
        given[asked[column]] = (free[row], costs[row][column])
    return {**given, **_on_shared_line(found, given)}


def _cost(way: Way, shapes: Sequence[Shape], phrase: Phrase) -> float:
    """How badly a phrase fits a way: its distance from the line, and from the line's beginning."""
    distance, along = _beside(way.path, phrase.box)
    decision = way.start is not None and shapes[way.start].kind == "keputusan"
    if distance > (FAR if decision else BESIDE):
        return math.inf
    cost = distance + 0.09 * along
    if not decision:
        cost += 8.0
        if ANSWER.fullmatch(phrase.text):
            cost += 6.0
    if not way.headed:
        cost += 4.0
    return min(cost, NONE - 0.5)


def _beside(path: Sequence[Point], box: Box) -> tuple[float, float]:
    """Least distance of a line from a box, and how far along the line that is."""
    best, at, run = math.inf, 0.0, 0.0
    for a, b in pairwise(path):
        length = math.dist(a, b)
        steps = max(1, math.ceil(length / 2.0))
        for step in range(steps + 1):
            share = step / steps
            point = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            distance = box.distance(point)
            if distance < best - 0.05:
                best, at = distance, run + share * length
        run += length
    return best, at


def _on_shared_line(
    found: Sequence[Way], given: dict[int, tuple[Phrase, float]]
) -> dict[int, tuple[Phrase, float]]:
    """Ways that leave a symbol by one line have one answer, where only one of them was given it."""
    more: dict[int, tuple[Phrase, float]] = {}
    for n, chosen in given.items():
        place = _after(found[n].path, EXIT)
        for m, other in enumerate(found):
            if m in given or other.start != found[n].start:
                continue
            if math.dist(place, _after(other.path, EXIT)) <= 1.2:
                more[m] = chosen
    return more


def _after(path: Sequence[Point], distance: float) -> Point:
    """The point a distance along a line, at most its end."""
    left = distance
    for a, b in pairwise(path):
        length = math.dist(a, b)
        if length >= left and length > 0:
            share = left / length
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        left -= length
    return path[-1]
