"""The flow from row to row, for those who look at the table and not at its symbols."""

from collections.abc import Iterator
from dataclasses import dataclass

<<<<<<< HEAD
from ..data.model import SELESAI, TOLAK, Sop
from ..data.targets import first_rows, following
=======
from ..data.model import Sop
from ..data.targets import ENDS
from .graph import Graph, graph
>>>>>>> a22e779 (mermaid: write flows symbol by symbol, and draw what the library will not)

__all__ = ["ENDS", "Edge", "edges"]


@dataclass(frozen=True)
class Edge:
    """A way from one row to another, or to an end (`selesai`, `tolak`); `jawaban` as written."""

    source: str
    target: str
    jawaban: str = ""

    @property
    def branch(self) -> str:
        """The answer as it stands in a sentence: `ya`, `tidak`, `belum lengkap`; else `lanjut`."""
        return self.jawaban.lower() if self.jawaban in ("Ya", "Tidak") else self.jawaban or "lanjut"


def edges(sop: Sop) -> tuple[Edge, ...]:
<<<<<<< HEAD
    """Every edge of the SOP in the order of its steps; a decision gives two."""
    return tuple(_edges(sop))


def _edges(sop: Sop) -> Iterator[Edge]:
    for row, step in enumerate(sop.langkah):
        if step.keputusan:
            yield Edge(step.id, step.keputusan.ya, "ya")
            yield Edge(step.id, step.keputusan.tidak, "tidak")
        elif step.berikut:
            yield Edge(step.id, step.berikut)
        else:
            for to, _ in following(sop, row):
                yield Edge(step.id, SELESAI if to is None else sop.langkah[to].id)


def reachable(sop: Sop) -> set[str]:
    """Ids of the steps that can be reached from the first one."""
    targets: dict[str, list[str]] = {}
    for edge in edges(sop):
        targets.setdefault(edge.source, []).append(edge.target)
    seen: set[str] = set()
    waiting = [sop.langkah[row].id for row in first_rows(sop)]
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen.add(step)
            waiting.extend(targets.get(step, []))
    return seen
=======
    """Every way between rows, in the order of the rows; ways within a row are left out."""
    flow = graph(sop)
    return tuple(dict.fromkeys(_edges(flow)))


def _edges(flow: Graph) -> Iterator[Edge]:
    leaving = flow.leaving()
    for row, step in enumerate(flow.rows):
        here = [n for n, symbol in enumerate(flow.symbols) if symbol.row == row]
        for n in here:
            for edge in (flow.edges[k] for k in leaving[n]):
                target = flow.symbols[edge.target]
                if target.is_branch_end:
                    yield Edge(step, target.outcome, edge.answer)
                elif target.row != row and not edge.is_headless:
                    yield Edge(step, flow.rows[target.row], edge.answer)
            if flow.symbols[n].outcome and not flow.symbols[n].is_branch_end:
                yield Edge(step, flow.symbols[n].outcome)
>>>>>>> a22e779 (mermaid: write flows symbol by symbol, and draw what the library will not)
