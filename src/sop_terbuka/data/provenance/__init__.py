"""Compares an SOP with the source lines it names, in both directions.

Every word of the document that the data holds must stand in those lines (or be corrected in the
open), and every filled cell of those lines must be in the data.
"""

from collections.abc import Sequence

from ..model import Sop
from .comparison import Comparison, Gap
from .values import transcribed

__all__ = ["Gap", "missing", "transcribed", "unsupported"]


def unsupported(sop: Sop, lines: Sequence[str]) -> list[Gap]:
    """The transcribed values that do not stand in the source lines of the SOP."""
    return Comparison.of(sop, lines).unused()


def missing(sop: Sop, lines: Sequence[str]) -> list[Gap]:
    """The filled cells of the SOP's source lines that the data does not hold."""
    return Comparison.of(sop, lines).gaps
