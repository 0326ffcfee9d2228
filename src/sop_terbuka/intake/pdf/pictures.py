"""Arrows that an office program printed as small pictures: their pixels as lines and heads.

Only a single thin line is read this way. A picture of anything else is left alone.
"""

import math
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from .content import Content, Picture
from .geometry import Box, Point, Segment, around, foot
from .strokes import Stroke
from .tips import Tip

Pixel = tuple[int, int]
LARGEST = 320
"""Pictures are made this small before they are looked at."""
DARK = 225
"""A thin line comes out grey where the picture is coarse."""
REACH = 3.2
"""How far around an end its ink is counted, in the page's measure."""


def traced(page: Content, region: Box) -> tuple[list[Stroke], list[Tip], list[Picture]]:
    """Lines and heads in the pictures of a region, and the pictures that are no arrows."""
    strokes: list[Stroke] = []
    tips: list[Tip] = []
    other: list[Picture] = []
    wanted = [
        one
        for one in page.pictures
        if region.holds(one.box.centre) and max(one.box.width, one.box.height) > 4
    ]
    small = [one for one in wanted if one.box.area < 0.25 * region.area]
    images = _images(page, small) if small and page.path else {}
    for one in wanted:
        image = images.get(one.index)
        found = _bar(one.box) if image is None else _bar(one.box) or _arrow(image, one.box)
        if found is None:
            other.append(one)
        else:
            strokes.append(found[0])
            tips += found[1]
    return strokes, tips, other


def _images(page: Content, pictures: Sequence[Picture]) -> dict[int, Image.Image]:
    """The pictures' pixels, as they lie on the page; none where the file does not give them."""
    try:
        with pypdfium2.PdfDocument(Path(str(page.path))) as document:
            return _pixels(page, pictures, document[page.number - 1])
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return {}


def _pixels(page: Content, pictures: Sequence[Picture], opened: Any) -> dict[int, Image.Image]:
    """The pixels of the pictures on an opened page."""
    found: dict[int, Image.Image] = {}
    kinds = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,)
    listed = list(opened.get_objects(filter=kinds, max_depth=6))
    by_order = len(listed) == len(page.pictures)
    for n, one in enumerate(listed):
        if by_order:
            match = [p for p in pictures if p.index == n]
        else:
            box = _on_page(page, one.get_bounds(), opened.get_size())
            match = [p for p in pictures if _same(p.box, box)]
        if match:
            image = one.get_bitmap(render=True).to_pil()
            found[match[0].index] = _upright(page, image)
    return found


def _on_page(page: Content, bounds: Any, size: tuple[float, float]) -> Box:
    """Bounds from the file's lower left corner as a box of the page."""
    left, bottom, right, top = (float(number) for number in bounds)
    return page.box((left, size[1] - top, right, size[1] - bottom))


def _same(one: Box, other: Box) -> bool:
    return (
        max(
            abs(one.x0 - other.x0),
            abs(one.top - other.top),
            abs(one.x1 - other.x1),
            abs(one.bottom - other.bottom),
        )
        < 1.5
    )


def _upright(page: Content, image: Image.Image) -> Image.Image:
    """The picture dark on white, turned as the page was."""
    flat = Image.new("L", image.size, 255)
    if image.mode in ("RGBA", "LA"):
        flat.paste(image.convert("L"), mask=image.getchannel("A"))
    else:
        flat = image.convert("L")
    if page.turned:
        flat = flat.rotate(-90 * page.turned, expand=True)
    if max(flat.size) > LARGEST:
        flat.thumbnail((LARGEST, LARGEST))
    return flat


def _bar(box: Box) -> tuple[Stroke, list[Tip]] | None:
    """A picture no thicker than a line is one."""
    x, y = box.centre
    if box.height <= 3 and box.width >= 3 * box.height:
        return Stroke([(box.x0, y), (box.x1, y)]), []
    if box.width <= 3 and box.height >= 3 * box.width:
        return Stroke([(x, box.top), (x, box.bottom)]), []
    return None


