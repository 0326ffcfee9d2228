"""Where everything of a flow stands: one layout, which several pens draw.

Ways are searched on a coarse grid of lanes and rows, each the cheapest given the others; lines that
share a gutter then get tracks; what would still lie on something else is searched again.
"""

from .arrange import LANE_WIDTH, LANE_WIDTHS, arrange
from .label import box_of, initials
from .parts import (
    BOTTOM,
    HALF_HEIGHT,
    HALF_WIDTH,
    HEAD,
    SYMBOL_HALF,
    Arrow,
    Head,
    Label,
    Layout,
    Placed,
    Point,
    Stroke,
)

__all__ = [
    "BOTTOM",
    "HALF_HEIGHT",
    "HALF_WIDTH",
    "HEAD",
    "LANE_WIDTH",
    "LANE_WIDTHS",
    "SYMBOL_HALF",
    "Arrow",
    "Head",
    "Label",
    "Layout",
    "Placed",
    "Point",
    "Stroke",
    "arrange",
    "box_of",
    "initials",
]
