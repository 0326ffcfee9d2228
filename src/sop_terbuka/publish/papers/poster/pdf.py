"""The poster as a PDF: one sheet for every service, its letters as large as the sheet allows.

The layout is that of A3; A4 is the same page made smaller, so both are laid out only once.
"""

from functools import lru_cache
from io import BytesIO
from math import sqrt

from pikepdf import Array, Dictionary, Name, Object, Pdf

from ..listed import SILENT
from ..qr import qr_code
from ..typeset import pack, typeset
from .content import Poster
from .fit import left_width, shorter

# √2 between the formats of a series is what makes A4 the same sheet.
_SCALE = {"A3": 1.0, "A4": 1 / sqrt(2)}
# In tenths of a point on A3. Letters of 12 points are read from a metre and a half; smaller ones
# are no poster.
_SMALLEST, _LARGEST = 120, 220


def write(content: Poster, paper_name: str) -> bytes:
    """The poster on one paper."""
    made, scale = _laid_out(content), _SCALE[paper_name]
    return made if scale == 1 else _scaled(made, scale)


@lru_cache(maxsize=1)
def _laid_out(content: Poster) -> bytes:
    """All of it on A3, else as much as letters allow that are read from afar; kept for A4."""
    words = {
        "lembar": (content, *shorter(content)),
        "kiri": left_width(content),
        "huruf": (_SMALLEST, _LARGEST),
        "qr": qr_code(content.alamat),
        "senyap": SILENT,
    }
    return typeset("poster/poster.typ", words)


def _scaled(made: bytes, scale: float) -> bytes:
    with Pdf.open(BytesIO(made)) as pdf:
        (page,) = pdf.pages
        drawn = page.obj.Contents.read_bytes()
        page.obj.Contents.write(f"q {scale:.5f} 0 0 {scale:.5f} 0 0 cm\n".encode() + drawn + b"\nQ")
        page.mediabox = _smaller(page.mediabox, scale)
        # Where pictures are is also said to those who do not see them.
        for found in pdf.objects:
            if isinstance(found, Dictionary) and found.get("/S") == Name.Figure:
                for attributes in found.A.as_list():
                    attributes.BBox = _smaller(attributes.BBox, scale)
        return pack(pdf)


def _smaller(box: Object, scale: float) -> Array:
    return Array([round(float(side) * scale, 3) for side in box.as_list()])
