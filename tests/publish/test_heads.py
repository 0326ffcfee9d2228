"""Every cell of a printed matrix knows its heads, read back from the structure tree of the PDF."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import pikepdf
import pytest
from lxml import html as lxml_html

from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import columns
from sop_terbuka.publish.drawing.matrix import matrix
from sop_terbuka.publish.papers.heads import associate
from sop_terbuka.publish.papers.official import sop_ap_docx, sop_ap_pdf
from tests.alur import flow
from tests.document_text import ADDRESS, VERSION
from tests.papers import site_of


def _elements(root: Any, *kinds: str) -> Iterator[Any]:
    kids = root.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if str(kid.S) in kinds:
                yield kid
            else:
                yield from _elements(kid, *kinds)


def _headers(cell: Any) -> list[str]:
    return [str(name) for name in cell.A.get("/Headers", [])]


@pytest.mark.parametrize("name", ["025", "336"])
def test_every_cell_of_the_matrix_points_to_its_heads(name: str) -> None:
    sop = flow(name)
    lanes = len(columns(sop))
    made = sop_ap_pdf(site_of(sop), sop, VERSION, ADDRESS)
    checked = 0
    with pikepdf.open(BytesIO(made)) as pdf:
        for table in _elements(pdf.Root.StructTreeRoot, "/Table"):
            rows = [list(_elements(row, "/TH", "/TD")) for row in _elements(table, "/TR")]
            if len(rows[0]) != 5 or str(rows[0][0].S) != "/TH":
                continue
            number, activity, actors, quality, remarks = (str(cell.ID) for cell in rows[0])
            names = [str(cell.ID) for cell in rows[1]]
            assert len(names) == lanes + 3
            # The lower heads belong to the upper ones.
            assert [_headers(cell) for cell in rows[1]] == [[actors]] * lanes + [[quality]] * 3
            assert {str(cell.A.Scope) for row in rows[:2] for cell in row} == {"/Column"}
            for row in rows[2:]:
                head, *cells = row
                assert (_headers(head), str(head.A.Scope)) == ([number], "/Row")
                own = str(head.ID)
                assert [_headers(cell) for cell in cells] == [
                    [own, activity],
                    [own, actors, *names[:lanes]],
                    *([own, quality, name] for name in names[lanes:]),
                    [own, remarks],
                ]
                checked += len(cells)
        ids = [str(part) for part in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
        assert ids == sorted(set(ids))
    assert checked == 6 * len(sop.langkah)


def test_a_document_without_tables_is_left_alone() -> None:
    with pikepdf.new() as pdf:
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array())
        associate(pdf)
        assert "/IDTree" not in pdf.Root.StructTreeRoot


def grouped() -> Sop:
    """Three actors, the last two under one head."""
    sop = flow("336")
    heads = (None, "Tim Neraca", "Tim Neraca")
    actors = [
        actor.model_copy(update={"kelompok": head})
        for actor, head in zip(sop.pelaksana, heads, strict=True)
    ]
    return sop.model_copy(update={"pelaksana": actors})


def test_a_head_over_two_lanes_is_theirs_on_paper() -> None:
    sop = grouped()
    made = sop_ap_pdf(site_of(sop), sop, VERSION, ADDRESS)
    with pikepdf.open(BytesIO(made)) as pdf:
        table = next(
            table
            for table in _elements(pdf.Root.StructTreeRoot, "/Table")
            if str(next(_elements(table, "/TH", "/TD")).S) == "/TH"
            and len(list(_elements(next(_elements(table, "/TR")), "/TH"))) == 5
        )
        rows = [list(_elements(row, "/TH", "/TD")) for row in _elements(table, "/TR")]
        actors = str(rows[0][2].ID)
        alone, group = (str(cell.ID) for cell in rows[1][:2])
        names = [str(cell.ID) for cell in rows[2]]
        assert [_headers(cell) for cell in rows[2]] == [[actors, group]] * 2
        assert _headers(rows[3][2])[1:] == [actors, alone, group, *names]


def test_a_head_over_two_lanes_is_theirs_on_the_page_and_in_word() -> None:
    sop = grouped()
    heads = [
        (th.text_content().replace("\u00ad", ""), th.get("colspan"), th.get("rowspan"))
        for th in lxml_html.fromstring(str(matrix(sop))).iterfind(".//thead//th")
    ]
    assert heads[4:] == [
        ("1 Kepala BPS Provinsi", None, "2"),
        ("Tim Neraca", "2", None),
        ("Kelengkapan", None, "2"),
        ("Waktu", None, "2"),
        ("Output", None, "2"),
        ("2 Ketua Tim Neraca Wilayah", None, None),
        ("3 Staff", None, None),
    ]
    table = docx.Document(BytesIO(sop_ap_docx(site_of(sop), sop, VERSION, ADDRESS))).tables[1]
    words = [[cell.text.replace("\u00ad", "") for cell in row.cells] for row in table.rows[:3]]
    assert words[1][2:5] == ["Kepala BPS Provinsi", "Tim Neraca", "Tim Neraca"]
    assert words[2][2:5] == ["Kepala BPS Provinsi", "Ketua Tim Neraca Wilayah", "Staff"]
