"""In which order ways are searched, and how later ones may make earlier ones better."""

from itertools import permutations

from .board import Board, Route
from .grid import Grid
from .search import search

# With more exits than this every order would take too long; such symbols are rare.
_FEW = 3
_ROUNDS = 2


def route_all(grid: Grid) -> Board:
    """All routes: straight and short ones first, then each again with the others in place."""
    board = Board(grid)
    edges = sorted(range(len(grid.flow.edges)), key=lambda edge: _rank(grid, edge))
    for edge in edges:
        board.put(edge, search(board, edge).route)
    for _ in range(_ROUNDS):
        if not _again(board, edges):
            break
    _try_orders(board)
    _again(board, edges)
    return board


def _rank(grid: Grid, edge: int) -> tuple[bool, int, int]:
    way = grid.flow.edges[edge]
    one, other = grid.flow.symbols[way.source], grid.flow.symbols[way.target]
    down = grid.levels[way.target] - grid.levels[way.source]
    across = max(one.lane - other.last, other.lane - one.last, 0)
    return down < 0, abs(down) * 2 + across * 2 + (across > 0 and down > 0), edge


def _again(board: Board, edges: list[int]) -> bool:
    """Search every way anew; whether any of them changed."""
    changed = False
    for edge in edges:
        old = board.take(edge)
        new = search(board, edge).route
        board.put(edge, new)
        changed |= new != old
    return changed


def _try_orders(board: Board) -> None:
    """For a symbol with two or three ways on, search them in every order and keep the cheapest."""
    for leaving in board.grid.flow.leaving():
        if not 2 <= len(leaving) <= _FEW:
            continue
        before = {edge: board.routes[edge] for edge in leaving}
        best: tuple[int, dict[int, Route]] | None = None
        for order in permutations(leaving):
            for edge in leaving:
                board.take(edge)
            cost = 0
            for edge in order:
                found = search(board, edge)
                cost += found.cost
                board.put(edge, found.route)
            if best is None or cost < best[0]:
                best = cost, {edge: board.routes[edge] for edge in leaving}
        assert best is not None
        for edge in leaving:
            board.take(edge)
        for edge in before:
            board.put(edge, best[1][edge])
