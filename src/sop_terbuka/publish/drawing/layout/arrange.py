"""The layout of a flow: routes, tracks, repair, then everything at its place."""

import textwrap
from functools import lru_cache

from ....meaning.graph import Graph, Symbol
from .board import Board
from .check import ban, faults
from .grid import Grid, grid
from .label import labels, text_width
from .order import route_all
from .parts import Arrow, Head, Layout, Placed
from .place import Places, is_dashed, side_of
from .search import search
from .stroke import strokes
from .track import Tracks

# By number of lanes: how wide, in px, the style sheet makes them where it shows labels.
LANE_WIDTHS = {1: 229.0, 2: 114.0, 3: 76.0, 4: 59.0, 5: 50.0, 6: 41.0}
LANE_WIDTH = 38.0
_REPAIRS = 9
# Room for words inside a box and a diamond, set in 8 px letters.
_INSIDE, _INSIDE_DECISION, _SCALE = 32.0, 22.0, 8 / 11


@lru_cache(maxsize=256)
def arrange(flow: Graph, lane_width: float | None = None) -> Layout:
    """The drawing of a flow; labels fit when lanes are `lane_width` units wide or wider."""
    lanes = len(flow.lanes)
    width = lane_width or LANE_WIDTHS.get(lanes, LANE_WIDTH)
    places = _routed(flow)
    board = places.board
    symbols = tuple(_placed(n, symbol, places, board.grid) for n, symbol in enumerate(flow.symbols))
    arrows = tuple(
        Arrow(n, places.points(n), is_dashed(flow, board.grid, edge))
        for n, edge in enumerate(flow.edges)
    )
    return Layout(
        flow,
        places.heights.rows,
        symbols,
        arrows,
        _heads(board, arrows),
        strokes(arrows, len(flow.rows)),
        labels(
            [edge.answer for edge in flow.edges], symbols, arrows, places.heights.rows, width, lanes
        ),
        width,
    )


@lru_cache(maxsize=256)
def _routed(flow: Graph) -> Places:
    """The routes and tracks; what lies on one another is moved until nothing does."""
    board = route_all(grid(flow))
    best = places = Places(board, Tracks(board))
    found = fewest = list(faults(places))
    routes = dict(board.routes)
    for attempt in range(_REPAIRS):
        if not found:
            break
        for pair in found:
            if all(line.edge in board.routes for line in pair):
                for edge in sorted(ban(board, pair, is_longer=attempt % 3 != 2)):
                    board.take(edge)
        for edge in range(len(flow.edges)):
            if edge not in board.routes:
                board.put(edge, search(board, edge).route)
        places = Places(board, Tracks(board))
        found = list(faults(places))
        if len(found) < len(fewest):
            best, fewest, routes = places, found, dict(board.routes)
    if best is not places:
        board = Board(board.grid)
        for edge, route in sorted(routes.items()):
            board.put(edge, route)
        best = Places(board, Tracks(board))
    return best


def _placed(n: int, symbol: Symbol, places: Places, made: Grid) -> Placed:
    return Placed(
        n,
        symbol.lane + 0.5,
        symbol.last + 0.5,
        symbol.row,
        places.heights.middle[made.levels[n]],
        symbol.kind,
        _inside(symbol),
    )


def _inside(symbol: Symbol) -> tuple[str, ...]:
    """The words that have room inside the symbol; longer ones are left to the row's words."""
    words = " ".join(symbol.text.split())
    room = _INSIDE_DECISION if symbol.kind == "keputusan" else _INSIDE
    if not words:
        return ()
    if symbol.last > symbol.lane:
        return (words,) if len(words) <= 12 else ()
    for lines in ((words,), tuple(textwrap.wrap(words, 7, break_long_words=False))):
        limit = 1 if symbol.kind == "keputusan" else 2
        if len(lines) <= limit and all(text_width(line) * _SCALE <= room for line in lines):
            return lines
    return ()


def _heads(board: Board, arrows: tuple[Arrow, ...]) -> tuple[Head, ...]:
    flow = board.grid.flow
    found: set[tuple[int, float, int]] = set()
    for arrow in arrows:
        edge = flow.edges[arrow.edge]
        if not edge.is_headless:
            found.add((edge.target, arrow.points[-1].x, side_of(board, arrow.edge, is_end=True)))
        if edge.is_both:
            found.add((edge.source, arrow.points[0].x, side_of(board, arrow.edge, is_end=False)))
    return tuple(Head(*head) for head in sorted(found))
