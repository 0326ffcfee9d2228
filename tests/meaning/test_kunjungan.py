"""The visit pack: a few questions that the data answers, and exactly the papers of the case."""

import re
from pathlib import Path

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.kunjungan import MOST_CONDITIONS, MOST_VARIANTS, Kunjungan, papers
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.render import render

ROOT = Path(__file__).parents[2]
WITH_VARIANTS = [
    "kota-wanasari/sarana-hubungan-industrial",
    "kota-wanasari/tanda-daftar-bkk",
    "kota-wanasari/tanda-daftar-lpk",
]


def visit(catalog: Catalog, sop: Sop) -> Kunjungan | None:
    return layanan(catalog, sop).kunjungan


def test_only_services_with_variants_have_a_pack(catalog: Catalog) -> None:
    assert [key for key, sop in catalog.sop.items() if visit(catalog, sop)] == WITH_VARIANTS


def test_a_case_holds_its_own_papers_and_those_of_all(catalog: Catalog) -> None:
    groups = layanan(catalog, catalog.sop["kota-wanasari/sarana-hubungan-industrial"]).syarat
    found = [item.berkas for item in papers(groups, "pkb")]
    assert found[:2] == ["Surat permohonan", "Naskah PKB"]
    assert all(not item.untuk or "pkb" in item.untuk for item in papers(groups, "pkb"))


def test_a_condition_adds_its_paper_to_its_variant_only(catalog: Catalog) -> None:
    groups = layanan(catalog, catalog.sop["kota-wanasari/sarana-hubungan-industrial"]).syarat
    condition = frozenset({"Di perusahaan tidak ada SP/SB."})
    paper = "Surat pernyataan tidak ada SP/SB di perusahaan"
    assert paper not in [item.berkas for item in papers(groups, "pp")]
    assert paper in [item.berkas for item in papers(groups, "pp", condition)]
    assert paper not in [item.berkas for item in papers(groups, "pkb", condition)]


@pytest.mark.parametrize("sop_id", WITH_VARIANTS)
def test_every_paper_of_the_data_is_in_the_pack_once(catalog: Catalog, sop_id: str) -> None:
    pack = visit(catalog, catalog.sop[sop_id])
    assert pack is not None
    listed = [paper.syarat for group in pack.kelompok for paper in group.berkas]
    wanted = catalog.sop[sop_id].persyaratan
    assert len(listed) == len(wanted)
    assert all(item in listed for item in wanted)


def test_the_style_sheet_knows_every_number_that_the_data_needs(catalog: Catalog) -> None:
    style = (ROOT / "src/sop_terbuka/publish/pages/kunjungan.css").read_text(encoding="utf-8")
    assert len(re.findall(r"\.kjg-v\d+:checked", style)) == MOST_VARIANTS
    assert len(re.findall(r"\.kjg-k\d+:checked", style)) == MOST_CONDITIONS
    for sop in catalog.sop.values():
        pack = visit(catalog, sop)
        if pack:
            assert len(pack.pilihan) <= MOST_VARIANTS
            assert len(pack.keadaan) <= MOST_CONDITIONS


@pytest.mark.parametrize("sop_id", WITH_VARIANTS)
def test_nothing_that_is_answered_can_reach_an_address(catalog: Catalog, sop_id: str) -> None:
    sop = catalog.sop[sop_id]
    html = str(render("kunjungan.html.j2", f"{sop_id}/", kunjungan=visit(catalog, sop), sop=sop))
    assert "<form" not in html
    assert "style=" not in html
    assert "<script" not in html


def test_hostile_words_show_as_typed(catalog: Catalog) -> None:
    words = '{{ 7*7 }}<script>alert(1)</script>" onclick="'
    sop = catalog.sop["kota-wanasari/tanda-daftar-bkk"]
    first = sop.persyaratan[0].model_copy(update={"berkas": words, "bila": words})
    variant = sop.varian[0].model_copy(update={"nama": words})
    hostile = sop.model_copy(
        update={"persyaratan": [first, *sop.persyaratan[1:]], "varian": [variant, *sop.varian[1:]]}
    )
    html = str(render("kunjungan.html.j2", "x/", kunjungan=visit(catalog, hostile), sop=hostile))
    assert "<script" not in html
    assert "{{ 7*7 }}&lt;script&gt;" in html
