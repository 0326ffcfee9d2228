"""What the built site tells hosts, search engines, and links that people kept from earlier."""

import json
import re
from pathlib import Path

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.rules.alamat import SITUS

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def test_every_public_service_says_what_it_is_in_its_page(
    built_site: Path, catalog: Catalog
) -> None:
    for sop in catalog.sop.values():
        html = (built_site / sop.id / "index.html").read_text(encoding="utf-8")
        found = [json.loads(text) for text in _DATA.findall(html)]
        assert [one["name"] for one in found] == ([] if sop.is_internal else [sop.nama])


def test_an_address_that_is_no_more_leads_to_the_new_one(built_site: Path) -> None:
    html = (built_site / "kota-wanasari/kartu-kuning/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../kartu-ak1/">' in html
    assert '<a href="../kartu-ak1/">Penerbitan Kartu AK-1</a>' in html
    far = (built_site / "dinas-lama/ak1/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../kota-wanasari/kartu-ak1/"' in far


def test_a_page_that_moved_is_not_found_by_the_search(built_site: Path) -> None:
    index = (built_site / "search/indeks.json").read_text(encoding="utf-8")
    assert "kota-wanasari/kartu-ak1/" in index
    assert "kota-wanasari/kartu-kuning/" not in index


def test_hosts_and_search_engines_find_their_files(built_site: Path) -> None:
    for name in ("robots.txt", "_headers", ".htaccess"):
        assert (built_site / name).stat().st_size > 20
    described = json.loads((built_site / "api/v1/openapi.json").read_text(encoding="utf-8"))
    services = json.loads((built_site / "api/v1/cpsv-ap.jsonld").read_text(encoding="utf-8"))
    assert described["openapi"] == "3.1.0"
    assert "cpsv:PublicService" in {node["@type"] for node in services["@graph"]}


def test_no_folder_of_the_site_can_be_an_offices_name(built_site: Path, catalog: Catalog) -> None:
    folders = {path.name for path in built_site.iterdir() if path.is_dir()}
    moved = {old.partition("/")[0] for sop in catalog.sop.values() for old in sop.alamat_lama}
    written = {path.name for path in (Path(__file__).parents[1] / "situs/docs").iterdir()}
    assert folders - set(catalog.instansi) - moved - written <= SITUS
