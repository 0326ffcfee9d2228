"""What a search costs its reader on a site of one, of fifty and of two hundred offices.

Run: .venv/bin/python benchmarks/pencarian.py [37 1000 4000] [--situs site], after `make build`.
The large sites are this project's own data by honest copying (tests/copies.py). Copies of a text
pack too well, so the texts of each copied service are varied before they are indexed: every eighth
word gives way to another word of the data and every fortieth to a word that nobody else has, in the
name 1 word of 20 of the first kind. The index stands in the built site in place of its own, and its
home page is asked in Chromium: bytes and requests of a first and of a second query, as a host with
gzip sends them, from the first touch of the box until nothing more is loaded; and the time until
the first hit at 400 kbit/s and 400 ms with a CPU four times slower, typed at once. Chromium slows
the page alone, not the worker: what the worker takes for one query is shown beside it, as it is,
without the quarter of a second for which it waits for the next letter of a query in parts.
Exits with 1 when a first query costs more than 30 kB in one file, or 120 kB in parts.
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "src"))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tests.browser import hemat  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.copies import copied  # noqa: E402

from sop_terbuka.data.catalog import load  # noqa: E402
from sop_terbuka.meaning.layanan import all_layanan  # noqa: E402
from sop_terbuka.publish.feeds import indeks, search  # noqa: E402
from sop_terbuka.publish.feeds.entri import Entri  # noqa: E402

WHOLE, PARTS = 30_000, 120_000
# As pencari-bagian.js waits.
WAIT = 250
LATENCY, BYTES_A_SECOND, SLOWER = 0.4, 50_000, 4
# A name, a problem, an office, two words run together, misspelt, a place, a word in part.
QUERIES = (
    "kartu kuning", "gaji tidak dibayar", "jam buka", "kartukuning", "pelatian kerja",
    "kartu kuning {daerah}", "perselisihan hubungan industrial", "pelat", "izin usaha",
)  # fmt: skip
SECOND = "pengaduan pelayanan"
_SYLLABLES = ("ba", "cun", "da", "gri", "hem", "ja", "kul", "lo", "mur", "ni", "pes", "ra", "tok")


@dataclass(frozen=True)
class Biaya:
    """One query: bytes and requests until nothing more was loaded, and the first hit."""

    kata: str
    byte: int
    permintaan: int
    hasil: str


def varied(entries: Iterable[Entri], own: Iterable[str]) -> Iterator[Entri]:
    """The entries, those of services with other words in them, but of the offices' own."""
    originals = frozenset(own)
    listed = list(entries)
    known = sorted({word for one in listed for word in one.isi.split() if word.isalpha()})
    for one in listed:
        is_copy = one.alamat.count("/") == 2 and one.kelompok not in ("", "kantor:")
        is_copy = is_copy and one.alamat.split("/")[0] not in originals
        chance = random.Random(one.alamat)

        def other(text: str, often: int, new: int, chance: random.Random = chance) -> str:
            words = []
            for word in text.split(" "):
                if new and chance.randrange(new) == 0:
                    word = "".join(chance.choices(_SYLLABLES, k=4))
                elif chance.randrange(often) == 0:
                    word = chance.choice(known)
                words.append(word)
            return " ".join(words)

        yield replace(
            one, isi=other(one.isi, 8, 40), ringkas=other(one.ringkas, 8, 40),
            sebutan=other(one.sebutan, 20, 0),
        ) if is_copy else one  # fmt: skip


def site(source: Path, folder: Path, copies: int) -> str:
    """Put the search of so many copies into a copy of the site; says of which size it is."""
    data = folder / "data"
    copied(ROOT, data, copies)
    catalog = load(data / "sop_data", data / "forms")
    content = search.content(catalog, all_layanan(catalog), [])
    if copies > 1:
        own = load(ROOT / "sop_data", ROOT / "forms").instansi
        content = replace(content, entri=list(varied(content.entri, own)))
    target = folder / "situs"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.pdf", "*.docx", "*.png"))
    shutil.rmtree(target / "search")
    before = time.process_time()
    made = dict(indeks.files(content))
    took = time.process_time() - before
    for address, found in made.items():
        (target / address).parent.mkdir(parents=True, exist_ok=True)
        (target / address).write_bytes(found)
    (folder / "daerah").write_text(list(catalog.instansi.values())[-1].daerah, "utf-8")
    packed = sum(len(hemat.gzipped(target / address)) for address in made)
    return (
        f"{len(catalog.sop)} SOPs of {len(catalog.instansi)} offices: {len(made) - 1} files, "
        f"{sum(map(len, made.values())) / 1e3:.0f} kB, {packed / 1e3:.0f} kB packed, "
        f"{took:.1f} CPU s for the index"
    )


