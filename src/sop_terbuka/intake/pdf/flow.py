"""The drawn flow of one page: its symbols on rows and lanes, and the ways between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .content import Outline, Picture
from .geometry import Box, Point, Segment
from .net import TOUCH, Net
from .pages import Part
from .pictures import traced
from .ruling import unlike
from .shapes import Shape, loops, shape, shapes
from .strokes import Stroke, centre_line, chained, undashed
from .tips import Tip, barbs, tip_of
from .trace import Way, ways
from .trim import trimmed
from .words import Word
from .writing import ANSWER, text

CROWDED = 1200
"""More outlines than this between the rules of one page are a drawing, not a flow."""
MARGIN = 42.0
"""Connectors may stand this far above or below the table."""


@dataclass
class Drawing:
    """What is drawn between the rules of one page."""

    part: Part
    shapes: list[Shape] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    crowded: bool = False


def area(part: Part) -> Box:
    """Where the flow of a page may be drawn."""
    lanes = part.head.lanes
    top = part.top - (4.0 if part.headed else MARGIN)
    return Box(lanes[0].x0 - 4, top, lanes[-1].x1 + 4, part.bottom + MARGIN)


def drawing(part: Part) -> Drawing:
    """The flow on a page."""
    made = Drawing(part)
    if not part.head.lanes:
        return made
    page = part.sheet.page
    region = area(part)
    rows = [row.strip.top for row in part.rows] + [part.bottom, part.head.top, part.head.bottom]
    bounds = [column.x0 for column in part.head.columns] + [part.head.columns[-1].x1]
    inside = [one for one in page.outlines if _within(one.box, region)]
    ruled = [one for one in inside if _on_rule(one, rows, bounds)]
    foreign = {one.order for one in unlike(ruled, rows, bounds)}
    ink = [one for one in inside if one.order in foreign or one not in ruled]
    if len(ink) > CROWDED:
        made.crowded = True
        return made
    closed = shapes(ink, rows, bounds, page.words)
    strokes, tips = _lines(
        ink, page.words, closed, lambda one: _cell_side(one, rows, bounds), foreign
    )
    if len(strokes) > CROWDED // 2:
        made.crowded = True
        return made
    outlines, strokes = _looped(ink, strokes)
    made.shapes = [
        one
        for one in shapes(outlines, rows, bounds, page.words)
        if region.x0 + 4 <= one.box.centre[0] <= region.x1 - 4 and not _says_answer(one, page.words)
    ]
    strokes = [one for one in strokes if not _inside(one, made.shapes)]
    lanes = Box(part.head.lanes[0].x0, part.top, part.head.lanes[-1].x1, part.bottom)
    more, heads, made.pictures = traced(page, lanes)
    strokes += more
    tips += heads
    made.tips = tips
    strokes = chained(strokes, 1.8, lambda point: _taken(point, made.shapes, tips))
    made.strokes = trimmed(strokes, made.shapes, tips)
    made.ways = ways(Net(made.strokes, made.tips, made.shapes))
    return made


def _says_answer(one: Shape, words: Sequence[Word]) -> bool:
    """Whether a small box only frames the answer of an arrow."""
    if one.kind != "proses":
        return False
    inside = [word for word in words if one.box.holds(word.box.centre)]
    return (
        0 < len(inside) <= 3
        and one.box.height <= 2.8 * inside[0].size
        and ANSWER.fullmatch(text(inside)) is not None
    )


def _looped(
    ink: Sequence[Outline], strokes: Sequence[Stroke]
) -> tuple[list[Outline], list[Stroke]]:
    """The outlines with those that separate strokes make, and the strokes left."""
    plain = [one for one in strokes if len(one.points) == 2]
    segments = [Segment(one.points[0], one.points[-1]) for one in plain]
    outlines = list(ink)
    drawn: set[int] = set()
    for outline, chain in loops(segments):
        if shape(outline) is not None:
            outlines.append(outline)
            drawn |= {id(plain[n]) for n in chain}
    return outlines, [one for one in strokes if id(one) not in drawn]


def _taken(point: Point, found: Sequence[Shape], tips: Sequence[Tip]) -> bool:
    """Whether a point is at a symbol or at a head: lines that meet there do not go on."""
    return any(tip.box.distance(point) <= 1.5 for tip in tips) or any(
        one.box.distance(point) <= TOUCH and one.distance(point) <= TOUCH for one in found
    )


def _within(box: Box, region: Box) -> bool:
    """Whether most of a box lies where the flow may be."""
    x, y = box.centre
    return (
        region.top <= y <= region.bottom
        and box.x0 >= region.x0 - 40
        and box.x1 <= region.x1 + 40
        and region.x0 <= x <= region.x1
    )


def _on_rule(outline: Outline, rows: Sequence[float], bounds: Sequence[float]) -> bool:
    """Whether a thin outline is a piece of the table's own rules."""
    box = outline.box
    if box.width <= 2.6 and box.height <= 2.6:
        return True
    if box.height <= 2.6 and box.width > box.height:
        return any(abs(box.centre[1] - y) <= 1.3 for y in rows)
    if box.width <= 2.6 and box.height > box.width:
        return any(abs(box.centre[0] - x) <= 1.3 for x in bounds)
    return False


