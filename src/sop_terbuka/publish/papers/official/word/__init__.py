"""The official document as DOCX for Word 2010 and later and for LibreOffice."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ..content import JUDUL, Isi
from ..paper import Paper
from .archive import repacked
from .identity import identity
from .matrix import matrix
from .ooxml import paragraph, run
from .record import carry
from .skeleton import prepare
from .worksheet import worksheet

__all__ = ["write"]


def write(isi: Isi, paper: Paper) -> bytes:
    """The document with this content on this paper."""
    document = docx.Document()
    prepare(document, isi, paper)
    # The last element of a body holds the page's size.
    ending = document.element.body[-1]
    for block in _blocks(document, isi, paper):
        ending.addprevious(block)
    _number_pictures(document)
    if isi.rekaman:
        carry(document, isi)
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _number_pictures(document: Document) -> None:
    # python-docx numbers a picture by those it finds in the document; ours were not there yet.
    # The shapes of the flow have numbers of their own, by which their arrows know them.
    pictures = (p for p in document.element.body.iter(qn("wp:docPr")) if not _is_flow(p))
    for n, properties in enumerate(pictures, start=1):
        properties.set("id", str(n))
        properties.set("name", f"Gambar {n}")


def _is_flow(properties: Element) -> bool:
    return str(properties.get("name")).startswith("sop:")


def _blocks(document: Document, isi: Isi, paper: Paper) -> Iterator[Element]:
    yield paragraph("Title", run(JUDUL))
    yield identity(document, isi, paper)
    if isi.catatan_identitas:
        yield paragraph("Catatan", run(isi.catatan_identitas))
    if isi.baris:
        yield from matrix(document, isi, paper)
    else:
        yield paragraph("Heading1", run(f"Alur {isi.nama}"))
        yield paragraph("Normal", run(isi.tanpa_langkah))
    for n, sheet in enumerate(isi.lembar):
        yield from worksheet(sheet, paper, is_first=n == 0)
    # Word wants a paragraph after a table; a tiny one makes no page of its own.
    yield paragraph("Gambar")
