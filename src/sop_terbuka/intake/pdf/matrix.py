"""A whole matrix from its stretches on the pages."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from ..folding import jumps
from ..reading import EMPTY, Arrow, End, Lane, Place, Row, Symbol, Value
from .answers import answers
from .doubts import doubted
from .flow import Drawing, drawing
from .geometry import Box, around
from .pagebreak import goes_on, joined_row
from .pages import Part
from .placing import Placed, order, placed
from .roles import bare
from .table import TableRow, value
from .trace import Way
from .writing import Phrase, phrases

UNSURE = 16.0
"""An answer that fitted worse than this is doubtful."""
FAR = 5.0
"""A bridged distance above this makes an arrow doubtful."""


@dataclass
class Matrix:
    """One matrix: its stretches, lanes, rows, arrows and jumps between pages."""

    parts: list[Part]
    lanes: tuple[Lane, ...] = ()
    rows: list[Row] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    jumps: list[tuple[End, End]] = field(default_factory=list)
    pictured: bool = False
    messages: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


@dataclass
class Flow:
    """One page's drawing with its symbols and the number of its first row in the matrix."""

    drawing: Drawing
    symbols: list[Placed]
    first: int
    ends: dict[int, End] = field(default_factory=dict)
    given: dict[int, tuple[Phrase, float]] = field(default_factory=dict)


