"""The flow from row to row, for those who look at the table and not at its symbols."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..data.model import Sop
from ..data.targets import ENDS
from .graph import Graph, graph

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
