"""The official document as DOCX: all of the data, real styles and tables, opened by LibreOffice."""

import base64
import dataclasses
import io
import subprocess
import zipfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.word import readings
from sop_terbuka.meaning.graph import graph
from sop_terbuka.publish.papers.official import sop_ap_docx
from sop_terbuka.publish.papers.official.word.connector import Connector, connectors
from sop_terbuka.publish.papers.official.word.measure import height, line_count, width, words_of
from tests.alur import NAMES, flow
from tests.builders import catalog as small
from tests.builders import sop as faultless
from tests.document_text import ADDRESS, VERSION, missing, squashed, text_of_pdf
from tests.elsewhere import made_elsewhere
from tests.papers import site_of

RETURNS = "kota-wanasari/rekomendasi-iui"
LONG = "kab-rimbaraya/pelatihan-berbasis-kompetensi"
MANY_ACTORS = "kab-rimbaraya/pencadangan-tanah-transmigrasi"
WITHOUT_STEPS = "kab-rimbaraya/cuti-tahunan"
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> dict[str, bytes]:
    """Every SOP's document."""
    return {sop.id: sop_ap_docx(catalog, sop, VERSION, ADDRESS) for sop in catalog.sop.values()}


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """The text of body and foot, paragraph by paragraph."""
    document = opened(data)
    roots = [document.element.body, document.sections[0].footer._element]
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for root in roots
        for paragraph in root.iter(qn("w:p"))
    )


A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PRESETS = {
    "mulai": "flowChartTerminator",
    "selesai": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "dokumen": "flowChartDocument",
}


@dataclass
class Found:
    """The flow of a file: symbols as name, shape, row, lane, words; arrows with their heads."""

    symbols: list[tuple[str, str, int, int, str]] = field(default_factory=list)
    arrows: dict[str, set[tuple[str, bool]]] = field(default_factory=dict)


def flow_of(data: bytes) -> Found:
    """The flow of a document, found by its tables and shapes alone."""
    body = opened(data).element.body
    keys = {item.get("id"): item.get("name") for item in body.iter(WPS + "cNvPr")}
    found = Found()
    row = -1
    for line in body.iter(qn("w:tr")):
        if line.find(".//" + qn("wp:anchor")) is None:
            continue
        row += 1
        for n, cell in enumerate(line.findall(qn("w:tc"))):
            for shape in cell.iter(qn("wp:anchor")):
                _take(found, shape, keys, row, n - 2)
    return found


def _take(found: Found, shape: Any, keys: dict[str, str], row: int, lane: int) -> None:
    named = shape.find(qn("wp:docPr"))
    name, preset = named.get("name"), shape.find(".//" + A + "prstGeom").get("prst")
    if preset in PRESETS.values():
        found.symbols.append((name, preset, row, lane, named.get("descr")))
    elif "onnector1" in preset or "bentConnector" in preset:
        heads = found.arrows.setdefault(name, set())
        for cxn, end in (("stCxn", "headEnd"), ("endCxn", "tailEnd")):
            joined = shape.find(".//" + A + cxn)
            if joined is not None and shape.find(".//" + A + end) is not None:
                heads.add((keys[joined.get("id")], True))


def sop_docx(sop: Sop) -> bytes:
    """The document of an SOP that belongs to no site."""
    return sop_ap_docx(site_of(sop), sop, VERSION, ADDRESS)


def changed(record: Any, **values: Any) -> Any:
    return record.model_copy(update=values)


def test_the_text_of_every_docx_holds_all_of_the_data(
    catalog: Catalog, made: dict[str, bytes]
) -> None:
    lost = {sop.id: missing(sop, text_of(made[sop.id])) for sop in catalog.sop.values()}
    assert {sop_id: texts for sop_id, texts in lost.items() if texts} == {}


