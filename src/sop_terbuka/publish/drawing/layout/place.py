"""From the grid to places: heights of rows and levels, tracks, and the corners of every arrow."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from ....meaning.graph import Edge, Graph
from .board import Board
from .grid import DOWN, Grid
from .parts import TRACK, TRACK_ROOM, TRACK_ROOM_OUTER, Point
from .track import Run, Strand, Tracks, runs

# Tracks stand in the top of a row; a symbol stands beside the first line of its row's text.
_FIRST_TRACK, _TRACK_STEP, _UNDER_TRACK = 6.0, 6.0, 22.0
# From one level of a row to the next, and what a label below a symbol needs.
_LEVEL, _BELOW, _LABEL = 46.0, 24.0, 14.0
# Below the last symbol of a row.
_FOOT = 36.0
_HEIGHT_STEP = 8.0


@dataclass(frozen=True)
class Heights:
    """Of every level its middle, of every gap its first track (in units of their rows)."""

    grid: Grid
    middle: tuple[float, ...]
    track: tuple[float, ...]
    rows: tuple[float, ...]


def heights(board: Board, tracks: Tracks) -> Heights:
    """How tall everything is: rows grow with their levels, their tracks and their labels."""
    grid = board.grid
    count = dict.fromkeys(range(len(grid.row_of_level) + 1), 0)
    for (is_vertical, line), strands in tracks.gutters.items():
        if not is_vertical:
            count[line // 2] = max(strand.of for strand in strands)
    labelled = _labelled(board)
    middle: list[float] = []
    first: list[float] = []
    rows: list[float] = []
    for row in range(len(grid.flow.rows)):
        for level in range(grid.first[row], grid.first[row + 1]):
            more = max(count[level] - 1, 0) * _TRACK_STEP
            if level == grid.first[row]:
                first.append(_FIRST_TRACK)
                middle.append(_FIRST_TRACK + more + _UNDER_TRACK)
            else:
                room = _LABEL if level - 1 in labelled else 0.0
                first.append(middle[-1] + _BELOW + room)
                middle.append(middle[-1] + _LEVEL + room + more)
        foot = middle[-1] + _FOOT + (_LABEL if grid.first[row + 1] - 1 in labelled else 0.0)
        rows.append(foot)
    last = count[len(grid.row_of_level)]
    if rows:
        first.append(rows[-1] - 2.0)
        rows[-1] += last * _TRACK_STEP
    # The page has a style for each height, so there are not too many of them.
    rows = [ceil(row / _HEIGHT_STEP) * _HEIGHT_STEP for row in rows]
    return Heights(grid, tuple(middle), tuple(first), tuple(rows))


def _labelled(board: Board) -> set[int]:
    """The levels of symbols with an answer on an arrow that leaves them."""
    flow = board.grid.flow
    return {board.grid.levels[edge.source] for edge in flow.edges if edge.answer}


class Places:
    """Where the nodes of routes are drawn."""

    def __init__(self, board: Board, tracks: Tracks) -> None:
        self.board, self.grid = board, board.grid
        self.tracks = tracks
        self.heights = heights(board, tracks)

    def points(self, edge: int) -> tuple[Point, ...]:
        """The corners of an arrow, from the middle of one symbol to the middle of the other."""
        return tuple(self._points(edge))

    def _points(self, edge: int) -> Iterator[Point]:
        route = self.board.routes[edge]
        own = list(runs(route, edge))
        for n, run in enumerate(own):
            before = own[n - 1] if n else None
            yield self._corner(route[run.start], before, run)
        yield self._corner(route[-1], own[-1], None)

    def _corner(self, node: tuple[int, int], before: Run | None, after: Run | None) -> Point:
        x, row, y = node[0] / 2, self.grid.row(node[1]), 0.0
        strands = [self.tracks.of(run) if run else None for run in (before, after)]
        for strand in strands:
            if strand and strand.gutter[0]:
                x = self._x(strand)
        level = next((s for s in strands if s and not s.gutter[0]), None)
        if level:
            y = self.heights.track[node[1] // 2] + level.track * _TRACK_STEP
        else:
            y = self.heights.middle[node[1] // 2]
        return Point(round(x, 4), row, y)

    def _x(self, strand: Strand) -> float:
        border, lanes = strand.gutter[1] / 2, len(self.grid.flow.lanes)
        if border in (0, lanes):
            step = min(TRACK, TRACK_ROOM_OUTER / max(strand.of - 1, 1))
            inward = (
                0.02 + strand.track * step
                if border == 0
                else 0.02 + (strand.of - 1 - strand.track) * step
            )
            return border + inward if border == 0 else border - inward
        step = min(TRACK, TRACK_ROOM / max(strand.of - 1, 1))
        return border + (strand.track - (strand.of - 1) / 2) * step


def is_dashed(flow: Graph, grid: Grid, edge: Edge) -> bool:
    """Whether an arrow is drawn as a refusal or a return: answered Tidak, or leading back up."""
    if edge.is_headless or edge.is_both:
        return False
    if edge.branch != "lanjut":
        return edge.branch == "tidak"
    one, other = flow.symbols[edge.source], flow.symbols[edge.target]
    return other.row < one.row


def side_of(board: Board, edge: int, is_end: bool) -> int:
    """The side of its symbol where an arrow ends (or starts): 0 above, 1 right, 2 below, 3 left."""
    route = board.routes[edge]
    inner, outer = (route[-1], route[-2]) if is_end else (route[0], route[1])
    if inner[0] == outer[0]:
        return DOWN if outer[1] > inner[1] else 0
    return 1 if outer[0] > inner[0] else 3
