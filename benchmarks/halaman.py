"""How public pages read on a phone and on paper, and how far citizens walk to an answer.

Run: .venv/bin/python benchmarks/halaman.py [site folder] [--tugas FILE] [--halaman] [--hanya-tugas]
after `make build`. Knows no office: pages come from the site's own open data, tasks from a table
(`benchmarks/tugas.tsv`: a name, steps from the home page, and the words of the answers).

A page's height is that at 360 px with everything closed; sheets are A4. Its sentences are those of
the part for applicants: running text outside of tick-lists, tables of contents, navigation and the
officers' part, as far as it is visible; a step that ends without a full stop is one, too.
Exits with 1 when a page is higher than 6,000 px, takes more than two sheets, has less than nine in
ten tasks answered within two screens, or a task cannot be walked.
"""

import argparse
import csv
import io
import json
import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import pypdf  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.forms import serve  # noqa: E402

WIDTH, SCREEN = 360, 740
HIGHEST, MOST_SHEETS = 6_000, 2
LONGEST_SENTENCE, FEWEST_WORDS = 14, 3
SCREENS, WANTED = 2.0, 0.9

# The running text of the applicant's part, block by block: a text and what stands in line with it.
BLOCKS = """() => {
  const out = ".petugas, nav, form.siap, .tbl, .remah, h1, h2, h3, dt, summary, [aria-hidden=true]";
  const found = new Map();
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let block = node.parentElement;
    if (!node.data.trim() || block.closest(out) || !block.checkVisibility()) continue;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    found.set(block, `${found.get(block) ?? ""} ${node.data}`);
  }
  return [...found.values()];
}"""
# Where the first visible text that holds the words stands, in px from the top of the page.
PLACE = """(words) => {
  const plain = (text) => text.replace(/\\s+/gu, " ").toLowerCase();
  const wanted = plain(words);
  const found = [...document.querySelectorAll("article *")].filter(
    (one) => one.checkVisibility() && plain(one.innerText ?? "").includes(wanted),
  );
  const isAround = (one) => found.some((other) => other !== one && one.contains(other));
  const deepest = found.filter((one) => !isAround(one));
  const tops = deepest.map((one) => one.getBoundingClientRect().bottom + scrollY);
  return tops.length ? Math.min(...tops) : -1;
}"""


@dataclass(frozen=True)
class Measured:
    """One public page: its height, its sheets of paper, and the words of each sentence."""

    alamat: str
    tinggi: int
    lembar: int
    kalimat: tuple[int, ...]


@dataclass(frozen=True)
class Task:
    """What a citizen wants to know, the way there, and the words that answer."""

    nama: str
    rute: tuple[tuple[str, str], ...]
    jawaban: tuple[str, ...]


def public_pages(site: Path) -> list[str]:
    """The addresses of the services for citizens."""
    listed = json.loads((site / "api/v1/sop.json").read_text(encoding="utf-8"))
    rows = listed if isinstance(listed, list) else listed["sop"]
    return [row["url"] for row in rows if row["audiens"] != ["internal"]]


def sentences(blocks: list[str]) -> Iterator[int]:
    """How many words each sentence has; shorter fragments are labels."""
    for block in blocks:
        for part in re.split(r"(?<=[.!?])\s+", block):
            words = re.findall(r"[^\W_][\w'/.,-]*", part)
            if len(words) >= FEWEST_WORDS:
                yield len(words)