def test_no_docx_says_none_and_all_are_small(made: dict[str, bytes]) -> None:
    for sop_id, data in made.items():
        assert "None" not in text_of(data), sop_id
        assert len(data) < MOST_BYTES, sop_id


def test_the_foot_names_version_status_and_address(made: dict[str, bytes]) -> None:
    foot = opened(made[RETURNS]).sections[0].footer
    assert [paragraph.text for paragraph in foot.paragraphs] == [
        f"Penerbitan Rekomendasi Ijin Usaha Industri · Versi {VERSION}\tHalaman  dari ",
        f"Salinan dokumen, belum diperiksa dinas · {ADDRESS}",
    ]
    fields = [field.get(qn("w:instr")) for field in foot._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("paper", "wide", "tall"), [("f4", 330, 215), ("a4", 297, 210)])
def test_pages_are_landscape_in_the_papers_size(
    catalog: Catalog, paper: str, wide: int, tall: int
) -> None:
    section = opened(sop_ap_docx(catalog, catalog.sop[RETURNS], VERSION, ADDRESS, paper)).sections[
        0
    ]
    assert section.page_width is not None
    assert section.page_height is not None
    assert abs(section.page_width - Mm(wide)) < Mm(0.1)
    assert abs(section.page_height - Mm(tall)) < Mm(0.1)
    assert section._sectPr.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape"


def test_the_properties_say_title_author_and_language_but_no_time(
    made: dict[str, bytes],
) -> None:
    known = opened(made[RETURNS]).core_properties
    assert known.title == "SOP-AP Penerbitan Rekomendasi Ijin Usaha Industri"
    assert known.author == "Dinas Perindustrian dan Tenaga Kerja Kota Wanasari"
    assert known.language == "id-ID"
    assert known.created is None
    assert known.modified is None


def test_text_is_arial_and_indonesian(made: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(made[RETURNS])) as package:
        styles = package.read("word/styles.xml").decode()
        body = package.read("word/document.xml").decode()
    assert 'w:ascii="Arial"' in styles
    assert 'w:val="id-ID"' in styles
    assert "Theme" not in styles
    assert "w:rFonts" not in body


def test_every_paragraph_has_a_style_that_exists(made: dict[str, bytes]) -> None:
    document = opened(made[RETURNS])
    known = {style.style_id for style in document.styles}
    used = {style.get(qn("w:val")) for style in document.element.iter(qn("w:pStyle"))}
    assert used <= known
    assert {"Title", "Heading1", "Sel", "KepalaTabel", "Gambar", "Lambang"} <= used


def test_heads_repeat_and_rows_stay_whole(made: dict[str, bytes]) -> None:
    table = opened(made[LONG]).tables[1]
    rows = table._tbl.findall(qn("w:tr"))
    assert [row.find(".//" + qn("w:tblHeader")) is not None for row in rows[:3]] == [
        True,
        True,
        False,
    ]
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)


def test_every_symbol_stands_in_the_cell_of_its_actor_and_says_what_it_is(
    made: dict[str, bytes], catalog: Catalog
) -> None:
    found = flow_of(made[RETURNS])
    expected = graph(catalog.sop[RETURNS])
    assert [(key, row, lane) for key, _, row, lane, _ in found.symbols] == [
        (f"sop:{symbol.key}", symbol.row, symbol.lane) for symbol in expected.symbols
    ]
    assert all(words.startswith(f"Langkah {row + 1}: ") for _, _, row, _, words in found.symbols)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_flow_is_the_same_when_read_back(name: str) -> None:
    sop = flow(name)
    expected = graph(sop)
    found = flow_of(sop_docx(sop))
    assert sorted((key, kind, row, lane) for key, kind, row, lane, _ in found.symbols) == sorted(
        (f"sop:{s.key}", PRESETS[s.kind], s.row, s.lane) for s in expected.symbols
    )
    keys = [f"sop:{symbol.key}" for symbol in expected.symbols]
    assert found.arrows == {
        f"{keys[e.source]} > {keys[e.target]}": ({(keys[e.source], True)} if e.is_both else set())
        | (set() if e.is_headless else {(keys[e.target], True)})
        for e in expected.edges
    }


