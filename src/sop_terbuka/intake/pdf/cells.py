"""Cells of a page by flood fill over the lattice of all its rules."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .edges import Edge, Span, covered, rules
from .geometry import Box, Point


@dataclass(frozen=True)
class Cell:
    """A ruled-off area; `box` is the smallest rectangle around it."""

    index: int
    box: Box


class Grid:
    """The lattice of a page's rules and the cells it makes.

    Two neighbouring meshes are one cell where less than half of their border is ruled: merged
    cells and stray lines then need no rule of their own.
    """

    def __init__(self, pieces: Sequence[Edge]) -> None:
        """Lay the lattice and fill it."""
        self.level = rules(edge for edge in pieces if edge.level)
        self.upright = rules(edge for edge in pieces if not edge.level)
        self.ys = [at for at, _ in self.level]
        self.xs = [at for at, _ in self.upright]
        self._of: dict[tuple[int, int], int] = {}
        self.cells: list[Cell] = []
        if len(self.xs) > 1 and len(self.ys) > 1:
            self._fill()

    def at(self, point: Point) -> Cell | None:
        """The cell a point lies in."""
        i, j = bisect_right(self.xs, point[0]) - 1, bisect_right(self.ys, point[1]) - 1
        index = self._of.get((i, j))
        return None if index is None else self.cells[index]

    def level_at(self, y: float, x0: float, x1: float, near: float = 2.0) -> float:
        """Share of the stretch x0..x1 that is ruled at height y."""
        spans: list[Span] = [
            span for at, pieces in self.level if abs(at - y) <= near for span in pieces
        ]
        return covered(_union(spans), x0, x1)

    def upright_at(self, x: float, top: float, bottom: float, near: float = 2.0) -> float:
        """Share of the stretch top..bottom that is ruled at x."""
        spans: list[Span] = [
            span for at, pieces in self.upright if abs(at - x) <= near for span in pieces
        ]
        return covered(_union(spans), top, bottom)

    def _fill(self) -> None:
        columns, lines = len(self.xs) - 1, len(self.ys) - 1
        parent = list(range(columns * lines + 1))
        outside = columns * lines

        def root(n: int) -> int:
            while parent[n] != n:
                parent[n] = parent[parent[n]]
                n = parent[n]
            return n

        def join(a: int, b: int) -> None:
            parent[root(a)] = root(b)

        for i in range(columns + 1):
            spans = self.upright[i][1]
            for j in range(lines):
                if covered(spans, self.ys[j], self.ys[j + 1]) < 0.5:
                    left = outside if i == 0 else (i - 1) * lines + j
                    right = outside if i == columns else i * lines + j
                    join(left, right)
        for j in range(lines + 1):
            spans = self.level[j][1]
            for i in range(columns):
                if covered(spans, self.xs[i], self.xs[i + 1]) < 0.5:
                    above = outside if j == 0 else i * lines + j - 1
                    below = outside if j == lines else i * lines + j
                    join(above, below)
        meshes: dict[int, list[tuple[int, int]]] = {}
        for i in range(columns):
            for j in range(lines):
                top = root(i * lines + j)
                if top != root(outside):
                    meshes.setdefault(top, []).append((i, j))
        for index, members in enumerate(meshes.values()):
            for mesh in members:
                self._of[mesh] = index
            self.cells.append(
                Cell(
                    index,
                    Box(
                        self.xs[min(i for i, _ in members)],
                        self.ys[min(j for _, j in members)],
                        self.xs[max(i for i, _ in members) + 1],
                        self.ys[max(j for _, j in members) + 1],
                    ),
                )
            )


def _union(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
