"""The pages of the live forms as values: complete without a script, and true to the paper."""

import json
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from markupsafe import Markup

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.catalog import load as load_catalog
from sop_terbuka.publish.classic import bare
from sop_terbuka.publish.pages import Page, Tools, form_scripts
from sop_terbuka.publish.pages import form_letters as letters
from sop_terbuka.publish.pages.form_definition import definition
from sop_terbuka.publish.pages.form_scripts import ENTRY, LATER, scripts
from sop_terbuka.publish.pages.forms import (
    SCRIPTS,
    WORKER,
    form_files,
    form_pages,
)
from sop_terbuka.publish.papers.forms import naming
from tests.conftest import ROOT, SAMPLE

_CATALOG = load_catalog(SAMPLE / "sop_data", SAMPLE / "forms")
FORMS = list(_CATALOG.formulir)
SOURCE = ROOT / "src" / "sop_terbuka" / "publish" / "pages" / "scripts" / "formulir"


def _icon(name: str) -> Markup:
    return Markup(f"<svg data-name='{name}'></svg>")


def _tools() -> Tools:
    sizes = {}
    for form_id in FORMS:
        sizes[f"formulir/{form_id}/{form_id}.pdf"] = 41_000
        sizes[f"formulir/{form_id}/{form_id}.docx"] = 36_000
    return Tools(icon=_icon, sizes=sizes)


@pytest.fixture(scope="module")
def pages(catalog: Catalog) -> dict[str, Page]:
    return {page.address: page for page in form_pages(catalog, _tools())}


@pytest.fixture(scope="module")
def html(pages: dict[str, Page]) -> Callable[[str], str]:
    return lambda form_id: str(pages[f"formulir/{form_id}/"].html())


def _defined(html: str) -> dict[str, object]:
    found = re.search(r"<script type=\"application/json\" data-definisi>(.*?)</script>", html)
    assert found
    made: dict[str, object] = json.loads(found.group(1))
    return made


def test_every_form_has_a_page_and_stands_in_the_list(pages):
    listed = str(pages["formulir/"].html())
    assert set(pages) == {"formulir/", *(f"formulir/{form}/" for form in FORMS)}
    assert [form for form in FORMS if f'href="{form}/"' not in listed] == []


@pytest.mark.parametrize("form_id", FORMS)
def test_every_field_on_paper_has_its_box_on_the_page(catalog, html, form_id):
    form = catalog.formulir[form_id]
    boxes = set(re.findall(r'\bid="i-([^"]+)"', html(form_id)))
    on_paper: set[str] = set()
    for field in naming.fields(form):
        names = [f"{field.name}.{option}" for option, _ in field.options] or [field.name]
        on_paper |= set(names)
    signed = {naming.signer_name(sign.id) for sign in form.tanda_tangan if sign.nama_isian}
    # Rows after the third are added by the script.
    later = {name for name in on_paper if re.search(r"\.([4-9]|\d\d)\.", name)}
    assert boxes - {"draf"} == on_paper - signed - later


@pytest.mark.parametrize("form_id", FORMS)
def test_ids_are_unique_and_labels_point_at_boxes(html, form_id):
    made = html(form_id)
    ids = re.findall(r'\bid="([^"]+)"', made)
    assert sorted(ids) == sorted(set(ids))
    pointed = re.findall(r'(?:\bfor|aria-describedby|aria-labelledby)="([^"]+)"', made)
    assert set(pointed) <= set(ids)


@pytest.mark.parametrize("form_id", FORMS)
def test_nothing_typed_could_be_sent_without_a_script(html, form_id):
    made = html(form_id)
    assert '<form class="isian"' in made
    assert 'method="dialog"' in made
    assert "action=" not in made.replace("data-aksi=", "")
    # The first submit button is the one that Enter presses.
    assert '<button type="submit" disabled hidden>' in made
    named = re.findall(r'<input[^>]*\bname="[^"]*"[^>]*>', made)
    assert all('type="radio"' in box for box in named)


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_says_whether_it_is_official(catalog, html, form_id):
    is_marked = "Formulir bantu, bukan formulir resmi" in html(form_id)
    assert is_marked == (catalog.formulir[form_id].resmi == "tidak")


@pytest.mark.parametrize("form_id", FORMS)
def test_every_question_says_why_it_is_asked(catalog, html, form_id):
    form = catalog.formulir[form_id]
    assert html(form_id).count('<details class="als">') == len([*form.isian, *form.lampiran])


def test_conditions_are_in_words_for_those_without_a_script(html):
    made = html("tanda-daftar-lpk")
    found = re.search(r'<label for="i-nib">NIB(.*?)</label>', made)
    assert found
    assert re.search(r"Wajib bila .* dijawab .*\.", found.group(1))


def test_the_blank_files_are_offered_with_their_size(html):
    made = html("pendaftaran-ak1")
    assert '<a href="pendaftaran-ak1.pdf" download>PDF (41 KB)</a>' in made
    assert '<a href="pendaftaran-ak1.docx" download>Word (36 KB)</a>' in made


