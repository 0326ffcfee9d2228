"""The book as one PDF: the documents as they were made, behind a cover and contents.

Nothing is laid out anew but the front and the page numbers, so a book of a hundred documents takes
no longer than a few of them.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf

from ...render import environment
from ..forms import paper
from ..heads import associate
from .content import Buku
from .join import append, stamp

# Where a link of the contents leads, until the page itself is known.
_TARGET = "https://buku.invalid/"
# Of the numbers, in points: from the edges of the paper, and the room of one.
_RIGHT, _ABOVE = 34.0, 11.0
_NUMBERS = (
    "@page { size: 90mm 4mm; margin: 0 } body { margin: 0; text-align: right } "
    # A long name is cut, as a second line would be a page of its own.
    'p { font: 7pt/4mm "Noto Sans"; margin: 0; white-space: nowrap; overflow: hidden } '
    "p + p { break-before: page }"
)


def write(buku: Buku, parts: Sequence[Path]) -> bytes:
    """The book of the documents in these files, in the order of its contents."""
    with ExitStack() as opened:
        documents = [opened.enter_context(Pdf.open(part)) for part in parts]
        counts = [len(document.pages) for document in documents]
        front, starts = _front(buku, counts)
        book = opened.enter_context(Pdf.open(BytesIO(front)))
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
        made = BytesIO()
        book.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return made.getvalue()


def _front(buku: Buku, counts: Sequence[int]) -> tuple[bytes, list[int]]:
    """Cover and contents, and on which page each document begins."""
    pages, known = 2, 0
    while known != pages:
        known = pages
        starts = list(accumulate(counts[:-1], initial=known + 1))
        html = (
            environment()
            .get_template("buku.html.j2")
            .render(isi=buku, halaman=starts, TUJUAN=_TARGET)
        )
        document = paper.rendered(html, _style())
        # Longer contents push the documents on; their numbers take no more room for it.
        pages = len(document.pages)
    return paper.finished(document, html, _style()), starts


def _numbers(buku: Buku, pages: int) -> bytes:
    """A small page for each page of the book, with nothing but its number."""
    name = " ".join(filter(None, ("Buku SOP", buku.singkatan, buku.jilid)))
    html = (
        environment()
        .from_string(
            "{% for n in range(1, pages + 1) %}<p>{{ name }}, halaman {{ n }} dari {{ pages }}</p>"
            "{% endfor %}"
        )
        .render(name=name, pages=pages)
    )
    made: bytes = paper.rendered(html, _NUMBERS).write_pdf()
    return made


def _lead(book: Pdf, starts: Sequence[int]) -> None:
    """Let the links of the contents lead to the pages of the book."""
    for page in book.pages:
        for mark in page.obj.get("/Annots", ()):
            address = str(mark.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(_TARGET):
                target = book.pages[starts[int(address.removeprefix(_TARGET))] - 1]
                mark.A = Dictionary(S=Name.GoTo, D=Array([target.obj, Name.Fit]))


@cache
def _style() -> str:
    return (Path(__file__).parent / "buku.css").read_text(encoding="utf-8")
