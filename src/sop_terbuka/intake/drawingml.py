"""What spreadsheets and Word files share of the drawing language DrawingML."""

import math
from typing import TYPE_CHECKING

from .drawing import Box, Line, Point
from .reading import Place

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def number(element: "Element", name: str) -> float:
    """An attribute as a number; nothing else stands for 0."""
    try:
        return float(element.get(name) or 0)
    except ValueError:
        return 0.0


def connector(
    element: "Element", name: str, box: Box, place: tuple[Place, ...], space: str, *, is_seen: bool
) -> Line:
    """A connector's path from its own start to its own end; `space` is that of its properties.

    The box is the connector's own, or as it is seen once turned.
    """
    frame = element.find(f"{space}spPr/{A}xfrm")
    turn = number(frame, "rot") / 60000 if frame is not None else 0.0
    flip_x = frame is not None and frame.get("flipH") == "1"
    flip_y = frame is not None and frame.get("flipV") == "1"
    width, height = box[2] - box[0], box[3] - box[1]
    if is_seen and is_sideways(turn):
        width, height = height, width
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    path: list[Point] = []
    for x, y in _local_path(element, name):
        dx = ((1 - x if flip_x else x) - 0.5) * width
        dy = ((1 - y if flip_y else y) - 0.5) * height
        path.append((middle[0] + dx * cosine - dy * sine, middle[1] + dx * sine + dy * cosine))
    start = element.find(f".//{A}stCxn")
    end = element.find(f".//{A}endCxn")
    heads = (element.find(f"{space}spPr/{A}ln/{A}{side}") for side in ("headEnd", "tailEnd"))
    has_start, has_end = (head is not None and head.get("type", "none") != "none" for head in heads)
    return Line(
        tuple(path),
        str(start.get("id")) if start is not None else "",
        str(end.get("id")) if end is not None else "",
        has_start,
        has_end,
        place,
    )


def is_sideways(turn: float) -> bool:
    """Whether a turn in degrees makes what is wide high."""
    return 45 <= turn % 180 < 135


def _local_path(element: "Element", name: str) -> list[Point]:
    """The path of a preset connector in its own box of one by one."""
    values = {}
    for guide in element.iter(f"{A}gd"):
        formula = str(guide.get("fmla", "")).split()
        if len(formula) == 2 and formula[0] == "val":
            values[str(guide.get("name"))] = float(formula[1]) / 100000
    one = values.get("adj1", 0.5)
    two = values.get("adj2", 0.5)
    if name.endswith("Connector2"):
        return [(0, 0), (1, 0), (1, 1)]
    if name.endswith("Connector3"):
        return [(0, 0), (one, 0), (one, 1), (1, 1)]
    if name.endswith("Connector4"):
        return [(0, 0), (one, 0), (one, two), (1, two), (1, 1)]
    if name.endswith("Connector5"):
        three = values.get("adj3", 0.5)
        return [(0, 0), (one, 0), (one, two), (three, two), (three, 1), (1, 1)]
    if name == "lineInv":
        return [(0, 1), (1, 0)]
    return [(0, 0), (1, 1)]
