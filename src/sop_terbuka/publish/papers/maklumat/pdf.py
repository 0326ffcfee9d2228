"""The pledge as a PDF on A4, its letters as large as one sheet allows."""

from functools import cache
from pathlib import Path

from ...render import environment
from ..forms import paper
from .content import Maklumat

# In points; from the first that fits on one sheet. The last is for words that none holds.
_SIZES = (26, 22, 18, 15, 12, 10, 8)


def write(maklumat: Maklumat) -> bytes:
    """The sheet, tagged and with real text."""
    for size in _SIZES:
        html = environment().get_template("maklumat.html.j2").render(isi=maklumat, ukuran=size)
        document = paper.rendered(html, _style())
        if len(document.pages) == 1:
            break
    return paper.finished(document, html, _style())


@cache
def _style() -> str:
    return (Path(__file__).parent / "maklumat.css").read_text(encoding="utf-8")
