"""Proposing stands where the reader meets the fault: each link opens the form at its place."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.site import crawl


def _asked(page: crawl.Seen) -> list[str]:
    found = []
    for _, link in page.links:
        if "usul/" in link and (place := parse_qs(urlsplit(link).query).get("pada")):
            found.append(place[0])
    return found


# Each requirement has a link of its own in the fold that asks what is wrong.
_OF_A_REQUIREMENT = re.compile(r"persyaratan\[[^]+]+\]")


@pytest.mark.parametrize(
    ("sop", "places"),
    [
        ("kota-wanasari/kartu-ak1", ["biaya", "persyaratan", "langkah", "dasar_hukum"]),
        (
            "kab-rimbaraya/kartu-ak1",
            ["biaya", "jam", "persyaratan[pas-foto-3x4].wajib", "persyaratan",
             "instansi.pengaduan", "langkah", "dasar_hukum"],
        ),
    ],
)  # fmt: skip
def test_a_link_stands_beside_what_is_not_stated(
    built_site: Path, sop: str, places: list[str]
) -> None:
    page = crawl.read(built_site / sop / "index.html")
    asked = _asked(page)
    of_items = [place for place in asked if _OF_A_REQUIREMENT.fullmatch(place)]
    assert [place for place in asked if place not in of_items] == places
    html = (built_site / sop / "usul/index.html").read_text(encoding="utf-8")
    data = re.search(r"data-usul-bidang>(.*?)</script>", html)
    assert data
    items = json.loads(data[1])["butir"]
    assert of_items == [item["pada"] for item in items if _OF_A_REQUIREMENT.fullmatch(item["pada"])]
    known = {item["pada"] for item in items} | {
        f"{item['pada']}.{key}" for item in items for key, _ in item.get("nilai", ())
    }
    assert {place for place in places if place not in known and f"{place}[+]" not in known} == set()


def test_the_proposal_page_says_without_a_script_what_to_write_and_to_whom(
    built_site: Path,
) -> None:
    html = (built_site / "kota-wanasari/kartu-ak1/usul/index.html").read_text(encoding="utf-8")
    assert "<noscript>" in html
    assert "Tanpa itu, kirim surat berisi: nama layanan" in html
    assert 'href="mailto:dinaker@wanasari.example"' in html
