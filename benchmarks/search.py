"""How well a built site is searched: everyday queries by kind, asked of its own worker in Chromium.

Run: .venv/bin/python benchmarks/search.py [site folder] [--kueri FILE], after `make build`; with
--salah it also prints what was shown instead. The queries and what is right for them stand in
kueri.tsv: part of an address, or with = the whole of it; those of another hand in kueri-lain.tsv,
of which half a was read while the search was mended and half b only at its end (--bagian). What
is served elsewhere (bukan:) counts only where no page of this site stands above the hint.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.forms import serve  # noqa: E402

QUERIES = Path(__file__).with_name("kueri.tsv")
# The theme's own messages: query 2, result 3.
ASK = """async ([address, queries]) => {
  const worker = new Worker(address);
  const ask = (query) => new Promise((done) => {
    worker.onmessage = ({ data }) => done(data.data.items.map(([item]) => item.location));
    worker.postMessage({ type: 2, data: query });
  });
  const found = [];
  for (const query of queries) found.push(await ask(query));
  return found;
}"""


@dataclass(frozen=True)
class Kueri:
    """What somebody types, of which kind it is, and the addresses that answer it."""

    jenis: str
    teks: str
    benar: tuple[str, ...]

    def is_answered(self, shown: list[str]) -> bool:
        """Whether one of the addresses shown is a right one."""
        if all(right.startswith("bukan:") for right in self.benar):
            shown = list(takewhile(lambda there: there.startswith("bukan:"), shown))
        return any(
            there == right[1:] if right.startswith("=") else right in there
            for right in self.benar
            for there in shown
        )


def queries(table: Path, part: str = "") -> Iterator[Kueri]:
    """The set of queries of a table, or those of one part of it."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and (not part or line.endswith(f"\t{part}")):
            kind, text, right, *_ = line.split("\t")
            yield Kueri(kind, text, tuple(right.split()))


def answers(site: Path, asked: list[Kueri]) -> list[list[str]]:
    """The addresses that the site shows for each query, best first."""
    worker = next(site.rglob("pencari*.js")).relative_to(site).as_posix()
    with serve(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path())
        page = browser.new_page()
        page.goto(server.address)
        words = [one.teks for one in asked]
        found: list[list[str]] = page.evaluate(ASK, [server.address + worker, words])
        browser.close()
    return found


def main() -> None:
    """Ask everything and print the shares by kind."""
    parser = argparse.ArgumentParser()
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--kueri", type=Path, default=QUERIES)
    parser.add_argument("--bagian", default="")
    parser.add_argument("--salah", action="store_true")
    arguments = parser.parse_args()
    asked = list(queries(arguments.kueri, arguments.bagian))
    pairs = list(zip(asked, answers(arguments.site, asked), strict=True))
    print(f"{'kind':12} {'n':>4} {'hit@1':>6} {'hit@3':>6} {'empty':>6}")
    for kind in [*dict.fromkeys(one.jenis for one in asked), ""]:
        of_kind = [(one, shown) for one, shown in pairs if kind in ("", one.jenis)]
        first, three = (
            sum(one.is_answered(shown[:n]) for one, shown in of_kind) / len(of_kind) for n in (1, 3)
        )
        empty = sum(not shown for _, shown in of_kind)
        print(f"{kind or 'all':12} {len(of_kind):4} {first:6.2f} {three:6.2f} {empty:6}")
    if arguments.salah:
        for one, shown in pairs:
            if not one.is_answered(shown[:1]):
                where = "first" if one.is_answered(shown[:3]) else "three"
                print(f"not in {where}: {one.teks}: {shown[:3]}")


if __name__ == "__main__":
    main()
