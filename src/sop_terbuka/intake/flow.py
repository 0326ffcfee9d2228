"""From drawn shapes and lines to symbols on rows and lanes, and arrows between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot

from .drawing import Box, Line, Point, Shape, Words, centre, inside, line_to_box, to_box
from .reading import EMPTY, Arrow, End, Symbol, Value

Span = tuple[float, float]

_TOUCH = 18.0
"""How far (in points) a line may end from the symbol it means."""
_ON = 1.5
"""How near two places are the same place."""
_JOIN = 5.0
"""How far a line may end from another line that it joins."""
_LABEL = 40.0
"""How far a word may stand from the line that it belongs to."""
_SPANS = 0.55
"""The share of a lane that a symbol has to cover to count as lying over it too."""


@dataclass
class Drawn:
    """What became of a drawing: symbols by row, arrows, and the words that fit nowhere."""

    symbols: list[list[Symbol]] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    loose: list[Words] = field(default_factory=list)
    outside: list[Shape] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def build(
    shapes: Sequence[Shape],
    lines: Sequence[Line],
    words: Sequence[Words],
    lanes: Sequence[Span],
    rows: Sequence[Span],
) -> Drawn:
    """Put every shape on its row and lane, join the lines to them and the words to both."""
    drawn = Drawn()
    placed: dict[str, tuple[int, Symbol]] = {}
    boxes: dict[str, Shape] = {}
    texts, free = _texts(shapes, words)
    for shape in _with_own_ids(shapes):
        row = _span_of(centre(shape.box)[1], rows)
        lane, last = _lanes_of(shape.box, lanes)
        if shape.at is not None:
            row, lane = shape.at
        if row is None or lane is None:
            drawn.outside.append(shape)
            continue
        text = texts.get(shape.id) or shape.teks
        symbol = Symbol(lane, shape.jenis, text, last, shape.tempat, ragu=shape.ragu)
        placed[shape.id] = (row, symbol)
        boxes[shape.id] = shape
    ends = _in_order(placed, boxes, len(rows), drawn)
    arrows, ways = _arrows(lines, boxes, drawn)
    drawn.loose = _label(arrows, ways, free, {i: s.jenis for i, (_, s) in placed.items()})
    drawn.arrows = [
        Arrow(
            ends[a.start], ends[a.end], a.label, a.both, a.headless,
            tuple(place for line in ways[i] for place in line.tempat), ragu=a.doubt,
        )
        for i, a in enumerate(arrows)
    ]  # fmt: skip
    drawn.symbols = name_ends(drawn.symbols, drawn.arrows)
    return drawn


def _with_own_ids(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The shapes, a copied one under an id of its own."""
    seen: set[str] = set()
    for number, shape in enumerate(shapes):
        yield replace(shape, id=f"{shape.id}~{number}") if shape.id in seen else shape
        seen.add(shape.id)


def name_ends(symbols: Sequence[Sequence[Symbol]], arrows: Sequence[Arrow]) -> list[list[Symbol]]:
    """Say of every rounded symbol whether it starts or ends the flow: the arrows tell."""
    into = {a.ke for a in arrows} | {a.dari for a in arrows if a.bolak_balik}
    out = {a.dari for a in arrows} | {a.ke for a in arrows if a.bolak_balik}
    filled = [index for index, row in enumerate(symbols) if row]
    named: list[list[Symbol]] = []
    for index, row in enumerate(symbols):
        named.append([])
        for nth, symbol in enumerate(row):
            end = (index, nth)
            if symbol.jenis == "terminator":
                if end in out and end not in into:
                    symbol = replace(symbol, jenis="mulai")
                elif end in into and end not in out:
                    symbol = replace(symbol, jenis="selesai")
                elif index == filled[0] and index != filled[-1]:
                    symbol = replace(symbol, jenis="mulai")
                elif index == filled[-1] and index != filled[0]:
                    symbol = replace(symbol, jenis="selesai")
            named[-1].append(symbol)
    return named


@dataclass
class _Way:
    start: str
    end: str
    both: bool = False
    headless: bool = False
    doubt: str = ""
    label: Value = EMPTY


def _texts(shapes: Sequence[Shape], words: Sequence[Words]) -> tuple[dict[str, str], list[Words]]:
    """Words that lie in a symbol become its text; the others stay free."""
    texts: dict[str, list[str]] = defaultdict(list)
    free = []
    for word in words:
        home = next((shape for shape in shapes if inside(word.box, shape.box)), None)
        if home is not None and not home.teks:
            texts[home.id].append(word.teks)
        else:
            free.append(word)
    return {key: " ".join(parts) for key, parts in texts.items()}, free


def _span_of(at: float, spans: Sequence[Span]) -> int | None:
    for index, (start, end) in enumerate(spans):
        if start <= at <= end:
            return index
    return None


def _lanes_of(box: Box, lanes: Sequence[Span]) -> tuple[int | None, int | None]:
    """The lane of a symbol, and the last one where it lies over several."""
    covered = [
        index
        for index, (left, right) in enumerate(lanes)
        if right > left and (min(right, box[2]) - max(left, box[0])) / (right - left) >= _SPANS
    ]
    if len(covered) > 1:
        return covered[0], covered[-1]
    return _span_of(centre(box)[0], lanes), None


def _in_order(
    placed: dict[str, tuple[int, Symbol]], boxes: dict[str, Shape], count: int, drawn: Drawn
) -> dict[str, End]:
    """Symbols of a row from left to right, those of one lane from above; returns their ends."""
    rows: list[list[str]] = [[] for _ in range(count)]
    for name, (row, _) in placed.items():
        rows[row].append(name)
    ends: dict[str, End] = {}
    for index, names in enumerate(rows):
        names.sort(key=lambda n: (placed[n][1].lajur, *_reading_order(boxes[n].box)))
        drawn.symbols.append([placed[name][1] for name in names])
        ends.update({name: (index, nth) for nth, name in enumerate(names)})
    return ends


