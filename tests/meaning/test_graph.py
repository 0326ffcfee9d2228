"""The graph of a flow: the same whichever way a row is written, and true to real documents."""

from typing import Any

import pytest

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import Graph, ending, graph, loose, reached
from tests.alur import NAMES, flow, truth
from tests.builders import sop, table


def _named(made: Graph) -> set[tuple[str, str, str]]:
    return {
        (made.symbols[edge.source].key, made.symbols[edge.target].key, edge.answer)
        for edge in made.edges
    }


def _sop(*steps: dict[str, Any]) -> Sop:
    return sop(langkah=[{"kegiatan": "Bekerja"} | step for step in steps])


@pytest.mark.parametrize("name", NAMES)
def test_a_real_flow_has_the_symbols_and_arrows_of_its_document(name: str) -> None:
    made, real = graph(flow(name)), truth(name)
    assert sorted((s.row, s.lane, s.last, s.kind, s.text) for s in made.symbols) == sorted(
        real.symbols
    )
    assert [s.is_branch_end for s in made.symbols if s.is_branch_end] == []
    assert {
        (edge.source, edge.target, edge.answer, edge.is_both, edge.is_headless)
        for edge in made.edges
    } == {
        (_place(made, real.symbols, a), _place(made, real.symbols, b), *rest)
        for a, b, *rest in real.edges
    }


def _place(made: Graph, symbols: tuple[tuple[int, int, int, str, str], ...], n: int) -> int:
    # An actor's second symbol in a row has the same place as the first: count both in order.
    before = sum(other[:2] == symbols[n][:2] for other in symbols[:n])
    same = [k for k, s in enumerate(made.symbols) if (s.row, s.lane) == symbols[n][:2]]
    return same[before]


def test_a_row_leads_to_the_next_one() -> None:
    made = graph(sop())
    assert [symbol.kind for symbol in made.symbols] == ["mulai", "proses", "proses", "selesai"]
    assert _named(made) == {
        ("l1.pemohon", "l2.petugas", ""),
        ("l2.petugas", "l3.kabid", ""),
        ("l3.kabid", "l4.petugas", ""),
    }


def test_a_question_has_two_answers_and_a_refusal_its_own_capsule() -> None:
    made = graph(
        _sop(
            {"id": "a", "pelaksana": ["pemohon"]},
            {
                "id": "b",
                "pelaksana": ["petugas"],
                "keputusan": {"pertanyaan": "Lengkap?", "ya": "c", "tidak": "tolak"},
            },
            {"id": "c", "pelaksana": ["kabid"]},
        )
    )
    assert _named(made) == {
        ("a.pemohon", "b.petugas", ""),
        ("b.petugas", "c.kabid", "Ya"),
        ("b.petugas", "b.tolak", "Tidak"),
    }
    capsule = next(symbol for symbol in made.symbols if symbol.is_branch_end)
    assert (capsule.row, capsule.lane, capsule.outcome) == (1, 1, "tolak")


def test_those_who_act_together_are_joined_and_met_where_they_are_nearest() -> None:
    made = graph(
        _sop(
            {"id": "a", "pelaksana": ["kabid"]},
            {"id": "b", "pelaksana": ["pemohon", "kabid"]},
            {"id": "c", "pelaksana": ["pemohon"]},
        )
    )
    assert _named(made) == {
        ("a.kabid", "b.kabid", ""),
        ("b.pemohon", "b.kabid", ""),
        ("b.pemohon", "c.pemohon", ""),
    }
    assert [edge.is_headless for edge in made.edges] == [True, False, False]


def test_both_forms_of_a_row_give_the_same_graph() -> None:
    short = graph(sop(langkah=table({})))
    steps = [step.model_dump() for step in sop().langkah]
    for n, kind in enumerate(("mulai", "proses", "proses", "selesai")):
        step = steps[n]
        symbol = {"pelaksana": step["pelaksana"][0], "jenis": kind}
        steps[n] = {"id": step["id"], "kegiatan": step["kegiatan"], "simbol": [symbol]}
        if n < 3:
            symbol["ke"] = f"l{n + 2}"
    assert graph(sop(langkah=steps)) == short


def test_what_is_loose_unreached_or_endless_is_known() -> None:
    made = graph(
        _sop(
            {"id": "a", "simbol": [{"pelaksana": "pemohon", "jenis": "mulai", "ke": ["b", "d"]}]},
            {"id": "b", "simbol": [{"pelaksana": "petugas", "jenis": "proses", "ke": "c"}]},
            {"id": "c", "simbol": [{"pelaksana": "kabid", "jenis": "proses", "ke": "b"}]},
            {"id": "d", "simbol": [{"pelaksana": "kabid", "jenis": "proses"}]},
            {"id": "e", "simbol": [{"pelaksana": "kabid", "jenis": "selesai"}]},
        )
    )
    assert [made.symbols[n].key for n in loose(made)] == ["d.kabid"]
    assert sorted(reached(made)) == [0, 1, 2, 3]
    assert sorted(ending(made)) == [0, 3, 4]
