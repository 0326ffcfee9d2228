"""The blank documents of the forms: what they print, and how it is read aloud."""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pikepdf
import pypdf
import pytest
from pikepdf import Dictionary, Name

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model.formulir import Formulir, Isian
from sop_terbuka.publish.papers.forms import content
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
from tests.blank import (
    FORMS,
    SITE,
    docx_bytes,
    docx_text,
    elements,
    opened,
    pdf_bytes,
    pdf_text,
    real,
)
from tests.document_text import squashed
from tests.elsewhere import made_elsewhere
from tests.tagged import check_ownership

# That of the fields, and those of the words.
OUR_FONTS = {"NotoSans", "NotoSans-Regular", "NotoSans-Bold"}


@pytest.mark.parametrize("form_id", FORMS)
def test_the_document_is_tagged_and_named(form_id: str) -> None:
    data = pdf_bytes(form_id)
    form = real().formulir[form_id]
    with opened(form_id) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "id"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert pdf.Root.MarkInfo.Marked is True
        assert str(pdf.docinfo.Title) == form.judul
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == form.judul
        assert "/CreationDate" not in pdf.docinfo
        for page in pdf.pages:
            left, bottom, right, top = (float(side) for side in page.mediabox)
            assert (right - left, top - bottom) == pytest.approx((595.28, 841.89), abs=0.01)
    assert len(data) <= 80_000


def unmarked(page: pikepdf.Page) -> list[str]:
    """What a page draws that no element of the tree owns and that is not called decoration."""
    found, depth = [], 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif name in ("Tj", "TJ", "'", '"', "Do", "sh", "BI") and depth == 0:
            found.append(f"{operands} {name}")
    assert depth == 0
    return found


@pytest.mark.parametrize("form_id", FORMS)
def test_everything_drawn_is_tagged_or_decoration(form_id: str) -> None:
    with opened(form_id) as pdf:
        for page in pdf.pages:
            assert unmarked(page) == []


@pytest.mark.parametrize("form_id", FORMS)
def test_the_tree_is_one_that_readers_can_follow(form_id: str) -> None:
    with opened(form_id) as pdf:
        last = 0
        for element in elements(pdf):
            kind = str(element.S)
            if level := re.fullmatch(r"/H(\d)", kind):
                # No level of headings is left out.
                assert int(level[1]) <= last + 1
                last = int(level[1])
            if kind == "/TH":
                assert str(element.A.Scope) in ("/Column", "/Row")
            if kind in ("/TD", "/TH"):
                assert element.P.S == Name.TR
            if kind == "/LI":
                assert element.P.S == Name.L
        assert last


@pytest.mark.parametrize("form_id", FORMS)
def test_the_tree_and_the_page_name_each_other(form_id: str) -> None:
    with opened(form_id) as pdf:
        check_ownership(pdf)
        flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}
        for page in pdf.pages:
            for widget in page.obj.get("/Annots", []):
                owner = owners[int(widget.StructParent)]
                assert (owner.S, owner.K.Obj.objgen) == (Name.Form, widget.objgen)
                # Nothing of the layout's link is left.
                assert not {"/A", "/Contents"} & set(widget.keys())
        assert not [e for e in elements(pdf) if e.S in (Name.Link, Name.Div, Name.Quote)]


def test_what_one_can_choose_from_is_a_list() -> None:
    with opened("pendaftaran-ak1") as pdf:
        fields_in_items = [e for e in elements(pdf) if Name.Form == e.S and Name.LBody == e.P.S]
        lists = {e.P.P.P.objgen: e.P.P.P for e in fields_in_items}
        sizes = [len(e.K) for e in lists.values()]
    form = real().formulir["pendaftaran-ak1"]
    choices = [len(isian.pilihan) for isian in form.isian if isian.jenis.is_choice]
    assert sizes == [*choices, len(form.lampiran)]


def test_words_without_end_stay_in_their_boxes(catalog: Catalog) -> None:
    word = "x" * 200
    form = catalog.formulir["pendaftaran-ak1"]

    def endless(isian: Isian) -> Isian:
        options = [option.model_copy(update={"label": word}) for option in isian.pilihan]
        columns = [column.model_copy(update={"label": word}) for column in isian.kolom]
        return isian.model_copy(
            update={"label": word, "bantuan": word, "pilihan": options, "kolom": columns}
        )

    parts = [
        part.model_copy(update={"judul": word, "isian": [*map(endless, part.isian)]})
        for part in form.bagian
    ]
    signs = [sign.model_copy(update={"sebagai": word}) for sign in form.tanda_tangan] * 2
    signs = [sign.model_copy(update={"id": f"t{n}"}) for n, sign in enumerate(signs)]
    data = blank_pdf(
        catalog,
        form.model_copy(
            update={"judul": word, "pengantar": word, "bagian": parts, "tanda_tangan": signs}
        ),
    )
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert pdf_text(data).count(word) >= len(list(form.isian))
        for page in pdf.pages:
            assert max(char["x1"] for char in page.chars) <= page.width - 56
            for box in page.annots:
                inside = [
                    char
                    for char in page.chars
                    if box["x0"] + 1 < char["x1"] and char["x0"] < box["x1"] - 1
                    and box["top"] + 1 < char["bottom"] and char["top"] < box["bottom"] - 1
                ]  # fmt: skip
                assert inside == []


