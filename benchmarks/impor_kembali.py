"""Reads our own published papers back and counts those that are equal to the data they carry.

Run: .venv/bin/python benchmarks/impor_kembali.py [site] [--rinci]

Every sop-ap.docx and sop-ap.xlsx of a built site is read as an office would send it. It counts
as equal when what its tables and shapes say calls for no change of the record it carries.
"""

import argparse
import sys
from pathlib import Path

from sop_terbuka.intake.carried import carried_by, compare
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.readers import read


def differences(path: Path) -> list[str]:
    """What a paper that nobody changed seems to change; empty where it comes back equal."""
    carried = carried_by(path)
    if carried is None:
        return ["carries no record"]
    found = read(path)
    changes = compare(carried.data, carried.printed, as_json(found[0]) if found else {})
    said = [f"{one.path}: {one.dari!r} -> {one.menjadi!r}" for one in changes.edits]
    said += [f"step added: {step['kegiatan']}" for _, step in changes.added]
    said += [f"step removed: {step}" for step in changes.removed]
    return [*said, *changes.notes]


def main() -> int:
    """Print the counts; the exit code says whether every paper came back equal."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("situs", nargs="?", default=Path("site"), type=Path)
    asked.add_argument("--rinci", action="store_true", help="print what differs")
    given = asked.parse_args()
    whole = True
    for suffix in (".docx", ".xlsx"):
        files = sorted(given.situs.rglob(f"sop-ap{suffix}"))
        equal = 0
        for path in files:
            faults = differences(path)
            equal += not faults
            if faults and given.rinci:
                print(f"  {path.relative_to(given.situs)}", *faults, sep="\n    ")
        print(f"sop-ap{suffix}: {equal} of {len(files)} equal")
        whole = whole and bool(files) and equal == len(files)
    return int(not whole)


if __name__ == "__main__":
    sys.exit(main())
