"""The official document as PDF: tagged, with real text, the same bytes for the same data.

The matrix is laid out twice: once to learn how tall every row is and where pages end, then with
drawings of just these heights and with connectors at the page breaks.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise

from markupsafe import Markup
from pikepdf import ObjectStreamMode, Pdf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import BlockBox, TableRowBox

from ...render import environment
from ..forms.structure import unmark_margins
from ..heads import associate
from ..typeface import OnlyOurFonts, font_configuration, font_faces
from . import picture
from .content import JUDUL, KOLOM_MUTU, Isi
from .paper import PX_PER_MM, Columns, Paper, columns
from .plan import balanced

# What the border takes from the drawing's cell, in px: .5pt to the right and below.
_BORDER = 0.5 * 96 / 72


def write(isi: Isi, paper: Paper) -> bytes:
    """The document with this content on this paper."""
    wide = columns(paper, len(isi.pelaksana), any(row.keterangan for row in isi.baris))
    document = _document(isi, paper, wide)
    name = hashlib.sha256(f"{paper.nama}\0{isi!r}".encode()).hexdigest()[:32]
    made = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=name.encode())
    with Pdf.open(BytesIO(made)) as pdf:
        associate(pdf)
        unmark_margins(pdf)
        packed = BytesIO()
        pdf.save(packed, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return packed.getvalue()


@dataclass(frozen=True)
class _Row:
    """Where the first pass put a row of the matrix."""

    page: int
    height: float


def _document(isi: Isi, paper: Paper, wide: Columns) -> Document:
    if not isi.baris:
        return _render(isi, paper, wide, (), ())
    least = picture.least_heights(isi.tata_letak)
    first = _render(isi, paper, wide, least, (), only_matrix=True)
    rows, last_page = _measured(first)
    heights = [row.height - _BORDER for row in rows]
    pages = [n for n, (one, other) in enumerate(pairwise(rows), start=1) if one.page != other.page]
    breaks = balanced(heights, pages, last_page > rows[-1].page)
    return _render(isi, paper, wide, heights, breaks)


def _measured(document: Document) -> tuple[list[_Row], int]:
    """Every row of the matrix, and the page of what stands below it."""
    rows: dict[int, _Row] = {}
    below = 0
    for page, box in _boxes(document):
        if isinstance(box, TableRowBox) and (number := box.element.get("data-langkah")):
            # A row taller than a page comes in pieces; its drawing stands in the first one.
            rows.setdefault(int(number), _Row(page, box.height))
        elif box.element.get("data-bawah"):
            below = page
    return [rows[n] for n in sorted(rows)], below


def _boxes(document: Document) -> Iterator[tuple[int, BlockBox | TableRowBox]]:
    for number, page in enumerate(document.pages):
        # Private, but WeasyPrint has no other way to say where a row is; a test watches it.
        for box in page._page_box.descendants():
            if isinstance(box, (BlockBox, TableRowBox)) and box.element is not None:
                yield number, box


def _render(
    isi: Isi,
    paper: Paper,
    wide: Columns,
    heights: Sequence[float],
    breaks: Sequence[int],
    only_matrix: bool = False,
) -> Document:
    lanes = len(isi.pelaksana)
    lane_width = wide.lane * PX_PER_MM - _BORDER / max(lanes, 1)
    titles = [row.gambar for row in isi.baris]
    drawn = picture.rows(isi.tata_letak, lane_width, heights, breaks, titles) if heights else ()
    text = (
        environment()
        .get_template("sop-ap.html.j2")
        .render(
            isi=isi,
            judul_form=JUDUL,
            kolom_mutu=KOLOM_MUTU,
            kolom=wide,
            # Made of numbers and of words of ours; the titles in them are escaped.
            gambar=[Markup(svg) for svg in drawn],
            legenda=[
                (Markup(svg), words)
                for svg, words in picture.legend_items(isi.tata_letak, has_breaks=bool(breaks))
            ],
            pisah=breaks,
            hanya_matriks=only_matrix,
        )
    )
    page = HTML(string=text, url_fetcher=OnlyOurFonts())
    return page.render(font_config=font_configuration(), stylesheets=[_style(paper)])


@cache
def _style(paper: Paper) -> CSS:
    environment_ = environment()
    assert environment_.loader is not None
    sheet = environment_.loader.get_source(environment_, "sop-ap.css")[0]
    size = (
        f"@page {{ size: {paper.width}mm {paper.height}mm; "
        f"margin: {paper.top}mm {paper.side}mm {paper.bottom}mm }}\n"
    )
    return CSS(
        string=font_faces() + size + sheet,
        url_fetcher=OnlyOurFonts(),
        font_config=font_configuration(),
    )
