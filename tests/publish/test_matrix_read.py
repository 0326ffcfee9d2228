"""The drawing on the page read back as a person reads it: symbols, lines that meet, arrowheads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import Graph, graph
from sop_terbuka.publish.drawing.matrix import matrix
from tests.alur import NAMES, flow

Spot = tuple[float, float]
Line = tuple[Spot, Spot]
HAIR = 0.02
CAPSULES = ("mulai", "selesai")


@dataclass
class Shape:
    """A symbol as drawn: its row, first and last lane, kind, middle, sides with a head."""

    row: int
    first: int
    last: int
    kind: str
    y: float
    heads: set[tuple[float, int]] = field(default_factory=set)


@dataclass
class Drawn:
    """Everything drawn in the lanes; `x` in lanes, `y` in px from the first row's top."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read(sop: Sop) -> Drawn:
    """The drawing of an SOP, from its HTML alone."""
    found = Drawn()
    lanes = len(graph(sop).lanes)
    top = 0.0
    for row, cell in enumerate(html.fromstring(str(matrix(sop))).iterfind(".//td[@colspan]")):
        svg = cell.find("svg")
        high = float(svg.get("height"))
        for line in svg.iterfind("line"):
            if line.get("class") != "l":
                found.lines.append(_line(line, lanes, top, high))
        for inner in svg.iterfind("svg"):
            _shape(found, inner, lanes, top, row)
        top += high
    return found


def _line(line: Any, lanes: int, top: float, high: float) -> Line:
    def x(key: str) -> float:
        return float(line.get(key)[:-1]) / 100 * lanes

    def y(key: str) -> float:
        return top + (high if line.get(key) == "100%" else float(line.get(key)))

    return (x("x1"), y("y1")), (x("x2"), y("y2"))


def _shape(found: Drawn, inner: Any, lanes: int, top: float, row: int) -> None:
    left = float(inner.get("x")[:-1]) / 100 * lanes
    view = [float(part) for part in inner.get("viewbox").split()]
    y = top + float(inner.get("y")) - view[1]
    if "sl" in inner.get("class").split():
        wide = float(inner.get("width")[:-1]) / 100 * lanes
        kinds = {"M0 14": "keputusan", "M4 0H": "kapsul", "M0 0H": "proses"}
        kind = kinds[inner.find("path").get("d")[:5]]
        y = top + float(inner.get("y")) + float(inner.get("height")) / 2
        found.shapes.append(Shape(row, round(left), round(left + wide) - 1, kind, y))
        return
    heads = inner.findall("path[@class='h']")
    outline = [item for item in inner if item.tag in ("rect", "path") and item not in heads]
    middle = left if view[2] == 1 else left + 0.5
    if outline:
        lane = round(left)
        found.shapes.append(Shape(row, lane, lane, _kind(outline[0]), y))
    shape = next(
        s
        for s in reversed(found.shapes)
        if s.row == row and abs(s.y - y) < HAIR and s.first - 1 < middle - 0.5 <= s.last + 1
    )
    for head in heads:
        side = _side(head.get("d"))
        at = middle
        if view[2] == 1 and side in (1, 3):
            at = (shape.last if side == 1 else shape.first) + 0.5
        shape.heads.add((round(at, 2), side))


def _kind(outline: Any) -> str:
    if outline.tag == "rect":
        return "kapsul" if outline.get("rx") else "proses"
    return "keputusan" if outline.get("d").startswith("M0-14") else "dokumen"


def _side(path: str) -> int:
    if "h8l-4 7z" in path:
        return 0
    if "h8L0" in path:
        return 2
    return 3 if path.startswith("M-") else 1


def nets(drawn: Drawn) -> list[set[tuple[int, bool]]]:
    """Lines that meet, each as the symbols it touches and whether with an arrowhead."""
    pieces = [part for line in drawn.lines for part in _split(line, drawn.shapes)]
    groups: list[list[Line]] = []
    for piece in pieces:
        near = [group for group in groups if any(_meet(piece, o, drawn.shapes) for o in group)]
        groups = [group for group in groups if group not in near]
        groups.append([piece, *(line for group in near for line in group)])
    return [set(_ends(group, drawn.shapes)) for group in groups]


