"""The theme's Material Design icons as inline SVG."""

from functools import cache
from pathlib import Path

import material
from markupsafe import Markup

from ..data.problem import SopTerbukaError

_ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"


@cache
def icon(name: str) -> Markup:
    """A Material Design icon as inline SVG, hidden from screen readers."""
    path = _ICONS / f"{name}.svg"
    if not path.is_file():
        raise SopTerbukaError(f'ikon "{name}" tidak ada di kumpulan Material Design.')
    # Within HTML an svg element needs no namespace.
    svg = (
        path.read_text(encoding="utf-8").strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
    )
    hidden = '<svg class="ik" aria-hidden="true" focusable="false" '
    return Markup(svg.replace("<svg ", hidden, 1))
