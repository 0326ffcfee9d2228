"""The official document as XLSX: real cells, and real shapes that are glued by connectors."""

import io

from .....intake.carried import part_of
from .....intake.printing import as_json
from .....intake.xlsx import readings
from ..content import Isi
from .package import packed
from .workbook import workbook

__all__ = ["write"]


def write(isi: Isi) -> bytes:
    """The workbook with this content; it carries the SOP's record like the Word paper."""
    book, drawing = workbook(isi)
    bare = packed(book, drawing, isi.id, b"")
    if not isi.rekaman:
        return bare
    seen = readings(io.BytesIO(bare), "sop-ap.xlsx")
    printed = as_json(seen[0]) if seen else {}
    printed = {key: value for key, value in printed.items() if key not in ("tempat", "ragu")}
    return packed(book, drawing, isi.id, part_of(isi.id, isi.rekaman, printed))
