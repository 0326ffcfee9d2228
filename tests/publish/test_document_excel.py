"""The official document as XLSX: real cells, real shapes, and the record to come back by."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

import openpyxl
import pytest
from lxml import etree

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.data.plain import written
from sop_terbuka.intake import readers
from sop_terbuka.intake.carried import carried_by, compare
from sop_terbuka.intake.folding import folded
from sop_terbuka.intake.printing import as_json
from sop_terbuka.meaning.graph import graph
from sop_terbuka.publish.papers.official import sop_ap_docx, sop_ap_xlsx
from tests.alur import NAMES, flow
from tests.document_text import ADDRESS, VERSION
from tests.papers import site_of

SOP = "kota-wanasari/kartu-ak1"
MOST_BYTES = 60_000


class Writer(Protocol):
    """What makes the file of one SOP."""

    def __call__(self, catalog: Catalog, sop: Sop, version: str, address: str) -> bytes:
        """The file's bytes."""


@pytest.fixture(scope="module")
def papers(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every SOP's workbook."""
    folder = tmp_path_factory.mktemp("xlsx")
    found = {}
    for sop in catalog.sop.values():
        found[sop.id] = folder / f"{sop.id.replace('/', '-')}.xlsx"
        found[sop.id].write_bytes(sop_ap_xlsx(catalog, sop, VERSION, ADDRESS))
    return found


def edited(path: Path, part: str, old: str, new: str, target: Path) -> Path:
    """The workbook as Excel would save it with one text written over."""
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w") as after:
        assert part in before.namelist()
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(name, data)
    return target


def test_every_workbook_comes_back_equal(catalog: Catalog, papers: dict[str, Path]) -> None:
    for sop in catalog.sop.values():
        carried = carried_by(papers[sop.id])
        assert carried is not None
        assert (carried.id, carried.data) == (sop.id, written(sop))
        seen = as_json(readers.read(papers[sop.id])[0])
        assert len(seen["langkah"]) == len(sop.langkah), sop.id
        changes = compare(carried.data, carried.printed, seen)
        assert not changes, (sop.id, changes)


def test_the_drawn_flow_is_the_flow_of_the_data(catalog: Catalog, papers: dict[str, Path]) -> None:
    for sop in catalog.sop.values():
        if not sop.langkah:
            continue
        drawing, (reading, *_) = graph(sop), readers.read(papers[sop.id])
        rows = reading.langkah
        places = [(s.row, s.lane) for s in drawing.symbols]
        wanted = {(places[e.source], places[e.target]) for e in drawing.edges}

        def place(end: tuple[int, int], rows: Any = rows) -> tuple[int, int]:
            return end[0], rows[end[0]].simbol[end[1]].lajur

        drawn = {(place(arrow.dari), place(arrow.ke)) for arrow in folded(reading)}
        assert drawn == wanted, sop.id
        seen = sorted((n, s.lajur) for n, row in enumerate(rows) for s in row.simbol)
        assert seen == sorted(places), sop.id


@pytest.mark.parametrize("write", [sop_ap_xlsx, sop_ap_docx])
def test_flows_that_offices_really_draw_are_read_back(write: Writer, tmp_path: Path) -> None:
    hits, wanted_count, seen_count = Counter[str](), Counter[str](), Counter[str]()
    for name in NAMES:
        sop = flow(name)
        path = tmp_path / f"sop-ap{'.xlsx' if write is sop_ap_xlsx else '.docx'}"
        path.write_bytes(write(site_of(sop), sop, VERSION, ADDRESS))
        drawn, (reading, *_) = graph(sop), readers.read(path)
        carried = carried_by(path)
        assert carried is not None
        assert not compare(carried.data, carried.printed, as_json(reading)), name
        places = [(s.row, s.lane) for s in drawn.symbols]
        rows = reading.langkah

        def place(end: tuple[int, int], rows: Any = rows) -> tuple[int, int]:
            return end[0], rows[end[0]].simbol[end[1]].lajur

        pairs = {
            "simbol": (
                Counter(places),
                Counter((n, s.lajur) for n, row in enumerate(rows) for s in row.simbol
                        if s.jenis != "penghubung"),
            ),
            "panah": (
                Counter((places[e.source], places[e.target]) for e in drawn.edges),
                Counter((place(a.dari), place(a.ke)) for a in folded(reading)),
            ),
        }  # fmt: skip
        for kind, (wanted, seen) in pairs.items():
            hits[kind] += (wanted & seen).total()
            wanted_count[kind] += wanted.total()
            seen_count[kind] += seen.total()
    assert hits["simbol"] == wanted_count["simbol"] == seen_count["simbol"]
    assert 2 * hits["panah"] >= 0.99 * (wanted_count["panah"] + seen_count["panah"])


def test_lines_that_are_not_glued_are_read_by_their_places(tmp_path: Path) -> None:
    for name in NAMES[::4]:
        sop = flow(name)
        path = tmp_path / "sop-ap.xlsx"
        path.write_bytes(sop_ap_xlsx(site_of(sop), sop, VERSION, ADDRESS))
        bare = tmp_path / "tanpa-lem.xlsx"
        with zipfile.ZipFile(path) as before, zipfile.ZipFile(bare, "w") as after:
            for part in before.namelist():
                data = before.read(part)
                if part.startswith("xl/drawings/"):
                    data = re.sub(rb"<a:(?:st|end)Cxn [^>]*/>", b"", data)
                    assert b"Cxn id" not in data
                after.writestr(part, data)
        glued, loose = readers.read(path)[0], readers.read(bare)[0]
        assert {(a.dari, a.ke) for a in loose.panah} == {(a.dari, a.ke) for a in glued.panah}, name


def test_answers_stand_at_their_arrows(catalog: Catalog, papers: dict[str, Path]) -> None:
    drawn = graph(catalog.sop[SOP])
    (reading,) = readers.read(papers[SOP])
    assert sorted(arrow.label.teks for arrow in reading.panah) == sorted(
        edge.answer for edge in drawn.edges
    )


def test_a_changed_cell_is_that_change_alone(papers: dict[str, Path], tmp_path: Path) -> None:
    old = "Mengisi daftar hadir kemudian mengisi biodata di website E-Makaryo"
    target = tmp_path / "a.xlsx"
    path = edited(papers[SOP], "xl/worksheets/sheet2.xml", old, "Mengisi biodata", target)
    carried = carried_by(path)
    assert carried is not None
    changes = compare(carried.data, carried.printed, as_json(readers.read(path)[0]))
    assert [(e.path, e.dari, e.menjadi) for e in changes.edits] == [
        (("langkah", "isi-biodata", "kegiatan"), old, "Mengisi biodata")
    ]
    assert changes.added == []
    assert changes.removed == []
    assert changes.notes == []


def test_every_part_is_good_xml_and_named_in_the_package(papers: dict[str, Path]) -> None:
    for path in papers.values():
        assert path.stat().st_size < MOST_BYTES
        with zipfile.ZipFile(path) as package:
            types = package.read("[Content_Types].xml").decode()
            for name in package.namelist():
                etree.fromstring(package.read(name))
                is_usual = name.endswith((".rels", "item1.xml")) or name.startswith("[")
                assert is_usual or f'"/{name}"' in types, name
        assert openpyxl.load_workbook(path).sheetnames[0] == "Identitas"


def test_a_text_that_begins_like_a_formula_stays_text(catalog: Catalog) -> None:
    sop = catalog.sop[SOP]
    hostile = '=HYPERLINK("http://x")'
    steps = [sop.langkah[0].model_copy(update={"kegiatan": hostile}), *sop.langkah[1:]]
    bad = sop.model_copy(update={"langkah": steps, "peralatan": [hostile, "kendali\x0b"]})
    book = openpyxl.load_workbook(io.BytesIO(sop_ap_xlsx(catalog, bad, VERSION, ADDRESS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sum(hostile in str(cell.value) for cell in cells) == 2


def test_the_same_data_makes_the_same_bytes(catalog: Catalog, papers: dict[str, Path]) -> None:
    assert sop_ap_xlsx(catalog, catalog.sop[SOP], VERSION, ADDRESS) == papers[SOP].read_bytes()