def test_connectors_name_the_shapes_they_join(made: dict[str, bytes]) -> None:
    root = opened(made[RETURNS]).element
    shapes = {int(item.get("id")) for item in root.iter(WPS + "cNvPr")}
    joined = [int(item.get("id")) for tag in ("stCxn", "endCxn") for item in root.iter(A + tag)]
    assert joined
    assert set(joined) <= shapes
    # Readers pass over them: the row says in words where each leads.
    passed = [item for item in root.iter(qn("wp:docPr")) if item.get("descr") is None]
    assert passed
    assert all(" > " in item.get("name") and len(item) for item in passed)
    numbers = [item.get("id") for item in root.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers)


@given(st.lists(st.tuples(st.integers(-90, 90), st.integers(-90, 90)), min_size=2, max_size=9))
def test_connectors_run_along_the_way(turns: list[tuple[int, int]]) -> None:
    way = [(0.0, 0.0)]
    for n, (x, y) in enumerate(turns):
        last = way[-1]
        way.append((float(x), last[1]) if n % 2 else (last[0], float(y)))
    drawn = [corner for part in connectors(way) for corner in _corners(part)]
    kept = [spot for n, spot in enumerate(drawn) if not n or spot != drawn[n - 1]]
    # Along the same lines: every corner drawn is on the way, every end is the way's end.
    if kept:
        assert kept[0] == pytest.approx(way[0], abs=1.1)
        assert kept[-1] == pytest.approx(way[-1], abs=1.1)
        for one, other in pairwise(kept):
            assert one[0] == pytest.approx(other[0], abs=0.1) or one[1] == pytest.approx(
                other[1], abs=0.1
            )


def _corners(part: Connector) -> list[tuple[float, float]]:
    """The corners as Word works them out, in the direction of the flow."""
    count = int(part.preset[-1])
    spots = [(0.0, 0.0)]
    for n in range(1, count):
        x, y = spots[-1]
        value = 1.0 if n == count - 1 else part.corners[n - 1] / 100000
        spots.append((value, y) if n % 2 else (x, value))
    spots.append((1.0, 1.0))
    turned = [
        (
            part.left + part.width * (1 - x if part.flip_x else x),
            part.top + part.height * (1 - y if part.flip_y else y),
        )
        for x, y in spots
    ]
    return turned[::-1] if part.is_reversed else turned


