"""What one page holds: words, outlines and pictures, in a measure where its text is 8 high.

Tolerances are then the same for a page printed small and one printed large.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .geometry import Box, Point, Segment, around, bezier, foot
from .words import Glyph, Word, distinct, glyph, light, words

TEXT = 8.0
"""Height of the page's usual text in the page's own measure."""


MOST = 2_000_000
"""More comparisons than this for what covers what are not worth their time."""


@dataclass(frozen=True)
class Outline:
    """One painted path: its points, and whether it is filled, stroked, closed or invisible."""

    points: tuple[Point, ...]
    box: Box
    filled: bool
    stroked: bool
    closed: bool
    curved: bool = False
    white: bool = False
    width: float = 0.0
    order: int = 0
    shade: float = 1.0
    frame: bool = False


@dataclass(frozen=True)
class Picture:
    """A raster picture with its order on the page."""

    box: Box
    index: int


@dataclass
class Content:
    """One page. `scale` and `turned` lead back from its measure to the file's points.

    `turned` counts the quarters by which the page was turned to make most of its text upright:
    1 where that text runs upwards, 3 where it runs downwards.
    """

    number: int
    width: float
    height: float
    scale: float
    turned: int = 0
    words: list[Word] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    path: Path | None = None
    upright: Callable[[Point], Point] = lambda point: point

    def box(self, corners: tuple[float, float, float, float]) -> Box:
        """A box in the file's points from the page's top-left corner as a box of this page."""
        x0, top, x1, bottom = corners
        points = (self.upright((x0, top)), self.upright((x1, bottom)))
        return around((x / self.scale, y / self.scale) for x, y in points)

    def place(self, box: Box) -> tuple[float, float, float, float]:
        """A box of this page in the file's points from the page's top-left corner."""
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        if self.turned == 1:
            x0, top, x1, bottom = top, self.width - x1, bottom, self.width - x0
        elif self.turned == 2:
            x0, top, x1, bottom = (
                self.width - x1,
                self.height - bottom,
                self.width - x0,
                self.height - top,
            )
        elif self.turned == 3:
            x0, top, x1, bottom = self.height - bottom, x0, self.height - top, x1
        return x0 * self.scale, top * self.scale, x1 * self.scale, bottom * self.scale


def content(page: Any, path: Path | None = None) -> Content:
    """The content of a page of pdfplumber, still in the file's points."""
    objects = list(page.iter_layout_objects(page.layout._objs))
    glyphs = distinct(
        glyph(found, n) for n, found in enumerate(objects) if found["object_type"] == "char"
    )
    x, y = float(page.bbox[0]), float(page.bbox[1])
    width, height = float(page.width), float(page.height)
    glyphs = [
        one
        for one in glyphs
        if x <= one.box.centre[0] <= x + width and y <= one.box.centre[1] <= y + height
    ]
    turned = _turned(glyphs)
    wide, high = width, height

    def upright(p: Point) -> Point:
        if turned == 1:
            return high - p[1], p[0]
        if turned == 2:
            return wide - p[0], high - p[1]
        if turned == 3:
            return p[1], wide - p[0]
        return p

    def point(p: Point) -> Point:
        return upright((p[0] - x, p[1] - y))

    def way(w: Point) -> Point:
        if turned == 1:
            return -w[1], w[0]
        if turned == 2:
            return -w[0], -w[1]
        if turned == 3:
            return w[1], -w[0]
        return w

    for one in glyphs:
        corners = ((one.box.x0, one.box.top), (one.box.x1, one.box.bottom))
        one.box = around(point(p) for p in corners)
        one.way = way(one.way)
    outlines = []
    for n, one_object in enumerate(objects):
        if one_object["object_type"] in ("rect", "line", "curve"):
            made = _outline(one_object, point, n)
            if made is not None:
                outlines.append(made)
    found = words(glyphs)
    pictures = []
    for n, image in enumerate(page.images):
        corners = ((image["x0"], image["top"]), (image["x1"], image["bottom"]))
        pictures.append(Picture(around(point((float(a), float(b))) for a, b in corners), n))
    if turned in (1, 3):
        width, height = height, width
    return Content(
        page.page_number,
        width,
        height,
        1.0,
        turned,
        found,
        outlines,
        pictures,
        [one.size for one in glyphs if one.text.strip()],
        path,
        upright,
    )


def _framed(outlines: Sequence[Outline], found: Sequence[Word]) -> list[Outline]:
    """The outlines, with those marked of which only the frame can be seen.

    Some printers paint a cell's border as a filled box that is cut out to a frame. The cut is not
    known here, but text of the box's own colour on it shows that the box is not there.
    """
    shades: set[float] = set()
    boxes = [
        one
        for one in outlines
        if one.filled and not one.white and len(one.points) == 4 and _fat(one.box)
    ]
    for one in boxes[:3000]:
        if one.shade in shades or one.shade > 0.8:
            continue
        if any(
            word.order > one.order
            and abs(word.light - one.shade) < 0.35
            and one.box.holds(word.box.centre)
            for word in found
        ):
            shades.add(one.shade)
    frames = {one.order for one in boxes if one.shade in shades}
    return [replace(one, frame=True) if one.order in frames else one for one in outlines]


def _fat(box: Box) -> bool:
    return min(box.width, box.height) > 6


