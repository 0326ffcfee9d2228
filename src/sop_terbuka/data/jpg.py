"""JPEG pictures without what a camera or an editor adds: place, time, device, small copies."""

import base64
import struct
from collections.abc import Iterator

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xDA
# What JFIF and Adobe say of the colours; every other application's part and comment goes.
_KEPT = frozenset({0xE0, 0xEE})
_ADDED = frozenset({*range(0xE0, 0xF0), 0xFE})
# A frame that common readers know: baseline, extended or progressive.
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
# Precision, height and width stand at the head of a frame.
_HEAD = struct.Struct(">BHH")


def is_jpg(name: str) -> bool:
    """Whether a file's name says that it is one."""
    return name.endswith((".jpg", ".jpeg"))


def bare(content: bytes) -> bytes | None:
    """The picture alone; None where it is no whole JPEG."""
    parts = list(_parts(content))
    if not parts or size(content) is None:
        return None
    kept = (part for kind, part in parts if kind not in _ADDED or kind in _KEPT)
    return _START + b"".join(kept)


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height in dots; None where no frame says them."""
    for kind, part in _parts(content):
        if kind in _FRAMES and len(part) >= 4 + _HEAD.size:
            _, tall, wide = _HEAD.unpack_from(part, 4)
            return (wide, tall) if wide and tall else None
    return None


def drawn(content: bytes) -> bytes:
    """The picture inside a drawing, for what reads no JPEG itself; of no size where it has none."""
    wide, tall = size(content) or (0, 0)
    inside = base64.b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}">'
        f'<image width="{wide}" height="{tall}" href="data:image/jpeg;base64,{inside}"/></svg>'
    ).encode()


def _parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each part behind the start with its kind, the last with all that is drawn; none if broken."""
    found: list[tuple[int, bytes]] = []
    end = content.rfind(_END)
    if not content.startswith(_START) or end < 0:
        return
    place = len(_START)
    while place + 4 <= end and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == _SCAN:
            # What an editor writes behind the end is not the picture's.
            found.append((kind, content[place : end + len(_END)]))
            yield from found
            return
        length = struct.unpack_from(">H", content, place + 2)[0]
        found.append((kind, content[place : place + 2 + length]))
        place += 2 + length
