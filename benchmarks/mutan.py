"""Whether odd data ends in sentences: seeded mutants of the sample data are checked, then built.

Run: .venv/bin/python benchmarks/mutan.py [--count 2000] [--seed 1] [--minutes 60] [--own]
Each mutant is one file of the sample site (--own: of this repository) with one change at a random
place. `sop periksa` must answer with problems and never with an error of the program; what passes
has its pages and the contents of its papers made, and the blank form as Word. No PDF is set.
Prints figures by kind and every error; ends with 1 where there is one.
"""

import argparse
import datetime
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from sop_terbuka.data.catalog import Catalog, catalog_of, examine_with_sources  # noqa: E402
from sop_terbuka.data.remembered import Memory  # noqa: E402
from sop_terbuka.meaning import temuan  # noqa: E402
from sop_terbuka.meaning.layanan import all_layanan  # noqa: E402
from sop_terbuka.publish import outputs  # noqa: E402
from sop_terbuka.publish.addresses import bytes_of  # noqa: E402
from sop_terbuka.publish.feeds import indeks, kalender, opendata, register, search  # noqa: E402
from sop_terbuka.publish.pages import Tools, pages  # noqa: E402
from sop_terbuka.publish.papers.jobs import blank_papers  # noqa: E402

DAY = datetime.date(2026, 11, 29)
EXTREMES: tuple[Any, ...] = (
    "", " ", "-", "x" * 5000, "k" * 149, "\u200b", "\u202eterbalik", "a\u0000b", "baris\ndua", "😀",
    "{{ 7*7 }}<b>", "../../x", 0, -1, 10**400, 1e308, float("nan"), "9999-12-31", "0000-00-00",
    "2026-02-30", "https://a@b.id/", "//evil.id", None, True, [], {}, "1" * 4000, "!!python/x",
)  # fmt: skip
Place = tuple[Any, Any]


def places(node: Any) -> Iterator[Place]:
    """Every container of a document with each of its keys."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)


def remove(document: Any, at: Place, chance: random.Random) -> None:
    """The value is not there."""
    del at[0][at[1]]


def double(document: Any, at: Place, chance: random.Random) -> None:
    """An item stands twice; a key has the value of another."""
    holder, key = at
    if isinstance(holder, list):
        holder.insert(key, holder[key])
    else:
        holder[chance.choice([*holder])] = holder[key]


def retype(document: Any, at: Place, chance: random.Random) -> None:
    """The value is of another type."""
    holder, key = at
    value = holder[key]
    choices = [[value], {"nilai": value}, str(value), 7, 7.5, None, True, DAY]
    holder[key] = chance.choice([one for one in choices if type(one) is not type(value)])


def extreme(document: Any, at: Place, chance: random.Random) -> None:
    """The value is at the edge of what can be."""
    at[0][at[1]] = chance.choice(EXTREMES)


def swap(document: Any, at: Place, chance: random.Random) -> None:
    """Two values stand in each other's place."""
    other = chance.choice([*places(document)])
    first, second = at[0][at[1]], other[0][other[1]]
    if all(id(one) not in {id(holder) for holder, _ in inside(two)}
           for one, two in ((at[0], second), (other[0], first))):  # fmt: skip
        at[0][at[1]], other[0][other[1]] = second, first


def inside(value: Any) -> list[Place]:
    """The places of a value that holds others."""
    return [*places(value)] if isinstance(value, dict | list) else []


def stray(document: Any, at: Place, chance: random.Random) -> None:
    """There is a key that nobody knows."""
    holder = at[0] if isinstance(at[0], dict) else document
    holder[chance.choice(["biya", "on", "1", "nama ", "langkah", "id"])] = chance.choice(EXTREMES)


def cut(text: str, chance: random.Random) -> str:
    """The file ends in the middle, or loses a piece."""
    start = chance.randrange(len(text))
    return text[:start] + (text[start + chance.randrange(200) :] if chance.random() < 0.5 else "")


