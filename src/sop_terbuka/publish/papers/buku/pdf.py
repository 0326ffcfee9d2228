"""The book as one PDF: the documents as they were made, behind a cover and contents.

Nothing is laid out anew but the front and the page numbers.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from itertools import accumulate
from pathlib import Path

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from ..heads import associate
from ..typeset import laid_out, pack
from .content import Buku
from .join import append, stamp

# Where a link of the contents leads, until the page itself is known.
_TARGET = "https://buku.invalid/"
# Of the numbers, in points: from the edges of the paper.
_RIGHT, _ABOVE = 34.0, 11.0


def write(buku: Buku, parts: Sequence[Path]) -> bytes:
    """The book of the documents in these files, in the order of its contents."""
    with ExitStack() as opened:
        documents = [opened.enter_context(Pdf.open(part)) for part in parts]
        counts = [len(document.pages) for document in documents]
        front, starts = _front(buku, counts)
        book = opened.enter_context(front)
        for document in documents:
            append(book, document)
        numbers = opened.enter_context(Pdf.open(BytesIO(_numbers(buku, len(book.pages)))))
        stamp(book, numbers, _RIGHT, _ABOVE)
        _lead(book, starts)
        with book.open_outline() as outline:
            outline.root.extend(
                OutlineItem(chapter.judul, start - 1)
                for chapter, start in zip(buku.bab, starts, strict=True)
            )
        associate(book)
        with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            # It counts the pages of the front.
            del said["{http://ns.adobe.com/xap/1.0/t/pg/}NPages"]
        return pack(book)


def _front(buku: Buku, counts: Sequence[int]) -> tuple[Pdf, list[int]]:
    """Cover and contents, and on which page each document begins."""
    pages, known = 2, 0
    while known != pages:
        known = pages
        starts = list(accumulate(counts[:-1], initial=known + 1))
        words = {"buku": buku, "halaman": starts, "tujuan": _TARGET}
        front = Pdf.open(BytesIO(laid_out("buku/buku.typ", words)))
        # Longer contents push the documents on; their numbers take no more room for it.
        pages = len(front.pages)
    return front, starts


def _numbers(buku: Buku, pages: int) -> bytes:
    """A small page for each page of the book, with nothing but its number."""
    name = " ".join(filter(None, ("Buku SOP", buku.singkatan, buku.jilid)))
    return laid_out("buku/nomor.typ", {"nama": name, "halaman": pages}, is_tagged=False)


def _lead(book: Pdf, starts: Sequence[int]) -> None:
    """Let the links of the contents lead to the pages of the book."""
    for page in book.pages:
        for mark in page.obj.get("/Annots", ()):
            address = str(mark.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_TARGET):
                target = book.pages[starts[int(address.removeprefix(_TARGET))] - 1]
                mark.A = Dictionary(S=Name.GoTo, D=Array([target.obj, Name.Fit]))