def test_each_list_begins_at_one(made: dict[str, bytes]) -> None:
    document = opened(made[RETURNS])
    numbers = [item.get(qn("w:val")) for item in document.element.iter(qn("w:numId"))]
    assert len(set(numbers)) == 3
    root = document.part.numbering_part.element
    starts = root.findall(".//" + qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["1", "1", "1"]


def test_an_sop_without_steps_says_why(made: dict[str, bytes]) -> None:
    assert "Dokumen tidak memuat tabel langkah." in text_of(made[WITHOUT_STEPS])


def test_hostile_texts_show_as_typed(catalog: Catalog) -> None:
    hostile = "{{ 7*7 }} <script>alert(1)</script> <w:p/> ](javascript:x) | & \"k\" 'k'"
    sop = catalog.sop[RETURNS]
    steps = [changed(sop.langkah[0], kegiatan=hostile, output=[hostile]), *sop.langkah[1:]]
    bad = changed(sop, nama_sop=hostile, langkah=steps, peralatan=[hostile])
    text = text_of(sop_ap_docx(catalog, bad, VERSION, ADDRESS))
    # Name, head of the matrix, step, output, equipment and foot.
    assert text.count(hostile) == 6


def test_another_process_makes_the_same_bytes(catalog: Catalog, made: dict[str, bytes]) -> None:
    code = f"""
from sop_terbuka.publish.papers.official import sop_ap_docx
made = sop_ap_docx(catalog, catalog.sop["{RETURNS}"], "{VERSION}", "{ADDRESS}")
"""
    assert made_elsewhere(code) == made[RETURNS]


def test_lines_are_counted_rather_too_many_than_too_few() -> None:
    assert width("Ab", 10) == pytest.approx(12.23)
    assert line_count(words_of("satu dua tiga"), 1000, 8) == 1
    assert line_count(words_of("satu dua tiga"), width("satu dua", 8) * 1.03, 8) == 2
    # A word wider than the room is cut into letters.
    assert line_count(words_of("W" * 20), width("W" * 5, 8), 8) >= 5
    assert height(["a", "b"], 100, 8, 10, 2) == 24


@pytest.mark.slow
def test_libreoffice_shows_the_same_text_on_the_planned_pages(
    catalog: Catalog, made: dict[str, bytes], tmp_path: Path
) -> None:
    chosen = (RETURNS, LONG, MANY_ACTORS, WITHOUT_STEPS)
    paths = {sop_id: tmp_path / f"{sop_id.replace('/', '_')}.docx" for sop_id in chosen}
    for sop_id, path in paths.items():
        path.write_bytes(made[sop_id])
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *map(str, paths.values()),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    for sop_id, path in paths.items():
        text = text_of_pdf(path.with_suffix(".pdf"))
        assert missing(catalog.sop[sop_id], text) == [], sop_id
        starts = opened(made[sop_id]).element.body.findall(".//" + qn("w:pageBreakBefore"))
        # Text that needs more room than was planned would give a page more.
        assert text.count("\f") == len(starts) + 1, sop_id
        assert squashed(ADDRESS) in squashed(text)


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="30" height="10" '
    b'fill="#c00000"/></svg>'
)


def with_logo(name: str, content: bytes) -> bytes:
    made = faultless()
    site = dataclasses.replace(small(made, logo=name), gambar={f"kota-contoh/{name}": content})
    return sop_ap_docx(site, made, VERSION, ADDRESS)


def logos(data: bytes) -> list[tuple[str, bytes, float, float]]:
    """What pictures in the head say of themselves, their bytes, and width and height in mm."""
    document = opened(data)
    found = []
    for inline in document.tables[0]._tbl.iter(qn("wp:inline")):
        key = next(inline.iter(f"{A}blip")).get(qn("r:embed"))
        size = (int(inline.extent.get(side)) / Mm(1) for side in ("cx", "cy"))
        found.append((inline.docPr.get("descr"), document.part.related_parts[key].blob, *size))
    return found


def test_the_offices_logo_stands_in_the_head() -> None:
    ((words, content, wide, tall),) = logos(with_logo("logo.png", PNG))
    assert words == "Logo Dinas Contoh dan Arsip Kota Contoh"
    assert content == PNG
    assert (round(wide), round(tall)) == (16, 16)


def test_a_drawn_logo_becomes_dots_of_its_colour_and_shape() -> None:
    ((_, content, wide, tall),) = logos(with_logo("logo.svg", SVG))
    assert content.startswith(b"\x89PNG")
    assert (round(wide), round(tall)) == (64, 16)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == (600, 150)
        assert picture.getpixel((300, 75)) == (192, 0, 0, 255)
        # Where nothing is drawn the paper shows.
        assert picture.getpixel((590, 75))[3] == 0


def test_a_drawing_without_a_size_is_left_out() -> None:
    empty = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    assert logos(with_logo("logo.svg", empty)) == []


def test_a_logo_changes_nothing_that_is_read_back() -> None:
    made = faultless()
    without = sop_ap_docx(small(made), made, VERSION, ADDRESS)
    (one,), (other,) = (
        readings(io.BytesIO(data), "sop-ap.docx") for data in (without, with_logo("logo.svg", SVG))
    )
    assert as_json(one) == as_json(other)
