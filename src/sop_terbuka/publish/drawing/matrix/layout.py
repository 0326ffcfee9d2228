"""Steps and decisions become symbols, arrows and labels at their places."""

from collections.abc import Mapping, Sequence

from ....data.model import Langkah, Pelaksana, Sop
from ....meaning.flow import ENDS, Edge, edges
from .label import labels
from .parts import CENTER, END, HEIGHT, SECOND_END, Kind, Layout, Link, Row, Symbol
from .route import route
from .stroke import strokes
from .way import Place, Way, arrow

# By number of lanes: how wide, in px, the style sheet makes them where it shows labels.
LANE_WIDTHS = {1: 229.0, 2: 114.0, 3: 76.0, 4: 59.0, 5: 50.0, 6: 41.0}
LANE_WIDTH = 38.0


def arrange(sop: Sop, lane_width: float | None = None) -> Layout:
    """The drawing of an SOP that passed the checks; empty when it has no steps.

    Labels are set so that they fit when lanes are `lane_width` units wide or wider.
    """
    lanes = columns(sop)
    width = lane_width or LANE_WIDTHS.get(len(lanes), LANE_WIDTH)
    number = {actor.id: n for n, actor in enumerate(lanes)}
    places = [_place(row, step, number) for row, step in enumerate(sop.langkah)]
    kinds = _kinds(sop)
    ways = route(
        places, _drawn(sop), {step.id: row for row, step in enumerate(sop.langkah)}, len(lanes)
    )
    rows = _rows(sop, kinds, ways)
    symbols = _symbols(places, rows, ways)
    links = tuple(
        Link(place.row, left, right)
        for place in places
        for left, right in zip(place.lanes, place.lanes[1:], strict=False)
    )
    arrows = tuple(arrow(way) for way in ways)
    lines = strokes(arrows, links, len(rows))
    words = labels(ways, symbols, lines, rows, width, len(lanes))
    return Layout(lanes, rows, symbols, links, arrows, lines, words, width)


def columns(sop: Sop) -> tuple[Pelaksana, ...]:
    """The actors that get a lane: the document's columns, and whoever acts without having one."""
    acting = {actor for step in sop.langkah for actor in step.pelaksana}
    return tuple(actor for actor in sop.pelaksana if actor.kolom == "ya" or actor.id in acting)


def _place(row: int, step: Langkah, number: Mapping[str, int]) -> Place:
    lanes = [number[actor] for actor in step.pelaksana]
    return Place(row, tuple(sorted(set(lanes))), lanes[0])


def _kinds(sop: Sop) -> list[Kind]:
    ending = {edge.source for edge in edges(sop) if edge.target in ENDS}
    return [_kind(row, step, step.id in ending) for row, step in enumerate(sop.langkah)]


def _kind(row: int, step: Langkah, is_ending: bool) -> Kind:
    if step.keputusan:
        return "keputusan"
    if row == 0:
        return "mulai"
    return "selesai" if is_ending else "proses"


def _drawn(sop: Sop) -> dict[int, list[Edge]]:
    """The edges that need an arrow, by row: a step that simply ends is itself a capsule."""
    rows = {step.id: row for row, step in enumerate(sop.langkah)}
    found: dict[int, list[Edge]] = {}
    for edge in edges(sop):
        if edge.target not in ENDS or edge.branch != "lanjut":
            found.setdefault(rows[edge.source], []).append(edge)
    return found


def _rows(sop: Sop, kinds: Sequence[Kind], ways: Sequence[Way]) -> tuple[Row, ...]:
    heights = [HEIGHT] * len(kinds)
    for way in ways:
        heights[way.place.row] = max(heights[way.place.row], way.height)
    return tuple(
        Row(step.id, kind, height)
        for step, kind, height in zip(sop.langkah, kinds, heights, strict=True)
    )


def _symbols(
    places: Sequence[Place], rows: Sequence[Row], ways: Sequence[Way]
) -> tuple[Symbol, ...]:
    entered = {(way.target.row, way.target_lane) for way in ways if way.edge.target not in ENDS}
    own = [
        Symbol(row.step, row.kind, lane, place.row, CENTER, (place.row, lane) in entered)
        for place, row in zip(places, rows, strict=True)
        for lane in place.lanes
    ]
    ends = [
        Symbol("", "selesai", way.target_lane, way.place.row, y, True)
        for way in ways
        for mode, y in (("end", END), ("second-end", SECOND_END))
        if way.mode == mode
    ]
    return tuple(own + ends)
