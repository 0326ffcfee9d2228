"""The drawing of each row on paper: SVG for the PDF, a crisp grey picture for Word."""

import importlib
import re
import struct
import zlib
from collections.abc import Collection, Sequence
from functools import cache
from types import ModuleType

from ...drawing.matrix import Layout, draw, legend, minimum_heights
from ..typeface import FAMILY, FILES

# Size of one unit of the layout in CSS px.
SCALE = 0.66
DPI = 300
_WHITE = 0xFFFFFFFF
_SOLID = re.compile(r'(stroke="#000")( stroke-width)')


def least_heights(layout: Layout) -> tuple[float, ...]:
    """The least height of every row in CSS px."""
    return minimum_heights(layout, SCALE)


def rows(
    layout: Layout,
    lane_width: float,
    heights: Sequence[float],
    breaks: Collection[int],
) -> tuple[str, ...]:
    """One SVG for every row, in CSS px."""
    drawn = draw(layout, lane_width, heights, breaks, SCALE, FAMILY)
    return tuple(_finished(str(svg)) for svg in drawn)


def _finished(svg: str) -> str:
    # Square ends close the corners where two lines meet.
    return _SOLID.sub(r'\1 stroke-linecap="square"\2', svg)


_ITEM = re.compile(r"<span>(?:(<svg.*?</svg>) ?)?(.*?)</span>", re.DOTALL)
_SVG = "http://www.w3.org/2000/svg"
# Width and height of a symbol in the legend, in CSS px.
LEGEND_SIZE = (25.0, 15.0)


def legend_items(layout: Layout, has_breaks: bool) -> tuple[tuple[str, str], ...]:
    """What the symbols mean: a drawing (or nothing) and its words."""
    items = _ITEM.findall(str(legend(layout, is_paper=True)))
    return tuple(
        (svg.replace("<svg ", f'<svg xmlns="{_SVG}" ', 1), words)
        for svg, words in items
        if has_breaks or "sambungan" not in words
    )


def png(svg: str, width: float) -> bytes:
    """A picture of an SVG that is `width` CSS px wide, in 15 greys at 300 dpi.

    White is clear at its rim, where it may lie on the border of a cell.
    """
    document = _renderer().Document.load_from_data(svg)
    bitmap = document.render_to_bitmap(width=round(width * DPI / 96), backgroundColor=_WHITE)
    # The drawing is grey: any one of the four channels holds all of it.
    grey = memoryview(bitmap).tobytes()[1::4].translate(_FIFTEEN)
    return _png(bitmap.width, bitmap.height, grey)


@cache
def _renderer() -> ModuleType:
    # Loaded when the first picture is drawn; like mmdr, which brings it, it has no types.
    fonts = importlib.import_module("novasvg.fonts")
    fonts.add_font_face_from_file(FAMILY, True, False, str(FILES["bold"]))
    return importlib.import_module("novasvg")


_CLEAR, _LIGHTEST, _RIM = 15, 14, 5
_FIFTEEN = bytes(round(value * _LIGHTEST / 255) for value in range(256))
_WHITE_TO_CLEAR = bytes(_CLEAR if value == _LIGHTEST else value for value in range(256))
_PALETTE = b"".join(bytes([round(n * 255 / _LIGHTEST)]) * 3 for n in range(15)) + b"\xff" * 3


def _png(width: int, height: int, grey: bytes) -> bytes:
    """A PNG of 4 bits a pixel; `grey` has one byte from 0 to 14 for each."""
    lines = []
    for y in range(height):
        line = grey[y * width : (y + 1) * width]
        if _RIM <= y < height - _RIM:
            left, right = (side.translate(_WHITE_TO_CLEAR) for side in (line[:_RIM], line[-_RIM:]))
            line = left + line[_RIM:-_RIM] + right
        else:
            line = line.translate(_WHITE_TO_CLEAR)
        line += bytes([_CLEAR]) * (width % 2)
        high, low = (int.from_bytes(line[n::2], "big") for n in (0, 1))
        lines.append(b"\0" + (high << 4 | low).to_bytes(len(line) // 2, "big"))
    per_metre = round(DPI / 0.0254)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
            (b"PLTE", _PALETTE),
            (b"tRNS", b"\xff" * _CLEAR + b"\0"),
            (b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            (b"IDAT", zlib.compress(b"".join(lines), 9)),
            (b"IEND", b""),
        )
    )
