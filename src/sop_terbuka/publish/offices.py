"""Everything published for a whole office beside its pages, and the links to it."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from ..data.catalog import Catalog
from ..data.model import Sop
from ..data.tanggal import in_words
from .outputs import Unduhan
from .papers.buku import content as book_content
from .papers.buku.content import Buku, book
from .papers.maklumat import content as pledge_content
from .papers.maklumat.content import Maklumat, pledge
from .papers.naskah.files import NASKAH
from .papers.official.files import SOP_AP
from .papers.workshop import Job
from .words import ukuran

PLEDGE = "maklumat.pdf"
# More documents than these make another volume: a book must open on an office's computer.
MOST_IN_BOOK = 100


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


def books(
    catalog: Catalog,
    keys: Mapping[str, str],
    files: Mapping[str, Path],
    site_url: str,
    days: Mapping[str, str],
) -> Iterator[Job]:
    """The book of every office, of the documents that are made already.

    `keys` and `files` say by address what a document is made of and where it is, `days` when each
    SOP last changed.
    """
    for office in catalog.instansi.values():
        sops = catalog.of_office(office.id)
        volumes = [sops[n : n + MOST_IN_BOOK] for n in range(0, len(sops), MOST_IN_BOOK)]
        for number, volume in enumerate(volumes, start=1):
            name = f"Jilid {number} dari {len(volumes)}" if len(volumes) > 1 else ""
            address = f"{site_url}{office.id}/" if site_url else ""
            day = max((days[sop.id] for sop in volume if sop.id in days), default="")
            content = book(catalog, office, volume, name, address, in_words(day) if day else "")
            parts = [f"{sop.id}/{_document(sop)}" for sop in volume]
            digest = hashlib.sha256()
            for part in parts:
                digest.update(keys[part].encode() + b"\0")
            yield Job(
                "Buku SOP",
                book_address(office.id, number),
                f"buku\0{content!r}\0{digest.hexdigest()}",
                partial(_write_book, content, tuple(files[part] for part in parts)),
                maker=book_content.__name__,
            )


def book_address(office: str, volume: int) -> str:
    """Where a volume of an office's book stands."""
    return f"{office}/buku-sop.pdf" if volume == 1 else f"{office}/buku-sop-{volume}.pdf"


def _document(sop: Sop) -> str:
    """The paper of an SOP that goes into the book."""
    return next(output.nama for output in (SOP_AP[0], NASKAH[0]) if output.ada(sop))


# What writes PDF is loaded only when one is made.


def _write_pledge(content: Maklumat) -> bytes:
    from .papers.maklumat import pdf

    return pdf.write(content)


def _write_book(content: Buku, parts: tuple[Path, ...]) -> bytes:
    from .papers.buku import pdf

    return pdf.write(content, parts)


def downloads(office: str, sizes: Mapping[str, int]) -> tuple[Unduhan, ...]:
    """The papers of an office that are there; `sizes` are in bytes, by address."""
    found = []
    volume = 1
    while (address := book_address(office, volume)) in sizes:
        words = "Buku semua SOP" if volume == 1 else f"Jilid {volume}"
        found.append(Unduhan("Buku SOP", address, _said(words, sizes[address]), False))
        volume += 1
    if (address := f"{office}/{PLEDGE}") in sizes:
        words = _said("Maklumat untuk dinding", sizes[address])
        found.append(Unduhan("Maklumat", address, words, False))
    return tuple(found)


def _said(words: str, size: int) -> str:
    return f"{words} (PDF, {ukuran(size)})"
