"""The ordinary way through a process: variants part and meet, exceptions are left out."""

from sop_terbuka.data.model import Sop
from sop_terbuka.data.targets import first_rows, following
from sop_terbuka.meaning.graph import graph
from sop_terbuka.meaning.pokok import main_rows
from tests.builders import sop, step

KINDS = [{"id": "baru", "nama": "Baru"}, {"id": "lama", "nama": "Lama"}]


def parted() -> Sop:
    rows = ["Datang", "Menunjukkan KTP", "Menunjukkan kartu", "Membuat catatan", "Mencatat"]
    kinds: list[list[str]] = [[], ["baru"], ["lama"], ["baru"], []]
    made = [
        step(n, f"petugas > {text}", untuk=kind)
        for n, (text, kind) in enumerate(zip(rows, kinds, strict=True), 1)
    ]
    return sop(varian=KINDS, langkah=made)


def test_ways_part_where_variants_part_and_bear_their_names() -> None:
    made = parted()
    assert following(made, 0) == ((1, "Baru"), (2, "Lama"))
    assert following(made, 1) == ((3, ""),)
    assert following(made, 2) == ((4, ""),)
    assert following(made, 4) == ((None, ""),)
    drawn = graph(made)
    ways = [(e.source, e.target, e.answer) for e in drawn.edges]
    assert ways == [(0, 1, "Baru"), (0, 2, "Lama"), (1, 3, ""), (2, 4, ""), (3, 4, "")]


def test_each_variant_passes_its_own_rows() -> None:
    assert main_rows(parted()) == (0, 1, 2, 3, 4)
    assert main_rows(parted(), "baru") == (0, 1, 3, 4)
    assert main_rows(parted(), "lama") == (0, 2, 4)


def test_variants_may_begin_in_rows_of_their_own() -> None:
    made = sop(
        varian=KINDS,
        langkah=[
            step(1, "petugas > Mencatat baru", untuk=["baru"]),
            step(2, "petugas > Mencatat lama", untuk=["lama"]),
        ],
    )
    assert first_rows(made) == (0, 1)
    assert [symbol.outcome for symbol in graph(made).symbols] == ["selesai", "selesai"]
    assert main_rows(made) == (0, 1)


def test_a_refusal_and_a_way_back_are_no_ordinary_rows() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan"),
        step(2, "petugas > Memeriksa", keputusan={
            "pertanyaan": "Lengkap?", "ya": "l4", "tidak": "l3",
        }),
        step(3, "petugas > Mengembalikan", berikut="l1"),
        step(4, "petugas > Memutuskan", keputusan={
            "pertanyaan": "Disetujui?", "ya": "l6", "tidak": "l5",
        }),
        step(5, "petugas > Membuat surat penolakan", berikut="tolak"),
        step(6, "petugas > Menerbitkan"),
    ]  # fmt: skip
    assert main_rows(sop(langkah=rows)) == (0, 1, 3, 5)


def test_those_who_act_together_are_one_row() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan"),
        step(2, "petugas+kabid > Bersidang"),
        step(3, "petugas > Mencatat"),
    ]
    assert main_rows(sop(langkah=rows)) == (0, 1, 2)
