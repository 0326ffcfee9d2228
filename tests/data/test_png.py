"""PNG pictures: whole ones of every kind are taken, harmed and endless ones are not."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from sop_terbuka.data import png

START = b"\x89PNG\r\n\x1a\n"


def part(kind: bytes, content: bytes) -> bytes:
    seal = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", seal)


def picture(
    dots: bytes, wide: int = 3, tall: int = 2, bits: int = 8, colour: int = 0, interlaced: int = 0
) -> bytes:
    head = struct.pack(">IIBBBBB", wide, tall, bits, colour, 0, 0, interlaced)
    return START + part(b"IHDR", head) + part(b"IDAT", zlib.compress(dots)) + part(b"IEND", b"")


WHOLE = picture(b"\0abc\0def")
# Each of the passes of 3 x 2 dots that has any: the first dot, then one and two beside and below.
INTERLACED = picture(b"\0a\0b\0c\0def", interlaced=1)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_what_a_program_saves_is_whole(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (61, 37)).save(made, "PNG")
    assert png.is_whole(made.getvalue())
    assert png.size(made.getvalue()) == (61, 37)


@pytest.mark.parametrize("content", [WHOLE, INTERLACED, WHOLE + b"behind the end"])
def test_a_picture_with_all_its_dots_is_whole(content: bytes) -> None:
    with Image.open(BytesIO(content)) as shown:
        shown.load()
    assert png.is_whole(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        WHOLE[:-4],
        WHOLE.replace(b"IDAT", b"IDOT"),
        START + part(b"IHDR", b"abc") + part(b"IEND", b""),
        START + part(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)) + part(b"IEND", b""),
        WHOLE.replace(part(b"IDAT", zlib.compress(b"\0abc\0def")), part(b"IDAT", b"no dots")),
        picture(b"\0abc\0de"),
        picture(b"\0abc\5def"),
        picture(b"\0abc\0def", wide=0),
        picture(b"\0abc\0def", bits=3),
        picture(b"\0abc\0def", colour=3),
        picture(b"\0abc\0def", colour=5),
        picture(b"\0abc\0def", interlaced=1),
        picture(b"", wide=60_000, tall=60_000),
    ],
)
def test_what_no_paper_could_show_is_not_whole(content: bytes) -> None:
    assert not png.is_whole(content)


def test_the_size_of_what_is_too_large_is_known_without_unpacking_it() -> None:
    assert png.size(picture(b"", wide=60_000, tall=50_000)) == (60_000, 50_000)
    assert png.size(b"GIF89a") is None
