"""The matrix on the page: a table that reads well without its drawing, drawn with percentages.

Lines take percentages of their cell, so text may wrap as it likes; symbols keep their proportions
in a view box of their own, never wider than their lane. No id, style or script is in a drawing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import pyphen
from markupsafe import Markup, escape

from ....data.model import TOLAK, Langkah, Pelaksana, Sop
from ....data.targets import row_of
from ....meaning.graph import columns
from ....meaning.kata_alur import END_WORDS, KIND_WORDS, Jalan, Kata, SimbolKata, merged_with
from ....meaning.rincian import details
from ..layout import Layout
from . import svg
from .arranged import arranged
from .note import INFERRED, notes

# From this many actors on, lane heads hold the short names.
NARROW = 4
# With more actors than this the drawing is too narrow for a phone: there the words say it all.
WIDEST = 10
_LEAST_HEIGHT = 64


def matrix(
    sop: Sop, layout: Layout | None = None, anchor: str = "langkah", inferred: Markup = INFERRED
) -> Markup:
    """The table of an SOP; rows have the ids <anchor>-1, <anchor>-2, ...

    An SOP without steps gives one sentence that says so.
    """
    if not sop.langkah:
        reason = sop.tanpa_langkah or "Dokumen tidak memuat tabel langkah."
        return _tag('p class="kecil"', reason)
    return _Table(sop, layout or arranged(sop), anchor, inferred).html()


class _Table:
    """One table, with what every row of it needs."""

    def __init__(self, sop: Sop, layout: Layout, anchor: str, inferred: Markup) -> None:
        self.sop, self.layout, self.anchor, self.inferred = sop, layout, anchor, inferred
        self.actors = columns(sop)
        self.numbers = {step.id: n for n, step in enumerate(sop.langkah, start=1)}
        self.lanes = {actor.id: (k, actor) for k, actor in enumerate(self.actors, start=1)}
        self.words = Kata(sop, layout.flow)
        self.has_remarks = any(step.keterangan for step in sop.langkah)

    def html(self) -> Markup:
        """The whole table."""
        count = self.layout.lanes
        size = f"n{count}" if count <= WIDEST else "nx"
        return _tag(
            'div class="mtr-w"',
            _tag(
                f'table class="mtr {size}{" kt" if self.has_remarks else ""}"',
                _tag("caption", f"Alur {self.sop.nama}. ", *notes(self.sop, self.inferred)),
                _columns(count, self.has_remarks),
                _head(self.actors, self.has_remarks),
                self._body(),
            ),
        )

    def _body(self) -> Markup:
        pictures = svg.rows(self.layout)
        return _tag(
            "tbody",
            *(self._row(step, n, pictures[n]) for n, step in enumerate(self.sop.langkah)),
        )

    def _row(self, step: Langkah, row: int, picture: Markup) -> Markup:
        height = int(self.layout.heights[row])
        tall = f" h{height}" if height > _LEAST_HEIGHT else ""
        says = self._written(row) if step.simbol else self._plain(step, row)
        cells = (
            ("Kelengkapan", step.kelengkapan, "kelengkapan"),
            ("Waktu", [step.waktu] if step.waktu else [], "waktu"),
            ("Output", step.output, "output"),
        )
        remarks = [step.keterangan] if step.keterangan else []
        return _tag(
            f'tr id="{self.anchor}-{row + 1}"',
            _tag('th class="n" scope="row"', str(row + 1)),
            _tag(
                'td class="k"',
                says[0],
                _tag("p", step.kegiatan),
                *(_tag("p", _tag("small", line)) for line in details(self.sop, step)),
                _written_number(step, row + 1),
                *says[1:],
            ),
            _tag(f'td class="f{tall}" colspan="{self.layout.lanes}"', picture),
            *(
                _cell(label, items, merged_with(self.sop.langkah, row, key))
                for label, items, key in cells
            ),
            _cell("Keterangan", remarks, merged_with(self.sop.langkah, row, "keterangan"))
            if self.has_remarks
            else Markup(""),
        )

    # Rows in the short form

    def _plain(self, step: Langkah, row: int) -> list[Markup]:
        return [self._who(step, row), self._ways_on(step, row + 1)]

    def _who(self, step: Langkah, row: int) -> Markup:
        names: list[str] = []
        for actor in dict.fromkeys(step.pelaksana):
            k, record = self.lanes[actor]
            names += [" dan " if names else "", _tag("b", str(k)), f" {record.nama}"]
        return _tag('p class="p"', *names, " ", _tag("small", self._kind_words(row)))

    def _kind_words(self, row: int) -> str:
        flow = self.layout.flow
        symbol = flow.symbols[flow.in_row(row)[0]]
        words = [KIND_WORDS[symbol.kind]]
        if row == 0 and symbol.kind != "mulai":
            words.insert(0, KIND_WORDS["mulai"])
        if symbol.outcome and symbol.kind == "mulai":
            words.append(KIND_WORDS["selesai"])
        if symbol.outcome == TOLAK:
            words.append("ditolak")
        return ", ".join(words[:1] + [word.lower() for word in words[1:]])

    def _ways_on(self, step: Langkah, n: int) -> Markup:
        """What the arrows say; nothing where the next row simply follows."""
        if step.keputusan:
            return _tag(
                'p class="cab"',
                _tag("span", step.keputusan.pertanyaan),
                " ",
                _tag("span", _tag("b", "Ya"), " ", self._target(step.keputusan.ya, n)),
                " ",
                _tag(
                    'span class="tdk"',
                    _tag("b", "Tidak"),
                    " ",
                    self._target(step.keputusan.tidak, n),
                ),
            )
        target = step.berikut
        if not target or target in END_WORDS:
            return Markup("")
        number = self.numbers[row_of(target)]
        if number == n + 1 and "." not in target:
            return Markup("")
        verb = "" if number <= n else "Lanjut "
        words = self._target(target, n)
        return _tag('p class="cab"', _tag("span", verb, words if verb else words.capitalize()))

    def _target(self, target: str, n: int) -> Markup:
        if target in END_WORDS:
            return escape(END_WORDS[target])
        row, _, name = target.partition(".")
        number = self.numbers[row]
        words = self._link(number, n)
        if name:
            place = next(k for k, s in enumerate(self.layout.flow.symbols) if s.key == target)
            words += f", {self.words.who(place)}"
        return Markup("kembali ke " if number <= n else "ke ") + words

    def _link(self, number: int, n: int) -> Markup:
        words = f"langkah {number}"
        if number == n + 1:
            return escape(words)
        return _tag(f'a href="#{self.anchor}-{number}"', words)

    # Rows written symbol by symbol

    def _written(self, row: int) -> list[Markup]:
        """The symbols in order, each with its actor and where it leads."""
        symbols = self.words.row(row)
        is_silent = self.words.says_nothing_new(row)
        said = [
            _tag(
                'p class="p sb"',
                *self._named(symbol),
                *(() if is_silent else self._jalan(symbol.jalan, row + 1)),
            )
            for symbol in symbols
        ]
        beside = [_tag('p class="cab dx"', words) for words in self._undrawn(row)]
        return [Markup("").join(said), *beside]

    def _named(self, symbol: SimbolKata) -> list[str]:
        lanes = [_tag("b", str(lane)) for lane in (symbol.lajur[0], symbol.lajur[-1])]
        numbers = lanes[:1] if lanes[0] == lanes[1] else [lanes[0], "-", lanes[1]]
        text = f": \u201c{symbol.teks}\u201d" if symbol.teks else ""
        return [*numbers, f" {symbol.pelaku} ", _tag("small", symbol.jenis + text)]

    def _jalan(self, ways: Sequence[Jalan], n: int) -> Iterator[Markup]:
        for way in ways:
            answer = _tag("b", way.jawaban) + " " if way.jawaban else Markup("")
            row = self._link(way.baris, n) if way.baris else Markup("")
            yield Markup(" ") + _tag("span", answer, way.sebelum, row, way.sesudah)

    def _undrawn(self, row: int) -> Iterator[str]:
        """Words that found no room in the drawing."""
        flow = self.layout.flow
        for n in flow.in_row(row):
            symbol = flow.symbols[n]
            if symbol.text and not self.layout.symbols[n].text:
                yield f"{self.words.who(n)}: \u201c{symbol.text}\u201d"
        drawn = {label.edge for label in self.layout.labels if not label.is_short}
        for n, edge in enumerate(flow.edges):
            if edge.answer and n not in drawn and flow.symbols[edge.source].row == row:
                yield f"{self.words.who(edge.source)}: {self.words.way(edge).teks}"


def _tag(opening: str, *children: str) -> Markup:
    """An element; `opening` is markup of ours, children are escaped unless they are markup."""
    name = opening.partition(" ")[0]
    # escape() leaves markup as it is too, only ten times slower.
    inside = "".join([child if child.__class__ is Markup else escape(child) for child in children])
    return Markup(f"<{opening}>{inside}</{name}>")


def _columns(lanes: int, has_remarks: bool) -> Markup:
    remarks = '<col class="ct">' if has_remarks else ""
    return Markup(
        f'<colgroup><col class="c0"><col class="c1"><col span="{lanes}">'
        f'<col class="ck"><col class="cw"><col class="ck">{remarks}</colgroup>'
    )


def _head(actors: Sequence[Pelaksana], has_remarks: bool) -> Markup:
    has_groups = any(actor.kelompok for actor in actors)
    rows = 3 if has_groups else 2
    tall = f'th rowspan="{rows}" scope="col"'
    lower = _DOUBLE if has_groups else _SINGLE
    remarks = _tag(tall, "Keterangan") if has_remarks else Markup("")
    names = [
        _lane_head(n, actor, len(actors), has_groups and not actor.kelompok)
        for n, actor in enumerate(actors, start=1)
    ]
    quality = [_tag(lower, "Keleng\u00adkapan"), _tag(lower, "Waktu"), _tag(lower, "Output")]
    first = _tag(
        "tr",
        _tag(tall, "No"),
        _tag(tall, "Kegiatan"),
        _tag(f'th colspan="{len(actors)}" scope="colgroup"', "Pelaksana"),
        _tag('th colspan="3" scope="colgroup"', "Mutu baku"),
        remarks,
    )
    if not has_groups:
        rest = [_tag("tr", *names, *quality)]
    else:
        upper: list[Markup] = []
        under: list[Markup] = []
        for group, run in groupby(
            zip(actors, names, strict=True), key=lambda pair: pair[0].kelompok
        ):
            heads = [head for _, head in run]
            if group:
                span = f'th colspan="{len(heads)}" scope="colgroup"'
                upper.append(_tag(span, group))
                under += heads
            else:
                upper += heads
        rest = [_tag("tr", *upper, *quality), _tag("tr", *under)]
    return _tag("thead", first, *rest)


_SINGLE = 'th scope="col"'
_DOUBLE = 'th rowspan="2" scope="col"'


def _lane_head(n: int, actor: Pelaksana, count: int, is_tall: bool) -> Markup:
    short = actor.singkat if count >= NARROW else None
    name = hyphenated(short or actor.nama)
    opening = _DOUBLE if is_tall else _SINGLE
    return _tag(opening + ' class="a"', _tag("b", str(n)), " ", name)


@lru_cache(maxsize=4096)
def hyphenated(text: str, least: int = 2) -> str:
    """The text with soft hyphens; Chromium and Typst have no Indonesian dictionary of their own.

    `least` letters stay together at both ends of a word.
    """
    return _WORD.sub(lambda word: str(_hyphenator(least).inserted(word[0], "\u00ad")), text)


@lru_cache(maxsize=2)
def _hyphenator(least: int) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID", left=least, right=least)


_WORD = re.compile(r"[A-Za-z]{6,}")


def _cell(label: str, items: Iterable[str], merged: int | None = None) -> Markup:
    if merged:
        words = _tag('span class="gb"', f"menyatu dengan langkah {merged}")
        return _tag(f'td class="m gb" data-l="{label}"', words)
    return _tag(f'td class="m" data-l="{label}"', Markup(";<br>").join(items))


def _written_number(step: Langkah, n: int) -> Markup:
    written = step.nomor_tertulis
    if written is None or written == str(n):
        return Markup("")
    words = f"Nomor pada dokumen: {written}" if written else "Tidak bernomor pada dokumen"
    return _tag("p", _tag("small", words))
