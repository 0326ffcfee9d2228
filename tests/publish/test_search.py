"""What of a catalogue can be searched."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Masalah
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds import search

DATA = Path(__file__).parents[1] / "situs"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The data of the sample site."""
    return load(DATA / "sop_data", DATA / "forms")


def entries(catalog: Catalog) -> dict[str, dict[str, Any]]:
    """The entries of the index by address."""
    found = json.loads(search.index(catalog, all_layanan(catalog), []))["entri"]
    return {entry["alamat"]: entry for entry in found}


def known(catalog: Catalog) -> list[str]:
    """The words that the index tells beside those of its entries."""
    found: list[str] = json.loads(search.index(catalog, all_layanan(catalog), []))["dikenal"]
    return found


def test_a_word_of_steps_counts_only_where_it_tells_services_apart(catalog: Catalog) -> None:
    def holding(word: str) -> tuple[set[str], set[str]]:
        in_steps = {
            f"{key}/"
            for key, sop in catalog.sop.items()
            if any(word in step.kegiatan.lower().split() for step in sop.langkah)
        }
        return in_steps, {n for n in in_steps if word in index[n].get("isi", "").split()}

    index = entries(catalog)
    everywhere, kept = holding("membuat")
    assert len(everywhere) > 2
    assert not kept
    one, kept = holding("mencetak")
    assert one
    assert kept == one


def test_every_word_of_a_required_paper_can_be_searched(catalog: Catalog) -> None:
    index = entries(catalog)
    for key, sop in catalog.sop.items():
        there = " ".join(str(value) for value in index[f"{key}/"].values()).lower()
        for item in sop.persyaratan:
            assert [w for w in search._words(item.berkas) if w not in there] == []


def test_what_is_done_elsewhere_and_nowhere_keeps_its_words(catalog: Catalog) -> None:
    said = {"ucapan": ["surat gaib"]}
    silent = Masalah.model_validate({"id": "gaib", "nama": "Gaib", **said})
    told = silent.model_copy(update={"lain": catalog.masalah[0].lain})
    assert catalog.masalah[0].lain
    assert {"surat", "gaib"} <= set(known(replace(catalog, masalah=(silent,))))
    assert "bukan:gaib" in entries(replace(catalog, masalah=(told,)))
    assert known(replace(catalog, masalah=(told,))) == []
