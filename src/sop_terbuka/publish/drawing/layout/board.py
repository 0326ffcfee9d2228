"""The board: the routes found so far, and who uses which piece of the grid."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ....meaning.graph import Edge
from .grid import STEPS, Grid, Node

Piece = tuple[Node, Node]
Route = tuple[Node, ...]


def piece(one: Node, other: Node) -> Piece:
    """The stretch between two neighbouring nodes, whichever way it is walked."""
    return (one, other) if one < other else (other, one)


def direction(one: Node, other: Node) -> int:
    """Which way a step goes."""
    return STEPS.index((other[0] - one[0], other[1] - one[1]))


def is_centre(one: Node, other: Node) -> bool:
    """Whether a stretch runs on a centre line, where only one net may be."""
    return bool(one[0] % 2) if one[0] == other[0] else bool(one[1] % 2)


@dataclass
class Board:
    """All routes by edge; `banned` holds pieces that repair has forbidden to an edge."""

    grid: Grid
    routes: dict[int, Route] = field(default_factory=dict)
    users: dict[Piece, list[int]] = field(default_factory=dict)
    # At every node the edges that pass, with the directions of arriving and leaving.
    passing: dict[Node, dict[int, tuple[int, int]]] = field(default_factory=dict)
    banned: dict[int, set[Piece]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        flow = self.grid.flow
        self._at: list[list[int]] = [[] for _ in flow.symbols]
        for n, edge in enumerate(flow.edges):
            self._at[edge.source].append(n)
            self._at[edge.target].append(n)
        self._shares = [self._may_share(edge) for edge in flow.edges]

    def put(self, edge: int, route: Route) -> None:
        """Enter a route."""
        self.routes[edge] = route
        for one, other in pairwise(route):
            self.users.setdefault(piece(one, other), []).append(edge)
        for before, node, after in zip(route, route[1:], route[2:], strict=False):
            turn = direction(before, node), direction(node, after)
            self.passing.setdefault(node, {})[edge] = turn

    def take(self, edge: int) -> Route:
        """Take a route off the board."""
        route = self.routes.pop(edge)
        for one, other in pairwise(route):
            self.users[piece(one, other)].remove(edge)
        for node in route[1:-1]:
            del self.passing[node][edge]
        return route

    def _may_share(self, edge: Edge) -> tuple[bool, bool]:
        """Whether it may share its first and its last part with others of its kind."""
        is_plain = not (edge.is_both or edge.is_headless)
        return (
            (is_plain and not edge.answer) or self._is_crowded(edge.source),
            is_plain or self._is_crowded(edge.target),
        )

    def may_share(self, one: int, other: int, is_fork: bool, is_join: bool) -> bool:
        """Whether two edges may lie on one line: both from one symbol, or both into one."""
        return self._alike(one, other) and (
            (is_fork and self._shares[one][0] and self._shares[other][0])
            or (is_join and self._shares[one][1] and self._shares[other][1])
        )

    def _is_crowded(self, place: int) -> bool:
        """Whether a symbol has more ways than its four sides can keep apart."""
        special = plain_out = plain_in = answers = 0
        for edge in (self.grid.flow.edges[n] for n in self._at[place]):
            if edge.is_both or edge.is_headless:
                special += 1
            elif edge.target == place:
                plain_in = 1
            elif edge.answer:
                answers += 1
            else:
                plain_out = 1
        return special + answers + plain_out + plain_in > 4

    def spares_tip(self, edge: int, place: int) -> bool:
        """Whether a symbol keeps enough free sides for its other ways if this one takes one."""
        free = sum(not self.users.get(piece(tip.inner, tip.outer)) for tip in self.grid.tips[place])
        own = self._claim(edge, place)
        has_side = {self._claim(n, place) for n in self._at[place] if n in self.routes}
        waiting = {self._claim(n, place) for n in self._at[place]} - has_side - {own}
        return own not in has_side or free > len(waiting)

    def _claim(self, edge: int, place: int) -> int:
        """Ways with the same claim can share a side: all plain ones in, or all plain ones out."""
        is_end = self.grid.flow.edges[edge].target == place
        return (-1 - is_end) if self._shares[edge][is_end] else edge

    def _alike(self, one: int, other: int) -> bool:
        a, b = self.grid.flow.edges[one], self.grid.flow.edges[other]
        return (a.is_headless, a.is_both) == (b.is_headless, b.is_both)

    def joins(self, edge: int) -> Iterator[tuple[Node, int, Route]]:
        """Where a route may end by running into another one to the same target.

        The node, the direction by which the other one comes there, and its rest.
        """
        flow = self.grid.flow
        target, banned = flow.edges[edge].target, self.banned.get(edge, set())
        if not self._shares[edge][1]:
            return
        for other in sorted(self.routes):
            if flow.edges[other].target != target or not self._shares[other][1]:
                continue
            if not self._alike(edge, other):
                continue
            route = self.routes[other]
            for n in range(len(route) - 2, 0, -1):
                part = piece(route[n], route[n + 1])
                if any(flow.edges[user].target != target for user in self.users[part]):
                    break
                if part in banned:
                    break
                yield route[n], direction(route[n - 1], route[n]), route[n:]

    def forks(self, edge: int) -> Iterator[tuple[Node, int, Route]]:
        """Where a route may begin by leaving another one from the same source.

        The node, the direction by which the other one goes on, and its beginning.
        """
        flow = self.grid.flow
        source, banned = flow.edges[edge].source, self.banned.get(edge, set())
        if not self._shares[edge][0]:
            return
        for other in sorted(self.routes):
            if flow.edges[other].source != source or not self._shares[other][0]:
                continue
            if not self._alike(edge, other):
                continue
            route = self.routes[other]
            for n in range(1, len(route) - 1):
                part = piece(route[n - 1], route[n])
                if any(flow.edges[user].source != source for user in self.users[part]):
                    break
                if part in banned:
                    break
                yield route[n], direction(route[n], route[n + 1]), route[: n + 1]
