"""The blank Word documents of the forms: controls by the same names, for Word and LibreOffice."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.publish.papers.forms.naming import fields
from sop_terbuka.publish.papers.forms.word import blank_docx
from tests.blank import (
    FORMS,
    docx_bytes,
    pdf_text,
    real,
)
from tests.document_text import squashed


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
        assert squashed(real().formulir[name].judul) in pdf_text(data)
