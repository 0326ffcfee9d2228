"""SVG drawings: what only draws is taken, what leads elsewhere or never ends is not."""

import pytest

from sop_terbuka.data import svg

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
BOX = 'viewBox="0 0 9 9"'


def drawing(inner: str = '<rect width="9" height="9"/>', around: str = BOX) -> bytes:
    return f"<svg {SPACE} {around}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "content",
    [
        drawing(),
        b"\xef\xbb\xbf" + drawing(),
        b'<?xml version="1.0" encoding="UTF-8"?>' + drawing(),
        drawing(around='width="12.5mm" height="1e1" viewBox="0,0 9 9"'),
        drawing(around=""),
        drawing('<g id="a"><rect/></g><use href="#a"/><rect fill="url( \'#a\' )"/>'),
        drawing('<rect style="fill:#fff;stroke:rgb(0,0,0)" transform="matrix(1 0 0 1 0 0)"/>'),
    ],
)
def test_a_drawing_is_taken(content: bytes) -> None:
    assert svg.unfit(content) == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (drawing("<script/>"), "(script)"),
        (drawing("<style/>"), "(style)"),
        (drawing('<image href="#a"/>'), "(image)"),
        (drawing('<rect onclick="x()"/>'), "(rect)"),
        (drawing('<use href="file:///etc/passwd#a"/>'), "(use)"),
        (drawing('<rect fill="url(http://x.example/#a)"/>'), "(rect)"),
        (drawing('<rect style="fill:u\\72l(http://x.example/#a)"/>'), "(rect)"),
        (drawing(around=f"{BOX} style=\"background:image-set('//x.example/a' 1x)\""), "(svg)"),
        (b"<!DOCTYPE svg>" + drawing(), "DOCTYPE"),
        (b'<?xml-stylesheet href="http://x.example/a.css"?>' + drawing(), "program lain"),
        (b'<svg viewBox="0 0 9 9"/>', "bukan gambar SVG"),
        (drawing().decode().encode("utf-16"), "bukan gambar SVG"),
        (drawing("<title>caf\u00e9</title>").decode().encode("latin-1"), "bukan gambar SVG"),
        (b"<svg", "bukan gambar SVG"),
        (drawing(around='width="-5" height="9"'), "ukuran"),
        (drawing(around='width="0" height="9"'), "ukuran"),
        (drawing(around='width="1..2" height="9"'), "ukuran"),
        (drawing(around='width="9e99" height="9"'), "ukuran"),
        (drawing(around='viewBox="0 0 9"'), "ukuran"),
        (drawing(around='viewBox="0 0 9 0"'), "ukuran"),
        (drawing("<g>" * 200 + "</g>" * 200), "rumit"),
        (drawing('<g id="a"><use href="#a"/></g>'), "rumit"),
    ],
)
def test_what_cannot_be_shown_or_leads_elsewhere_is_named(content: bytes, reason: str) -> None:
    assert reason in svg.unfit(content)


@pytest.mark.parametrize("again", ['<use href="#a{}"/>', '<rect fill="url(#a{})"/>'])
def test_few_words_that_draw_without_end_are_refused(again: str) -> None:
    parts = (f'<g id="a{n}">{again.format(n - 1) * 10}</g>' for n in range(1, 10))
    content = drawing(f'<g id="a0"/>{"".join(parts)}{again.format(9)}')
    assert len(content) < 3000
    assert "rumit" in svg.unfit(content)
