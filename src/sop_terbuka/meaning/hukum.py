"""The laws an SOP names: what the document says, which regulation is meant, and its status."""

from dataclasses import dataclass

from ..data.catalog import Catalog
from ..data.model import Peraturan, Sop

GONE = ("dicabut", "berakhir")
_SHORT = {
    "uu": "UU",
    "pp": "PP",
    "perppu": "Perppu",
    "perpres": "Perpres",
    "keppres": "Keppres",
}


@dataclass(frozen=True)
class DasarTerbaca:
    """One legal basis: the document's words, the regulation they mean, and what replaced it.

    `peraturan` is None where nobody can tell which one is meant.
    """

    tertulis: str
    peraturan: Peraturan | None
    kini: tuple[Peraturan, ...]


def short_title(law: Peraturan) -> str:
    """A regulation's short name: `UU 13/2003`; its full title where it has no number."""
    if not law.nomor.isdigit():
        return law.nomor if law.nomor != "tidak disebut" else law.judul
    # The id begins with the usual abbreviation, such as permenaker or perda.
    kind = law.id.partition("-")[0]
    return f"{_SHORT.get(kind, kind.capitalize())} {law.nomor}/{law.tahun}"


def legal_bases(catalog: Catalog, sop: Sop) -> tuple[DasarTerbaca, ...]:
    """The legal bases of one SOP in the document's order."""
    return tuple(
        DasarTerbaca(basis.tertulis, law, _current(catalog, law))
        for basis in sop.dasar_hukum
        for law in [catalog.peraturan[basis.peraturan] if basis.peraturan else None]
    )


def citing_repealed(catalog: Catalog) -> tuple[tuple[Sop, tuple[DasarTerbaca, ...]], ...]:
    """The SOPs that cite what is repealed or has run out, with those bases, each law once."""
    found = []
    for sop in catalog.sop.values():
        gone = {
            basis.peraturan.id: basis
            for basis in legal_bases(catalog, sop)
            if basis.peraturan and basis.peraturan.status in GONE
        }
        if gone:
            found.append((sop, tuple(gone.values())))
    return tuple(found)


def _current(catalog: Catalog, law: Peraturan | None) -> tuple[Peraturan, ...]:
    """What stands in a regulation's place today; nothing where it still stands itself."""
    if law is None:
        return ()
    return tuple(catalog.peraturan[name] for name in law.rujukan_kini if name != law.id)
