"""The official document as PDF: all of the data, tagged, in our fonts, the same bytes each time."""

import io
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.meaning.layanan import layanan
from sop_terbuka.publish.output import Edition
from sop_terbuka.publish.papers.official import PAPERS, content, sop_ap_pdf
from sop_terbuka.publish.papers.official.content import Isi
from sop_terbuka.publish.papers.official.paper import Paper, columns
from sop_terbuka.publish.papers.official.pdf import _drawn, _words
from sop_terbuka.publish.papers.official.plan import balanced, filled
from sop_terbuka.publish.papers.official.signature import Pengesahan, signature
from tests.document_text import ADDRESS, VERSION, missing, squashed, text_of_pdf
from tests.elsewhere import made_elsewhere
from tests.tagged import check_ownership

RETURNS = "kota-wanasari/rekomendasi-iui"
LONG = "kab-rimbaraya/pelatihan-berbasis-kompetensi"
WITHOUT_STEPS = "kab-rimbaraya/cuti-tahunan"
WITHOUT_IDENTITY = "kab-rimbaraya/nota-permintaan-dana"
# 40 steps and more make no sense on paper; the real documents stay far below this.
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def folder(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every SOP's document on F4."""
    made = tmp_path_factory.mktemp("pdf")
    for sop in catalog.sop.values():
        path_of(made, sop.id).write_bytes(sop_ap_pdf(catalog, sop, VERSION, ADDRESS))
    return made


def path_of(folder: Path, sop_id: str) -> Path:
    return folder / (sop_id.replace("/", "_") + ".pdf")


def changed(record: Any, **values: Any) -> Any:
    return record.model_copy(update=values)


@pytest.mark.slow
def test_the_text_of_every_pdf_holds_all_of_the_data(catalog: Catalog, folder: Path) -> None:
    lost = {
        sop.id: missing(sop, text_of_pdf(path_of(folder, sop.id))) for sop in catalog.sop.values()
    }
    assert {sop_id: texts for sop_id, texts in lost.items() if texts} == {}


@pytest.mark.slow
def test_no_pdf_says_none_or_shows_a_template(catalog: Catalog, folder: Path) -> None:
    for sop_id in catalog.sop:
        text = text_of_pdf(path_of(folder, sop_id))
        assert "None" not in text, sop_id
        assert "{{" not in text, sop_id


@pytest.mark.slow
def test_every_pdf_is_small(folder: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.slow
def test_every_page_names_version_status_address_and_its_number(folder: Path) -> None:
    path = path_of(folder, RETURNS)
    pages = text_of_pdf(path).split("\f")[:-1]
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert f"Versi {VERSION}" in text
        assert "Salinan dokumen, belum diperiksa dinas" in text
        assert ADDRESS in text
        assert f"Halaman {number} dari 3" in text


@pytest.mark.slow
def test_every_pdf_is_tagged_and_says_its_title_and_language(
    catalog: Catalog, folder: Path
) -> None:
    for sop in catalog.sop.values():
        with pikepdf.open(path_of(folder, sop.id)) as pdf:
            root = pdf.Root
            assert root.MarkInfo.Marked
            assert "/StructTreeRoot" in root
            assert str(root.Lang) == "id"
            assert root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
                assert metadata["dc:title"] == f"SOP-AP {sop.nama_sop or sop.nama}"
            info = {str(key) for key in pdf.docinfo}
            assert not info & {"/CreationDate", "/ModDate"}


@pytest.mark.slow
def test_all_text_belongs_to_the_structure_or_is_decoration(folder: Path) -> None:
    for path in sorted(folder.rglob("*.pdf"))[:4]:
        with pikepdf.open(path) as pdf:
            check_ownership(pdf)


def test_every_drawing_has_words_that_say_who_acts(catalog: Catalog, folder: Path) -> None:
    with pikepdf.open(path_of(folder, RETURNS)) as pdf:
        figures = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        words = [str(figure.Alt) for figure in figures]
    assert "Langkah 7: keputusan, Kepala Bidang Industri" in words
    assert len([text for text in words if text.startswith("Langkah")]) == 9


@pytest.mark.slow
def test_every_pdf_embeds_our_fonts_and_no_others(folder: Path) -> None:
    names = set()
    for path in folder.iterdir():
        with pikepdf.open(path) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    assert "/FontFile2" in item
                    names.add(str(item.FontName).partition("+")[2])
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "NotoSansSymbols2-Regular"}


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "width", "height"), [("f4", 330, 215), ("a4", 297, 210)])
def test_pages_have_the_papers_size(
    catalog: Catalog, paper: str, width: float, height: float
) -> None:
    made = sop_ap_pdf(catalog, catalog.sop[WITHOUT_STEPS], VERSION, ADDRESS, paper)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        box = [float(x) * 25.4 / 72 for x in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, width, height], abs=0.1)


