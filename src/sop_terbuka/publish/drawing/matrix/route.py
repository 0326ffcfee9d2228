"""The way of every arrow: where it leaves, between which lanes it runs, where it enters.

Vertical lines stand in a lane's centre only between two neighbouring rows; every longer one runs
in a gutter, the border between two lanes, where no symbol is. Each height in a row (CENTER, ENTRY,
UNDER, AROUND) belongs to that row's own step, so two arrows share a line only into one target.
"""

from collections.abc import Iterator, Mapping, Sequence

from ....meaning.flow import ENDS, Edge
from .gutter import choose_gutters, set_tracks
from .way import Mode, Place, Side, Way


def route(
    places: Sequence[Place],
    exits: Mapping[int, Sequence[Edge]],
    rows: Mapping[str, int],
    lanes: int,
) -> list[Way]:
    """The ways of all edges; `exits` are the drawn edges by row, `rows` the rows by step id."""
    ways = [
        way
        for place in places
        for way in _leave(place, exits.get(place.row, ()), places, rows, lanes)
    ]
    choose_gutters(ways, lanes)
    set_tracks(ways, lanes)
    return ways


def _leave(
    place: Place,
    edges: Sequence[Edge],
    places: Sequence[Place],
    rows: Mapping[str, int],
    lanes: int,
) -> Iterator[Way]:
    has_end = any(edge.target in ENDS for edge in edges)
    is_next_taken = is_end_taken = False
    for edge in edges:
        if edge.target in ENDS:
            yield (
                _around(edge, "second-end", place, lanes)
                if is_end_taken
                else Way(edge, "end", place, place, source_lane=place.main, target_lane=place.main)
            )
            is_end_taken = True
            continue
        target = places[rows[edge.target]]
        if target.row == place.row + 1 and not is_next_taken:
            is_next_taken = True
            yield _next(edge, place, target, lanes, has_end)
        else:
            yield Way(edge, "gutter", place, target)


def _next(edge: Edge, place: Place, target: Place, lanes: int, has_end: bool) -> Way:
    source, lane = min(
        ((s, t) for s in place.lanes for t in target.lanes),
        key=lambda pair: (
            abs(pair[0] - pair[1]),
            pair[1] != target.main,
            pair[0] != place.main,
            pair,
        ),
    )
    if place.lanes[0] <= lane <= place.lanes[-1]:
        if has_end and lane == place.main:
            # The capsule of the other branch stands below the symbol.
            way = _around(edge, "around", place, lanes)
            way.target, way.target_lane = target, lane
            return way
        return Way(edge, "down", place, target, source_lane=lane, target_lane=lane)
    side: Side = 1 if lane > source else -1
    return Way(edge, "side", place, target, side, source, lane)


def _around(edge: Edge, mode: Mode, place: Place, lanes: int) -> Way:
    side: Side = -1 if place.lanes[-1] == lanes - 1 and lanes > 1 else 1
    way = Way(edge, mode, place, place, target_lane=place.main)
    way.leave_by(place.lanes[0] if side < 0 else place.lanes[-1] + 1)
    return way
