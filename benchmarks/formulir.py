"""Time and size of every blank form and every checklist.

Run with `.venv/bin/python benchmarks/formulir.py`; prints a line for each document and the worst.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from sop_terbuka.data.catalog import load
from sop_terbuka.publish.papers.ceklis import checklist_pdf
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx

ROOT = Path(__file__).parent.parent
SITE = "https://dinas.example/sop/"
# Bytes that a document may have at most.
LIMITS = {"pdf": 60_000, "docx": 60_000, "ceklis": 40_000}


def measured(kind: str, name: str, make: Callable[[], bytes]) -> tuple[float, int]:
    """Make one document and print what it took."""
    start = perf_counter()
    size = len(make())
    took = perf_counter() - start
    print(f"{kind:7}{name:55}{took * 1000:7.0f} ms{size:8} B")
    return took, size


def main() -> None:
    """Measure all documents; the first one also pays for reading the fonts."""
    catalog = load(ROOT / "sop_data", ROOT / "forms")
    found: dict[str, list[tuple[float, int]]] = {kind: [] for kind in LIMITS}
    for form in catalog.formulir.values():
        for kind, make in (("pdf", blank_pdf), ("docx", blank_docx)):
            found[kind].append(
                measured(kind, form.id, lambda make=make, form=form: make(catalog, form, SITE))
            )
    for sop in catalog.sop.values():
        address = f"{SITE}{sop.id}/"
        found["ceklis"].append(
            measured(
                "ceklis", sop.id,
                lambda sop=sop, address=address: checklist_pdf(catalog, sop, address, "1 Mei 2026"),
            )
        )  # fmt: skip
    print()
    for kind, results in found.items():
        times, sizes = zip(*results, strict=True)
        print(
            f"{kind:7}{len(results)} documents, {sum(times):.1f} s in all, median "
            f"{median(times) * 1000:.0f} ms, largest {max(sizes)} B (limit {LIMITS[kind]})"
        )


if __name__ == "__main__":
    main()
