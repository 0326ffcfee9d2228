"""HTML to an accessible PDF whose bytes depend on its content alone."""

import hashlib
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from .structure import shorten

FONTS = Path(__file__).parent.parent / "fonts"
_FACES = "".join(
    f'@font-face {{ font-family: "Noto Sans"; src: url("NotoSans-{name}.ttf"); '
    f"font-weight: {weight}; font-style: {style} }}\n"
    for name, weight, style in (("Regular", 400, "normal"), ("Bold", 700, "normal"))
)
_BASE = FONTS.as_uri() + "/"


@cache
def _fonts() -> tuple[FontConfiguration, CSS]:
    # Kept for the whole build: reading the fonts takes longer than laying out a form.
    configuration = FontConfiguration()
    return configuration, CSS(string=_FACES, font_config=configuration, base_url=_BASE)


def write(html: str, *styles: str) -> bytes:
    """HTML as a small tagged PDF."""
    return finished(rendered(html, *styles), html, *styles)


def finished(document: Document, *made_of: str) -> bytes:
    """Pages that were laid out, as a small tagged PDF; what they are made of is their identity."""
    with Pdf.open(BytesIO(printed(document, *made_of))) as pdf:
        return pack(pdf)


def lay_out(html: str, *styles: str, with_fields: bool = False) -> bytes:
    """HTML on paper as WeasyPrint writes it.

    Nothing but our own files can be fetched, and nothing tells the time.
    """
    document = rendered(html, *styles, with_fields=with_fields)
    return printed(document, html, *styles, with_fields=with_fields)


def rendered(html: str, *styles: str, with_fields: bool = False) -> Document:
    """HTML laid out on pages, for those who look at them before they are written."""
    configuration, faces = _fonts()
    # Only the fonts are files; a picture is part of the style sheet.
    fetcher = URLFetcher(allowed_protocols={"file", "data"})
    page = HTML(string=html, base_url=_BASE, url_fetcher=fetcher)
    return page.render(
        stylesheets=[faces, *map(_sheet, styles)],
        font_config=configuration,
        pdf_variant="pdf/ua-1",
        pdf_forms=with_fields,
    )


def printed(document: Document, *made_of: str, with_fields: bool = False) -> bytes:
    """Pages as WeasyPrint writes them; what they are made of is their identity."""
    layout: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_forms=with_fields,
        pdf_identifier=hashlib.sha256("\0".join(made_of).encode()).digest()[:16],
    )
    return layout


@lru_cache(maxsize=16)
def _sheet(style: str) -> CSS:
    # A paper's style is the same for every service.
    return CSS(string=style, font_config=_fonts()[0], base_url=_BASE)


def pack(pdf: Pdf) -> bytes:
    """Write a document small, with an identity made of its content."""
    shorten(pdf)
    made = BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=True,
    )
    return made.getvalue()
