"""The picture of a flow, drawn at build time without a browser.

Mermaid's look is drawn by a library with a limit on its work; a flow beyond it gets a picture of
our own, made from the layout that the matrix has.
"""

import re
from dataclasses import dataclass

from ...data.model import Sop
from ...data.problem import SopTerbukaError
from ...meaning import mermaid
from ...meaning.graph import Graph, columns, graph
from .poster import drawn


@dataclass(frozen=True)
class Gambar:
    """What a picture is made from: the Mermaid text, and the flow should that be too large."""

    skrip: str
    pelaksana: tuple[str, ...]
    alur: Graph


def gambar(sop: Sop) -> Gambar:
    """Everything that the picture of an SOP shows."""
    names = tuple(actor.nama for actor in columns(sop))
    return Gambar(mermaid.script(sop), names, graph(sop))


def picture(made: Gambar) -> bytes:
    """The SVG of a flow; the same bytes for the same flow."""
    try:
        return mermaid_picture(made.skrip)
    except ValueError:
        # The library says in this way that a flow is more than it will lay out.
        return drawn(made.alur, made.pelaksana).encode("utf-8")


def mermaid_picture(text: str) -> bytes:
    """The SVG of a Mermaid text."""
    import mmdr  # Loading the renderer costs time that a reader of the text need not pay.

    svg = _LINKS.sub("", str(mmdr.render(text).svg()))
    width, height = size(svg)
    # An image without a size of its own is drawn at an arbitrary one.
    svg = svg.replace(' width="100%"', f' width="{width}" height="{height}"', 1)
    return svg.encode("utf-8")


def size(svg: str) -> tuple[int, int]:
    """Width and height of a picture in px, from its view box."""
    match = _VIEW_BOX.search(svg)
    if not match:
        raise SopTerbukaError("the renderer gave a picture without a view box")
    return round(float(match[1])), round(float(match[2]))


_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')
_LINKS = re.compile(r"</?a\b[^>]*>")
