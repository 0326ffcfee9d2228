"""Matrices drawn by chance, with what each holds.

Called by impor_buatan.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from impor_jenis import KINDS, NAMES, SHEETS, Kind, filled
from impor_lembar import Point, Sheet, saved
from impor_rute import Box, Room, Write

VERBS = ("Menerima", "Memeriksa", "Mencatat", "Mengirim", "Menandatangani", "Menyusun")
THINGS = ("surat masuk", "berkas permohonan", "laporan bulanan", "daftar hadir", "nota dinas")
ROOMS = ("Bidang Pelatihan", "Sekretariat Daerah")
LANES = (
    ("Petugas", "Loket"), ("Kepala", "Seksi"), ("Kepala", "Bidang"), ("Sekretaris",),
    ("Kepala", "Dinas"), ("Pemohon",), ("Arsiparis",), ("Tim", "Teknis"),
)  # fmt: skip
QUALITY = ("Kelengkapan", "Waktu", "Output", "Keterangan")


End = tuple[int, int]


@dataclass
class Truth:
    """What stands in a matrix."""

    lanes: list[str] = field(default_factory=list)
    cells: dict[tuple[int, str], str] = field(default_factory=dict)
    symbols: Counter[tuple[int, int, str]] = field(default_factory=Counter)
    arrows: dict[tuple[End, End], str] = field(default_factory=dict)


def matrix(
    kind: Kind, sheets: Sequence[Sheet], dice: random.Random, top: float, end: float
) -> Truth:
    """Draw one matrix between two heights of its pages and say what it holds."""
    truth = Truth()
    sheet = sheets[0]
    left, right = 22 + dice.uniform(0, 12), sheet.width - 22 - dice.uniform(0, 12)
    lane = min(90.0, (right - left) * 0.5 / kind.lanes)
    shares = [0.3, 0.2, 0.12, 0.2, 0.16]
    rest = right - left - 24 - lane * kind.lanes
    widths = [24, rest * shares[0], *([lane] * kind.lanes), *(rest * share for share in shares[1:])]
    bounds = [left]
    for width in widths:
        bounds.append(bounds[-1] + width)
    names = dice.sample((*NAMES.get(kind.names, ()), *LANES)[: 3 * kind.lanes], kind.lanes)
    names = [*NAMES.get(kind.names, ()), *names][: kind.lanes]
    levels = 3 if kind.groups else 1 if kind.flat_head else 2
    tall = 46.0 if kind.turned else 22.0
    head = top + 14 * (levels - 1) + tall
    high = dice.uniform(kind.low, kind.low + 22)
    done = 0
    for page, one in enumerate(sheets):
        headed = page == 0 or kind.repeated
        first = head + (12 if kind.number_row else 0) if headed else top
        count = max(2, min(int((end - first) / high), dice.choice((4, 5, 6))))
        heights = [first + high * n for n in range(count + 1)]
        _grid(kind, one, bounds, heights, top, head if headed else first)
        if headed:
            _head(kind, one, bounds, names, top, head, truth if page == 0 else Truth())
        for n in range(count):
            _row(kind, one, dice, bounds, heights[n], done + n, truth)
        ends = (page == 0, page == len(sheets) - 1)
        _flow(kind, one, dice, bounds[2 : 3 + kind.lanes], heights, truth, done, ends)
        done += count
    return truth


def _row(
    kind: Kind, sheet: Sheet, dice: random.Random, bounds: Sequence[float], top: float,
    n: int, truth: Truth,
) -> None:  # fmt: skip
    words = [str(n + 1) if kind.numbers else "", f"{dice.choice(VERBS)} {dice.choice(THINGS)}"]
    tail = ["Berkas", f"{dice.randint(1, 30)} menit", "Surat", dice.choice(("", "Catatan"))]
    roles = ("no", "kegiatan", *(name.lower() for name in QUALITY))
    places = (0, 1, *range(2 + kind.lanes, 6 + kind.lanes))
    for role, column, value in zip(roles, places, words + tail, strict=True):
        truth.cells[n, role] = value
        _cell(sheet, bounds[column], bounds[column + 1], top, value)


def _cell(sheet: Sheet, x0: float, x1: float, top: float, value: str) -> None:
    line, y = "", top + 11
    for word in value.split():
        if line and len(f"{line} {word}") * 3.7 > x1 - x0 - 5:
            sheet.text(x0 + 3, y, line)
            line, y = word, y + 8.4
        else:
            line = f"{line} {word}".strip()
    if line:
        sheet.text(x0 + 3, y, line)


def _grid(
    kind: Kind, sheet: Sheet, bounds: Sequence[float], heights: Sequence[float],
    top: float, head: float,
) -> None:  # fmt: skip
    lanes = kind.lanes
    levels = [*heights, head, top]
    if kind.rule == "sel":
        for y0, y1 in pairwise(heights):
            for x0, x1 in pairwise(bounds):
                sheet.path(((x0, y0), (x1, y0), (x1, y1), (x0, y1)), "s", "0 G 0.5 w")
    for y in levels:
        sheet.rule((bounds[0], y), (bounds[-1], y), kind.rule)
    split = top + 14
    if kind.flat_head or head <= top:
        split = top
    if not kind.open_head and split > top:
        sheet.rule((bounds[2], split), (bounds[2 + lanes + 3], split), kind.rule)
    grouped = _grouped(kind) if head > top else []
    if grouped:
        sheet.rule((bounds[2], split + 14), (bounds[2 + grouped[-1][1]], split + 14), kind.rule)
    starts = {start for start, _ in grouped} | {stop for _, stop in grouped}
    within = {n for start, stop in grouped for n in range(start + 1, stop)}
    for n, x in enumerate(bounds):
        over = n <= 2 or n == 2 + lanes or n >= 5 + lanes
        begin = top if over else split
        if n - 2 in within and n - 2 not in starts:
            begin = split + 14
        if kind.open_lanes and 2 < n < 2 + lanes:
            continue
        if kind.open_head and 0 < n < len(bounds) - 1:
            begin = head
        sheet.rule((x, begin), (x, heights[-1]), kind.rule)


def _grouped(kind: Kind) -> list[tuple[int, int]]:
    return [(2 * n, 2 * n + 2) for n in range(kind.groups)]


def _head(
    kind: Kind, sheet: Sheet, bounds: Sequence[float], names: Sequence[Sequence[str]],
    top: float, head: float, truth: Truth,
) -> None:  # fmt: skip
    lanes = kind.lanes
    sheet.text(bounds[0] + 4, (top + head) / 2 + 3, "No")
    sheet.text(bounds[1] + 20, (top + head) / 2 + 3, "Kegiatan")
    if not kind.flat_head:
        sheet.text((bounds[2] + bounds[2 + lanes]) / 2 - 16, top + 10, "Pelaksana")
        sheet.text((bounds[2 + lanes] + bounds[5 + lanes]) / 2 - 16, top + 10, "Mutu Baku")
    grouped = _grouped(kind)
    for number, (start, stop) in enumerate(grouped):
        x = (bounds[2 + start] + bounds[2 + stop]) / 2 - len(ROOMS[number]) * 1.8
        sheet.text(x, top + 24, ROOMS[number])
    for n, name in enumerate(names):
        group = next((ROOMS[k] for k, (a, b) in enumerate(grouped) if a <= n < b), "")
        truth.lanes.append(" ".join([*([group] if group else []), *name]))
        x0, x1 = bounds[2 + n], bounds[3 + n]
        if kind.turned:
            for line, word in enumerate(name):
                sheet.text((x0 + x1) / 2 + 8 * line, head - 3, word, 7, turned=True)
            continue
        y = (head - 13 if group or not grouped else top + 30) + (8 if kind.clipped else 0)
        if kind.clipped:
            low = sheet.height - head
            sheet.parts.append(f"q {x0:.2f} {low:.2f} {x1 - x0:.2f} {head - top:.2f} re W n")
        for line, word in enumerate(name):
            sheet.text((x0 + x1) / 2 - len(word) * 1.9, y + 8.4 * line, word)
        if kind.clipped:
            sheet.parts.append("Q")
    for n, name in enumerate(QUALITY):
        low = top + 14 if n < 3 and not kind.flat_head else top
        sheet.text(bounds[2 + lanes + n] + 4, (low + head) / 2 + 3, name)
    if kind.number_row:
        for n, x in enumerate(bounds[:-1]):
            sheet.text((x + bounds[n + 1]) / 2 - 2, head + 9, str(n + 1))


def _flow(
    kind: Kind, sheet: Sheet, dice: random.Random, bounds: Sequence[float],
    heights: Sequence[float], truth: Truth, done: int, ends: tuple[bool, bool],
) -> None:  # fmt: skip
    lanes, count = kind.lanes, len(heights) - 1
    wide = min(40.0, (bounds[1] - bounds[0]) * 0.62)
    high = min(20.0, (heights[1] - heights[0]) * 0.42)
    spots: dict[End, Point] = {}
    kinds: dict[End, str] = {}
    for n in range(count):
        lane = dice.randrange(lanes)
        middle = (heights[n] + heights[n + 1]) / 2 + dice.uniform(-0.04, 0.06) * high * 2
        spots[n, lane] = ((bounds[lane] + bounds[lane + 1]) / 2, middle)
        kinds[n, lane] = "keputusan" if n and dice.random() < kind.decisions else "proses"
        other = dice.randrange(lanes)
        if 0 < n < count - 1 and other != lane and dice.random() < kind.second:
            spots[n, other] = ((bounds[other] + bounds[other + 1]) / 2, middle)
            kinds[n, other] = "proses"
        if n == 0 and ends[0]:
            kinds[n, lane] = "mulai"
        elif n == count - 1 and ends[1]:
            kinds[n, lane] = "selesai"
    region = Box(bounds[0], heights[0], bounds[-1], heights[-1])
    rails = tuple(heights[1:-1]) if kind.along else ()
    room = Room(region, spots, wide, high, dice, rails, kind.shared)
    order = sorted(spots)
    for a, b in pairwise(order):
        room.join(a, b)
    for a in order:
        if kinds[a] == "keputusan":
            for b in dice.sample(order[: order.index(a)], order.index(a)):
                if room.join(a, b):
                    break
    for end, spot in spots.items():
        truth.symbols[(done + end[0], end[1], kinds[end])] += 1
        if kind.twice:
            sheet.symbol(kinds[end], spot, wide, high, "hanya-isi")
        sheet.symbol(kinds[end], spot, wide, high, "gores" if kind.twice else kind.paint)
        if kind.inside:
            sheet.text(spot[0] - 9, spot[1] + 2, "Terima", 5.5)
    for points, headed in room.lines:
        sheet.way(_short(points, kind.touch, headed), kind.line, kind.head if headed else "")
    assert kind.pair is not None
    for a, b in room.ways:
        words = kind.pair[0] if b > a else kind.pair[1]
        write = Write(kind.gap, kind.side, kind.written, kind.margin)
        said = kinds[a] == "keputusan" and room.label(sheet, (a, b), words, write)
        ends_of = ((done + a[0], a[1]), (done + b[0], b[1]))
        truth.arrows[ends_of] = words if said else ""
    if kind.notes:
        room.note(sheet, "1 hari")
        room.note(sheet, "catatan")


def _short(points: Sequence[Point], by: float, headed: bool) -> list[Point]:
    """The line with its ends taken back a little, save one that runs into another line."""
    made = list(points)
    for at, beside in ((0, 1), (-1, -2)) if headed else ((0, 1),):
        (x, y), (p, q) = made[at], made[beside]
        length = abs(p - x) + abs(q - y) or 1.0
        made[at] = (x + (p - x) / length * by, y + (q - y) / length * by)
    return made


def drawn(name: str, seed: int, folder: Path) -> tuple[Path, list[Truth]]:
    """One document of a kind and what it holds."""
    dice = random.Random(f"{name}-{seed}")
    kind = filled(KINDS[name], dice)
    wide, high = SHEETS[kind.sheet]
    sheets, truths = [], []
    count = kind.matrices
    for n in range(count):
        if not (kind.same_page and n):
            sheets += [Sheet(wide, high) for _ in range(kind.pages)]
        part = (high - 60) / count if kind.same_page else high - 60
        top = 30 + (part * n if kind.same_page else 0)
        truths.append(matrix(kind, sheets[-kind.pages :], dice, top, top + part - 24))
    return saved(folder / f"{name}-{seed}.pdf", sheets), truths
