"""The fields of the blank PDFs: a contract for whoever fills them, by hand or by program."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pikepdf import Name

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.problem import SopTerbukaError
from sop_terbuka.publish.papers.forms.naming import Field, fields
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from tests.blank import (
    FORMS,
    in_structure,
    opened,
    pdf_bytes,
    real,
    terminal,
    widgets,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "blanko"
REQUIRED, MULTI_LINE, RADIO, COMB = 1 << 1, 1 << 12, 1 << 15, 1 << 24


@pytest.mark.parametrize("form_id", FORMS)
def test_names_are_the_contract_and_unique(form_id: str) -> None:
    expected = [field.name for field in fields(real().formulir[form_id])]
    with opened(form_id) as pdf:
        assert sorted(name for name, _ in terminal(pdf)) == sorted(expected)
    assert len(set(expected)) == len(expected)
    # A name that is also the first part of another has no place in a PDF's tree.
    for one, two in combinations(expected, 2):
        assert not one.startswith(f"{two}.")
        assert not two.startswith(f"{one}.")


@pytest.mark.parametrize("form_id", FORMS)
def test_every_field_says_what_it_is(form_id: str) -> None:
    known = {field.name: field for field in fields(real().formulir[form_id])}
    with opened(form_id) as pdf:
        for name, node in terminal(pdf):
            field, flags = known[name], int(node.get("/Ff", 0))
            assert str(node.TU) == field.tooltip != ""
            assert bool(flags & REQUIRED) == field.is_required
            assert bool(flags & MULTI_LINE) == (field.kind == "paragraf")
            assert bool(flags & COMB) == bool(field.comb)
            assert (Name.Btn if field.kind in ("centang", "radio") else Name.Tx) == node.FT
            assert node.get("/MaxLen") == field.max_length
            for widget in widgets(node):
                assert widget.F == 4
                assert_drawn(widget, field)


def assert_drawn(widget: pikepdf.Object, field: Field) -> None:
    drawn = widget.AP.N
    if field.kind in ("teks", "paragraf"):
        assert "/NotoSans" in drawn.Resources.Font
        return
    values = {option for option, _ in field.options} or {"ya"}
    states = {key.lstrip("/") for key in drawn}
    assert "Off" in states
    assert len(states) == 2
    assert states - {"Off"} <= values
    assert Name.Off == widget.AS


@pytest.mark.parametrize("form_id", FORMS)
def test_tab_order_is_the_reading_order(form_id: str) -> None:
    with opened(form_id) as pdf:
        named = dict(terminal(pdf))
        order = [
            widget.objgen
            for field in fields(real().formulir[form_id])
            for widget in widgets(named[field.name])
        ]
        assert [widget.objgen for widget in in_structure(pdf)] == order
        assert {page.obj.Tabs for page in pdf.pages} == {Name.S}
        by_page = [widget.objgen for page in pdf.pages for widget in page.obj.get("/Annots", [])
                   if widget.Subtype == Name.Widget]  # fmt: skip
        assert by_page == order


@pytest.mark.parametrize("form_id", FORMS)
def test_fields_have_room_and_do_not_touch(form_id: str) -> None:
    known = {field.name: field for field in fields(real().formulir[form_id])}
    with opened(form_id) as pdf:
        kinds = {w.objgen: known[name].kind for name, node in terminal(pdf) for w in widgets(node)}
        for page in pdf.pages:
            boxes = [([float(side) for side in widget.Rect], kinds[widget.objgen])
                     for widget in page.obj.get("/Annots", [])]  # fmt: skip
            for (left, bottom, right, top), kind in boxes:
                assert 0 < left < right < 596
                assert 0 < bottom < top < 842
                assert top - bottom >= (9 if kind in ("centang", "radio") else 14)
            for (one, _), (two, _) in combinations(boxes, 2):
                apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
                assert apart


@pytest.mark.parametrize("form_id", ["pendaftaran-ak1", "permohonan-mediasi"])
def test_fields_of_a_form_are_as_agreed(form_id: str) -> None:
    lines = []
    for field in fields(real().formulir[form_id]):
        limit = f" <= {field.max_length}" if field.max_length else ""
        comb = f" petak {field.comb}" if field.comb else ""
        options = f" [{', '.join(option for option, _ in field.options)}]" if field.options else ""
        required = " wajib" if field.is_required else ""
        kind = f"{field.kind}{required}{limit}{comb}{options}"
        lines.append(f"{field.name}: {kind} | {field.tooltip}")
    assert "\n".join(lines) + "\n" == (GOLDEN / f"{form_id}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("form_id", FORMS)
def test_a_program_that_writes_one_field_writes_no_other(form_id: str) -> None:
    with opened(form_id) as pdf:
        texts = [
            widget for _, node in terminal(pdf) if Name.Tx == node.FT for widget in widgets(node)
        ]
        streams = [widget.AP.N.objgen for widget in texts]
        assert len(set(streams)) == len(streams)
        # Fitted to the whole field, a digit in a cell of its own becomes too small to read.
        assert all("/NotoSans 11 Tf" in str(widget.DA) for widget in texts if "/MaxLen" in widget
                   and int(widget.get("/Ff", 0)) & COMB)  # fmt: skip
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Form:
                assert item.read_bytes() != b""


def test_a_filled_field_is_drawn_in_its_place_and_nowhere_else() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf_bytes("pendaftaran-ak1")))
    writer.update_page_form_field_values(None, {"email": "satu@contoh.id"}, auto_regenerate=False)
    drawn = [
        widget.get_object()
        for page in writer.pages
        for widget in page["/Annots"]
        if b"satu@contoh.id" in _appearance(widget.get_object())
    ]
    assert [str(widget["/T"]) for widget in drawn] == ["email"]


def _appearance(widget: pypdf.generic.DictionaryObject) -> bytes:
    stream = widget["/AP"]["/N"]
    return stream.get_data() if isinstance(stream, pypdf.generic.StreamObject) else b""


def test_answers_set_by_another_program_read_back() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf_bytes("pendaftaran-ak1")))
    answers = {
        "nik": "3171015708950001",
        "nama": 'Siti "Ñá" (Rahayu) \\ {x}',
        "alamat": "Jl. Melati No. 5\nDusun Krajan",
        "jenis-kelamin": "/perempuan",
        "lokasi-kerja": "/luar-negeri",
        "lampiran.ktp": "/ya",
        "pendidikan.6.nilai": "3,9",
        "ttd.pencari-kerja.nama": "Siti",
    }
    writer.update_page_form_field_values(None, answers, auto_regenerate=False)
    again = BytesIO()
    writer.write(again)
    read = pypdf.PdfReader(again).get_fields()
    assert read is not None
    assert {name: str(read[name].value) for name in answers} == answers
    with pikepdf.open(again) as pdf:
        (group,) = (node for name, node in terminal(pdf) if name == "jenis-kelamin")
        assert [str(kid.AS) for kid in group.Kids] == ["/Off", "/perempuan"]


def test_a_radio_group_holds_one_answer() -> None:
    with opened("pendaftaran-ak1") as pdf:
        group = dict(terminal(pdf))["status-kawin"]
        assert int(group.Ff) & RADIO
        states = [next(key for key in kid.AP.N if key != "/Off") for kid in group.Kids]
    assert states == ["/belum-kawin", "/kawin", "/cerai-hidup", "/cerai-mati"]


def test_the_field_font_has_every_letter_of_its_encoding() -> None:
    with opened("pendaftaran-ak1") as pdf:
        font = pdf.Root.AcroForm.DR.Font["/NotoSans"]
        assert font.Encoding == Name.WinAnsiEncoding
        widths = [int(width) for width in font.Widths]
        assert len(widths) == 224
        assert all(width > 0 for code, width in enumerate(widths, start=32) if code != 127)
        assert len(font.FontDescriptor.FontFile2.read_bytes()) > 10_000


def test_a_field_with_a_name_of_the_document_itself_is_refused(catalog: Catalog) -> None:
    form = catalog.formulir["pendaftaran-ak1"]
    isian = form.bagian[0].isian[0].model_copy(update={"id": "lampiran"})
    bagian = form.bagian[0].model_copy(update={"isian": [isian]})
    with pytest.raises(SopTerbukaError, match='id isian "lampiran"'):
        blank_pdf(catalog, form.model_copy(update={"bagian": [bagian]}))
