"""The search index: the same is found in it whole and in parts, and a part is small."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_terbuka.data.catalog import load
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.feeds.indeks import files
from sop_terbuka.publish.feeds.search import content
from tests.conftest import SAMPLE
from tests.copies import copied
from tests.searched import answers

_QUERIES = [
    # Names, words of titles and of texts, other names.
    "kartu kuning", "AK-1", "pengaduan", "pelatihan", "izin usaha industri", "surat kuasa", "PKB",
    # Typed in part, run together, with endings, misspelt at the end and at the start.
    "pel", "pelati", "kartukuning", "kartunya", "pengaduam", "oengaduan", "pelatian kerja",
    # Problems, offices, places, what is done elsewhere, nothing.
    "gaji tidak dibayar", "gaji di tahan", "jam buka", "wanasari", "kartu kuning rimbaraya",
    "SIM", "bikin ktp", "qqxxzz", "", "&<>",
]  # fmt: skip


def written(folder: Path, data: Path, most: int) -> Path:
    """The search of a site in a folder, in one file up to so many bytes."""
    catalog = load(data / "sop_data", data / "forms")
    for address, made in files(content(catalog, all_layanan(catalog), []), most):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
    return folder


def both(folder: Path, data: Path) -> Iterator[Path]:
    """The search of a site in one file, and in parts."""
    yield written(folder / "utuh", data, 10**9)
    yield written(folder / "bagian", data, 0)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of twelve offices."""
    folder = tmp_path_factory.mktemp("besar")
    copied(SAMPLE, folder, 6)
    return folder


@pytest.fixture(scope="module")
def twice(large: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Their search in one file, and in parts."""
    whole, split = both(tmp_path_factory.mktemp("cari"), large)
    return whole, split


def test_the_same_is_found_whole_and_in_parts(twice: tuple[Path, Path]) -> None:
    questions = [
        *_QUERIES,
        {"teks": "kartu kuning", "kantor": "kota-barabang"},
        {"teks": "kartu kuning", "kantor": "barabang"},
        {"teks": "kartu kuning", "kantor": "tiada"},
    ]
    for query, whole, split in zip(
        questions, *(answers(one, questions) for one in twice), strict=True
    ):
        first = [hit | {"score": round(hit["score"], 9)} for hit in whole["hits"][:10]]
        assert first == [hit | {"score": round(hit["score"], 9)} for hit in split["hits"]], query


def test_two_offices_are_searched_alike_too(tmp_path: Path) -> None:
    whole, split = (answers(one, _QUERIES) for one in both(tmp_path, SAMPLE))
    assert [one["hits"][:10] for one in whole] == [one["hits"] for one in split]
    # Every kind of question above is answered here but the last three.
    assert [query for query, one in zip(_QUERIES, whole, strict=True) if not one["hits"]] == (
        ["qqxxzz", "", "&<>"]
    )


def test_the_same_at_many_offices_is_one_hit_with_their_number(twice: tuple[Path, Path]) -> None:
    for folder in twice:
        (answer,) = answers(folder, ["kartu kuning"])
        first = answer["hits"][0]
        assert (first["location"], first["many"]) == ("perbandingan/kartu-ak1/", 12)
        others = [hit["location"] for hit in answer["hits"]]
        assert not [
            place
            for place in others
            if place.endswith("/kartu-ak1/") and place != first["location"]
        ]


def test_a_place_brings_its_own_service_to_the_top(twice: tuple[Path, Path]) -> None:
    asked = ["kartu kuning kota barabang", "barabang kartu ak1", "kartu kuning baraban"]
    for folder in twice:
        for answer in answers(folder, asked):
            first, second = (hit["location"] for hit in answer["hits"][:2])
            assert {first, second} <= {
                f"{office}/kartu-ak1/"
                for office in (
                    "kota-barabang",
                    "kota-barabang-dua",
                    "kab-barabang",
                    "kab-barabang-dua",
                )
            }


def test_an_office_is_chosen_by_its_id_or_by_a_part_of_its_name(twice: tuple[Path, Path]) -> None:
    for folder in twice:
        chosen, named, none = answers(
            folder,
            [
                {"teks": "kartu kuning", "kantor": "kota-barabang"},
                {"teks": "kartu kuning", "kantor": "calabang"},
                {"teks": "kartu kuning", "kantor": "tiada"},
            ],
        )
        assert chosen["hits"][0]["location"] == "kota-barabang/kartu-ak1/"
        assert all(hit["location"].startswith("kota-barabang/") for hit in chosen["hits"])
        offices = [hit["location"].split("/")[0] for hit in named["hits"]]
        assert all("-calabang" in office for office in offices)
        assert len(set(offices[:4])) == 4
        assert none["hits"] == []


def test_a_head_that_a_browser_kept_is_loaded_again(
    twice: tuple[Path, Path], tmp_path: Path
) -> None:
    _, split = twice
    head = split / "search" / "indeks.json"
    kept = tmp_path / "indeks.json"
    edition = json.loads(head.read_bytes())["bagian"]
    kept.write_text(head.read_text("utf-8").replace(edition, "00000000"), "utf-8")
    (answer,) = answers(split, ["kartu kuning"], kept)
    assert answer["hits"][0]["location"] == "perbandingan/kartu-ak1/"
    assert answer["loaded"].count("search/indeks.json") == 2


def test_a_query_in_parts_loads_its_words_and_what_is_shown(twice: tuple[Path, Path]) -> None:
    _, split = twice
    every = list((split / "search").iterdir())
    (answer,) = answers(split, ["kartu kuning"])
    assert len(set(answer["loaded"])) < len(every) / 2
    assert "search/indeks.json" in answer["loaded"]


def test_the_head_says_nothing_of_single_services(twice: tuple[Path, Path]) -> None:
    _, split = twice
    head = (split / "search" / "indeks.json").read_text("utf-8")
    assert "/kartu-ak1/" not in head
    for part in (split / "search").glob("kata-*.json"):
        # One word may be longer than a part should be, but not by much.
        assert part.stat().st_size < 40_000


def test_a_first_query_in_parts_is_far_below_its_budget(twice: tuple[Path, Path]) -> None:
    # 120 kB for two hundred offices; twelve load about a third of that.
    _, split = twice
    worker = len(gzip.compress((split / "assets/js/pencari.js").read_bytes(), 6))
    for answer in answers(split, [query for query in _QUERIES if query]):
        sent = sum(
            len(gzip.compress((split / one).read_bytes(), 6)) for one in set(answer["loaded"])
        )
        assert worker + sent < 60_000
