"""The coarse grid on which ways are searched: lane centres and borders, levels and gaps.

A row has one level for every symbol of an actor that stands below another. In the grid odd `x` are
centres of lanes and even ones the borders between them; odd `y` are the middles of levels, even
ones the gaps above them. Symbols block the nodes that they cover.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ....meaning.graph import Graph, Symbol

Node = tuple[int, int]
# Up, right, down, left.
STEPS: tuple[Node, ...] = ((0, -1), (1, 0), (0, 1), (-1, 0))
UP, RIGHT, DOWN, LEFT = range(4)


@dataclass(frozen=True)
class Tip:
    """Where lines may leave or enter: a node of the symbol, the side, the node beside."""

    inner: Node
    side: int
    outer: Node


@dataclass(frozen=True)
class Grid:
    """Where every symbol stands; `levels` has those of the symbols, `first` those of the rows."""

    flow: Graph
    levels: tuple[int, ...]
    first: tuple[int, ...]

    @cached_property
    def width(self) -> int:
        """The number of columns of the grid."""
        return 2 * len(self.flow.lanes) + 1

    @cached_property
    def height(self) -> int:
        """The number of lines of the grid."""
        return 2 * self.first[-1] + 1

    @cached_property
    def row_of_level(self) -> tuple[int, ...]:
        """The row of every level."""
        return tuple(
            row
            for row in range(len(self.flow.rows))
            for _ in range(self.first[row], self.first[row + 1])
        )

    def row(self, y: int) -> int:
        """The row that a line of the grid is drawn in; gaps belong to the row below."""
        return self.row_of_level[min(y // 2, len(self.row_of_level) - 1)]

    @cached_property
    def blocked(self) -> frozenset[Node]:
        """The nodes under symbols."""
        return frozenset(node for n in range(len(self.levels)) for node in self.covered(n))

    def covered(self, place: int) -> Iterator[Node]:
        """The nodes under one symbol."""
        symbol = self.flow.symbols[place]
        y = 2 * self.levels[place] + 1
        for x in range(2 * symbol.lane + 1, 2 * symbol.last + 2):
            yield x, y

    @cached_property
    def tips(self) -> tuple[tuple[Tip, ...], ...]:
        """The tips of every symbol: left and right, and above and below each lane it covers."""
        return tuple(tuple(self._tips(n)) for n in range(len(self.levels)))

    def _tips(self, place: int) -> Iterator[Tip]:
        symbol = self.flow.symbols[place]
        y = 2 * self.levels[place] + 1
        first, last = 2 * symbol.lane + 1, 2 * symbol.last + 1
        for x in range(first, last + 1, 2):
            yield Tip((x, y), DOWN, (x, y + 1))
            yield Tip((x, y), UP, (x, y - 1))
        yield Tip((first, y), LEFT, (first - 1, y))
        yield Tip((last, y), RIGHT, (last + 1, y))


def grid(flow: Graph) -> Grid:
    """The grid of a flow."""
    levels = [0] * len(flow.symbols)
    first = [0]
    for row in range(len(flow.rows)):
        own = _levels(flow, [n for n, symbol in enumerate(flow.symbols) if symbol.row == row])
        for n, level in own.items():
            levels[n] = first[-1] + level
        first.append(first[-1] + max(own.values(), default=0) + 1)
    return Grid(flow, tuple(levels), tuple(first))


def _levels(flow: Graph, here: list[int]) -> dict[int, int]:
    """The level of each symbol of one row: below what leads to it only where both would overlap."""
    found: dict[int, int] = {}
    for n in _in_order(flow, here):
        symbol = flow.symbols[n]
        before = [e.source for e in flow.edges if e.target == n and e.source in found]
        level = max(
            (found[b] + _overlap(flow.symbols[b], symbol) for b in before),
            default=0,
        )
        while any(
            found[other] == level and _overlap(flow.symbols[other], symbol) for other in found
        ):
            level += 1
        found[n] = level
    return found


def _in_order(flow: Graph, here: list[int]) -> list[int]:
    """The symbols so that those that lead come before those they lead to; rounds as written."""
    waiting, done = list(here), []
    within = [
        (edge.source, edge.target)
        for edge in flow.edges
        if edge.source in here and edge.target in here and not edge.is_headless
    ]
    while waiting:
        free = [
            n
            for n in waiting
            if not any(target == n and source in waiting for source, target in within)
        ]
        n = (free or waiting)[0]
        waiting.remove(n)
        done.append(n)
    return done


def _overlap(one: Symbol, other: Symbol) -> bool:
    return one.lane <= other.last and other.lane <= one.last