@pytest.mark.slow
def test_an_arrow_over_a_page_break_has_the_same_letter_on_both_pages(folder: Path) -> None:
    pages = text_of_pdf(path_of(folder, LONG)).split("\f")
    assert "A" in pages[1].split("\n")
    assert "A" in pages[2].split("\n")
    assert "sambungan ke halaman lain" in pages[2]


@pytest.mark.slow
def test_heads_are_repeated_on_every_page_of_the_matrix(folder: Path) -> None:
    for page in text_of_pdf(path_of(folder, LONG)).split("\f")[1:3]:
        assert "Mutu baku" in page
        assert "PetugasAdministrasi" in squashed(page)


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["f4", "a4"])
@pytest.mark.parametrize("sop_id", [LONG, RETURNS, "kab-rimbaraya/pencadangan-tanah-transmigrasi"])
def test_pages_end_where_the_connectors_are(
    catalog: Catalog, tmp_path: Path, sop_id: str, paper: str
) -> None:
    sop = catalog.sop[sop_id]
    isi = content(layanan(catalog, sop), Edition(ADDRESS, versi=VERSION))
    path = tmp_path / "alur.pdf"
    path.write_bytes(sop_ap_pdf(catalog, sop, VERSION, ADDRESS, paper))
    # The identity, the planned pages of the matrix, and the worksheets.
    breaks = plan_of(isi, PAPERS[paper])
    pages = [squashed(page) for page in text_of_pdf(path).split("\f")[1:]]
    edges = (0, *breaks, len(isi.baris))
    for page, (start, end) in zip(pages, pairwise(edges), strict=False):
        assert [
            row.nomor for row in isi.baris[start:end] if squashed(row.kegiatan) not in page
        ] == []
    # A page with one row only looks forgotten.
    assert not breaks or len(isi.baris) - breaks[-1] >= 2


def plan_of(isi: Isi, paper: Paper) -> tuple[int, ...]:
    breaks: tuple[int, ...] = _drawn(isi, paper, _words(isi, paper))["pisah"]
    return breaks


@pytest.mark.slow
def test_empty_fields_leave_lines_to_write_on(folder: Path) -> None:
    text = text_of_pdf(path_of(folder, WITHOUT_IDENTITY))
    for label in ("Nomor SOP", "Tanggal efektif", "Disahkan oleh", "Nama SOP", "Peringatan"):
        assert label in text
    assert "Dokumen sumber tidak memuat halaman identitas." in text


@pytest.mark.slow
def test_an_sop_without_steps_says_why(folder: Path) -> None:
    assert "Dokumen tidak memuat tabel langkah." in text_of_pdf(path_of(folder, WITHOUT_STEPS))


def test_hostile_texts_show_as_typed(catalog: Catalog, tmp_path: Path) -> None:
    hostile = (
        "{{ 7*7 }} <script>alert(1)</script> ](javascript:alert(1)) | & \"k\" 'k' "
        '<img src="file:///etc/passwd"><style>body{display:none}</style>'
    )
    sop = catalog.sop[RETURNS]
    steps = [changed(sop.langkah[0], kegiatan=hostile, output=[hostile]), *sop.langkah[1:]]
    bad = changed(
        sop,
        nama_sop=hostile,
        langkah=steps,
        peralatan=[hostile],
        pelaksana=[changed(sop.pelaksana[0], nama=hostile), *sop.pelaksana[1:]],
    )
    path = tmp_path / "jahat.pdf"
    path.write_bytes(sop_ap_pdf(catalog, bad, VERSION, ADDRESS))
    text = squashed(text_of_pdf(path))
    # Title, head of the matrix, actor, step, output, equipment, and the foot of every page.
    assert text.count(squashed(hostile)) >= 6