def misprint(text: str, chance: random.Random) -> str:
    """A letter of the file is another one."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(":#'\"-[]{}&*!|>%@`\t\n\x00\ufeff ") + text[at + 1 :]


VALUES: dict[str, Callable[[Any, Place, random.Random], None]] = {
    "hapus": remove, "gandakan": double, "ganti jenis": retype, "ekstrem": extreme,
    "tukar": swap, "kunci asing": stray,
}  # fmt: skip
TEXTS: dict[str, Callable[[str, random.Random], str]] = {"potong": cut, "salah ketik": misprint}


def mutant(text: str, kind: str, chance: random.Random) -> str:
    """A file with one change."""
    if kind in TEXTS:
        return TEXTS[kind](text, chance)
    # As text only: what a value means is the program's to say.
    document = yaml.load(text, yaml.BaseLoader)
    VALUES[kind](document, chance.choice([*places(document)]), chance)
    return str(yaml.safe_dump(document, allow_unicode=True, sort_keys=False))


def make(catalog: Catalog, name: str) -> None:
    """Everything that is published of a file, short of setting its papers."""
    services = all_layanan(catalog)
    found = temuan.run(catalog, None, DAY)
    tools = Tools(
        icon=lambda _: Markup("<svg></svg>"), services=services, findings=found, date=f"{DAY}",
        flow_size=lambda _: (100, 100),
    )  # fmt: skip
    own = name.removeprefix("sop_data/").replace("forms/", "formulir/")
    own = own.removesuffix(".yml").removesuffix("instansi")
    made = list(pages(catalog, tools))
    for page in made:
        if page.address.startswith(own) or page.address in ("", "mutu/", "petugas/", "topik/"):
            page.html()
    if own in services:
        list(outputs.jobs({own: services[own]}, "https://contoh.invalid/", "29 November 2026", {}))
    for job in blank_papers(catalog, ""):
        if job.address.startswith(f"{own}/") and job.address.endswith(".docx"):
            job.make()
    for made_when_called in opendata.files(catalog, services, found).values():
        bytes_of(made_when_called)
    kalender.calendars(catalog)
    register.tables(catalog, found)
    list(indeks.files(search.content(catalog, services, made)))


def main() -> None:
    """Try so many mutants, or for so long."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--own", action="store_true")
    asked = parser.parse_args()
    source = ROOT if asked.own else ROOT / "tests" / "situs"
    tried: Counter[tuple[str, str]] = Counter()
    end = time.monotonic() + 60 * asked.minutes
    memory = Memory()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for top in ("sop_data", "forms"):
            shutil.copytree(source / top, folder / top)
        files = sorted(
            path.relative_to(folder).as_posix() for path in folder.rglob("*.yml") if path.is_file()
        )
        for number in range(asked.count):
            if time.monotonic() > end:
                break
            chance = random.Random(f"{asked.seed}/{number}")
            kind = chance.choice([*VALUES, *TEXTS])
            tried[kind, outcome(folder, chance.choice(files), kind, chance, memory, number)] += 1
    outcomes = ("masalah", "terbit", "sama", "GALAT")
    print(f"{'jenis':12} {' '.join(f'{one:>8}' for one in outcomes)}")
    for kind in [*VALUES, *TEXTS]:
        print(f"{kind:12} {' '.join(f'{tried[kind, one]:8}' for one in outcomes)}")
    sums = [sum(n for (_, one), n in tried.items() if one == wanted) for wanted in outcomes]
    print(f"{'jumlah':12} {' '.join(f'{n:8}' for n in sums)}")
    sys.exit(bool(sums[-1]))


def outcome(
    folder: Path, name: str, kind: str, chance: random.Random, memory: Memory, number: int
) -> str:
    """What becomes of one mutant; the file is as it was afterwards."""
    path = folder / name
    good = path.read_bytes()
    text = good.decode("utf-8")
    try:
        changed = mutant(text, kind, chance)
        if changed == text:
            return "sama"
        path.write_bytes(changed.encode("utf-8", "surrogatepass"))
        with memory.used():
            draft, problems = examine_with_sources(folder / "sop_data", folder / "forms")
        if problems:
            return "masalah"
        make(catalog_of(draft), name)
        return "terbit"
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        print(f"mutan {number}, {kind}, {name}:\n{traceback.format_exc(limit=-4)}", flush=True)
        return "GALAT"
    finally:
        path.write_bytes(good)


if __name__ == "__main__":
    main()
