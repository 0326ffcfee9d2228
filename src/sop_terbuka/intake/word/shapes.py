"""The shapes anchored in a Word table: DrawingML first, VML where a file has only that."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ..drawing import PRESETS, UNUSUAL, Box, Line, Shape, Words
from ..drawingml import connector, number
from ..grid import Cell, spaced
from ..reading import Place
from . import vml
from .tables import WordTable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU = 12700.0


@dataclass
class Drawing:
    """What is drawn in a table."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    pictures: int = 0
    unplaced: int = 0


@dataclass(frozen=True)
class _Spot:
    """Where a drawing is anchored: its cell's corner on the table, and the cell itself."""

    x: float
    y: float
    cell: Cell
    height: float


def drawing_of(table: WordTable) -> Drawing:
    """Everything drawn in the table's cells, in the table's estimated points."""
    drawing = Drawing()
    for cell, element in table.elements:
        x = table.columns[min(cell.kolom, len(table.columns) - 1)]
        y = table.rows[min(cell.baris, len(table.rows) - 1)]
        bottom = table.rows[min(cell.bawah + 1, len(table.rows) - 1)]
        spot = _Spot(x, y, cell, bottom - y)
        wide = table.columns[min(cell.kanan + 1, len(table.columns) - 1)] - x
        for thing in _drawn(element):
            if thing.tag == qn("w:drawing"):
                _take(thing, spot, wide, drawing)
            else:
                found = vml.read(thing, (x, y), cell, len(drawing.shapes))
                drawing.shapes += found.shapes
                drawing.lines += found.lines
                drawing.words += found.words
                drawing.pictures += found.pictures
    for element, y in table.outside:
        spot = _Spot(0.0, y, _BESIDE, 0.0)
        for thing in _drawn(element):
            if thing.tag == qn("w:drawing"):
                _take_outside(thing, spot, drawing, is_above=y < 0)
    return drawing


_BESIDE = Cell(-1, -1, tempat=(Place(1, sel="paragraf di luar tabel"),))


def _take_outside(element: "Element", spot: _Spot, drawing: Drawing, is_above: bool) -> None:
    """A drawing anchored in a paragraph above or below the table that reaches into it."""
    for frame in element.iterchildren(f"{WP}anchor"):
        vertical = frame.find(f"{WP}positionV")
        base = vertical.get("relativeFrom", "") if vertical is not None else ""
        if base not in ("paragraph", "line"):
            drawing.unplaced += 1
        elif (_offset(frame, "positionV", 0.0, 0.0) > 0) == is_above:
            _take(element, spot, 0.0, drawing)


