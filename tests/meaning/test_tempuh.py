"""The ways through a process: variants part and meet, branches differ, exceptions are left out."""

from typing import Any

from sop_terbuka.data.model import Sop
from sop_terbuka.data.targets import first_rows, following
from sop_terbuka.meaning.graph import graph
from sop_terbuka.meaning.lama import duration
from sop_terbuka.meaning.tempuh import walked
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
    assert walked(parted()).rows == (0, 1, 2, 3, 4)
    assert walked(parted(), "baru").rows == (0, 1, 3, 4)
    assert walked(parted(), "lama").rows == (0, 2, 4)


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
    assert walked(made).rows == (0, 1)


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
    assert walked(sop(langkah=rows)).rows == (0, 1, 3, 5)


def test_those_who_act_together_are_one_row() -> None:
    rows = [
        step(1, "pemohon > Menyerahkan"),
        step(2, "petugas+kabid > Bersidang"),
        step(3, "petugas > Mencatat"),
    ]
    assert walked(sop(langkah=rows)).rows == (0, 1, 2)


def drawn(*rows: dict[str, Any]) -> Sop:
    """Rows of symbols; each has an actor, where it leads and how long its row takes."""
    return sop(
        waktu_total_tertulis=None,
        langkah=[{"kegiatan": "Bekerja", **row} for row in rows],
    )


def one(actor: str, kind: str, *ways: Any) -> dict[str, Any]:
    return {"pelaksana": actor, "jenis": kind, "ke": list(ways)}


def test_of_parallel_branches_the_longest_counts() -> None:
    made = drawn(
        {"id": "a", "waktu": "10 menit", "simbol": [one("pemohon", "mulai", "b", "c")]},
        {"id": "b", "waktu": "2 jam", "simbol": [one("petugas", "proses", "d")]},
        {"id": "c", "waktu": "30 menit", "simbol": [one("kabid", "proses", "d")]},
        {"id": "d", "waktu": "5 menit", "simbol": [one("petugas", "selesai")]},
    )
    lama = duration(made)
    assert lama.seluruhnya.teks == "2 jam 15 menit"
    assert (lama.pemohon.teks, lama.petugas.teks) == ("10 menit", "2 jam 5 menit")
    assert lama.bersyarat == 0


def test_where_branches_differ_the_sum_is_a_range() -> None:
    made = drawn(
        {"id": "z", "simbol": [one("pemohon", "mulai", "a")]},
        {
            "id": "a", "waktu": "10 menit",
            "simbol": [one("petugas", "keputusan", {"ke": "b", "bila": "Teknis"},
                           {"ke": "c", "bila": "Umum"})],
        },
        {"id": "b", "waktu": "20 menit", "simbol": [one("petugas", "proses", "c")]},
        {"id": "c", "waktu": "5 menit", "simbol": [one("kabid", "selesai")]},
    )  # fmt: skip
    assert duration(made).seluruhnya.teks == "15-35 menit"


def test_a_row_of_several_symbols_counts_once_and_a_merged_cell_not_again() -> None:
    made = drawn(
        {
            "id": "a", "waktu": "10 menit",
            "simbol": [one("pemohon", "mulai", "a.petugas"), one("petugas", "proses", "b")],
        },
        {"id": "b", "gabung": ["waktu"], "simbol": [one("kabid", "proses", "c")]},
        {"id": "c", "waktu": "5 menit", "simbol": [one("petugas", "selesai")]},
    )  # fmt: skip
    assert duration(made).seluruhnya.teks == "15 menit"


def test_a_way_back_is_not_walked_twice() -> None:
    made = drawn(
        {"id": "a", "waktu": "10 menit", "simbol": [one("pemohon", "mulai", "b")]},
        {
            "id": "b", "waktu": "5 menit",
            "simbol": [one("petugas", "keputusan", {"ke": "c", "bila": "Ya"},
                           {"ke": "a", "bila": "Tidak"})],
        },
        {"id": "c", "waktu": "1 menit", "simbol": [one("petugas", "selesai")]},
    )  # fmt: skip
    assert duration(made).seluruhnya.teks == "16 menit"


def test_units_that_cannot_be_set_against_each_other_give_the_longest_way() -> None:
    made = drawn(
        {"id": "z", "simbol": [one("pemohon", "mulai", "a")]},
        {
            "id": "a",
            "simbol": [one("petugas", "keputusan", {"ke": "b", "bila": "Teknis"},
                           {"ke": "c", "bila": "Umum"})],
        },
        {"id": "b", "waktu": "5 jam", "berikut": "d", "pelaksana": ["petugas"]},
        {"id": "c", "waktu": "2 hari", "pelaksana": ["petugas"]},
        {"id": "d", "pelaksana": ["kabid"]},
    )  # fmt: skip
    assert duration(made).seluruhnya.teks == "2 hari"
