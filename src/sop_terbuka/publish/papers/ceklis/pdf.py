"""The checklist as a PDF, with a code that leads a phone to the page."""

from functools import cache
from pathlib import Path

from ...render import environment
from ..forms import paper
from ..qr import qr_code
from .content import SILENT, Ceklis


def write(ceklis: Ceklis) -> bytes:
    """An A4 page, and a slip of half a page for every variant."""
    template = environment().get_template("ceklis.html.j2")
    html = template.render(ceklis=ceklis, qr=qr_code(ceklis.alamat), SENYAP=SILENT)
    return paper.write(html, _style())


@cache
def _style() -> str:
    return (Path(__file__).parent / "ceklis.css").read_text(encoding="utf-8")
