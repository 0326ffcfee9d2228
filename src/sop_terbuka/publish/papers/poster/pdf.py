"""The poster as a PDF: one sheet for every service, its letters as large as the sheet allows.

The layout is that of A3; A4 is the same page made smaller, so both are laid out only once.
"""

from base64 import b64encode
from functools import cache, lru_cache
from io import BytesIO
from math import sqrt
from pathlib import Path

from pikepdf import Array, Pdf
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import BlockBox

from ...render import environment
from ..forms import paper
from ..qr import qr_code
from .content import SILENT, Poster
from .fit import LARGEST, SMALLEST, first_size, left_width, shorter

# In points. The sheet is A3; √2 between the formats of a series is what makes A4 the same sheet.
WIDTH, HEIGHT = 297 / 25.4 * 72, 420 / 25.4 * 72
SCALE = {"A3": 1.0, "A4": 1 / sqrt(2)}
_POINTS_PER_PX = 0.75
# A layout and its height in points.
Sheet = tuple[Document, float]
# A sheet is full from this share of its height on; a new size aims a little below the whole.
_FULL, _NEARLY = 0.85, 0.96
# Below this share of the smallest letters even a wrong guess is right that they will not fit.
_HOPELESS = 0.8


def write(content: Poster, paper_name: str) -> bytes:
    """The poster on one paper."""
    with Pdf.open(BytesIO(_laid_out(content))) as pdf:
        _cut(pdf, SCALE[paper_name])
        return paper.pack(pdf)


def _cut(pdf: Pdf, scale: float) -> None:
    """Make the tall page that was laid out a sheet: what stands at its top, in this size."""
    (page,) = pdf.pages
    above = float(page.mediabox[3]) - HEIGHT
    drawn = page.obj.Contents.read_bytes()
    place = f"q {scale:.5f} 0 0 {scale:.5f} 0 {-above * scale:.3f} cm\n".encode()
    page.obj.Contents.write(place + drawn + b"\nQ\n")
    page.mediabox = Array([0, 0, round(WIDTH * scale, 3), round(HEIGHT * scale, 3)])


@lru_cache(maxsize=1)
def _laid_out(content: Poster) -> bytes:
    """The page of A3's width, with its foot at the sheet's; kept for the next paper."""
    document, height = _fitting(content)
    # What a short text leaves free stays above the foot.
    _box(document, "bawah").translate(dy=(HEIGHT - height) / _POINTS_PER_PX)
    return paper.printed(document, repr(content))


def _fitting(content: Poster) -> Sheet:
    """All of it in letters that are read from afar, else as much as such letters allow."""
    left = left_width(content)
    least = content
    for least in (content, *shorter(content)):
        guess = first_size(least, left)
        # What is too much by far need not be tried.
        if guess < SMALLEST * _HOPELESS:
            continue
        size = max(SMALLEST, guess) if least is content else SMALLEST
        if made := _sized(least, left, size):
            return made
    # One sheet it stays: where nothing more can be left out, letters shrink.
    size = first_size(least, left)
    while (last := _layout(least, left, size))[1] > HEIGHT:
        size *= sqrt(_NEARLY * HEIGHT / last[1])
    return last


def _sized(content: Poster, left: int, size: float) -> Sheet | None:
    """The sheet with letters as large as fit; none where they would have to be smaller."""
    found: Sheet | None = None
    while True:
        document, height = _layout(content, left, size)
        if height > HEIGHT:
            if found or size == SMALLEST:
                return found
            size = max(SMALLEST, size * sqrt(_NEARLY * HEIGHT / height))
        elif found or size == LARGEST or height > _FULL * HEIGHT:
            return document, height
        else:
            # Once more with larger letters: an almost empty sheet is not read from afar.
            found = document, height
            size = min(LARGEST, size * sqrt(_NEARLY * HEIGHT / height))


def _layout(content: Poster, left: int, size: float) -> Sheet:
    """The sheet with letters of a size, and how tall it is; both in points."""
    html = (
        environment()
        .get_template("poster.html.j2")
        .render(
            poster=content,
            ukuran=round(size, 2),
            lebar=left,
            qr=_address(qr_code(content.alamat)),
            SENYAP=SILENT,
        )
    )
    document = paper.rendered(html, _style())
    sheet = _box(document, "lembar")
    tall = (sheet.position_y + sheet.margin_height()) * _POINTS_PER_PX
    # More than fits on the tallest page is too much by far.
    return document, tall if len(document.pages) == 1 else HEIGHT * 10 * len(document.pages)


def _box(document: Document, name: str) -> BlockBox:
    # Private, but WeasyPrint has no other way to say where a box is; a test watches it.
    boxes = document.pages[0]._page_box.descendants()
    return next(
        box
        for box in boxes
        if isinstance(box, BlockBox)
        and box.element is not None
        and box.element.get("class") == name
    )


def _address(picture: bytes | None) -> str:
    return f"data:image/png;base64,{b64encode(picture).decode()}" if picture else ""


@cache
def _style() -> str:
    return (Path(__file__).parent / "poster.css").read_text(encoding="utf-8")
