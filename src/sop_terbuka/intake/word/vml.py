"""Shapes in VML, the older drawing language that Word still keeps in many files."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from ..drawing import Box, Line, Point, Shape, Words
from ..grid import Cell, spaced
from ..reading import Kind

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

V = "{urn:schemas-microsoft-com:vml}"
_TYPES: dict[str, Kind] = {
    "109": "proses", "110": "keputusan", "4": "keputusan", "116": "terminator",
    "112": "proses", "176": "terminator", "114": "dokumen", "115": "dokumen",
    "120": "penghubung", "177": "penghubung", "15": "penghubung", "111": "proses",
    "1": "proses", "2": "proses", "3": "terminator",
}  # fmt: skip
_LINES = frozenset({"20", "32", "33", "34", "35", "36", "37", "38", "39", "40"})
_TEXT_BOX = "202"
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "pc": 12.0}


@dataclass
class Found:
    """What one VML picture holds."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    pictures: int = 0


def read(pict: "Element", corner: Point, cell: Cell, count: int) -> Found:
    """The shapes of one picture; `corner` is its cell's corner, `count` makes ids unique."""
    found = Found()
    for child in pict:
        _take(child, corner, (1.0, 1.0), cell, found, count)
    return found


def _take(
    element: "Element", origin: Point, scale: Point, cell: Cell, found: Found, count: int
) -> None:
    if not isinstance(element.tag, str) or not element.tag.startswith(V):
        return
    name = element.tag.removeprefix(V)
    style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", str(element.get("style") or "")))
    if name == "line":
        path = (_point(element, "from", origin), _point(element, "to", origin))
        found.lines.append(Line(path, *("", ""), *_heads(element), cell.tempat))
        return
    if name not in ("group", "rect", "roundrect", "oval", "shape"):
        return
    box = _box(style, origin, scale)
    if name == "group":
        left, top = _pair(element, "coordorigin", (0, 0))
        wide, high = _pair(element, "coordsize", (1000, 1000))
        ratio = ((box[2] - box[0]) / (wide or 1), (box[3] - box[1]) / (high or 1))
        inner = (box[0] - left * ratio[0], box[1] - top * ratio[1])
        for child in element:
            _take(child, inner, ratio, cell, found, count)
        return
    text = spaced(" ".join(t.text or "" for t in element.iter(qn("w:t"))))
    kind = str(element.get("type") or "").rpartition("_t")[2]
    if kind in _LINES:
        path = _diagonal(box, style)
        found.lines.append(Line(path, "", "", *_heads(element), cell.tempat))
    elif kind == _TEXT_BOX or (name == "rect" and element.get("stroked") in ("f", "false")):
        if text:
            found.words.append(Words(text, box, cell.tempat))
    elif element.find(f"{V}imagedata") is not None:
        found.pictures += 1
    else:
        plain: dict[str, Kind] = {"oval": "terminator", "rect": "proses", "roundrect": "proses"}
        jenis = plain.get(name) or _TYPES.get(kind)
        if jenis is not None:
            key = f"v{count + len(found.shapes)}"
            found.shapes.append(Shape(key, jenis, box, text, cell.tempat))
        elif text:
            found.words.append(Words(text, box, cell.tempat))


def _diagonal(box: Box, style: dict[str, str]) -> tuple[Point, Point]:
    flip = style.get("flip", "")
    x0, x1 = (box[2], box[0]) if "x" in flip else (box[0], box[2])
    y0, y1 = (box[3], box[1]) if "y" in flip else (box[1], box[3])
    return (x0, y0), (x1, y1)


def _heads(element: "Element") -> tuple[bool, bool]:
    stroke = element.find(f"{V}stroke")
    if stroke is None:
        return False, False
    return tuple(  # type: ignore[return-value]
        str(stroke.get(side) or "none") != "none" for side in ("startarrow", "endarrow")
    )


def _box(style: dict[str, str], origin: Point, scale: Point) -> Box:
    left = _length(style.get("margin-left") or style.get("left"), scale[0])
    top = _length(style.get("margin-top") or style.get("top"), scale[1])
    x, y = origin[0] + left, origin[1] + top
    return (
        x,
        y,
        x + _length(style.get("width"), scale[0]),
        y + _length(style.get("height"), scale[1]),
    )


def _length(text: str | None, scale: float) -> float:
    match = re.match(r"\s*(-?[\d.]+)\s*(\w*)", text or "")
    if not match:
        return 0.0
    unit = match[2].lower()
    return float(match[1]) * _UNITS.get(unit, scale)


def _pair(element: "Element", name: str, default: Point) -> Point:
    parts = re.findall(r"-?[\d.]+", str(element.get(name) or ""))
    return (float(parts[0]), float(parts[1])) if len(parts) == 2 else default


def _point(element: "Element", name: str, origin: Point) -> Point:
    x, _, y = str(element.get(name) or "").partition(",")
    return origin[0] + _length(x, 1.0), origin[1] + _length(y, 1.0)
