"""The portal of many sites in a real browser: its search, and what every page of it must keep."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import AXE, watch
from tests.browser.forms import serve
from tests.terbitan import TRIAL, publish

from sop_terbuka.cli import main

_LIST = """\
nama: Portal Contoh
nama_wilayah: {33: Sukamaju}
situs:
  - {nama: Situs satu, alamat: https://satu.example/, folder: satu}
  - {nama: Situs dua, alamat: https://dua.example/, folder: dua}
  - {nama: Situs tiga, alamat: https://tiga.example/, folder: tiada}
"""
_PAGES = (
    "",
    "topik/",
    "topik/cari-kerja/",
    "layanan/kartu-ak1/",
    "daerah/",
    "daerah/33/",
    "situs/",
)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal of two sites, below a path as on a project host."""
    folder = tmp_path_factory.mktemp("gabungan")
    publish(folder / "satu")
    publish(folder / "dua", TRIAL)
    (folder / "gabungan.yml").write_text(_LIST, "utf-8")
    target = folder / "situs" / "sub" / "jalur"
    assert main(["gabung", str(folder / "gabungan.yml"), "--ke", str(target)]) == 0
    with serve(folder / "situs") as server:
        yield f"{server.address}sub/jalur/"


@pytest.fixture
def home(browser: Browser, portal: str) -> Iterator[Page]:
    """The portal's home on a cheap phone; any script error or request elsewhere is a failure."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    troubles: list[str] = []
    watch(page, portal, troubles)
    page.goto(portal)
    yield page
    context.close()
    assert troubles == []


def ask(page: Page, words: str) -> list[tuple[str, str]]:
    """The results' titles and where they lead, best first."""
    page.get_by_role("searchbox", name="Cari layanan atau dinas").fill(words)
    page.get_by_role("button", name="Cari").click()
    # Not while it is on its way.
    expect(page.get_by_role("status")).to_have_text(re.compile("hasil$|cocok"))
    links = page.locator(".hasil li a")
    titles = [one.locator("h2").inner_text() for one in links.all()]
    return [
        (t, one.get_attribute("href") or "") for t, one in zip(titles, links.all(), strict=True)
    ]


# The last two with typing errors, which the portal's own search did not forgive.
@pytest.mark.parametrize(
    "words", ["kartu kuning", "KARTUKUNING", "AK.1", "ak 1", "kratu kuning", "karu kuniing"]
)
def test_what_people_call_a_service_finds_it_first(home: Page, portal: str, words: str) -> None:
    assert ask(home, words)[0][1] == f"{portal}layanan/kartu-ak1/"


def test_a_service_with_a_place_leads_to_that_office(home: Page) -> None:
    first, *_ = ask(home, "kartu kuning rimbaraya")
    assert first[1] == "https://satu.example/kab-rimbaraya/kartu-ak1/"


def test_a_service_with_a_province_leads_to_the_offices_there(home: Page) -> None:
    first, *_ = ask(home, "kartu kuning sukamaju")
    assert first[1] == "https://satu.example/kota-wanasari/kartu-ak1/"


def test_an_office_is_found_by_its_region(home: Page) -> None:
    assert ask(home, "kota wanasari")[0][1] == "https://satu.example/kota-wanasari/"


def test_words_that_nobody_has_lead_on(home: Page) -> None:
    assert ask(home, "zzqx") == []
    said = home.get_by_role("status")
    expect(said).to_contain_text("Tidak ada yang cocok. Coba kata lain, lihat semua topik, atau")
    topics, office = (said.get_by_role("link").nth(n) for n in (0, -1))
    expect(topics).to_have_attribute("href", f"{home.url}topik/")
    # Offices to ask are on their own sites.
    expect(office).to_have_attribute("href", re.compile(r"^https://\w+\.example/[\w-]+/$"))


def test_a_problem_leads_to_the_services_for_it(home: Page, portal: str) -> None:
    first, *_ = ask(home, "gaji tidak dibayar")
    assert first[1].startswith((f"{portal}layanan/", "https://satu.example/"))
    expect(home.locator(".hasil li").first).to_contain_text("Gaji atau upah tidak dibayar.")


def test_the_service_of_one_office_is_chosen(home: Page) -> None:
    ask(home, "kartu kuning")
    home.get_by_label("Kantor").select_option(label="Dinaker Kota Wanasari")
    links = home.locator(".hasil li a")
    expect(links.first).to_have_attribute("href", "https://satu.example/kota-wanasari/kartu-ak1/")


def test_without_javascript_the_box_leads_to_the_topics(browser: Browser, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal)
    page.get_by_role("searchbox").fill("kartu kuning")
    page.get_by_role("button", name="Cari").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Layanan menurut topik")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_moves_sideways(
    browser: Browser, portal: str, scheme: str
) -> None:
    # bypass_csp: the page's own policy rightly forbids axe.
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )  # fmt: skip
    page = context.new_page()
    found: list[str] = []
    for address in _PAGES:
        page.goto(portal + address)
        if not address:
            assert ask(page, "kartu kuning")
        page.add_script_tag(path=str(AXE))
        rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
        found += page.evaluate(
            f"axe.run(document, {{runOnly: {rules}}}).then(r => r.violations.map("
            "v => v.id + ': ' + v.nodes[0].html))"
        )
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"sideways: {address}")
    context.close()
    assert found == []
