"""The cheapest way for one edge over the grid, given the ways that are there already."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from . import price
from .board import Board, Route, is_centre, piece
from .grid import DOWN, LEFT, RIGHT, STEPS, UP, Node, Tip

_State = tuple[Node, int]
_NEVER = 1 << 60
_NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Found:
    """A route and what it costs."""

    cost: int
    route: Route


@dataclass(frozen=True)
class _Goal:
    """An end of the search: how to go on from a node, what that costs, the nodes that follow."""

    cost: int
    leave: int
    forbidden: int
    rest: Route


def search(board: Board, edge: int) -> Found:
    """The cheapest route of an edge; there is always one, if need be on lines that are taken."""
    return _Search(board, edge).run()


class _Search:
    """The search for one edge."""

    def __init__(self, board: Board, edge: int) -> None:
        self.board, self.grid = board, board.grid
        self.edge = edge
        flow = board.grid.flow
        self.way = flow.edges[edge]
        self.source, self.target = flow.symbols[self.way.source], flow.symbols[self.way.target]
        levels = self.grid.levels
        self.from_y = 2 * levels[self.way.source] + 1
        self.to_y = 2 * levels[self.way.target] + 1
        self.to_x = (2 * self.target.lane + 1, 2 * self.target.last + 1)
        self.banned = board.banned.get(edge, set())
        self.own_rows = {self.source.row, self.target.row}
        edges = flow.edges
        self.mates = frozenset(n for n, e in enumerate(edges) if e.target == self.way.target)
        self.siblings = frozenset(n for n, e in enumerate(edges) if e.source == self.way.source)
        self.goals: dict[Node, list[_Goal]] = {}
        self.joinable = False

    def run(self) -> Found:
        """The whole search; sharing is given up where it would lead in a circle."""
        return self._run(is_sharing=True) or self._run(is_sharing=False) or self._nowhere()

    @staticmethod
    def _nowhere() -> Found:
        raise AssertionError("the grid is connected around its symbols")

    def _run(self, is_sharing: bool) -> Found | None:
        self.goals.clear()
        for node, goal in self._goals(is_sharing):
            self.goals.setdefault(node, []).append(goal)
        heap: list[tuple[int, int, Node, int]] = []
        best: dict[_State, int] = {}
        before: dict[_State, _State] = {}
        starts: dict[_State, Route] = {}
        for cost, node, way, start in self._starts(is_sharing):
            state = (node, way)
            if cost < best.get(state, _NEVER):
                best[state], starts[state] = cost, start
                heappush(heap, (cost + self._left(node), cost, node, way))
        ended: Found | None = None
        while heap:
            total, cost, node, way = heappop(heap)
            if ended and total >= ended.cost:
                break
            state = (node, way)
            if cost > best[state]:
                continue
            for spent, rest in self._ends(cost, state):
                if ended is None or spent < ended.cost:
                    route = (*_walked(state, before, starts), *rest[1:])
                    if len(set(route)) == len(route):
                        ended = Found(spent, route)
            for turn, (dx, dy) in enumerate(STEPS):
                following = (node[0] + dx, node[1] + dy)
                step = None if turn == (way + 2) % 4 else self._step(node, way, turn, following)
                if step is None:
                    continue
                after, spent = (following, turn), cost + step
                if spent < best.get(after, _NEVER):
                    best[after], before[after] = spent, state
                    starts.pop(after, None)
                    heappush(heap, (spent + self._left(following), spent, following, turn))
        return ended

    def _ends(self, cost: int, state: _State) -> Iterator[tuple[int, Route]]:
        """What the whole way costs by each goal at this state."""
        node, way = state
        for goal in self.goals.get(node, ()):
            if way not in (goal.forbidden, (goal.leave + 2) % 4):
                bend = price.BEND if way != goal.leave else 0
                yield (
                    cost + goal.cost + bend + self._at(node, way, goal.leave, self.mates),
                    goal.rest,
                )

    def _left(self, node: Node) -> int:
        """Never more than what the rest of the way costs."""
        first, last = self.to_x
        across = max(first - node[0], node[0] - last, 0)
        far = across * price.HALF_LANE + abs(node[1] - self.to_y) * price.HALF_ROW
        return far * price.JOIN_SHARE // 100 if self.joinable else far

    def _starts(self, is_sharing: bool) -> Iterator[tuple[int, Node, int, Route]]:
        is_upward = self.to_y < self.from_y
        for tip in self.grid.tips[self.way.source]:
            cost = self._tip(tip, self.way.source)
            if tip.side == UP:
                cost += price.LEAVE_TOP
            elif tip.side == DOWN and is_upward:
                cost += price.LEAVE_BOTTOM_UPWARD
            elif self.way.answer and tip.outer[0] in (0, self.grid.width - 1):
                cost += price.LABEL_OUTWARD
            yield cost, tip.outer, tip.side, (tip.inner, tip.outer)
        for node, onward, route in self.board.forks(self.edge) if is_sharing else ():
            way = STEPS.index((node[0] - route[-2][0], node[1] - route[-2][1]))
            shared = price.FORK + _length(route) * price.FORK_SHARE // 100
            for turn, (dx, dy) in enumerate(STEPS):
                if turn in (onward, (way + 2) % 4):
                    continue
                following = (node[0] + dx, node[1] + dy)
                step = self._step(node, way, turn, following, self.siblings)
                if step is not None:
                    yield shared + step, following, turn, (*route, following)

    def _goals(self, is_sharing: bool) -> Iterator[tuple[Node, _Goal]]:
        is_same_row = self.source.row == self.target.row
        for tip in self.grid.tips[self.way.target]:
            cost = self._tip(tip, self.way.target)
            if tip.side in (LEFT, RIGHT) and not is_same_row:
                is_decision = self.target.kind == "keputusan"
                cost += price.ENTER_DECISION_SIDE if is_decision else price.ENTER_SIDE
            elif tip.side == DOWN:
                is_below = self.from_y > self.to_y
                cost += price.ENTER_BOTTOM_FROM_BELOW if is_below else price.ENTER_BOTTOM
            yield tip.outer, _Goal(cost, (tip.side + 2) % 4, -1, (tip.outer, tip.inner))
        for node, arriving, rest in self.board.joins(self.edge) if is_sharing else ():
            is_open = node[0] % 2 and node[1] % 2
            if is_open and any(
                self.grid.flow.edges[other].target != self.way.target
                for other in self.board.passing.get(node, ())
            ):
                continue
            self.joinable = True
            leave = STEPS.index((rest[1][0] - node[0], rest[1][1] - node[1]))
            cost = price.JOIN + _length(rest) * price.JOIN_SHARE // 100
            yield node, _Goal(cost, leave, arriving, rest)

    def _tip(self, tip: Tip, place: int) -> int:
        """The stretch beside a symbol: never shared by chance, and left to who needs it more."""
        stretch = piece(tip.inner, tip.outer)
        cost = price.HALF_ROW if tip.side in (UP, DOWN) else price.HALF_LANE
        if self.board.users.get(stretch):
            cost += 2 * price.TAKEN
        elif not self.board.spares_tip(self.edge, place):
            cost += price.TAKEN
        return cost + (price.BANNED if stretch in self.banned else 0)

    def _step(
        self, node: Node, way: int, turn: int, following: Node, ours: frozenset[int] = _NOBODY
    ) -> int | None:
        """What a step costs, or nothing where no step is possible."""
        grid = self.grid
        x, y = following
        if not (0 <= x < grid.width and 0 <= y < grid.height) or following in grid.blocked:
            return None
        is_level = turn in (RIGHT, LEFT)
        cost = price.HALF_LANE if is_level else price.HALF_ROW
        if turn != way:
            cost += price.BEND
        if is_level and y % 2 and grid.row(y) not in self.own_rows:
            cost += price.OTHER_ROW
        stretch = piece(node, following)
        if stretch in self.banned:
            cost += price.BANNED
        if users := self.board.users.get(stretch):
            if is_centre(node, following):
                cost += price.TAKEN
            elif not is_level and len(users) >= (1 if x in (0, grid.width - 1) else 3):
                cost += price.FULL_GUTTER
        return cost + self._at(node, way, turn, ours)

    def _at(self, node: Node, way: int, turn: int, ours: frozenset[int]) -> int:
        """What meeting others at a node costs; those whose line is joined or left there do not."""
        others = self.board.passing.get(node)
        if not others:
            return 0
        x, y = node[0] % 2, node[1] % 2
        is_straight = way == turn
        cost = 0
        for other, (came, goes) in others.items():
            if other in ours:
                continue
            is_other_straight = came == goes
            if is_straight and is_other_straight:
                if (came - way) % 2:
                    cost += price.CROSSING
            elif x and y:
                cost += price.TAKEN
            elif x != y and not is_straight and not is_other_straight:
                # On the centre line each holds one half: from opposite sides they look like one.
                mine, theirs = _half(way, turn, bool(x)), _half(came, goes, bool(x))
                if mine != theirs:
                    cost += price.HEAD_ON_VERTICAL if x else price.HEAD_ON_LEVEL
        return cost


def _walked(state: _State, before: dict[_State, _State], starts: dict[_State, Route]) -> Route:
    """The nodes by which a state was reached."""
    nodes = [state[0]]
    while state not in starts:
        state = before[state]
        nodes.append(state[0])
    return (*starts[state][:-1], *reversed(nodes))


def _half(came: int, goes: int, is_vertical: bool) -> int:
    """On which side of a node a bend uses the vertical line, or the level one."""
    return goes if (goes in (UP, DOWN)) == is_vertical else (came + 2) % 4


def _length(route: Route) -> int:
    return sum(
        price.HALF_ROW if one[0] == other[0] else price.HALF_LANE for one, other in pairwise(route)
    )
