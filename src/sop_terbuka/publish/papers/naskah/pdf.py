"""The document as a PDF on A4."""

from functools import cache
from pathlib import Path

from ...render import environment
from ..forms import paper
from .content import Naskah


def write(naskah: Naskah) -> bytes:
    """The document with its sections, tagged and with real text."""
    html = environment().get_template("naskah.html.j2").render(naskah=naskah)
    return paper.write(html, _style())


@cache
def _style() -> str:
    return (Path(__file__).parent / "naskah.css").read_text(encoding="utf-8")
