"""The official symbols as SVG around their centre, for the page, paper and legend."""

from .parts import HALF_HEIGHT, Kind, Symbol

_CAPSULE = '<rect x="-17" y="-10" width="34" height="20" rx="10"/>'
_SHAPES: dict[Kind, str] = {
    "mulai": _CAPSULE,
    "proses": '<rect x="-17" y="-10" width="34" height="20"/>',
    "keputusan": '<path d="M0-14 20 0 0 14-20 0z"/>',
    "selesai": _CAPSULE,
}
# Room for the widest shape and, above, for the highest one with its arrowhead.
VIEW_LEFT, VIEW_TOP, VIEW_WIDTH, VIEW_HEIGHT = -20, -22, 40, 44


def shape(kind: Kind) -> str:
    """The outline of a symbol."""
    return _SHAPES[kind]


def drawing(symbol: Symbol, head: str = 'class="h"') -> str:
    """A symbol with the head of the arrow that enters it; `head` holds the head's attributes."""
    if not symbol.is_entered:
        return _SHAPES[symbol.kind]
    top = -HALF_HEIGHT[symbol.kind] - 7
    return f'<path {head} d="M-4{top}h8l-4 7z"/>{_SHAPES[symbol.kind]}'


def number(value: float) -> str:
    """A coordinate in as few letters as it needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