def _arrow(image: Image.Image, box: Box) -> tuple[Stroke, list[Tip]] | None:
    """The one thin line a picture shows, with its heads."""
    width, height = image.size
    pixels = image.load()
    if pixels is None:
        return None
    ink = {
        (x, y)
        for y in range(height)
        for x in range(width)
        if float(pixels[x, y]) < DARK  # type: ignore[arg-type]
    }
    if not ink or len(ink) > 0.6 * width * height > 200:
        return None
    pieces = sorted(_pieces(ink), key=len, reverse=True)
    main = pieces[0]
    if len(main) < 0.6 * len(ink):
        return None
    path = _longest(main)
    if len(path) < 4:
        return None
    thick = len(main) / len(path)
    sx, sy = box.width / width, box.height / height
    if thick * max(sx, sy) > 4.5 or thick > 0.4 * len(path):
        return None

    def place(p: Pixel) -> Point:
        return box.x0 + (p[0] + 0.5) * sx, box.top + (p[1] + 0.5) * sy

    points = _simple([place(p) for p in path], 1.6)
    counts = [_ink(main, path[0], sx, sy), _ink(main, path[-1], sx, sy)]
    stroke = Stroke(points)
    return stroke, _tips(stroke, counts, _plain(main, path, sx, sy))


def _pieces(ink: set[Pixel]) -> Iterable[set[Pixel]]:
    left = set(ink)
    while left:
        start = left.pop()
        piece = {start}
        queue = [start]
        while queue:
            for near in _around(queue.pop()):
                if near in left:
                    left.discard(near)
                    piece.add(near)
                    queue.append(near)
        yield piece


def _around(p: Pixel) -> Iterable[Pixel]:
    x, y = p
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            if i or j:
                yield x + i, y + j


def _longest(piece: set[Pixel]) -> list[Pixel]:
    """The way between the two pixels that are furthest apart along the ink."""
    first = _furthest(piece, next(iter(sorted(piece))))[0]
    last, before = _furthest(piece, first)
    path = [last]
    while path[-1] != first:
        path.append(before[path[-1]])
    return path


def _furthest(piece: set[Pixel], start: Pixel) -> tuple[Pixel, dict[Pixel, Pixel]]:
    before = {start: start}
    queue = deque([start])
    last = start
    while queue:
        last = queue.popleft()
        for near in _around(last):
            if near in piece and near not in before:
                before[near] = last
                queue.append(near)
    return last, before


def _ink(piece: set[Pixel], at: Pixel, sx: float, sy: float) -> float:
    """Ink within reach of a pixel, in the page's measure."""
    count = sum(math.hypot((x - at[0]) * sx, (y - at[1]) * sy) <= REACH for x, y in piece)
    return count * sx * sy


def _plain(piece: set[Pixel], path: Sequence[Pixel], sx: float, sy: float) -> float:
    """Ink within reach of an end that has no head: half of what a middle of the line has."""
    tried = [path[len(path) * share // 10] for share in (3, 4, 5, 6, 7)]
    counts = sorted(_ink(piece, at, sx, sy) for at in tried)
    return counts[1] / 2


def _tips(stroke: Stroke, counts: Sequence[float], plain: float) -> list[Tip]:
    """Heads at the ends with clearly more ink than the bare line has; else at the denser end."""
    ends = [n for n in (0, 1) if counts[n] > 1.6 * plain]
    if not ends and max(counts) > 1.25 * min(counts):
        ends = [0 if counts[0] > counts[1] else 1]
    if len(ends) == 2 and max(counts) > 1.3 * min(counts):
        ends = [0 if counts[0] > counts[1] else 1]
    made = []
    for n in ends:
        x, y = stroke.points[0 if n == 0 else -1]
        wx, wy = stroke.away(n)
        corners = ((x, y), (x - 3 * wx - 1.5 * wy, y - 3 * wy + 1.5 * wx))
        third = (x - 3 * wx + 1.5 * wy, y - 3 * wy - 1.5 * wx)
        made.append(Tip(around((*corners, third)), (*corners, third), (x, y), True))
    return made


def _simple(points: Sequence[Point], slack: float) -> list[Point]:
    """The way with only the points at which it really bends."""
    if len(points) < 3:
        return list(points)
    chord = Segment(points[0], points[-1])
    far, at = max((foot(p, chord)[0], n) for n, p in enumerate(points))
    if far <= slack:
        return [points[0], points[-1]]
    return [*_simple(points[: at + 1], slack)[:-1], *_simple(points[at:], slack)]
