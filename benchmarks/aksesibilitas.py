"""What axe-core finds on every page of a built site, in up to four states each.

Run: .venv/bin/python benchmarks/aksesibilitas.py [site folder], after `make build`. Exits with 1
when there is a finding. The states, on a phone: light and dark with every section open, the menu
open, and, on every tenth page, as the dialog is the same, the search open with hits.
"""

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tests.browser.conftest import AXE, chromium_path  # noqa: E402
from tests.browser.forms import serve  # noqa: E402

RUN = """([place, rules]) =>
  axe.run(place || document, {runOnly: rules, resultTypes: ["violations"]}).then((found) =>
    found.violations.map((one) => one.id + ": " + one.nodes[0].html.slice(0, 120)))"""
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def states(page: Page, address: str, with_search: bool) -> dict[str, list[str]]:
    """The findings of one page by state."""
    page.goto(address)
    page.add_script_tag(path=str(AXE))
    page.evaluate(OPEN_ALL)
    found = {"light": page.evaluate(RUN, [None, ALL])}
    page.evaluate("document.querySelector('#__palette_1').click()")
    settle(page)
    # In the dark only colours are others.
    found["dark"] = page.evaluate(RUN, [None, ["color-contrast", "link-in-text-block"]])
    page.evaluate("document.querySelector('#__palette_0').click()")
    settle(page)
    page.locator("button.panel-menu").click()
    settle(page)
    found["menu open"] = page.evaluate(RUN, [".md-sidebar--primary", ALL])
    page.keyboard.press("Escape")
    if with_search:
        page.locator("button.panel-cari").click()
        page.keyboard.insert_text("kartu")
        page.locator(".md-search-result__list a").first.wait_for()
        settle(page)
        found["search open"] = page.evaluate(RUN, [".md-search", ALL])
    return found


def settle(page: Page) -> None:
    """Wait for colours that are still on their way."""
    page.wait_for_function("document.getAnimations().every((one) => one.playState === 'finished')")


def measure(browser: Browser, home: str, addresses: list[str]) -> tuple[Counter[str], list[str]]:
    """How often each state was looked at, and every finding."""
    looked: Counter[str] = Counter()
    findings = []
    context = browser.new_context(
        bypass_csp=True, locale="id-ID", service_workers="block", color_scheme="light",
        viewport={"width": 360, "height": 740},
    )  # fmt: skip
    page = context.new_page()
    for n, address in enumerate(addresses):
        for state, found in states(page, home + address, n % 10 == 0).items():
            looked[state] += 1
            for line in found:
                findings.append(f"{address} ({state}): {line}")
                print(f"  {findings[-1]}", flush=True)
        if n % 20 == 19:
            print(f"{n + 1} of {len(addresses)} pages, {len(findings)} findings", flush=True)
    context.close()
    return looked, findings


def main() -> int:
    """Measure and print."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    addresses = sorted(
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if path.name != "404.html"
    )
    with serve(site.parent) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        looked, findings = measure(browser, f"{server.address}{site.name}/", addresses)
        browser.close()
    states_said = ", ".join(f"{state} {count}" for state, count in looked.items())
    print(
        f"{len(addresses)} pages, {looked.total()} states ({states_said}): {len(findings)} findings"
    )
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
