"""The book of an office: every document, one numbering, contents that lead, all still tagged."""

import dataclasses
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from markupsafe import Markup
from pikepdf import Name

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.meaning.layanan import Gambar, all_layanan, layanan
from sop_terbuka.publish import offices, outputs
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.site import pages
from sop_terbuka.publish.papers.buku.content import Buku, book
from sop_terbuka.publish.papers.buku.pdf import write
from sop_terbuka.publish.papers.naskah.files import NASKAH
from sop_terbuka.publish.papers.official.files import SOP_AP
from sop_terbuka.publish.papers.workshop import Job
from sop_terbuka.publish.site import Site
from tests.builders import catalog as site_of
from tests.builders import sop
from tests.conftest import SAMPLE
from tests.tagged import elements, whole

DATA = load(SAMPLE / "sop_data", SAMPLE / "forms")
OFFICE = DATA.instansi["kota-wanasari"]
SOPS = DATA.of_office(OFFICE.id)[:4]
ADDRESS = "https://dinas.example/kota-wanasari/"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The documents of four SOPs; the last is of another kind, on another paper."""
    folder = tmp_path_factory.mktemp("dokumen")
    found = []
    for n, one in enumerate(SOPS):
        kind = "lain" if n == 3 else "sop-ap"
        facts = layanan(DATA, one.model_copy(update={"jenis_dokumen": kind}))
        output = NASKAH[0] if kind == "lain" else SOP_AP[0]
        content = output.content(facts, Edition(f"https://dinas.example/{one.id}/", "1 Mei 2025"))
        found.append(folder / f"{n}.pdf")
        found[-1].write_bytes(output.write(content))
    return found


def front(**changes: object) -> Buku:
    made = book(DATA, OFFICE, SOPS, "", ADDRESS, "16 Februari 2022")
    return dataclasses.replace(made, **changes)


@pytest.fixture(scope="module")
def made(parts: list[Path]) -> bytes:
    return write(front(), parts)


def texts(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(data)).pages]


def test_the_cover_says_whose_book_it_is_and_how_far_it_can_be_trusted(made: bytes) -> None:
    cover = texts(made)[0]
    assert cover.startswith(f"{OFFICE.nama} Standar Operasional Prosedur Dokumen tahun 2022")
    assert "4 SOP: Salinan dokumen, belum diperiksa dinas." in cover
    assert f"Dibuat dari data per 16 Februari 2022, {ADDRESS}." in cover


def test_every_document_stands_in_the_book_where_the_contents_say(
    made: bytes, parts: list[Path]
) -> None:
    whole_text = texts(made)
    start = 3
    for one, part in zip(SOPS, parts, strict=True):
        own = texts(part.read_bytes())
        for n, page in enumerate(own):
            said = whole_text[start - 1 + n]
            assert said.removesuffix(said[said.index("Buku SOP") :]).strip() == page
        assert f"{one.nama_sop} {one.dokumen.nomor or '-'} {start}" in whole_text[1]
        start += len(own)
    assert start == len(whole_text) + 1


def test_every_page_has_its_number_in_the_book(made: bytes) -> None:
    found = texts(made)
    for n, page in enumerate(found, start=1):
        assert page.endswith(f"Buku SOP Dinaker, halaman {n} dari {len(found)}")


def test_contents_and_outline_lead_to_the_documents(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        places = [page.objgen for page in (item.obj for item in pdf.pages)]
        links = [mark.A for mark in pdf.pages[1].obj.Annots]
        assert {str(link.S) for link in links} == {"/GoTo"}
        starts = [places.index(link.D[0].objgen) for link in links]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            assert [places.index(item.destination[0].objgen) for item in outline.root] == starts
        assert titles == [one.nama_sop for one in SOPS]
        assert starts[0] == 2


def owned(pdf: pikepdf.Pdf) -> list[list[int]]:
    """The marks of each page that an element of the structure owns, checked both ways."""
    flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(key): found for key, found in zip(flat[::2], flat[1::2], strict=True)}
    assert len(owners) == len(flat) // 2
    numbers = {page.obj.objgen: int(page.obj.StructParents) for page in pdf.pages}
    assert len(set(numbers.values())) == len(pdf.pages)
    seen: dict[int, list[int]] = {number: [] for number in numbers.values()}
    for element in elements(whole(pdf)):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                number = numbers[element.Pg.objgen]
                assert owners[number][int(kid)].objgen == element.objgen
                seen[number].append(int(kid))
    return [sorted(seen[number]) for number in numbers.values()]


def test_all_text_still_belongs_to_one_element_of_its_own_page(
    made: bytes, parts: list[Path]
) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == f"Buku SOP: {OFFICE.nama}"
        assert str(pdf.Root.Lang) == "id"
        assert [str(kid.S) for kid in whole(pdf).K][-4:] == ["/Part"] * 4
        found = owned(pdf)
    before = []
    for part in parts:
        with pikepdf.open(part) as pdf:
            before += owned(pdf)
    assert found[2:] == before
    assert all(found)


def test_every_head_of_every_table_has_a_name_of_its_own(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        named = [str(e.ID) for e in elements(whole(pdf)) if Name.TH == e.S and "/ID" in e]
        listed = [str(key) for key in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert len(set(named)) == len(named) > 40
    assert sorted(named) == listed


def test_long_contents_push_the_documents_on(parts: list[Path]) -> None:
    data = write(front(bab=front().bab[:1] * 40), parts[:1] * 40)
    first = []
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        first.append(" ".join(page.extract_text().split()))
        if "SOP-AP" in first[-1]:
            break
    assert len(first) > 3
    # The first line of the contents names the page on which the first document begins.
    assert f"{SOPS[0].dokumen.nomor or '-'} {len(first)} 2 " in first[1]


def test_the_logo_stands_on_the_cover(parts: list[Path]) -> None:
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    data = write(front(logo=Gambar("svg", drawn), bab=front().bab[:1]), parts[:1])
    with pikepdf.open(BytesIO(data)) as pdf:
        figures = [str(e.Alt) for e in elements(whole(pdf)) if Name.Figure == e.S]
    assert f"Logo {OFFICE.nama}" in figures


def test_the_same_documents_make_the_same_book(made: bytes, parts: list[Path]) -> None:
    assert write(front(), parts) == made


def planned(catalog: Catalog) -> list[Job]:
    services = all_layanan(catalog)
    keys = {job.address: job.whole_key for job in outputs.jobs(services, "", "")}
    files = {address: Path(address) for address in keys}
    return list(offices.books(catalog, keys, files, "", {}))


def test_a_book_is_made_anew_only_when_a_document_in_it_changes() -> None:
    (before,) = planned(site_of(sop(), sop("kota-contoh/dua")))
    (same,) = planned(site_of(sop(), sop("kota-contoh/dua")))
    (after,) = planned(site_of(sop(), sop("kota-contoh/dua", waktu_total_tertulis="1 hari")))
    assert before.whole_key == same.whole_key != after.whole_key
    assert before.address == "kota-contoh/buku-sop.pdf"


def test_many_sops_make_several_volumes() -> None:
    one = sop()
    many = [one.model_copy(update={"id": f"kota-contoh/s{n}"}) for n in range(203)]
    found = planned(site_of(*many))
    assert [job.address for job in found] == [
        "kota-contoh/buku-sop.pdf", "kota-contoh/buku-sop-2.pdf", "kota-contoh/buku-sop-3.pdf",
    ]  # fmt: skip
    assert "Jilid 3 dari 3" in found[2].key
    sizes = {job.address: 9_000 for job in found}
    assert [link.teks for link in offices.downloads("kota-contoh", sizes)] == [
        "Buku semua SOP (PDF, 9 KB)", "Jilid 2 (PDF, 9 KB)", "Jilid 3 (PDF, 9 KB)",
    ]  # fmt: skip


def test_the_pages_of_the_office_and_of_the_documents_offer_it() -> None:
    made = site_of(sop())
    tools = Tools(
        icon=lambda name: Markup(), services=all_layanan(made),
        sizes={"kota-contoh/buku-sop.pdf": 9_000},
    )  # fmt: skip
    found = {page.address: page for page in pages(made, tools)}
    words = "Buku semua SOP (PDF, 9 KB)</a>"
    assert f'<a href="buku-sop.pdf">{words}' in str(found["kota-contoh/"].html())
    assert f'<a href="../kota-contoh/buku-sop.pdf">{words}' in str(found["dokumen/"].html())


def test_an_author_who_waits_gets_no_books(tmp_path: Path) -> None:
    quick = Site(tmp_path, site_of(sop()), lambda name: Markup(), with_books=False)
    assert not [address for address in quick.papers if "buku" in address]
    quick = dataclasses.replace(quick, with_books=True)
    assert quick.papers["kota-contoh/buku-sop.pdf"].read_bytes().startswith(b"%PDF")


def test_a_long_name_of_an_office_leaves_one_number_a_page(parts: list[Path]) -> None:
    book = pypdf.PdfReader(BytesIO(write(front(singkatan="Dinas " * 30), parts)))
    assert f"halaman 1 dari {len(book.pages)}" in book.pages[0].extract_text()
