"""Papers set with Typst: words stay words, bytes depend on them alone, heads of rows are heads."""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pikepdf
import pypdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name

from sop_terbuka.publish.papers import typeset as setter
from sop_terbuka.publish.papers.typeset import places, typeset
from tests.tagged import check_names, check_ownership, elements, whole

_NARROW = """
#import "/dasar.typ": *
#show: dokumen.with("Uji")
#set page(width: 60mm, height: 60mm, margin: 5mm)
#patah(50mm, isi.kata)
"""
_NESTED = """
#import "/dasar.typ": *
#show: dokumen.with("Uji")
#set page(width: 160mm, height: 60mm, margin: 5mm)
#show: patah.with(150mm, huruf-terbesar: 8pt)
#block(width: 39mm, { show: patah.with(39mm, huruf-terbesar: 8pt); isi.kata })
"""
_TEMPLATE = """
#import "/dasar.typ": *
#show: dokumen.with(isi.judul)
= Isi
#let nama = if "tebal" in isi { strong(isi.nama) } else { isi.nama }
#table(columns: 2, kepala(strong[Nama]), nama, kepala[Kota], [Wanasari])
#metadata(isi.nama)<nama>
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A template in a place of its own, with the shared one and our fonts beside it."""
    room = tmp_path_factory.mktemp("kertas")
    (room / "uji.typ").write_text(_TEMPLATE)
    (room / "patah.typ").write_text(_NARROW)
    (room / "sarang.typ").write_text(_NESTED)
    (room / "rahasia.typ").write_text('#read("/../rahasia.txt")')
    (room.parent / "rahasia.txt").write_text("rahasia")
    for name in ("dasar.typ", "fonts"):
        (room / name).symlink_to(setter.ROOT / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(setter, "ROOT", room)
        yield "uji.typ"


def _text(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(made)).pages)


@pytest.mark.parametrize(
    "words",
    ['#read("/etc/hostname")', "$x$ *a* _b_ <nama> @c", "\\u{41} // tetap", "= Judul", "a`b`"],
)
def test_words_are_never_code(template: str, words: str) -> None:
    assert words in _text(typeset(template, {"judul": "Uji", "nama": words}))


def test_a_letter_that_no_font_of_ours_has_is_shown_as_missing(template: str) -> None:
    text = _text(
        typeset(template, {"judul": "Uji \U0001f600", "nama": "Siti \u4e2d\u6587 \x01 Aminah"})
    )
    assert "Siti [?][?] [?] Aminah" in text


def test_signs_of_official_texts_are_printed(template: str) -> None:
    signs = "nilai \u2265 80, a \u2192 b, \u2193 \u27a4 \u2605 \u2713 \u2610"
    made = typeset(template, {"judul": "Uji", "nama": signs, "tebal": True})
    assert signs in _text(made)


def test_the_same_words_give_the_same_bytes_without_a_time(template: str) -> None:
    words = {"judul": "Uji", "nama": "Siti"}
    made = typeset(template, words)
    assert made == typeset(template, words)
    assert made != typeset(template, words | {"nama": "Budi"})
    with pikepdf.open(BytesIO(made)) as pdf:
        check_names(pdf, "Uji")
        check_ownership(pdf)


def test_the_head_of_a_row_is_one_for_those_who_hear_the_table(template: str) -> None:
    with pikepdf.open(BytesIO(typeset(template, {"judul": "Uji", "nama": "Siti"}))) as pdf:
        cells = [e for e in elements(whole(pdf)) if e.S in (Name.TH, Name.TD)]
        assert [str(cell.S) for cell in cells] == ["/TH", "/TD", "/TH", "/TD"]
        heads = cells[::2]
        assert [str(head.A.Scope) for head in heads] == ["/Row", "/Row"]
        assert [[str(name) for name in cell.A.Headers] for cell in cells[1::2]] == [
            [str(head.ID)] for head in heads
        ]


def test_a_template_can_tell_where_things_are(template: str) -> None:
    assert places(template, {"judul": "Uji", "nama": "Siti"}, "<nama>") == ["Siti"]


def test_a_template_reads_nothing_outside_the_papers(template: str) -> None:
    with pytest.raises(typst.TypstError):
        typeset("rahasia.typ", {})


def test_a_word_wider_than_its_room_breaks_and_no_other_does(template: str) -> None:
    long, short = "x" * 120, "penyelenggaraan"
    made = typeset("patah.typ", {"kata": f"{long} {short} {short}"})
    with pdfplumber.open(BytesIO(made)) as pdf:
        (page,) = pdf.pages
        assert max(char["x1"] for char in page.chars) <= page.width
        words = [word["text"] for word in page.extract_words()]
    assert "".join(words[:-2]) == long
    assert words[-2:] == [short, short]


def test_a_narrow_room_within_a_wide_one_breaks_words_at_their_soft_hyphens(template: str) -> None:
    made = typeset(
        "sarang.typ", {"kata": "mem\u00adper\u00adtang\u00adgung\u00adja\u00adwab\u00adkan" * 2}
    )
    with pdfplumber.open(BytesIO(made)) as pdf:
        assert max(char["x1"] for char in pdf.pages[0].chars) <= 44 * 72 / 25.4
        lines = pdf.pages[0].extract_text().splitlines()
    assert all(line.endswith(("-", "\u00ad")) for line in lines[:-1])
    assert re.sub(r"[-\u00ad\n]", "", "".join(lines)) == "mempertanggungjawabkan" * 2


@given(words=st.text(max_size=40))
def test_any_text_makes_a_paper(template: str, words: str) -> None:
    assert typeset(template, {"judul": "Uji", "nama": words}).startswith(b"%PDF")
