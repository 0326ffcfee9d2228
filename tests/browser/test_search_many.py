"""The search of many offices, from a host and from a folder: one hit for all, one office chosen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import watch
from tests.browser.forms import serve
from tests.conftest import SAMPLE
from tests.copies import copied

from sop_terbuka.data.catalog import load
from sop_terbuka.generator.folder import offer_copy
from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.assets import COPY
from sop_terbuka.publish.feeds.indeks import files
from sop_terbuka.publish.feeds.search import content

# Of each of the two sample offices.
_COPIES = 7


@pytest.fixture(scope="module")
def large_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with the search of fourteen offices in parts, and the copy for a folder."""
    folder = tmp_path_factory.mktemp("banyak")
    copied(SAMPLE, folder, _COPIES)
    catalog = load(folder / "sop_data", folder / "forms")
    site = folder / "situs"
    shutil.copytree(built_site, site)
    shutil.rmtree(site / "search")
    (site / COPY).unlink()
    for address, made in files(content(catalog, all_layanan(catalog), []), most=0):
        (site / address).parent.mkdir(exist_ok=True)
        (site / address).write_bytes(made)
    offer_copy(site, "2026-11-29", is_made=True)
    return site


@pytest.fixture(params=["host", "folder"])
def home(
    request: pytest.FixtureRequest, browser: Browser, large_site: Path, tmp_path: Path
) -> Iterator[Page]:
    """Its home page from a host, and from a folder, where no worker starts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    troubles: list[str] = []
    if request.param == "host":
        with serve(large_site) as server:
            watch(page, server.address, troubles)
            page.goto(server.address)
            yield page
    else:
        with ZipFile(large_site / COPY) as packed:
            packed.extractall(tmp_path)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto((tmp_path / "salinan-luring" / "index.html").as_uri())
        yield page
    context.close()
    assert troubles == []


def test_a_service_of_many_offices_is_one_hit_and_an_office_is_typed(home: Page) -> None:
    home.get_by_role("searchbox", name="Cari layanan").fill("kartu kuniing")
    first = home.locator(".hasil li").first
    expect(first.locator(".hasil-jenis")).to_have_text("Layanan di 14 kantor")
    first.get_by_role("button", name="Pilih daerah atau kantor").click()
    choice = home.get_by_role("main").get_by_label("Daerah atau kantor")
    expect(choice).to_be_focused()
    assert home.locator("datalist option").count() == 14
    choice.fill("kota durab")
    link = home.locator(".hasil li a").first
    expect(link).to_have_attribute("href", re.compile("/kota-durabang/kartu-ak1/(?:index.html)?$"))
    choice.fill("tiada")
    expect(home.get_by_role("main").get_by_role("status")).to_contain_text("di kantor itu")


def test_a_place_in_the_query_leads_to_its_office(home: Page) -> None:
    home.get_by_role("searchbox", name="Cari layanan").fill("kartu kuning kota durabang")
    link = home.locator(".hasil li a").first
    expect(link).to_have_attribute("href", re.compile("/kota-durabang/kartu-ak1/(?:index.html)?$"))
