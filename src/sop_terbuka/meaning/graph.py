"""The flow of an SOP as a graph: symbols on rows and lanes, and the ways between them.

However an author writes a row, in the short form or symbol by symbol, this is the one reading of it
that drawings, documents, totals and findings share.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from ..data.model import SELESAI, TOLAK, Jenis, Langkah, Pelaksana, Sop
from ..data.targets import ENDS, first_rows, following, leads_on_by_itself, names

Outcome = Literal["", "selesai", "tolak"]
Branch = Literal["lanjut", "ya", "tidak"]


@dataclass(frozen=True)
class Symbol:
    """One symbol; `lane` to `last` are the columns it covers, `key` names it in references.

    `outcome` says how the process ends here, `is_start` that it may begin here. The capsule that
    ends one branch of a decision has no text of its own and `is_branch_end`.
    """

    key: str
    row: int
    lane: int
    last: int
    kind: Jenis
    text: str = ""
    name: str = ""
    outcome: Outcome = ""
    is_start: bool = False
    is_branch_end: bool = False


@dataclass(frozen=True)
class Edge:
    """A way from one symbol to another, by their places in the graph.

    A `headless` one joins those who work together; `is_both` is an arrow with two heads.
    """

    source: int
    target: int
    answer: str = ""
    is_both: bool = False
    is_headless: bool = False

    @property
    def branch(self) -> Branch:
        """Which answer of a yes-or-no question the way belongs to."""
        word = self.answer.casefold()
        return word if word in ("ya", "tidak") else "lanjut"  # type: ignore[return-value]


@dataclass(frozen=True)
class Graph:
    """The whole flow; `lanes` are ids of actors, `rows` ids of steps."""

    lanes: tuple[str, ...]
    rows: tuple[str, ...]
    symbols: tuple[Symbol, ...]
    edges: tuple[Edge, ...]

    def leaving(self) -> list[list[int]]:
        """For each symbol the edges that lead on from it as written."""
        found: list[list[int]] = [[] for _ in self.symbols]
        for n, edge in enumerate(self.edges):
            found[edge.source].append(n)
        return found

    def onward(self) -> list[list[int]]:
        """For each symbol the symbols that can follow; both-way and shared lines go both ways."""
        found: list[list[int]] = [[] for _ in self.symbols]
        for edge in self.edges:
            found[edge.source].append(edge.target)
            if edge.is_both or edge.is_headless:
                found[edge.target].append(edge.source)
        return found

    def in_row(self, row: int) -> list[int]:
        """The symbols of a row, left to right."""
        here = [n for n, symbol in enumerate(self.symbols) if symbol.row == row]
        return sorted(here, key=lambda n: (self.symbols[n].is_branch_end, self.symbols[n].lane))


def columns(sop: Sop) -> tuple[Pelaksana, ...]:
    """The actors that get a lane: the document's columns, and whoever acts without having one."""
    acting = {actor for step in sop.langkah for actor in step.pelaksana}
    return tuple(actor for actor in sop.pelaksana if actor.kolom == "ya" or actor.id in acting)


def graph(sop: Sop) -> Graph:
    """The graph of an SOP that passed the checks; a way to nowhere is left out."""
    return _Builder(sop).built()


