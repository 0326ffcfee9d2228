"""A row of symbols: what its change says, and that writing it otherwise changes no arrow."""

from typing import Any

from sop_terbuka.data.model import Sop
from sop_terbuka.revise.revisi import State, compare
from tests.builders import sop


def _sop(*rows: dict[str, Any]) -> Sop:
    return sop(langkah=[{"kegiatan": f"Bekerja {row['id']}"} | row for row in rows])


def _said(before: Sop, after: Sop) -> list[str]:
    states = [State(sop={made.id: made}) for made in (before, after)]
    return [change.ringkas for file in compare(*states).berkas for change in file.perubahan]


A = {"id": "a", "simbol": [{"pelaksana": "pemohon", "jenis": "mulai", "ke": ["b", "c"]}]}
B = {"id": "b", "pelaksana": ["petugas"]}
C = {"id": "c", "pelaksana": ["kabid"]}


def test_a_new_way_is_told_with_both_versions() -> None:
    after = {"id": "a", "simbol": [{"pelaksana": "pemohon", "jenis": "mulai", "ke": ["b"]}]}
    (said,) = _said(_sop(A, B, C), _sop(after, B, C))
    assert said.startswith("Simbol atau panah langkah 1")
    assert "ke langkah 2; ke langkah 3" in said or said.endswith("diubah.")


def test_the_same_row_in_the_other_form_is_a_matter_of_writing() -> None:
    short = {"id": "a", "pelaksana": ["pemohon"]}
    long = {"id": "a", "simbol": [{"pelaksana": "pemohon", "jenis": "mulai", "ke": "b"}]}
    assert _said(_sop(short, B, C), _sop(long, B, C)) == [
        "Penulisan simbol langkah 1 “Bekerja a” diubah."
    ]


def test_a_row_put_in_between_changes_no_arrow() -> None:
    new = {"id": "d", "kegiatan": "Mencatat dalam buku agenda", "pelaksana": ["petugas"]}
    said = _said(_sop(A, B, C), _sop(A, new | {"berikut": "b"}, B, C))
    assert not [words for words in said if "Simbol" in words]


def test_a_cell_that_goes_on_is_told() -> None:
    assert _said(_sop(A, B, C), _sop(A, B, C | {"gabung": ["waktu"]})) == [
        "Sel gabungan langkah 3 “Bekerja c” ditambahkan: “waktu”."
    ]
