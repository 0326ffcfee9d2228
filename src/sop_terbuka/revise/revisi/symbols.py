"""What is drawn in a row: its symbols, and where their arrows lead."""

from collections.abc import Iterator, Mapping

from ...data.model import Langkah, Sop
from ...meaning.graph import Graph, graph
from ...meaning.kata_alur import Kata
from . import judge
from .actors import is_outside
from .record import Perubahan

_Drawn = list[tuple[object, ...]]


def symbol_changes(
    before: Sop,
    after: Sop,
    pair: tuple[Langkah, Langkah],
    became: tuple[Mapping[str, str], Mapping[str, str]],
    where: tuple[str, str],
) -> Iterator[Perubahan]:
    """Changes of a row that is written symbol by symbol; `became` maps old steps and actors."""
    old, new = pair
    pada, name = where
    if old.gabung != new.gabung:
        yield from judge.text(
            f"{pada}.gabung",
            f"sel gabungan {name}",
            ", ".join(old.gabung) or None,
            ", ".join(new.gabung) or None,
            "redaksi",
        )
    if not (old.simbol or new.simbol) or old.simbol == new.simbol:
        return
    was, goes = graph(before), graph(after)
    rows = before.langkah.index(old), after.langkah.index(new)
    if _drawn(was, rows[0], became) == _drawn(goes, rows[1], ({}, {})):
        yield Perubahan("redaksi", f"{pada}.simbol", f"Penulisan simbol {name} diubah")
        return
    people = is_outside(before, old) or is_outside(after, new)
    yield Perubahan(
        "internal",
        f"{pada}.simbol",
        f"Simbol atau panah {name} diubah",
        _said(before, was, rows[0]),
        _said(after, goes, rows[1]),
        periksa=people,
    )


def _said(sop: Sop, flow: Graph, row: int) -> str:
    return " ".join(symbol.kalimat for symbol in Kata(sop, flow).row(row))


def _drawn(flow: Graph, row: int, became: tuple[Mapping[str, str], Mapping[str, str]]) -> _Drawn:
    """The symbols and arrows of a row by ids, with those of another version carried over."""
    steps, actors = became
    leaving = flow.leaving()

    def key(n: int) -> tuple[object, ...]:
        symbol = flow.symbols[n]
        step, lane = flow.rows[symbol.row], flow.lanes[symbol.lane]
        return (
            steps.get(step, step), actors.get(lane, lane), symbol.name, symbol.kind,
            symbol.outcome if symbol.is_branch_end else "",
        )  # fmt: skip

    return [
        (
            *key(n),
            actors.get(flow.lanes[flow.symbols[n].last], flow.lanes[flow.symbols[n].last]),
            flow.symbols[n].text,
            sorted(
                (key(edge.target), edge.answer, edge.is_both, edge.is_headless)
                for edge in (flow.edges[k] for k in leaving[n])
            ),
        )
        for n in flow.in_row(row)
    ]
