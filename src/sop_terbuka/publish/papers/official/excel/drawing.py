"""The flow as shapes on a worksheet, in the XML that Excel itself writes."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..word.connector import Connector
from ..word.drawingml import Frame, drawn_line, flips

_EMU = 12700
_PIXEL = 9525
_LINE = 9525
_INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_SPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


@dataclass(frozen=True)
class Drawn:
    """One shape: where it is in its cell, its XML, and the layer it lies on."""

    frame: Frame
    xml: str
    layer: int


class Pen:
    """Draws the shapes of a worksheet."""

    def symbol(
        self, number: int, name: str, words: str, preset: str, frame: Frame, lines: Sequence[str]
    ) -> Drawn:
        """A symbol with its outline."""
        properties = (
            f'{_frame(frame)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
            '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
            f'<a:ln w="{_LINE}">{_INK}</a:ln>'
        )
        named = f'id="{number}" name="{escape(name)}" descr="{escape(words)}"'
        return Drawn(frame, _shape(named, "<xdr:cNvSpPr/>", properties, lines, "ctr"), 3)

    def words_only(
        self, number: int, name: str, frame: Frame, lines: Sequence[str], align: str
    ) -> Drawn:
        """Words without an outline."""
        properties = (
            f'{_frame(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "<a:noFill/><a:ln><a:noFill/></a:ln>"
        )
        named = f'id="{number}" name="{escape(name)}"'
        side = "r" if align == "right" else "l"
        kind = '<xdr:cNvSpPr txBox="1"/>'
        return Drawn(frame, _shape(named, kind, properties, lines, side), 2)

    def arrow(
        self,
        number: int,
        name: str,
        made: Connector,
        ends: tuple[int | None, int | None],
        heads: tuple[bool, bool],
        is_dashed: bool,
    ) -> Drawn:
        """A connector, glued to the shapes at its ends; both are given in the flow's direction."""
        first, last = made.as_drawn(*ends)
        glue = "".join(
            f'<a:{tag} id="{end}" idx="{side}"/>'
            for tag, end, side in (("stCxn", first, 2), ("endCxn", last, 0))
            if end is not None
        )
        frame = Frame(made.left, made.top, made.width, made.height)
        xml = (
            f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="{escape(name)}"/>'
            f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>"
            f"{_frame(frame, flips(made))}{drawn_line(made, heads, is_dashed)}"
            "</xdr:spPr></xdr:cxnSp>"
        )
        return Drawn(frame, xml, 1)


class Grid:
    """The sheet's columns in pixels and rows in points, for anchors."""

    def __init__(self, columns: Sequence[int], rows: Sequence[float]) -> None:
        self.columns = [0.0]
        for pixels in columns:
            self.columns.append(self.columns[-1] + pixels * _PIXEL)
        self.rows = [0.0]
        for points in rows:
            self.rows.append(self.rows[-1] + points * _EMU)

    def corner(self, x: float, y: float) -> str:
        """A place in EMU as column, offset, row, offset."""
        parts = []
        for name, edges, value in (("col", self.columns, x), ("row", self.rows, y)):
            at = min(max(bisect_right(edges, value + 0.5) - 1, 0), len(edges) - 2)
            offset = round(max(value - edges[at], 0))
            parts.append(f"<xdr:{name}>{at}</xdr:{name}><xdr:{name}Off>{offset}</xdr:{name}Off>")
        return "".join(parts)


def drawing_xml(
    cells: Mapping[tuple[int, int], Sequence[Drawn]], grid: Grid, first_row: int, first_lane: int
) -> str:
    """The whole drawing; lines lie below words, and words below symbols."""
    placed = [
        (drawn.layer, drawn, grid.columns[first_lane + lane], grid.rows[first_row + row])
        for (row, lane), things in cells.items()
        for drawn in things
    ]
    placed.sort(key=lambda item: item[0])
    anchors = []
    for _, drawn, left, top in placed:
        x, y = left + drawn.frame.left * _EMU, top + drawn.frame.top * _EMU
        end = grid.corner(x + drawn.frame.width * _EMU, y + drawn.frame.height * _EMU)
        anchors.append(
            f"<xdr:twoCellAnchor><xdr:from>{grid.corner(x, y)}</xdr:from><xdr:to>{end}</xdr:to>"
            f"{drawn.xml}<xdr:clientData/></xdr:twoCellAnchor>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<xdr:wsDr {_SPACES}>{''.join(anchors)}</xdr:wsDr>"
    )


def _frame(frame: Frame, turned: str = "") -> str:
    wide, high = round(frame.width * _EMU), round(frame.height * _EMU)
    return f'<a:xfrm{turned}><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def _shape(named: str, kind: str, properties: str, lines: Sequence[str], align: str) -> str:
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="id-ID" sz="700">{_INK}</a:rPr>'
        f"<a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in lines
    )
    body = (
        '<xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f"<a:lstStyle/>{paragraphs or '<a:p/>'}</xdr:txBody>"
    )
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr {named}/>{kind}</xdr:nvSpPr>'
        f"<xdr:spPr>{properties}</xdr:spPr>{body}</xdr:sp>"
    )
