"""The table of field types: each line is whole, and model, rules and papers read nothing else."""

from typing import get_args

import pytest

from sop_terbuka.data.isian import JENIS, RESERVED, types_with
from sop_terbuka.data.model.formulir import Isian, Kolom

TYPES = list(JENIS.values())


def test_the_model_takes_the_types_of_the_table_and_no_other():
    assert get_args(Isian.model_fields["tipe"].annotation) == tuple(JENIS)
    columns = tuple(jenis.id for jenis in TYPES if jenis.in_table)
    assert get_args(Kolom.model_fields["tipe"].annotation) == columns
    assert "teks" in columns
    assert "tabel" not in columns


def test_a_comb_has_as_many_cells_as_the_number_has_digits():
    assert JENIS["nik"].cells == 16
    assert JENIS["npwp"].cells is None
    for jenis in TYPES:
        if jenis.comb:
            assert jenis.digits == (jenis.cells,)


@pytest.mark.parametrize("jenis", TYPES, ids=lambda jenis: jenis.id)
def test_a_hint_gives_the_example_of_the_messages(jenis):
    if "Contoh:" in jenis.hint:
        assert f"Contoh: {jenis.example}." in jenis.hint


@pytest.mark.parametrize("jenis", TYPES, ids=lambda jenis: jenis.id)
def test_what_is_no_question_says_where_it_is_written(jenis):
    assert bool(jenis.place) == (jenis.shape == "kertas")


def test_keys_belong_to_their_types_only():
    assert types_with("pilihan") == ("pilihan", "pilihan-ganda")
    assert types_with("panjang_maks") == ("teks", "paragraf", "email")
    assert types_with("baris_maks") == ("tabel",)


def test_browsers_learn_what_differs_from_free_words_only():
    assert JENIS["teks"].published() == {"bentuk": "baris", "periksa": "teks"}
    assert JENIS["nik"].published()["angka"] == [16]
    assert JENIS["uang"].published()["depan"] == "Rp"


def test_papers_keep_names_for_themselves():
    assert {"lampiran", "surat", "ttd"} == RESERVED
