"""The checklists: exactly the data's requirements, readable aloud, with a code that leads home."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pypdf
import pytest
import segno
from pikepdf import Name

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.papers.ceklis import Ceklis, checklist
from sop_terbuka.publish.papers.ceklis.pdf import write
from sop_terbuka.publish.papers.qr import qr_code
from tests.document_text import squashed
from tests.elsewhere import made_elsewhere
from tests.tagged import check_names, check_ownership, elements, whole

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "situs"
SITE = "https://dinas.example/sop/"
DATE = "16 Februari 2022"


@cache
def real() -> Catalog:
    return load(SAMPLE / "sop_data", SAMPLE / "forms")


SOPS = sorted(
    path.relative_to(SAMPLE / "sop_data").with_suffix("").as_posix()
    for path in (SAMPLE / "sop_data").glob("*/*.yml")
    if path.stem != "instansi" and path.parent.name != "peraturan"
)


def content(sop_id: str) -> Ceklis:
    return checklist(layanan(real(), real().sop[sop_id]), Edition(f"{SITE}{sop_id}/", DATE))


@cache
def made(sop_id: str) -> bytes:
    return write(content(sop_id))


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def halves(data: bytes) -> tuple[str, list[str]]:
    """The text of the A4 pages, and of each slip."""
    reader = pypdf.PdfReader(BytesIO(data))
    is_slip = [page.mediabox.height < 500 for page in reader.pages]
    texts = [squashed(page.extract_text()) for page in reader.pages]
    whole = "".join(text for text, slip in zip(texts, is_slip, strict=True) if not slip)
    return whole, [text for text, slip in zip(texts, is_slip, strict=True) if slip]


@pytest.mark.parametrize("sop_id", SOPS)
def test_the_page_holds_everything_that_the_data_asks(sop_id: str) -> None:
    sop = real().sop[sop_id]
    whole, _ = halves(made(sop_id))
    for text in words_of(sop):
        assert squashed(text) in whole
    # A paper of two variants stands under both; a paper that nobody asks for stands nowhere.
    listed = [item.teks for group in content(sop_id).kelompok for item in group.butir]
    assert {item.berkas for item in sop.persyaratan} == set(listed)
    assert whole.count("Dasar:") == len(listed)


def words_of(sop: Sop) -> Iterator[str]:
    yield from (sop.nama, sop.ringkasan, DATE, f"{SITE}{sop.id}/")
    for item in sop.persyaratan:
        yield from (item.berkas, item.catatan or "")
        yield from (item.bentuk or "", item.jumlah or "", (item.bila or "")[1:].rstrip("."))
    if not sop.persyaratan:
        yield "Tidak disebut dalam dokumen. Tanyakan ke petugas sebelum berangkat."
    for group in content(sop.id).kelompok:
        yield from (item.kecil for item in group.butir)
    for line in content(sop.id).baris:
        yield from (line.nama, *line.isi)
    for form in content(sop.id).formulir:
        yield from (form.judul, form.alamat)


@pytest.mark.parametrize("sop_id", SOPS)
def test_each_slip_is_one_half_page_with_the_papers_of_its_case(sop_id: str) -> None:
    sop = real().sop[sop_id]
    _, printed = halves(made(sop_id))
    expected = content(sop_id).slip
    assert len(printed) == len(expected) == max(1, len(sop.varian) if sop.persyaratan else 1)
    for text, slip in zip(printed, expected, strict=True):
        assert squashed(slip.untuk) in text
        assert squashed(DATE) in text
        for group in slip.kelompok:
            assert all(squashed(item.teks) in text for item in group.butir)
        short = [line.singkat for line in content(sop_id).baris if line.nama != "Hasil"]
        assert all(squashed(line) in text for line in short)


@pytest.mark.parametrize("sop_id", SOPS)
def test_the_checklist_is_tagged_named_and_small(sop_id: str) -> None:
    data = made(sop_id)
    # A page, and a slip for each of up to seven variants.
    assert len(data) <= 50_000
    with pikepdf.open(BytesIO(data)) as pdf:
        check_names(pdf, f"Ceklis: {real().sop[sop_id].nama}")
        kinds = [element.S for element in elements(whole(pdf))]
        assert kinds.count(Name.H1) == 1
        figures = [e for e in elements(whole(pdf)) if Name.Figure == e.S]
        assert {str(figure.Alt) for figure in figures} == {f"Kode QR menuju {SITE}{sop_id}/"}


def test_all_content_belongs_to_one_element_of_its_page() -> None:
    with pikepdf.open(BytesIO(made("kota-wanasari/sarana-hubungan-industrial"))) as pdf:
        check_ownership(pdf)


def test_the_code_holds_the_full_address_only() -> None:
    address = f"{SITE}kota-wanasari/kartu-ak1/"
    expected = segno.make(address, error="m", micro=False)
    made = qr_code(address)
    assert made is not None
    assert expected.png_data_uri(border=0, scale=4).endswith(b64encode(made).decode())
    # Three modules of finder patterns and the version tell that it is a QR code of this text.
    assert expected.mode == "byte"
    assert qr_code("kota-wanasari/kartu-ak1/") is None


def test_without_a_site_address_the_page_is_named_in_words(catalog: Catalog) -> None:
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    data = write(checklist(layanan(catalog, sop), Edition(f"{sop.id}/", DATE)))
    text = "".join(map(squashed, pages(data)))
    assert "Halamankotawanasari/kartuak1/disituslayanandinas." in text
    assert "formulir/pendaftaranak1/" in text
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not [e for e in elements(whole(pdf)) if Name.Figure == e.S]


def test_the_code_is_drawn_with_enough_dots_to_read(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(made("kota-wanasari/kartu-ak1"))) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        images = [item for item in streams if item.get("/Subtype") == Name.Image]
        (image,) = images
        picture = pikepdf.PdfImage(image).as_pil_image().convert("1")
    code = segno.make(f"{SITE}kota-wanasari/kartu-ak1/", error="m", micro=False)
    size = code.symbol_size(border=0)[0]
    assert picture.size == (size * 4, size * 4)
    dots = [[int(picture.getpixel((4 * x + 2, 4 * y + 2)) == 0) for x in range(size)]
            for y in range(size)]  # fmt: skip
    assert dots == [[int(bit) for bit in row] for row in code.matrix]


def test_hostile_words_are_printed_as_typed(catalog: Catalog) -> None:
    words = "{{ 7*7 }} <script>alert(1)</script> & | ](javascript:x)"
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    first = sop.persyaratan[0].model_copy(update={"berkas": words, "catatan": words})
    hostile = sop.model_copy(update={"nama": words, "persyaratan": [first, *sop.persyaratan[1:]]})
    whole, slip = halves(
        write(checklist(layanan(catalog, hostile), Edition(f"{SITE}{sop.id}/", DATE)))
    )
    assert whole.count(squashed(words)) == 3
    assert slip[0].count(squashed(words)) == 2


@pytest.mark.parametrize("site", [SITE, ""])
def test_a_word_wider_than_its_room_breaks(catalog: Catalog, site: str) -> None:
    words = "Mempertanggungjawabkan" * 12
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    first = sop.persyaratan[0].model_copy(update={"berkas": words, "catatan": words})
    long = sop.model_copy(
        update={"nama": words, "ringkasan": words, "persyaratan": [first, *sop.persyaratan[1:]]}
    )
    office = catalog.instansi[sop.instansi].model_copy(update={"nama": words})
    known = replace(layanan(catalog, long), instansi=office)
    data = write(checklist(known, Edition(f"{site}{sop.id}/", DATE)))
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            assert max(char["x1"] for char in page.chars) <= page.width - 13 * 72 / 25.4
            # Nothing stands between the two columns of a slip, which end where its table begins.
            if page.height < 500:
                first, last = (page.search(name)[0]["top"] for name in ("Bawa", "Biaya"))
                middle = page.crop((page.width / 2 - 6, first, page.width / 2 + 6, last - 1))
                assert not middle.chars
    whole, (slip,) = halves(data)
    assert (whole.count(words), slip.count(words)) == (5, 3)


def test_what_is_taller_than_a_page_goes_on_on_the_next(catalog: Catalog) -> None:
    words = "wxyz " * 790
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    first = sop.persyaratan[0].model_copy(update={"berkas": words, "catatan": words})
    long = sop.model_copy(update={"persyaratan": [first, *sop.persyaratan[1:]]})
    data = write(checklist(layanan(catalog, long), Edition(f"{SITE}{sop.id}/", DATE)))
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            assert max(char["bottom"] for char in page.chars) <= page.height
    whole, slip = halves(data)
    assert whole.count("wxyz") == 2 * 790
    assert "".join(slip).count("wxyz") == 790


def test_bytes_are_the_same_in_another_process() -> None:
    code = f"""
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.papers.ceklis import checklist
from sop_terbuka.publish.papers.ceklis.pdf import write
sop = catalog.sop["kota-wanasari/kartu-ak1"]
edition = Edition("{SITE}" + sop.id + "/", "{DATE}")
made = write(checklist(layanan(catalog, sop), edition))
"""
    assert made_elsewhere(code) == made("kota-wanasari/kartu-ak1")
