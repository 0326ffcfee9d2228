"""The pledge of an office: its own words on one sheet, and no sheet where it has none."""

import dataclasses
from io import BytesIO

import pdfplumber
import pikepdf
import pypdf
import pytest
from markupsafe import Markup
from pikepdf import Name

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import Gambar, all_layanan
from sop_terbuka.publish.offices import pledges
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from sop_terbuka.publish.papers.maklumat.content import Maklumat, pledge
from sop_terbuka.publish.papers.maklumat.pdf import write
from tests.builders import catalog, sop
from tests.tagged import check_names, check_ownership, elements, whole

WORDS = "Dengan ini kami sanggup melayani sesuai standar."
RECORD = {
    "isi": [WORDS, "Bila tidak, kami siap menerima sanksi."],
    "dasar": [{"jenis": "dinas", "nama": "Laman maklumat"}],
}


def with_pledge(**changes: object) -> Catalog:
    return catalog(sop(), maklumat=RECORD | changes)


def content(made: Catalog, address: str = "https://dinas.example/kota-contoh/") -> Maklumat:
    found = pledge(made, made.instansi["kota-contoh"], address)
    assert found is not None
    return found


def text(data: bytes) -> str:
    (page,) = pypdf.PdfReader(BytesIO(data)).pages
    return " ".join(page.extract_text().split())


def test_an_office_without_a_pledge_gets_none() -> None:
    assert list(pledges(catalog(sop()), "")) == []


def test_the_sheet_holds_the_offices_own_words_and_their_source() -> None:
    said = text(write(content(with_pledge())))
    assert said == (
        "Dinas Contoh dan Arsip Kota Contoh Maklumat pelayanan "
        f"{WORDS} Bila tidak, kami siap menerima sanksi. "
        "Sumber: Laman maklumat. https://dinas.example/kota-contoh/"
    )


def test_the_sheet_is_tagged_and_names_its_logo() -> None:
    dot = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    made = dataclasses.replace(content(with_pledge()), logo=Gambar("svg", dot))
    with pikepdf.open(BytesIO(write(made))) as pdf:
        check_names(pdf, "Maklumat pelayanan: Dinas Contoh dan Arsip Kota Contoh")
        check_ownership(pdf)
        figures = [str(e.Alt) for e in elements(whole(pdf)) if Name.Figure == e.S]
        assert figures == ["Logo Dinas Contoh dan Arsip Kota Contoh"]


@pytest.mark.parametrize("times", [1, 12, 60])
def test_a_long_pledge_stays_on_one_sheet(times: int) -> None:
    said = text(write(content(with_pledge(isi=[" ".join([WORDS] * times)]))))
    assert said.count(WORDS) == times


def test_a_word_wider_than_the_sheet_stays_within_its_frame() -> None:
    with pdfplumber.open(BytesIO(write(content(with_pledge(isi=["x" * 200]))))) as pdf:
        (page,) = pdf.pages
        assert all(80 < char["x0"] < char["x1"] < page.width - 80 for char in page.chars)


def test_the_offices_page_offers_it() -> None:
    made = with_pledge()
    (job,) = pledges(made, "")
    assert job.address == "kota-contoh/maklumat.pdf"
    tools = Tools(
        icon=lambda name: Markup(), services=all_layanan(made), sizes={job.address: 9_000}
    )
    page = next(page for page in pages(made, tools) if page.address == "kota-contoh/")
    link = '<a href="maklumat.pdf">Maklumat untuk dinding (PDF, 9 KB)</a>'
    assert link in str(page.html())
    assert WORDS in str(page.html())
