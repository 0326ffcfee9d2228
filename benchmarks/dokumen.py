"""What matrix, PDF and DOCX of every SOP cost in time and bytes, against the limits.

Run: .venv/bin/python benchmarks/dokumen.py [part of an id]. Exits 1 when a limit is broken.
"""

import gzip
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sop_terbuka.data.catalog import load
from sop_terbuka.publish.drawing.matrix import matrix
from sop_terbuka.publish.papers.official import sop_ap_docx, sop_ap_pdf

ROOT = Path(__file__).parent.parent
VERSION, ADDRESS = "21 November 2026, 3f9a2c1", "https://contoh.go.id/sop/"
# Seconds and bytes; the page's matrix counts compressed, as it travels.
LIMITS = {"matriks": (0.001, 2_000), "PDF F4": (1.0, 60_000), "DOCX F4": (1.0, 150_000)}


def measured(make: Callable[[], bytes], times: int) -> tuple[float, int]:
    """The CPU time of the shortest of some runs, and how many bytes came out.

    What else runs on the machine does not count.
    """
    best = float("inf")
    made = b""
    for _ in range(times):
        start = time.process_time()
        made = make()
        best = min(best, time.process_time() - start)
    return best, len(made)


def main() -> int:
    """Print a table; the number of broken limits decides the exit code."""
    catalog = load(ROOT / "sop_data", ROOT / "forms")
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    sops = [sop for sop in catalog.sop.values() if wanted in sop.id]
    # Libraries and fonts are loaded once for a whole build.
    sop_ap_pdf(catalog, sops[0], VERSION, ADDRESS)
    sop_ap_docx(catalog, sops[0], VERSION, ADDRESS)
    widest = max(len(sop.id) for sop in sops)
    heads = "".join(f"{name:>20}" for name in LIMITS)
    lines = [f"{'':{widest}}{heads}"]
    totals = dict.fromkeys(LIMITS, 0.0)
    broken = []
    for sop in sops:
        page = str(matrix(sop)).encode() if sop.langkah else b""
        results = {
            "matriks": (measured(lambda sop=sop: str(matrix(sop)).encode(), 20)[0],
                        len(gzip.compress(page, 9, mtime=0))),
            "PDF F4": measured(lambda sop=sop: sop_ap_pdf(catalog, sop, VERSION, ADDRESS), 1),
            "DOCX F4": measured(lambda sop=sop: sop_ap_docx(catalog, sop, VERSION, ADDRESS), 1),
        }  # fmt: skip
        cells = ""
        for name, (seconds, size) in results.items():
            cells += f"{seconds * 1000:9.1f} ms {size / 1000:5.1f} kB"
            totals[name] += seconds
            if seconds > LIMITS[name][0] or size > LIMITS[name][1]:
                broken.append(f"{sop.id}: {name}")
        lines.append(f"{sop.id:{widest}}{cells}")
    sums = "".join(f"{seconds:17.2f} s  " for seconds in totals.values())
    lines.append(f"{'jumlah':{widest}}{sums}")
    lines += [f"melewati batas: {what}" for what in broken]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
