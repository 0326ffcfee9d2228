"""The rows that every ordinary case passes once: no skipped, optional or repeated ones."""

from ..data.model import Sop
from .graph import Branch, Graph, graph


def main_rows(sop: Sop, varian: str | None = None) -> tuple[int, ...]:
    """The rows on the way from the start to a good end, for one variant or for all of them.

    Where a decision has several ways to such an end, "ya" is the ordinary one.
    """
    flow = graph(sop)
    passed = {flow.symbols[place].row for place in _main_way(flow)}
    rows = passed or set(range(len(sop.langkah)))
    return tuple(
        row
        for row in sorted(rows)
        if not (untuk := sop.langkah[row].untuk) or varian is None or varian in untuk
    )


def _main_way(flow: Graph) -> set[int]:
    forward = _forward(flow)
    good = _leads_to_good_end(flow, [[target for target, _ in ways] for ways in forward])
    seen: set[int] = set()
    waiting = [n for n, symbol in enumerate(flow.symbols) if symbol.is_start]
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        ways = [(target, branch) for target, branch in forward[place] if target in good]
        if flow.symbols[place].kind == "keputusan" and len(ways) > 1:
            ways = [way for way in ways if way[1] == "ya"] or ways[:1]
        waiting += [target for target, _ in ways]
    return seen


def _forward(flow: Graph) -> list[list[tuple[int, Branch]]]:
    """For each symbol the ways on that do not go back; those who work together share theirs."""
    found: list[list[tuple[int, Branch]]] = [[] for _ in flow.symbols]
    for edge in flow.edges:
        if flow.symbols[edge.target].row >= flow.symbols[edge.source].row:
            found[edge.source].append((edge.target, edge.branch))
        if edge.is_headless:
            found[edge.target].append((edge.source, edge.branch))
    return found


def _leads_to_good_end(flow: Graph, onward: list[list[int]]) -> set[int]:
    """The symbols from which the process ends well without going back."""
    every = flow.onward()
    good = {
        n
        for n, symbol in enumerate(flow.symbols)
        if symbol.outcome == "selesai" or (not symbol.outcome and not every[n])
    }
    grows = True
    while grows:
        more = {n for n, targets in enumerate(onward) if n not in good and good & set(targets)}
        good |= more
        grows = bool(more)
    return good
