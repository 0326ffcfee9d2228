"""The SOP-AP matrix: its drawing, its table on the page, its rows on paper.

Three whole tables are kept in tests/golden/matrix/; after a wanted change run
`PERBARUI_GOLDEN=1 pytest tests/publish/test_matrix.py`, look at the difference, and commit it
by itself.
"""

import gzip
import os
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.data.targets import ENDS
from sop_terbuka.publish.drawing.layout import Layout, Point
from sop_terbuka.publish.drawing.matrix import (
    arranged,
    connectors,
    draw,
    legend,
    matrix,
    minimum_heights,
)
from sop_terbuka.publish.drawing.matrix.html import hyphenated
from sop_terbuka.publish.drawing.matrix.note import listed

GOLDEN = Path(__file__).parents[1] / "golden" / "matrix"
KEPT = (
    "kota-wanasari/rekomendasi-iui",
    "kab-rimbaraya/pencadangan-tanah-transmigrasi",
    "kota-wanasari/kartu-ak1",
)


def step(step_id: str, *actors: str, **more: Any) -> dict[str, Any]:
    return {"id": step_id, "kegiatan": f"Kegiatan {step_id}", "pelaksana": list(actors), **more}


def decision(step_id: str, actor: str, yes: str, no: str) -> dict[str, Any]:
    question = {"pertanyaan": "Lengkap?", "ya": yes, "tidak": no, "dasar": "tertulis"}
    return step(step_id, actor, keputusan=question)


def sop_of(*steps: dict[str, Any], actors: str = "abc", **more: Any) -> Sop:
    return Sop.model_validate(
        {
            "id": "kota/uji",
            "nama": "Layanan Uji",
            "ringkasan": "Uji.",
            "audiens": ["warga"],
            "topik": "uji",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [
                {"id": actor, "nama": f"Pelaksana {actor}", "pihak": "dalam"} for actor in actors
            ],
            "langkah": list(steps),
            "sumber": {"berkas": "uji.txt", "baris": [1, 2]},
            **more,
        }
    )


def kinds(sop: Sop) -> list[str]:
    return [symbol.kind for symbol in arranged(sop).symbols]


def ways(sop: Sop) -> list[tuple[Point, ...]]:
    return [arrow.points for arrow in arranged(sop).arrows]


def links(layout: Layout) -> list[tuple[str, str]]:
    """Every arrow by the keys of its two symbols."""
    flow = layout.flow
    return [(flow.symbols[edge.source].key, flow.symbols[edge.target].key) for edge in flow.edges]


def table(sop: Sop) -> Any:
    return lxml_html.fromstring(str(matrix(sop)))


def words(element: Any) -> str:
    paragraphs = element.findall("p") or [element]
    text = " ".join(paragraph.text_content() for paragraph in paragraphs)
    return " ".join(text.replace("\u00ad", "").split())


# Symbols and arrows


def test_the_first_step_and_the_last_are_capsules() -> None:
    sop = sop_of(step("satu", "a"), step("dua", "b"), step("tiga", "a"))
    assert kinds(sop) == ["mulai", "proses", "selesai"]


def test_a_decision_is_a_diamond_also_as_the_first_step() -> None:
    sop = sop_of(decision("satu", "a", "dua", "selesai"), step("dua", "a"))
    assert kinds(sop)[0] == "keputusan"


def test_a_step_that_ends_early_is_a_capsule_without_an_arrow() -> None:
    sop = sop_of(
        decision("satu", "a", "dua", "tiga"), step("dua", "a", berikut="selesai"), step("tiga", "a")
    )
    assert kinds(sop) == ["keputusan", "selesai", "selesai"]
    assert links(arranged(sop)) == [("satu.a", "dua.a"), ("satu.a", "tiga.a")]


def test_one_step_is_one_capsule_without_arrows() -> None:
    layout = arranged(sop_of(step("satu", "b")))
    assert [(symbol.kind, symbol.x) for symbol in layout.symbols] == [("mulai", 1.5)]
    assert (layout.arrows, layout.heads) == ((), ())


def test_no_steps_give_an_empty_drawing() -> None:
    layout = arranged(sop_of(tanpa_langkah="Tidak ada tabel."))
    assert (layout.heights, layout.symbols, layout.arrows) == ((), (), ())
    assert draw(layout, 60.0) == ()