def test_words_without_end_stay_in_their_columns(catalog: Catalog, tmp_path: Path) -> None:
    sop = catalog.sop[RETURNS]
    step = changed(sop.langkah[0], kegiatan="m" * 300, waktu="w" * 40, output=["o" * 90, "satu"])
    actor = changed(sop.pelaksana[0], nama="Pertanggungjawaban" + "l" * 80)
    bad = changed(
        sop,
        nama_sop="n" * 200,
        langkah=[step, *sop.langkah[1:]],
        pelaksana=[actor, *sop.pelaksana[1:]],
    )
    path = tmp_path / "panjang.pdf"
    path.write_bytes(sop_ap_pdf(catalog, bad, VERSION, ADDRESS))
    wide = columns(PAPERS["f4"], len(sop.pelaksana), any(row.keterangan for row in sop.langkah))
    rooms = {
        "n": PAPERS["f4"].text_width,
        "m": wide.kegiatan,
        "w": wide.waktu,
        "o": wide.output,
        "l": wide.lane,
    }
    command = ["pdftotext", "-bbox", str(path), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.replace(
        "\u00ad", ""
    )
    found: dict[str, float] = {}
    for left, right, word in re.findall(r'xMin="(\S+)".*xMax="(\S+)".*>(\w+)-?<', boxes):
        if len(set(word)) == 1 and len(word) > 3:
            found[word[0]] = max(found.get(word[0], 0), float(right) - float(left))
    assert found.keys() == rooms.keys()
    assert [one for one, room in rooms.items() if found[one] * 25.4 / 72 > room - 1] == []


@pytest.mark.slow
def test_a_step_taller_than_a_page_loses_no_text(catalog: Catalog, tmp_path: Path) -> None:
    sop = catalog.sop[RETURNS]
    words = " ".join(f"kata{n}" for n in range(500))
    long = changed(sop, langkah=[changed(sop.langkah[0], kegiatan=words), *sop.langkah[1:]])
    path = tmp_path / "panjang.pdf"
    path.write_bytes(sop_ap_pdf(catalog, long, VERSION, ADDRESS))
    found = text_of_pdf(path).split()
    assert [word for word in words.split() if word not in found] == []


@pytest.mark.slow
def test_another_process_makes_the_same_bytes(catalog: Catalog, folder: Path) -> None:
    code = f"""
from sop_terbuka.publish.papers.official import sop_ap_pdf
made = sop_ap_pdf(catalog, catalog.sop["{RETURNS}"], "{VERSION}", "{ADDRESS}")
"""
    assert made_elsewhere(code) == path_of(folder, RETURNS).read_bytes()


def test_the_signature_is_cut_after_the_post_and_before_the_number(catalog: Catalog) -> None:
    office = catalog.instansi["kota-wanasari"]
    written = "KEPALA DINAS PERINDUSTRIAN DAN TENAGA KERJA Dwi Sri Budi Santoso, M.Si NIP. 19711214"
    assert signature(written, office) == Pengesahan(
        "KEPALA DINAS PERINDUSTRIAN DAN TENAGA KERJA", "Dwi Sri Budi Santoso, M.Si", "NIP. 19711214"
    )


def test_no_signature_loses_a_word(catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        if sop.dokumen.disahkan_oleh:
            written = sop.dokumen.disahkan_oleh.tertulis
            cut = signature(written, catalog.instansi[sop.instansi])
            assert " ".join(filter(None, [cut.jabatan, cut.nama, cut.nip])) == written


def test_pages_are_filled_from_the_top() -> None:
    assert filled([10, 10, 10, 10, 10], 25, 30, 5) == ((2,), True)


def test_a_last_page_with_one_row_gets_a_second_one() -> None:
    assert balanced([10, 10, 10, 10], [3]) == (2,)


def test_a_foot_alone_gets_rows_to_stand_under() -> None:
    assert balanced([10, 10, 10, 10], [], is_foot_alone=True) == (2,)
