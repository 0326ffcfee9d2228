"""A photograph as a logo: shown and printed, without what the camera wrote into it."""

import base64
import shutil
import struct
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data import jpg
from sop_terbuka.data.catalog import load
from sop_terbuka.meaning.layanan import logo
from sop_terbuka.publish.papers.bitmap import as_dots
from sop_terbuka.publish.site import logos

GOOD = Path(__file__).parents[1] / "examples" / "dasar"
# 24 by 12 dots, blue and yellow.
PLAIN = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVt"
    "VkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA"
    "BQAG/8QAGBABAAMBAAAAAAAAAAAAAAAAAAZEgsH/xAAWAQEBAQAAAAAAAAAAAAAAAAADBQb/xAAcEQACAAcAAAAA"
    "AAAAAAAAAAAAAQIEBTM0gbH/2gAMAwEAAhEDEQA/AM+djFnHQR2MWcdPU8SPXUDL3UPJJjisf//Z"
)
SECRET = b"Exif\0\0 Jalan Rumah Saya 7"


def with_part(kind: int, content: bytes) -> bytes:
    head = struct.pack(">BBH", 0xFF, kind, len(content) + 2)
    return PLAIN[:2] + head + content + PLAIN[2:]


@pytest.mark.parametrize("kind", [0xE1, 0xE2, 0xED, 0xFE])
def test_what_a_camera_adds_is_left_out(kind: int) -> None:
    assert jpg.bare(with_part(kind, SECRET)) == PLAIN


def test_what_is_written_behind_the_picture_is_left_out() -> None:
    assert jpg.bare(PLAIN + SECRET) == PLAIN


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8\xff\xd9", PLAIN[:-2], PLAIN[2:], PLAIN[:200], b"\x89PNG", b"\xff\xd8\xff"],
)
def test_what_is_no_whole_picture_is_none(content: bytes) -> None:
    assert jpg.bare(content) is None


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    office = tmp_path / "sop_data" / "dinas-contoh"
    with (office / "instansi.yml").open("a", encoding="utf-8") as file:
        file.write("\nlogo: logo.jpg\n")
    return office


def test_a_photograph_is_published_bare_and_printed(data: Path) -> None:
    (data / "logo.jpg").write_bytes(with_part(0xE1, SECRET))
    assert main(["periksa"]) == 0
    catalog = load(Path("sop_data"), Path("forms"))
    assert logos(catalog) == {"dinas-contoh/logo.jpg": PLAIN}
    dots = as_dots(logo(catalog, catalog.instansi["dinas-contoh"]))
    assert dots
    assert (dots.lebar, dots.tinggi) == (480, 240)
    # It is drawn and not only given room.
    assert len(dots.isi) > 1000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PLAIN[:-2], "bukan gambar JPG yang utuh. Simpan ulang sebagai JPG."),
        (
            PLAIN.replace(struct.pack(">HH", 12, 24), struct.pack(">HH", 12, 4001), 1),
            "lebih dari 4000 titik lebar atau tingginya. Kecilkan dahulu.",
        ),
        (PLAIN[:-2] + b"x" * 200_000 + PLAIN[-2:], "lebih besar dari 200 KB. Kecilkan dahulu."),
    ],
)
def test_a_photograph_that_cannot_be_shown_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    (data / "logo.jpg").write_bytes(content)
    assert main(["periksa"]) == 1
    assert f'"logo.jpg" {said}' in capsys.readouterr().out
