"""Our own Jinja environment: autoescape on, unknown names are errors, data is never a template."""

import posixpath
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..data.tanggal import in_words
from . import words

Link = Callable[[str], str]

# A template stands beside the module that fills it; no two have the same name.
_ROOMS = (
    "gabungan",
    "pages",
    "papers/official",
)


@cache
def environment() -> Environment:
    """The environment of all our templates."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("sop_terbuka.publish", room) for room in _ROOMS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["tanggal"] = in_words
    made.globals["kata"] = words
    return made


def render(template: str, address: str, **context: Any) -> Markup:
    """Render a template for the page at an address such as `kota-contoh/kartu/`."""

    def rel(target: str) -> str:
        return relative(address, target)

    return Markup(environment().get_template(template).render(rel=rel, alamat=address, **context))


def relative(address: str, target: str) -> str:
    """The link from one address of the site to another, working below any path."""
    path, mark, anchor = target.partition("#")
    made = posixpath.relpath("/" + path, "/" + address)
    if path.endswith("/") or not path:
        made = f"{made}/"
    return made + mark + anchor
