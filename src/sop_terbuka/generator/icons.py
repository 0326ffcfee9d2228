"""The theme's Material Design icons as inline SVG."""

from functools import cache

from markupsafe import Markup

from ..data import ikon
from ..data.problem import SopTerbukaError


@cache
def icon(name: str) -> Markup:
    """A Material Design icon as inline SVG, hidden from screen readers."""
    if not ikon.is_known(name):
        raise SopTerbukaError(f'ikon "{name}" tidak ada di kumpulan Material Design.')
    # Within HTML an svg element needs no namespace.
    text = (ikon.folder() / f"{name}.svg").read_text(encoding="utf-8")
    svg = text.strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
    hidden = '<svg class="ik" aria-hidden="true" focusable="false" '
    return Markup(svg.replace("<svg ", hidden, 1))