def _lines(
    ink: Sequence[Outline],
    words: Sequence[Word],
    closed: Sequence[Shape],
    is_side: Callable[[Stroke], bool],
    foreign: set[int],
) -> tuple[list[Stroke], list[Tip]]:
    """Lines and heads among the outlines that are no symbols."""
    tips: list[Tip] = []
    strokes: list[Stroke] = []
    for outline in ink:
        if outline.white or shape(outline, words) is not None:
            continue
        tip = tip_of(outline)
        if tip is not None:
            tips.append(tip)
            continue
        if _underlines(outline.box, words):
            continue
        strokes += [
            one for one in centre_line(outline) if outline.order in foreign or not is_side(one)
        ]
    strokes = undashed(strokes, lambda point: _taken(point, closed, tips))
    pairs = [Segment(one.points[0], one.points[-1]) for one in strokes if len(one.points) == 2]
    plain = [one for one in strokes if len(one.points) == 2]
    open_tips, used = barbs(pairs)
    gone = {id(plain[n]) for n in used}
    return [one for one in strokes if id(one) not in gone], _apart([*tips, *open_tips])


def _apart(tips: Sequence[Tip]) -> list[Tip]:
    """The heads without the outline of one that is also filled.

    Two filled heads over each other belong to two lines.
    """
    filled = [tip for tip in tips if tip.filled]
    return [
        tip
        for tip in tips
        if tip.filled
        or not any(
            tip.box.shared(one.box) > 0.7 * min(tip.box.area, one.box.area) for one in filled
        )
    ]


def _cell_side(stroke: Stroke, rows: Sequence[float], bounds: Sequence[float]) -> bool:
    """Whether a stroke runs along the table's own rules."""
    box = stroke.box
    if box.height <= 1.0:
        return any(abs(box.centre[1] - y) <= 1.0 for y in rows)
    if box.width <= 1.0:
        return any(abs(box.centre[0] - x) <= 1.0 for x in bounds)
    return False


def _underlines(box: Box, words: Sequence[Word]) -> bool:
    """Whether a thin level line stands right below a word."""
    if box.height > 1.5 or box.width < 3:
        return False
    return any(
        word.box.x0 - 1.5 <= box.x0
        and box.x1 <= word.box.x1 + 1.5
        and -0.3 * word.size <= box.top - word.box.bottom <= 1.0
        for word in words
    )


def _inside(stroke: Stroke, found: Sequence[Shape]) -> bool:
    """Whether a stroke lies within one symbol or runs along its rim."""
    return any(
        all(one.box.grown(1.2).holds(p) for p in stroke.points) and stroke.length > 0
        for one in found
    )
