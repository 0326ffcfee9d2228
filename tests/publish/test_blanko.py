"""The blank documents of the forms: every field by its name, on screen, paper and aloud."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pikepdf
import pypdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from pikepdf import Dictionary, Name

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model.formulir import Formulir, Isian
from sop_terbuka.data.problem import SopTerbukaError
from sop_terbuka.publish.papers.forms import content
from sop_terbuka.publish.papers.forms.naming import Field, fields
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
from tests.elsewhere import made_elsewhere
from tests.tagged import check_ownership

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "situs"
GOLDEN = Path(__file__).parents[1] / "golden" / "blanko"
SITE = "https://dinas.example/sop/"
FORMS = sorted(path.stem for path in (SAMPLE / "forms").glob("*.yml"))
# That of the fields, and those of the words.
OUR_FONTS = {"NotoSans", "NotoSans-Regular", "NotoSans-Bold"}
REQUIRED, MULTI_LINE, RADIO, COMB = 1 << 1, 1 << 12, 1 << 15, 1 << 24


@cache
def real() -> Catalog:
    return load(SAMPLE / "sop_data", SAMPLE / "forms")


@cache
def pdf_bytes(form_id: str) -> bytes:
    return blank_pdf(real(), real().formulir[form_id], SITE)


@cache
def docx_bytes(form_id: str) -> bytes:
    return blank_docx(real(), real().formulir[form_id], SITE)


def opened(form_id: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf_bytes(form_id)))


def terminal(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every field that holds a value, with its full name, in the order of the tree."""

    def below(node: pikepdf.Object, prefix: str) -> Iterator[tuple[str, pikepdf.Object]]:
        name = prefix + str(node.T)
        kids = node.get("/Kids", [])
        if any("/T" in kid for kid in kids):
            for kid in kids:
                yield from below(kid, name + ".")
        else:
            yield name, node

    for node in pdf.Root.AcroForm.Fields:
        yield from below(node, "")


def widgets(node: pikepdf.Object) -> list[pikepdf.Object]:
    return list(node.get("/Kids", [node]))


