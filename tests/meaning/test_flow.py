"""The steps become edges, in the order of the table, and every diagram shares that reading."""

from typing import Any

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.flow import Edge, edges


def sop_with(*steps: dict[str, Any]) -> Sop:
    common = {"kegiatan": "Mengerjakan", "pelaksana": ["petugas"]}
    return Sop.model_validate(
        {
            "id": "dinas-contoh/contoh",
            "nama": "Contoh",
            "ringkasan": "Contoh.",
            "audiens": ["warga"],
            "topik": "contoh",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [{"id": "petugas", "nama": "Petugas", "pihak": "dalam"}],
            "langkah": [common | step for step in steps],
            "sumber": {"berkas": "contoh.txt", "baris": [1, 2]},
        }
    )


def test_steps_follow_each_other_to_the_end() -> None:
    assert edges(sop_with({"id": "a"}, {"id": "b"})) == (Edge("a", "b"), Edge("b", "selesai"))


def test_a_decision_gives_two_edges_in_place_of_the_next_step() -> None:
    sop = sop_with(
        {"id": "a"},
        {"id": "b", "keputusan": {"pertanyaan": "Lengkap?", "ya": "c", "tidak": "a"}},
        {"id": "c"},
    )

    assert edges(sop) == (
        Edge("a", "b"),
        Edge("b", "c", "Ya"),
        Edge("b", "a", "Tidak"),
        Edge("c", "selesai"),
    )


def test_a_step_may_lead_elsewhere_than_to_the_next_row() -> None:
    sop = sop_with({"id": "a", "berikut": "c"}, {"id": "b"}, {"id": "c", "berikut": "b"})

    assert edges(sop) == (Edge("a", "c"), Edge("b", "c"), Edge("c", "b"))


def test_a_step_may_end_the_procedure_before_the_last_row() -> None:
    sop = sop_with({"id": "a", "berikut": "selesai"}, {"id": "b", "berikut": "tolak"})

    assert edges(sop) == (Edge("a", "selesai"), Edge("b", "tolak"))


def test_an_sop_without_steps_has_no_way() -> None:
    assert edges(sop_with()) == ()
