"""Menu and search on a phone: used by keyboard, and out of reach while hidden."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SERVICE = "kota-wanasari/kartu-ak1/"
# What the Tab key reaches though nobody can see it; the theme draws the choice of colours beside
# its own boxes.
HIDDEN = """() => [...document.querySelectorAll("a, button, input, select, textarea, [tabindex]")]
  .filter((one) => !one.matches(".md-option"))
  .filter((one) => one.tabIndex >= 0 && one.getClientRects().length && !one.closest("[inert]"))
  .filter((one) => getComputedStyle(one).visibility === "visible")
  .filter((one) => {
    const box = one.getBoundingClientRect();
    return box.right <= 0 || box.left >= innerWidth || !box.width || !box.height;
  })
  .map((one) => one.outerHTML.slice(0, 80))"""


def focused(page: Page) -> str:
    return str(
        page.evaluate(
            "(one => one.getAttribute('aria-label') || one.innerText || one.id)"
            "(document.activeElement)"
        )
    )


@pytest.mark.parametrize("address", ["", SERVICE, "dokumen/", "panduan-penulis/", "tentang/"])
def test_the_first_tab_leads_past_the_header(page: Page, site_address: str, address: str) -> None:
    page.goto(site_address + address)
    page.keyboard.press("Tab")
    assert focused(page) == "Lewati ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi-halaman"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_is_used_by_keyboard(page: Page, site_address: str) -> None:
    page.goto(site_address + SERVICE)
    opener = page.get_by_role("button", name="Menu", exact=True)
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("link", name="Topik", exact=True)).to_be_hidden()
    opener.press("Enter")
    menu = page.get_by_role("dialog", name="Menu")
    expect(menu).to_be_visible()
    expect(menu.get_by_role("button", name="Tutup menu")).to_be_focused()
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('.md-sidebar--primary') !== null"
        )
        seen.append(focused(page))
    assert {"Topik", "Formulir", "Tutup menu"} <= set(seen)
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu).to_have_count(0)
    opener.press("Space")
    page.get_by_role("button", name="Tutup menu").press("Enter")
    expect(opener).to_be_focused()


def test_the_search_is_used_by_keyboard(page: Page, site_address: str) -> None:
    page.goto(site_address + SERVICE)
    opener = page.get_by_role("button", name="Buka pencarian")
    opener.press("Enter")
    search = page.get_by_role("dialog", name="Pencarian")
    expect(search.get_by_role("textbox", name="Cari")).to_be_focused()
    assert page.evaluate("document.querySelector('main').closest('[inert]') !== null")
    page.keyboard.type("kartu kuning")
    first = search.locator(".md-search-result__list a").first
    expect(first).to_be_visible()
    # Said without moving there.
    expect(search.get_by_role("status")).to_contain_text("hasil")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(search).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('[inert]').length") == 0


def test_a_search_opened_by_an_address_or_a_key_covers_the_page(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}?q=kartu+kuning")
    expect(page.get_by_role("dialog", name="Pencarian")).to_have_count(1)
    expect(page.locator(".md-search-result__list a").first).to_be_visible()
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    page.goto(site_address + SERVICE)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Pencarian")).to_have_count(1)
    page.get_by_role("button", name="Tutup pencarian").press("Enter")
    expect(page.get_by_role("button", name="Buka pencarian")).to_be_focused()


def test_a_menu_left_open_is_none_on_a_wide_screen(page: Page, site_address: str) -> None:
    page.goto(site_address + SERVICE)
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("dialog", name="Menu")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('[inert]').length") == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", SERVICE, "tentang/", "panduan-penulis/"])
def test_nothing_hidden_can_be_reached(
    page: Page, site_address: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site_address + address)
    assert page.evaluate(HIDDEN) == []
    page.evaluate(
        "document.querySelector('article a').style.cssText = 'position:fixed;left:-99px;width:9px'"
    )
    assert len(page.evaluate(HIDDEN)) == 1


def test_without_a_script_the_search_leads_to_the_topics(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site_address)
    page.get_by_role("searchbox", name="Cari layanan").fill("kartu kuning")
    page.get_by_role("button", name="Cari", exact=True).click()
    expect(page.get_by_role("heading", name="Saya ingin", level=1)).to_be_visible()
    context.close()


def test_a_search_whose_script_is_too_new_says_where_to_go(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    # As in a browser that cannot read a script: nothing of it runs.
    page.route("**/assets/js/*.js", lambda route: route.fulfill(body="@"))
    page.goto(site_address + SERVICE)
    page.locator("label[for=__search]").first.click()
    status = page.get_by_role("status").filter(has_text="Peramban ini terlalu lama")
    expect(status).to_be_visible()
    status.get_by_role("link", name="daftar topik").click()
    expect(page.get_by_role("heading", name="Saya ingin", level=1)).to_be_visible()
    context.close()


def test_a_search_that_cannot_be_loaded_says_so_and_works_later(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(site_address + SERVICE)
    context.route("**/search/indeks.json", lambda route: route.abort())
    page.get_by_role("button", name="Buka pencarian").click()
    page.keyboard.type("kartu")
    expect(page.get_by_text("Pencarian tidak dapat dimuat")).to_be_visible()
    context.unroute("**/search/indeks.json")
    page.keyboard.type(" kuning")
    expect(page.locator(".md-search-result__list a[href*='kartu-ak1']").first).to_be_visible()
    context.close()
