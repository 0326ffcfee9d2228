"""Lines that share a gutter told apart: an order of tracks with the fewest crossings.

A gutter is a border between lanes or a gap between levels. Lines on it that belong together (they
join or fork) are one strand; strands that touch get tracks of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .board import Board, Route

# A border has its x, a gap its y: (is vertical, place on the grid).
Gutter = tuple[bool, int]
_PASSES = 4
_HARD, _CROSS = 1000, 10


@dataclass(frozen=True)
class Run:
    """A straight stretch of an edge's route: nodes `start` to `end` of it."""

    edge: int
    start: int
    end: int
    gutter: Gutter
    low: int
    high: int


@dataclass(frozen=True, order=True)
class Turn:
    """Where a strand is left or entered: the place along it, and to which side."""

    at: int
    side: int


@dataclass(eq=False)
class Strand:
    """Runs that are one line, and the track it got among `of` tracks."""

    gutter: Gutter
    low: int
    high: int
    # Where it turns off, and the strand it turns into when that is on a gutter too.
    turns: dict[Turn, "Strand | None"] = field(default_factory=dict)
    track: int = 0
    of: int = 1


def runs(route: Route, edge: int) -> Iterator[Run]:
    """The straight stretches of a route, in order."""
    start = 0
    for n in range(1, len(route)):
        is_last = n == len(route) - 1
        axis = int(route[n - 1][0] == route[n][0])
        if is_last or (route[n][1 - axis] != route[n + 1][1 - axis]):
            one, other = route[start], route[n]
            low, high = sorted((one[axis], other[axis]))
            yield Run(edge, start, n, (bool(axis), one[1 - axis]), low, high)
            start = n


class Tracks:
    """The strands of a board and their tracks."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.strand: dict[tuple[int, int], Strand] = {}
        self.gutters: dict[Gutter, list[Strand]] = {}
        self._gather()
        # Across a corner both tracks matter, so each axis looks at the other's last order.
        for n in range(_PASSES):
            for gutter in sorted(self.gutters):
                if gutter[0] == (n % 2 == 0):
                    self._order(self.gutters[gutter])

    def of(self, run: Run) -> Strand | None:
        """The strand of a run; none on a centre line."""
        return self.strand.get((run.edge, run.start))

    def _gather(self) -> None:
        found: dict[Gutter, list[Run]] = {}
        for edge in sorted(self.board.routes):
            for run in runs(self.board.routes[edge], edge):
                if run.gutter[1] % 2 == 0:
                    found.setdefault(run.gutter, []).append(run)
        for gutter, here in found.items():
            for group in self._groups(here):
                strand = Strand(gutter, min(r.low for r in group), max(r.high for r in group))
                for run in group:
                    self.strand[(run.edge, run.start)] = strand
                self.gutters.setdefault(gutter, []).append(strand)
        for edge in sorted(self.board.routes):
            own = list(runs(self.board.routes[edge], edge))
            for n, run in enumerate(own):
                if mine := self.of(run):
                    beside = (own[n - 1] if n else None, own[n + 1] if n + 1 < len(own) else None)
                    for turn, other in zip(self._turns(run), beside, strict=True):
                        into = self.of(other) if other else None
                        mine.turns[turn] = mine.turns.get(turn) or into

    def _groups(self, here: list[Run]) -> list[list[Run]]:
        groups: list[list[Run]] = []
        for run in here:
            joined = [group for group in groups if any(self._is_one(run, other) for other in group)]
            groups = [group for group in groups if group not in joined]
            groups.append([run, *(other for group in joined for other in group)])
        return groups

    def _is_one(self, one: Run, other: Run) -> bool:
        """Whether two runs on one gutter are the same line, shared from or to its end."""
        if min(one.high, other.high) <= max(one.low, other.low):
            return False
        a, b = self.board.routes[one.edge], self.board.routes[other.edge]
        before = 0
        while before < min(len(a), len(b)) and a[before] == b[before]:
            before += 1
        after = 0
        while after < min(len(a), len(b)) and a[-1 - after] == b[-1 - after]:
            after += 1
        return before - 1 > max(one.start, other.start) or (
            len(a) - after < one.end and len(b) - after < other.end
        )

    def _turns(self, run: Run) -> Iterator[Turn]:
        # A run on a gutter never ends at a symbol, so there is a node beyond both its ends.
        route = self.board.routes[run.edge]
        axis = int(run.gutter[0])
        for n, beside in ((run.start, run.start - 1), (run.end, run.end + 1)):
            side = route[beside][1 - axis] - route[n][1 - axis]
            yield Turn(route[n][axis], side)

    def _order(self, strands: list[Strand]) -> None:
        """Put each strand where it crosses the fewest others, then give out tracks."""
        for cluster in _clusters(strands):
            order: list[Strand] = []
            for strand in sorted(cluster, key=lambda s: (s.high - s.low, s.low)):
                places = range(len(order) + 1)
                best = min(places, key=lambda n: (self._cost(order, strand, n), n))
                order.insert(best, strand)
            ranks: list[int] = []
            for n, strand in enumerate(order):
                before = [ranks[k] for k in range(n) if _touch(order[k], strand)]
                ranks.append(max(before, default=-1) + 1)
            for strand, rank in zip(order, ranks, strict=True):
                strand.track, strand.of = rank, max(ranks) + 1

    def _cost(self, order: list[Strand], strand: Strand, place: int) -> int:
        return sum(
            self._pair(other, strand) if n < place else self._pair(strand, other)
            for n, other in enumerate(order)
        )

    def _pair(self, first: Strand, second: Strand) -> int:
        """What it costs that the first strand lies before (left of, above) the second."""
        if not _touch(first, second):
            return 0
        cost = 0
        for one, other, side in ((first, second, 1), (second, first, -1)):
            for turn in sorted(one.turns):
                if turn.side != side or not other.low <= turn.at <= other.high:
                    continue
                facing = {t.side for t in other.turns if t.at == turn.at}
                if -side in facing and turn.at % 2:
                    cost += _HARD  # On one centre line, each would run over the other's end.
                elif turn.at not in (other.low, other.high):
                    cost += _CROSS
                elif side in facing and turn.at % 2 == 0:
                    cost += self._corner(one, other, turn.at, side)
                elif -side in facing:
                    cost += _CROSS
        return cost

    @staticmethod
    def _corner(inner: Strand, outer: Strand, at: int, side: int) -> int:
        """Two strands that turn to one side at one gutter: nested corners do not cross."""
        mine, theirs = inner.turns[Turn(at, side)], outer.turns[Turn(at, side)]
        if mine is None or theirs is None or mine is theirs:
            return 0
        comes_from_before = outer.low < at
        is_crossed = (mine.track < theirs.track) == comes_from_before
        return _CROSS if is_crossed and mine.track != theirs.track else 0


def _touch(one: Strand, other: Strand) -> bool:
    return one.low <= other.high and other.low <= one.high


def _clusters(strands: list[Strand]) -> Iterator[list[Strand]]:
    """Strands that touch, directly or through others."""
    waiting = list(strands)
    while waiting:
        cluster = [waiting.pop(0)]
        grew = True
        while grew:
            near = [s for s in waiting if any(_touch(s, other) for other in cluster)]
            waiting = [s for s in waiting if s not in near]
            cluster += near
            grew = bool(near)
        yield cluster