class _Builder:
    """The symbols of one SOP, and who may be pointed at."""

    def __init__(self, sop: Sop) -> None:
        self.sop = sop
        self.first = first_rows(sop)
        self.lanes = tuple(actor.id for actor in columns(sop))
        self.number = {actor: n for n, actor in enumerate(self.lanes)}
        self.symbols: list[Symbol] = []
        self.edges: list[Edge] = []
        # By row the symbols that take part in its work, and by name each of them.
        self.of_row: dict[str, list[int]] = {}
        self.of_name: dict[str, int] = {}
        self.main: dict[str, int] = {}

    def built(self) -> Graph:
        steps = self.sop.langkah
        for row, step in enumerate(steps):
            if step.simbol:
                self._written_symbols(row, step)
            else:
                self._plain_symbols(row, step)
        for row, step in enumerate(steps):
            if step.simbol:
                self._written_ways(step)
            else:
                self._plain_ways(row, step)
        rows = tuple(step.id for step in steps)
        return Graph(self.lanes, rows, tuple(self.symbols), tuple(self.edges))

    def _add(self, step: Langkah, symbol: Symbol) -> int:
        place = len(self.symbols)
        self.symbols.append(symbol)
        if not symbol.is_branch_end:
            self.of_row.setdefault(step.id, []).append(place)
            self.of_name.setdefault(symbol.key, place)
        return place

    def _plain_symbols(self, row: int, step: Langkah) -> None:
        """One symbol for each actor; those who act together are joined by a line."""
        actors = [actor for actor in step.pelaksana if actor in self.number]
        kind, outcome = self._plain_kind(row, step)
        places = [
            self._add(
                step,
                Symbol(
                    f"{step.id}.{actor}", row, lane, lane, kind,
                    outcome=outcome, is_start=row in self.first,
                ),
            )
            for lane, actor in sorted({(self.number[actor], actor) for actor in actors})
        ]  # fmt: skip
        if places:
            self.main[step.id] = self.of_name[f"{step.id}.{actors[0]}"]
        self.edges += [Edge(left, right, is_headless=True) for left, right in pairwise(places)]

    def _plain_kind(self, row: int, step: Langkah) -> tuple[Jenis, Outcome]:
        if step.keputusan:
            return "keputusan", ""
        is_last = all(to is None for to, _ in following(self.sop, row))
        target = step.berikut or (SELESAI if is_last else "")
        outcome: Outcome = "tolak" if target == TOLAK else "selesai" if target == SELESAI else ""
        if row in self.first:
            return "mulai", outcome
        return ("selesai" if outcome else "proses"), outcome

    def _written_symbols(self, row: int, step: Langkah) -> None:
        for symbol, name in zip(step.simbol, names(step.simbol), strict=True):
            lanes = [self.number[a] for a in (symbol.pelaksana, symbol.sampai) if a in self.number]
            if not lanes:
                continue
            place = self._add(
                step,
                Symbol(
                    f"{step.id}.{name}", row, min(lanes), max(lanes), symbol.jenis,
                    text=symbol.teks or "", name=symbol.nama or "",
                    outcome="selesai" if symbol.jenis == "selesai" else "",
                    is_start=symbol.jenis == "mulai",
                ),
            )  # fmt: skip
            self.main.setdefault(step.id, place)

    def _plain_ways(self, row: int, step: Langkah) -> None:
        source = self.main.get(step.id)
        if source is None:
            return
        if step.keputusan:
            for answer, target in (("Ya", step.keputusan.ya), ("Tidak", step.keputusan.tidak)):
                self._way(step, [source], target, Edge(source, source, answer))
        elif step.berikut not in ENDS:
            ways = following(self.sop, row) if leads_on_by_itself(step) else ()
            targets = [(self.sop.langkah[to].id, who) for to, who in ways if to is not None]
            for target, who in targets or [(step.berikut or "", "")]:
                self._way(step, self.of_row[step.id], target, Edge(source, source, who))

    def _written_ways(self, step: Langkah) -> None:
        for symbol, name in zip(step.simbol, names(step.simbol), strict=True):
            source = self.of_name.get(f"{step.id}.{name}")
            if source is None:
                continue
            for way in symbol.ke:
                drawn = Edge(
                    source, source, way.bila or "",
                    is_both=way.bolak_balik == "ya", is_headless=way.garis == "bersama",
                )  # fmt: skip
                self._way(step, [source], way.ke, drawn)

    def _way(self, step: Langkah, sources: list[int], target: str, drawn: Edge) -> None:
        """Add the way as drawn, from the source to the symbol of the target that are nearest."""
        if target in ENDS:
            place = self._branch_end(step, drawn.source, "tolak" if target == TOLAK else "selesai")
            self.edges.append(replace(drawn, target=place))
            return
        row, _, name = target.partition(".")
        found = [self.of_name[target]] if name and target in self.of_name else []
        if not name:
            found = self.of_row.get(row, [])
        pairs = [(one, other) for one in sources for other in found if one != other]
        if pairs:
            nearest = min(pairs, key=lambda pair: self._distance(pair, step.id, row))
            self.edges.append(replace(drawn, source=nearest[0], target=nearest[1]))

    def _distance(
        self, pair: tuple[int, int], row: str, target: str
    ) -> tuple[int, bool, bool, int]:
        """How far two symbols are apart; among equals whoever is named first is nearer."""
        one, other = pair
        apart = abs(self.symbols[one].lane - self.symbols[other].lane)
        return apart, other != self.main.get(target), one != self.main.get(row), one

    def _branch_end(self, step: Langkah, source: int, outcome: Outcome) -> int:
        """The capsule below a symbol where one of its branches ends."""
        at = self.symbols[source]
        key = f"{at.key}.{outcome}" if step.simbol else f"{step.id}.{outcome}"
        for place, symbol in enumerate(self.symbols):
            if symbol.key == key:
                return place
        capsule = Symbol(
            key, at.row, at.lane, at.lane, "selesai", outcome=outcome, is_branch_end=True
        )
        return self._add(step, capsule)


def reached(flow: Graph) -> set[int]:
    """The symbols that can be reached from where the process begins."""
    return _spread(flow.onward(), [n for n, symbol in enumerate(flow.symbols) if symbol.is_start])


def ending(flow: Graph) -> set[int]:
    """The symbols from which an end, or a symbol that leads nowhere, can be reached."""
    onward = flow.onward()
    backward: list[list[int]] = [[] for _ in flow.symbols]
    for source, targets in enumerate(onward):
        for target in targets:
            backward[target].append(source)
    ends = [n for n, symbol in enumerate(flow.symbols) if symbol.outcome or not onward[n]]
    return _spread(backward, ends)


def _spread(ways: list[list[int]], first: list[int]) -> set[int]:
    seen: set[int] = set()
    waiting = list(first)
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += ways[place]
    return seen


def loose(flow: Graph) -> Iterator[int]:
    """The symbols that are no end and from which nothing leads on."""
    onward = flow.onward()
    for n, symbol in enumerate(flow.symbols):
        if not symbol.outcome and not onward[n]:
            yield n
