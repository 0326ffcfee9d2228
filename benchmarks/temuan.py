"""What the findings rules take of the processor: over the real SOPs, and over a thousand of them.

Run: .venv/bin/python benchmarks/temuan.py. Exits with 1 when a limit is broken. The synthetic SOPs
are copies under other offices in which every fourth word is replaced by one of a few thousand
made-up words, so that sentences are neither all equal nor all different.
"""

import datetime
import random
import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Instansi, Sop
from sop_terbuka.meaning import temuan

ROOT = Path(__file__).parent.parent

TODAY = datetime.date(2026, 11, 21)
LIMITS = {"nyata": 1.0, "sintetis": 15.0}


def synthetic(catalog: Catalog, count: int, seed: int = 1) -> Catalog:
    """A catalogue of `count` SOPs made from the real ones."""
    rng = random.Random(seed)
    words = [f"{a}{b}{c}" for a in "bcdfgklmn" for b in ("ara", "eri", "olo", "unu") for c in
             ("man", "tan", "kit", "rus", "lam", "pos", "gal", "sen")]  # fmt: skip
    sop: dict[str, Sop] = {}
    offices: dict[str, Instansi] = {}
    real = list(catalog.sop.values())
    for number in range(count):
        base = real[number % len(real)]
        office = f"{base.instansi}-{number // len(real)}"
        if office not in offices:
            source = catalog.instansi[base.instansi]
            offices[office] = source.model_copy(update={"id": office})

        def varied(text: str) -> str:
            return re.sub(
                r"\b[a-z]{5,}\b", lambda m: rng.choice(words) if rng.random() < 0.25 else m[0], text
            )

        steps = [
            step.model_copy(update={"kegiatan": varied(step.kegiatan)}) for step in base.langkah
        ]
        made = base.model_copy(
            update={"id": f"{office}/{base.slug}", "langkah": steps, "nama": varied(base.nama)}
        )
        sop[made.id] = made
    return replace(catalog, sop=MappingProxyType(sop), instansi=MappingProxyType(offices))


def main() -> int:
    """Measure both and print one line each."""
    catalog = load(ROOT / "sop_data", ROOT / "forms")
    broken = 0
    for name, measured in (("nyata", catalog), ("sintetis", synthetic(catalog, 1000))):
        start = time.process_time()
        found = temuan.run(measured, None, TODAY)
        seconds = time.process_time() - start
        broken += seconds > LIMITS[name]
        print(
            f"{name}: {len(measured.sop)} SOP, {len(found)} temuan, {seconds:.2f} detik prosesor "
            f"(batas {LIMITS[name]:g})"
        )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
