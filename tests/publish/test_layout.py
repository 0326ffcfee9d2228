"""Whatever the flow: nothing in its drawing lies on anything else, and every arrow arrives."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import Edge, Graph, Symbol, graph
from sop_terbuka.publish.drawing.layout import (
    BOTTOM,
    HALF_HEIGHT,
    HALF_WIDTH,
    SYMBOL_HALF,
    Layout,
    Placed,
    Point,
    arrange,
    box_of,
)
from sop_terbuka.publish.drawing.matrix import (
    arranged,
    connectors,
    draw,
    matrix,
    minimum_heights,
)
from tests.alur import NAMES, flow
from tests.sops import sop_of, sops

Box = tuple[float, float, float, float]
LINE, HAIR = 0.75, 0.01
# What a symbol of each row may be, how many ways lead on, where they lead.
_WISH = st.tuples(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 19), st.integers(0, 9999)), min_size=1,
             max_size=4),
)  # fmt: skip


@st.composite
def flows(draw_from: st.DrawFn) -> Graph:
    """Flows of 2 to 15 lanes and 1 to 40 rows, with ways of every kind to anywhere."""
    lanes = draw_from(st.integers(2, 15))
    rows = draw_from(st.lists(_WISH, min_size=1, max_size=25))
    symbols = [
        _symbol(row, n, wish, lanes)
        for row, (own,) in enumerate(rows)
        for n, wish in enumerate(own)
    ]
    where = [where for (own,) in rows for _, _, where in own]
    edges: dict[tuple[int, int], Edge] = {}
    for n, symbol in enumerate(symbols):
        for edge in _ways(n, symbol, where[n], len(symbols)):
            if (edge.target, edge.source) not in edges:
                edges.setdefault((edge.source, edge.target), edge)
    return Graph(
        tuple(f"p{n}" for n in range(lanes)),
        tuple(f"l{n}" for n in range(len(rows))),
        tuple(symbols),
        tuple(edges.values()),
    )


def _symbol(row: int, n: int, wish: tuple[int, int, int], lanes: int) -> Symbol:
    lane, kind, _ = wish
    first = lane % lanes
    last = min(first + 2, lanes - 1) if kind == 19 else first
    kinds = ("proses", "keputusan", "dokumen", "mulai", "selesai")
    return Symbol(f"l{row}.s{n}", row, first, last, kinds[max(kind - 13, 0) % 5])


def _ways(n: int, symbol: Symbol, where: int, count: int) -> Iterator[Edge]:
    near = [n + 1, n + 2, max(n - 3, 0), n + 5, max(n - 9, 0)]
    targets = [near[where // 5**k % 5] % count for k in range(3)]
    if symbol.kind == "keputusan":
        answers = ("Ya", "Tidak", "Perlu dibahas lagi")
        for answer, target in zip(answers, targets, strict=True):
            if target != n:
                yield Edge(n, target, answer)
    elif symbol.kind != "selesai":
        for target in targets[: 1 + (where % 7 == 0)]:
            if target != n:
                yield Edge(n, target, is_both=where % 31 == 0, is_headless=where % 29 == 1)


checked = settings(max_examples=25, deadline=None)
real = pytest.mark.parametrize("name", NAMES)


@given(flows())
@checked
def test_nothing_lies_on_anything_else(made: Graph) -> None:
    _check(arrange(made, 76.0))


@real
@pytest.mark.parametrize("width", [38.0, 50.0, 76.0, 140.0])
def test_nothing_lies_on_anything_else_in_a_real_flow(name: str, width: float) -> None:
    _check(arrange(graph(flow(name)), width))


def test_real_flows_show_nearly_all_their_answers() -> None:
    drawn = wanted = short = 0
    for name in NAMES:
        layout = arrange(graph(flow(name)), 76.0)
        wanted += sum(bool(edge.answer) for edge in layout.flow.edges)
        drawn += len(layout.labels)
        short += sum(label.is_short for label in layout.labels)
        for label in layout.labels:
            answer = layout.flow.edges[label.edge].answer
            assert label.is_short or " ".join(label.lines) == answer
    # The row's words have them all; the drawing lacks room for a few long ones beside three exits.
    assert wanted - drawn <= 2
    assert short <= 3


@given(flows())
@checked
def test_the_same_flow_gives_the_same_drawing(made: Graph) -> None:
    again = Graph(made.lanes, made.rows, made.symbols, made.edges)
    arrange.cache_clear()
    assert repr(arrange(again)) == repr(arrange(made))


@given(flows(), st.data())
@checked
def test_page_connectors_come_in_pairs_within_their_lanes(made: Graph, data: st.DataObject) -> None:
    layout = arrange(made, 76.0)
    rows = len(layout.heights)
    breaks = data.draw(st.sets(st.integers(1, rows - 1))) if rows > 1 else set()
    joins = connectors(layout, breaks, 0.2)
    assert len({join.letter for join in joins}) == len(joins)
    pictures = draw(layout, 60.0, minimum_heights(layout), breaks)
    pentagons = sum(picture.count('stroke-width="0.7"/>') for picture in pictures)
    assert pentagons == 2 * len(joins)


# Three arrows side by side along the edge of the page, past the symbols of a narrow first lane.
_CROWDED_EDGE = {
    0: (1, 4, 5, 0), 2: (1, 1, 0, 5409), 4: (1, 2, 5, 0), 5: (1, 1, 0, 114), 7: (2, 160, 0, 89),
    8: (3, 70, 2, 0), 9: (1, 0, 3, 5708), 12: (1, 4, 0, 2230), 14: (1, 0, 3, 360),
    16: (1, 0, 1, 1235), 18: (1, 1, 1, 576), 19: (1, 0, 3, 2209), 20: (1, 3, 5, 0),
    28: (1, 1, 1, 807),
}  # fmt: skip


@given(sops())
@example(sop_of(5, [_CROWDED_EDGE.get(n, (1, 0, 5, 0)) for n in range(34)]))
@checked
def test_an_sop_in_the_short_form_is_drawn_whole(sop: Sop) -> None:
    _check(arranged(sop))
    assert matrix(Sop.model_validate(sop.model_dump())) == matrix(sop)


def _check(layout: Layout) -> None:
    tops = [sum(layout.heights[:row]) for row in range(len(layout.heights) + 1)]
    _arrows_arrive(layout)
    _lines_keep_apart(layout, tops)
    _lines_pass_symbols(layout, tops)
    _labels_lie_free(layout, tops)
    for row, pieces in enumerate(layout.strokes):
        for piece in pieces:
            assert piece.y2 == BOTTOM or piece.y2 <= layout.heights[row]
            assert 0 <= piece.x1 <= piece.x2 <= layout.lanes


def _arrows_arrive(layout: Layout) -> None:
    assert [arrow.edge for arrow in layout.arrows] == list(range(len(layout.flow.edges)))
    for arrow in layout.arrows:
        edge = layout.flow.edges[arrow.edge]
        ends = ((edge.source, arrow.points[0]), (edge.target, arrow.points[-1]))
        for place, point in ends:
            symbol = layout.symbols[place]
            assert (symbol.row, symbol.y) == (point.row, point.y)
            assert symbol.first <= point.x <= symbol.last
        is_entered = [head for head in layout.heads if head.symbol == edge.target]
        assert edge.is_headless or any(head.x == arrow.points[-1].x for head in is_entered)


def _lines_keep_apart(layout: Layout, tops: list[float]) -> None:
    """No two arrows on one line, but those that join into one target or fork from one source."""
    pieces = [
        (arrow.edge, one, other)
        for arrow in layout.arrows
        for one, other in pairwise(_trimmed(arrow.points, tops))
    ]
    by_line: dict[tuple[bool, float], list[tuple[float, float, int]]] = {}
    for edge, one, other in pieces:
        upright = one[0] == other[0]
        at = one[0] if upright else one[1]
        low, high = sorted((one[upright], other[upright]))
        by_line.setdefault((upright, round(at, 3)), []).append((low, high, edge))
    for here in by_line.values():
        for (low, high, a), (low2, high2, b) in combinations(here, 2):
            one, other = layout.flow.edges[a], layout.flow.edges[b]
            is_net = a == b or one.source == other.source or one.target == other.target
            assert is_net or min(high, high2) < max(low, low2) - HAIR, (a, b)


def _trimmed(points: tuple[Point, ...], tops: list[float]) -> list[tuple[float, float]]:
    """The corners of an arrow; what lies under its two symbols is cut off."""
    found = [(point.x, tops[point.row] + point.y) for point in points]
    for end, beside in ((0, 1), (-1, -2)):
        (x, y), (x2, y2) = found[end], found[beside]
        found[end] = (x + _sign(x2 - x) * 0.2, y + _sign(y2 - y) * 8)
    return found


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _lines_pass_symbols(layout: Layout, tops: list[float]) -> None:
    width = layout.lane_width
    shapes = [(symbol.number, _shape(symbol, width, tops)) for symbol in layout.symbols]
    for arrow in layout.arrows:
        edge = layout.flow.edges[arrow.edge]
        points = [(point.x * width, tops[point.row] + point.y) for point in arrow.points]
        for n, (one, other) in enumerate(pairwise(points)):
            own = {edge.source} if n == 0 else set()
            own |= {edge.target} if n == len(points) - 2 else set()
            line = _line(one, other)
            assert [k for k, shape in shapes if k not in own and _overlap(line, shape)] == []


def _labels_lie_free(layout: Layout, tops: list[float]) -> None:
    for factor in (1.0, 1.2, 2.0):
        width = layout.lane_width * factor
        lines = [
            _line(*((point.x * width, tops[point.row] + point.y) for point in pair))
            for arrow in layout.arrows
            for pair in pairwise(arrow.points)
        ]
        shapes = [(symbol, _shape(symbol, width, tops)) for symbol in layout.symbols]
        boxes = []
        for label in layout.labels:
            left, top, right, bottom = box_of(label, width)
            box = left, top + tops[label.row], right, bottom + tops[label.row]
            assert not [line for line in lines if _overlap(box, line)], (label, factor)
            assert not [
                s for s, shape in shapes if _overlap(box, shape) and not _in_corner(box, s, shape)
            ]
            assert left >= 0
            assert right <= width * layout.lanes
            boxes.append(box)
        assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


def _shape(symbol: Placed, width: float, tops: list[float]) -> Box:
    half = SYMBOL_HALF * width
    if symbol.first == symbol.last:
        half = min(HALF_WIDTH, half)
    high = HALF_HEIGHT[symbol.kind] * (half / HALF_WIDTH if symbol.first == symbol.last else 1)
    y = tops[symbol.row] + symbol.y
    return symbol.first * width - half, y - high, symbol.last * width + half, y + high


def _in_corner(box: Box, symbol: Placed, shape: Box) -> bool:
    """Whether a box that overlaps a diamond's bounds stands in a corner of them."""
    x, y = (shape[0] + shape[2]) / 2, (shape[1] + shape[3]) / 2
    beside = max(box[0] - x, x - box[2], 0) / ((shape[2] - shape[0]) / 2)
    above = max(box[1] - y, y - box[3], 0) / ((shape[3] - shape[1]) / 2)
    return symbol.kind == "keputusan" and symbol.first == symbol.last and beside + above > 1


def _line(one: tuple[float, float], other: tuple[float, float]) -> Box:
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 - LINE, y1 - LINE, x2 + LINE, y2 + LINE


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - HAIR
        and other[0] < one[2] - HAIR
        and one[1] < other[3] - HAIR
        and other[1] < one[3] - HAIR
    )
