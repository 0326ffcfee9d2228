"""The card as a PNG of the size that messages expect, drawn without a browser."""

from markupsafe import Markup

from ..bitmap import renderer
from ..typeface import FAMILY
from .content import Kartu

WIDTH, HEIGHT = 1200, 630
_LEFT = 80
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<rect width="{width}" height="{height}" fill="#0b3f52"/>'
    '<rect y="{foot}" width="{width}" height="12" fill="#bfe3ee"/>'
    '<g font-family="{family}" fill="#ffffff">{lines}</g></svg>'
)
_LINE = Markup('<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}">{text}</text>')


def write(kartu: Kartu) -> bytes:
    """The card as a picture; the same bytes for the same words."""
    lines = [_line(_LEFT, 100, 32, "normal", kartu.kantor)]
    y = 120
    for text in kartu.nama:
        y += 80
        lines.append(_line(_LEFT, y, 64, "bold", text))
    y += 30
    for text in kartu.jawaban:
        y += 52
        lines.append(_line(_LEFT, y, 36, "normal", text))
    svg = _SVG.format(
        width=WIDTH, height=HEIGHT, foot=HEIGHT - 12, family=FAMILY, lines=Markup().join(lines)
    )
    picture = renderer().Document.load_from_data(str(svg)).render_to_bitmap(width=WIDTH)
    made: bytes = picture.to_png()
    return made


def _line(x: int, y: int, size: int, weight: str, text: str) -> Markup:
    return _LINE.format(x=x, y=y, size=size, weight=weight, text=text)
