"""What a built site costs its readers: bytes, and times on slow 3G with a CPU four times slower.

Run: .venv/bin/python benchmarks/pembaca.py [site folder] [--putaran 3] [--lighthouse], after
`make build`. Four kinds of pages and the first search, each beside the same content on bare
Material, in turn within one run: the benchmark takes the articles out of the site and builds them
again with the theme alone. "before" is what was measured before pages were cut to what they use; it
cannot be measured again. All bytes are those that a host with gzip would send. With Lighthouse in
the PATH, or named by LIGHTHOUSE, its four scores for a phone stand beside. Exits with 1 when a page
costs more than its budget.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from mercusuar import scores  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright  # noqa: E402
from polos import build_bare  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.hemat import Sent, gzipped, serve_packed  # noqa: E402

# 400 kbit/s and 400 ms, as in Chromium's own preset.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000,
           "uploadThroughput": 50_000}  # fmt: skip
SLOWER = 4
# kB, FCP, LCP and TBT of first visits before, in the same setting on the same pages.
BEFORE = {
    "beranda": (76, 1692, 1692, 55),
    "layanan": (81, 1700, 1700, 132),
    "terpanjang": (84, 1748, 1908, 266),
    "formulir": (502, 1792, 2368, 276),
    "cari": (None, None, 3420, None),
}
# Bytes of a first visit, by kind of page; those of a second page and of the first search.
BUDGET = {"beranda": 28_000, "layanan": 32_000, "terpanjang": 32_000, "formulir": 50_000}
SECOND, SEARCH = 16_000, 30_000
# Milliseconds, and the share of bare Material's.
FCP, LCP, TBT, SHARE = 900, 1100, 50, 0.55

_WATCH = """
window.lama = {fcp: 0, lcp: 0, tbt: 0};
const see = (type, done) => new PerformanceObserver((list) => list.getEntries().forEach(done))
  .observe({type, buffered: true});
see("paint", (e) => { if (e.name === "first-contentful-paint") lama.fcp = e.startTime; });
see("largest-contentful-paint", (e) => { lama.lcp = e.startTime; });
see("longtask", (e) => { lama.tbt += Math.max(0, e.duration - 50); });
"""


@dataclass(frozen=True)
class Cost:
    """One visit: what was sent, and when the page was there (milliseconds)."""

    sent: Sent
    fcp: float
    lcp: float
    tbt: float


def main() -> int:
    """Print the table; 1 when a budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("situs", nargs="?", default=ROOT / "site", type=Path)
    parser.add_argument("--putaran", default=3, type=int)
    parser.add_argument("--lighthouse", action="store_true")
    asked = parser.parse_args()
    site = asked.situs.resolve()
    pages = kinds(site)
    failed = []
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_packed(site) as ours,
        sync_playwright() as playwright,
    ):
        bare_site = build_bare(site, Path(folder), pages.values())
        browser = playwright.chromium.launch(executable_path=chromium_path())
        with serve_packed(bare_site) as bare:
            both = {"ours": ours, "bare": bare}
            print("page                kB  req  html  css   js other    FCP   LCP  TBT")
            for kind, address in pages.items():
                rounds: dict[str, list[Cost]] = {name: [] for name in both}
                for _ in range(asked.putaran):
                    for name, server in both.items():
                        rounds[name].append(visit(browser, server, address))
                middle = {name: _middle(costs) for name, costs in rounds.items()}
                print(_earlier(kind))
                for name, cost in middle.items():
                    print(_line(f"{kind} {name}", cost))
                failed += _over(kind, middle["ours"], middle["bare"])
            print(_earlier("cari"))
            for name, server in both.items():
                times = [search_time(browser, server) for _ in range(asked.putaran)]
                sent = first_search(browser, server).total / 1000
                took = statistics.median(times)
                print(f"{'cari ' + name:16} {sent:5.1f} {'from Enter to hits':>36} {took:5.0f}")
            print("cari bare: over four pages only, and loaded with every page")
        second = second_page(browser, ours, pages)
        print(f"second page (layanan after beranda): {second.total / 1000:.1f} kB")
        searched = first_search(browser, ours)
        print(f"first search: {searched.total / 1000:.1f} kB {dict(searched.by_kind())}")
        dark = [f"{page} {width}" for page in pages for width in (360, 1280)
                if not is_dark(browser, ours, pages[page], width)]  # fmt: skip
        browser.close()
        if asked.lighthouse:
            for kind, address in pages.items():
                said = scores(ours.address + address)
                print(f"Lighthouse {kind}: {said}")
                failed += [f"Lighthouse {kind}: {said}"] * (set(said.values()) != {100})
    failed += [f"second page {second.total}"] * (second.total > SECOND)
    failed += [f"first search {searched.total}"] * (searched.total > SEARCH)
    failed += [f"not dark at first paint: {page}" for page in dark]
    print("\n".join(f"over: {line}" for line in failed) or "all within their budgets")
    return int(bool(failed))


