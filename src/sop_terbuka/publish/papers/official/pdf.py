"""The official document as PDF: tagged, with real text, the same bytes for the same data.

The matrix is laid out twice: once to learn how tall every row is, then on planned pages with
drawings of just these heights and with connectors at the page breaks.
"""

from typing import Any

from ...drawing.matrix.html import hyphenated
from ..typeset import places, typeset
from . import picture
from .content import JUDUL, KOLOM_MUTU, Isi
from .paper import PX_PER_MM, Columns, Paper, columns
from .plan import balanced, filled

_TEMPLATE = "official/sop-ap.typ"
_PT_PER_MM, _PT_PER_PX = 72 / 25.4, 0.75
# Rows that fill a page to a hair are given a little more room than they were measured to need.
_SPARE = 0.5
# What only drawings are made from.
_UNSAID = frozenset({"tata_letak", "kata_lambang", "rekaman"})


def write(isi: Isi, paper: Paper) -> bytes:
    """The document with this content on this paper."""
    words = _words(isi, paper)
    if isi.baris:
        words["alur"] |= _drawn(isi, paper, words)
    return typeset(_TEMPLATE, words)


def _words(isi: Isi, paper: Paper) -> dict[str, Any]:
    said = {key: value for key, value in vars(isi).items() if key not in _UNSAID}
    wide = _columns(isi, paper)
    return said | {
        "kertas": paper,
        "judul_form": JUDUL,
        "kolom_mutu": [_divisible(name) for name in KOLOM_MUTU],
        "nomor_tanda_tangan": isi.pengesahan.nomor,
        "pelaksana": [_divisible(name) for name in isi.pelaksana],
        "kelompok": [(_divisible(name), count) for name, count in isi.kelompok],
        "alur": {
            "kolom": wide,
            "kepala": 3 if isi.kelompok else 2,
            "gambar": (),
            "pisah": (),
            "legenda": picture.legend_items(isi.tata_letak, has_breaks=True),
        },
    }


def _divisible(name: str) -> str:
    # Columns are narrow, but two letters alone on a line are hard to read.
    return hyphenated(name, least=3)


def _columns(isi: Isi, paper: Paper) -> Columns:
    return columns(paper, len(isi.pelaksana), any(row.keterangan for row in isi.baris))


def _drawn(isi: Isi, paper: Paper, words: dict[str, Any]) -> dict[str, Any]:
    """The drawings, for the pages and the heights that the words need."""
    tall = places(_TEMPLATE, words, "<tinggi>")[0]
    room = paper.text_height * _PT_PER_MM - tall["kepala"] - _SPARE
    least = [px * _PT_PER_PX for px in picture.least_heights(isi.tata_letak)]
    heights = list(map(max, tall["baris"], least))
    full, is_foot_alone = filled(heights, room - tall["judul"], room, tall["bawah"])
    breaks = balanced(heights, full, is_foot_alone)
    # Words taller than a page go on on the next one; a drawing cannot.
    most = max(room - tall["judul"], *least)
    pixels = [min(height, most) / _PT_PER_PX for height in heights]
    lane_width = _columns(isi, paper).lane * PX_PER_MM
    return {
        "gambar": picture.rows(isi.tata_letak, lane_width, pixels, breaks),
        "tinggi": [pixel * _PT_PER_PX for pixel in pixels],
        "pisah": breaks,
        "legenda": picture.legend_items(isi.tata_letak, has_breaks=bool(breaks)),
    }
