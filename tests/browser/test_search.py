"""The search within a page and in the dialog: what a hit says, and where to go without one."""

import pytest
from playwright.sync_api import Page, expect


def asked(page: Page, site_address: str, query: str) -> None:
    """The home page with something typed into its own box."""
    page.goto(site_address)
    page.get_by_role("searchbox", name="Cari layanan").fill(query)


def test_the_home_box_answers_in_place(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu kuning")
    hits = page.get_by_role("main").get_by_role("listitem").filter(has_text="Penerbitan Kartu AK-1")
    expect(hits.first).to_be_visible()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("hasil")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_hit_says_what_it_is_and_marks_why_it_is_there(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu ak")
    first = page.locator(".hasil li").first
    expect(first.locator(".hasil-jenis")).to_have_text("Layanan")
    expect(first.locator("mark").first).to_have_text("Kartu")
    address = first.get_by_role("link").get_attribute("href") or ""
    assert address.endswith("/kartu-ak1/")


def test_a_hit_found_by_another_name_tells_that_name(page: Page, site_address: str) -> None:
    asked(page, site_address, "PKB")
    hit = page.locator(".hasil li").filter(has_text="hubungan industrial").first
    expect(hit.locator(".hasil-juga")).to_contain_text("Juga disebut: ")
    expect(hit.locator(".hasil-juga mark").first).to_have_text("PKB")


def test_one_office_can_be_chosen(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu ak1")
    links = page.locator(".hasil li a")
    expect(links.first).to_be_visible()
    page.get_by_role("main").get_by_label("Kantor").select_option("kab-rimbaraya")
    # The first hit may be that of the office already; only its own answer has no others.
    others = page.locator(".hasil li a:not([href*='/kab-rimbaraya/'])")
    expect(others).to_have_count(0)
    expect(links.first).to_have_attribute("href", site_address + "kab-rimbaraya/kartu-ak1/")


@pytest.mark.parametrize(
    ("query", "where"),
    [("SIM", "Satpas kepolisian"), ("bikin ktp", "Disdukcapil"), ("skck", "kantor polisi")],
)
def test_what_is_done_elsewhere_is_said_with_where_to_go(
    page: Page, site_address: str, query: str, where: str
) -> None:
    asked(page, site_address, query)
    first = page.locator(".hasil li").first
    expect(first).to_contain_text("Bukan layanan di sini")
    expect(first).to_contain_text(where)
    expect(first.get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "address"), [("lihat semua topik", "topik/"), ("Rimbaraya", "kab-rimbaraya/")]
)
def test_nothing_found_leads_to_the_topics_and_the_offices(
    page: Page, site_address: str, name: str, address: str
) -> None:
    asked(page, site_address, "qqxxzz")
    said = page.get_by_role("main").get_by_role("status")
    expect(said).to_contain_text("Tidak ada yang cocok")
    expect(said).to_contain_text("tanyakan kepada")
    said.get_by_role("link", name=name).click()
    expect(page).to_have_url(site_address + address)


def test_a_word_is_marked_however_it_is_spelt(page: Page, site_address: str) -> None:
    asked(page, site_address, "gaji gak dbayar")
    first = page.locator(".hasil li").first
    expect(first.locator("mark").filter(has_text="dibayar").first).to_be_visible()


def test_results_in_the_page_are_walked_by_keyboard(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu kuning")
    expect(page.locator(".hasil li a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hasil li a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox", name="Cari layanan")).to_be_focused()


def test_a_late_answer_leaves_the_focus_where_it_is(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu kuning")
    box = page.get_by_role("searchbox", name="Cari layanan")
    first = page.locator(".hasil li a").first
    expect(first).to_be_visible()
    box.press("ArrowDown")
    expect(first).to_be_focused()
    first.evaluate("one => { one.dataset.lama = 'ya'; }")
    box.evaluate("one => { one.dispatchEvent(new Event('input', { bubbles: true })); }")
    expect(page.locator("[data-lama]")).to_have_count(0)
    expect(first).to_be_focused()


def test_data_in_a_hit_is_text(page: Page, site_address: str) -> None:
    asked(page, site_address, "kartu")
    expect(page.locator(".hasil li").first).to_be_visible()
    assert page.locator(".hasil li :is(script, img, style)").count() == 0


def test_a_page_about_all_offices_is_no_office(page: Page, site_address: str) -> None:
    page.goto(site_address)
    page.get_by_role("searchbox", name="Cari layanan").fill("semua dinas")
    offices = page.locator(f".hasil a[href='{site_address}dinas/']")
    expect(offices).to_be_visible()
    expect(offices.locator(".hasil-jenis")).to_have_count(0)
