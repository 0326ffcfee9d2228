"""Shapes, lines and loose words of a drawn flow, in one flat coordinate system."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from .reading import Kind, Place

Point = tuple[float, float]
Box = tuple[float, float, float, float]

PRESETS: dict[str, Kind] = {
    **dict.fromkeys(("flowChartTerminator", "ellipse", "flowChartAlternateProcess"), "terminator"),
    **dict.fromkeys(
        ("rect", "flowChartProcess", "flowChartPredefinedProcess", "roundRect", "round2SameRect",
         "snip1Rect", "flowChartInternalStorage", "cube", "bevel", "plaque"),
        "proses",
    ),
    **dict.fromkeys(("diamond", "flowChartDecision"), "keputusan"),
    **dict.fromkeys(
        ("homePlate", "pentagon", "flowChartOffpageConnector", "flowChartConnector"), "penghubung"
    ),
    **dict.fromkeys(
        ("flowChartDocument", "flowChartMultidocument", "foldedCorner", "wave",
         "flowChartPunchedTape"),
        "dokumen",
    ),
}  # fmt: skip
"""What the office programs' preset shapes mean in a flow."""

UNUSUAL = frozenset({
    "parallelogram", "flowChartInputOutput", "flowChartManualInput", "flowChartManualOperation",
    "hexagon", "flowChartPreparation", "trapezoid", "can", "flowChartMagneticDisk",
    "flowChartDisplay", "octagon", "chevron", "flowChartOnlineStorage", "flowChartDelay",
    "flowChartPunchedCard", "flowChartMerge", "flowChartExtract", "triangle",
})  # fmt: skip
"""Shapes that the official flow does not have; read as a plain box, with a doubt."""


@dataclass(frozen=True)
class Shape:
    """A drawn symbol; `at` is its row and lane where the file itself says so."""

    id: str
    jenis: Kind
    box: Box
    teks: str = ""
    tempat: tuple[Place, ...] = ()
    ragu: str = ""
    at: tuple[int, int] | None = None


@dataclass(frozen=True)
class Line:
    """A drawn line with the shapes it says it is glued to, and its two heads."""

    path: tuple[Point, ...]
    start: str = ""
    end: str = ""
    head_start: bool = False
    head_end: bool = False
    tempat: tuple[Place, ...] = ()

    def distance(self, point: Point) -> float:
        """How far a point is from the line."""
        return min(
            (_to_segment(point, a, b) for a, b in pairwise(self.path)),
            default=float("inf"),
        )


@dataclass(frozen=True)
class Words:
    """A text that stands free among the symbols."""

    teks: str
    box: Box
    tempat: tuple[Place, ...] = ()


def centre(box: Box) -> Point:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def to_box(point: Point, box: Box) -> float:
    """How far a point is from a box; 0 inside it."""
    dx = max(box[0] - point[0], 0, point[0] - box[2])
    dy = max(box[1] - point[1], 0, point[1] - box[3])
    return hypot(dx, dy)


def inside(inner: Box, outer: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = centre(inner)
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def line_to_box(line: Line, box: Box) -> float:
    """How far a line is from a box, by points along both."""
    x, y = centre(box)
    points: Sequence[Point] = (
        (x, y), (box[0], y), (box[2], y), (x, box[1]), (x, box[3]),
        (box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3]),
    )  # fmt: skip
    near = min(line.distance(point) for point in points)
    return min([near, *(to_box(point, box) for point in line.path)])


def _to_segment(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0
    if length:
        t = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy)
