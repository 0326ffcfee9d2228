"""The letters of filled PDFs: a font for everyday words, and the whole one for all others.

Published as scripts, because a page that is opened from a folder can load nothing else.
"""

import hashlib
import json
from base64 import b64encode
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from .form_scripts import SHELF

_FONT = Path(__file__).parent.parent / "papers" / "fonts" / "NotoSans-Regular.ttf"
# Western European letters and the marks of typed text: enough for nearly every answer.
_EVERYDAY = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”•…€")})
# The box for a letter that the font lacks, from its left and its foot, and the width of its line.
_BOX = ((94, 0), (506, 714))
_LINE = 56
_SIDES = ("xMin", "yMin", "xMax", "yMax")


def addresses(folder: str) -> list[str]:
    """Font and measures of everyday letters, then of all letters."""
    return [_address(folder, name) for name in _parts()]


def files(folder: str) -> dict[str, bytes]:
    """The scripts by address; each shelves one value under its name."""
    return {
        _address(folder, name): f"Object.assign(self.{SHELF}, {{ {name}: {value} }});\n".encode()
        for name, value in _parts().items()
    }


def _address(folder: str, name: str) -> str:
    # The digest in the name lets a browser keep the file for good.
    return f"{folder}{name}-{hashlib.sha256(_parts()[name].encode()).hexdigest()[:12]}.js"


@cache
def _parts() -> dict[str, str]:
    font, measures = _subset(everyday=True)
    whole, all_measures = _subset(everyday=False)
    return {"huruf": font, "ukuran": measures, "hurufLain": whole, "ukuranLain": all_measures}


def _box() -> Glyph:
    (left, foot), (right, top) = _BOX
    pen = TTGlyphPen(None)
    corners = [(left, foot), (left, top), (right, top), (right, foot)]
    inner = [(x + _LINE * (1 if x == left else -1), y + _LINE * (1 if y == foot else -1))
             for x, y in reversed(corners)]  # fmt: skip
    for shape in (corners, inner):
        pen.moveTo(shape[0])
        for corner in shape[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _subset(*, everyday: bool) -> tuple[str, str]:
    """The font without what only screens need, and the measures of its glyphs, both as JSON."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [6]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "OS/2", "gasp"]
    font = TTFont(_FONT, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    known = sorted(font.getBestCmap())
    subsetter.populate(unicodes=[code for code in known if not everyday or code in _EVERYDAY])
    subsetter.subset(font)
    # The font itself draws nothing there, and nobody would see that a letter is missing.
    font["glyf"][".notdef"] = _box()
    written = BytesIO()
    font.save(written, reorderTables=True)
    scale = 1000 / font["head"].unitsPerEm
    numbers, advances = font.getReverseGlyphMap(), font["hmtx"].metrics
    glyphs = {
        "naik": round(font["hhea"].ascent * scale),
        "turun": round(font["hhea"].descent * scale),
        "kotak": [round(getattr(font["head"], side) * scale) for side in _SIDES],
        # The box for what the font lacks; then by code point: number and width of its glyph.
        "tiada": [0, round(advances[".notdef"][0] * scale)],
        "glif": {
            code: [numbers[glyph], round(advances[glyph][0] * scale)]
            for code, glyph in sorted(font.getBestCmap().items())
        },
    }
    return (
        json.dumps(b64encode(written.getvalue()).decode()),
        json.dumps(glyphs, separators=(",", ":")),
    )
