"""What a form costs a phone: bytes before a file is asked for, and seconds until the PDF is there.

Run: .venv/bin/python benchmarks/formulir_browser.py [site folder] [form ...], after `make build`.
The PDF is timed from the tap on "Unduh PDF" to the file, on slow 3G with a CPU four times slower,
with nothing kept: the tap comes as soon as the button is there and no service worker has fetched
anything ahead. Three kinds of answers: plain Latin names, letters that the everyday font lacks, and
texts of full length with tables, which take further sheets. A second tap shows what is left without
the line. Exits with 1 when a page weighs more than 50 kB (gzip) or a PDF takes more than 2 s.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pembaca import SLOW_3G, SLOWER  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from pypdf import PdfReader  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.forms import ODD, Plan, plan, type_all  # noqa: E402
from tests.browser.hemat import Sent, serve_packed  # noqa: E402

from sop_terbuka.data.catalog import load  # noqa: E402

LARGEST_PAGE = 50_000
LONGEST_FILL = 2.0
SHORT = 60
PLAIN, RARE = "Siti Aminah", "Aḥmad Ṣāliḥ"


def answers(name: str, *, is_long: bool) -> Callable[[str], str]:
    """What is typed in place of a plan's own texts."""

    def typed(text: str) -> str:
        if text == ODD or (not is_long and len(text) > SHORT):
            return name
        return text.replace(ODD, name)

    return typed


KINDS = {
    "latin": answers(PLAIN, is_long=False),
    "huruf lain": answers(RARE, is_long=False),
    "lembar lanjutan": answers(PLAIN, is_long=True),
}


def weight(browser: Browser, server: Sent, address: str) -> int:
    """The bytes of everything a first visit loads; no service worker."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, service_workers="block", locale="id-ID"
    )
    page = context.new_page()
    server.clear()
    page.goto(server.address + address)
    page.wait_for_selector("form[data-siap]")
    page.wait_for_load_state("networkidle")
    context.close()
    return server.total


def fill(browser: Browser, server: Sent, address: str, made: Plan) -> tuple[int, float, float, int]:
    """Bytes after the answers were looked through, seconds of two taps, and sheets."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, service_workers="block", locale="id-ID"
    )
    page = context.new_page()
    page.goto(server.address + address)
    page.wait_for_selector("form[data-siap]")
    type_all(page, made)
    page.wait_for_load_state("networkidle")
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    server.clear()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Unduh PDF")
    button.wait_for()
    times = []
    for _ in range(2):
        start = time.perf_counter()
        with page.expect_download() as got:
            button.click()
        times.append(time.perf_counter() - start)
    sheets = len(PdfReader(got.value.path()).pages)
    context.close()
    return server.total, times[0], times[1], sheets


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("situs", nargs="?", default=ROOT / "site", type=Path)
    parser.add_argument("formulir", nargs="*")
    parser.add_argument("--data", default=ROOT, type=Path, help="where sop_data and forms are")
    parser.add_argument("--putaran", default=5, type=int)
    asked = parser.parse_args()
    site = asked.situs.resolve()
    known = load(asked.data / "sop_data", asked.data / "forms").formulir
    there = sorted(path.parent.name for path in site.glob("formulir/*/index.html"))
    names = asked.formulir or there
    failed = False
    with serve_packed(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        sizes = {name: weight(browser, server, f"formulir/{name}/") for name in names}
        heaviest = max(sizes, key=lambda name: sizes[name])
        failed |= sizes[heaviest] > LARGEST_PAGE
        print(f"{len(sizes)} forms: median {statistics.median(sizes.values()) / 1000:.1f} kB")
        print(f"heaviest: {heaviest}, {sizes[heaviest] / 1000:.1f} kB (limit 50 kB)")
        print(f"{'form, answers':48}     kB  sheets  first s  second s")
        for name in [one for one in ("pendaftaran-ak1", "permohonan-mediasi") if one in names]:
            for kind, typed in KINDS.items():
                made = plan(known[name])
                made.typed = {key: typed(text) for key, text in made.typed.items()}
                rounds = [
                    fill(browser, server, f"formulir/{name}/", made) for _ in range(asked.putaran)
                ]
                first = statistics.median(one[1] for one in rounds)
                second = statistics.median(one[2] for one in rounds)
                failed |= first > LONGEST_FILL
                print(
                    f"{name + ', ' + kind:48} {rounds[0][0] / 1000:6.1f} {rounds[0][3]:7} "
                    f"{first:8.2f} {second:9.2f}"
                )
        browser.close()
    print("over the limit" if failed else "all within their limits")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