def measure(browser: Browser, base: str, address: str) -> Measured:
    """Look at one page as a phone shows it and as paper holds it."""
    page = _phone(browser)
    page.goto(base + address)
    height = page.evaluate("document.documentElement.scrollHeight")
    blocks = page.evaluate(BLOCKS)
    page.emulate_media(media="print")
    sheets = len(pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    page.context.close()
    return Measured(address, height, sheets, tuple(sentences(blocks)))


def tasks(path: Path) -> list[Task]:
    """The table of tasks: name, steps such as `cari: kata > ketuk: alamat`, answers with `|`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = []
    for row in rows:
        steps = [step.partition(":") for step in row["rute"].split(">")]
        route = tuple((kind.strip(), words.strip()) for kind, _, words in steps)
        answers = tuple(filter(None, (text.strip() for text in row["jawaban"].split("|"))))
        found.append(Task(row["tugas"], route, answers))
    return found


def walk(browser: Browser, base: str, task: Task) -> tuple[int, list[float | None]]:
    """How many taps a task takes, and how many screens down each answer ends."""
    page = _phone(browser)
    page.goto(base)
    taps = 0
    for kind, words in task.rute:
        if kind == "cari":
            page.get_by_role("searchbox").first.fill(words)
            page.keyboard.press("Enter")
            page.locator(".md-search-result__list a").first.wait_for()
        elif kind == "ketuk":
            _tap(page, base + words)
        else:
            raise ValueError(f"{task.nama}: langkah {kind!r} tidak dikenal (cari, ketuk)")
        taps += 1
    found = [page.evaluate(PLACE, words) for words in task.jawaban]
    page.context.close()
    return taps, [place / SCREEN if place >= 0 else None for place in found]


def _tap(page: Page, address: str) -> None:
    """Follow the first visible link to an address."""
    links = page.locator("a:visible")
    hrefs = links.evaluate_all("all => all.map((one) => one.href.split('?')[0].split('#')[0])")
    if address not in hrefs:
        raise ValueError(f"tidak ada tautan ke {address} pada {page.url}")
    links.nth(hrefs.index(address)).click()
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == address)


def _phone(browser: Browser) -> Page:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": SCREEN}, locale="id-ID", has_touch=True
    )
    return context.new_page()


def report_pages(found: list[Measured], is_long: bool) -> bool:
    """Print the figures of the pages; whether every page keeps to its measure."""
    if is_long:
        print(f"{'page':58} {'px':>6} {'A4':>3} {'sentences':>9} {'words':>6} {'>14':>5}")
        for one in found:
            mean, share = _reading(one.kalimat)
            print(
                f"{one.alamat:58} {one.tinggi:6} {one.lembar:3} {len(one.kalimat):9} "
                f"{mean:6.1f} {share:5.0%}"
            )
    heights = [one.tinggi for one in found]
    mean, share = _reading([n for one in found for n in one.kalimat])
    print(
        f"{len(found)} public pages at {WIDTH} px: median {statistics.median(heights):.0f}, "
        f"highest {max(heights)} px; sheets of A4: most {max(one.lembar for one in found)}"
    )
    print(f"{mean:.1f} words a sentence, {share:.1%} of sentences over {LONGEST_SENTENCE} words")
    return all(one.tinggi <= HIGHEST and one.lembar <= MOST_SHEETS for one in found)


def _reading(counts: list[int] | tuple[int, ...]) -> tuple[float, float]:
    if not counts:
        return 0.0, 0.0
    return statistics.mean(counts), sum(n > LONGEST_SENTENCE for n in counts) / len(counts)


def report_tasks(browser: Browser, base: str, wanted: list[Task]) -> bool:
    """Walk every task and print where its answers end; whether enough are near."""
    near = 0
    is_whole = True
    for task in wanted:
        try:
            taps, places = walk(browser, base, task)
        except ValueError as error:
            print(f"{task.nama}: {error}")
            is_whole = False
            continue
        first = places[0]
        near += first is not None and first <= SCREENS
        shown = ", ".join(
            f"{words} {place:.1f}" if place is not None else f"{words} not there"
            for words, place in zip(task.jawaban, places, strict=True)
        )
        print(f"{task.nama}: {taps} taps; screens: {shown}")
    print(f"first answer within {SCREENS:.0f} screens: {near} of {len(wanted)}")
    return is_whole and near >= WANTED * len(wanted)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--tugas", type=Path, default=ROOT / "benchmarks" / "tugas.tsv")
    parser.add_argument("--halaman", action="store_true", help="every page on a line of its own")
    parser.add_argument("--hanya-tugas", action="store_true", help="only walk the tasks")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    is_good = True
    with serve(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        if not arguments.hanya_tugas:
            found = [measure(browser, server.address, one) for one in public_pages(site)]
            is_good = report_pages(found, arguments.halaman)
        if arguments.tugas.is_file():
            is_good &= report_tasks(browser, server.address, tasks(arguments.tugas))
        browser.close()
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