def kinds(site: Path) -> dict[str, str]:
    """The address of one page of every kind; services by the weight of their HTML."""
    data = site / "api" / "v1" / "sop"
    services = [path.relative_to(data).with_suffix("") for path in data.glob("*/*.json")]
    heavy = sorted((len(gzipped(site / path / "index.html")), f"{path}/") for path in services)
    forms = [path.parent for path in site.glob("formulir/*/index.html")]
    form = max(forms, key=lambda path: len(gzipped(path / "index.html")))
    return {
        "beranda": "",
        "layanan": heavy[len(heavy) // 2][1],
        "terpanjang": heavy[-1][1],
        "formulir": f"{form.relative_to(site)}/",
    }


def visit(browser: Browser, server: "Sent", address: str) -> Cost:
    """A first visit on the slow phone."""
    context = _phone(browser)
    page = _slow(context)
    server.clear()
    page.goto(server.address + address, wait_until="load")
    page.wait_for_load_state("networkidle")
    times = page.evaluate("lama")
    context.close()
    return Cost(server.copy(), times["fcp"], times["lcp"], times["tbt"])


def second_page(browser: Browser, server: "Sent", pages: dict[str, str]) -> Sent:
    """What a service costs somebody who comes from the home page."""
    context = _phone(browser)
    page = context.new_page()
    page.goto(server.address, wait_until="networkidle")
    server.clear()
    page.goto(server.address + pages["layanan"], wait_until="networkidle")
    context.close()
    return server.copy()


def first_search(browser: Browser, server: "Sent") -> Sent:
    """What the first search costs beyond the page on which it is made."""
    context = _phone(browser)
    page = context.new_page()
    page.goto(server.address, wait_until="networkidle")
    server.clear()
    _ask(page)
    page.wait_for_load_state("networkidle")
    context.close()
    return server.copy()


def search_time(browser: Browser, server: "Sent") -> float:
    """Milliseconds from Enter in the home page's box, or the header's, to the first hit."""
    context = _phone(browser)
    page = _slow(context)
    page.goto(server.address, wait_until="networkidle")
    took = _ask(page)
    context.close()
    return took


def _ask(page: Page) -> float:
    box = page.locator("main input[type=search], main input[name=q]").first
    if page.locator("#__config").count():
        # Bare Material answers in its dialog only.
        page.locator("label.md-header__button[for=__search]").click()
        box = page.locator("input[name=query]")
    start = time.perf_counter()
    box.fill("kartu")
    box.press("Enter")
    page.locator(".md-search-result__item a").first.wait_for()
    return (time.perf_counter() - start) * 1000


def is_dark(browser: Browser, server: "Sent", address: str, width: int) -> bool:
    """Whether somebody with a dark device never sees the page light, whatever is still to come."""
    context = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme="dark", service_workers="block"
    )
    page = context.new_page()
    # Only the document and what paints it; no script of a file ever arrives.
    page.route("**/*.js", lambda route: route.abort())
    page.route("**/*.mjs", lambda route: route.abort())
    page.goto(server.address + address)
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    return sum(int(part) for part in color[4:-1].split(",")[:3]) < 200


def _phone(browser: Browser) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 360, "height": 740}, locale="id-ID", service_workers="block"
    )


def _slow(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_init_script(_WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _middle(costs: list[Cost]) -> Cost:
    return Cost(
        costs[-1].sent,
        statistics.median(cost.fcp for cost in costs),
        statistics.median(cost.lcp for cost in costs),
        statistics.median(cost.tbt for cost in costs),
    )


def _line(name: str, cost: Cost) -> str:
    kinds: Counter[str] = cost.sent.by_kind()
    parts = " ".join(f"{kinds[kind] / 1000:5.1f}" for kind in ("html", "css", "js", "other"))
    return (
        f"{name:16} {cost.sent.total / 1000:5.1f}  {len(cost.sent.sizes):3} {parts} "
        f"{cost.fcp:6.0f} {cost.lcp:5.0f} {cost.tbt:4.0f}"
    )


def _earlier(kind: str) -> str:
    kilobytes, *times = ("" if one is None else one for one in BEFORE[kind])
    fcp, lcp, tbt = times
    return f"{kind + ' before':16} {kilobytes:>5} {fcp:>36} {lcp:>5} {tbt:>4}"


def _over(kind: str, ours: Cost, bare: Cost) -> list[str]:
    """The budgets that a page breaks."""
    found = [f"{kind} {ours.sent.total} bytes"] * (ours.sent.total > BUDGET[kind])
    for name, limit in (("fcp", FCP), ("lcp", LCP), ("tbt", TBT)):
        took, theirs = getattr(ours, name), getattr(bare, name)
        if took > limit:
            found.append(f"{kind} {name} {took:.0f} ms, limit {limit}")
        if took > SHARE * theirs and name != "tbt":
            found.append(f"{kind} {name} {took / theirs:.2f} of bare Material's, limit {SHARE}")
    return found


if __name__ == "__main__":
    sys.exit(main())
