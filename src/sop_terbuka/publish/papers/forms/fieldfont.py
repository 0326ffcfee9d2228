"""The font that answers are written in: one embedded font that every PDF program can use.

A simple TrueType font with WinAnsiEncoding, because viewers and PDF libraries type into fields with
such fonts only; what the layout embeds is a subset without the letters that people will type.
"""

from functools import cache
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from ..typeset import ROOT

_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 1 << 5


def _character(code: int) -> str:
    # WinAnsi has a bullet where cp1252 has nothing, and its 160 and 173 are space and hyphen.
    return (
        bytes([code]).decode("cp1252", errors="replace").replace("\N{REPLACEMENT CHARACTER}", "•")
    )


@cache
def _font() -> tuple[bytes, tuple[int, ...], dict[str, int]]:
    """The font file, the width of each code and its measures, in thousandths of the size."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [6]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta"]
    font = TTFont(ROOT / "fonts" / "NotoSans-Regular.ttf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(_character(code)) for code in range(_FIRST, _LAST + 1)])
    subsetter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
    missing = advances[".notdef"]

    def width(code: int) -> int:
        glyph = glyphs.get(ord(_character(code)))
        return int((advances[glyph] if glyph else missing)[0] * scale + 0.5)

    head, os2 = font["head"], font["OS/2"]
    measures = {
        "Ascent": round(font["hhea"].ascent * scale),
        "Descent": round(font["hhea"].descent * scale),
        "CapHeight": round(os2.sCapHeight * scale),
        "xMin": round(head.xMin * scale),
        "yMin": round(head.yMin * scale),
        "xMax": round(head.xMax * scale),
        "yMax": round(head.yMax * scale),
    }
    written = BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue(), tuple(width(n) for n in range(_FIRST, _LAST + 1)), measures


def embedded_font(pdf: Pdf) -> Object:
    """Put the font into a document."""
    content, widths, measures = _font()
    name = Name("/NotoSans")
    file = Stream(pdf, content)
    file.Length1 = len(content)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_NONSYMBOLIC,
        FontBBox=Array([measures[side] for side in ("xMin", "yMin", "xMax", "yMax")]),
        ItalicAngle=0,
        Ascent=measures["Ascent"],
        Descent=measures["Descent"],
        CapHeight=measures["CapHeight"],
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array(list(widths)),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )
