"""The checklist as a PDF, with a code that leads a phone to the page."""

from functools import cache
from pathlib import Path

import segno

from ...render import environment
from ..forms import paper
from .content import SILENT, Ceklis


def write(ceklis: Ceklis) -> bytes:
    """An A4 page, and a slip of half a page for every variant."""
    template = environment().get_template("ceklis.html.j2")
    html = template.render(ceklis=ceklis, qr=qr_code(ceklis.alamat), SENYAP=SILENT)
    return paper.write(html, _style())


@cache
def _style() -> str:
    return (Path(__file__).parent / "ceklis.css").read_text(encoding="utf-8")


def qr_code(address: str) -> str:
    """A picture of the address for a phone's camera; nothing where there is only a path."""
    if not address.startswith(("http://", "https://")):
        return ""
    # A picture of dots is kept once for all pages; lines would be drawn on each.
    picture: str = segno.make(address, error="m", micro=False).png_data_uri(border=0, scale=4)
    return picture
