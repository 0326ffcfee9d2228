"""Arrows from symbol to symbol, by following the lines from where they leave."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .geometry import Point
from .net import End, Net
from .shapes import Shape


@dataclass
class Way:
    """One way from a symbol (or from the page's edge) to another, with its line."""

    start: int | None
    target: int | None
    path: list[Point]
    headed: bool = True
    both: bool = False
    gap: float = 0.0


def ways(net: Net) -> list[Way]:
    """All arrows of a page; those without a head or an end are marked so."""
    found: list[Way] = []
    for end, link in net.links.items():
        if link.headed:
            continue
        if link.shape is not None:
            found += _from(net, end, link.shape, link.gap)
        elif link.loose:
            found += _from(net, end, None, 0.0)
    found += _two_headed(net)
    found += _lone(net)
    for one in found:
        _to_connector(one, net.shapes)
    return _distinct(found)


def _to_connector(way: Way, shapes: Sequence[Shape]) -> None:
    """A line without a head to or from a page connector flows as the page does: downwards."""
    if way.headed or way.start is None or way.target is None:
        return
    start, target = shapes[way.start], shapes[way.target]
    if (start.kind == "penghubung") == (target.kind == "penghubung"):
        return
    if start.box.centre[1] > target.box.centre[1]:
        way.start, way.target = way.target, way.start
        way.path = way.path[::-1]
    way.headed = True


def _from(net: Net, end: End, start: int | None, gap: float) -> list[Way]:
    reached = _follow(net, end, {end[0]})
    headed = [one for one in reached if one.headed]
    if start is None:
        headed = [one for one in headed if one.target is not None]
        return [Way(None, one.target, one.path, True, gap=one.gap) for one in headed]
    for one in headed or reached:
        one.start = start
        one.gap = max(one.gap, gap)
    return [one for one in headed or reached if one.target != start or len(one.path) > 3]


def _follow(net: Net, entered: End, seen: set[int], at: float | None = None) -> list[Way]:
    """Where a line leads that is entered at one of its ends, or at a place along it."""
    n, e = entered
    stroke = net.strokes[n]
    leaving: End = (n, 1 - e)
    length = stroke.length
    start = (0.0 if e == 0 else length) if at is None else at
    path = _piece(stroke.points, start, length if e == 0 else 0.0)
    found: list[Way] = []
    for place, other in net.tees.get(n, ()):
        ahead = place >= start - 0.5 if e == 0 else place <= start + 0.5
        if not ahead or other[0] in seen or net.links[other].headed:
            continue
        if _reaches(net, other, seen | {n}):
            part = _piece(stroke.points, start, place)
            for one in _follow(net, other, seen | {other[0]}):
                found.append(Way(None, one.target, part + one.path, one.headed, gap=one.gap))
    link = net.links[leaving]
    if link.shape is not None:
        found.append(Way(None, link.shape, path, link.headed, gap=link.gap))
    elif link.line is not None:
        for one in _along(net, link.line, seen):
            one.path = path + one.path
            one.gap = max(one.gap, link.gap)
            found.append(one)
    elif link.ends:
        for other in link.ends:
            if other[0] not in seen:
                for one in _follow(net, other, seen | {other[0]}):
                    found.append(Way(None, one.target, path + one.path, one.headed, gap=one.gap))
    else:
        found.append(Way(None, None, path, link.headed))
    return found


def _along(net: Net, line: tuple[int, float], seen: set[int]) -> list[Way]:
    """Where a line leads that another runs into: towards its heads."""
    n, at = line
    if n in seen:
        return []
    found: list[Way] = []
    for e in (0, 1):
        if _leads(net, (n, 1 - e), seen | {n}):
            found += _follow(net, (n, e), seen | {n}, at)
    if found:
        return found
    for e in (0, 1):
        found += [
            one for one in _follow(net, (n, e), seen | {n}, at) if one.headed or one.target is None
        ]
    return found


def _leads(net: Net, leaving: End, seen: set[int]) -> bool:
    """Whether a line comes to a head when it is left at this end."""
    link = net.links[leaving]
    if link.headed:
        return True
    if link.shape is not None:
        return False
    if link.line is not None:
        n = link.line[0]
        return n not in seen and any(_leads(net, (n, e), seen | {n}) for e in (0, 1))
    return any(
        other[0] not in seen and _reaches(net, other, seen | {other[0]}) for other in link.ends
    )


def _reaches(net: Net, entered: End, seen: set[int]) -> bool:
    """Whether a line that is entered at this end comes to a head."""
    n, e = entered
    if _leads(net, (n, 1 - e), seen | {n}):
        return True
    return any(
        other[0] not in seen
        and not net.links[other].headed
        and _reaches(net, other, seen | {n, other[0]})
        for _, other in net.tees.get(n, ())
    )


def _two_headed(net: Net) -> list[Way]:
    """Lines with a head at each end."""
    found = []
    for n, stroke in enumerate(net.strokes):
        first, last = net.links[(n, 0)], net.links[(n, 1)]
        if first.headed and last.headed and first.shape is not None and last.shape is not None:
            points = stroke.points
            a, b = first.shape, last.shape
            # Both directions are one line; it is written from the upper or left symbol.
            one, other = net.shapes[a].box, net.shapes[b].box
            key_a, key_b = _order(one.top, one.x0), _order(other.top, other.x0)
            if key_b < key_a:
                a, b, points = b, a, points[::-1]
            if a != b:
                gap = max(first.gap, last.gap)
                found.append(Way(a, b, list(points), True, True, gap))
    return found


def _order(top: float, left: float) -> tuple[float, float]:
    return round(top / 10), left


def _lone(net: Net) -> list[Way]:
    """Heads without a line between two symbols that stand close together."""
    found = []
    for tip, point in net.lone:
        back = tip.back(point)
        length = math.dist(back, point) or 1.0
        way = ((point[0] - back[0]) / length, (point[1] - back[1]) / length)
        ahead = net.ray((point[0] - way[0] * 2, point[1] - way[1] * 2), way, 14.0)
        behind = net.ray(back, (-way[0], -way[1]), 14.0)
        if ahead and behind and ahead[0] != behind[0]:
            found.append(Way(behind[0], ahead[0], [back, point], gap=max(ahead[1], behind[1])))
    return found


def _piece(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The part of a line between two distances along it."""
    if start > end:
        total = sum(math.dist(a, b) for a, b in pairwise(points))
        return _piece(list(reversed(points)), total - start, total - end)
    found: list[Point] = []
    run = 0.0
    for a, b in pairwise(points):
        length = math.dist(a, b)
        if length > 0 and run + length >= start - 1e-6 and run <= end + 1e-6:
            low, high = max(start - run, 0.0) / length, min(end - run, length) / length
            for share in (low, high):
                p = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                if not found or math.dist(found[-1], p) > 0.01:
                    found.append(p)
        run += length
    return found or [points[0]]


def _distinct(found: Sequence[Way]) -> list[Way]:
    """Each pair once; a line without a head only where nothing else joins the two."""
    kept: list[Way] = []
    pairs: set[tuple[int | None, int | None]] = set()
    for one in sorted(found, key=lambda one: (not one.headed, one.gap)):
        pair = (one.start, one.target)
        if one.target is None or one.start is None:
            kept.append(one)
            continue
        if pair in pairs or (not one.headed and (pair[1], pair[0]) in pairs):
            continue
        pairs.add(pair)
        kept.append(one)
    return kept
