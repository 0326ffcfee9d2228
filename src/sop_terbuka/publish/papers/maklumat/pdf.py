"""The pledge as a PDF on A4, its letters as large as one sheet allows."""

from ..typeset import typeset
from .content import Maklumat


def write(maklumat: Maklumat) -> bytes:
    """The sheet, tagged and with real text."""
    return typeset("maklumat/maklumat.typ", maklumat)
