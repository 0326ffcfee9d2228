"""How well matrices of many kinds are read: pages drawn by chance, whose truth is known.

Run: .venv/bin/python benchmarks/impor_buatan.py [--banyak 12] [--hanya KIND...] [--rinci]

Each kind changes one thing (the head of the arrows, where the answers stand, how the rules are
drawn); all else is drawn by chance. What is read is compared cell by cell, arrow by arrow.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from impor_jenis import KINDS
from impor_matriks import End, Truth, drawn

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.reading import IntakeError, Reading

ASKED = ("lajur", "sel", "simbol", "panah", "label")


@dataclass
class Score:
    """Hits, wanted and got for each thing that is compared."""

    counts: dict[str, list[int]] = field(
        default_factory=lambda: {name: [0, 0, 0] for name in ASKED}
    )

    def add(self, name: str, hit: int, wanted: int, got: int) -> None:
        """Count more of one thing."""
        for n, value in enumerate((hit, wanted, got)):
            self.counts[name][n] += value

    def share(self, name: str) -> float:
        """Twice the hits by what was wanted and what was got."""
        hit, wanted, got = self.counts[name]
        return 2 * hit / (wanted + got) if wanted + got else 1.0


def _bare(names: Sequence[str]) -> list[str]:
    """The names without blanks: a narrow lane breaks a word over two lines."""
    return ["".join(name.split()).casefold() for name in names]


def compared(truth: Truth, reading: Reading | None, score: Score) -> list[str]:
    """Count one reading against its truth; what differs, in words."""
    faults: list[str] = []
    lanes = [lane.lengkap for lane in reading.pelaksana] if reading else []
    rows = reading.langkah if reading else ()
    wanted_lanes, lanes = _bare(truth.lanes), _bare(lanes)
    hits = sum(a == b for a, b in zip(wanted_lanes, lanes, strict=False))
    score.add("lajur", hits, len(truth.lanes), len(lanes))
    if wanted_lanes != lanes:
        faults.append(f"lajur {wanted_lanes} dibaca {lanes}")
    got: dict[tuple[int, str], str] = {}
    for n, row in enumerate(rows):
        got[n, "no"] = row.no
        for _, role in truth.cells:
            if role != "no":
                got[n, role] = row.teks(role)
    wanted = {key: value for key, value in truth.cells.items() if value}
    read_cells = {key: value for key, value in got.items() if value}
    hits = sum(read_cells.get(key) == value for key, value in wanted.items())
    score.add("sel", hits, len(wanted), len(read_cells))
    faults += [
        f"sel {key}: {value!r} dibaca {read_cells.get(key)!r}"
        for key, value in wanted.items()
        if read_cells.get(key) != value
    ]
    symbols: Counter[tuple[int, int, str]] = Counter(
        (n, symbol.lajur, symbol.jenis) for n, row in enumerate(rows) for symbol in row.simbol
    )
    score.add("simbol", (symbols & truth.symbols).total(), truth.symbols.total(), symbols.total())
    if symbols != truth.symbols:
        faults.append(f"simbol hilang {truth.symbols - symbols} lebih {symbols - truth.symbols}")
    arrows: dict[tuple[End, End], str] = {}
    for arrow in reading.panah if reading else ():
        if not arrow.tanpa_kepala:
            a, b = ((row, rows[row].simbol[k].lajur) for row, k in (arrow.dari, arrow.ke))
            arrows[a, b] = arrow.label.teks
    score.add("panah", len(arrows.keys() & truth.arrows.keys()), len(truth.arrows), len(arrows))
    said = {key: value for key, value in truth.arrows.items() if value}
    hits = sum(arrows.get(key) == value for key, value in said.items())
    score.add("label", hits, len(said), sum(bool(value) for value in arrows.values()))
    faults += [
        f"panah {key}: {truth.arrows.get(key)!r} dibaca {arrows.get(key)!r}"
        for key in sorted(truth.arrows.keys() | arrows.keys())
        if truth.arrows.get(key) != arrows.get(key)
    ]
    return faults


def main() -> None:
    """Print a line for each kind and one for all."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--banyak", type=int, default=12)
    asked.add_argument("--hanya", nargs="*", default=list(KINDS), choices=list(KINDS))
    asked.add_argument("--rinci", action="store_true", help="print what was read otherwise")
    asked.add_argument("--simpan", type=Path, help="keep the drawn files in this folder")
    asked.add_argument("--benih", type=int, default=0, help="the first number of the chance")
    given = asked.parse_args()
    whole = Score()
    print(f"{'':36s}" + "".join(f"{name:>8s}" for name in ASKED))
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.simpan or Path(temporary)
        for name in given.hanya:
            score = Score()
            for seed in range(given.benih, given.benih + given.banyak):
                file, truths = drawn(name, seed, folder)
                try:
                    found = list(read(file))
                except IntakeError as error:
                    found = []
                    print(f"  {file.name}: {error}")
                if len(found) != len(truths) and given.rinci:
                    print(f"  {file.name}: {len(truths)} matriks dibaca {len(found)}")
                for n, truth in enumerate(truths):
                    reading = found[n] if n < len(found) else None
                    for fault in compared(truth, reading, score):
                        if given.rinci:
                            print(f"  {file.name}: {fault}")
            for thing in ASKED:
                whole.add(thing, *score.counts[thing])
            shown = "".join(f"{score.share(thing):8.3f}" for thing in ASKED)
            print(f"{name:36s}{shown}", flush=True)
    print(f"{'semua':36s}" + "".join(f"{whole.share(thing):8.3f}" for thing in ASKED))


if __name__ == "__main__":
    main()
