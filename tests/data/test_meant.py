"""What a wrong value meant: the id of a name, a law by its parts, a choice by other words."""

import pytest

from sop_terbuka.data.meant import an_id, as_id, by_parts, key
from sop_terbuka.data.node import read_text

LAWS = ["uu-13-2003", "uu-39-2004", "uu-6-2023", "pp-35-2021", "pp-36-2021", "permen-1-2020"]
MANY = [f"uu-{n}-2001" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("uu-13-2004", LAWS, ' Maksud Anda "uu-13-2003"?'),
        ("uu-39-2003", LAWS, ' Maksud Anda "uu-39-2004"?'),
        ("uu-7-2023", LAWS, ' Maksud Anda "uu-6-2023"?'),
        ("pp-34-2021", LAWS, ' Maksud Anda "pp-35-2021" atau "pp-36-2021"?'),
        # Nothing in common but the kind, or too much to choose from, is no guess.
        ("uu-1-1999", LAWS, ""),
        ("uu-99-2001", MANY, ""),
        ("permen-2", LAWS, ""),
        ("petugass", ["petugas"], ""),
    ],
)
def test_a_law_is_found_by_the_parts_of_its_id(word: str, known: list[str], said: str) -> None:
    assert by_parts(word, known) == said


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("UU Nomor 13 Tahun 2003", "uu-13-2003"),
        ("UU No. 13/2003", "uu-13-2003"),
        ("Petugas  Informasi", "petugas-informasi"),
        ("–", ""),
        ("x" * 100, ""),
    ],
)
def test_words_are_made_an_id(words: str, made: str) -> None:
    assert as_id(words) == made


def test_the_id_of_a_name_is_looked_up_in_the_file() -> None:
    node, _ = read_text("pelaksana:\n  - {id: loket, nama: Petugas Informasi}\n", "b")
    assert node
    assert an_id("petugas informasi", node) == ' Ini nama, bukan id. Tulis "loket".'
    assert an_id("Kepala Dinas", node) == (
        ' Ini nama, bukan id. Tulis idnya, misalnya "kepala-dinas".'
    )
    assert an_id("Kepala", node) == ' Tulis "kepala".'
    assert an_id("kepala", node) == ""


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("durasi", ["kegiatan", "waktu"], ' Maksud Anda "waktu"?'),
        ("Lama", ["kegiatan", "waktu"], ' Maksud Anda "waktu"?'),
        ("wakttu", ["kegiatan", "waktu"], ' Maksud Anda "waktu"?'),
        # Another name for a key that cannot stand there is none.
        ("durasi", ["kegiatan"], ""),
    ],
)
def test_a_key_is_known_by_its_other_names(word: str, known: list[str], said: str) -> None:
    assert key(word, known) == said