def in_structure(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every widget in the order of the structure tree, which is the tab order."""
    found: list[pikepdf.Object] = []

    def walk(element: pikepdf.Object) -> None:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, Dictionary):
                continue
            if kid.get("/Type") == Name.OBJR:
                assert element.S in (Name.Form, Name.Link)
                found.append(kid.Obj)
            else:
                assert kid.P.objgen == element.objgen
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K[0])
    return [item for item in found if item.Subtype == Name.Widget]


def squeezed(text: str) -> str:
    """Text without what a line break may change."""
    return re.sub(r"[\s\u00a0\u00ad\u2010-]", "", text)


def pdf_text(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages))


def docx_text(data: bytes) -> str:
    root = Document(BytesIO(data)).element.body
    return squeezed("".join(node.text or "" for node in root.iter(qn("w:t"))))


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


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree in reading order."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot.K[0])


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


@pytest.mark.parametrize("form_id", FORMS)
def test_everything_asked_is_printed(form_id: str) -> None:
    form = real().formulir[form_id]
    printed, written = pdf_text(pdf_bytes(form_id)), docx_text(docx_bytes(form_id))
    for text in words_of(form):
        assert squeezed(text).lower() in printed.lower()
        assert squeezed(text) in written


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
    said = squeezed(" ".join(words_of(form)))
    printed = pdf_text(pdf_bytes(form_id))
    for isian in form.isian:
        if isian.alasan and squeezed(isian.alasan) not in said:
            assert squeezed(isian.alasan) not in printed


@pytest.mark.parametrize("form_id", FORMS)
def test_an_unofficial_form_says_so_on_every_page(form_id: str) -> None:
    is_official = real().formulir[form_id].resmi == "ya"
    for page in pypdf.PdfReader(BytesIO(pdf_bytes(form_id))).pages:
        assert (squeezed(content.UNOFFICIAL) in squeezed(page.extract_text())) != is_official


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


@pytest.mark.parametrize("form_id", FORMS)
def test_word_opens_the_document_as_one_of_its_own_time(form_id: str) -> None:
    settings = Document(BytesIO(docx_bytes(form_id))).settings.element
    modes = [
        item.get(qn("w:val"))
        for item in settings.iter(qn("w:compatSetting"))
        if item.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_a_title_longer_than_word_keeps_is_cut_there_and_whole_on_paper(catalog: Catalog) -> None:
    form = catalog.formulir["pengaduan"].model_copy(update={"judul": "Judul " * 50})
    document = Document(BytesIO(blank_docx(catalog, form)))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == form.judul


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


def test_hostile_words_are_printed_as_typed(catalog: Catalog) -> None:
    words = '{{ 7*7 }} <script>alert(1)</script> ](javascript:x) | & "kutip" {% raw %}'
    form = catalog.formulir["pendaftaran-ak1"]
    isian = form.bagian[0].isian[0].model_copy(update={"label": words, "bantuan": words})
    bagian = form.bagian[0].model_copy(update={"isian": [isian, *form.bagian[0].isian[1:]]})
    hostile = form.model_copy(update={"judul": words, "bagian": [bagian, *form.bagian[1:]]})
    data = blank_pdf(catalog, hostile)
    assert pdf_text(data).count(squeezed(words)) >= 3
    assert str(pikepdf.open(BytesIO(data)).docinfo.Title) == words
    assert docx_text(blank_docx(catalog, hostile)).count(squeezed(words)) >= 3


def test_a_field_with_a_name_of_the_document_itself_is_refused(catalog: Catalog) -> None:
    form = catalog.formulir["pendaftaran-ak1"]
    isian = form.bagian[0].isian[0].model_copy(update={"id": "lampiran"})
    bagian = form.bagian[0].model_copy(update={"isian": [isian]})
    with pytest.raises(SopTerbukaError, match='id isian "lampiran"'):
        blank_pdf(catalog, form.model_copy(update={"bagian": [bagian]}))


def test_without_a_site_address_the_place_is_named_in_words(catalog: Catalog) -> None:
    data = blank_pdf(catalog, catalog.formulir["pengaduan"])
    assert "halamanformulir/pengaduan/disituslayanandinas" in pdf_text(data)


@pytest.mark.parametrize("form_id", FORMS)
def test_word_controls_have_the_same_names(form_id: str) -> None:
    form = real().formulir[form_id]
    expected = []
    for field in fields(form):
        if field.kind == "radio":
            expected += [f"{field.name}.{option}" for option, _ in field.options]
        else:
            expected.append(field.name)
    body = Document(BytesIO(docx_bytes(form_id))).element.body
    controls = list(body.iter(qn("w:sdtPr")))
    tags = [control.find(qn("w:tag")).get(qn("w:val")) for control in controls]
    assert tags == expected
    numbers = [control.find(qn("w:id")).get(qn("w:val")) for control in controls]
    assert len(set(numbers)) == len(numbers)
    assert all(0 < len(control.find(qn("w:alias")).get(qn("w:val"))) <= 64 for control in controls)


@pytest.mark.parametrize("form_id", FORMS)
def test_word_files_are_small_and_say_nothing_of_the_machine(form_id: str) -> None:
    data = docx_bytes(form_id)
    assert len(data) <= 80_000
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name]
    properties = Document(BytesIO(data)).core_properties
    assert properties.title == real().formulir[form_id].judul
    assert properties.language == "id-ID"
    assert properties.author == "SOP Terbuka"


def test_word_lets_tab_go_from_field_to_field() -> None:
    settings = Document(BytesIO(docx_bytes("permohonan-mediasi"))).settings.element
    lock = settings.find(qn("w:documentProtection"))
    assert (lock.get(qn("w:edit")), lock.get(qn("w:enforcement"))) == ("forms", "1")


def test_bytes_are_the_same_in_another_process() -> None:
    code = f"""
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
form = catalog.formulir["permohonan-mediasi"]
made = b"".join(make(catalog, form, "{SITE}") for make in (blank_pdf, blank_docx))
"""
    here = [pdf_bytes("permohonan-mediasi"), docx_bytes("permohonan-mediasi")]
    assert made_elsewhere(code) == b"".join(here)


def test_libreoffice_opens_the_word_files(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice is missing: apt-get install libreoffice-writer-nogui")
    names = ["pendaftaran-ak1", "surat-pernyataan-peserta"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(docx_bytes(name))
    subprocess.run(
        [program, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *(f"{name}.docx" for name in names)],
        cwd=tmp_path, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    for name, pages in zip(names, (2, 1), strict=True):
        data = (tmp_path / f"{name}.pdf").read_bytes()
        assert len(pypdf.PdfReader(BytesIO(data)).pages) == pages
        assert squeezed(real().formulir[name].judul) in pdf_text(data)
