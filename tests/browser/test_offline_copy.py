"""The copy that opens from a folder, without a server or a network: what a page can do, it does."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.forms import AK1, docx_text, downloaded, fill_boxes, pdf_text, submit
from tests.site import crawl

from sop_terbuka.publish.assets import COPY

SOP = "kota-wanasari/kartu-ak1"


@pytest.fixture(scope="session")
def offline_copy(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("luring")
    with ZipFile(built_site / COPY) as copy:
        copy.extractall(folder)
    return folder / "salinan-luring"


@pytest.fixture
def reader(browser: Browser, offline_copy: Path) -> Iterator[Page]:
    """A page from the folder that fails its test on any script error or request that fails."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    # Leaving a page breaks off what it still loads.
    page.on(
        "requestfailed",
        lambda request: (
            troubles.append(f"{request.url}: {request.failure}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.goto((offline_copy / "index.html").as_uri())
    yield page
    assert troubles == []
    context.close()


def test_every_link_of_the_offline_copy_names_a_file(offline_copy: Path) -> None:
    seen = crawl.pages(offline_copy)
    assert {"", f"{SOP}/", "tentang/", "panduan-penulis/", f"formulir/{AK1}/"} <= set(seen)
    assert crawl.broken_links(offline_copy, seen) == []
    folders = [
        (address, link)
        for address, page in seen.items()
        for tag, link in page.links
        if crawl.is_local(link) and link.partition("#")[0].endswith("/") and tag in ("a", "form")
    ]
    assert folders == []


@pytest.mark.browser
def test_the_offline_copy_reads_from_a_file(offline_copy: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((offline_copy / "index.html").as_uri())
    page.get_by_role("link", name="Kota Wanasari").first.click()
    page.get_by_role("link", name="Penerbitan Kartu AK-1").click()
    expect(page.get_by_role("heading", name="Penerbitan Kartu AK-1", level=1)).to_be_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.ringkas')).borderTopWidth")
        == "3px"
    )
    context.close()


def test_the_site_offers_the_copy_with_its_size_and_the_copy_says_what_it_is(
    built_site: Path, offline_copy: Path
) -> None:
    offered = " ".join(crawl.read(built_site / "dokumen" / "index.html").text)
    size = f"{(built_site / COPY).stat().st_size / 1_000_000:.1f} MB".replace(".", ",")
    assert f"Salinan luring (ZIP, {size})" in offered
    assert "data per 14 November 2023" in offered
    copied = crawl.read(offline_copy / "dokumen" / "index.html")
    assert "Ini salinan luring, data per 14 November 2023." in " ".join(copied.text)
    assert not [link for _, link in copied.links if COPY in link]


@pytest.mark.browser
def test_a_search_from_a_folder_finds_the_page(reader: Page) -> None:
    reader.get_by_role("searchbox", name="Cari layanan").fill("kartu kuning")
    reader.get_by_role("button", name="Cari", exact=True).click()
    first = reader.locator(".hasil a[href*='kartu-ak1']").first
    expect(first.locator(".hasil-jenis")).to_have_text("Layanan")
    first.click()
    expect(reader).to_have_title(re.compile("AK-1"))
    assert reader.url.endswith("/kartu-ak1/index.html")


@pytest.mark.browser
def test_ticks_made_from_a_folder_stay(reader: Page, offline_copy: Path) -> None:
    reader.goto((offline_copy / SOP / "index.html").as_uri())
    reader.get_by_label("KTP").first.check()
    reader.reload()
    expect(reader.get_by_label("KTP").first).to_be_checked()


@pytest.mark.browser
def test_a_proposal_is_made_from_a_folder(reader: Page, offline_copy: Path) -> None:
    page = (offline_copy / SOP / "usul" / "index.html").as_uri()
    reader.goto(f"{page}?pada=biaya.jumlah")
    reader.get_by_label("Besarnya").fill("Rp10.000")
    reader.get_by_label("Dari mana Anda tahu").select_option("dinas")
    reader.get_by_label("Apa tepatnya").fill("papan tarif di loket")
    reader.get_by_role("button", name="Tambahkan ke usulan").click()
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Unduh berkas usulan").click()
    made = Path(download.value.path()).read_text(encoding="utf-8")
    assert 'pada: "biaya.jumlah"' in made
    assert "papan tarif di loket" in made


@pytest.mark.browser
def test_a_form_is_filled_from_a_folder(reader: Page, offline_copy: Path) -> None:
    reader.goto((offline_copy / "formulir" / AK1 / "index.html").as_uri())
    expect(reader.locator("form[data-siap]")).to_be_visible()
    fill_boxes(reader)
    reader.reload()
    expect(reader.get_by_role("textbox", name="Nama lengkap")).to_have_value("Contoh Nama")
    submit(reader)
    assert "ContohNama" in pdf_text(downloaded(reader, "Unduh PDF"))
    assert "ContohNama" in docx_text(downloaded(reader, "Unduh Word"))
