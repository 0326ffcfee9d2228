"""The built site as a whole: every address, link and byte that others rely on."""

import gzip
import json
import re
from pathlib import Path

import pytest
from tests.conftest import build_site
from tests.searched import entries
from tests.site import crawl

from sop_terbuka.data.catalog import Catalog


@pytest.fixture(scope="session")
def seen(built_site: Path) -> dict[str, crawl.Seen]:
    return crawl.pages(built_site)


def test_every_sop_has_its_page_picture_source_and_json(built_site: Path, catalog: Catalog) -> None:
    assert len(catalog.of_office("kota-wanasari")) == 9
    assert len(catalog.of_office("kab-rimbaraya")) == 8
    for sop in catalog.sop.values():
        assert (built_site / sop.id / "index.html").is_file()
        assert (built_site / sop.id / "sumber" / "index.html").is_file()
        assert (built_site / f"api/v1/sop/{sop.id}.json").is_file()
        assert (built_site / sop.id / "alur.svg").is_file() == bool(sop.langkah)
        assert (built_site / sop.id / "alur.mmd").is_file() == bool(sop.langkah)


def test_the_list_of_sops_names_every_one(built_site: Path, catalog: Catalog) -> None:
    listed = json.loads((built_site / "api/v1/sop.json").read_text(encoding="utf-8"))
    assert len(listed) == len(catalog.sop) == 17
    assert {row["id"] for row in listed} >= {"kota-wanasari/kartu-ak1", "kab-rimbaraya/kartu-ak1"}


def test_every_regulation_has_a_page(built_site: Path, catalog: Catalog) -> None:
    made = {path.parent.name for path in built_site.glob("peraturan/*/index.html")}
    assert made == set(catalog.peraturan)


def test_every_internal_link_anchor_and_asset_resolves(
    built_site: Path, seen: dict[str, crawl.Seen]
) -> None:
    assert crawl.broken_links(built_site, seen) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="tidak-ada/">x</a><a href="#tidak">y</a><a href="../../luar/">z</a>',
        encoding="utf-8",
    )
    assert crawl.broken_links(tmp_path, crawl.pages(tmp_path)) == [
        ": <a> tidak-ada/ leads nowhere",
        ": <a> #tidak has no such anchor",
        ": <a> ../../luar/ leaves the site",
    ]


def test_no_page_loads_anything_from_another_host(seen: dict[str, crawl.Seen]) -> None:
    foreign = [
        (address, tag, link)
        for address, page in seen.items()
        for tag, link in page.links
        if tag not in ("a",)
        and not crawl.is_local(link)
        # The canonical address is a name, not a request.
        and not link.startswith("data:")
    ]
    assert foreign == []


def test_style_sheets_load_nothing_from_another_host(built_site: Path) -> None:
    for path in built_site.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(\s*['\"]?|@import\s+['\"])(?:https?:)?//", text), path.name


def test_no_page_starts_client_side_mermaid(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        assert 'class="mermaid"' not in path.read_text(encoding="utf-8")


def test_no_page_shows_a_template_or_a_macro_error(seen: dict[str, crawl.Seen]) -> None:
    for address, page in seen.items():
        # A workflow in a guide has expressions of its own, with a dollar sign before them.
        text = re.sub(r"\$\{\{.*?\}\}", "", "".join(page.text))
        if address != "panduan-penulis/":  # It shows authors what to type.
            assert "{{" not in text, address
            assert "{%" not in text, address
        assert "Macro" not in text, address


def test_every_page_has_one_title_and_no_repeated_id(seen: dict[str, crawl.Seen]) -> None:
    for address, page in seen.items():
        assert page.h1 == 1, address
        assert page.repeated_ids == set(), address


def test_no_page_has_inline_handlers_or_styles(seen: dict[str, crawl.Seen]) -> None:
    for address, page in seen.items():
        assert page.handlers == [], address
        # The share of the sheet that the first screen needs; the policy names it by its hash.
        assert page.inline_styles == 1, address


def test_every_page_carries_a_policy_that_names_its_inline_scripts(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1].replace("https://", "http")


def test_a_service_page_is_light(built_site: Path, catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        html = (built_site / sop.id / "index.html").read_bytes()
        # With the share of the style sheet that its first screen needs.
        assert len(gzip.compress(html, 9)) <= 17_500, sop.id


def test_a_flowchart_is_light(built_site: Path, catalog: Catalog) -> None:
    pictures = list(built_site.glob("*/*/alur.svg"))
    assert len(pictures) == sum(bool(sop.langkah) for sop in catalog.sop.values()) == 15
    for picture in pictures:
        assert len(gzip.compress(picture.read_bytes(), 9)) <= 10_000, picture


def test_a_build_on_another_day_gives_the_same_bytes(
    project: Path, built_site: Path, tmp_path: Path
) -> None:
    again = build_site(project, tmp_path / "lagi", ON_DAY="2031-03-02T22:07:41Z")
    first = {p.relative_to(built_site): p for p in built_site.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p for p in again.rglob("*") if p.is_file()}
    assert first.keys() == second.keys()
    assert [str(k) for k in first if first[k].read_bytes() != second[k].read_bytes()] == []


def test_what_people_call_a_service_is_searchable(built_site: Path) -> None:
    index = entries((built_site / "search/indeks.json").read_bytes())
    found = {entry["alamat"] for entry in index if "kartu kuning" in entry["sebutan"]}
    assert {"kota-wanasari/kartu-ak1/", "kab-rimbaraya/kartu-ak1/"} <= found
    unwanted = ("/sumber/", "panduan-penulis/", "pengembang/", "mutu/", "petugas/", "/temuan/")
    assert not [one for one in index if any(word in one["alamat"] for word in unwanted)]


def test_every_search_result_leads_to_a_page(built_site: Path, seen: dict[str, crawl.Seen]) -> None:
    index = entries((built_site / "search/indeks.json").read_bytes())
    # A problem has no page of its own: it leads to services, or says where else one goes.
    shown = [one for one in index if not one["alamat"].startswith("bukan:")]
    assert all(one["jenis"] for one in index if one not in shown)
    found = [there for one in shown for there in one["ke"] or [one["alamat"]]]
    assert any(one["ke"] for one in index)
    for there in found:
        address, _, anchor = there.partition("#")
        assert address in seen
        assert not anchor or anchor in seen[address].ids


def test_the_themes_own_index_holds_nothing(built_site: Path) -> None:
    # Every visitor loads it with the first page, searching or not.
    index = json.loads((built_site / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["docs"] == []


def test_a_second_build_of_the_same_renders_nothing(project: Path, built_site: Path) -> None:
    before = {path: path.stat() for path in built_site.rglob("*")}
    build_site(project, built_site)
    after = {path: path.stat() for path in built_site.rglob("*")}
    # A page that is written again is another file at the same address.
    assert {k: (v.st_ino, v.st_mtime_ns) for k, v in after.items()} == {
        k: (v.st_ino, v.st_mtime_ns) for k, v in before.items()
    }
