"""Looks at a drawing as a reader would: lines on one another, and corners that touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import copysign

from .board import Board, piece
from .place import Places
from .track import runs

_HAIR = 0.01


@dataclass(frozen=True)
class Line:
    """One straight piece of an arrow; a level one has one `y`, an upright one one `x`."""

    edge: int
    run: int
    is_vertical: bool
    at: float
    low: float
    high: float


def lines(places: Places) -> list[Line]:
    """All straight pieces of all arrows; `x` in lanes, `y` in units from the top."""
    tops = list(accumulate(places.heights.rows, initial=0.0))
    found = []
    for edge in sorted(places.board.routes):
        points = [(p.x, tops[p.row] + p.y) for p in places.points(edge)]
        # What lies under a symbol is never seen: arrows meet there by right.
        points[0] = _toward(points[0], points[1])
        points[-1] = _toward(points[-1], points[-2])
        for n, (one, other) in enumerate(pairwise(points)):
            is_vertical = one[0] == other[0]
            axis = 1 if is_vertical else 0
            low, high = sorted((one[axis], other[axis]))
            found.append(Line(edge, n, is_vertical, round(one[1 - axis], 3), low, high))
    return found


def _toward(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    x, y = (b - a for a, b in zip(one, other, strict=True))
    return one[0] + (x and copysign(0.2, x)), one[1] + (y and copysign(8.0, y))


def faults(places: Places) -> Iterator[tuple[Line, Line]]:
    """Pieces of different nets that lie on one another, or touch with an end."""
    by_line: dict[tuple[bool, float], list[Line]] = {}
    every = lines(places)
    for line in every:
        by_line.setdefault((line.is_vertical, line.at), []).append(line)
    for here in by_line.values():
        here.sort(key=lambda line: (line.low, line.high, line.edge))
        for n, one in enumerate(here):
            for other in here[n + 1 :]:
                if other.low > one.high + _HAIR:
                    break
                if not _is_net(places.board, one.edge, other.edge):
                    yield one, other
    upright = sorted((line for line in every if line.is_vertical), key=lambda line: line.at)
    for one in every:
        if one.is_vertical:
            continue
        for other in upright:
            if other.at > one.high + _HAIR:
                break
            if other.at < one.low - _HAIR or not (
                other.low - _HAIR <= one.at <= other.high + _HAIR
            ):
                continue
            is_end = (
                min(abs(other.at - one.low), abs(other.at - one.high)) < _HAIR
                or min(abs(one.at - other.low), abs(one.at - other.high)) < _HAIR
            )
            if is_end and not _is_net(places.board, one.edge, other.edge):
                yield one, other


def _is_net(board: Board, one: int, other: int) -> bool:
    """Whether two arrows may share a line: into one target, or out of one source."""
    if one == other:
        return True
    a, b = board.grid.flow.edges[one], board.grid.flow.edges[other]
    return board.may_share(one, other, a.source == b.source, a.target == b.target)


def ban(board: Board, pair: tuple[Line, Line], is_longer: bool) -> set[int]:
    """Forbid the shared place to one of two arrows, the longer or the other; who must move."""
    mover, other = sorted(pair, key=lambda line: (-len(board.routes[line.edge]), line.edge))
    if not is_longer:
        mover, other = other, mover
    route, met = board.routes[mover.edge], set(board.routes[other.edge])
    run = list(runs(route, mover.edge))[mover.run]
    pieces = {
        piece(route[n], route[n + 1])
        for n in range(run.start, run.end)
        if route[n] in met or route[n + 1] in met
    }
    # Whoever shares the line would stay in the other's way.
    movers = {edge for part in pieces for edge in board.users[part]} - {other.edge}
    for edge in movers:
        board.banned.setdefault(edge, set()).update(pieces)
    return movers
