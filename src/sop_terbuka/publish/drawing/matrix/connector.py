"""Page connectors: where an arrow leaves a page and where it goes on, with one letter for both."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..layout import Layout


@dataclass(frozen=True)
class Connector:
    """The two ends of one arrow's line at the page break before `row`.

    The line stands at `x`; the pentagon at `shown_x`, a little aside where lines are close.
    """

    letter: str
    row: int
    x: float
    shown_x: float
    is_upward: bool


def connectors(layout: Layout, breaks: Collection[int], gap: float = 0.0) -> tuple[Connector, ...]:
    """The connectors for pages that begin with the rows `breaks`, at least `gap` lanes apart."""
    found: list[Connector] = []
    for row in sorted(breaks):
        crossing = _crossing(layout, row)
        lines = sorted(crossing)
        for x, shown in zip(lines, _spread(lines, gap, layout.lanes), strict=True):
            found.append(Connector(_letter(len(found)), row, x, shown, crossing[x]))
    return tuple(found)


def _crossing(layout: Layout, row: int) -> dict[float, bool]:
    """The x of the lines over the upper edge of a row, and whether they run upward."""
    return {
        start.x: start.row > end.row
        for arrow in layout.arrows
        for start, end in zip(arrow.points, arrow.points[1:], strict=False)
        if min(start.row, end.row) < row <= max(start.row, end.row)
    }


def _spread(lines: Sequence[float], gap: float, lanes: int) -> list[float]:
    """The same places, in the same order, moved apart to keep the gap and within the lanes."""
    shown: list[float] = []
    for x in lines:
        shown.append(max(x, shown[-1] + gap) if shown else max(x, gap / 2))
    limit = lanes - gap / 2
    for n in range(len(shown) - 1, -1, -1):
        shown[n] = min(shown[n], limit)
        limit = shown[n] - gap
    return [round(x, 4) for x in shown]


def _letter(n: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    letters = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
