"""What a reader meets: nothing sideways, nothing axe objects to, no script needed to read."""

import io

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import AXE

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "kota-wanasari/",
    "kota-wanasari/kartu-ak1/",
    "kota-wanasari/sarana-hubungan-industrial/",
    "kota-wanasari/kartu-ak1/sumber/",
    "kota-wanasari/informasi-publik/",
    "kab-rimbaraya/kenaikan-pangkat/",
    "kab-rimbaraya/pelatihan-berbasis-kompetensi/",
    "kab-rimbaraya/cuti-tahunan/",
    "kota-wanasari/sarana-hubungan-industrial/kunjungan/",
    "kota-wanasari/kartu-ak1/usul/",
    "dokumen/",
    "petugas/register/kota-wanasari/",
    "mutu/",
    "mutu/aturan/",
    "mutu/dinas/kota-wanasari/",
    "mutu/tingkat/rendah/",
    "mutu/aturan/bagian-kosong/",
    "petugas/",
    "petugas/peraturan/",
    "petugas/tinjauan/",
    "kota-wanasari/kartu-ak1/temuan/",
    "perbandingan/",
    "perbandingan/kartu-ak1/",
    "topik/cari-kerja/",
    "peraturan/",
    "peraturan/uu-13-2003/",
    "istilah/",
    "tentang/",
    "panduan-penulis/",
    "panduan-penulis/kunci/",
    "panduan-penulis/masalah/",
]
WIDTHS = [320, 360, 1280]


def axe_findings(page: Page, before: str = "") -> list[str]:
    """What axe-core finds on the page, as `rule: first element`, after a script has run."""
    # Run outside the page's own policy, which rightly forbids foreign scripts.
    session = page.context.new_cdp_session(page)
    session.send("Page.setBypassCSP", {"enabled": True})
    page.reload()
    page.add_script_tag(path=str(AXE))
    if before:
        page.evaluate(before)
    return findings_here(page)


def findings_here(page: Page) -> list[str]:
    """What axe-core, which is already there, finds on the page as it is."""
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"
    )
    return [str(line) for line in found]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_scrolls_sideways(page: Page, site_address: str, address: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(site_address + address)
        sideways = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert sideways <= 0, f"{address} at {width} px"


# The pages that stand for the others in every look; the rest with all sections open, small and
# light, and as they come, wide and dark. `benchmarks/aksesibilitas.py` looks at every page.
MAIN = ("", "kota-wanasari/sarana-hubungan-industrial/", "mutu/dinas/kota-wanasari/")
LOOKS = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, site_address: str, address: str) -> None:
    for width, scheme in LOOKS if address in MAIN else LOOKS[:2]:
        context = browser.new_context(
            viewport={"width": width, "height": 740}, color_scheme=scheme, locale="id-ID"
        )
        page = context.new_page()
        page.goto(site_address + address)
        before = OPEN_ALL if width == 360 else ""
        assert axe_findings(page, before) == [], f"{address} at {width} px, {scheme}"
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("panel", [".panel-menu", ".panel-cari"])
def test_axe_finds_nothing_in_an_open_panel(
    browser: Browser, site_address: str, scheme: str, panel: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="id-ID"
    )
    page = context.new_page()
    page.goto(f"{site_address}kota-wanasari/kartu-ak1/")
    assert axe_findings(page) == []
    page.locator(panel).click()
    if panel == ".panel-cari":
        page.keyboard.insert_text("kartu")
        expect(page.locator(".md-search-result__list a").first).to_be_visible()
    # Colours that are still on their way are nobody's.
    page.wait_for_function("document.getAnimations().every((one) => one.playState === 'finished')")
    assert findings_here(page) == []
    context.close()


def test_axe_would_find_a_picture_without_words(page: Page, site_address: str) -> None:
    page.goto(site_address)
    assert axe_findings(page) == []
    page.evaluate("document.querySelector('main').append(new Image())")
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id))")
    assert "image-alt" in found