@pytest.mark.parametrize("form_id", FORMS)
def test_only_our_fonts_are_in_the_document(form_id: str) -> None:
    with opened(form_id) as pdf:
        names = {
            str(item.FontName).lstrip("/").split("+")[-1]
            for item in pdf.objects
            if isinstance(item, Dictionary) and item.get("/Type") == Name.FontDescriptor
        }
    assert names <= OUR_FONTS


@pytest.mark.parametrize("form_id", FORMS)
def test_everything_asked_is_printed(form_id: str) -> None:
    form = real().formulir[form_id]
    printed, written = pdf_text(pdf_bytes(form_id)), docx_text(docx_bytes(form_id))
    for text in words_of(form):
        assert squashed(text).lower() in printed.lower()
        assert squashed(text) in written


def words_of(form: Formulir) -> Iterator[str]:
    yield from (form.judul, form.pengantar, *form.catatan, *form.pernyataan)
    yield from (f"{SITE}formulir/{form.id}/",)
    for office in form.ditujukan_kepada:
        yield from (word for word in (office.kepada, office.lewat) if word)
    for bagian in form.bagian:
        yield from (bagian.judul, bagian.bantuan or "")
    for isian in form.isian:
        yield from (isian.label, content.mark(isian), content.hint(form, isian))
        yield from (item.label for item in (*isian.pilihan, *isian.kolom))
    for lampiran in form.lampiran:
        yield from (lampiran.label, content.condition(form, lampiran), lampiran.bantuan or "")
    yield from (sign.sebagai for sign in form.tanda_tangan)


@pytest.mark.parametrize("form_id", FORMS)
def test_reasons_stay_on_the_site(form_id: str) -> None:
    form = real().formulir[form_id]
    said = squashed(" ".join(words_of(form)))
    printed = pdf_text(pdf_bytes(form_id))
    for isian in form.isian:
        if isian.alasan and squashed(isian.alasan) not in said:
            assert squashed(isian.alasan) not in printed


@pytest.mark.parametrize("form_id", FORMS)
def test_an_unofficial_form_says_so_on_every_page(form_id: str) -> None:
    is_official = real().formulir[form_id].resmi == "ya"
    for page in pypdf.PdfReader(BytesIO(pdf_bytes(form_id))).pages:
        assert (squashed(content.UNOFFICIAL) in squashed(page.extract_text())) != is_official


def test_hostile_words_are_printed_as_typed(catalog: Catalog) -> None:
    words = '{{ 7*7 }} <script>alert(1)</script> ](javascript:x) | & "kutip" {% raw %}'
    form = catalog.formulir["pendaftaran-ak1"]
    isian = form.bagian[0].isian[0].model_copy(update={"label": words, "bantuan": words})
    bagian = form.bagian[0].model_copy(update={"isian": [isian, *form.bagian[0].isian[1:]]})
    hostile = form.model_copy(update={"judul": words, "bagian": [bagian, *form.bagian[1:]]})
    data = blank_pdf(catalog, hostile)
    assert pdf_text(data).count(squashed(words)) >= 3
    assert str(pikepdf.open(BytesIO(data)).docinfo.Title) == words
    assert docx_text(blank_docx(catalog, hostile)).count(squashed(words)) >= 3


def test_without_a_site_address_the_place_is_named_in_words(catalog: Catalog) -> None:
    data = blank_pdf(catalog, catalog.formulir["pengaduan"])
    assert "halamanformulir/pengaduan/disituslayanandinas" in pdf_text(data)


def test_bytes_are_the_same_in_another_process() -> None:
    code = f"""
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
form = catalog.formulir["permohonan-mediasi"]
made = b"".join(make(catalog, form, "{SITE}") for make in (blank_pdf, blank_docx))
"""
    here = [pdf_bytes("permohonan-mediasi"), docx_bytes("permohonan-mediasi")]
    assert made_elsewhere(code) == b"".join(here)
