"""What a form costs a phone: bytes before a file is asked for, and seconds until the PDF is there.

Run: .venv/bin/python benchmarks/formulir_browser.py [site folder] [form ...], after `make build`.
Exits with 1 when a page weighs more than 100 kB (gzip) or a filled PDF takes more than 2 s with the
CPU four times slower. The copy for airplane mode is fetched afterwards and counted on its own.
"""

import gzip
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Response, sync_playwright  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.forms import plan, serve, type_all  # noqa: E402

from sop_terbuka.data.catalog import load  # noqa: E402

LARGEST_PAGE = 100_000
LONGEST_FILL = 2.0
SLOWER = 4
ROUNDS = 5


def weight(browser: Browser, address: str) -> dict[str, int]:
    """The gzip bytes of everything a first visit loads, by address; no service worker."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, service_workers="block", locale="id-ID"
    )
    seen: list[Response] = []
    context.on("response", lambda response: seen.append(response))
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("form[data-siap]")
    page.wait_for_load_state("networkidle")
    sizes = {found.url: len(gzip.compress(found.body(), 6)) for found in seen}
    context.close()
    return sizes


def fill_seconds(browser: Browser, address: str, form_id: str) -> tuple[float, float]:
    """From the tap to the file, on a page that was just opened, and a second time."""
    form = load(ROOT / "sop_data", ROOT / "forms").formulir[form_id]
    cold, warm = [], []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("form[data-siap]")
        type_all(page, plan(form))
        page.keyboard.press("Enter")
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for times in (cold, warm):
            start = time.perf_counter()
            with page.expect_download():
                page.get_by_role("button", name="Unduh PDF").click()
            times.append(time.perf_counter() - start)
        context.close()
    return statistics.median(cold), statistics.median(warm)


def main() -> int:
    """Measure and print."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    forms = sys.argv[2:] or sorted(path.parent.name for path in site.glob("formulir/*/index.html"))
    failed = False
    with serve(site.parent) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        base = f"{server.address}{site.name}/"
        heaviest = ("", 0, 0)
        for form_id in forms:
            sizes = weight(browser, f"{base}formulir/{form_id}/")
            search = sum(size for url, size in sizes.items() if "/search" in url)
            total = sum(sizes.values())
            failed |= total > LARGEST_PAGE
            heaviest = max(heaviest, (form_id, total, search), key=lambda found: found[1])
            print(f"{form_id:32} {total / 1000:6.1f} kB, of which search {search / 1000:.1f} kB")
        print(f"heaviest page: {heaviest[0]}, {heaviest[1] / 1000:.1f} kB (limit 100 kB)")
        for form_id in [
            form for form in ("pendaftaran-ak1", "permohonan-mediasi") if form in forms
        ]:
            cold, warm = fill_seconds(browser, f"{base}formulir/{form_id}/", form_id)
            failed |= cold > LONGEST_FILL
            print(f"{form_id:32} PDF after {cold:.2f} s, again after {warm:.2f} s (limit 2 s)")
        browser.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
