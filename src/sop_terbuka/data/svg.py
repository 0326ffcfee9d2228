"""SVG drawings: whether one only draws, and whether screens and papers can show it."""

import re
import xml.etree.ElementTree as ET

_SPACE = "{http://www.w3.org/2000/svg}"
_NAMESPACE = re.compile(r"^\{[^}]*\}")
# What draws; a script, a link, a style sheet or another document inside would be published too.
_DRAWING = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "defs", "title", "desc", "use", "symbol", "clipPath", "mask", "linearGradient",
    "radialGradient", "stop", "pattern", "metadata",
})  # fmt: skip
# A backslash could hide any of the others.
_ELSEWHERE = re.compile(r"url\((?!\s*['\"]?#)|image-set|@import|javascript:|\\", re.IGNORECASE)
_INSTRUCTION = re.compile(rb"<\?(?!xml\s)")
_INSIDE = re.compile(r"url\(\s*['\"]?(#[^'\")]+)|^(#.+)$")
_LENGTH = re.compile(
    r"\s*(\+?[\d.]+(?:e[+-]?\d+)?)\s*(?:px|pt|pc|mm|cm|in|em|ex|%)?\s*", re.IGNORECASE
)
# What drawings of logos never need; programs that print give up above it, or take minutes.
_MOST_PARTS, _DEEPEST = 100_000, 100
_SMALLEST, _LARGEST = 0.01, 1_000_000
_NOT_SVG = "bukan gambar SVG. Simpan ulang sebagai SVG."


def unfit(content: bytes) -> str:
    """Why a file cannot be shown as a drawing; empty when it can."""
    # Entities are refused before the file is parsed at all.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return "memuat DOCTYPE. Simpan ulang sebagai SVG biasa."
    if _INSTRUCTION.search(content):
        return "memuat petunjuk bagi program lain. Simpan ulang sebagai SVG biasa."
    try:
        root = ET.fromstring(content.decode("utf-8-sig"))
    except (ET.ParseError, ValueError):
        return _NOT_SVG
    if root.tag != f"{_SPACE}svg":
        return _NOT_SVG
    for part in root.iter():
        tag = _bare(part.tag)
        if tag not in _DRAWING or any(_is_live(*pair) for pair in part.attrib.items()):
            return f"memuat bagian yang bukan gambar ({tag}). Simpan ulang sebagai SVG biasa."
    if not _has_size(root):
        return "tidak punya ukuran yang benar (width, height, viewBox). Simpan ulang sebagai SVG."
    return "terlalu rumit untuk dicetak. Sederhanakan gambarnya." if _is_too_much(root) else ""


def _has_size(root: ET.Element) -> bool:
    given = [root.attrib[name] for name in ("width", "height") if name in root.attrib]
    if box := root.get("viewBox"):
        parts = box.replace(",", " ").split()
        if len(parts) != 4:
            return False
        given += parts[2:]
    return all(map(_is_length, given))


def _is_length(text: str) -> bool:
    if not (found := _LENGTH.fullmatch(text)):
        return False
    try:
        return _SMALLEST <= float(found[1]) <= _LARGEST
    except ValueError:
        return False


def _is_too_much(root: ET.Element) -> bool:
    """Whether what is drawn, with all that is drawn again by its name, is endless or nearly so."""
    named = {f"#{part.attrib['id']}": part for part in root.iter() if "id" in part.attrib}
    waiting = [(root, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if count > _MOST_PARTS or depth > _DEEPEST:
            return True
        waiting += [(inner, depth + 1) for inner in part]
        for value in part.attrib.values():
            names = (one or other for one, other in _INSIDE.findall(value))
            waiting += [(named[name], depth + 1) for name in names if name in named]
    return False


def _is_live(key: str, value: str) -> bool:
    """Whether an attribute runs something or leads out of the picture."""
    name = _bare(key).lower()
    if name.startswith("on") or _ELSEWHERE.search(value):
        return True
    return name == "href" and not value.startswith("#")


def _bare(name: str) -> str:
    return _NAMESPACE.sub("", name)
