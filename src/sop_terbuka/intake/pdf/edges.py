"""Ruled lines of a page: thin filled boxes, strokes and the outlines of cells."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .content import Content, Outline

THIN = 2.6
"""A filled box up to this thick is a line."""
SAME = 2.0
"""Edges this near stand on one line of the grid."""
GAP = 2.6
"""Pieces of one rule may be this far apart."""
MANY = 300
"""More lines than this are a drawing; only its long ones can be rules."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Edge:
    """A level or upright piece of a rule: where it stands, and from where to where it runs."""

    level: bool
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long the piece is."""
        return self.end - self.start


def edges(page: Content) -> list[Edge]:
    """All pieces of rules on the page."""
    found = [edge for outline in page.outlines for edge in outline_edges(outline)]
    if sum(edge.length > 4 for edge in found) > 20 * MANY:
        found = [edge for edge in found if edge.length > 12]
    return [*found, *_sides(found)]


def outline_edges(outline: Outline) -> list[Edge]:
    """The pieces of rules one painted path gives."""
    box = outline.box
    if outline.white or outline.curved:
        return []
    if outline.filled and min(box.width, box.height) <= THIN:
        return [_edge(box.width >= box.height, box.x0, box.top, box.x1, box.bottom)]
    if not outline.stroked and not outline.frame:
        return []
    found = []
    points = list(outline.points)
    if outline.closed:
        points.append(points[0])
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        if abs(y1 - y0) <= 0.6 and abs(x1 - x0) > 0.6:
            found.append(_edge(True, x0, y0, x1, y1))
        elif abs(x1 - x0) <= 0.6 and abs(y1 - y0) > 0.6:
            found.append(_edge(False, x0, y0, x1, y1))
    return found


def _edge(level: bool, x0: float, y0: float, x1: float, y1: float) -> Edge:
    if level:
        return Edge(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
    return Edge(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _sides(found: Sequence[Edge]) -> list[Edge]:
    """Sides for a table that has none, where its rules all begin and end at the same place."""
    lines = rules(edge for edge in found if edge.level)
    spans: dict[tuple[int, int], list[tuple[float, Span]]] = {}
    for at, pieces in lines:
        for start, end in pieces:
            if end - start > 150:
                spans.setdefault((round(start / 3), round(end / 3)), []).append((at, (start, end)))
    sides = []
    for members in spans.values():
        if len(members) >= 3:
            tops = [at for at, _ in members]
            x0 = sum(span[0] for _, span in members) / len(members)
            x1 = sum(span[1] for _, span in members) / len(members)
            sides += [Edge(False, x, min(tops), max(tops)) for x in (x0, x1)]
    return sides


def rules(pieces: Iterable[Edge]) -> list[tuple[float, list[Span]]]:
    """Pieces of one direction as lines: where each stands, and its unbroken stretches."""
    ordered = sorted(pieces, key=lambda edge: edge.at)
    lines: list[list[Edge]] = []
    for edge in ordered:
        if lines and edge.at - lines[-1][0].at <= SAME:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    found = []
    for line in lines:
        weight = sum(edge.length for edge in line) or 1.0
        at = sum(edge.at * edge.length for edge in line) / weight if weight > 1 else line[0].at
        found.append((at, merged((edge.start, edge.end) for edge in line)))
    return found


def merged(spans: Iterable[Span], gap: float = GAP) -> list[Span]:
    """Spans in order, those that touch or nearly touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] <= gap:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def covered(spans: Sequence[Span], start: float, end: float) -> float:
    """Share of the stretch that lies under the spans."""
    if end <= start:
        return 0.0
    total = sum(max(min(e, end) - max(s, start), 0.0) for s, e in spans)
    return total / (end - start)