def matrices(stretches: Sequence[Part]) -> list[Matrix]:
    """The stretches put together to matrices."""
    groups: list[list[Part]] = []
    for part in stretches:
        if groups and _goes_on(groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [_matrix(group) for group in groups]


def _goes_on(before: Sequence[Part], part: Part) -> bool:
    """Whether a stretch belongs to the matrix before it: the same lanes, and the numbers go on."""
    if not part.headed:
        return True
    names = [bare(lane.name) for lane in before[0].head.lanes]
    others = [bare(lane.name) for lane in part.head.lanes]
    if len(names) != len(others) or any(
        SequenceMatcher(None, one, other, autojunk=False).ratio() < 0.75
        for one, other in zip(names, others, strict=True)
    ):
        return False
    numbers = [int(row.no) for one in before for row in one.rows if row.no.isdigit()]
    first = next((int(row.no) for row in part.rows if row.no.isdigit()), None)
    if first is None and not numbers:
        return not (_rounded(before[-1], lowest=True) and _rounded(part, lowest=False))
    return not (first is not None and numbers and first <= max(numbers))


def _rounded(part: Part, lowest: bool) -> bool:
    """Whether the flow on a page begins, or stops, with a symbol for a start or an end."""
    found = sorted(drawing(part).shapes, key=lambda one: one.box.centre[1])
    return bool(found) and found[-1 if lowest else 0].kind == "terminator"


def _matrix(group: list[Part]) -> Matrix:
    lanes = tuple(_lane(group[0], n) for n in range(len(group[0].head.lanes)))
    made = Matrix(group, lanes)
    flows: list[Flow] = []
    for part in group:
        drawn = drawing(part)
        joined = bool(made.rows) and goes_on(group, part)
        flow = Flow(drawn, placed(drawn), len(made.rows) - joined)
        flows.append(flow)
        for n, row in enumerate(part.rows):
            whole = _row(part, row, flow, n, made.rows[-1] if joined and n == 0 else None)
            if joined and n == 0:
                made.rows[-1] = whole
            else:
                made.rows.append(whole)
    for flow in flows:
        flow.given = answers(flow.drawing.ways, flow.drawing.shapes, _free(flow))
        for n, way in enumerate(flow.drawing.ways):
            arrow = _arrow(flow, way, flow.given.get(n))
            if arrow is not None:
                made.arrows.append(arrow)
    made.used = _used(flows)
    _remark(made, flows)
    made.arrows += _over_pages(flows)
    made.arrows.sort(key=lambda arrow: (arrow.dari, arrow.ke))
    made.rows = doubted(_ended(made.rows, made.arrows), made.arrows)
    made.jumps = list(jumps(made.rows, made.arrows))
    return made


def _remark(made: Matrix, flows: Sequence[Flow]) -> None:
    """Say what is a picture: it is left alone, not guessed; and what stands on weak ground."""
    if not all(part.head.ruled for part in made.parts):
        made.messages.append(
            "kepala tabelnya tidak bergaris: kolomnya ditentukan dari letak kata. Periksa kolomnya."
        )
    pictures = [one for flow in flows for one in flow.drawing.pictures if one.box.area > 60]
    drawn = sum(len(flow.symbols) for flow in flows)
    if any(flow.drawing.crowded for flow in flows):
        made.messages.append(
            "kolom pelaksana penuh garis yang bukan alur biasa: simbol dan panah di halaman itu "
            "tidak dibaca."
        )
    elif not drawn:
        made.pictured = bool(pictures)
        made.messages.append(
            "alurnya berupa gambar: simbol dan panahnya tidak dibaca."
            if pictures
            else "tidak ada simbol alur di kolom pelaksana."
        )
    elif pictures:
        made.messages.append(
            f"{len(pictures)} gambar di kolom pelaksana tidak dibaca: periksa simbol dan panahnya."
        )


def _row(part: Part, row: TableRow, flow: Flow, n: int, before: Row | None) -> Row:
    """A row of a page; `before` is the row of the page before that goes on in it."""
    symbols = sorted((one for one in flow.symbols if one.row == n), key=order)
    earlier = before.simbol if before is not None else ()
    for nth, one in enumerate(symbols):
        flow.ends[flow.symbols.index(one)] = (flow.first + n, len(earlier) + nth)
    found = tuple(one.symbol for one in symbols)
    if before is not None:
        return joined_row(before, row, found, _place(part, row))
    return Row(row.no, dict(row.cells), found, frozenset(row.merged), (_place(part, row),))


def _free(flow: Flow) -> list[Phrase]:
    """The phrases between the symbols of a page."""
    part = flow.drawing.part
    taken = {id(word) for one in flow.symbols for word in one.words}
    lanes = part.head.lanes
    if not lanes:
        return []
    region = Box(lanes[0].x0 - 4, part.top - 14, lanes[-1].x1 + 4, part.bottom + 3)
    return phrases(
        [
            word
            for word in part.sheet.page.words
            if id(word) not in taken
            and region.holds(word.box.centre)
            and not (part.headed and word.box.centre[1] < part.head.bottom)
        ]
    )


def _arrow(flow: Flow, way: Way, given: tuple[Phrase, float] | None) -> Arrow | None:
    """A way between two symbols of one page as an arrow with its answer."""
    if way.start is None or way.target is None:
        return None
    doubt = ""
    page = flow.drawing.part.sheet.page
    if given is None and flow.drawing.shapes[way.start].kind == "keputusan" and way.headed:
        doubt = "cabang keputusan ini tanpa jawaban"
    if way.gap > FAR:
        doubt = "ujung garis ini tidak menyentuh simbol"
    return Arrow(
        flow.ends[way.start],
        flow.ends[way.target],
        _label(flow, given),
        bolak_balik=way.both,
        tanpa_kepala=not way.headed,
        tempat=(Place(page.number, kotak=page.place(around(way.path))),),
        yakin=0.6 if doubt else 1.0,
        ragu=doubt,
    )


def _label(flow: Flow, given: tuple[Phrase, float] | None) -> Value:
    """The words of an answer, doubtful where they stand far from the line."""
    if given is None:
        return EMPTY
    doubt = "kata ini agak jauh dari garisnya" if given[1] > UNSURE else ""
    return value(flow.drawing.part.sheet.page, given[0].words, doubt)


def _used(flows: Sequence[Flow]) -> set[int]:
    """The words that were put somewhere: heads, cells, symbols, answers."""
    found: set[int] = set()
    for flow in flows:
        part = flow.drawing.part
        found |= {mark for row in part.rows for mark in row.used}
        found |= {id(word) for one in flow.symbols for word in one.words}
        found |= {id(word) for phrase, _ in flow.given.values() for word in phrase.words}
        if part.headed:
            head, columns = part.head, part.head.columns
            band = Box(columns[0].x0 - 3, head.top - 3, columns[-1].x1 + 3, head.below)
            found |= {id(word) for word in part.sheet.page.words if band.holds(word.point)}
    return found


def _over_pages(flows: Sequence[Flow]) -> list[Arrow]:
    """Lines that stop at the foot of one page and go on at the top of the next."""
    found = []
    for upper, lower in itertools.pairwise(flows):
        leaving = [
            (n, way)
            for n, way in enumerate(upper.drawing.ways)
            if way.start is not None
            and way.target is None
            and way.path[-1][1] >= upper.drawing.part.bottom - 14
        ]
        entering = [
            way
            for way in lower.drawing.ways
            if way.start is None
            and way.target is not None
            and way.path[0][1] <= lower.drawing.part.top + 14
        ]
        for n, way in leaving:
            if not entering:
                break
            x = way.path[-1][0]
            other = min(entering, key=lambda one: abs(one.path[0][0] - x))
            entering.remove(other)
            page = lower.drawing.part.sheet.page
            if way.start is None or other.target is None:
                continue
            found.append(
                Arrow(
                    upper.ends[way.start],
                    lower.ends[other.target],
                    _label(upper, upper.given.get(n)),
                    tempat=(Place(page.number, kotak=page.place(around(other.path))),),
                    yakin=0.6,
                    ragu="garis ini menyeberang ke halaman berikutnya",
                )
            )
    return found


def _ended(rows: Sequence[Row], arrows: Sequence[Arrow]) -> list[Row]:
    """The rows with each rounded symbol made a start or an end by its arrows."""
    into = {arrow.ke for arrow in arrows if not arrow.tanpa_kepala}
    out = {arrow.dari for arrow in arrows if not arrow.tanpa_kepala}
    drawn = [n for n, row in enumerate(rows) if row.simbol]
    made = []
    for n, row in enumerate(rows):
        symbols = tuple(
            _end(symbol, (n, k) in into, (n, k) in out, n == drawn[0], n == drawn[-1])
            for k, symbol in enumerate(row.simbol)
        )
        made.append(replace(row, simbol=symbols))
    return made


def _end(symbol: Symbol, into: bool, out: bool, first: bool, last: bool) -> Symbol:
    if symbol.jenis != "terminator":
        return symbol
    if into and out:
        if symbol.ragu:
            return replace(symbol, jenis="proses")
        if first:
            return replace(symbol, jenis="mulai")
        return replace(symbol, yakin=0.5, ragu="simbol awal/akhir ini masih dilalui panah")
    if out or (first and not into):
        return replace(symbol, jenis="mulai")
    if into or last:
        return replace(symbol, jenis="selesai")
    return replace(symbol, yakin=0.5, ragu="simbol awal/akhir ini tidak berpanah")


def _lane(part: Part, n: int) -> Lane:
    column = part.head.lanes[n]
    page = part.sheet.page
    place = (Place(page.number, kotak=page.place(column.box)),) if column.box else ()
    doubt = "" if column.name else "kepala kolom pelaksana ini kosong"
    return Lane(Value(column.name, place, 0.4 if doubt else 1.0, doubt), column.group)


def _place(part: Part, row: TableRow) -> Place:
    columns = part.head.columns
    box = Box(columns[0].x0, row.strip.top, columns[-1].x1, row.strip.bottom)
    return Place(part.sheet.page.number, kotak=part.sheet.page.place(box))
