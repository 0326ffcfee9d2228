"""Addresses by id hold when a list is reordered; older numbers are still read."""

import pytest

from sop_terbuka.data.alamat import names, position, slug
from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.correction import canonical, value_at

PAPERS = [{"berkas": "KTP"}, {"id": "foto", "berkas": "Pas foto"}, {"berkas": "KTP"}]


def test_an_item_is_called_by_its_id_or_by_its_words() -> None:
    assert names(PAPERS, "persyaratan") == ["ktp", "foto", "ktp-2"]


def test_a_made_name_never_takes_a_written_one() -> None:
    assert names([{"nama": "Kartu"}, {"id": "kartu", "nama": "Surat"}], "produk") == [
        "kartu-2",
        "kartu",
    ]


def test_a_law_is_called_by_the_regulation_and_hours_by_the_ends_of_their_days() -> None:
    laws = [{"peraturan": "uu-1-2000", "tertulis": "Undang-undang"}, {"tertulis": "Perda 5"}]
    assert names(laws, "dasar_hukum") == ["uu-1-2000", "perda-5"]
    hours = [{"hari": ["senin", "selasa", "kamis"]}, {"hari": ["jumat"], "untuk": "Loket 1"}]
    assert names(hours, "jam") == ["senin-kamis", "jumat-loket-1"]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Pas foto 3x4 (latar merah)", "pas-foto-3x4"),
        ("Désa", "desa"),
        (
            "Surat izin dari pimpinan tempat bekerja semula",
            "surat-izin-dari-pimpinan-tempat-bekerja",
        ),
        ("日本", ""),
    ],
)
def test_words_become_an_id_that_ends_at_a_word(words: str, made: str) -> None:
    assert slug(words) == made


def test_what_has_no_letters_still_gets_a_name_that_is_no_number() -> None:
    assert names([{"berkas": "3"}, {"berkas": "日本"}], "persyaratan") == ["butir-3", "butir"]


@pytest.mark.parametrize(
    ("pick", "at"), [("foto", 1), ("ktp", 0), ("ktp-2", 2), ("2", 1), ("4", None), ("x", None)]
)
def test_an_item_is_found_by_id_by_words_and_by_number(pick: str, at: int | None) -> None:
    assert position(PAPERS, "persyaratan", pick) == at


def test_texts_are_found_by_number_only() -> None:
    assert position(["a", "b"], "peralatan", "2") == 1
    assert position(["a", "b"], "peralatan", "a") is None


def test_an_address_by_number_and_one_by_name_mean_the_same(catalog: Catalog) -> None:
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    named = canonical(sop, "dasar_hukum[1].tertulis")
    assert named == f"dasar_hukum[{sop.dasar_hukum[0].id or sop.dasar_hukum[0].peraturan}].tertulis"
    assert canonical(sop, named) == named
    assert value_at(sop, named) == sop.dasar_hukum[0].tertulis
    assert canonical(sop, "peralatan[2]") == "peralatan[2]"
    assert canonical(sop, "tidak.ada") == "tidak.ada"
