"""Findings about the drawn flow: symbols that lead nowhere, are never reached, never end."""

from collections.abc import Iterable, Iterator

from ....data.model.sop import Langkah, Sop
from ...graph import Graph, ending, graph, loose, reached
from ..context import Konteks, step_names
from ..rule import Aturan, Hasil
from ..text import listed


def _steps(sop: Sop, flow: Graph, places: Iterable[int]) -> list[Langkah]:
    rows = sorted({flow.symbols[place].row for place in places})
    return [sop.langkah[row] for row in rows]


def _result(k: Konteks, sop: Sop, steps: list[Langkah], words: str) -> Hasil:
    shown = listed(step_names(sop, steps))
    return Hasil(
        words.format(f"langkah {shown}"),
        tuple(k.at_step(sop, step) for step in steps),
        tuple(step.id for step in steps),
    )


def symbols_lead_on(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A symbol that is no end leads on."""
    flow = graph(sop)
    if steps := _steps(sop, flow, loose(flow)):
        yield _result(k, sop, steps, "Ada simbol tanpa panah keluar pada {}.")


def symbols_are_reached(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every symbol can be reached from a start."""
    flow = graph(sop)
    missed = set(range(len(flow.symbols))) - reached(flow)
    if steps := _steps(sop, flow, missed):
        yield _result(k, sop, steps, "Ada simbol yang tidak dapat dicapai dari awal pada {}.")


def flows_end(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No part of the flow only goes round and round."""
    flow = graph(sop)
    endless = set(range(len(flow.symbols))) - ending(flow)
    if steps := _steps(sop, flow, endless):
        yield _result(k, sop, steps, "Alur berputar tanpa akhir pada {}.")


ATURAN = (
    Aturan(
        "simbol-tanpa-lanjutan",
        "sedang",
        symbols_lead_on,
        judul="Setiap simbol yang bukan akhir mempunyai panah ke simbol berikutnya.",
        penjelasan="Tanpa panah keluar tidak jelas apa yang terjadi setelah pekerjaan itu.",
        saran="periksa ke mana alur berlanjut dari simbol ini, atau apakah alur berakhir di sini.",
    ),
    Aturan(
        "simbol-tak-tercapai",
        "sedang",
        symbols_are_reached,
        judul="Setiap simbol dapat dicapai dari simbol mulai.",
        penjelasan="Simbol yang tidak dituju panah mana pun tidak jelas kapan dikerjakan.",
        saran="periksa dari mana simbol ini dicapai pada bagan.",
    ),
    Aturan(
        "alur-tanpa-akhir",
        "tinggi",
        flows_end,
        judul="Dari setiap simbol alur dapat sampai ke akhir.",
        penjelasan="Alur yang hanya berputar tidak pernah memberi hasil.",
        saran="periksa cabang mana yang seharusnya mengakhiri alur.",
    ),
)