def _split(line: Line, shapes: list[Shape]) -> Iterator[Line]:
    """A line cut where a symbol stands on it: two arrows may meet below one."""
    (x1, y1), (x2, y2) = sorted(line)
    cuts = [
        (x1, shape.y) if x1 == x2 else (x, y1)
        for shape in shapes
        for x in (shape.first + 0.5, shape.last + 0.5)
        if (x1 == x2 and shape.first < x1 < shape.last + 1 and y1 + HAIR < shape.y < y2 - HAIR)
        or (y1 == y2 and abs(shape.y - y1) < HAIR and x1 + HAIR < x < x2 - HAIR)
    ]
    corners = sorted({(x1, y1), *cuts, (x2, y2)})
    yield from pairwise(corners)


def _meet(one: Line, other: Line, shapes: list[Shape]) -> bool:
    ends = [(spot, other) for spot in one] + [(spot, one) for spot in other]
    return any(_is_on(spot, line) and not _symbol_at(spot, shapes) for spot, line in ends)


def _is_on(spot: Spot, line: Line) -> bool:
    (x1, y1), (x2, y2) = sorted(line)
    return x1 - HAIR <= spot[0] <= x2 + HAIR and y1 - HAIR <= spot[1] <= y2 + HAIR


def _symbol_at(spot: Spot, shapes: list[Shape]) -> list[int]:
    return [
        n
        for n, shape in enumerate(shapes)
        if abs(shape.y - spot[1]) < HAIR and shape.first + 0.4 < spot[0] < shape.last + 0.6
    ]


def _ends(group: list[Line], shapes: list[Shape]) -> Iterator[tuple[int, bool]]:
    for line in group:
        for spot, beside in (line, line[::-1]):
            for n in _symbol_at(spot, shapes):
                if spot[0] == beside[0]:
                    side = 2 if beside[1] > spot[1] else 0
                else:
                    side = 1 if beside[0] > spot[0] else 3
                yield n, (round(spot[0], 2), side) in shapes[n].heads


def _order(made: Graph, shapes: list[Shape]) -> list[int]:
    """For each symbol of the graph its place among the shapes."""
    return [
        next(
            n
            for n, shape in enumerate(shapes)
            if (shape.row, shape.first, shape.last) == (symbol.row, symbol.lane, symbol.last)
            and sum((s.row, s.first) == (shape.row, shape.first) and s.y < shape.y for s in shapes)
            == sum(
                (s.row, s.lane) == (symbol.row, symbol.lane) and s is not symbol
                for s in made.symbols[:k]
            )
        )
        for k, symbol in enumerate(made.symbols)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_real_flow_is_the_same_when_read_back(name: str) -> None:
    sop = flow(name)
    made, drawn = graph(sop), read(sop)
    assert sorted((s.row, s.first, s.last, s.kind) for s in drawn.shapes) == sorted(
        (s.row, s.lane, s.last, "kapsul" if s.kind in CAPSULES else s.kind) for s in made.symbols
    )
    place = _order(made, drawn.shapes)
    found = nets(drawn)
    ways = [(place[e.source], place[e.target], e.is_both, e.is_headless) for e in made.edges]
    for source, target, is_both, is_headless in ways:
        # One line leads from the one to the other, with a head at its end and none at its start.
        assert any({(source, is_both), (target, not is_headless)} <= net for net in found), (
            source,
            target,
        )
    for net in found:
        touched = {n for n, _ in net}
        inside = [way for way in ways if {way[0], way[1]} <= touched]
        # Whatever a line touches is there for an arrow that the document has.
        assert {n for way in inside for n in way[:2]} == touched
        assert {n for n, has_head in net if has_head} <= {
            n for source, target, is_both, bare in inside if not bare
            for n in ((source, target) if is_both else (target,))
        }  # fmt: skip
