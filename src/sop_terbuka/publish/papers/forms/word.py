"""The blank form as a Word document: content controls in tables, for screen and pen."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from ....data.catalog import Catalog
from ....data.model.formulir import Formulir, Isian, Lampiran, TandaTangan
from . import content, naming
from .control import Controls
from .package import packed
from .wordstyle import HELP, LABEL, document, page_number, protect, underline

_WIDTH, _LABEL_WIDTH, _NUMBER_WIDTH = 170, 58, 11
_ROOM = {"pendek": 15, "panjang": 38, "terpanjang": 60, "": 7}
_SIGN_ROOM = 20
# The line for place and date, and the room above and below the words of a cell (in 1/20 pt).
_LINE, _CELL_ROOM = 75, 30


def blank_docx(catalog: Catalog, form: Formulir, site_url: str = "") -> bytes:
    """The Word file of a form; `site_url` is where its explanations are found."""
    made = document(form.judul)
    _Writer(made, form, site_url).write()
    protect(made)
    return packed(made)


class _Writer:
    """Writes one form from top to bottom."""

    def __init__(self, made: Document, form: Formulir, site_url: str) -> None:
        self.made, self.form, self.site_url = made, form, site_url
        self.controls = Controls()
        self.fields = {field.name: field for field in naming.fields(form)}

    def write(self) -> None:
        """Write everything that is on the paper."""
        form, words = self.form, content.words(self.form)
        self._head()
        for sentence in words.opening:
            self._paragraph(sentence)
        for section in form.bagian:
            self.made.add_heading(section.judul, 1)
            if section.bantuan:
                self._paragraph(section.bantuan, HELP)
            self._questions(section.isian)
        if form.lampiran:
            self.made.add_heading(content.attachments_title(form), 1)
            for item in form.lampiran:
                self._attachment(item)
        for sentence in (*form.pernyataan, words.closing):
            if sentence:
                paragraph = self._paragraph(sentence)
                paragraph.paragraph_format.space_before = Pt(5)
                paragraph.paragraph_format.keep_with_next = True
        self._signatures()
        if form.jenis != "formulir":
            words_first = f"Untuk pengisi, bukan bagian surat.{self._unofficial()}"
            self._paragraph(words_first, LABEL).paragraph_format.keep_with_next = True
            self._explanations()
        footer = self.made.sections[0].footer.paragraphs[0]
        footer.add_run(f"{form.judul}.{self._unofficial()} ")
        page_number(footer)
        footer.style = HELP

    def _head(self) -> None:
        form = self.form
        if form.jenis == "surat":
            self._place_and_date()
            self._paragraph(f"Hal: {form.judul}", "Title")
            self._addressee("Kepada Yth.")
            return
        title = self._paragraph(form.judul, "Title")
        if form.jenis == "surat-pernyataan":
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            if form.resmi != "ya":
                self._paragraph(f"{content.UNOFFICIAL}.", LABEL)
            self._explanations()
        self._addressee("Ditujukan kepada")

    def _unofficial(self) -> str:
        return "" if self.form.resmi == "ya" else f" {content.UNOFFICIAL}."

    def _explanations(self) -> None:
        form = self.form
        where = content.address(form, self.site_url)
        lines = [form.pengantar, *form.catatan, " ".join(content.marks_explained(form))]
        for line in (*lines, f"Keterangan dan alasan tiap isian: {where}"):
            if line:
                self._paragraph(line, HELP).paragraph_format.keep_together = True

    def _addressee(self, words: str) -> None:
        offices = self.form.ditujukan_kepada
        if len(offices) > 1:
            self._paragraph(f"{words} (pilih satu)")
        elif offices:
            self._paragraph(words if self.form.jenis == "surat" else f"{words}:")
        for office in offices:
            paragraph = self._paragraph()
            label = office.kepada + (f", melalui {office.lewat}" if office.lewat else "")
            if len(offices) > 1:
                self._box(paragraph, f"{naming.ADDRESSEE}.{office.instansi}", label)
            else:
                paragraph.add_run(label)
        if offices and self.form.jenis == "surat":
            self._paragraph("di tempat")

    def _place_and_date(self) -> None:
        if naming.has_place_and_date(self.form):
            line, below = self._paragraph(), self._paragraph("tempat, tanggal", HELP)
            for paragraph in (line, below):
                paragraph.paragraph_format.left_indent = Mm(_WIDTH - _LINE)
            self._text(line, naming.PLACE)
            line.add_run(", ")
            self._text(line, naming.DATE)
            underline(line)

    def _questions(self, questions: Sequence[Isian]) -> None:
        table: Table | None = None
        for isian in questions:
            if isian.jenis.shape == "tabel":
                table = None
                label = self._paragraph(style=LABEL)
                label.paragraph_format.space_before = Pt(6)
                self._label(label, isian)
                self._rows(isian)
                self._paragraph(style=HELP)
            else:
                table = table or self._table([_LABEL_WIDTH, _WIDTH - _LABEL_WIDTH])
                self._question(_new_row(table), isian)

    def _question(self, row: _Row, isian: Isian) -> None:
        _never_split(row, _ROOM[content.height(isian)])
        first, answer = row.cells[0].paragraphs[0], row.cells[1].paragraphs[0]
        first.style = LABEL
        self._label(first, isian)
        if isian.pilihan:
            for n, option in enumerate(isian.pilihan):
                paragraph = row.cells[1].add_paragraph() if n else answer
                self._box(paragraph, naming.option_name(isian, option.id), option.label)
        elif isian.jenis.shape == "centang":
            self._box(answer, isian.id, "Ya")
        else:
            if isian.jenis.before:
                answer.add_run(f"{isian.jenis.before} ")
            self._text(answer, isian.id, is_date=isian.jenis.is_date)

    def _label(self, paragraph: Paragraph, isian: Isian) -> None:
        paragraph.add_run(isian.label)
        mark, hint = content.mark(isian), content.hint(self.form, isian)
        if mark:
            paragraph.add_run(f" ({mark})").bold = False
        if hint:
            paragraph.add_run().add_break()
            run = paragraph.add_run(hint)
            run.bold, run.font.size = False, self.made.styles[HELP].font.size
        paragraph.paragraph_format.keep_with_next = isian.jenis.shape == "tabel"

    def _rows(self, isian: Isian) -> None:
        width = (_WIDTH - _NUMBER_WIDTH) / len(isian.kolom)
        table = self._table([_NUMBER_WIDTH, *[width] * len(isian.kolom)])
        head = _new_row(table)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, words in zip(head.cells, ("No.", *(k.label for k in isian.kolom)), strict=True):
            cell.paragraphs[0].style = LABEL
            cell.paragraphs[0].add_run(words)
        for n in range(1, isian.rows + 1):
            row = _new_row(table)
            _never_split(row, _ROOM[""])
            row.cells[0].paragraphs[0].add_run(str(n))
            for cell, column in zip(row.cells[1:], isian.kolom, strict=True):
                if column.is_typed:
                    name = naming.cell_name(isian, n, column)
                    self._text(cell.paragraphs[0], name, is_date=column.jenis.is_date)

    def _attachment(self, item: Lampiran) -> None:
        mark = content.mark(item)
        paragraph = self._paragraph()
        label = item.label + (f" ({mark})" if mark else "")
        self._box(paragraph, naming.attachment_name(item.id), label)
        for words in (content.condition(self.form, item), item.bantuan):
            if words:
                paragraph.add_run(f" {words}").font.size = self.made.styles[HELP].font.size

    def _signatures(self) -> None:
        signs = self.form.tanda_tangan
        if not signs:
            return
        if self.form.jenis != "surat":
            self._place_and_date()
        # One signature stands at the right, as in a letter.
        empty = 1 if len(signs) == 1 else 0
        count = len(signs) + empty
        table = self._table([_WIDTH / count] * count, borders=False)
        row = _new_row(table)
        _never_split(row, 0)
        for cell, sign in zip(row.cells[empty:], signs, strict=True):
            self._signature(cell, sign)
        # A document cannot end in a table; a line of its own would take another page.
        self._paragraph(style=HELP).paragraph_format.line_spacing = Pt(4)

    def _signature(self, cell: _Cell, sign: TandaTangan) -> None:
        cell.paragraphs[0].add_run(sign.sebagai)
        notes = [word for word, is_asked in (("meterai", sign.meterai), ("cap", sign.cap))
                 if is_asked == "ya"]  # fmt: skip
        room = cell.add_paragraph(f"({', '.join(notes)})" if notes else "", HELP)
        room.paragraph_format.space_before = room.paragraph_format.space_after = Mm(_SIGN_ROOM / 2)
        name = cell.add_paragraph()
        self._text(name, naming.signer_name(sign.id))
        underline(name)
        cell.add_paragraph(content.SIGN_HERE, HELP)
        if sign.bantuan:
            cell.add_paragraph(sign.bantuan, HELP)
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _text(self, paragraph: Paragraph, name: str, is_date: bool = False) -> None:
        paragraph._p.append(self.controls.text(self.fields[name], is_date))

    def _box(self, paragraph: Paragraph, tag: str, label: str) -> None:
        paragraph._p.append(self.controls.box(tag, label))
        paragraph.add_run(f" {label}")

    def _paragraph(self, words: str = "", style: str | None = None) -> Paragraph:
        return self.made.add_paragraph(words, style)

    def _table(self, widths: Sequence[float], borders: bool = True) -> Table:
        table: Table = self.made.add_table(0, len(widths))
        table.style = self.made.styles["Table Grid" if borders else "Normal Table"]
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        # The schema fixes the order; Word refuses a file that breaks it.
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(
            parse_xml(
                f'<w:tblCellMar {nsdecls("w")}><w:top w:w="{_CELL_ROOM}" w:type="dxa"/>'
                f'<w:bottom w:w="{_CELL_ROOM}" w:type="dxa"/></w:tblCellMar>'
            )
        )
        return table


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx forgot to annotate it
    return row


def _never_split(row: _Row, room: float) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if room:
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), str(Mm(room).twips))
        height.set(qn("w:hRule"), "atLeast")
        properties.append(height)
