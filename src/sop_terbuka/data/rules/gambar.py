"""Rules about pictures beside the data: what is published must be a picture and nothing else."""

import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator

from .. import jpg
from ..draft import MAX_PICTURE, Draft
from .rule import Breach

_PNG = b"\x89PNG\r\n\x1a\n"
# Length, kind and checksum around the content of each part of a PNG.
_FRAME = 12
_NAMESPACE = re.compile(r"^\{[^}]*\}")
# What draws; a script, a link, a style sheet or another document inside would be published too.
_DRAWING = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "defs", "title", "desc", "use", "symbol", "clipPath", "mask", "linearGradient",
    "radialGradient", "stop", "pattern", "metadata",
})  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:", re.IGNORECASE)


def logo_is_a_picture(draft: Draft) -> Iterator[Breach]:
    """The logo of an office lies beside its data, and is a picture."""
    for office in draft.instansi.values():
        name = office.record.logo
        if not name:
            continue
        content = draft.gambar.get(f"{office.record.id}/{name}")
        if content is None:
            yield Breach(
                office, ("logo",), f'"{name}" tidak ada di samping instansi.yml. Simpan di sana.'
            )
        elif reason := _unfit(name, content):
            yield Breach(office, ("logo",), f'"{name}" {reason}')


def _unfit(name: str, content: bytes) -> str:
    """Why a file cannot be shown as a picture; empty when it can."""
    if len(content) > MAX_PICTURE:
        return "lebih besar dari 200 KB. Kecilkan dahulu."
    if name.endswith(".png"):
        return "" if _is_png(content) else "bukan gambar PNG. Simpan ulang sebagai PNG."
    if jpg.is_jpg(name):
        return "" if jpg.bare(content) else "bukan gambar JPG yang utuh. Simpan ulang sebagai JPG."
    # Entities are refused before the file is parsed at all.
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return "memuat DOCTYPE. Simpan ulang sebagai SVG biasa."
    try:
        root = ET.fromstring(content)
    except ET.ParseError:
        return "bukan gambar SVG. Simpan ulang sebagai SVG."
    if _bare(root.tag) != "svg":
        return "bukan gambar SVG. Simpan ulang sebagai SVG."
    for part in root.iter():
        tag = _bare(part.tag)
        if tag not in _DRAWING or any(_is_live(*pair) for pair in part.attrib.items()):
            return f"memuat bagian yang bukan gambar ({tag}). Simpan ulang sebagai SVG biasa."
    return ""


def _is_png(content: bytes) -> bool:
    """Whether a file is a whole PNG: what is cut off or harmed could not be put on paper."""
    if not content.startswith(_PNG):
        return False
    place = len(_PNG)
    kinds: list[bytes] = []
    while place + _FRAME <= len(content) and kinds[-1:] != [b"IEND"]:
        (length,) = struct.unpack(">I", content[place : place + 4])
        chunk = content[place + 4 : place + 8 + length]
        seal = content[place + 8 + length : place + _FRAME + length]
        if seal != struct.pack(">I", zlib.crc32(chunk)):
            return False
        kinds.append(chunk[:4])
        place += _FRAME + length
    return kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]


def _is_live(key: str, value: str) -> bool:
    """Whether an attribute runs something or leads out of the picture."""
    name = _bare(key).lower()
    if name.startswith("on") or _ELSEWHERE.search(value):
        return True
    return name == "href" and not value.startswith("#")


def _bare(name: str) -> str:
    return _NAMESPACE.sub("", name)
