"""The drawing of a worksheet: anchors, preset shapes, connectors and text boxes in points."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from ..archive import Archive
from ..drawing import PRESETS, UNUSUAL, Box, Line, Point, Shape, Words
from ..drawingml import connector, is_sideways, number
from ..grid import spaced
from ..reading import Place
from .sheet import Measures

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_EMU = 12700.0
_BLOCK_ARROWS = {"rightArrow": 0, "downArrow": 90, "leftArrow": 180, "upArrow": 270}
_LINES = frozenset({"line", "lineInv"})


@dataclass
class Drawing:
    """What is drawn on one sheet."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    pictures: int = 0


def sheet_parts(archive: Archive) -> dict[str, str]:
    """The part of each worksheet by the sheet's name."""
    book = archive.xml("xl/workbook.xml")
    relations = archive.xml("xl/_rels/workbook.xml.rels")
    if book is None or relations is None:
        return {}
    targets = {str(r.get("Id")): str(r.get("Target", "")).lstrip("/") for r in relations}
    found = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(str(sheet.get(f"{_R}id")), "")
        found[str(sheet.get("name"))] = target if target.startswith("xl/") else f"xl/{target}"
    return found


def drawing_of(archive: Archive, part: str, measures: Measures, number: int) -> Drawing:
    """The drawing of a worksheet's part; empty where it has none."""
    drawing = Drawing()
    for name in archive.related(part, "drawing") if part else []:
        tree = archive.xml(name)
        for anchor in tree if tree is not None else ():
            box = _anchor_box(anchor, measures)
            if box is None:
                continue
            place = (Place(number, kotak=box, sel=_address(anchor)),)
            for child in _children(anchor):
                _take(child, box, place, drawing)
    return drawing


def _children(parent: "Element") -> Iterator["Element"]:
    """The drawn things in an anchor or a group; the fallback of an alternative is left out."""
    for child in parent:
        if not isinstance(child.tag, str) or child.tag == _FALLBACK:
            continue
        if child.tag.endswith(("}AlternateContent", "}Choice")):
            yield from _children(child)
        elif child.tag in (f"{XDR}sp", f"{XDR}cxnSp", f"{XDR}grpSp", f"{XDR}pic"):
            yield child


def _anchor_box(anchor: "Element", measures: Measures) -> Box | None:
    start = anchor.find(f"{XDR}from")
    end = anchor.find(f"{XDR}to")
    ext = anchor.find(f"{XDR}ext")
    pos = anchor.find(f"{XDR}pos")
    if start is not None:
        x0, y0 = _corner(start, measures)
    elif pos is not None:
        x0, y0 = number(pos, "x") / _EMU, number(pos, "y") / _EMU
    else:
        return None
    if end is not None:
        x1, y1 = _corner(end, measures)
    elif ext is not None:
        x1, y1 = x0 + number(ext, "cx") / _EMU, y0 + number(ext, "cy") / _EMU
    else:
        return None
    return x0, y0, x1, y1


def _corner(element: "Element", measures: Measures) -> Point:
    values = [int(element.findtext(f"{XDR}{name}") or 0) for name in _CORNER]
    return measures.point(values[0], values[1] / _EMU, values[2], values[3] / _EMU)


_CORNER = ("col", "colOff", "row", "rowOff")


def _address(anchor: "Element") -> str:
    found = []
    for name in ("from", "to"):
        element = anchor.find(f"{XDR}{name}")
        if element is not None:
            column = int(element.findtext(f"{XDR}col") or 0) + 1
            found.append(
                f"{get_column_letter(column)}{int(element.findtext(f'{XDR}row') or 0) + 1}"
            )
    return ":".join(dict.fromkeys(found))


