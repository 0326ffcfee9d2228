"""The flowchart shows the words of the data as typed and nothing that they might order."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import graph
from sop_terbuka.meaning.mermaid import script
from sop_terbuka.publish.drawing.diagram import gambar, mermaid_picture, picture, size
from tests.alur import NAMES, flow

ID = r"(?:mulai|l\d+k?|akhir_(?:selesai|tolak))"
# Nothing that Mermaid could read as syntax is left bare between the quotes.
LABEL = r"\"(?:[^\"#;<>&`\\*_\[\]{}|\n]|\#(?:quot|lt|gt|amp|\d+);|<br/>)*\""
NODE = re.compile(rf"  {ID}(?:\({LABEL}\)|\[{LABEL}\]|\{{{LABEL}\}})")
LINK = re.compile(rf"  {ID} -->(?:\|\"(?:Ya|Tidak)\"\|)? {ID}")


def sop_saying(kegiatan: str, pertanyaan: str = "Lengkap?", pelaku: str = "Petugas") -> Sop:
    """Two steps, the first of them a decision: five nodes and five links besides the start."""
    return Sop.model_validate(
        {
            "id": "dinas-contoh/contoh",
            "nama": "Contoh",
            "ringkasan": "Contoh.",
            "audiens": ["warga"],
            "topik": "contoh",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [{"id": "petugas", "nama": pelaku, "pihak": "dalam"}],
            "langkah": [
                {
                    "id": "periksa",
                    "kegiatan": kegiatan,
                    "pelaksana": ["petugas"],
                    "waktu": "5 menit",
                    "keputusan": {"pertanyaan": pertanyaan, "ya": "serahkan", "tidak": "tolak"},
                },
                {"id": "serahkan", "kegiatan": "Menyerahkan kartu", "pelaksana": ["petugas"]},
            ],
            "sumber": {"berkas": "contoh.txt", "baris": [1, 2]},
        }
    )


def statements(text: str) -> list[str]:
    return text.partition("flowchart TB\n")[2].rstrip("\n").split("\n")


def shown(svg: bytes) -> str:
    """The letters of a picture without white space, which the drawing may move."""
    root = ET.fromstring(svg)
    style = "{http://www.w3.org/2000/svg}style"
    texts = [text for node in root.iter() if node.tag != style for text in (node.text, node.tail)]
    return "".join("".join(text for text in texts if text).split())


def test_the_text_has_the_agreed_form() -> None:
    assert script(sop_saying("Memeriksa berkas")) == (
        "---\n"
        "config:\n"
        "  theme: neutral\n"
        "  look: classic\n"
        "  flowchart:\n"
        "    wrappingWidth: 400\n"
        "---\n"
        "flowchart TB\n"
        '  mulai("Mulai")\n'
        '  l1["1. Memeriksa berkas<br/>(Petugas)<br/>5 menit"]\n'
        '  l2["2. Menyerahkan kartu<br/>(Petugas)"]\n'
        '  akhir_selesai("Selesai")\n'
        '  akhir_tolak("Ditolak")\n'
        '  l1k{"Lengkap?<br/>(Petugas)"}\n'
        "  mulai --> l1\n"
        "  l1 --> l1k\n"
        '  l1k -->|"Ya"| l2\n'
        '  l1k -->|"Tidak"| akhir_tolak\n'
        "  l2 --> akhir_selesai\n"
    )


def test_an_sop_without_steps_has_no_diagram() -> None:
    sop = sop_saying("x").model_copy(update={"langkah": []})

    assert script(sop) == ""


# What the data may hold: see the control characters in test_node.py.
WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(
    lambda text: text.strip()
)
SYNTAX = st.lists(
    st.sampled_from([*'"[]{}()|;#&<>`*_\\\n', "-->", "%%", "end", "click l1 ", ":::", "#quot;"]),
    min_size=1,
    max_size=12,
).map(lambda parts: "x" + "".join(parts))


@given(kegiatan=WORDS | SYNTAX, pertanyaan=WORDS | SYNTAX, pelaku=WORDS | SYNTAX)
def test_no_words_add_a_statement(kegiatan: str, pertanyaan: str, pelaku: str) -> None:
    lines = statements(script(sop_saying(kegiatan, pertanyaan, pelaku)))

    assert len([line for line in lines if NODE.fullmatch(line)]) == 6
    assert len([line for line in lines if LINK.fullmatch(line)]) == 5
    assert len(lines) == 11


HOSTILE = [
    "{{ 7*7 }}",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "a|b",
    "*tebal* dan _miring_",
    '"] --> x',
    'x"]\n  click l1 href "javascript:alert(1)"',
    "%%{init: {'theme':'dark'}}%%",
    "#quot; #35; a & b",
    "`kode`",
    "subgraph a; end",
    "l1 --> l2",
    "C:\\data\\berkas",
    "1. Satu",
    "- satu",
    "<img src=x onerror=alert(1)>",
    "<br/>baris",
    "é ü ñ – “kutip”",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_shows_as_typed_in_the_picture(value: str) -> None:
    svg = picture(gambar(sop_saying(value)))

    assert f"1.{value}".replace(" ", "").replace("\n", "") in shown(svg)
    assert svg.count(b'class="node') == picture(gambar(sop_saying("x"))).count(b'class="node')


@pytest.mark.parametrize("value", ["$$x^2$$", "fa:fa-car x", "style l1 fill:#f00; x"])
def test_a_formula_an_icon_and_a_style_show_as_typed(value: str) -> None:
    assert "".join(f"1.{value}".split()) in shown(picture(gambar(sop_saying(value))))


def test_a_step_may_be_called_mulai() -> None:
    sop = sop_saying("x")
    steps = [sop.langkah[0].model_copy(update={"id": "mulai"}), *sop.langkah[1:]]

    assert script(sop.model_copy(update={"langkah": steps})) == script(sop)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_picture_runs_and_loads_nothing(value: str) -> None:
    root = ET.fromstring(picture(gambar(sop_saying(value))))
    attributes = [name for node in root.iter() for name in node.attrib]
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}

    assert not tags & {"script", "image", "img", "a", "foreignObject", "iframe"}
    assert not [name for name in attributes if name.startswith("on") or name.endswith("href")]


@settings(deadline=None, max_examples=40)
@given(value=SYNTAX)
def test_any_syntax_shows_as_typed_in_the_picture(value: str) -> None:
    assert "".join(f"1.{value}".split()) in shown(picture(gambar(sop_saying(value))))


def test_the_same_words_give_the_same_bytes() -> None:
    made = gambar(sop_saying("Memeriksa berkas"))

    assert picture(made) == picture(made)


def long_flow(steps: int) -> Sop:
    """A flow of so many steps, every third a question that leads back."""
    first = sop_saying("Memeriksa")
    rows = [
        first.langkah[1].model_copy(
            update={
                "id": f"l{n}",
                "kegiatan": f"Langkah ke-{n} <b>",
                "keputusan": None
                if n % 3 or n + 1 >= steps
                else first.langkah[0].keputusan.model_copy(  # type: ignore[union-attr]
                    update={"ya": f"l{n + 1}", "tidak": f"l{n * 7 % 40 if n * 7 % 40 != n else 0}"}
                )
                if n
                else None,
            }
        )
        for n in range(steps)
    ]
    return first.model_copy(update={"langkah": rows})


def test_a_flow_beyond_the_librarys_limit_gets_a_picture_of_our_own() -> None:
    made = gambar(long_flow(140))
    with pytest.raises(ValueError, match="limit"):
        mermaid_picture(made.skrip)

    svg = picture(made)
    root = ET.fromstring(svg)

    assert size(svg.decode())[1] > 140 * 50
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Petugas" in shown(svg)
    assert len(root.findall("{http://www.w3.org/2000/svg}svg")) == 140


_MERMAID_KINDS = {'("': "kapsul", '["': "proses", '{"': "keputusan", '[/"': "dokumen"}
_CAPSULES = ("mulai", "selesai")
_WITH_SYMBOLS = [name for name in NAMES if any(step.simbol for step in flow(name).langkah)]


@pytest.mark.parametrize("name", _WITH_SYMBOLS)
def test_a_real_flow_is_the_same_when_read_back(name: str) -> None:
    sop = flow(name)
    made = graph(sop)
    text = script(sop)
    nodes = re.findall(r'^  (l\d+s\d+)(\("|\["|\{"|\[/")', text, re.MULTILINE)
    assert [_MERMAID_KINDS[mark] for _, mark in nodes] == [
        "kapsul" if symbol.kind in _CAPSULES else symbol.kind for symbol in made.symbols
    ]
    assert [int(name[1:].partition("s")[0]) - 1 for name, _ in nodes] == [
        symbol.row for symbol in made.symbols
    ]
    place = {node: n for n, (node, _) in enumerate(nodes)}
    links = re.findall(r'^  (\w+) (<-->|-->|---)(?:\|"(.*)"\|)? (\w+)$', text, re.MULTILINE)
    assert [(place[a], place[b], answer, line) for a, line, answer, b in links] == [
        (
            edge.source,
            edge.target,
            edge.answer,
            "<-->" if edge.is_both else "---" if edge.is_headless else "-->",
        )
        for edge in made.edges
    ]
    assert picture(gambar(sop)).startswith(b"<svg")


def test_a_picture_has_a_size_of_its_own() -> None:
    svg = picture(gambar(sop_saying("Memeriksa berkas")))
    root = ET.fromstring(svg)

    assert size(svg.decode()) == (int(root.attrib["width"]), int(root.attrib["height"]))


def test_a_picture_holds_every_word_of_its_steps(catalog: Catalog) -> None:
    sop = catalog.sop["kota-wanasari/kartu-ak1"]
    letters = shown(picture(gambar(sop)))

    for number, step in enumerate(sop.langkah, start=1):
        assert "".join(f"{number}.{step.kegiatan}".split()) in letters
        assert "".join(str(step.waktu).split()) in letters
    assert "Berkaslengkap?" in letters


def test_every_real_diagram_has_one_box_for_each_step(catalog: Catalog) -> None:
    def boxes(sop: Sop) -> int:
        return len([line for line in statements(script(sop)) if re.match(r"  l\d+\[", line)])

    wrong: list[Any] = [
        sop.id for sop in catalog.sop.values() if sop.langkah and boxes(sop) != len(sop.langkah)
    ]
    assert wrong == []