def test_the_same_actor_goes_straight_down() -> None:
    assert ways(sop_of(step("satu", "a"), step("dua", "a"))) == [
        (Point(0.5, 0, 28), Point(0.5, 1, 28))
    ]


def test_another_actor_is_reached_sideways_then_down() -> None:
    assert ways(sop_of(step("satu", "a"), step("dua", "c"))) == [
        (Point(0.5, 0, 28), Point(2.5, 0, 28), Point(2.5, 1, 28))
    ]


def test_a_return_goes_up_beside_the_other_lines() -> None:
    sop = sop_of(
        step("satu", "a"), decision("dua", "a", "tiga", "satu"), step("tiga", "b"), actors="ab"
    )
    way = ways(sop)[2]
    assert (way[0], way[-1]) == (Point(0.5, 1, 28), Point(0.5, 0, 28))
    # Not through the symbols' own lane, where the first arrow comes down.
    assert {point.x for point in way[1:-1]} != {0.5}
    assert arranged(sop).arrows[2].is_dashed


def test_a_no_that_ends_the_process_leads_to_a_capsule_below() -> None:
    layout = arranged(sop_of(decision("satu", "a", "dua", "tolak"), step("dua", "b")))
    assert links(layout) == [("satu.a", "dua.b"), ("satu.a", "satu.tolak")]
    end = next(s for s in layout.symbols if layout.flow.symbols[s.number].is_branch_end)
    assert (end.kind, end.x, end.row) == ("selesai", 0.5, 0)
    assert end.y > layout.symbols[0].y
    assert layout.heights[0] > layout.heights[1]


def test_both_branches_may_end_in_capsules_of_their_own() -> None:
    layout = arranged(sop_of(decision("satu", "b", "selesai", "tolak")))
    assert links(layout) == [("satu.b", "satu.selesai"), ("satu.b", "satu.tolak")]
    assert len({symbol.y for symbol in layout.symbols}) == 3


def test_two_actors_of_one_step_are_joined_by_a_line_without_a_head() -> None:
    layout = arranged(sop_of(step("satu", "a", "c"), step("dua", "b")))
    assert [edge.is_headless for edge in layout.flow.edges] == [True, False]
    assert links(layout)[0] == ("satu.a", "satu.c")
    assert [head.symbol for head in layout.heads] == [2]


def test_an_arrow_leaves_the_nearest_of_two_actors() -> None:
    assert ways(sop_of(step("satu", "a", "b"), step("dua", "c")))[1][0] == Point(1.5, 0, 28)


def test_an_actor_without_a_column_gets_a_lane_only_when_acting() -> None:
    actors = [
        {"id": "a", "nama": "Berkolom", "pihak": "dalam"},
        {"id": "b", "nama": "Bertindak", "pihak": "dalam", "kolom": "tidak"},
        {"id": "c", "nama": "Disebut", "pihak": "dalam", "kolom": "tidak"},
    ]
    sop = sop_of(step("satu", "a"), step("dua", "b"), pelaksana=actors)
    assert arranged(sop).flow.lanes == ("a", "b")
    assert "Bertindak disebut dalam kalimat, tidak punya kolom pada dokumen." in matrix(sop)


def test_answers_stand_beside_their_arrows() -> None:
    sop = sop_of(
        step("satu", "c"),
        decision("dua", "c", "empat", "tiga"),
        step("tiga", "c"),
        step("empat", "c"),
    )
    assert [label.lines for label in arranged(sop, lane_width=100.0).labels] == [
        ("Ya",),
        ("Tidak",),
    ]


def test_an_answer_without_room_is_shown_by_its_letters_and_explained() -> None:
    symbol = {
        "pelaksana": "a", "jenis": "keputusan",
        "ke": [{"ke": "dua.a", "bila": "Ya"}, {"ke": "dua.b", "bila": "Dikembalikanseluruhnya"}],
    }  # fmt: skip
    pair = [{"pelaksana": actor, "jenis": "selesai"} for actor in "ab"]
    layout = arranged(
        sop_of(
            {"id": "satu", "kegiatan": "Menilai", "simbol": [symbol]},
            {"id": "dua", "kegiatan": "Menerima", "simbol": pair},
            actors="ab",
        ),
        lane_width=38.0,
    )
    assert [label.lines for label in layout.labels if label.is_short] == [("D",)]
    assert "D: Dikembalikanseluruhnya" in legend(layout)


