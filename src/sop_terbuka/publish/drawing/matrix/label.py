"""Where the words Ya and Tidak stand: near the beginning of their branch, on nothing else."""

from collections.abc import Iterator, Sequence

from .parts import ARROWHEAD, BOTTOM, CENTER, HALF_HEIGHT, HALF_WIDTH, Label, Row, Stroke, Symbol
from .way import Way

Box = tuple[float, float, float, float]

# Half a line's width and the white around it.
CLEAR = 1.5
_WORDS = {"ya": ("Ya", "Y"), "tidak": ("Tidak", "T"), "lanjut": ()}
# Offsets from the symbol's centre, best first: above the line, below it, nearer to the symbol, then
# under the symbol. (3, 25) is free in every drawing, between the symbol's lower edge, the centre of
# its lane and the gutter; (3, 37) is when the other branch's word fills the line above.
_ABOVE, _BELOW, _INNER = (21, -4), (12, 17), ((13, -9), (9, -11))
_CORNER = tuple((dx, dy) for dy in (25, 37) for dx in (5, 3, -2, -6, -10, -13))
_BESIDE: dict[str, tuple[tuple[int, int], ...]] = {
    "ya": (_ABOVE, _BELOW, *_INNER, *_CORNER),
    "tidak": (_BELOW, _ABOVE, *_INNER, *_CORNER),
}
_UNDER = ((5, 25), (-5, 25), (3, 25), (-3, 25))


def labels(
    ways: Sequence[Way],
    symbols: Sequence[Symbol],
    strokes: Sequence[Sequence[Stroke]],
    rows: Sequence[Row],
    lane_width: float,
    lane_count: int,
) -> tuple[Label, ...]:
    """A label for every branch: its word, or its first letter where there is no room."""
    placed: list[Label] = []
    by_row: dict[int, list[Symbol]] = {}
    for symbol in symbols:
        by_row.setdefault(symbol.row, []).append(symbol)
    branches = [way for way in ways if way.edge.branch != "lanjut"]
    # Ways that leave at the bottom choose last: they have both sides to choose from.
    for way in sorted(branches, key=lambda way: (way.place.row, way.side == 0)):
        row, x = way.place.row, way.source_lane + 0.5
        blocked = [
            *(_line_box(stroke, x, lane_width) for stroke in strokes[row]),
            *(box for symbol in by_row[row] for box in _symbol_boxes(symbol, x, lane_width)),
            *(_label_box(label, x, lane_width) for label in placed if label.row == row),
        ]
        edge = (1.0, 1.0, lane_count * lane_width - 1, rows[row].height - 1.0)
        placed.append(_first_free(way, blocked, edge, lane_width))
    return tuple(placed)


def _first_free(way: Way, blocked: Sequence[Box], edge: Box, lane_width: float) -> Label:
    candidates = list(_candidates(way))
    for label in candidates:
        box = label.box(lane_width)
        if _inside(box, edge) and not any(_overlap(box, other) for other in blocked):
            return label
    return candidates[-1]


def _candidates(way: Way) -> Iterator[Label]:
    branch = way.edge.branch
    x = way.source_lane + 0.5
    for text in _WORDS[branch]:
        for dx, dy in _BESIDE[branch] if way.side else _UNDER:
            side = way.side or (1 if dx > 0 else -1)
            yield Label(text, branch, way.place.row, x, dx * (way.side or 1), CENTER + dy, side < 0)


def _wall(box: Box, left: float, right: float, x: float) -> Box:
    """The box and all that lies behind it, seen from `x`.

    In a wider lane lines and symbols stand farther from `x`, a label does not: one that is behind
    a line here would lie on it there.
    """
    return (
        -1e6 if left < x else box[0],
        box[1],
        1e6 if right > x else box[2],
        box[3],
    )


def _line_box(stroke: Stroke, x: float, lane_width: float) -> Box:
    bottom = stroke.y2 if stroke.y2 != BOTTOM else 1e6
    box = (
        stroke.x1 * lane_width - CLEAR,
        stroke.y1 - CLEAR,
        stroke.x2 * lane_width + CLEAR,
        bottom + CLEAR,
    )
    return _wall(box, stroke.x1, stroke.x2, x)


def _label_box(label: Label, x: float, lane_width: float) -> Box:
    left, top, right, bottom = label.box(lane_width)
    return _wall((left - 2, top, right + 2, bottom), label.x, label.x, x)


def _symbol_boxes(symbol: Symbol, x: float, lane_width: float) -> Iterator[Box]:
    middle, half = symbol.x * lane_width, HALF_HEIGHT[symbol.kind]
    sizes = [(HALF_WIDTH, half + 1, half + 1)]
    if symbol.kind == "keputusan":
        # A diamond as a stair of boxes: a label may stand in its corner.
        sizes = [
            (HALF_WIDTH * n / 14 + 1, half * (15 - n) / 14, half * (15 - n) / 14)
            for n in range(1, 15)
        ]
    if symbol.is_entered:
        sizes.append((5.0, half + ARROWHEAD + 1, 0.0))
    for width, above, below in sizes:
        box = (middle - width, symbol.y - above, middle + width, symbol.y + below)
        yield _wall(box, symbol.x, symbol.x, x)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(box: Box, edge: Box) -> bool:
    return box[0] >= edge[0] and box[1] >= edge[1] and box[2] <= edge[2] and box[3] <= edge[3]
