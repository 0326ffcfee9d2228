"""The worksheets in Word."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ..paper import Paper
from ..worksheet import Lembar, Tabel
from .ooxml import GREY, cell, element, paragraph, row, run, table, text_or_lines, twips


def worksheet(sheet: Lembar, paper: Paper, is_first: bool) -> Iterator[Element]:
    """One worksheet; the first one begins a page."""
    before = [element("w:pageBreakBefore")] if is_first else []
    yield paragraph("Heading1", run(sheet.judul), before=before)
    for label, text in sheet.keterangan:
        if text:
            yield paragraph("Normal", run(f"{label}: {text}"))
        else:
            yield paragraph("GarisIsian", run(f"{label}:"))
    for part in sheet.tabel:
        if part.judul:
            yield paragraph("Heading2", run(part.judul))
        yield _table(part, sheet.judul, paper)


def _table(part: Tabel, title: str, paper: Paper) -> Element:
    whole = twips(paper.text_width)
    widths = [round(whole * share / 100) for share in part.lebar]
    rows = []
    if part.kepala:
        heads = [
            cell(width, [paragraph("KepalaTabel", run(text))], align="center", shade=GREY)
            for width, text in zip(widths, part.kepala, strict=True)
        ]
        rows.append(row(heads, is_head=True))
    for texts in part.baris:
        cells = []
        for n, (width, text) in enumerate(zip(widths, texts, strict=True)):
            is_value = n == len(texts) - 1 and not part.kepala
            inside = text_or_lines(text, "Sel") if is_value else [paragraph("Sel", run(text))]
            cells.append(cell(width, inside))
        rows.append(row(cells))
    return table(widths, rows, f"{title}. {part.judul}".strip(". "), is_tight=True)
