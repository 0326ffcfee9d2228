"""SOP data is untrusted: whatever an author types shows as typed, everywhere, and runs nowhere."""

import dataclasses
import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.contoh_revisi import DATA
from tests.feeds import atom_problems, calendar_problems, sitemap_problems
from tests.hostile import HOSTILE, hostile, records, untouched, unused, whole
from tests.revise.test_revisi_complete import FULL, FULL_OFFICE
from tests.searched import entries
from tests.site import crawl

from sop_terbuka.cli import main
from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.generator.policy import with_policy

GOOD = Path(__file__).parents[1] / "examples" / "dasar"
SOP = "dinas-contoh/kartu-usaha"
SITE = "https://contoh.invalid/sub/"


@pytest.fixture(scope="module")
def data() -> Catalog:
    good = load(GOOD / "sop_data", GOOD / "forms")
    # One SOP and one office have something in every key.
    sample = load(DATA / "sop_data", DATA / "forms")
    full = dataclasses.replace(
        sample,
        sop=dict(sample.sop) | {FULL.id: FULL},
        instansi=dict(sample.instansi)
        | {FULL_OFFICE.id: FULL_OFFICE.model_copy(update={"logo": None})},
    )
    made = whole(good, full)
    assert unused(made) == set()
    return hostile(made)


@pytest.fixture(scope="module")
def site(data: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of hostile data, built as any other; only its rules are not asked."""
    project = tmp_path_factory.mktemp("asing") / "situs"
    assert main(["situs-baru", str(project), "--id", "dinas-contoh"]) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.setenv("SOP_SITE_URL", SITE)
        config = load_config(
            str(project / "mkdocs.yml"), site_dir=str(project / "site"), strict=True
        )
        patch.setattr("sop_terbuka.publish.site.load", lambda *_: data)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return project / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }


def test_every_free_text_of_every_kind_of_record_is_hostile(data: Catalog) -> None:
    kinds = {type(record).__name__ for record in records(data)}
    assert kinds == {
        "Sop", "Instansi", "Peraturan", "Formulir", "Istilah", "Topik", "Audiens", "Situs",
    }  # fmt: skip
    assert [place for record in records(data) for place in untouched(record)] == []


def test_hostile_text_becomes_no_element(pages: dict[str, str]) -> None:
    assert len(pages) > 30
    for name, text in pages.items():
        assert "<xss-unsur" not in text, name
        assert "<script>alert" not in text, name


def test_the_policy_of_every_page_knows_every_script(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        assert with_policy(text)[1] == [], name


def test_hostile_text_is_no_template(pages: dict[str, str]) -> None:
    assert not [name for name, text in pages.items() if re.search(r">49<|\b49\{%", text)]


def test_hostile_text_makes_no_link_and_no_attribute_that_runs_something(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = crawl.read(path)
        assert not [link for _, link in page.links if link.startswith("javascript:")], path
        # The hostile attribute would be one of them.
        assert page.handlers == [], path


def test_titles_that_the_theme_prints_show_as_typed(pages: dict[str, str]) -> None:
    shown = html.escape(HOSTILE, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    home = pages["index.html"]
    # Tabs and drawer, site's name in the header, footer.
    assert home.count(shown) >= 6
    for name in (f"{SOP}/index.html", "dinas-contoh/index.html", "topik/usaha/index.html"):
        title = re.search(r"<title>(.*?)</title>", pages[name], re.DOTALL)
        assert title
        assert "&lt;xss-unsur" in title[1]


def test_hostile_text_shows_as_typed_on_the_page(site: Path) -> None:
    text = "".join(crawl.read(site / SOP / "index.html").text)
    assert text.count(HOSTILE) >= 5


def test_open_data_holds_the_text_as_typed(site: Path) -> None:
    for path in site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    sop = json.loads((site / f"api/v1/sop/{SOP}.json").read_text(encoding="utf-8"))
    assert sop["nama"] == HOSTILE


def test_the_search_index_is_safe_to_put_into_the_page(site: Path) -> None:
    index = entries((site / "search/indeks.json").read_bytes())
    shown = [entry[key] for entry in index for key in ("judul", "ringkas")]
    assert any("&lt;xss-unsur" in text for text in shown)
    assert not any("<" in text for text in shown)


def test_pictures_and_what_machines_read_are_well_formed(site: Path) -> None:
    found = [*site.rglob("*.xml"), *site.rglob("alur.svg")]
    assert len(found) > 3
    for path in found:
        tags = {element.tag for element in ET.fromstring(path.read_bytes()).iter()}
        assert not any("xss-unsur" in tag or tag.endswith("}script") for tag in tags), path


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        ("umpan.xml", atom_problems),
        ("tinjauan.ics", calendar_problems),
        ("sitemap.xml", sitemap_problems),
    ],
)
def test_hostile_text_leaves_feeds_calendars_and_the_map_to_their_standards(
    site: Path, name: str, problems: Callable[[bytes], list[str]]
) -> None:
    found = {path: problems(path.read_bytes()) for path in site.rglob(name)}
    assert found == {key: [] for key in found}
    assert site / name in found


def test_the_map_names_every_page_once(site: Path) -> None:
    named = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    pages = {
        f"{SITE}{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for path in site.rglob("index.html")
    }
    assert sorted(named) == sorted(pages)
