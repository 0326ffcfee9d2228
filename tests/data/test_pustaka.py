"""The library that comes with the program, and what a site makes of it."""

import shutil
import tracemalloc
from pathlib import Path
from typing import get_args

import pytest

from sop_terbuka.data import pustaka, terpakai
from sop_terbuka.data.catalog import Catalog, examine, load
from sop_terbuka.data.draft import read
from sop_terbuka.data.model import Audiens, Istilah, Masalah, Sop, Topik

GOOD = Path(__file__).parents[1] / "examples" / "dasar"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good data to add to."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path / "sop_data"


def loaded(data: Path) -> Catalog:
    return load(data, data.parent / "forms")


def test_the_library_keeps_the_rules_without_any_site(tmp_path: Path) -> None:
    assert examine(tmp_path) == (read(tmp_path)[0], [])


def test_every_status_of_an_sop_and_what_is_inferred_is_explained_on_any_site(data: Path) -> None:
    status = get_args(Sop.model_fields["status"].annotation)
    assert len(status) == 4
    terms = {term.id for term in loaded(data).istilah}
    assert {*status, "disimpulkan", "keyakinan", "temuan"} <= terms


def test_every_term_and_topic_of_the_library_is_a_whole_record() -> None:
    shared = pustaka.library()
    assert len(shared.peraturan) > 60
    lists = (
        (Istilah, shared.istilah), (Topik, shared.topik), (Audiens, shared.audiens),
        (Masalah, shared.masalah),
    )  # fmt: skip
    for model, items in lists:
        for name, item in items.items():
            assert model.model_validate(item.plain()).id == name


def test_no_term_of_the_library_names_an_sop() -> None:
    assert not [name for name, item in pustaka.library().istilah.items() if "sop" in item.value]


def test_what_a_site_does_not_need_is_not_in_its_catalogue(data: Path) -> None:
    found = loaded(data)
    assert set(found.peraturan) == {"perda-contoh-2-2010", "uu-1-2001"}
    assert "cpmi" not in {term.id for term in found.istilah}
    assert {topic.id for topic in found.topik} == {sop.topik for sop in found.sop.values()}


def test_a_law_that_an_sop_names_comes_with_those_it_leads_to(data: Path) -> None:
    path = data / "dinas-contoh" / "pengaduan.yml"
    text = path.read_text(encoding="utf-8")
    assert "dasar_hukum" not in text
    path.write_text(
        f"{text}\ndasar_hukum:\n  - {{peraturan: permenaker-39-2016, tertulis: Permenaker}}\n",
        encoding="utf-8",
    )
    found = loaded(data)
    assert {"permenaker-39-2016", "permenaker-18-2024"} <= set(found.peraturan)
    assert "uu-13-2003" not in found.peraturan


def test_a_term_is_shown_where_its_word_is_used(data: Path) -> None:
    path = data / "dinas-contoh" / "pengaduan.yml"
    text = path.read_text(encoding="utf-8").replace("ringkasan: ", "ringkasan: Bagi CPMI. ", 1)
    path.write_text(text, encoding="utf-8")
    assert "cpmi" in {term.id for term in loaded(data).istilah}


def test_a_site_changes_one_key_of_a_law_and_keeps_the_rest(data: Path) -> None:
    own = data / "peraturan" / "uu-13-2003.yml"
    own.write_text("catatan: Dipakai pada loket kami.\n", encoding="utf-8")
    law = loaded(data).peraturan["uu-13-2003"]
    assert law.catatan == "Dipakai pada loket kami."
    assert law.nomor == "13"


def test_a_mistake_in_a_changed_key_is_told_at_its_own_place(data: Path) -> None:
    own = data / "peraturan" / "uu-13-2003.yml"
    own.write_text("# Ganti\nstatus: lama\n", encoding="utf-8")
    _, problems = examine(data, data.parent / "forms")
    assert [(p.berkas, p.baris, p.aturan) for p in problems] == [
        ("sop_data/peraturan/uu-13-2003.yml", 2, "pilihan-tidak-dikenal")
    ]


def test_a_site_adds_its_services_to_a_term_of_the_library(data: Path) -> None:
    (data / "istilah.yml").write_text(
        "istilah:\n  - {id: oss, sop: [dinas-contoh/kartu-usaha]}\n"
        "  - {id: kami, istilah: Kami, arti: Dinas ini.}\n",
        encoding="utf-8",
    )
    terms = {term.id: term for term in loaded(data).istilah}
    assert terms["oss"].sop == ["dinas-contoh/kartu-usaha"]
    assert terms["oss"].arti
    assert terms["kami"].arti == "Dinas ini."


def test_a_mistake_in_a_term_is_counted_as_in_the_sites_own_file(data: Path) -> None:
    (data / "istilah.yml").write_text(
        "istilah:\n  - {id: kami, istilah: Kami, arti: Kita.}\n"
        "  - {id: oss, sop: [dinas-contoh/tidak-ada]}\n",
        encoding="utf-8",
    )
    _, problems = examine(data, data.parent / "forms")
    assert [str(p).partition(' "')[0] for p in problems] == [
        "sop_data/istilah.yml:3:21: istilah 2, sop 1:"
    ]


def test_a_site_without_topics_of_its_own_uses_those_of_the_library(data: Path) -> None:
    (data / "topik.yml").unlink()
    for path in (data / "dinas-contoh").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("topik: usaha", "topik: lain"), encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("topik: pengaduan", "topik: bertanya"), encoding="utf-8")
    assert [topic.id for topic in loaded(data).topik] == ["bertanya", "lain"]


def test_a_site_says_a_problem_in_its_own_words_and_adds_one(data: Path) -> None:
    (data / "masalah.yml").write_text(
        "masalah:\n  - {id: thr, ucapan: [bonus raya]}\n"
        "  - {id: kami, nama: Lapak digusur, ucapan: [kena gusur], layanan: [lapak]}\n",
        encoding="utf-8",
    )
    problems = {item.id: item for item in loaded(data).masalah}
    assert problems["thr"].ucapan == ["bonus raya"]
    assert problems["thr"].layanan
    assert problems["kami"].nama == "Lapak digusur"
    assert "gaji-tidak-dibayar" in problems


def test_the_topic_of_a_problem_is_in_the_list(data: Path) -> None:
    (data / "masalah.yml").write_text(
        "masalah:\n  - {id: kami, nama: Gusur, ucapan: [gusur], topik: [tidak-ada-topik]}\n"
        "  - {id: kami, nama: Gusur, ucapan: [gusur]}\n",
        encoding="utf-8",
    )
    _, problems = examine(data, data.parent / "forms")
    assert [(p.berkas, p.baris, p.aturan) for p in problems] == [
        ("sop_data/masalah.yml", 2, "topik-tidak-dikenal"),
        ("sop_data/masalah.yml", 3, "id-ganda"),
    ]


def test_the_words_of_a_site_are_not_held_together(data: Path) -> None:
    records = list(loaded(data).sop.values()) * 100
    listed = [Istilah.model_validate(node.plain()) for node in pustaka.library().istilah.values()]
    shared = frozenset(term.id for term in listed)
    whole = list(terpakai.terms(listed, shared, records[:2]))
    tracemalloc.start()
    try:
        assert list(terpakai.terms(listed, shared, records)) == whole
        assert tracemalloc.get_traced_memory()[1] < 500_000
    finally:
        tracemalloc.stop()
