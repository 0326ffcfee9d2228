"""The copy that opens from a USB stick: every link names a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.forms import AK1, docx_text, downloaded, fill_boxes, pdf_text, submit
from tests.conftest import build_site
from tests.site import crawl


@pytest.fixture(scope="module")
def offline_copy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("luring") / "sub" / "jalur"
    return build_site(project, target, SOP_DIRECTORY_URLS="false")


def test_every_link_of_the_offline_copy_names_a_file(offline_copy: Path) -> None:
    seen = crawl.pages(offline_copy)
    assert crawl.broken_links(offline_copy, seen) == []
    folders = [
        (address, link)
        for address, page in seen.items()
        for tag, link in page.links
        # A form without a target of its own only opens the search of the same page.
        if crawl.is_local(link)
        and link.partition("#")[0].endswith("/")
        and tag == "a"
        and address != "404.html"
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


@pytest.mark.browser
def test_a_form_is_filled_from_a_folder(offline_copy: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto((offline_copy / "formulir" / AK1 / "index.html").as_uri())
    expect(page.locator("form[data-siap]")).to_be_visible()
    fill_boxes(page)
    page.reload()
    expect(page.get_by_role("textbox", name="Nama lengkap")).to_have_value("Contoh Nama")
    submit(page)
    assert "ContohNama" in pdf_text(downloaded(page, "Unduh PDF"))
    assert "ContohNama" in docx_text(downloaded(page, "Unduh Word"))
    assert troubles == []
    context.close()
