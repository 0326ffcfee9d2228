"""What spreadsheets and Word files share of the drawing language DrawingML."""

from typing import TYPE_CHECKING

from .drawing import Point

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def local_path(element: "Element", name: str) -> list[Point]:
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
