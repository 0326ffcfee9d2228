"""The files of an SOP's official document: their names, and how each is made.

The libraries that write PDF and DOCX are loaded when a file is made: a build that finds all files
in its cache does without them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ....data.catalog import Catalog
from ....data.model import Sop
from .content import Isi, content
from .paper import PAPERS, Paper


@dataclass(frozen=True)
class Berkas:
    """One file; `key` names everything that goes into it, for a cache."""

    nama: str
    key: str
    make: Callable[[], bytes]


def sop_ap_pdf(catalog: Catalog, sop: Sop, version: str, address: str, paper: str = "f4") -> bytes:
    """The document of one SOP as PDF on F4 or A4; version and address stand in its foot."""
    return _pdf(content(catalog, sop, version, address), PAPERS[paper])


def sop_ap_docx(catalog: Catalog, sop: Sop, version: str, address: str, paper: str = "f4") -> bytes:
    """The document of one SOP as DOCX on F4 or A4; version and address stand in its foot."""
    return _docx(content(catalog, sop, version, address), PAPERS[paper])


def files(catalog: Catalog, sop: Sop, version: str, address: str) -> tuple[Berkas, ...]:
    """The files of one SOP, none of them made yet."""
    isi = content(catalog, sop, version, address)
    key = repr(isi)
    return tuple(
        Berkas(name, f"{name}\0{key}", partial(write, isi, PAPERS[paper]))
        for name, _, paper, write in _FILES
    )


def label(name: str) -> str:
    """What a link to a file says: `PDF F4`."""
    kind, paper = next((kind, paper) for file, kind, paper, _ in _FILES if file == name)
    return f"{kind} {PAPERS[paper].sebutan}"


def _pdf(isi: Isi, paper: Paper) -> bytes:
    from . import pdf

    return pdf.write(isi, paper)


def _docx(isi: Isi, paper: Paper) -> bytes:
    from . import word

    return word.write(isi, paper)


# Offices print on F4, so the names without a paper are F4.
_FILES = (
    ("sop-ap.pdf", "PDF", "f4", _pdf),
    ("sop-ap-a4.pdf", "PDF", "a4", _pdf),
    ("sop-ap.docx", "Word", "f4", _docx),
)
NAMES = tuple(name for name, *_ in _FILES)
