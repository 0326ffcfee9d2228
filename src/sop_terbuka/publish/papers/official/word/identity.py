"""The identity block of the official form in Word."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Mm

from ...bitmap import as_dots
from ..content import Isi, Kotak
from ..paper import Paper
from ..signature import Pengesahan
from .ooxml import cell, image, paragraph, row, run, table, text_or_lines, twips
from .skeleton import new_list

# Empty lines for a wet signature and a stamp.
_SIGNATURE_LINES = 4
# The largest that a logo may be, in millimetres.
_LOGO = (80.0, 16.0)


def identity(document: Document, isi: Isi, paper: Paper) -> Element:
    """One table: head and fields, then the boxes with lists."""
    whole = twips(paper.text_width)
    left, label = whole // 2, round(whole * 0.13)
    right = whole - left
    rows = []
    fields = _fields(isi)
    for n, (name, value) in enumerate(fields):
        named = cell(label, [paragraph("Normal", run(name))])
        is_last = n == len(fields) - 1
        rows.append(
            row([_head(document, isi, left, n, is_last), named, cell(right - label, value)])
        )
    for one, other in isi.kotak:
        rows.append(
            row([cell(left, _box(document, one)), cell(right, _box(document, other), span=2)])
        )
    return table((left, label, right - label), rows, "Identitas SOP")


def _fields(isi: Isi) -> list[tuple[str, list[Element]]]:
    fields = [(item.label, text_or_lines(item.isi)) for item in isi.identitas]
    fields.append(("Disahkan oleh", _signature(isi.pengesahan)))
    fields.append(("Nama SOP", text_or_lines(isi.nama_sop, "Tebal")))
    return fields


def _head(document: Document, isi: Isi, width: int, n: int, is_last: bool) -> Element:
    """The cell on the left: the office's head all the way down, the unit beside the last field."""
    if is_last and isi.unit:
        return cell(width, [paragraph("Kop", run(isi.unit))], align="center")
    if n:
        return cell(width, [paragraph("Kop")], merge="continue", align="center")
    lines = [paragraph("Kop", run(line)) for line in isi.kop] or text_or_lines("", lines=3)
    return cell(width, [*_logo(document, isi), *lines], merge="restart", align="center")


def _logo(document: Document, isi: Isi) -> Iterator[Element]:
    # Word before 2016 shows no SVG; a picture of dots is shown by all.
    if dots := as_dots(isi.logo):
        wide, tall = map(Mm, dots.within(*_LOGO))
        yield paragraph("Kop", image(document, dots.isi, wide, tall, f"Logo {isi.instansi}"))


def _signature(signed: Pengesahan) -> list[Element]:
    return [
        *text_or_lines(signed.jabatan, "Pengesahan"),
        *(paragraph("Pengesahan") for _ in range(_SIGNATURE_LINES)),
        *text_or_lines(signed.nama, "Pengesahan"),
        paragraph("Pengesahan", run(signed.nomor)),
    ]


def _box(document: Document, box: Kotak) -> list[Element]:
    title = paragraph("JudulKotak", run(box.judul))
    if len(box.butir) < 2:
        return [title, *text_or_lines("".join(box.butir), lines=2)]
    number = new_list(document)
    return [title, *(paragraph("ListNumber", run(text), number=number) for text in box.butir)]
