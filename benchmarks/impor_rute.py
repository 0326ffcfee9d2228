"""Where the lines and answers of a drawn flow go: by chance, but so that a reader can tell them.

Called by impor_matriks.
"""

import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from impor_lembar import Point, Sheet

from sop_terbuka.intake.pdf.geometry import Box, Segment, foot

End = tuple[int, int]
APART = 5.0
"""Lines that are not one run at least this far apart."""


@dataclass(frozen=True)
class Write:
    """How answers are written: how far from the line, on which side, in what form."""

    gap: tuple[float, float]
    side: str
    form: str
    margin: float


@dataclass
class Room:
    """The symbols of one flow, and the lines and answers drawn between them so far."""

    region: Box
    spots: Mapping[End, Point]
    wide: float
    high: float
    dice: random.Random
    rails: tuple[float, ...] = ()
    shared: bool = False
    ways: dict[tuple[End, End], list[Point]] = field(default_factory=dict)
    lines: list[tuple[list[Point], bool]] = field(default_factory=list)
    labels: list[Box] = field(default_factory=list)

    def box(self, end: End, by: float = 0.0) -> Box:
        """The box of a symbol, a little larger where asked."""
        x, y = self.spots[end]
        w, h = self.wide / 2 + by, self.high / 2 + by
        return Box(x - w, y - h, x + w, y + h)

    def join(self, a: End, b: End) -> bool:
        """Draw a line from one symbol to another where there is room for one."""
        if (a, b) in self.ways:
            return False
        if self.shared and self.dice.random() < 0.6 and self._merge(a, b):
            return True
        routes = list(self._routes(a, b))
        self.dice.shuffle(routes)
        routes.sort(key=len)
        for route in routes:
            if self._fits(a, b, route):
                self.ways[a, b] = route
                self.lines.append((route, True))
                return True
        return False

    def _merge(self, a: End, b: End) -> bool:
        """Let a straight line from one symbol end in another line to the same symbol."""
        x, y = self.spots[a]
        w, h = self.wide / 2, self.high / 2
        for key, route in self.ways.items():
            if key[1] != b or key[0] == a:
                continue
            for n, (p, q) in enumerate(pairwise(route)):
                level = abs(p[1] - q[1]) < 1
                at = (x, p[1]) if level else (p[0], y)
                if level:
                    start = (x, y + (h if at[1] > y else -h))
                else:
                    start = (x + (w if at[0] > x else -w), y)
                if min(math.dist(at, p), math.dist(at, q)) < 9 or not Segment(p, q).box.holds(at):
                    continue
                if math.dist(at, start) > 10 and self._fits(a, a, [start, at], (p, q)):
                    self.ways[a, b] = [start, at, *route[n + 1 :]]
                    self.lines.append(([start, at], False))
                    return True
        return False

    def _routes(self, a: End, b: End) -> Iterator[list[Point]]:
        (ax, ay), (bx, by) = self.spots[a], self.spots[b]
        w, h = self.wide / 2, self.high / 2
        side = w if bx >= ax else -w
        down = h if by > ay else -h
        if abs(ay - by) < 1:
            yield [(ax + side, ay), (bx - side, by)]
        elif abs(ax - bx) < 1:
            yield [(ax, ay + down), (bx, by - down)]
        else:
            yield [(ax + side, ay), (bx, ay), (bx, by - down)]
            yield [(ax, ay + down), (ax, by), (bx - side, by)]
            for share in (0.35, 0.5, 0.65):
                y = ay + down + (by - ay - 2 * down) * share
                near = [rail for rail in self.rails if min(ay, by) + h < rail < max(ay, by) - h]
                y = min(near, key=lambda rail: abs(rail - y), default=y)
                yield [(ax, ay + down), (ax, y), (bx, y), (bx, by - down)]
        for out in (w, -w):
            for more in (6.0, 10.0, 14.0):
                reach = more if out > 0 else -more
                x = (max(ax, bx) if out > 0 else min(ax, bx)) + out + reach
                yield [(ax + out, ay), (x, ay), (x, by), (bx + out, by)]

    def _fits(
        self, a: End, b: End, route: list[Point], but: tuple[Point, Point] | None = None
    ) -> bool:
        pieces = [Segment(p, q) for p, q in pairwise(route)]
        if any(not self.region.holds(point, -3) for point in route):
            return False
        if any(one.length < 8 for one in pieces):
            return False
        for end in self.spots:
            box = self.box(end, 3)
            for n, one in enumerate(pieces):
                own = (end == a and n == 0) or (end == b and n == len(pieces) - 1)
                if not own and box.shared(one.box.grown(0.01)) > 0:
                    return False
        for other, _ in self.lines:
            for p, q in pairwise(other):
                if (p, q) == but:
                    continue
                before = Segment(p, q)
                for one in pieces:
                    if one.flat() == before.flat():
                        if one.box.grown(APART).shared(before.box.grown(0.01)) > 0:
                            return False
                    elif any(foot(at, before)[0] < APART for at in (one.a, one.b)) or any(
                        foot(at, one)[0] < APART for at in (p, q)
                    ):
                        return False
        return True

    def label(self, sheet: Sheet, way: tuple[End, End], words: str, how: Write) -> bool:
        """Write an answer beside its line, nearer than to others; whether there was room."""
        size = self.dice.choice((6.0, 7.0, 8.0))
        written = how.form
        lines = words.split() if written == "dua-baris" else [words]
        wide, high = max(map(len, lines)) * 0.54 * size, size * (1.1 * len(lines) - 0.2)
        turned = written == "tegak"
        if turned:
            wide, high = high, wide
        for _ in range(150):
            box = self._beside(self.ways[way], wide, high, how)
            if box is None or not self._clear(box, way, how):
                continue
            self.labels.append(box)
            if written == "di-garis":
                sheet.bar(box.x0, box.top, box.x1, box.bottom, "1 g")
            if written == "bingkai":
                around = box.grown(1.6)
                x0, y0, x1, y1 = around.x0, around.top, around.x1, around.bottom
                sheet.path(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), "b", "0 G 1 g 0.4 w")
            if turned:
                sheet.text(box.x1, box.bottom, words, size, turned=True)
            elif written == "huruf":
                x = box.x0
                for word in words.split():
                    sheet.text(x, box.bottom, word, size)
                    x += (len(word) * 0.54 + 0.3) * size
            else:
                for n, line in enumerate(lines):
                    low = box.bottom - size * 1.1 * (len(lines) - 1 - n)
                    sheet.text(box.x0, low, line, size)
            return True
        return False

    def _beside(self, route: list[Point], wide: float, high: float, how: Write) -> Box | None:
        """A place beside a line, near where it begins, or near its end."""
        gap, side, written = self.dice.uniform(*how.gap), how.side, how.form
        if written == "ujung":
            route = route[::-1]
        n = self.dice.choice((0, 0, 0, 1)) if len(route) > 2 else 0
        (ax, ay), (bx, by) = route[n], route[n + 1]
        length = math.dist(route[n], route[n + 1])
        reach = 8 if written == "sudut" else 34
        share = self.dice.uniform(0, min(1.0, reach / length))
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        level = abs(by - ay) < 1
        if written == "di-garis":
            return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        where = side or self.dice.choice(("atas", "bawah") if level else ("kiri", "kanan"))
        if level != (where in ("atas", "bawah")):
            return None
        shift = self.dice.uniform(0.1, 0.9)
        if where == "atas":
            return Box(x - wide * shift, y - gap - high, x + wide * (1 - shift), y - gap)
        if where == "bawah":
            return Box(x - wide * shift, y + gap, x + wide * (1 - shift), y + gap + high)
        if where == "kiri":
            return Box(x - gap - wide, y - high * shift, x - gap, y + high * (1 - shift))
        return Box(x + gap, y - high * shift, x + gap + wide, y + high * (1 - shift))

    def _clear(self, box: Box, way: tuple[End, End], how: Write) -> bool:
        if not (self.region.holds((box.x0, box.top)) and self.region.holds((box.x1, box.bottom))):
            return False
        if any(box.grown(2.5).shared(other) > 0 for other in self.labels):
            return False
        if any(box.grown(0.8).shared(self.box(end)) > 0 for end in self.spots):
            return False
        own = _distance(self.ways[way], box)
        others = [_distance(line, box) for line, _ in self.lines if line[0] != self.ways[way][0]]
        if own == 0 and how.form != "di-garis":
            return False
        return min(others, default=99.0) > own + how.margin

    def note(self, sheet: Sheet, words: str) -> None:
        """Write words that are no answer far from every line."""
        wide, high = len(words) * 3.5, 6.0
        for _ in range(80):
            x = self.dice.uniform(self.region.x0 + 2, self.region.x1 - wide - 2)
            y = self.dice.uniform(self.region.top + 2, self.region.bottom - high - 2)
            box = Box(x, y, x + wide, y + high)
            far = all(_distance(line, box) > 15 for line, _ in self.lines)
            if far and all(box.grown(4).shared(self.box(end)) == 0 for end in self.spots):
                sheet.text(x, y + high, words, 6)
                return


def _distance(route: list[Point], box: Box) -> float:
    best = math.inf
    for a, b in pairwise(route):
        steps = max(1, math.ceil(math.dist(a, b)))
        for step in range(steps + 1):
            share = step / steps
            point = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            best = min(best, box.distance(point))
    return best
