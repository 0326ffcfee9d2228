"""The matrix in Word: one table a page, every symbol a shape in the cell of its actor.

With a table for each page, pages end where the connectors are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt

from ....drawing.matrix.html import hyphenated
from .. import picture, plan
from ..content import KOLOM_MUTU, Baris, Isi
from ..paper import Columns, Paper, columns
from .flow import Flow
from .measure import height, line_count, width, words_of
from .ooxml import GREY, TWIPS_PER_MM, cell, element, image, paragraph, row, run, table, twips
from .skeleton import BULLETS

_PT_PER_MM, _PT_PER_PX = 72 / 25.4, 0.75
# Sizes and line heights of the styles Sel, Sel Kecil and Kepala Lajur, in points.
_SIZE, _LEADING = 7.5, 9.5
_SMALL, _SMALL_LEADING = 6.5, 8.5
_HEAD_SIZE, _HEAD_LEADING = 6.5, 8.0
# Space above and below a paragraph together; margins of a cell left and right; a bullet's indent.
_GAP, _PAD_X, _BULLET = 4.0, 8.0, 6.0
_BORDER = 0.5
# The caption above a table, the first row of its head, and room for what Word does otherwise.
_CAPTION, _HEAD_ROW, _SPARE = 26.0, 14.0, 14.0


@dataclass(frozen=True)
class _Plan:
    """Everything that is decided before the first row is written."""

    wide: Columns
    names: tuple[str, ...]
    heights: tuple[float, ...]
    room: float
    breaks: tuple[int, ...]
    flow: Flow


def matrix(document: Document, isi: Isi, paper: Paper) -> Iterator[Element]:
    """The tables, each below its caption, then the legend and the notes."""
    made = _planned(isi, paper)
    for start, end in pairwise((0, *made.breaks, len(isi.baris))):
        caption = f"Alur {isi.nama}" + (" (lanjutan)" if start else "")
        yield paragraph("Heading1", run(caption), before=[element("w:pageBreakBefore")])
        yield _table(isi, made, range(start, end))
    yield _legend(document, isi, has_breaks=bool(made.breaks))
    if isi.catatan:
        yield paragraph("Catatan", run(" ".join(isi.catatan)))


def _planned(isi: Isi, paper: Paper) -> _Plan:
    wide = columns(paper, len(isi.pelaksana), any(line.keterangan for line in isi.baris))
    names = tuple(_lane_name(name, wide.lane) for name in isi.pelaksana)
    least = picture.least_heights(isi.tata_letak)
    heads = _head_height(names, wide) + (_HEAD_ROW if isi.kelompok else 0.0)
    room = paper.text_height * _PT_PER_MM - _CAPTION - heads - _SPARE
    # Text taller than a page goes on on the next one; a picture cannot.
    heights = tuple(
        min(max(_row_height(line, wide), px * _PT_PER_PX), room - _BORDER)
        for line, px in zip(isi.baris, least, strict=True)
    )
    notes = line_count(words_of(" ".join(isi.catatan)), paper.text_width * _PT_PER_MM, _SIZE)
    foot = 20.0 + notes * _LEADING
    full, is_foot_alone = plan.filled([tall + _BORDER for tall in heights], room, room, foot)
    breaks = plan.balanced(heights, full, is_foot_alone)
    flow = Flow(isi.tata_letak, wide.lane * _PT_PER_MM, heights, breaks, isi.kata_lambang)
    return _Plan(wide, names, heights, room, breaks, flow)


def _room(mm: float) -> float:
    """The width for text in a column, in points."""
    return mm * _PT_PER_MM - _PAD_X


def _row_height(line: Baris, wide: Columns) -> float:
    small = height(line.keterangan_alur, _room(wide.kegiatan), _SMALL, _SMALL_LEADING, _GAP)
    return max(
        _height([line.kegiatan], wide.kegiatan) + small,
        _height(line.kelengkapan, wide.kelengkapan, _BULLET),
        _height([line.waktu], wide.waktu),
        _height(line.output, wide.output, _BULLET),
        _height([line.keterangan], wide.keterangan),
    )


def _height(texts: Sequence[str], mm: float, indent: float = 0) -> float:
    return height(texts, _room(mm) - indent, _SIZE, _LEADING, _GAP)


def _lane_name(name: str, lane: float, size: float = _HEAD_SIZE) -> str:
    """The name with soft hyphens in the words that are wider than the lane."""
    room = _room(lane)
    words = name.split()
    return " ".join(hyphenated(word) if width(word, size) > room * 0.95 else word for word in words)


def _head_height(names: Sequence[str], wide: Columns) -> float:
    lines = max(
        line_count([word.split("\u00ad") for word in name.split()], _room(wide.lane), _HEAD_SIZE)
        for name in names
    )
    return _HEAD_ROW + max(lines * _HEAD_LEADING, 10.0) + _GAP


def _table(isi: Isi, made: _Plan, shown: range) -> Element:
    wide, count = made.wide, len(made.names)
    lane = twips(wide.lane)
    number, activity, needs, time, output, remarks = (
        twips(mm)
        for mm in (
            wide.nomor, wide.kegiatan, wide.kelengkapan, wide.waktu, wide.output, wide.keterangan,
        )
    )  # fmt: skip
    widths = (number, activity, *[lane] * count, needs, time, output, remarks)
    rows = list(_heads(widths, made.names, isi.kelompok))
    for n in shown:
        line = isi.baris[n]
        below = isi.baris[n + 1].gabung if n + 1 < shown.stop else ()
        merges = _merges(line.gabung if n > shown.start else (), below)
        lanes = [
            cell(lane, [paragraph("Gambar", *made.flow.at(n, k))], is_bare=True)
            for k in range(count)
        ]
        rows.append(
            row(
                [
                    cell(number, [paragraph("SelTengah", run(line.nomor))]),
                    cell(activity, _activity(line)),
                    *lanes,
                    cell(needs, _items(line.kelengkapan), merge=merges["kelengkapan"]),
                    cell(time, [paragraph("Sel", run(line.waktu))], merge=merges["waktu"]),
                    cell(output, _items(line.output), merge=merges["output"]),
                    cell(
                        remarks,
                        [paragraph("Sel", run(line.keterangan))],
                        merge=merges["keterangan"],
                    ),
                ],
                height=made.heights[n],
                is_whole=made.heights[n] < made.room - _BORDER,
            )
        )
    words = f"Alur {isi.nama}, langkah {shown.start + 1} sampai {shown.stop}"
    return table(widths, rows, words, is_tight=True)


def _heads(
    widths: Sequence[int], names: Sequence[str], groups: Sequence[tuple[str, int]]
) -> Iterator[Element]:
    """The rows of the head: two, or three where some lanes have a head in common."""
    lane, quality = widths[2], widths[-4:-1]
    columns_of_quality = [
        (width, _lane_name(name, width / TWIPS_PER_MM, _SIZE * 1.1))
        for width, name in zip(quality, KOLOM_MUTU, strict=True)
    ]
    yield row(
        [
            _head(widths[0], "No", merge="restart"),
            _head(widths[1], "Kegiatan", merge="restart"),
            _head(lane * len(names), "Pelaksana", span=len(names)),
            _head(sum(quality), "Mutu baku", span=len(quality)),
            _head(widths[-1], "Ket.", merge="restart"),
        ],
        is_head=True,
    )
    if groups:
        yield row(
            [
                *(_head(width, "", merge="continue") for width in widths[:2]),
                *_group_heads(lane, names, groups),
                *(_head(width, name, merge="restart") for width, name in columns_of_quality),
                _head(widths[-1], "", merge="continue"),
            ],
            is_head=True,
        )
    alone = [not name for name, count in groups for _ in range(count)] or [False] * len(names)
    goes_on = "continue" if groups else ""
    yield row(
        [
            *(_head(width, "", merge="continue") for width in widths[:2]),
            *(
                _head(lane, "" if is_alone else name, "KepalaLajur", merge="continue" * is_alone)
                for name, is_alone in zip(names, alone, strict=True)
            ),
            *(
                _head(width, "" if groups else name, merge=goes_on)
                for width, name in columns_of_quality
            ),
            _head(widths[-1], "", merge="continue"),
        ],
        is_head=True,
    )


def _head(
    width: int, text: str, style: str = "KepalaTabel", span: int = 1, merge: str = ""
) -> Element:
    inside = [paragraph(style, run(text))]
    return cell(width, inside, span=span, merge=merge, align="center", shade=GREY)


def _group_heads(
    lane: int, names: Sequence[str], groups: Sequence[tuple[str, int]]
) -> Iterator[Element]:
    n = 0
    for group, count in groups:
        if group:
            yield _head(lane * count, group, "KepalaLajur", span=count)
        else:
            yield _head(lane, names[n], "KepalaLajur", merge="restart")
        n += count


def _activity(line: Baris) -> list[Element]:
    return [
        paragraph("Sel", run(line.kegiatan)),
        *(paragraph("SelKecil", run(text)) for text in line.keterangan_alur),
    ]


def _items(texts: Sequence[str]) -> list[Element]:
    if len(texts) < 2:
        return [paragraph("Sel", run("".join(texts)))]
    return [paragraph("ListBullet", run(text), number=BULLETS) for text in texts]


def _merges(own: Sequence[str], below: Sequence[str]) -> dict[str, str]:
    """How each cell of Mutu Baku is joined downward: it goes on, it begins, or neither."""
    return {
        key: "continue" if key in own else "restart" if key in below else ""
        for key in ("kelengkapan", "waktu", "output", "keterangan")
    }


def _legend(document: Document, isi: Isi, has_breaks: bool) -> Element:
    runs = []
    for svg, words in picture.legend_items(isi.tata_letak, has_breaks):
        if svg:
            wide, tall = picture.LEGEND_SIZE
            runs.append(
                image(
                    document,
                    picture.png(svg, wide),
                    Pt(wide * _PT_PER_PX),
                    Pt(tall * _PT_PER_PX),
                    f"Lambang {words}",
                )
            )
        runs.append(run(f" {words}     "))
    return paragraph("Catatan", *runs)
