"""Where the answers stand: beside the tail of their arrow, on nothing else."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from .parts import HALF_HEIGHT, HALF_WIDTH, SYMBOL_HALF, Arrow, Label, Placed, Point

# Bold 11 px text in the system fonts, the widest of them; a line is 12 px high.
_CHARACTER, _NARROW, _WIDE = 6.7, 3.6, 9.6
_ASCENT, _LINE = 9.0, 12.0
_WRAP = 11
_HALF_LINE = 1.0
_WIDER = (1.0, 1.2, 1.5, 2.0, 4.0)

Box = tuple[float, float, float, float]


def text_width(text: str) -> float:
    """The width of a label's line in units, rather too wide than too narrow."""
    return sum(
        _WIDE if c in "MWmw" else _NARROW if c in "iljtfr.,:;!'| " else _CHARACTER for c in text
    )


def box_of(label: Label, lane_width: float) -> Box:
    """Left, top, right and bottom of a label in units, below the top of its row."""
    start = label.x * lane_width + label.dx
    width = max(text_width(line) for line in label.lines)
    left = start - width if label.is_end else start
    top = label.y - _ASCENT
    return left, top, left + width, top + _LINE * len(label.lines) - 1.0


class _Scene:
    """What labels must not touch: lines, symbols, the edges of the drawing, other labels."""

    def __init__(
        self,
        symbols: Sequence[Placed],
        arrows: Sequence[Arrow],
        heights: Sequence[float],
        lane_width: float,
        lanes: int,
    ) -> None:
        self.width, self.lanes = lane_width, lanes
        self.tops = list(accumulate(heights, initial=0.0))
        self.heights = heights
        self.lines = [
            _box(*(self._at(point) for point in pair))
            for arrow in arrows
            for pair in pairwise(arrow.points)
        ]
        self.symbols = [(symbol, self._symbol(symbol)) for symbol in symbols]
        self.labels: list[Box] = []

    def _at(self, point: Point) -> tuple[float, float]:
        return point.x * self.width, self.tops[point.row] + point.y

    def _symbol(self, symbol: Placed) -> Box:
        half = SYMBOL_HALF * self.width
        if symbol.first == symbol.last:
            half = min(HALF_WIDTH, half)
        y = self.tops[symbol.row] + symbol.y
        high = HALF_HEIGHT[symbol.kind]
        left, right = symbol.first * self.width - half, symbol.last * self.width + half
        return left, y - high, right, y + high

    def shifted(self, label: Label) -> Box:
        """The label's box from the top of the drawing."""
        left, top, right, bottom = box_of(label, self.width)
        y = self.tops[label.row]
        return left, top + y, right, bottom + y

    def is_free(self, label: Label) -> bool:
        """Whether the label stands on nothing."""
        box = self.shifted(label)
        if box[0] < 1 or box[2] > self.width * self.lanes - 1:
            return False
        if label.y - _ASCENT < 0 or box[3] > self.tops[label.row] + self.heights[label.row]:
            return False
        if any(_overlap(box, other) for other in (*self.lines, *self.labels)):
            return False
        return not any(
            _overlap(box, shape) and not _beside(box, s, shape) for s, shape in self.symbols
        )

    def keep(self, label: Label) -> None:
        """Let no later label stand here."""
        self.labels.append(self.shifted(label))


def labels(
    answers: Sequence[str],
    symbols: Sequence[Placed],
    arrows: Sequence[Arrow],
    heights: Sequence[float],
    lane_width: float,
    lanes: int,
) -> tuple[Label, ...]:
    """A label for every arrow with an answer that finds a free place.

    Long answers wrap; what fits nowhere is shown by its first letters, or left to the words.
    """
    # Symbols grow with their lanes up to their own size: free here must be free there.
    scenes = [_Scene(symbols, arrows, heights, lane_width * wider, lanes) for wider in _WIDER]
    found = []
    waiting = [arrow for arrow in arrows if answers[arrow.edge]]
    for attempt in (_whole, _short):
        left = []
        for arrow in waiting:
            candidates = (
                label
                for lines in attempt(answers[arrow.edge])
                for label in _places(arrow, lines, attempt is _short)
            )
            label = next(
                (one for one in candidates if all(scene.is_free(one) for scene in scenes)), None
            )
            if label:
                for scene in scenes:
                    scene.keep(label)
                found.append(label)
            else:
                left.append(arrow)
        waiting = left
    return tuple(sorted(found, key=lambda label: label.edge))


def _whole(answer: str) -> Iterator[tuple[str, ...]]:
    words = " ".join(answer.split())
    if len(words) <= 2 * _WRAP:
        yield (words,)
    wrapped = tuple(textwrap.wrap(words, _WRAP, break_long_words=False))
    if 1 < len(wrapped) <= 4:
        yield wrapped


def _short(answer: str) -> Iterator[tuple[str, ...]]:
    yield (initials(answer),)


def initials(answer: str) -> str:
    """The first letters of an answer's first words."""
    return "".join(word[0] for word in answer.split()[:3]).upper()


def _places(arrow: Arrow, lines: tuple[str, ...], is_short: bool) -> Iterator[Label]:
    """Places along the tail, nearest to the symbol first."""
    high = _LINE * (len(lines) - 1)
    for n, (one, other) in enumerate(pairwise(arrow.points[:5])):
        if one.x != other.x:
            is_right = other.x > one.x
            sign = 1 if is_right else -1
            starts: tuple[tuple[float, float], ...] = ((0.0, 3.0),)
            if n == 0:
                starts = ((0.0, HALF_WIDTH + 2), (SYMBOL_HALF, 2.0))
            for part, away in starts:
                x, dx = one.x + sign * part, sign * away
                for y in (one.y - 3 - high, one.y + _ASCENT + 3):
                    yield Label(arrow.edge, lines, one.row, x, dx, y, not is_right, is_short)
            middle = (one.x + other.x) / 2
            for y in (one.y - 3 - high, one.y + _ASCENT + 3):
                for is_end in (False, True):
                    yield Label(arrow.edge, lines, one.row, middle, 0.0, y, is_end, is_short)
            continue
        is_down = (other.row, other.y) > (one.row, one.y)
        for away in (0, 12, 24):
            y = one.y - (16 if n == 0 else 4) - high - away
            if is_down:
                y = one.y + (25 if n == 0 else 12) + away
            if one.row == other.row or is_down or y > _ASCENT:
                yield Label(arrow.edge, lines, one.row, one.x, 4.0, y, False, is_short)
                yield Label(arrow.edge, lines, one.row, one.x, -4.0, y, True, is_short)


def _box(one: tuple[float, float], other: tuple[float, float]) -> Box:
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 - _HALF_LINE, y1 - _HALF_LINE, x2 + _HALF_LINE, y2 + _HALF_LINE


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _beside(box: Box, symbol: Placed, shape: Box) -> bool:
    """Whether a box that overlaps a diamond's bounds stands in a corner of them."""
    if symbol.kind != "keputusan" or symbol.first != symbol.last:
        return False
    x, y = (shape[0] + shape[2]) / 2, (shape[1] + shape[3]) / 2
    across = max(box[0] - x, x - box[2], 0) / ((shape[2] - shape[0]) / 2)
    along = max(box[1] - y, y - box[3], 0) / ((shape[3] - shape[1]) / 2)
    return across + along > 1