def _take(element: "Element", box: Box, place: tuple[Place, ...], drawing: Drawing) -> None:
    """Add one drawn thing; `box` is where it is seen."""
    if element.tag == f"{XDR}grpSp":
        for child, inner in _group(element, box):
            _take(child, inner, (replace(place[0], kotak=inner),), drawing)
        return
    if element.tag == f"{XDR}pic":
        drawing.pictures += 1
        return
    preset = element.find(f"{XDR}spPr/{A}prstGeom")
    name = str(preset.get("prst")) if preset is not None else ""
    if element.tag == f"{XDR}cxnSp" or name in _LINES or name.endswith("Connector1"):
        drawing.lines.append(connector(element, name, box, place, XDR, is_seen=True))
        return
    identity = element.find(f"{XDR}nvSpPr/{XDR}cNvPr")
    if identity is not None and identity.get("hidden") == "1":
        return
    text = spaced("\n".join(_paragraphs(element)))
    if name in _BLOCK_ARROWS:
        drawing.lines.append(_block_arrow(element, name, box, place))
    elif _is_text_box(element, name):
        if text:
            drawing.words.append(Words(text, box, place))
    elif name in PRESETS or name in UNUSUAL or not name:
        kind = PRESETS.get(name, "proses")
        doubt = "" if name in PRESETS else "bentuk yang tidak baku; dibaca sebagai kotak proses"
        key = str(identity.get("id")) if identity is not None else f"?{len(drawing.shapes)}"
        drawing.shapes.append(Shape(key, kind, box, text, place, doubt))
    elif text:
        drawing.words.append(Words(text, box, place))


def _paragraphs(element: "Element") -> Iterator[str]:
    for paragraph in element.iter(f"{A}p"):
        yield "".join(
            node.text or "" if node.tag == f"{A}t" else " "
            for node in paragraph.iter(f"{A}t", f"{A}br")
        )


def _is_text_box(element: "Element", name: str) -> bool:
    """Whether a shape is only words: marked so, or a rectangle without an outline."""
    marks = element.find(f"{XDR}nvSpPr/{XDR}cNvSpPr")
    if marks is not None and marks.get("txBox") == "1":
        return True
    properties = element.find(f"{XDR}spPr")
    if name != "rect" or properties is None:
        return False
    line = properties.find(f"{A}ln")
    return line is not None and line.find(f"{A}noFill") is not None


def _group(element: "Element", box: Box) -> Iterator[tuple["Element", Box]]:
    """The members of a group with their boxes on the sheet."""
    frame = element.find(f"{XDR}grpSpPr/{A}xfrm")
    if frame is None:
        return
    off, ext = frame.find(f"{A}chOff"), frame.find(f"{A}chExt")
    if off is None or ext is None:
        return
    left, top = number(off, "x"), number(off, "y")
    wide, high = number(ext, "cx") or 1, number(ext, "cy") or 1
    for child in _children(element):
        own = child.find(f"{XDR}spPr/{A}xfrm")
        if own is None:
            own = child.find(f"{XDR}grpSpPr/{A}xfrm")
        if own is None:
            continue
        x0, y0, x1, y1 = _seen(own)
        yield (
            child,
            (
                box[0] + (x0 - left) / wide * (box[2] - box[0]),
                box[1] + (y0 - top) / high * (box[3] - box[1]),
                box[0] + (x1 - left) / wide * (box[2] - box[0]),
                box[1] + (y1 - top) / high * (box[3] - box[1]),
            ),
        )


def _seen(frame: "Element") -> Box:
    """The box of a shape inside a group as it is seen, turned where it is turned."""
    off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
    if off is None or ext is None:
        return 0.0, 0.0, 0.0, 0.0
    x, y = number(off, "x"), number(off, "y")
    w, h = number(ext, "cx"), number(ext, "cy")
    if is_sideways(_turn(frame)):
        x, y, w, h = x + (w - h) / 2, y + (h - w) / 2, h, w
    return x, y, x + w, y + h


def _turn(frame: "Element | None") -> float:
    return number(frame, "rot") / 60000 % 360 if frame is not None else 0.0


def _block_arrow(element: "Element", name: str, box: Box, place: tuple[Place, ...]) -> Line:
    """A broad arrow as a line through its middle."""
    frame = element.find(f"{XDR}spPr/{A}xfrm")
    turn = (_BLOCK_ARROWS[name] + _turn(frame)) % 360
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    ends = {0: ((box[0], y), (box[2], y)), 90: ((x, box[1]), (x, box[3]))}
    start, end = ends[0 if turn % 180 < 45 or turn % 180 >= 135 else 90]
    if 135 <= turn < 315:
        start, end = end, start
    return Line((start, end), head_end=True, tempat=place)
