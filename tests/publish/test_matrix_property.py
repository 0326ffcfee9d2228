"""Whatever the SOP: nothing in its drawing lies on anything else, and every arrow arrives."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.flow import ENDS, edges
from sop_terbuka.publish.drawing.matrix import arrange, connectors, draw, matrix, minimum_heights
from sop_terbuka.publish.drawing.matrix.parts import (
    BOTTOM,
    HALF_HEIGHT,
    HALF_WIDTH,
    SYMBOL_HALF,
    Label,
    Layout,
    Symbol,
)

# A line's half width, and a hair for rounding.
LINE, HAIR = 0.75, 0.01
# Lanes of the narrowest ribbon on a phone, of a page, and of a wide screen.
RIBBON, WIDE = 10.0, 160.0

Box = tuple[float, float, float, float]


@st.composite
def sops(draw_from: st.DrawFn) -> Sop:
    """SOPs of 3-10 actors and 1-40 steps with branches to anywhere."""
    actors = [f"p{n}" for n in range(draw_from(st.integers(3, 10)))]
    count = draw_from(st.integers(1, 40))
    wishes = draw_from(st.lists(_WISH, min_size=count, max_size=count))
    steps = [_step(n, wish, len(wishes), actors) for n, wish in enumerate(wishes)]
    return Sop.model_validate(
        {
            "id": "kota/acak",
            "nama": "Acak",
            "ringkasan": "Acak",
            "audiens": ["warga"],
            "topik": "acak",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [{"id": actor, "nama": actor, "pihak": "dalam"} for actor in actors],
            "langkah": steps,
            "sumber": {"berkas": "acak.txt", "baris": [1, 2]},
        }
    )


# What a step is to be: how many act, who, which kind of step, where its branches lead.
_WISH = st.tuples(
    st.sampled_from([1, 1, 1, 2, 3]), st.integers(0, 999), st.integers(0, 5), st.integers(0, 9999)
)


def _step(n: int, wish: tuple[int, int, int, int], count: int, actors: list[str]) -> dict[str, Any]:
    together, who, kind, where = wish
    chosen = [actors[(who // 7**k) % len(actors)] for k in range(together)]
    step: dict[str, Any] = {
        "id": f"l{n}",
        "kegiatan": "Kegiatan",
        "pelaksana": list(dict.fromkeys(chosen)),
    }
    following = f"l{n + 1}" if n + 1 < count else ENDS[0]
    targets = [f"l{other}" for other in range(count) if other != n] + list(ENDS)
    first, second = targets[where % 100 % len(targets)], targets[where // 100 % len(targets)]
    branches = [(following, first), (first, following), (first, second)]
    if kind < len(branches):
        yes, no = branches[kind]
        step["keputusan"] = {"pertanyaan": "Sesuai?", "ya": yes, "tidak": no}
    elif kind == len(branches):
        step["berikut"] = first
    return step


checked = settings(max_examples=100, deadline=None)


@given(sops())
@checked
def test_no_line_runs_through_a_symbol(sop: Sop) -> None:
    layout = arrange(sop)
    for width, thin in ((RIBBON, HAIR), (layout.lane_width, LINE), (WIDE, LINE)):
        symbols = [(symbol, _symbol_box(symbol, layout, width)) for symbol in layout.symbols]
        for lines, start, end in _lines(layout, width, thin):
            for n, line in enumerate(lines):
                own = {start} if n == 0 else set()
                own |= {end} if n == len(lines) - 1 else set()
                touched = [
                    symbol
                    for symbol, box in symbols
                    if _overlap(line, box) and _middle(box) not in own
                ]
                assert touched == []


@given(sops())
@checked
def test_every_arrow_ends_at_its_target(sop: Sop) -> None:
    layout = arrange(sop)
    drawn = [edge for edge in edges(sop) if edge.branch != "lanjut" or edge.target not in ENDS]
    assert [(arrow.source, arrow.target, arrow.branch) for arrow in layout.arrows] == [
        (edge.source, edge.target, edge.branch) for edge in drawn
    ]
    row = {row.step: n for n, row in enumerate(layout.rows)}
    for arrow in layout.arrows:
        before, last = arrow.points[-2:]
        entered = [
            symbol
            for symbol in layout.symbols
            if (symbol.x, symbol.row, symbol.y) == (last.x, last.row, last.y)
        ]
        assert len(entered) == 1
        assert entered[0].is_entered
        if arrow.target in ENDS:
            assert (entered[0].step, last.row) == ("", row[arrow.source])
        else:
            assert entered[0].step == arrow.target
        assert before.x == last.x
        assert (before.row, before.y) < (last.row, last.y)


@given(sops())
@checked
def test_every_arrow_starts_at_its_step(sop: Sop) -> None:
    layout = arrange(sop)
    for arrow in layout.arrows:
        first = arrow.points[0]
        own = [symbol for symbol in layout.symbols if symbol.step == arrow.source]
        assert {(symbol.row, symbol.y) for symbol in own} == {(first.row, first.y)}
        # On a symbol, or on the line that joins two.
        assert min(symbol.x for symbol in own) <= first.x <= max(symbol.x for symbol in own)


@given(sops())
@checked
def test_arrows_share_a_line_only_into_the_same_target(sop: Sop) -> None:
    layout = arrange(sop)
    pieces = [
        (arrow.target if arrow.target not in ENDS else n, start, end)
        for n, arrow in enumerate(layout.arrows)
        for start, end in pairwise(arrow.points)
    ]
    for (target, *one), (other_target, *other) in combinations(pieces, 2):
        if target == other_target:
            continue
        (a, b), (c, d) = one, other
        if a.x == b.x == c.x == d.x:
            low, high = sorted((p.row, p.y) for p in one), sorted((p.row, p.y) for p in other)
            assert min(low[1], high[1]) <= max(low[0], high[0])
        elif a.x != b.x and c.x != d.x and (a.row, a.y) == (c.row, c.y):
            low_x, high_x = sorted(p.x for p in one), sorted(p.x for p in other)
            assert min(low_x[1], high_x[1]) <= max(low_x[0], high_x[0])


@given(sops())
@checked
def test_labels_lie_on_nothing(sop: Sop) -> None:
    layout = arrange(sop)
    assert [(label.row, label.branch) for label in sorted(layout.labels, key=_by_row)] == [
        (row, branch)
        for row, step in enumerate(sop.langkah)
        for branch in ("tidak", "ya")
        if step.keputusan
    ]
    top = _tops(layout)
    for factor in (1.0, 1.1, 1.5, 4.0):
        width = layout.lane_width * factor
        lines = [line for lines, _, _ in _lines(layout, width, LINE) for line in lines]
        shapes = [_symbol_box(symbol, layout, width) for symbol in layout.symbols]
        boxes = [_shift(label.box(width), top[label.row]) for label in layout.labels]
        for box, label in zip(boxes, layout.labels, strict=True):
            assert [line for line in lines if _overlap(box, line)] == []
            assert [
                symbol
                for symbol, shape in zip(layout.symbols, shapes, strict=True)
                if _overlap(box, shape) and not _is_beside_diamond(box, symbol, shape)
            ] == []
            assert box[0] >= 0
            assert box[2] <= width * len(layout.lanes)
            assert box[3] <= top[label.row] + layout.rows[label.row].height
        assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


@given(sops())
@checked
def test_pieces_of_lines_are_drawn_once_and_inside(sop: Sop) -> None:
    layout = arrange(sop)
    for row, pieces in zip(layout.rows, layout.strokes, strict=True):
        for piece in pieces:
            assert piece.y2 == BOTTOM or piece.y2 <= row.height
            assert 0 <= piece.x1 <= piece.x2 <= len(layout.lanes)
        for one, other in combinations(pieces, 2):
            if one.is_no == other.is_no and one.is_vertical and one.x1 == other.x2:
                assert min(one.y2, other.y2) < max(one.y1, other.y1)


@given(sops())
@checked
def test_the_same_sop_gives_the_same_drawing(sop: Sop) -> None:
    again = Sop.model_validate(sop.model_dump())
    assert arrange(again) == arrange(sop)
    assert matrix(again) == matrix(sop)


@given(sops(), st.data())
@checked
def test_page_connectors_come_in_pairs_within_their_lanes(sop: Sop, data: st.DataObject) -> None:
    layout = arrange(sop)
    rows = len(layout.rows)
    breaks = data.draw(st.sets(st.integers(1, rows - 1))) if rows > 1 else set()
    joins = connectors(layout, breaks, 0.2)
    assert len({join.letter for join in joins}) == len(joins)
    for row in breaks:
        shown = [join.shown_x for join in joins if join.row == row]
        assert all(second - first >= 0.2 - 1e-6 for first, second in pairwise(shown))
    pictures = draw(layout, 60.0, minimum_heights(layout), breaks)
    assert sum(picture.count("<polygon") for picture in pictures) == 2 * len(joins)


def _by_row(label: Label) -> tuple[int, str]:
    return label.row, label.branch


@lru_cache(maxsize=4)
def _tops(layout: Layout) -> list[float]:
    return list(accumulate((float(row.height) for row in layout.rows), initial=0.0))


def _symbol_box(symbol: Symbol, layout: Layout, width: float) -> Box:
    half = min(HALF_WIDTH, SYMBOL_HALF * width)
    high = HALF_HEIGHT[symbol.kind] * half / HALF_WIDTH
    x, y = symbol.x * width, _tops(layout)[symbol.row] + symbol.y
    return x - half, y - high, x + half, y + high


def _is_beside_diamond(box: Box, symbol: Symbol, shape: Box) -> bool:
    """Whether a box that overlaps a diamond's bounds stands in a corner of them."""
    (x, y), (left, top, right, bottom) = _middle(shape), box
    beside = max(left - x, x - right, 0) / ((shape[2] - shape[0]) / 2)
    above = max(top - y, y - bottom, 0) / ((shape[3] - shape[1]) / 2)
    return symbol.kind == "keputusan" and beside + above > 1


