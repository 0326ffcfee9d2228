"""Compares an SOP with the source lines it names, in both directions.

Every word of the document that the data holds must stand in those lines (or be corrected in the
open), and every filled cell of those lines must be in the data.
"""

import re
from collections.abc import Sequence

from ..model import Sop
from .comparison import Comparison, Gap
from .passage import normal, squeezed
from .values import transcribed

__all__ = ["Gap", "missing", "transcribed", "unsupported"]


def unsupported(sop: Sop, lines: Sequence[str]) -> list[Gap]:
    """The transcribed values that do not stand in the source lines of the SOP."""
    if sop.sumber and sop.sumber.bentuk == "teks":
        return _not_in_text(sop, lines)
    return Comparison.of(sop, lines).unused()


def missing(sop: Sop, lines: Sequence[str]) -> list[Gap]:
    """The filled cells of the SOP's source lines that the data does not hold."""
    if sop.sumber and sop.sumber.bentuk == "teks":
        return []
    return Comparison.of(sop, lines).gaps


def _not_in_text(sop: Sop, lines: Sequence[str]) -> list[Gap]:
    assert sop.sumber
    ranges = [sop.sumber.baris, *sop.sumber.baris_lain]
    text = _letters(" ".join(line for a, b in ranges for line in lines[a - 1 : b]))
    return [
        Gap(place, forms[0])
        for place, forms in transcribed(sop).items()
        if not any(_stands_in(form, text) for form in forms)
    ]


# Between the parts of a cell that ordinary text has in several places.
_PARTS = re.compile(r"[;.:,|()] ?")


def _stands_in(form: str, text: str) -> bool:
    """Whether words stand in a text, in one piece or part by part; marks and spaces are free."""
    if _letters(form) in text:
        return True
    parts = [letters for part in _PARTS.split(form) if (letters := _letters(part))]
    # A part of one or two letters stands anywhere and proves nothing.
    return all(len(part) > 2 and part in text for part in parts)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", squeezed(normal(text)))
