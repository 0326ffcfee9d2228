"""The document as DOCX on A4, for Word 2010 and later and for LibreOffice."""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from ..bitmap import as_dots
from ..forms.wordstyle import document, page_number
from ..official.word.archive import repacked
from .content import Bagian, Naskah, Tahap


def write(naskah: Naskah) -> bytes:
    """The document with its sections."""
    made = document(f"{naskah.jenis} {naskah.nama}")
    made.core_properties.author = naskah.instansi
    # Word before 2016 shows no SVG; a picture of dots is shown by all.
    if dots := as_dots(naskah.logo):
        made.add_paragraph().alignment = WD_ALIGN_PARAGRAPH.CENTER
        size = map(Mm, dots.within(_WHOLE, 18))
        picture = made.paragraphs[-1].add_run().add_picture(io.BytesIO(dots.isi), *size)
        picture._inline.docPr.set("descr", f"Logo {naskah.instansi}")
    for line in naskah.kop:
        made.add_paragraph().add_run(line).bold = True
        made.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph(naskah.nama, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph(naskah.jenis).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _table(made, (), naskah.identitas)
    for part in naskah.bagian:
        _section(made, part)
    if naskah.penanda:
        made.add_paragraph()
        _table(made, (), naskah.penanda)
    for note in naskah.catatan:
        made.add_paragraph(note)
    _foot(made, naskah)
    buffer = io.BytesIO()
    made.save(buffer)
    return repacked(buffer.getvalue())


def _section(made: Document, part: Bagian) -> None:
    made.add_paragraph(part.judul, style="Heading 1")
    _items(made, part.butir)
    for title, items in part.kelompok:
        if title:
            made.add_paragraph().add_run(title).bold = True
        _items(made, items)
    for phase in part.tahap:
        _phase(made, phase)


def _items(made: Document, items: Sequence[str]) -> None:
    for n, text in enumerate(items, start=1):
        # The number is text: what a later editor adds must not renumber the document's own words.
        made.add_paragraph(f"{n}. {text}" if len(items) > 1 else text)


def _phase(made: Document, phase: Tahap) -> None:
    if phase.nama:
        made.add_paragraph().add_run(phase.nama).bold = True
    has_time = any(row.waktu for row in phase.baris)
    has_remark = any(row.keterangan for row in phase.baris)
    head = ["No", "Kegiatan", "Pelaksana", *(["Waktu"] if has_time else [])]
    head += ["Keterangan"] if has_remark else []
    rest = [_WIDTHS[name] for name in head if name != "Kegiatan"]
    widths = [_WIDTHS.get(name, _WHOLE - sum(rest)) for name in head]
    rows = [
        (
            row.nomor,
            "\n".join((row.kegiatan, *row.rincian)),
            row.pelaksana,
            *((row.waktu,) if has_time else ()),
            *((row.keterangan,) if has_remark else ()),
        )
        for row in phase.baris
    ]
    _table(made, head, rows, widths)


# In millimetres, between the margins of A4.
_WHOLE = 170
_WIDTHS = {"No": 12, "Pelaksana": 34, "Waktu": 24, "Keterangan": 34}
_LABELLED = (45, _WHOLE - 45)


def _table(
    made: Document,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int] = _LABELLED,
) -> None:
    """A table with borders; the first row is repeated on every page when it is a head."""
    if not rows:
        return
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    for n, texts in enumerate([head, *rows] if head else rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = bool(head) and n == 0
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
    if head:
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(_HEADER, {}))


_HEADER = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader"


def _foot(made: Document, naskah: Naskah) -> None:
    foot = made.sections[0].footer.paragraphs[0]
    foot.add_run(f"{naskah.nama} · {naskah.versi} · {naskah.status} · ")
    page_number(foot)
