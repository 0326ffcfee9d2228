"""Everything published for a whole office beside its pages, and the links to it."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..data.catalog import Catalog
from .outputs import Unduhan
from .papers.maklumat import content as pledge_content
from .papers.maklumat.content import Maklumat, pledge
from .papers.workshop import Job
from .words import ukuran

PLEDGE = "maklumat.pdf"


def pledges(catalog: Catalog, site_url: str) -> Iterator[Job]:
    """The pledge of every office whose record has one."""
    for office in catalog.instansi.values():
        address = f"{office.id}/"
        if content := pledge(catalog, office, f"{site_url}{address}" if site_url else ""):
            yield Job(
                f"Maklumat ({PLEDGE})",
                address + PLEDGE,
                f"{PLEDGE}\0{content!r}",
                partial(_write_pledge, content),
                maker=pledge_content.__name__,
            )


def _write_pledge(content: Maklumat) -> bytes:
    # What writes PDF is loaded only when one is made.
    from .papers.maklumat import pdf

    return pdf.write(content)


def downloads(office: str, sizes: Mapping[str, int]) -> tuple[Unduhan, ...]:
    """The papers of an office that are there; `sizes` are in bytes, by address."""
    address = f"{office}/{PLEDGE}"
    if address not in sizes:
        return ()
    words = f"Maklumat untuk dinding (PDF, {ukuran(sizes[address])})"
    return (Unduhan("Maklumat", address, words, False),)