def _lines(
    layout: Layout, width: float, thin: float
) -> Iterator[tuple[list[Box], tuple[float, float], tuple[float, float]]]:
    """The lines of every arrow and link as boxes, with the middles of their two ends."""
    top = _tops(layout)
    for arrow in layout.arrows:
        points = [
            (round(point.x * width, 3), round(top[point.row] + point.y, 3))
            for point in arrow.points
        ]
        yield [_box(*pair, thin) for pair in pairwise(points)], points[0], points[-1]
    for link in layout.links:
        y = top[link.row] + next(s.y for s in layout.symbols if s.row == link.row)
        ends = [(round((lane + 0.5) * width, 3), y) for lane in (link.left, link.right)]
        # Cut in the middle: each half may touch the symbol that it leaves.
        middle = ((ends[0][0] + ends[1][0]) / 2, y)
        yield [_box(ends[0], middle, thin), _box(middle, ends[1], thin)], ends[0], ends[1]


def _box(one: tuple[float, float], other: tuple[float, float], thin: float) -> Box:
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 - thin, y1 - thin, x2 + thin, y2 + thin


def _middle(box: Box) -> tuple[float, float]:
    return round((box[0] + box[2]) / 2, 3), round((box[1] + box[3]) / 2, 3)


def _shift(box: Box, y: float) -> Box:
    return box[0], box[1] + y, box[2], box[3] + y


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - HAIR
        and other[0] < one[2] - HAIR
        and one[1] < other[3] - HAIR
        and other[1] < one[3] - HAIR
    )