def test_data_can_not_end_the_script_that_carries_it(catalog):
    form = catalog.formulir["pendaftaran-ak1"].model_copy(
        update={"judul": "</script><img src=x onerror=alert(1)>", "pengantar": "{{ 7*7 }}"}
    )
    changed = replace(catalog, formulir={**catalog.formulir, form.id: form})
    found = {page.address: page for page in form_pages(changed, _tools())}
    made = str(found["formulir/pendaftaran-ak1/"].html())
    assert "<img src=x" not in made
    assert "{{ 7*7 }}" in made
    assert _defined(made)["judul"] == form.judul


def test_the_version_changes_with_the_questions_only(catalog):
    form = catalog.formulir["pendaftaran-ak1"]
    reworded = form.model_copy(update={"pengantar": "Lain."})
    shorter = form.model_copy(update={"bagian": form.bagian[:1]})
    version = definition(form, {}, [])["versi"]
    assert definition(reworded, {}, [])["versi"] == version
    assert definition(shorter, {}, [])["versi"] != version


def test_scripts_are_published_beside_each_other_and_the_worker_above_the_forms():
    files = form_files()
    assert WORKER in files
    scripts_of_pages = {address for address in files if address.startswith(SCRIPTS)}
    assert scripts_of_pages == {SCRIPTS + ENTRY, SCRIPTS + LATER, *letters.addresses(SCRIPTS)}


def test_what_is_kept_for_airplane_mode_exists():
    files = form_files()
    later = (SOURCE / "later.mjs").read_text(encoding="utf-8")
    (papers,) = re.findall(r'"(assets/[^"]+)"', later)
    assert papers in files


def shelved(address: str) -> str:
    content = form_files()[address].decode()
    found = re.fullmatch(r"Object\.assign\(self\.SopFormulir, \{ \w+: (.*) \}\);\n", content)
    assert found
    return found[1]


@pytest.mark.parametrize(("first", "signs"), [(0, "Azéñ“”–€"), (2, "AzéāḥṢ“”–€")])
def test_the_font_of_filled_pdfs_has_every_letter_of_its_map(first, signs):
    font, measures = letters.addresses(SCRIPTS)[first : first + 2]
    with TTFont(BytesIO(b64decode(json.loads(shelved(font))))) as found:
        names = found.getGlyphOrder()
        # A letter that is not there is seen to be missing.
        assert found["glyf"][".notdef"].numberOfContours == 2
    glyphs = json.loads(shelved(measures))["glif"]
    assert {ord(sign) for sign in signs} <= {int(code) for code in glyphs}
    assert all(0 < number < len(names) for number, _ in glyphs.values())


def test_the_writer_knows_everyday_letters_without_loading_their_measures():
    writer = (SOURCE / "pdf.mjs").read_text(encoding="utf-8")
    pattern = re.search(r"EVERYDAY = /\^(\[.*\])\*\$/;", writer)
    assert pattern
    known = {chr(code) for code in range(0x3000) if re.fullmatch(pattern[1], chr(code))}
    measures = json.loads(shelved(letters.addresses(SCRIPTS)[1]))["glif"]
    assert known == {"\n", *(chr(int(code)) for code in measures)}


def test_everyday_letters_are_a_small_part_of_the_font():
    everyday, _, whole, _ = (len(form_files()[name]) for name in letters.addresses(SCRIPTS))
    assert everyday < whole / 2


def test_the_same_forms_give_the_same_files():
    assert form_files() == form_files()


def test_comments_are_not_published_and_nothing_else_is_lost():
    for path in SOURCE.iterdir():
        text = re.sub(r"/\*\* @\w+ .*?\*/ ?", "", path.read_text(encoding="utf-8"))
        written, lines = text.splitlines(), bare(path).splitlines()
        assert not [line for line in lines if line.strip().startswith(("//", "* ", "*/"))]
        lost = [line.strip() for line in written if line not in lines]
        assert not [line for line in lost if line and not line.startswith(("/", "*"))]


def test_what_a_page_loads_is_one_script_that_the_later_one_shares():
    files = {name: content.decode() for name, content in scripts().items()}
    assert set(files) == {ENTRY, LATER, "luring.js"}
    for name in (ENTRY, LATER):
        # From a folder no browser loads a module.
        assert not re.findall(r"^(?:import|export) ", files[name], re.MULTILINE)
    (taken,) = re.findall(r"^const \{(.*)\} = self\.SopFormulir;", files[LATER], re.MULTILINE)
    shelved = files[ENTRY].rsplit("Object.assign(self.SopFormulir || {}, {")[-1]
    assert set(re.findall(r"\w+", taken)) <= set(re.findall(r"\w+", shelved))


def test_modules_that_need_each_other_are_named(tmp_path, monkeypatch):
    (tmp_path / "start.mjs").write_text('import { a } from "./b.mjs";\nexport const c = a;\n')
    (tmp_path / "b.mjs").write_text('import { c } from "./start.mjs";\nexport const a = c;\n')
    monkeypatch.setattr(form_scripts, "_SOURCE", tmp_path)
    with pytest.raises(ValueError, match=r"start.mjs > b.mjs > start.mjs"):
        scripts.__wrapped__()
