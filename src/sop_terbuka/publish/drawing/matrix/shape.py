"""The official symbols as SVG around their centre, for the page, paper and legend."""

from collections.abc import Sequence

from ....data.model import Jenis
from ..layout import HALF_HEIGHT, HEAD, Placed

_CAPSULE = '<rect x="-17" y="-10" width="34" height="20" rx="10"/>'
_SHAPES: dict[Jenis, str] = {
    "mulai": _CAPSULE,
    "proses": '<rect x="-17" y="-10" width="34" height="20"/>',
    "dokumen": '<path d="M-17-11h34v19c-8-5-12-4-17 0s-10 5-17 1z"/>',
    "keputusan": '<path d="M0-14 20 0 0 14-20 0z"/>',
    "selesai": _CAPSULE,
}
HALF_WIDTHS: dict[Jenis, int] = {
    "mulai": 17, "proses": 17, "dokumen": 17, "keputusan": 20, "selesai": 17,
}  # fmt: skip
# Room for the widest shape with an arrowhead on every side: a lane's whole width.
VIEW_LEFT, VIEW_TOP, VIEW_WIDTH, VIEW_HEIGHT = -27, -22, 54, 44
_LETTER = 8


def shape(kind: Jenis) -> str:
    """The outline of a symbol."""
    return _SHAPES[kind]


def head(kind: Jenis, side: int, attributes: str = 'class="h"') -> str:
    """The head of an arrow that touches a symbol above, right, below or left."""
    high, wide, long = number(HALF_HEIGHT[kind]), HALF_WIDTHS[kind], int(HEAD)
    top = number(HALF_HEIGHT[kind] + long)
    path = (
        f"M-4-{top}h8l-4 7z",
        f"M{wide + long}-4v8l-{long}-4z",
        f"M-4 {top}h8L0 {high}z",
        f"M-{wide + long}-4v8l{long}-4z",
    )[side]
    return f'<path {attributes} d="{path}"/>'


def drawing(symbol: Placed, sides: Sequence[int], attributes: str = 'class="h"') -> str:
    """A symbol of one lane with the heads of the arrows that enter it."""
    return "".join(head(symbol.kind, side, attributes) for side in sides) + _SHAPES[symbol.kind]


def wide_shape(kind: Jenis, left: float, right: float) -> str:
    """The outline of a symbol over several lanes, from edge to edge, around its own height."""
    high = HALF_HEIGHT[kind]
    if kind == "keputusan":
        # A diamond's lower tips would hang in the air; a hexagon has them where lines arrive.
        points = [
            (left, 0.0), (left + high, -high), (right - high, -high),
            (right, 0.0), (right - high, high), (left + high, high),
        ]  # fmt: skip
        return f'<polygon points="{" ".join(f"{number(x)},{number(y)}" for x, y in points)}"/>'
    rounded = f' rx="{number(high)}"' if kind in ("mulai", "selesai") else ""
    return (
        f'<rect x="{number(left)}" y="{number(-high)}" width="{number(right - left)}" '
        f'height="{number(2 * high)}"{rounded}/>'
    )


def words_inside(lines: Sequence[str]) -> list[tuple[float, str]]:
    """The baselines and lines of the words inside a symbol."""
    first = 3 - (len(lines) - 1) * _LETTER / 2
    return [(first + n * _LETTER, line) for n, line in enumerate(lines)]


def number(value: float) -> str:
    """A coordinate in as few letters as it needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
