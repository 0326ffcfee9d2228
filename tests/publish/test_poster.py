"""The posters: the standard of a service on one sheet, whatever its length."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pypdf
import pytest
from pikepdf import Name

from sop_terbuka.data.catalog import load
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.layanan import Gambar, layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.outputs import jobs
from sop_terbuka.publish.papers.listed import Butir, Kelompok
from sop_terbuka.publish.papers.poster import pdf as writer
from sop_terbuka.publish.papers.poster.content import Baris, Poster, poster
from sop_terbuka.publish.papers.poster.pdf import write
from tests.document_text import squashed
from tests.elsewhere import made_elsewhere
from tests.tagged import check_names, check_ownership, elements, whole

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "situs"
SITE = "https://dinas.example/sop/"
DATE = "16 Februari 2022"
SIZES = {"A3": (842, 1191), "A4": (595, 842)}
# Letters of 12 points on A3, in points: smaller ones are not read from where people stand.
READABLE = 11.9


DATA = load(SAMPLE / "sop_data", SAMPLE / "forms")
PUBLIC = sorted(key for key, sop in DATA.sop.items() if not sop.is_internal)


def content(sop_id: str) -> Poster:
    facts = layanan(DATA, DATA.sop[sop_id])
    return poster(facts, Edition(f"{SITE}{sop_id}/", DATE))


@cache
def made(sop_id: str, paper: str = "A3") -> bytes:
    return write(content(sop_id), paper)


def text(data: bytes) -> str:
    (page,) = pypdf.PdfReader(BytesIO(data)).pages
    return squashed(page.extract_text())


def words_of(sheet: Poster) -> Iterator[str]:
    yield from (sheet.nama, sheet.ringkasan, sheet.instansi, sheet.status, DATE, sheet.alamat)
    yield from (*sheet.siapa, *sheet.catatan_syarat, sheet.catatan_langkah)
    for answer in sheet.jawaban:
        yield from (answer.nama, answer.nilai, answer.rincian)
    for group in sheet.syarat:
        yield from (group.judul, group.keterangan)
        for item in group.butir:
            yield from (item.teks, item.rincian, item.kecil)
    for step in sheet.langkah:
        yield from (step.nomor, step.teks, step.rincian)
    for row in (*sheet.tempat, *sheet.pengaduan):
        yield from (row.nama, *row.isi)


def test_only_services_for_citizens_have_a_poster() -> None:
    found = {
        job.address.removesuffix("/poster.pdf")
        for job in jobs({key: layanan(DATA, sop) for key, sop in DATA.sop.items()}, "", "")
        if job.address.endswith("/poster.pdf")
    }
    assert sorted(found) == PUBLIC
    assert len(PUBLIC) < len(DATA.sop)


@pytest.mark.parametrize("sop_id", PUBLIC)
def test_a_poster_is_one_sheet_that_says_everything(sop_id: str) -> None:
    said = text(made(sop_id))
    for words in words_of(content(sop_id)):
        assert squashed(words) in said


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("sop_id", PUBLIC)
def test_every_letter_is_on_the_sheet_and_large_enough(sop_id: str, paper: str) -> None:
    scale = SIZES[paper][0] / SIZES["A3"][0]
    with pdfplumber.open(BytesIO(made(sop_id, paper))) as pdf:
        (page,) = pdf.pages
        assert (round(page.width), round(page.height)) == SIZES[paper]
        edge = 20 * scale
        for char in page.chars:
            assert char["x0"] >= edge
            assert char["x1"] <= page.width - edge
            assert char["top"] >= edge
            assert char["bottom"] <= page.height - edge / 2
        steps = [row for row in page.chars if row["fontname"].endswith("Bold")]
        assert min(row["size"] for row in steps) >= READABLE * 0.85 * scale


@pytest.mark.parametrize("paper", SIZES)
def test_a_poster_is_tagged_named_and_small(paper: str) -> None:
    data = made("kota-wanasari/sarana-hubungan-industrial", paper)
    assert len(data) <= 40_000
    with pikepdf.open(BytesIO(data)) as pdf:
        title = DATA.sop["kota-wanasari/sarana-hubungan-industrial"].nama
        check_names(pdf, f"Poster: {title}")
        check_ownership(pdf)
        kinds = [element.S for element in elements(whole(pdf))]
        assert kinds.count(Name.H1) == 1
        figures = [e for e in elements(whole(pdf)) if Name.Figure == e.S]
        address = f"{SITE}kota-wanasari/sarana-hubungan-industrial/"
        assert [str(figure.Alt) for figure in figures] == [f"Kode QR menuju {address}"]


def test_both_papers_show_the_same() -> None:
    a3, a4 = (made("kota-wanasari/kartu-ak1", paper) for paper in SIZES)
    assert text(a3) == text(a4)


def test_two_papers_are_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = []
    inner = writer.typeset

    def counted(template: str, words: object) -> bytes:
        laid_out.append(template)
        return inner(template, words)

    monkeypatch.setattr(writer, "typeset", counted)
    sheet = dataclasses.replace(content("kota-wanasari/kartu-ak1"), tanggal="1 Januari 2020")
    for paper in SIZES:
        write(sheet, paper)
    assert len(laid_out) == 1


@pytest.mark.parametrize("paper", SIZES)
def test_a_picture_is_said_to_be_where_it_is_drawn(paper: str) -> None:
    data = made("kota-wanasari/kartu-ak1", paper)
    with pikepdf.open(BytesIO(data)) as pdf, pdfplumber.open(BytesIO(data)) as drawn:
        (figure,) = (e for e in elements(whole(pdf)) if Name.Figure == e.S)
        (image,) = drawn.pages[0].images
        left, bottom, right, top = (float(side) for side in figure.A[0].BBox)
        assert (left, right) == pytest.approx((image["x0"], image["x1"]), abs=1)
        height = drawn.pages[0].height
        assert (bottom, top) == pytest.approx(
            (height - image["bottom"], height - image["top"]), abs=1
        )


@pytest.mark.parametrize("word", ["x" * 300, f"https://dinas.example/{'halaman-yang-jauh/' * 20}"])
def test_words_without_end_stay_in_their_columns(word: str) -> None:
    base = content("kota-wanasari/kartu-ak1")
    rows = (Baris("Daring", (word,)),)
    sheet = dataclasses.replace(
        base,
        nama=word,
        jawaban=tuple(dataclasses.replace(answer, nilai=word) for answer in base.jawaban),
        langkah=(Butir(word, nomor="1"),),
        tempat=rows,
        pengaduan=rows,
    )
    data = write(sheet, "A3")
    assert text(data).count(squashed(word)) == 7
    with pdfplumber.open(BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert max(char["x1"] for char in page.chars) <= page.width - 35
        (code,) = page.images
        foot = [char for char in page.chars if char["top"] > code["top"] - 5]
        beside = [char for char in foot if char["bottom"] < code["bottom"]]
        assert max(char["x1"] for char in beside) < code["x0"]


def test_silence_is_said_and_nothing_is_made_up() -> None:
    base = DATA.sop["kota-wanasari/kartu-ak1"]
    bare = base.model_copy(
        update={"persyaratan": [], "langkah": [], "tanpa_langkah": "Tidak ada.", "produk": [],
                "tempat": None, "jam": [], "jangka_waktu": None, "waktu_total_tertulis": None}
    )  # fmt: skip
    office = DATA.instansi["kota-wanasari"].model_copy(
        update={"pengaduan": [], "jam": [], "jam_layanan": None, "kontak": []}
    )
    catalog = dataclasses.replace(DATA, instansi={**DATA.instansi, office.id: office})
    said = text(write(poster(layanan(catalog, bare), Edition(SITE, DATE)), "A3"))
    for words in (
        "Syarat Tidak disebut dalam dokumen. Tanyakan ke petugas.",
        "Langkah Langkah pemohon tidak disebut dalam dokumen. Tanyakan ke petugas.",
        "Waktu Tidak disebut",
        "Hasil Tidak disebut",
        "Jam: Tidak disebut dalam dokumen.",
        "Pengaduan Tidak disebut dalam dokumen.",
    ):
        assert squashed(words) in said


def test_what_only_others_ask_for_is_left_to_the_page() -> None:
    base = DATA.sop["kota-wanasari/kartu-ak1"]
    first, second = base.persyaratan[:2]
    others = second.dasar[0].model_copy(
        update={"jenis": "praktik", "nama": "Daerah lain", "langkah": None, "baris": None}
    )
    elsewhere = second.model_copy(update={"berkas": "Surat dari jauh", "dasar": [others]})
    sop = base.model_copy(update={"persyaratan": [first, elsewhere]})
    sheet = poster(layanan(DATA, sop), Edition(SITE, DATE))
    assert [item.teks for group in sheet.syarat for item in group.butir] == [first.berkas]
    assert sheet.catatan_syarat[-1] == (
        "1 hal yang hanya disebut di sumber lain ada pada halaman layanan."
    )


def overlong(requirements: int, steps: int, letters: int) -> Poster:
    words = ("kata " * letters)[:letters].strip()
    return dataclasses.replace(
        content("kota-wanasari/kartu-ak1"),
        syarat=tuple(
            Kelompok(f"Bagian {n // 20}", "", tuple(
                Butir(f"Syarat nomor {k} {words}", kecil=f"Catatan {k}", is_pilihan=k == 0)
                for k in range(n, min(n + 20, requirements))
            ))
            for n in range(0, requirements, 20)
        ),
        catatan_syarat=(),
        langkah=tuple(Butir(f"Langkah {n} {words}", nomor=str(n)) for n in range(1, steps + 1)),
    )  # fmt: skip


def test_an_overlong_standard_first_loses_its_notes() -> None:
    said = text(write(overlong(24, 8, 30), "A3"))
    assert all(f"Syaratnomor{n}kata" in said for n in range(24))
    # Of what one thing is enough is no mere note.
    assert "Catatan0" in said
    assert "Catatan1" not in said
    assert squashed("Penjelasan syarat ada pada halaman layanan.") in said


def test_what_no_sheet_holds_is_counted_and_left_to_the_page() -> None:
    data = write(overlong(200, 90, 200), "A3")
    said = text(data)
    shown = len(re.findall(r"Syaratnomor\d+kata", said))
    steps = len(re.findall(r"Langkah\d+kata", said))
    assert 6 <= shown < 60
    assert squashed(f"Dan {200 - shown} syarat lain: lihat halaman layanan.") in said
    assert squashed(f"Dan {90 - steps} langkah lain: lihat halaman layanan.") in said
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert min(char["size"] for char in pdf.pages[0].chars) >= 8


def test_even_endless_words_stay_on_one_sheet() -> None:
    data = write(overlong(12, 12, 4000), "A4")
    with pdfplumber.open(BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert all(char["top"] > 0 and char["bottom"] < page.height for char in page.chars)


def test_a_short_standard_has_larger_letters_and_its_foot_at_the_bottom() -> None:
    sheet = dataclasses.replace(overlong(1, 1, 5), ringkasan="Singkat.")
    with pdfplumber.open(BytesIO(write(sheet, "A3"))) as pdf:
        (page,) = pdf.pages
        assert max(char["bottom"] for char in page.chars) > page.height - 60
        first = next(word for word in page.extract_words() if word["text"] == "nomor")
        assert first["bottom"] - first["top"] > 20


def test_without_a_site_address_there_is_no_code_and_the_sheet_says_so() -> None:
    sop = DATA.sop["kota-wanasari/kartu-ak1"]
    data = write(poster(layanan(DATA, sop), Edition(f"{sop.id}/", DATE)), "A3")
    said = "Halaman kota-wanasari/kartu-ak1/ di situs layanan dinas. Tanpa kode QR: alamat situs"
    assert squashed(said) in text(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not [e for e in elements(whole(pdf)) if Name.Figure == e.S]


LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
    b'<rect width="20" height="20" fill="#123456"/></svg>'
)


def test_the_offices_logo_stands_in_the_head_and_is_named() -> None:
    sheet = dataclasses.replace(content("kota-wanasari/kartu-ak1"), logo=Gambar("svg", LOGO))
    with pikepdf.open(BytesIO(write(sheet, "A3"))) as pdf:
        check_ownership(pdf)
        names = [str(e.Alt) for e in elements(whole(pdf)) if Name.Figure == e.S]
        assert names[0] == f"Logo {sheet.instansi}"


def test_hostile_words_are_printed_as_typed() -> None:
    words = "{{ 7*7 }} <script>alert(1)</script> & | ](javascript:x)"
    sop: Sop = DATA.sop["kota-wanasari/kartu-ak1"]
    first = sop.persyaratan[0].model_copy(update={"berkas": words, "catatan": words})
    hostile = sop.model_copy(update={"nama": words, "persyaratan": [first, *sop.persyaratan[1:]]})
    said = text(write(poster(layanan(DATA, hostile), Edition(SITE, DATE)), "A3"))
    assert said.count(squashed(words)) == 3


def test_bytes_are_the_same_in_another_process() -> None:
    code = f"""
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.papers.poster.content import poster
from sop_terbuka.publish.papers.poster.pdf import write
sop = catalog.sop["kota-wanasari/kartu-ak1"]
edition = Edition("{SITE}" + sop.id + "/", "{DATE}")
made = write(poster(layanan(catalog, sop), edition), "A4")
"""
    assert made_elsewhere(code) == made("kota-wanasari/kartu-ak1", "A4")
