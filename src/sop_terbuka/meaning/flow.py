"""The order of the steps as plain edges: the one reading of the data that every diagram shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..data.model import SELESAI, TOLAK, Sop
from ..data.targets import first_rows, following

Branch = Literal["lanjut", "ya", "tidak"]
ENDS = (SELESAI, TOLAK)


@dataclass(frozen=True)
class Edge:
    """A way from one step to another step, or to an end (`selesai`, `tolak`)."""

    source: str
    target: str
    branch: Branch = "lanjut"


def edges(sop: Sop) -> tuple[Edge, ...]:
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
