"""What matrix and papers of every SOP and form cost in CPU time and bytes, against the limits.

Run: .venv/bin/python benchmarks/dokumen.py [part of an id]. Exits with 1 when a limit is broken.
"""

import gzip
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from sop_terbuka.data.catalog import load
from sop_terbuka.data.model import Formulir, Sop
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.drawing.matrix import matrix
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.papers import ceklis
from sop_terbuka.publish.papers.ceklis.pdf import write as write_ceklis
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
from sop_terbuka.publish.papers.official import sop_ap_docx, sop_ap_pdf
from sop_terbuka.publish.papers.poster.content import poster
from sop_terbuka.publish.papers.poster.pdf import write as write_poster

ROOT = Path(__file__).parent.parent
CATALOG = load(ROOT / "sop_data", ROOT / "forms")
SITE, DATE = "https://dinas.example/sop/", "21 November 2026"
# Seconds and bytes; the page's matrix counts compressed, as it travels.
OF_SOP = {
    "matriks": (0.001, 2_000),
    "PDF F4": (1.0, 60_000),
    "DOCX F4": (1.0, 150_000),
    "ceklis": (1.0, 40_000),
    "poster": (1.0, 40_000),
}
OF_FORM = {"PDF": (1.0, 60_000), "DOCX": (1.0, 60_000)}
Make = Callable[[], bytes]


def measured(make: Make, times: int = 1) -> tuple[float, int]:
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


def papers_of(sop: Sop) -> dict[str, tuple[float, int]]:
    """What the matrix and each paper of an SOP take."""
    edition = Edition(f"{SITE}{sop.id}/", DATE)
    facts = layanan(CATALOG, sop)
    page = str(matrix(sop)).encode() if sop.langkah else b""
    return {
        "matriks": (
            measured(lambda: str(matrix(sop)).encode(), 20)[0],
            len(gzip.compress(page, 9, mtime=0)),
        ),
        "PDF F4": measured(partial(sop_ap_pdf, CATALOG, sop, DATE, edition.alamat)),
        "DOCX F4": measured(partial(sop_ap_docx, CATALOG, sop, DATE, edition.alamat)),
        "ceklis": measured(lambda: write_ceklis(ceklis.checklist(facts, edition))),
        "poster": measured(lambda: write_poster(poster(facts, edition), "A3")),
    }


def papers_of_form(form: Formulir) -> dict[str, tuple[float, int]]:
    """What the blank papers of a form take."""
    return {
        "PDF": measured(partial(blank_pdf, CATALOG, form, SITE)),
        "DOCX": measured(partial(blank_docx, CATALOG, form, SITE)),
    }


def table(
    limits: Mapping[str, tuple[float, int]],
    results: Iterable[tuple[str, Mapping[str, tuple[float, int]]]],
) -> list[str]:
    """Print what each took; gives which limits were broken."""
    totals, broken = dict.fromkeys(limits, 0.0), []
    print(f"{'':55}" + "".join(f"{name:>21}" for name in limits))
    for name, found in results:
        cells = ""
        for kind, (seconds, size) in found.items():
            cells += f"{seconds * 1000:9.1f} ms {size / 1000:5.1f} kB"
            totals[kind] += seconds
            if seconds > limits[kind][0] or size > limits[kind][1]:
                broken.append(f"{name}: {kind}")
        print(f"{name:55}{cells}", flush=True)
    print(f"{'jumlah':55}" + "".join(f"{seconds:18.2f} s " for seconds in totals.values()))
    return broken


def main() -> int:
    """Print both tables; a broken limit decides the exit code."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    sops = [sop for sop in CATALOG.sop.values() if wanted in sop.id]
    forms = [form for form in CATALOG.formulir.values() if wanted in form.id]
    # Libraries and fonts are loaded once for a whole build.
    papers_of(next(iter(CATALOG.sop.values())))
    broken = table(OF_SOP, ((sop.id, papers_of(sop)) for sop in sops))
    broken += table(OF_FORM, ((form.id, papers_of_form(form)) for form in forms))
    for what in broken:
        print(f"melewati batas: {what}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