def _covers(outlines: Sequence[Outline]) -> list[Outline]:
    """White boxes: what was painted below them before is not seen."""
    return [
        one
        for one in outlines
        if one.filled
        and one.white
        and len(one.points) == 4
        and min(one.box.width, one.box.height) > 6
    ]


def _seen(outlines: list[Outline]) -> list[Outline]:
    """The outlines that no later box covers whole."""
    covers = _covers(outlines)
    if len(covers) * len(outlines) > MOST:
        return outlines
    large = [one for one in outlines if max(one.box.width, one.box.height) > 8]
    hidden = {
        one.order
        for one in large
        for cover in covers
        if cover.order > one.order
        and 1.2 * one.box.area < cover.box.area < 40 * max(one.box.area, 60)
        and one.box.shared(cover.box) >= 0.999 * one.box.area
        and cover.box.grown(-0.2).holds((one.box.x0, one.box.top))
        and cover.box.grown(-0.2).holds((one.box.x1, one.box.bottom))
    }
    # Boxes that would hide most of the page let light through: a shading, not a cover.
    if 3 * len(hidden) > len(large):
        return outlines
    return [one for one in outlines if one.order not in hidden]


def _uncovered(found: list[Word], outlines: Sequence[Outline]) -> list[Word]:
    """The words that no later white box covers."""
    covers = _covers(outlines)
    if len(covers) * len(found) > MOST:
        return found
    left = [
        word
        for word in found
        if not any(
            cover.order > word.order and word.box.shared(cover.box) >= 0.8 * word.box.area > 0
            for cover in covers
        )
    ]
    return left if 2 * len(left) > len(found) else found


def measured(pages: list[Content]) -> list[Content]:
    """The pages in one measure, in which most letters of the file are `TEXT` high.

    What a later box covers is left out here.
    """
    sizes = sorted(size for page in pages for size in page.sizes)
    scale = sizes[len(sizes) // 2] / TEXT if sizes else 1.0

    def shrunk(box: Box) -> Box:
        return Box(box.x0 / scale, box.top / scale, box.x1 / scale, box.bottom / scale)

    for page in pages:
        page.scale = scale
        page.width /= scale
        page.height /= scale
        for word in page.words:
            word.box = shrunk(word.box)
            word.size /= scale
        page.outlines = [
            replace(
                one,
                points=tuple((x / scale, y / scale) for x, y in one.points),
                box=shrunk(one.box),
                width=one.width / scale,
            )
            for one in page.outlines
        ]
        page.pictures = [replace(one, box=shrunk(one.box)) for one in page.pictures]
        page.sizes = []
        painted = _framed(page.outlines, page.words)
        page.words = _uncovered(page.words, painted)
        page.outlines = _seen(painted)
    return pages


def _turned(glyphs: list[Glyph]) -> int:
    """Quarters to turn, by the direction most letters are written in."""
    ways: Counter[int] = Counter()
    for one in glyphs:
        if one.text.strip():
            wx, wy = one.way
            if abs(wx) >= abs(wy):
                ways[0 if wx > 0 else 2] += 1
            else:
                ways[1 if wy < 0 else 3] += 1
    return ways.most_common(1)[0][0] if ways else 0


def _outline(
    found: Mapping[str, Any], point: Callable[[Point], Point], order: int
) -> Outline | None:
    """A path of pdfplumber with its curves made into short straight pieces."""
    raw: list[Point] = []
    closed = curved = False
    for step in found.get("path") or ():
        op, args = step[0], [(float(p[0]), float(p[1])) for p in step[1:]]
        if (op == "m" and not raw) or op == "l":
            raw.append(args[0])
        elif op in "cvy" and raw:
            if len(args) == 2:
                args = [raw[-1], *args] if op == "v" else [args[0], args[1], args[1]]
            chord = Segment(raw[-1], args[2])
            if all(foot(p, chord)[0] <= 0.25 for p in args[:2]):
                raw.append(args[2])
            else:
                curved = True
                raw.extend(bezier(raw[-1], args[0], args[1], args[2]))
        elif op == "h":
            closed = True
    if len(raw) < 2:
        raw = [(float(p[0]), float(p[1])) for p in found.get("pts") or ()]
        closed = found.get("object_type") == "rect"
    points: list[Point] = []
    for p in (point(p) for p in raw):
        if not points or math.dist(points[-1], p) > 0.01:
            points.append(p)
    if len(points) > 2 and math.dist(points[0], points[-1]) <= 0.3:
        closed = True
        points.pop()
    if len(points) < 2:
        return None
    filled, stroked = bool(found.get("fill")), bool(found.get("stroke"))
    return Outline(
        tuple(points),
        around(points),
        filled,
        stroked,
        closed or (filled and not stroked),
        curved,
        _white(found, filled, stroked),
        float(found.get("linewidth") or 0.0) if stroked else 0.0,
        order,
        light(found.get("non_stroking_color" if filled and len(points) > 2 else "stroking_color")),
    )


def _white(found: Mapping[str, Any], filled: bool, stroked: bool) -> bool:
    """Whether everything the path paints is white."""
    colours = []
    if filled:
        colours.append(found.get("non_stroking_color"))
    if stroked:
        colours.append(found.get("stroking_color"))
    return bool(colours) and all(light(colour) >= 0.97 for colour in colours)