# The page


def test_the_table_says_what_it_is_and_has_heads_for_every_column() -> None:
    found = table(sop_of(step("satu", "a")))
    assert words(found.find(".//caption")) == "Alur Layanan Uji."
    assert [(words(th), th.get("scope")) for th in found.iterfind(".//thead//th")] == [
        ("No", "col"),
        ("Kegiatan", "col"),
        ("Pelaksana", "colgroup"),
        ("Mutu baku", "colgroup"),
        ("1 Pelaksana a", "col"),
        ("2 Pelaksana b", "col"),
        ("3 Pelaksana c", "col"),
        ("Kelengkapan", "col"),
        ("Waktu", "col"),
        ("Output", "col"),
    ]


def test_every_step_is_a_row_with_an_address() -> None:
    sop = sop_of(step("satu", "a"), step("dua", "b"))
    assert [row.get("id") for row in table(sop).iterfind(".//tbody/tr")] == [
        "langkah-1",
        "langkah-2",
    ]
    assert 'id="alur-b-2"' in matrix(sop, anchor="alur-b")


def test_a_row_names_its_actor_and_kind_and_where_its_branches_lead() -> None:
    sop = sop_of(step("satu", "a"), decision("dua", "b", "tiga", "satu"), step("tiga", "c"))
    rows = table(sop).findall(".//tbody/tr")
    assert [words(row.find("td")) for row in rows] == [
        "1 Pelaksana a Mulai Kegiatan satu",
        "2 Pelaksana b Keputusan Kegiatan dua Lengkap? Ya ke langkah 3 Tidak kembali ke langkah 1",
        "3 Pelaksana c Selesai Kegiatan tiga",
    ]
    assert [(a.get("href"), a.text) for a in rows[1].iter("a")] == [("#langkah-1", "langkah 1")]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            [decision("satu", "a", "dua", "tolak"), step("dua", "a")],
            "1 Pelaksana a Mulai, keputusan Kegiatan satu "
            "Lengkap? Ya ke langkah 2 Tidak ditolak, proses berhenti",
        ),
        (
            [decision("satu", "a", "selesai", "dua"), step("dua", "a")],
            "1 Pelaksana a Mulai, keputusan Kegiatan satu "
            "Lengkap? Ya proses selesai Tidak ke langkah 2",
        ),
        (
            [step("satu", "a", berikut="tiga"), step("dua", "a"), step("tiga", "a")],
            "1 Pelaksana a Mulai Kegiatan satu Lanjut ke langkah 3",
        ),
        (
            [step("satu", "a"), step("dua", "a", berikut="satu")],
            "1 Pelaksana a Mulai Kegiatan satu",
        ),
        ([step("satu", "a", "c")], "1 Pelaksana a dan 3 Pelaksana c Mulai, selesai Kegiatan satu"),
        (
            [step("satu", "b", berikut="tolak")],
            "2 Pelaksana b Mulai, selesai, ditolak Kegiatan satu",
        ),
        (
            [step("satu", "a", nomor_tertulis="7")],
            "1 Pelaksana a Mulai, selesai Kegiatan satu Nomor pada dokumen: 7",
        ),
        (
            [step("satu", "a", nomor_tertulis="")],
            "1 Pelaksana a Mulai, selesai Kegiatan satu Tidak bernomor pada dokumen",
        ),
    ],
)
def test_the_first_row_says_in_words_what_its_drawing_shows(
    steps: list[dict[str, Any]], said: str
) -> None:
    assert words(table(sop_of(*steps)).find(".//tbody/tr/td")) == said


def test_a_loop_back_without_a_question_is_said_too() -> None:
    rows = table(sop_of(step("satu", "a"), step("dua", "a", berikut="satu"))).findall(".//tbody/tr")
    assert words(rows[1].find("td")).endswith("Kembali ke langkah 1")