def ask(browser: Browser, server: hemat.Sent, *queries: str) -> list[Biaya]:
    """Queries typed one after the other into the home page's box, with what each loads."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(server.address, wait_until="networkidle")
    box = page.locator("main input[name=q]").first
    found = []
    for query in queries:
        server.clear()
        box.fill(query)
        box.press("Enter")
        page.locator(".hasil li").first.wait_for()
        # The worker waits for the next letter, and the page does not know of what it loads.
        page.wait_for_timeout(1000)
        first = page.locator(".hasil li h2").first.inner_text()
        if first.startswith("Pencarian tidak dapat dimuat"):
            sys.exit(f"{query}: the index could not be loaded")
        found.append(Biaya(query, server.total, len(server.sizes), first))
    context.close()
    return found


def first_hit(browser: Browser, server: hemat.Sent, query: str) -> float:
    """Seconds from typing to the first hit on a slow line, with the page's CPU slowed."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.goto(server.address, wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    before = time.monotonic()
    page.locator("main input[name=q]").first.fill(query)
    page.locator(".hasil li").first.wait_for()
    took = time.monotonic() - before
    context.close()
    return took


def in_worker(browser: Browser, server: hemat.Sent, query: str, wait: int) -> float:
    """Milliseconds that the worker takes for a query once everything is there."""
    page = browser.new_page()
    page.goto(server.address)
    took: float = page.evaluate(
        """async ([address, query]) => {
          const worker = new Worker(address);
          const ask = () => new Promise((done) => {
            worker.onmessage = done;
            worker.postMessage({ type: 2, data: query });
          });
          await ask();
          const before = performance.now();
          for (let n = 0; n < 5; n++) await ask();
          return (performance.now() - before) / 5;
        }""",
        [f"{server.address}assets/js/pencari.js", query],
    )
    page.close()
    return took - wait


class _SlowLine:
    """Takes the time of a slow line for each answer, all of them sharing it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.is_on = False

    def wait(self, size: int) -> None:
        """The time of one answer."""
        if self.is_on:
            time.sleep(LATENCY)
            with self.lock:
                time.sleep(size / BYTES_A_SECOND)


def main() -> int:
    """Print a table for each size; 1 when a first query costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sop", nargs="*", type=int, default=[37, 1000, 4000])
    parser.add_argument("--situs", type=Path, default=ROOT / "site")
    asked = parser.parse_args()
    own = len(load(ROOT / "sop_data", ROOT / "forms").sop)
    over = []
    for wanted in asked.sop:
        with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
            folder = Path(name)
            print(site(asked.situs, folder, max(1, round(wanted / own))), flush=True)
            place = (folder / "daerah").read_text("utf-8")
            is_whole = not any((folder / "situs" / "search").glob("kata-*"))
            browser = playwright.chromium.launch(executable_path=chromium_path())
            line = _SlowLine()
            with hemat.serve_packed(folder / "situs", line.wait) as server:
                firsts = []
                for query in (one.format(daerah=place) for one in QUERIES):
                    first, second = ask(browser, server, query, SECOND)
                    firsts.append(first)
                    line.is_on = True
                    slow = first_hit(browser, server, query)
                    line.is_on = False
                    busy = in_worker(browser, server, query, 0 if is_whole else WAIT)
                    print(
                        f"  {first.byte / 1e3:6.1f} kB {first.permintaan:3} requests, then "
                        f"{second.byte / 1e3:5.1f} kB {second.permintaan:3}; {slow:4.1f} s, "
                        f"{busy:4.0f} ms in the worker  {query} -> {first.hasil}",
                        flush=True,
                    )
                sizes = [one.byte for one in firsts]
                print(
                    f"  median {statistics.median(sizes) / 1e3:.1f}, most {max(sizes) / 1e3:.1f} kB"
                )
                limit = WHOLE if is_whole else PARTS
                over += [f"{wanted}: {one.kata} {one.byte}" for one in firsts if one.byte > limit]
            browser.close()
    print("\n".join(f"over: {line}" for line in over) or "all within their budgets")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
