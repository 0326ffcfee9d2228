"""The document as a PDF on A4."""

from ..typeset import typeset
from .content import Naskah


def write(naskah: Naskah) -> bytes:
    """The document with its sections, tagged and with real text."""
    return typeset("naskah/naskah.typ", naskah)