def test_cells_carry_their_column_for_the_card_and_empty_ones_stay_empty() -> None:
    sop = sop_of(step("satu", "a", kelengkapan=["KTP", "Ijazah"], waktu="5 menit"))
    cells = table(sop).findall(".//tbody//td[@data-l]")
    assert [(cell.get("data-l"), words(cell)) for cell in cells] == [
        ("Kelengkapan", "KTP;Ijazah"),
        ("Waktu", "5 menit"),
        ("Output", ""),
    ]
    # The style sheet hides :empty cells in a card; a blank would count as content.
    assert cells[2].text is None


def test_the_column_keterangan_exists_only_when_a_step_uses_it() -> None:
    assert "Keterangan" not in matrix(sop_of(step("satu", "a")))
    used = table(sop_of(step("satu", "a", keterangan="Loket 2"), step("dua", "a")))
    assert [words(cell) for cell in used.iterfind(".//td[@data-l='Keterangan']")] == ["Loket 2", ""]
    assert "kt" in used.find("table").get("class").split()


def test_inferred_actors_and_branches_are_announced_once() -> None:
    first = step("satu", "a", pelaksana_dasar="disimpulkan")
    second = decision("dua", "b", "selesai", "satu")
    second["keputusan"]["dasar"] = "disimpulkan"
    assert words(table(sop_of(first, second)).find(".//caption")) == (
        "Alur Layanan Uji. Pelaksana langkah 1 disimpulkan dari kalimatnya: selnya tidak bertanda "
        "pada dokumen. Cabang Ya dan Tidak pada langkah 2 juga disimpulkan."
    )
    assert "Pelaksana setiap langkah <b>disimpulkan</b>" in matrix(sop_of(first))


def test_numbers_are_listed_as_people_write_them() -> None:
    assert listed([1]) == "1"
    assert listed([1, 2]) == "1 dan 2"
    assert listed([1, 3, 4, 5, 8]) == "1, 3-5 dan 8"


def test_soft_hyphens_are_in_lane_heads_only() -> None:
    actors = [{"id": "a", "nama": "Pengadministrasian Umum", "pihak": "dalam"}]
    found = table(sop_of(step("satu", "a"), pelaksana=actors))
    assert "\u00ad" in found.find(".//th[@class='a']").text_content()
    assert "\u00ad" not in found.find(".//tbody").text_content()
    assert hyphenated("Kasi AK-1") == "Kasi AK-1"


def test_lane_heads_take_the_short_name_where_lanes_are_narrow() -> None:
    actors = [
        {"id": actor, "nama": f"Nama {actor}", "singkat": f"Singkat {actor}", "pihak": "dalam"}
        for actor in "abcd"
    ]
    heads = table(sop_of(step("satu", "a"), pelaksana=actors)).findall(".//th[@class='a']")
    assert [words(head) for head in heads][:2] == ["1 Singkat a", "2 Singkat b"]
    wide = table(sop_of(step("satu", "a"), pelaksana=actors[:3])).findall(".//th[@class='a']")
    assert [words(head) for head in wide][:2] == ["1 Nama a", "2 Nama b"]


def test_an_sop_without_steps_says_why() -> None:
    assert matrix(sop_of(tanpa_langkah="Hanya <gambar>.")) == (
        '<p class="kecil">Hanya &lt;gambar&gt;.</p>'
    )


