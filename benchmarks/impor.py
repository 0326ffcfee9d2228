"""How well PDF files are read: score, time a page, memory, and what another printing changes.

Run: .venv/bin/python benchmarks/impor.py TRUTH_DIR FILE_DIR NILAI.PY [--variasi] [--hanya 007 012]

TRUTH_DIR holds one YAML a document, FILE_DIR the PDFs, NILAI.PY the script that scores a folder of
readings against a folder of truths. A file with several matrices gives one reading for each, named
by its page (029-2, 029-3). With --variasi every file is also read as other printers write it.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
from impor_variasi import CHANGES, varied

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import IntakeError

# Seconds a page and megabytes a process may take.
SECONDS, MEGABYTES = 3.0, 500


def readings(source: Path, folder: Path) -> list[bool]:
    """Write the readings of one file; for each whether its flow is only a picture."""
    found = read(source)
    for one in found:
        page = one.langkah[0].tempat[0].halaman if one.langkah else 0
        name = source.stem if len(found) == 1 else f"{source.stem}-{page}"
        shown = json.dumps(as_json(one), ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(shown, encoding="utf-8")
    return [one.alur_gambar for one in found]


def scored(truth: Path, folder: Path, script: Path, pictured: Sequence[str]) -> Iterator[str]:
    """The lines of the script that scores."""
    command = [sys.executable, str(script), str(truth), str(folder), "--tanpa-alur", *pictured]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    yield from (done.stdout + done.stderr).splitlines()


def truths(source: Path, folder: Path, files: Sequence[Path]) -> Path:
    """The truths of the chosen files only."""
    folder.mkdir()
    for one in source.glob("*.yml"):
        if any(re.fullmatch(rf"{re.escape(file.stem)}(-\d+)?", one.stem) for file in files):
            shutil.copy(one, folder)
    return folder


def measured(files: Sequence[Path], folder: Path) -> tuple[list[str], float, float]:
    """Read all files: those with a pictured flow, and seconds a page in all and at worst."""
    folder.mkdir()
    pictured = []
    pages, spent, worst = 0, 0.0, 0.0
    for file in files:
        with pikepdf.open(file) as pdf:
            count = len(pdf.pages)
        start = time.process_time()
        try:
            if any(readings(file, folder)):
                pictured.append(file.stem)
        except IntakeError as error:
            print(f"  {file.name}: {error}")
        took = time.process_time() - start
        pages, spent, worst = pages + count, spent + took, max(worst, took / count)
    return pictured, spent / max(pages, 1), worst


def main() -> int:
    """Print scores and costs; the exit code says whether a cost is too high."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("benar", type=Path)
    asked.add_argument("berkas", type=Path)
    asked.add_argument("nilai", type=Path)
    asked.add_argument("--variasi", nargs="*", choices=sorted(CHANGES))
    asked.add_argument("--hanya", nargs="*", default=[])
    given = asked.parse_args()
    files = sorted(given.berkas.glob("*.pdf"))
    files = [file for file in files if not given.hanya or file.stem in given.hanya]
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        truth = truths(given.benar, work / "benar", files)
        pictured, average, worst = measured(files, work / "bacaan")
        print(*scored(truth, work / "bacaan", given.nilai, pictured), sep="\n")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{average:.2f} s a page, {worst:.2f} s at worst; {memory:.0f} MB")
        if given.variasi is not None:
            for name in given.variasi or CHANGES:
                other = work / name
                other.mkdir()
                for file in files:
                    varied(file, other / file.name, name)
                measured(sorted(other.glob("*.pdf")), work / f"bacaan-{name}")
                *_, last = scored(truth, work / f"bacaan-{name}", given.nilai, pictured)
                print(f"{name:15s} {last}")
    return int(worst > SECONDS or memory > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
