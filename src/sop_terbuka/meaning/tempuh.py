"""How long the ways through a flow take: the longest of parallel ones, a range over alternatives.

Ways back, refusals and what only leads there are not walked; a row's time counts once on a way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..data.model import Sop
from ..data.waktu import Bagian
from ..data.waktu.jenis import UNITS
from .graph import Edge, Graph, graph

Amounts = tuple[float, ...]
# Rough sizes in minutes, only to tell which of two ways is the longer one; they are never shown.
_SIZE = (525600, 43200, 10080, 1440, 1440, 60, 1)
_NOTHING: Amounts = (0.0,) * len(UNITS)


@dataclass(frozen=True)
class _Span:
    """What the shortest and the longest way from a symbol to the end take."""

    short: Amounts
    long: Amounts


@dataclass(frozen=True)
class Tempuh:
    """The ways that are walked: their rows, and what may follow each symbol."""

    flow: Graph
    onward: tuple[tuple[Edge, ...], ...]
    starts: tuple[int, ...]
    rows: tuple[int, ...]


def walked(sop: Sop, varian: str | None = None) -> Tempuh:
    """The ways from a start to a good end, for one variant or for all of them."""
    flow = graph(sop)
    open_rows = {
        row
        for row, step in enumerate(sop.langkah)
        if not step.untuk or varian is None or varian in step.untuk
    }
    forward = _forward(flow, open_rows)
    good = _to_good_end(flow, forward)
    onward = tuple(tuple(e for e in ways if e.target in good) for ways in forward)
    starts = tuple(
        n
        for n, symbol in enumerate(flow.symbols)
        if symbol.is_start and symbol.row in open_rows and n in good
    )
    seen: set[int] = set()
    waiting = list(starts)
    while waiting:
        n = waiting.pop()
        if n not in seen:
            seen.add(n)
            waiting += [edge.target for edge in onward[n]]
    # Of a flow without a start or a good end nothing can be left out.
    rows = {flow.symbols[n].row for n in seen} or open_rows
    return Tempuh(flow, onward, starts, tuple(sorted(rows)))


def _forward(flow: Graph, open_rows: set[int]) -> list[list[Edge]]:
    found: list[list[Edge]] = [[] for _ in flow.symbols]
    for edge in flow.edges:
        one, other = flow.symbols[edge.source], flow.symbols[edge.target]
        if not {one.row, other.row} <= open_rows:
            continue
        if other.row >= one.row:
            found[edge.source].append(edge)
        if edge.is_headless or (edge.is_both and other.row == one.row):
            found[edge.target].append(Edge(edge.target, edge.source, is_headless=True))
    return found


def _to_good_end(flow: Graph, forward: Sequence[Sequence[Edge]]) -> set[int]:
    every = flow.onward()
    good = {
        n
        for n, symbol in enumerate(flow.symbols)
        if symbol.outcome == "selesai" or (not symbol.outcome and not every[n])
    }
    grows = True
    while grows:
        more = {
            n
            for n, ways in enumerate(forward)
            if n not in good and any(edge.target in good for edge in ways)
        }
        good |= more
        grows = bool(more)
    return good


def spent(ways: Tempuh, times: Mapping[int, Sequence[Bagian]]) -> tuple[Bagian, ...]:
    """What the ways take, given the time of each row; rows without one take none."""
    cost = {row: _span(parts) for row, parts in times.items()}
    if not ways.starts:
        return _parts(_sum([cost.get(row, _Span(_NOTHING, _NOTHING)) for row in ways.rows]))
    known: dict[int, _Span] = {}
    # Within a row nothing is added, so that a few rounds settle what leads round in it.
    for _ in range(len(ways.flow.symbols) + 1):
        before = dict(known)
        for n in reversed(range(len(ways.flow.symbols))):
            _settle(ways, n, known, cost)
        if known == before:
            break
    begun = [_plus(known[n], cost.get(ways.flow.symbols[n].row)) for n in ways.starts if n in known]
    return _parts(_either(begun)) if begun else ()


def _settle(ways: Tempuh, n: int, known: dict[int, _Span], cost: Mapping[int, _Span]) -> None:
    row = ways.flow.symbols[n].row
    following = []
    has_answers = ways.flow.symbols[n].kind == "keputusan"
    for edge in ways.onward[n]:
        has_answers |= bool(edge.answer)
        if edge.target in known:
            to = ways.flow.symbols[edge.target].row
            following.append(_plus(known[edge.target], cost.get(to) if to != row else None))
    is_left = any(ways.flow.symbols[edge.target].row != row for edge in ways.onward[n])
    if not ways.onward[n] or (ways.flow.symbols[n].outcome and not is_left):
        known[n] = _Span(_NOTHING, _NOTHING)
    elif following:
        known[n] = _either(following) if has_answers else _together(following)


def _span(parts: Sequence[Bagian]) -> _Span:
    low = {part.satuan: part.minimum for part in parts}
    high = {part.satuan: part.maximum for part in parts}
    return _Span(
        tuple(low.get(unit, 0.0) for unit in UNITS), tuple(high.get(unit, 0.0) for unit in UNITS)
    )


def _plus(one: _Span, other: _Span | None) -> _Span:
    return _sum([one, other]) if other else one


def _sum(spans: Sequence[_Span]) -> _Span:
    return _Span(
        tuple(sum(amounts) for amounts in zip(_NOTHING, *(s.short for s in spans), strict=True)),
        tuple(sum(amounts) for amounts in zip(_NOTHING, *(s.long for s in spans), strict=True)),
    )


def _either(spans: Sequence[_Span]) -> _Span:
    """One of several ways is taken."""
    return _Span(min((s.short for s in spans), key=_size), max((s.long for s in spans), key=_size))


def _together(spans: Sequence[_Span]) -> _Span:
    """All of several ways are taken at the same time."""
    return _Span(max((s.short for s in spans), key=_size), max((s.long for s in spans), key=_size))


def _size(amounts: Amounts) -> tuple[float, Amounts]:
    return sum(a * b for a, b in zip(amounts, _SIZE, strict=True)), amounts


def _parts(span: _Span) -> tuple[Bagian, ...]:
    """The span unit by unit; where units cannot be set against each other, the longest way."""
    short = span.short
    if any(low > high for low, high in zip(span.short, span.long, strict=True)):
        short = span.long
    return tuple(
        Bagian(low, high, unit)
        for low, high, unit in zip(short, span.long, UNITS, strict=True)
        if high
    )
