"""What a visit costs: bytes as a host sends them; colours at the first paint, styles in use."""

import gzip
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import material
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.browser.hemat import Sent, gzipped, serve_packed

from sop_terbuka.publish import assets

pytestmark = pytest.mark.browser

FORM = "formulir/pendaftaran-ak1/"
SERVICES = ("kota-wanasari/kartu-ak1/", "kota-wanasari/sarana-hubungan-industrial/")
BUDGET = {"": 28_000, SERVICES[0]: 32_000, SERVICES[1]: 32_000, FORM: 50_000}
SECOND_PAGE = 16_000
FIRST_SEARCH = 30_000
# Where the sheet stands that nothing was cut from.
WHOLE = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"


@pytest.fixture(scope="module")
def host(built_site: Path) -> Iterator[Sent]:
    with serve_packed(built_site) as sent:
        yield sent


@pytest.fixture
def visitor(browser: Browser, host: Sent) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="id-ID", service_workers="block"
    )
    host.clear()
    yield context
    context.close()


def visit(context: BrowserContext, host: Sent, address: str) -> Page:
    page = context.new_page()
    page.goto(host.address + address, wait_until="networkidle")
    return page


@pytest.mark.parametrize("address", BUDGET)
def test_a_first_visit_stays_within_its_bytes(
    visitor: BrowserContext, host: Sent, address: str
) -> None:
    visit(visitor, host, address)
    assert f"{address}index.html" in host.sizes
    assert assets.STYLE in host.sizes
    assert assets.RARE_STYLES[0] not in host.sizes
    assert assets.FRAME_SCRIPT in host.sizes
    assert assets.SCRIPT not in host.sizes
    assert host.total <= BUDGET[address], host.sizes


def test_a_second_page_costs_little_more_than_its_text(visitor: BrowserContext, host: Sent) -> None:
    visit(visitor, host, "")
    host.clear()
    visit(visitor, host, SERVICES[0])
    assert host.total <= SECOND_PAGE, host.sizes


def test_a_first_search_is_answered_in_place_and_within_its_bytes(
    visitor: BrowserContext, host: Sent
) -> None:
    page = visit(visitor, host, "")
    host.clear()
    page.get_by_role("searchbox", name="Cari layanan").fill("kartu kuning")
    page.keyboard.press("Enter")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()
    assert host.total <= FIRST_SEARCH, host.sizes
    # In place: nothing of the page is loaded again.
    assert not [name for name in host.sizes if name.endswith(".html")]


def test_no_form_loads_ahead_what_nobody_asked_for(visitor: BrowserContext, host: Sent) -> None:
    visit(visitor, host, FORM)
    assert not [name for name in host.sizes if "huruf" in name or "papers" in name]


