"""The XML of shapes that float in a cell; Word 2010 and later and LibreOffice draw them alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from .connector import Connector

_EMU = 12700
_SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_SHAPE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_LINE = 9525
_NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


@dataclass(frozen=True)
class Frame:
    """Where a shape floats, in points from the corner of its cell."""

    left: float
    top: float
    width: float
    height: float


def symbol(
    number: int, name: str, words: str, preset: str, frame: Frame, lines: Sequence[str]
) -> Element:
    """A symbol with its outline; `number` is what connectors call it, `words` say what it is."""
    is_letter = len(lines) == 1 and len(lines[0]) < 3
    style = "Lambang" if is_letter else "LambangKecil"
    inside = _paragraphs(lines, "center", style) if lines else ""
    properties = (
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        f'<a:ln w="{_LINE}">{_INK}</a:ln>'
    )
    return _floating(number, name, words, frame, "<wps:cNvSpPr/>", "", properties, inside, 3)


def words_only(number: int, name: str, frame: Frame, lines: Sequence[str], align: str) -> Element:
    """Words without an outline."""
    properties = (
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    )
    return _floating(
        number, name, "", frame, '<wps:cNvSpPr txBox="1"/>', "", properties,
        _paragraphs(lines, align), 2,
    )  # fmt: skip


def arrow(
    number: int,
    name: str,
    made: Connector,
    ends: tuple[int | None, int | None],
    heads: tuple[bool, bool],
    is_dashed: bool,
) -> Element:
    """A connector; its two ends and its two heads are given in the direction of the flow."""
    first, last = made.as_drawn(*ends)
    joined = "".join(
        f'<a:{tag} id="{end}" idx="0"/>'
        for tag, end in (("stCxn", first), ("endCxn", last))
        if end is not None
    )
    frame = Frame(made.left, made.top, made.width, made.height)
    return _floating(
        number, name, "", frame, f"<wps:cNvCnPr>{joined}</wps:cNvCnPr>", flips(made),
        drawn_line(made, heads, is_dashed), "", 1,
    )  # fmt: skip


def flips(made: Connector) -> str:
    """The attributes of a connector that runs to the left or upwards."""
    return (' flipH="1"' if made.flip_x else "") + (' flipV="1"' if made.flip_y else "")


def drawn_line(made: Connector, heads: tuple[bool, bool], is_dashed: bool) -> str:
    """The way and the line of a connector, with heads at the flow's start and end."""
    has_first, has_last = made.as_drawn(*heads)
    corners = "".join(
        f'<a:gd name="adj{n}" fmla="val {value}"/>' for n, value in enumerate(made.corners, start=1)
    )
    dash = '<a:prstDash val="dash"/>' if is_dashed else ""
    triangle = 'type="triangle" w="med" len="med"'
    return (
        f'<a:prstGeom prst="{made.preset}"><a:avLst>{corners}</a:avLst></a:prstGeom>'
        f'<a:ln w="{_LINE}">{_INK}{dash}<a:miter lim="800000"/>'
        + (f"<a:headEnd {triangle}/>" if has_first else "")
        + (f"<a:tailEnd {triangle}/>" if has_last else "")
        + "</a:ln>"
    )


def _floating(
    number: int,
    name: str,
    words: str,
    frame: Frame,
    kind: str,
    turned: str,
    properties: str,
    inside: str,
    layer: int,
) -> Element:
    wide, high = (round(value * _EMU) for value in (frame.width, frame.height))
    left, top = (round(value * _EMU) for value in (frame.left, frame.top))
    named = f'id="{number}" name="{escape(name)}"'
    # The row says in words where arrows lead; a reader need not stop at each of them.
    told = (
        f'<wp:docPr {named} descr="{escape(words)}"/>'
        if layer > 1
        else (f"<wp:docPr {named}>{_DECORATIVE}</wp:docPr>")
    )
    box = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>" if inside else ""
    return parse_xml(
        f"<w:r {_SPACES}><w:rPr><w:noProof/></w:rPr><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{layer * 100000 + number}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"<wp:wrapNone/>{told}<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_SHAPE_URI}"><wps:wsp><wps:cNvPr {named}/>{kind}'
        f'<wps:spPr><a:xfrm{turned}><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f"{properties}</wps:spPr>{box}"
        f'<wps:bodyPr rot="0" wrap="square" {_NO_INSETS} anchor="ctr"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def _paragraphs(lines: Sequence[str], align: str, style: str = "Lambang") -> str:
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>'
        for line in lines
    )
