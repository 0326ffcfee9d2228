"""PNG pictures: whether all that one promises is there, before anything unpacks it."""

import struct
import zlib
from collections.abc import Iterator

_START = b"\x89PNG\r\n\x1a\n"
# Length, kind and checksum around the content of each part.
_FRAME = 12
_HEAD = struct.Struct(">IIBBBBB")
# The values of a dot by its kind of colour, and how many bits each may have.
_COLOURS = {
    0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)),
    6: (4, (8, 16)),
}  # fmt: skip
# Where the dots of each pass of an interlaced picture start, and how far they are apart.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
           (0, 1, 1, 2))  # fmt: skip
# How a line may be told from the one above.
_LAST_FILTER = 4
# More than any print shows; unpacked, a small file could be larger than any memory.
MOST_DOTS = 4000


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height in dots; None where the file does not start as a PNG does."""
    parts = dict(reversed(list(_parts(content))))
    head = parts.get(b"IHDR", b"")
    return _HEAD.unpack(head)[:2] if len(head) == _HEAD.size else None


def is_whole(content: bytes) -> bool:
    """Whether a file is a PNG of no more than the most dots, and each of them is there."""
    parts = list(_parts(content))
    kinds = [kind for kind, _ in parts]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or len(parts[0][1]) != _HEAD.size:
        return False
    wide, tall, bits, colour, packing, filtering, interlaced = _HEAD.unpack(parts[0][1])
    values, allowed = _COLOURS.get(colour, (0, ()))
    if bits not in allowed or packing or filtering or interlaced > 1:
        return False
    if not (0 < wide <= MOST_DOTS and 0 < tall <= MOST_DOTS):
        return False
    if values == 1 and colour and b"PLTE" not in kinds:
        return False
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    lines = [(-(-(wide - x) // dx) * values * bits + 7) // 8 + 1
             for x, y, dx, dy in passes if x < wide for _ in range(y, tall, dy)]  # fmt: skip
    unpacker = zlib.decompressobj()
    try:
        dots = unpacker.decompress(b"".join(p for k, p in parts if k == b"IDAT"), sum(lines) + 1)
    except zlib.error:
        return False
    if len(dots) < sum(lines):
        return False
    place = 0
    for line in lines:
        if dots[place] > _LAST_FILTER:
            return False
        place += line
    return True


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and content of each part up to the end or to the first that is harmed."""
    place = len(_START)
    kind = b""
    while content.startswith(_START) and place + _FRAME <= len(content) and kind != b"IEND":
        (length,) = struct.unpack(">I", content[place : place + 4])
        chunk = content[place + 4 : place + 8 + length]
        seal = content[place + 8 + length : place + _FRAME + length]
        if seal != struct.pack(">I", zlib.crc32(chunk)):
            return
        kind = chunk[:4]
        yield kind, chunk[4:]
        place += _FRAME + length
