"""Drawings as pictures of dots, for what shows no SVG: messages, and Word before 2016."""

import importlib
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Protocol

from ...data import png
from .typeface import FAMILY, FILES

# As fine as print asks for where a logo is 16 mm high; one that is wider is fine enough then, too.
_TALL, _WIDE = 240, 600
# The paper shows where nothing is drawn.
_CLEAR = 0x00000000


class Picture(Protocol):
    """A logo as the facts of a service hold it: its kind and its content."""

    @property
    def jenis(self) -> str:
        """Whether it is drawn (svg) or dots (png)."""
        ...

    @property
    def isi(self) -> bytes:
        """The file as it is."""
        ...


@dataclass(frozen=True)
class Dots:
    """A PNG and its size in dots."""

    isi: bytes
    lebar: int
    tinggi: int

    def within(self, wide: float, tall: float) -> tuple[float, float]:
        """Width and height of the largest picture that a room holds, in the room's unit."""
        scale = min(wide / self.lebar, tall / self.tinggi)
        return self.lebar * scale, self.tinggi * scale


@cache
def renderer() -> ModuleType:
    """What draws SVG, with our fonts; loaded when the first picture is drawn."""
    fonts = importlib.import_module("novasvg.fonts")
    for weight, path in FILES.items():
        fonts.add_font_face_from_file(FAMILY, weight == "bold", False, str(path))
    return importlib.import_module("novasvg")


def as_dots(picture: Picture | None) -> Dots | None:
    """A logo as dots; none where there is none, or where the drawing has no size."""
    if picture is None:
        return None
    content = picture.isi if picture.jenis == "png" else _drawn(picture.isi)
    dots = png.size(content)
    return Dots(content, *dots) if dots and all(dots) else None


def _drawn(svg: bytes) -> bytes:
    drawing = renderer().Document.load_from_data(svg.decode("utf-8", "replace"))
    if drawing is None or drawing.width <= 0 or drawing.height <= 0:
        return b""
    is_wide = drawing.width / drawing.height > _WIDE / _TALL
    size = {"width": _WIDE} if is_wide else {"height": _TALL}
    bitmap = drawing.render_to_bitmap(backgroundColor=_CLEAR, **size)
    # A line without a second dimension has no dots.
    drawn: bytes = bitmap.to_png() if bitmap.width and bitmap.height else b""
    return drawn
