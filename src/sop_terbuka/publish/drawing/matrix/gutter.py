"""Which border between two lanes a long arrow runs in, and where beside that border."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .parts import CENTER, ENTRY, GUTTER, MARGIN, OUTER
from .way import Way

# What a way costs: its length in lanes, plus these. Found by looking at drawings.
CROSSING = 0.6
NEIGHBOUR = 0.4
FORCED_UNDER = 0.8
JOINED = -0.5


@dataclass
class _Board:
    """What stands already: level lines as (row, y, left, right), upright ones by gutter."""

    level: list[tuple[int, float, float, float]] = field(default_factory=list)
    upright: dict[int, list[Way]] = field(default_factory=dict)

    def add(self, way: Way) -> None:
        row, source, target = way.place.row, way.source_lane + 0.5, way.target_lane + 0.5
        if way.mode == "side":
            self._add_level(row, CENTER, source, target)
        elif way.mode == "gutter":
            self._add_level(row, CENTER, source, way.gutter)
            self._add_level(way.target.row, ENTRY, target, way.gutter)
        if way.mode in ("gutter", "around", "second-end"):
            self.upright.setdefault(way.gutter, []).append(way)

    def _add_level(self, row: int, y: float, x1: float, x2: float) -> None:
        self.level.append((row, y, min(x1, x2), max(x1, x2)))

    def crossings(self, way: Way, gutter: int, lane: int) -> int:
        """How many lines a way through the gutter would cross."""
        start, end = (way.place.row, CENTER), (way.target.row, ENTRY)
        first, last = min(start, end), max(start, end)
        found = sum(
            1
            for row, y, left, right in self.level
            if left < gutter < right and first < (row, y) < last
        )
        source = way.place.lanes[0] if gutter <= way.place.lanes[0] else way.place.lanes[-1]
        for row, x in ((way.place.row, source + 0.5), (way.target.row, lane + 0.5)):
            left, right = sorted((x, float(gutter)))
            found += sum(
                1
                for other, ways in self.upright.items()
                if left < other < right
                for standing in ways
                if standing.rows[0] <= row <= standing.rows[1]
            )
        return found


def choose_gutters(ways: Sequence[Way], lanes: int) -> None:
    """Give every way that needs a gutter the cheapest one."""
    board = _Board()
    siblings: dict[int, list[Way]] = {}
    for way in ways:
        siblings.setdefault(way.place.row, []).append(way)
        if way.mode != "gutter":
            board.add(way)
    waiting = [way for way in ways if way.mode == "gutter"]
    # Short ways first: a long one has more room to give way.
    waiting.sort(key=lambda way: (way.rows[1] - way.rows[0], way.place.row, way.edge.branch))
    for way in waiting:
        others = [other for other in siblings[way.place.row] if other is not way]
        options = [
            (cost, gutter, lane)
            for gutter in range(lanes + 1)
            for cost, lane in _costs(way, gutter, others, board)
        ]
        _, gutter, way.target_lane = min(options)
        way.leave_by(gutter)
        for other in others:
            if other.mode == "side" and other.side == way.side:
                other.mode, other.side = "under", 0
        board.add(way)


def _costs(
    way: Way, gutter: int, others: Sequence[Way], board: _Board
) -> Iterator[tuple[float, int]]:
    if way.place.lanes[0] < gutter <= way.place.lanes[-1]:
        return
    side = -1 if gutter <= way.place.lanes[0] else 1
    cost = 0.0
    for other in others:
        if other.side == side and other.mode == "side":
            cost += FORCED_UNDER
        elif other.side == side:
            return
    lane = min(way.target.lanes, key=lambda lane: (abs(lane + 0.5 - gutter), lane))
    source = way.place.lanes[0] if side < 0 else way.place.lanes[-1]
    cost += abs(source + 0.5 - gutter) + abs(lane + 0.5 - gutter)
    cost += CROSSING * board.crossings(way, gutter, lane)
    standing = board.upright.get(gutter, ())
    if any(other.trunk == way.trunk for other in standing):
        cost += JOINED
    first, last = way.rows
    cost += NEIGHBOUR * sum(
        1
        for other in standing
        if other.trunk != way.trunk and other.rows[0] <= last and first <= other.rows[1]
    )
    yield cost, lane


def set_tracks(ways: Sequence[Way], lanes: int) -> None:
    """Give ways that would lie on one another in a gutter tracks of their own."""
    by_gutter: dict[int, list[Way]] = {}
    for way in ways:
        if way.mode in ("gutter", "around", "second-end"):
            by_gutter.setdefault(way.gutter, []).append(way)
    for gutter, inside in by_gutter.items():
        tracks = _tracks(inside)
        count = max(tracks.values()) + 1
        for way in inside:
            way.x = gutter + _offset(tracks[way.trunk], count, gutter, lanes)


def _tracks(ways: Sequence[Way]) -> dict[tuple[int, bool, bool], int]:
    spans: dict[tuple[int, bool, bool], tuple[int, int]] = {}
    for way in ways:
        first, last = way.rows
        low, high = spans.get(way.trunk, (first, last))
        spans[way.trunk] = (min(low, first), max(high, last))
    last_rows: list[int] = []
    tracks: dict[tuple[int, bool, bool], int] = {}
    for trunk, (first, last) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        free = [n for n, row in enumerate(last_rows) if row < first]
        if free:
            tracks[trunk] = free[0]
            last_rows[free[0]] = last
        else:
            tracks[trunk] = len(last_rows)
            last_rows.append(last)
    return tracks


def _offset(track: int, count: int, gutter: int, lanes: int) -> float:
    """How far beside the border line a track runs; outermost ones stay inside the matrix."""
    if gutter in (0, lanes):
        step = min(0.05, (OUTER - MARGIN) / max(count - 1, 1))
        distance = (OUTER + MARGIN) / 2 + step * (track - (count - 1) / 2)
        return round(distance if gutter == 0 else -distance, 4)
    step = min(0.08, 2 * GUTTER / max(count - 1, 1))
    return round(step * (track - (count - 1) / 2), 4)