def test_text_of_the_data_is_never_markup() -> None:
    evil = "<script>alert(1)</script>\"'&{{ 7*7 }}"
    actors = [{"id": "a", "nama": evil, "singkat": evil, "pihak": "dalam", "kolom": "tidak"}]
    first = step(
        "satu", "a", kelengkapan=[evil, evil], waktu=evil, output=[evil], keterangan=evil,
        nomor_tertulis=evil[:20], kegiatan=evil,
        keputusan={"pertanyaan": evil, "ya": "selesai", "tidak": "tolak"},
    )  # fmt: skip
    shown = str(matrix(sop_of(first, nama=evil, pelaksana=actors)))
    assert "<script" not in shown
    assert {element.tag for element in lxml_html.fromstring(shown).iter()} <= {
        *("div", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
        *("p", "b", "br", "small", "span", "svg", "g", "line", "rect", "path", "text"),
    }
    assert words(lxml_html.fromstring(shown).find(".//td/p[2]")) == evil


def test_the_drawing_holds_nothing_that_a_strict_policy_refuses(catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        shown = str(matrix(sop)) + str(legend(arranged(sop)))
        assert not re.search(r"style=|<style|<script|https?:|\son\w+=|javascript:", shown)
        assert all(" id=" not in svg for svg in re.findall(r"<svg.*?</svg>", shown))


def test_a_screen_reader_skips_the_drawing() -> None:
    drawing = table(sop_of(step("satu", "a"))).find(".//td/svg")
    assert (drawing.get("aria-hidden"), drawing.get("focusable")) == ("true", "false")


def test_a_row_says_all_that_its_step_says(catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        if not sop.langkah:
            continue
        number = {item.id: n for n, item in enumerate(sop.langkah, start=1)}
        names = {actor.id: actor.nama for actor in sop.pelaksana}
        for item, row in zip(sop.langkah, table(sop).iterfind(".//tbody/tr"), strict=True):
            said = words(row.find("td"))
            assert all(" ".join(names[actor].split()) in said for actor in item.pelaksana)
            if item.keputusan:
                for target in (item.keputusan.ya, item.keputusan.tidak):
                    assert target in ENDS or f"langkah {number[target]}" in said


def test_the_matrix_of_every_sop_fits_in_2_kb(catalog: Catalog) -> None:
    sizes = {
        sop.id: len(gzip.compress(str(matrix(sop)).encode(), mtime=0))
        for sop in catalog.sop.values()
    }
    assert {sop: size for sop, size in sizes.items() if size > 2048} == {}


@pytest.mark.parametrize("sop_id", KEPT)
def test_the_table_is_the_one_that_was_looked_at(catalog: Catalog, sop_id: str) -> None:
    sop = catalog.sop[sop_id]
    # A line for every row, so that a difference can be read.
    shown = str(matrix(sop) + legend(arranged(sop))).replace("<tr", "\n<tr") + "\n"
    path = GOLDEN / f"{sop_id.replace('/', '--')}.html"
    if os.environ.get("PERBARUI_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


# Paper


def long_return() -> Sop:
    return sop_of(
        step("satu", "a"),
        step("dua", "b"),
        decision("tiga", "b", "empat", "satu"),
        step("empat", "a"),
    )


def test_a_row_on_paper_has_the_size_asked_for() -> None:
    layout = arranged(long_return())
    first = draw(layout, 50.0, [200.0] * 4, font="Noto Sans")[0]
    assert first.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="150" height="200" '
        'viewBox="0 0 150 200" font-family="Noto Sans">'
    )


def test_a_row_on_paper_is_never_lower_than_its_drawing() -> None:
    layout = arranged(long_return())
    least = minimum_heights(layout)
    assert least[2] > least[1]
    assert f'height="{least[0]:g}"' in draw(layout, 50.0, [10.0] * 4)[0]


def test_arrows_over_a_page_break_have_the_same_letter_on_both_pages() -> None:
    layout = arranged(long_return())
    joins = connectors(layout, {2})
    assert [(join.letter, join.x, join.is_upward) for join in joins] == [
        ("A", 0.5, True),
        ("B", 1.5, False),
    ]
    pages = draw(layout, 50.0, None, {2})
    letters = [re.findall(r'text-anchor="middle"[^>]*>(\w+)<', page) for page in pages]
    assert letters == [[], ["A", "B"], ["A", "B"], []]


def test_connectors_close_together_are_moved_apart() -> None:
    layout = arranged(long_return())
    assert [join.shown_x for join in connectors(layout, {2}, gap=1.2)] == [0.6, 1.8]


def test_the_legend_names_all_five_symbols_on_paper() -> None:
    shown = lxml_html.fromstring(str(legend(arranged(long_return()), is_paper=True)))
    assert [words(item) for item in shown.iter("span")] == [
        "mulai, selesai",
        "proses",
        "keputusan",
        "langkah berikutnya",
        "Tidak",
        "sambungan ke halaman lain",
    ]


def test_the_legend_leaves_out_what_does_not_occur() -> None:
    shown = lxml_html.fromstring(str(legend(arranged(sop_of(step("satu", "a"))))))
    assert [words(item) for item in shown.iter("span")] == [
        "mulai, selesai",
        "proses",
        "langkah berikutnya",
    ]
