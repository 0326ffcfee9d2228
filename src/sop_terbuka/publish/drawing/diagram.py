"""The picture of a Mermaid flowchart, drawn at build time without a browser."""

import re

from ...data.problem import SopTerbukaError


def picture(text: str) -> bytes:
    """The SVG of a Mermaid text, drawn without a browser; the same bytes for the same text."""
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
