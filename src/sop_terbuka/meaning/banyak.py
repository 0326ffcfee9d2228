"""One service at many offices: a line for each SOP, and how many ask for each paper.

Two SOPs are set side by side in `perbandingan`; with fifty offices that would be a thousand tables,
and a reader looks for one office and for what is usual.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..data.catalog import Catalog
from ..data.model import Sop
from .perbandingan import Ringkas, called, fee_cell, figures
from .temuan.text import norm

# With more pairs than this the side by side gives way to the table.
MOST_PAIRS = 6
_MOST_PAPERS = 20


@dataclass(frozen=True)
class Satu:
    """One SOP as a line of the table."""

    angka: Ringkas
    daerah: str
    biaya: str
    asal_biaya: str
    berkas: int


@dataclass(frozen=True)
class Diminta:
    """A paper by the name that most give it, and how many SOPs ask for it."""

    berkas: str
    jumlah: int


@dataclass(frozen=True)
class Banyak:
    """A service of many offices."""

    layanan: str
    nama: str
    kalimat: str
    sop: tuple[Satu, ...]
    diminta: tuple[Diminta, ...]


def is_many(sops: Sequence[Sop]) -> bool:
    """Whether there are too many SOPs to set every two of different offices side by side."""
    counts: dict[str, int] = {}
    for sop in sops:
        counts[sop.instansi] = counts.get(sop.instansi, 0) + 1
    same = sum(n * (n - 1) // 2 for n in counts.values())
    return len(sops) * (len(sops) - 1) // 2 - same > MOST_PAIRS


def of_many(catalog: Catalog, layanan: str, sops: Sequence[Sop]) -> Banyak:
    """The table of a service."""
    lines = tuple(_line(catalog, sop) for sop in sops)
    offices = len({sop.instansi for sop in sops})
    steps = sorted(line.angka.langkah for line in lines if line.angka.langkah)
    said = f"{len(sops)} SOP di {offices} dinas"
    if steps:
        least, most = steps[0], steps[-1]
        said += f", {least} langkah" if least == most else f", {least} sampai {most} langkah"
    return Banyak(layanan, called(catalog, layanan), f"{said}.", lines, _asked(sops))


def _line(catalog: Catalog, sop: Sop) -> Satu:
    cell = fee_cell(sop)
    first = cell.butir[0] if cell.butir else None
    return Satu(
        figures(catalog, sop),
        catalog.instansi[sop.instansi].daerah,
        first.teks if first else "",
        first.kecil if first else "",
        len(sop.persyaratan),
    )


def _asked(sops: Sequence[Sop]) -> tuple[Diminta, ...]:
    """What several ask for, most first; only the same words are counted as the same paper."""
    names: dict[str, dict[str, int]] = {}
    for sop in sops:
        for name in {norm(item.berkas): item.berkas for item in sop.persyaratan}.values():
            spelt = names.setdefault(norm(name), {})
            spelt[name] = spelt.get(name, 0) + 1
    found = [
        Diminta(max(spelt, key=lambda one: spelt[one]), sum(spelt.values()))
        for spelt in names.values()
    ]
    shared = [item for item in found if item.jumlah > 1]
    return tuple(sorted(shared, key=lambda item: (-item.jumlah, item.berkas))[:_MOST_PAPERS])
