"""The matrix on the page: a table that reads well without its drawing, drawn with percentages.

Lines take percentages of their cell, so text may wrap as it likes; symbols keep their proportions
in a view box of their own, never wider than their lane. No id, style or script is in a drawing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import pyphen
from markupsafe import Markup, escape

from ....data.model import SELESAI, TOLAK, Langkah, Pelaksana, Sop
from ....meaning.flow import Edge, edges
from .layout import arrange
from .note import notes
from .parts import BOTTOM, HEIGHT, SYMBOL_HALF, Label, Layout, Stroke, Symbol
from .shape import VIEW_HEIGHT, VIEW_LEFT, VIEW_TOP, VIEW_WIDTH, drawing, number

# From this many actors on, lane heads hold the short names.
NARROW = 4
_KIND_WORDS = {
    "mulai": "Mulai",
    "proses": "Proses",
    "keputusan": "Keputusan",
    "selesai": "Selesai",
}
_END_WORDS = {SELESAI: "proses selesai", TOLAK: "ditolak, proses berhenti"}


def matrix(sop: Sop, layout: Layout | None = None, anchor: str = "langkah") -> Markup:
    """The table of an SOP; rows have the ids <anchor>-1, <anchor>-2, ...

    An SOP without steps gives one sentence that says so.
    """
    if not sop.langkah:
        reason = sop.tanpa_langkah or "Dokumen tidak memuat tabel langkah."
        return _tag('p class="kecil"', reason)
    layout = layout or arrange(sop)
    has_remarks = any(step.keterangan for step in sop.langkah)
    return _tag(
        'div class="mtr-w"',
        _tag(
            f'table class="mtr n{len(layout.lanes)}{" kt" if has_remarks else ""}" role="table"',
            _tag("caption", f"Alur {sop.nama}. ", *notes(sop, layout)),
            _columns(layout, has_remarks),
            _head(layout, has_remarks),
            _body(sop, layout, has_remarks, anchor),
        ),
    )


def _tag(opening: str, *children: str) -> Markup:
    """An element; `opening` is markup of ours, children are escaped unless they are markup."""
    name = opening.partition(" ")[0]
    # escape() leaves markup as it is too, only ten times slower.
    inside = "".join([child if child.__class__ is Markup else escape(child) for child in children])
    return Markup(f"<{opening}>{inside}</{name}>")


def _columns(layout: Layout, has_remarks: bool) -> Markup:
    remarks = '<col class="ct">' if has_remarks else ""
    return Markup(
        f'<colgroup><col class="c0"><col class="c1"><col span="{len(layout.lanes)}">'
        f'<col class="ck"><col class="cw"><col class="ck">{remarks}</colgroup>'
    )


def _head(layout: Layout, has_remarks: bool) -> Markup:
    tall = 'th rowspan="2" scope="col" role="columnheader"'
    single = 'th scope="col" role="columnheader"'
    count = len(layout.lanes)
    remarks = _tag(tall, "Keterangan") if has_remarks else Markup("")
    return _tag(
        'thead role="rowgroup"',
        _tag(
            'tr role="row"',
            _tag(tall, "No"),
            _tag(tall, "Kegiatan"),
            _tag(f'th colspan="{count}" scope="colgroup" role="columnheader"', "Pelaksana"),
            _tag('th colspan="3" scope="colgroup" role="columnheader"', "Mutu baku"),
            remarks,
        ),
        _tag(
            'tr role="row"',
            *(
                _tag(single + ' class="a"', _tag("b", str(n)), " ", _lane_name(actor, count))
                for n, actor in enumerate(layout.lanes, start=1)
            ),
            _tag(single, "Keleng\u00adkapan"),
            _tag(single, "Waktu"),
            _tag(single, "Output"),
        ),
    )


def _lane_name(actor: Pelaksana, count: int) -> str:
    short = actor.singkat if count >= NARROW else None
    return hyphenated(short or actor.nama)


@lru_cache(maxsize=4096)
def hyphenated(text: str) -> str:
    """The text with soft hyphens; Chromium has no Indonesian dictionary of its own."""
    return _WORD.sub(lambda word: str(_hyphenator().inserted(word[0], "\u00ad")), text)


@lru_cache(maxsize=1)
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID")


_WORD = re.compile(r"[A-Za-z]{6,}")


def _body(sop: Sop, layout: Layout, has_remarks: bool, anchor: str) -> Markup:
    numbers = {step.id: n for n, step in enumerate(sop.langkah, start=1)}
    leaving: dict[str, list[Edge]] = {}
    for edge in edges(sop):
        leaving.setdefault(edge.source, []).append(edge)
    pictures = _pictures(layout)
    return _tag(
        'tbody role="rowgroup"',
        *(
            _row(step, n, layout, leaving[step.id], numbers, pictures[n - 1], has_remarks, anchor)
            for n, step in enumerate(sop.langkah, start=1)
        ),
    )


def _row(
    step: Langkah,
    n: int,
    layout: Layout,
    leaving: Sequence[Edge],
    numbers: dict[str, int],
    picture: Markup,
    has_remarks: bool,
    anchor: str,
) -> Markup:
    height = layout.rows[n - 1].height
    tall = f" h{height}" if height > HEIGHT else ""
    return _tag(
        f'tr id="{anchor}-{n}" role="row"',
        _tag('th class="n" scope="row" role="rowheader"', str(n)),
        _tag(
            'td class="k" role="cell"',
            _who(step, n, layout, leaving),
            _tag("p", step.kegiatan),
            _written_number(step, n),
            _ways_on(step, n, leaving, numbers, anchor),
        ),
        _tag(f'td class="f{tall}" role="cell" colspan="{len(layout.lanes)}"', picture),
        _cell("Kelengkapan", step.kelengkapan),
        _cell("Waktu", [step.waktu] if step.waktu else []),
        _cell("Output", step.output),
        _cell("Keterangan", [step.keterangan] if step.keterangan else [])
        if has_remarks
        else Markup(""),
    )


def _cell(label: str, items: Iterable[str]) -> Markup:
    return _tag(f'td class="m" role="cell" data-l="{label}"', Markup(";<br>").join(items))


def _who(step: Langkah, n: int, layout: Layout, leaving: Sequence[Edge]) -> Markup:
    lanes = {actor.id: (k, actor) for k, actor in enumerate(layout.lanes, start=1)}
    names: list[str] = []
    for actor in dict.fromkeys(step.pelaksana):
        k, record = lanes[actor]
        names += [" dan " if names else "", _tag("b", str(k)), f" {record.nama}"]
    return _tag('p class="p"', *names, " ", _tag("small", _kind_words(step, n, layout, leaving)))


def _kind_words(step: Langkah, n: int, layout: Layout, leaving: Sequence[Edge]) -> str:
    kind = layout.rows[n - 1].kind
    words = [_KIND_WORDS[kind]]
    if n == 1 and kind != "mulai":
        words.insert(0, _KIND_WORDS["mulai"])
    target = leaving[0].target
    if not step.keputusan and target in _END_WORDS:
        if kind == "mulai":
            words.append(_KIND_WORDS["selesai"].lower())
        if target == TOLAK:
            words.append("ditolak")
    return ", ".join(words[:1] + [word.lower() for word in words[1:]])


def _written_number(step: Langkah, n: int) -> Markup:
    written = step.nomor_tertulis
    if written is None or written == str(n):
        return Markup("")
    words = f"Nomor pada dokumen: {written}" if written else "Tidak bernomor pada dokumen"
    return _tag("p", _tag("small", words))


def _ways_on(
    step: Langkah, n: int, leaving: Sequence[Edge], numbers: dict[str, int], anchor: str
) -> Markup:
    """What the arrows say; nothing where the next row simply follows."""
    if step.keputusan:
        yes, no = leaving
        return _tag(
            'p class="cab"',
            _tag("span", step.keputusan.pertanyaan),
            " ",
            _tag("span", _tag("b", "Ya"), " ", _target(yes.target, n, numbers, anchor)),
            " ",
            _tag(
                'span class="tdk"', _tag("b", "Tidak"), " ", _target(no.target, n, numbers, anchor)
            ),
        )
    target = leaving[0].target
    if target in _END_WORDS or numbers[target] == n + 1:
        return Markup("")
    verb = "" if numbers[target] <= n else "Lanjut "
    words = _target(target, n, numbers, anchor)
    return _tag('p class="cab"', _tag("span", verb, words if verb else words.capitalize()))


def _target(target: str, n: int, numbers: dict[str, int], anchor: str) -> Markup:
    if target in _END_WORDS:
        return escape(_END_WORDS[target])
    number_of_target = numbers[target]
    words = f"langkah {number_of_target}"
    link = (
        escape(words)
        if number_of_target == n + 1
        else _tag(f'a href="#{anchor}-{number_of_target}"', words)
    )
    return Markup("kembali ke " if number_of_target <= n else "ke ") + link


def _pictures(layout: Layout) -> list[Markup]:
    symbols: list[list[Symbol]] = [[] for _ in layout.rows]
    labels: list[list[Label]] = [[] for _ in layout.rows]
    for symbol in layout.symbols:
        symbols[symbol.row].append(symbol)
    for label in layout.labels:
        labels[label.row].append(label)
    count = len(layout.lanes)
    guides = "".join(
        f'<line class="l" x1="{x}" x2="{x}" y1="0" y2="100%"/>'
        for x in (_percent(lane, count) for lane in range(1, count))
    )
    return [
        # All text below is made of numbers and of words of ours.
        Markup(
            '<svg aria-hidden="true" focusable="false" width="100%" '
            f'height="{layout.rows[n].height}">{guides}'
            f"{''.join(_line(stroke, count) for stroke in layout.strokes[n])}"
            f"{''.join(_word(label, count) for label in labels[n])}"
            f"{''.join(_symbol(symbol, count) for symbol in symbols[n])}</svg>"
        )
        for n in range(len(layout.rows))
    ]


def _line(stroke: Stroke, count: int) -> str:
    kind = ' class="r"' if stroke.is_no else ""
    x1, x2 = _percent(stroke.x1, count), _percent(stroke.x2, count)
    y2 = "100%" if stroke.y2 == BOTTOM else number(stroke.y2)
    return f'<line{kind} x1="{x1}" x2="{x2}" y1="{number(stroke.y1)}" y2="{y2}"/>'


def _word(label: Label, count: int) -> str:
    anchor = ' text-anchor="end"' if label.is_end else ""
    return (
        f'<text class="{label.branch[0]}" x="{_percent(label.x, count)}" y="{number(label.y)}" '
        f'dx="{number(label.dx)}"{anchor}>{label.text}</text>'
    )


def _symbol(symbol: Symbol, count: int) -> str:
    left = _percent(symbol.x - SYMBOL_HALF, count)
    width = _percent(2 * SYMBOL_HALF, count)
    view = f"{VIEW_LEFT} {VIEW_TOP} {VIEW_WIDTH} {VIEW_HEIGHT}"
    return (
        f'<svg class="s" x="{left}" y="{number(symbol.y + VIEW_TOP)}" width="{width}" '
        f'height="{VIEW_HEIGHT}" viewBox="{view}">{drawing(symbol)}</svg>'
    )


def _percent(x: float, count: int) -> str:
    return number(x / count * 100) + "%"