def test_a_service_page_reads_without_javascript(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    expect(page.get_by_role("heading", name="Penerbitan Kartu AK-1", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Yang perlu disiapkan")).to_be_visible()
    expect(page.get_by_label("KTP").first).to_be_visible()
    expect(page.get_by_role("button", name="Cetak")).to_be_hidden()
    context.close()


def test_the_answer_is_on_the_first_screen_of_a_phone(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    top = page.get_by_role("heading", name="Yang perlu disiapkan").bounding_box()
    assert top is not None
    assert top["y"] < 800


# What scrolls can be reached by Tab, itself with a name or through the links within it.
SCROLLING = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  const wide = /auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
  const high = /auto|scroll/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
  const named = one.tabIndex === 0 && one.getAttribute("role") && one.getAttribute("aria-label");
  const seen = style.visibility === "visible" && one.getClientRects().length;
  return (wide || high) && seen && !named && !one.querySelector("a[href]");
}).map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("address", [*PAGES, "kab-rimbaraya/kartu-ak1/temuan/"])
def test_what_scrolls_is_reached_and_named(page: Page, site_address: str, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_address + address)
    page.evaluate(OPEN_ALL)
    assert page.evaluate(SCROLLING) == []


def test_what_scrolls_without_a_name_would_be_found(page: Page, site_address: str) -> None:
    page.goto(site_address + "tentang/")
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<pre><code>' +"
        " 'kata'.repeat(200) + '</code></pre>')"
    )
    assert len(page.evaluate(SCROLLING)) == 1


@pytest.mark.parametrize(
    ("address", "table"),
    [("kota-wanasari/kartu-ak1/#alur", ".mtr"), ("perbandingan/kartu-ak1/", ".banding")],
)
def test_rows_keep_their_roles_where_the_style_makes_cards_of_them(
    page: Page, site_address: str, address: str, table: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_address + address)
    found = page.locator(table).first
    expect(found.get_by_role("row").last).to_be_visible()
    told = found.evaluate(
        "one => [...one.querySelectorAll('thead, tbody, tr, th, td')]"
        ".map(part => `${part.tagName} ${part.getAttribute('role')}`)"
    )
    assert set(told) == {
        "THEAD rowgroup", "TBODY rowgroup", "TR row", "TD cell", "TH rowheader", "TH columnheader",
    }  # fmt: skip


def test_ticks_stay_on_this_device(page: Page, site_address: str) -> None:
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    page.get_by_label("KTP").first.check()
    page.reload()
    expect(page.get_by_label("KTP").first).to_be_checked()
    page.get_by_label("KTP").first.uncheck()
    assert page.evaluate("localStorage.getItem('ceklis:kota-wanasari/kartu-ak1')") is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bikin kartu kuning", "kartu-ak1"),
        ("AK1", "kartu-ak1"),
        ("AK.1", "kartu-ak1"),
        ("kartu kunig", "kartu-ak1"),
        ("PKB", "sarana-hubungan-industrial"),
        ("serikat buruh", "sarana-hubungan-industrial"),
        ("ijin usaha industri", "rekomendasi-iui"),
        ("lapor masalah", "pengaduan"),
        ("perselisihan kerja", "mediasi-perselisihan-hi"),
        ("tamu", "penerimaan-tamu-rawa"),
        ("naik pangkat", "kenaikan-pangkat"),
        ("UU 13/2003", "uu-13-2003"),
        ("kartukuning", "kartu-ak1"),
        ("gaji saya belum dibayar bos", "mediasi-perselisihan-hi"),
        ("pesangon", "mediasi-perselisihan-hi"),
        ("golek gawean", "kartu-ak1"),
        ("jam buka dtk", "kab-rimbaraya/"),
        ("telepon dinas", "kab-rimbaraya/"),
        ("tolak zzyy xxqq wanasari", "kota-wanasari/"),
    ],
)
def test_a_search_shows_what_is_meant_among_the_first_three(
    page: Page, site_address: str, query: str, expected: str
) -> None:
    page.goto(site_address + "?q=" + query.replace(" ", "+"))
    results = page.locator(".md-search-result__item > a:first-child")
    expect(results.first).to_be_visible()
    found = [link.get_attribute("href") or "" for link in results.all()[:3]]
    assert any(expected in address for address in found), found


def test_a_word_that_means_something_is_not_taken_for_another(
    page: Page, site_address: str
) -> None:
    page.goto(site_address + "?q=pesangon")
    results = page.locator(".md-search-result__item > a:first-child")
    expect(results.first).to_be_visible()
    assert [link for link in results.all() if "pesanan" in link.inner_text().lower()] == []
    assert "Pesangon" in results.first.inner_text()


def test_nothing_of_the_search_is_loaded_before_somebody_searches(
    page: Page, site_address: str
) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site_address + "kota-wanasari/kartu-ak1/", wait_until="networkidle")
    assert not [url for url in loaded if "indeks.json" in url or "cari" in url]


def test_a_folded_section_opens_where_an_address_leads_to_it(page: Page, site_address: str) -> None:
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    expect(page.get_by_role("table").first).to_be_hidden()
    page.goto(site_address + "kota-wanasari/kartu-ak1/#alur")
    expect(page.get_by_role("table").first).to_be_visible()
    expect(
        page.get_by_text("Dasar hukum", exact=True).locator("visible=true").first
    ).to_be_visible()
    assert page.evaluate("document.getElementById('dasar-hukum').open") is False


def test_nothing_for_applicants_is_folded(page: Page, site_address: str) -> None:
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    for name in ("Waktu", "Biaya", "Hasil", "Di mana"):
        expect(page.locator("dl.ringkas dt", has_text=name)).to_be_visible()
    for heading in ("Yang perlu disiapkan", "Langkah Anda", "Jika ada masalah"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert page.locator("details.lipat .langkah, details.lipat .ceklis").count() == 0


def test_no_service_page_is_longer_than_ten_screens_of_a_phone(
    page: Page, site_address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_address + "kota-wanasari/kartu-ak1/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 3_500
    page.goto(site_address + "kota-wanasari/sarana-hubungan-industrial/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 6_000


LONGEST = ("kota-wanasari/sarana-hubungan-industrial/", "kab-rimbaraya/kartu-ak1/")


@pytest.mark.parametrize("address", ["kota-wanasari/kartu-ak1/", *LONGEST])
def test_printing_gives_the_citizens_part_on_two_pages(
    page: Page, site_address: str, address: str
) -> None:
    page.goto(site_address + address)
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    assert len(printed.pages) <= 2
    assert "Yang perlu disiapkan" in text
    assert "Untuk petugas dan pemeriksa" not in text