def _reading_order(box: Box) -> tuple[int, float]:
    height = max(box[3] - box[1], 1)
    return round(centre(box)[1] / height), box[0]


def _arrows(
    lines: Sequence[Line], boxes: dict[str, Shape], drawn: Drawn
) -> tuple[list[_Way], list[list[Line]]]:
    """Nets of joined lines; every start of a net leads to each of its heads."""
    ends = [_ends(line, boxes, lines) for line in lines]
    parent = list(range(len(lines)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    for index, line in enumerate(lines):
        for side, point in ((0, line.path[0]), (1, line.path[-1])):
            if ends[index][side][0]:
                continue
            near = [
                # An end at this very place before a line that only passes.
                (other.distance(point), _end_distance(point, other), number)
                for number, other in enumerate(lines)
                if number != index
            ]
            if near and min(near)[0] <= _JOIN:
                parent[root(index)] = root(_nearest(near))
    nets: dict[int, list[int]] = defaultdict(list)
    for index in range(len(lines)):
        nets[root(index)].append(index)
    ways: list[_Way] = []
    drawn_by: list[list[Line]] = []
    for members in nets.values():
        for way in _net(members, lines, ends, drawn):
            if not any(w.start == way.start and w.end == way.end for w in ways):
                ways.append(way)
                drawn_by.append([lines[index] for index in members])
    return ways, drawn_by


def _end_distance(point: Point, line: Line) -> float:
    return min(hypot(x - point[0], y - point[1]) for x, y in (line.path[0], line.path[-1]))


def _nearest(near: Sequence[tuple[float, float, int]]) -> int:
    return min((round(distance), end, number) for distance, end, number in near)[2]


_Ends = tuple[tuple[str, str], tuple[str, str]]


def _ends(line: Line, boxes: dict[str, Shape], lines: Sequence[Line]) -> _Ends:
    """The shape at each end of a line, with a doubt where it is only the nearest."""
    found = []
    for glued, point, headed in (
        (line.start, line.path[0], line.head_start),
        (line.end, line.path[-1], line.head_end),
    ):
        if glued in boxes:
            found.append((glued, ""))
            continue
        near = min(
            ((to_box(point, shape.box), name) for name, shape in boxes.items()), default=None
        )
        if (
            near is None
            or near[0] > _TOUCH
            or (near[0] > _ON and not headed and _is_joint(point, line, lines))
        ):
            found.append(("", ""))
        else:
            doubt = "ujung garis tidak menyentuh simbol" if near[0] > _TOUCH / 2 else ""
            found.append((near[1], doubt))
    return found[0], found[1]


def _is_joint(point: Point, line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line goes on here in another one: a long way is often drawn in pieces."""
    return any(
        hypot(end[0] - point[0], end[1] - point[1]) <= _ON and not headed and not glued
        for other in lines
        if other is not line
        for end, headed, glued in (
            (other.path[0], other.head_start, other.start),
            (other.path[-1], other.head_end, other.end),
        )
    )


def _net(
    members: Sequence[int], lines: Sequence[Line], ends: Sequence[_Ends], drawn: Drawn
) -> list[_Way]:
    sources: list[tuple[str, str]] = []
    targets: list[tuple[str, str]] = []
    plain: list[tuple[str, str]] = []
    for index in members:
        line = lines[index]
        for side, head in ((0, line.head_start), (1, line.head_end)):
            name, doubt = ends[index][side]
            if name:
                (targets if head else sources).append((name, doubt))
                plain.append((name, doubt))
    joined = len(members) > 1
    if len(members) == 1 and len(targets) == 2:
        return [_Way(targets[0][0], targets[1][0], both=True)]
    headed = any(lines[i].head_start or lines[i].head_end for i in members)
    if not headed:
        pairs = list(pairwise(plain))
        return [_Way(a[0], b[0], headless=True) for a, b in pairs if a[0] != b[0]]
    found = [
        _Way(
            start, end,
            doubt=doubt or other or ("beberapa garis bertemu" if joined else ""),
        )
        for start, doubt in dict.fromkeys(sources)
        for end, other in dict.fromkeys(targets)
        if start != end or not joined
    ]  # fmt: skip
    if not found:
        drawn.doubts.append("satu garis alur tidak jelas asal atau tujuannya")
    return found


def _label(
    arrows: Sequence[_Way], ways: Sequence[Sequence[Line]], words: Sequence[Words],
    kinds: dict[str, str],
) -> list[Words]:  # fmt: skip
    """Give each free word to the arrow it stands at; one word an arrow, the nearest first."""
    costs = []
    for word_index, word in enumerate(words):
        for index, arrow in enumerate(arrows):
            distance = min(line_to_box(line, word.box) for line in ways[index])
            if distance > _LABEL:
                continue
            # An answer belongs to a decision where one is as near as a plain arrow.
            cost = distance + (0 if kinds.get(arrow.start) == "keputusan" else 6)
            costs.append((cost, distance, word_index, index))
    done: set[int] = set()
    for _, distance, word_index, index in sorted(costs):
        if word_index in done or arrows[index].label:
            continue
        done.add(word_index)
        word = words[word_index]
        doubt = (
            ""
            if kinds.get(arrows[index].start) == "keputusan"
            else ("kata ini berdiri di garis yang bukan jawaban suatu keputusan")
        )
        if distance > _LABEL / 2:
            doubt = "kata ini jauh dari garisnya"
        arrows[index].label = Value(word.teks, word.tempat, ragu=doubt)
    return [word for index, word in enumerate(words) if index not in done]
