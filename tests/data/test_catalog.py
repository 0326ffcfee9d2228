"""A data folder becomes one immutable catalogue, or every problem there is."""

import shutil
from pathlib import Path

import pytest

from sop_terbuka.data.catalog import Catalog, examine, load
from sop_terbuka.data.draft import read
from sop_terbuka.data.model import Dasar, Koreksi
from sop_terbuka.data.node import read_file
from sop_terbuka.data.problem import DataError

GOOD = Path(__file__).parents[1] / "examples" / "dasar"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good data to spoil."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path / "sop_data"


@pytest.fixture
def good() -> Catalog:
    return load(GOOD / "sop_data", GOOD / "forms")


def problems_of(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(data, data.parent / "forms")
    return [str(problem) for problem in caught.value.problems]


def test_ids_are_the_places_of_the_files(good: Catalog) -> None:
    assert list(good.sop) == ["dinas-contoh/kartu-usaha", "dinas-contoh/pengaduan"]
    assert list(good.instansi) == ["dinas-contoh"]
    assert list(good.peraturan) == ["perda-contoh-2-2010", "uu-1-2001"]


def test_the_catalogue_cannot_be_changed(good: Catalog) -> None:
    with pytest.raises(TypeError):
        good.sop["x"] = good.sop["dinas-contoh/pengaduan"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        good.sop["dinas-contoh/pengaduan"].nama = "x"  # type: ignore[misc]


def test_an_sop_knows_its_office_and_its_own_part_of_the_id(good: Catalog) -> None:
    sop = good.sop["dinas-contoh/kartu-usaha"]

    assert (sop.instansi, sop.slug) == ("dinas-contoh", "kartu-usaha")


def test_the_sops_of_an_office_stand_in_the_order_it_wants(data: Path) -> None:
    office = data / "dinas-contoh" / "instansi.yml"
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace("[kartu-usaha, pengaduan]", "[pengaduan]"), encoding="utf-8")

    catalog = load(data, data.parent / "forms")
    assert [sop.slug for sop in catalog.of_office("dinas-contoh")] == ["pengaduan", "kartu-usaha"]


def test_the_sops_that_cite_a_regulation_are_found(good: Catalog) -> None:
    assert [sop.slug for sop in good.citing("uu-1-2001")] == ["kartu-usaha"]
    assert good.citing("perda-contoh-2-2010") == []


def test_the_source_text_is_kept_line_by_line(good: Catalog) -> None:
    assert good.sumber["contoh.txt"][1] == "NAMA SOP\tPenerbitan Kartu Usaha Kecil"


def test_one_bad_file_does_not_hide_the_problems_of_others(data: Path) -> None:
    (data / "dinas-contoh" / "pengaduan.yml").write_bytes(b"\xff")
    (data / "peraturan" / "uu-1-2001.yml").write_text("jenis: [", encoding="utf-8")
    (data / "istilah.yml").write_text("istilah: satu\n", encoding="utf-8")
    (data / "dinas-contoh" / "instansi.yml").write_text("", encoding="utf-8")

    assert [line.split(": ")[0] for line in problems_of(data)] == [
        "sop_data/dinas-contoh/instansi.yml:1:1",
        "sop_data/dinas-contoh/pengaduan.yml:1:1",
        "sop_data/istilah.yml:1:10",
        "sop_data/peraturan/uu-1-2001.yml:2:1",
    ]


def test_references_to_a_broken_file_are_no_problem_of_their_own(data: Path) -> None:
    (data / "peraturan" / "uu-1-2001.yml").write_text("", encoding="utf-8")

    assert problems_of(data) == [
        "sop_data/peraturan/uu-1-2001.yml:1:1: berkas kosong. Isi paling sedikit kunci wajib. "
        "[berkas-kosong]"
    ]


def test_a_link_out_of_the_data_folder_is_not_followed(data: Path, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia"
    shutil.copytree(data / "dinas-contoh", secret)
    (data / "dinas-lain").symlink_to(secret)
    (data / "dinas-contoh" / "salinan.yml").symlink_to(secret / "pengaduan.yml")

    draft, problems = read(data, data.parent / "forms")
    assert [problem.pesan for problem in problems] == [
        "berkas ini tidak dibaca. Tautan berkas tidak diikuti. Salin berkasnya ke sini.",
        "berkas ini tidak dibaca. Tautan berkas tidak diikuti. Salin berkasnya ke sini.",
    ]
    assert set(draft.sop) == {"dinas-contoh/kartu-usaha", "dinas-contoh/pengaduan"}


def test_a_source_that_is_no_text_is_a_problem_of_its_own(data: Path) -> None:
    (data / "sumber" / "contoh.txt").write_bytes(b"\xff")

    assert problems_of(data)[0].startswith("sop_data/sumber/contoh.txt:1:1: berkas bukan teks")


def test_a_broken_list_of_topics_does_not_spoil_every_sop(data: Path) -> None:
    (data / "topik.yml").write_text("", encoding="utf-8")

    assert problems_of(data) == [
        "sop_data/topik.yml:1:1: berkas kosong. Isi paling sedikit kunci wajib. [berkas-kosong]"
    ]


def test_every_file_is_read_once_and_no_tree_of_it_is_kept(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []

    def counted(source: Path, shown: str) -> object:
        found.append(shown)
        return read_file(source, shown)

    monkeypatch.setattr("sop_terbuka.data.draft.read_file", counted)
    draft, problems = examine(data, data.parent / "forms")
    assert problems == []
    # Which words a site is written in is asked before anything else is read.
    assert {name for name in found if found.count(name) > 1} == {"sop_data/situs.yml"}
    read_here = (*draft.sop.values(), *draft.instansi.values(), *draft.formulir.values())
    assert not [entry.berkas for entry in read_here if "node" in vars(entry)]


def test_a_place_in_a_file_that_is_gone_is_its_beginning(data: Path) -> None:
    draft, _ = read(data, data.parent / "forms")
    (data / "dinas-contoh" / "kartu-usaha.yml").unlink()

    place = draft.sop["dinas-contoh/kartu-usaha"].at(("langkah", 0, "kegiatan"))
    assert place[:3] == ("sop_data/dinas-contoh/kartu-usaha.yml", 1, 1)


def test_records_with_the_same_keys_share_the_set_of_them() -> None:
    first = Koreksi(pada="a", tertulis="b", menjadi="c", alasan="d", keyakinan="tinggi")
    second = first.model_copy()
    third = Koreksi(pada="e", tertulis="f", menjadi="g", alasan="h", keyakinan="rendah")
    assert third.model_fields_set is first.model_fields_set
    assert second == first


def test_a_changed_copy_of_a_record_leaves_the_keys_of_the_others() -> None:
    first = Dasar(jenis="dinas")
    changed = first.model_copy(update={"nama": "Laman dinas"})
    assert first.model_fields_set == Dasar(jenis="sop").model_fields_set == {"jenis"}
    assert changed.model_dump(exclude_unset=True) == {"jenis": "dinas", "nama": "Laman dinas"}