@pytest.mark.parametrize("address", BUDGET)
def test_a_dark_device_sees_no_light_page(browser: Browser, host: Sent, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    # Whatever comes as a file comes after the first paint.
    page.route("**/*.js", lambda route: route.abort())
    page.goto(host.address + address)
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert _lightness(page) < 60
    page.unroute_all()
    page.reload()
    page.get_by_title("Ganti ke mode terang").click()
    assert _lightness(page) > 240
    page.reload()
    assert _lightness(page) > 240
    context.close()


_PAINTED = """new Promise((done) => {
  new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", BUDGET)
def test_the_first_picture_is_as_dark_as_the_device(
    browser: Browser, host: Sent, address: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme="dark", viewport={"width": width, "height": 740}, service_workers="block"
    )
    page = context.new_page()
    # Everything but the page itself is still under way.
    page.route(re.compile(r"\.(?:css|js|svg)$"), lambda _: None)
    page.goto(host.address + address, wait_until="commit")
    page.evaluate(_PAINTED)
    with Image.open(BytesIO(page.screenshot())) as picture:
        counted = picture.convert("L").histogram()
    pixels = sum(counted)
    # Text is light, on less than a fifth of the picture.
    assert sum(counted[100:]) < pixels / 5
    assert sum(counted[:60]) > pixels / 2
    context.close()


def _lightness(page: Page) -> int:
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return min(int(part) for part in color[4:-1].split(",")[:3])


# What a selector asks beyond the elements that it names.
_BEYOND = (
    "::?(?:-\\w+-)?(?:hover|active|focus(?:-within|-visible)?|before|after|marker|target|checked"
    "|placeholder|scrollbar(?:-thumb)?|details-marker|[a-z-]*(?:button|decoration))"
)
# The selectors of sheets, or only those that now match something.
_SELECTORS = """([sheets, beyond]) => {
  const found = new Set();
  const matches = (one) => {
    try {
      return document.querySelector(one.replace(new RegExp(beyond, "g"), "") || "*");
    } catch {
      return null;
    }
  };
  const look = (rules) => {
    for (const rule of rules) {
      for (const one of rule.selectorText?.split(/,(?![^(]*\\))/) ?? []) {
        if (!beyond || matches(one.trim())) found.add(one.trim());
      }
      if (!rule.selectorText && rule.cssRules) look(rule.cssRules);
    }
  };
  for (const text of sheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    look(sheet.cssRules);
  }
  return [...found];
}"""

# The theme's tabs that appear one by one, and its sign for tables that can be sorted, which ours
# take back.
_WITHOUT_EFFECT = re.compile(r"\.md-tabs__item:nth-child|\[role=\"?columnheader")

STATES = {
    "as it opens": "1",
    "all unfolded": "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
    "drawer": "document.getElementById('__drawer').click()",
    "search": "document.getElementById('__search').click()",
    "filled": "document.querySelectorAll('main [required]').forEach((one) => one.click())",
    "wrong": "document.querySelector('form[data-siap]')?.requestSubmit()",
}


@pytest.mark.parametrize(
    "address", [*BUDGET, "mutu/", "istilah/", "panduan-penulis/", "perbandingan/kartu-ak1/"]
)
def test_no_style_that_a_page_uses_in_any_state_was_cut(
    visitor: BrowserContext, host: Sent, built_site: Path, address: str
) -> None:
    page = visit(visitor, host, address)
    linked = page.locator("link[rel=stylesheet]").evaluate_all("all => all.map((one) => one.href)")
    published = [(built_site / one.removeprefix(host.address)).read_text("utf-8") for one in linked]
    published.append(page.evaluate("document.querySelector('style').textContent"))
    kept = set(page.evaluate(_SELECTORS, [published, ""]))
    for state, act in STATES.items():
        page.evaluate(act)
        if state == "search":
            page.keyboard.type("kartu")
            expect(page.locator(".md-search-result__item").first).to_be_visible()
        used = set(page.evaluate(_SELECTORS, [[_whole_style()], _BEYOND]))
        used = {one for one in used if not _WITHOUT_EFFECT.search(one)}
        assert len(used) > 100
        assert used - kept == set(), f"{address}, {state}"
        if state == "search":
            page.keyboard.press("Escape")
        if state == "drawer":
            page.evaluate(act)


# The look of elements by their names and classes: of the first three of each kind.
_LOOKS = """() => {
  const seen = {};
  const found = [];
  for (const one of document.querySelectorAll("body, body *")) {
    const kind = `${one.parentElement.className}>${one.tagName}.${one.getAttribute("class")}`;
    seen[kind] = (seen[kind] || 0) + 1;
    if (seen[kind] > 3 || /^(?:STYLE|LINK|SCRIPT)$/.test(one.tagName)) continue;
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, pseudo);
      if (pseudo && style.content === "none") continue;
      // Unused custom properties are cut.
      const names = [...style].filter((name) => !name.startsWith("--"));
      found.push(`${kind}${pseudo}|${names.map((name) => style[name]).join(";")}`);
    }
  }
  return found;
}"""
_STILL = "*,*::before,*::after{transition:none!important;animation:none!important}"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["", SERVICES[1], FORM, "mutu/", "panduan-penulis/"])
def test_every_element_looks_as_with_the_whole_sheet(
    browser: Browser, host: Sent, address: str, width: int
) -> None:
    looks = []
    for is_whole in (False, True):
        context = browser.new_context(
            viewport={"width": width, "height": 740},
            color_scheme="light" if width == 360 else "dark",
            bypass_csp=True,
            service_workers="block",
        )
        page = context.new_page()
        if is_whole:
            page.route(re.compile(r"assets/(?:jarang|isian)\.css"), _nothing)
            page.route("**/assets/situs.css", _whole_sheet)
            page.route(host.address + address, _without_share)
        page.goto(host.address + address, wait_until="networkidle")
        page.add_style_tag(content=_STILL)
        looks.append(page.evaluate(_LOOKS))
        context.close()
    ours, whole = looks
    assert len(ours) == len(whole) > 100
    assert [(a, b) for a, b in zip(ours, whole, strict=True) if a != b] == []


def _whole_style() -> str:
    sheets = [path.read_bytes() for path in sorted(WHOLE.glob("*.min.css"))]
    for address in (assets.STYLE, *assets.RARE_STYLES):
        ours = assets.files()[address]
        assert isinstance(ours, bytes)
        sheets.append(ours)
    return b"".join(sheets).decode()


def _whole_sheet(route: Route) -> None:
    route.fulfill(content_type="text/css", body=_whole_style())


def _nothing(route: Route) -> None:
    route.fulfill(content_type="text/css", body="")


def _without_share(route: Route) -> None:
    answer = route.fetch()
    body = re.sub("<style>.*?</style>", "", answer.text(), flags=re.DOTALL)
    route.fulfill(response=answer, body=body)


def test_the_sheet_is_a_third_of_what_it_is_cut_from(built_site: Path) -> None:
    whole = b"".join(path.read_bytes() for path in sorted(WHOLE.glob("*.min.css")))
    cut = gzipped(built_site / assets.STYLE)
    assert len(cut) < len(gzip.compress(whole)) * 0.6