def _drawn(element: "Element") -> Iterator["Element"]:
    """Drawings in a cell; of two alternatives the newer one only."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            found = list(_drawn(choice)) if choice is not None else []
            fallback = child.find(f"{_MC}Fallback")
            yield from found or (_drawn(fallback) if fallback is not None else ())
        elif child.tag in (qn("w:drawing"), qn("w:pict"), qn("w:object")):
            yield child
        elif child.tag != qn("w:tbl"):
            yield from _drawn(child)


def _take(element: "Element", spot: _Spot, wide: float, drawing: Drawing) -> None:
    for frame in element:
        extent = frame.find(f"{WP}extent")
        if extent is None:
            continue
        width, height = number(extent, "cx") / _EMU, number(extent, "cy") / _EMU
        is_inline = frame.tag == f"{WP}inline"
        x, y = spot.x, spot.y
        if is_inline:
            x += max(0.0, (wide - width) / 2)
        else:
            x += _offset(frame, "positionH", wide, width)
            y += _offset(frame, "positionV", spot.height, height)
        box = (x, y, x + width, y + height)
        name = frame.find(f"{WP}docPr")
        place = _place(spot.cell)
        for thing in frame.iter(f"{WPS}wsp", f"{A}pic", f"{WPG}wgp", f"{WPC}wpc"):
            _shape(thing, box, place, drawing, name, spot if is_inline else None)
            break
        else:
            drawing.pictures += 1


def _offset(frame: "Element", name: str, room: float, size: float) -> float:
    position = frame.find(f"{WP}{name}")
    if position is None:
        return 0.0
    align = position.findtext(f"{WP}align")
    if align in ("center", "right", "bottom"):
        return (room - size) / (2 if align == "center" else 1)
    try:
        return float(position.findtext(f"{WP}posOffset") or 0) / _EMU
    except ValueError:
        return 0.0


def _shape(
    element: "Element",
    box: Box,
    place: tuple[Place, ...],
    drawing: Drawing,
    named: "Element | None",
    fixed: _Spot | None,
) -> None:
    """Add a shape, or the members of a group or canvas; `box` is where it is seen."""
    if element.tag in (f"{WPG}wgp", f"{WPC}wpc", f"{WPG}grpSp"):
        for child, inner in _members(element, box):
            _shape(child, inner, place, drawing, None, None)
        return
    if element.tag != f"{WPS}wsp":
        drawing.pictures += 1
        return
    preset = element.find(f"{WPS}spPr/{A}prstGeom")
    name = str(preset.get("prst")) if preset is not None else ""
    if ("Connector" in name and not name.startswith("flowChart")) or name == "line":
        drawing.lines.append(connector(element, name, box, place, WPS, is_seen=False))
        return
    text = spaced(" ".join(t.text or "" for t in element.iter(qn("w:t"))))
    properties = element.find(f"{WPS}cNvSpPr")
    is_box = properties is not None and properties.get("txBox") == "1"
    line = element.find(f"{WPS}spPr/{A}ln")
    is_bare = line is not None and line.find(f"{A}noFill") is not None
    if name == "rect" and (is_box or is_bare):
        if text:
            drawing.words.append(Words(text, box, place))
    elif name in PRESETS or name in UNUSUAL or not name:
        inner = element.find(f"{WPS}cNvPr")
        source = inner if inner is not None else named
        key = str(source.get("id")) if source is not None else f"?{len(drawing.shapes)}"
        doubt = "" if name in PRESETS else "bentuk yang tidak baku; dibaca sebagai kotak proses"
        drawing.shapes.append(
            Shape(
                f"{key}.{len(drawing.shapes)}" if inner is None else key,
                PRESETS.get(name, "proses"),
                box,
                text,
                place,
                doubt,
                (fixed.cell.baris, fixed.cell.kolom) if fixed is not None else None,
            )
        )
    elif text:
        drawing.words.append(Words(text, box, place))


def _members(element: "Element", box: Box) -> Iterator[tuple["Element", Box]]:
    frame = element.find(f"{WPG}grpSpPr/{A}xfrm")
    left = top = 0.0
    wide, high = (box[2] - box[0]) * _EMU, (box[3] - box[1]) * _EMU
    if frame is not None:
        off, ext = frame.find(f"{A}chOff"), frame.find(f"{A}chExt")
        if off is not None and ext is not None:
            left, top = number(off, "x"), number(off, "y")
            wide, high = number(ext, "cx") or wide, number(ext, "cy") or high
    for child in element:
        if child.tag not in (f"{WPS}wsp", f"{WPG}grpSp", f"{WPG}wgp"):
            continue
        own = child.find(f"{WPS}spPr/{A}xfrm")
        if own is None:
            own = child.find(f"{WPG}grpSpPr/{A}xfrm")
        off = own.find(f"{A}off") if own is not None else None
        ext = own.find(f"{A}ext") if own is not None else None
        if off is None or ext is None:
            continue
        scale_x, scale_y = (box[2] - box[0]) / (wide or 1), (box[3] - box[1]) / (high or 1)
        x = box[0] + (number(off, "x") - left) * scale_x
        y = box[1] + (number(off, "y") - top) * scale_y
        yield (
            child,
            (x, y, x + number(ext, "cx") * scale_x, y + number(ext, "cy") * scale_y),
        )


def _place(cell: Cell) -> tuple[Place, ...]:
    return cell.tempat
