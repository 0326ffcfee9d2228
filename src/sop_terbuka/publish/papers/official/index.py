"""The index of all documents: what the page `/dokumen/` lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ....data.catalog import Catalog
from ....data.model import Instansi, Sop
from .files import NAMES, label


@dataclass(frozen=True)
class Unduhan:
    """One file to download."""

    sebutan: str
    alamat: str
    ukuran: int


@dataclass(frozen=True)
class BarisIndeks:
    """One SOP with its files; `keterangan` says why its document has no matrix."""

    sop: Sop
    unduhan: tuple[Unduhan, ...]
    keterangan: str


@dataclass(frozen=True)
class KelompokIndeks:
    """One office with its SOPs in its own order."""

    instansi: Instansi
    baris: tuple[BarisIndeks, ...]


def index(catalog: Catalog, sizes: Mapping[str, int]) -> tuple[KelompokIndeks, ...]:
    """Every office with the documents that exist; `sizes` are in bytes, by address."""
    return tuple(
        KelompokIndeks(
            office,
            tuple(
                BarisIndeks(sop, tuple(downloads(sop, sizes)), sop.tanpa_langkah or "")
                for sop in catalog.of_office(key)
            ),
        )
        for key, office in catalog.instansi.items()
    )


def downloads(sop: Sop, sizes: Mapping[str, int]) -> Iterator[Unduhan]:
    """The files of one SOP's document that exist."""
    for name in NAMES:
        address = f"{sop.id}/{name}"
        if address in sizes:
            yield Unduhan(label(name), address, sizes[address])
