"""The order of the steps as plain edges: the one reading of the data that every diagram shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..data.model import SELESAI, TOLAK, Langkah, Sop

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
    return tuple(_edges(sop.langkah))


def _edges(steps: list[Langkah]) -> Iterator[Edge]:
    following = [step.id for step in steps[1:]] + [SELESAI]
    # Not strict: without steps there is still one end.
    for step, next_id in zip(steps, following, strict=False):
        if step.keputusan:
            yield Edge(step.id, step.keputusan.ya, "ya")
            yield Edge(step.id, step.keputusan.tidak, "tidak")
        else:
            yield Edge(step.id, step.berikut or next_id)


def reachable(sop: Sop) -> set[str]:
    """Ids of the steps that can be reached from the first one."""
    targets: dict[str, list[str]] = {}
    for edge in edges(sop):
        targets.setdefault(edge.source, []).append(edge.target)
    seen: set[str] = set()
    waiting = [sop.langkah[0].id] if sop.langkah else []
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen.add(step)
            waiting.extend(targets.get(step, []))
    return seen
