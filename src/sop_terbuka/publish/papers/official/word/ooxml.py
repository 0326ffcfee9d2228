"""The elements of a Word document that python-docx has no words for."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

TWIPS_PER_MM = 1440 / 25.4
# What heads of tables are shaded with.
GREY = "EEEEEE"


def element(
    tag: str, attributes: Mapping[str, object] | None = None, children: Iterable[Any] = ()
) -> Element:
    """An element such as `w:p` with its attributes and children."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), str(value))
    made.extend(children)
    return made


def twips(mm: float) -> int:
    """Millimetres in Word's own unit."""
    return round(mm * TWIPS_PER_MM)


def run(text: str) -> Element:
    """A run of text; soft hyphens become Word's own."""
    children: list[Element] = []
    for n, part in enumerate(text.split("\u00ad")):
        if n:
            children.append(element("w:softHyphen"))
        piece = element("w:t", {"xml:space": "preserve"})
        piece.text = part
        children.append(piece)
    return element("w:r", children=children)


def image(document: Document, png: bytes, wide: int, tall: int, words: str) -> Element:
    """A run with a picture; the words are for readers who do not see it."""
    inline = document.part.new_pic_inline(io.BytesIO(png), wide, tall)
    # LibreOffice keeps 9 points free around a picture that does not say how much it wants.
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("descr", words)
    return element("w:r", children=[element("w:drawing", children=[inline])])


def paragraph(
    style: str, *runs: Element, before: Sequence[Element] = (), number: int | None = None
) -> Element:
    """A paragraph in a style; `before` are further properties in Word's own order."""
    properties: list[Element] = [element("w:pStyle", {"w:val": style}), *before]
    if number is not None:
        level = element("w:ilvl", {"w:val": 0})
        properties.append(
            element("w:numPr", children=[level, element("w:numId", {"w:val": number})])
        )
    return element("w:p", children=[element("w:pPr", children=properties), *runs])


def text_or_lines(text: str, style: str = "Normal", lines: int = 1) -> list[Element]:
    """A text, or lines to write on where there is none."""
    if text:
        return [paragraph(style, run(text))]
    return [paragraph("GarisIsian") for _ in range(lines)]


def field(code: str) -> Element:
    """A field such as PAGE, with a text for readers that do not work fields out."""
    return element("w:fldSimple", {"w:instr": code}, [run("1")])


def cell(
    width: int,
    content: Sequence[Element],
    *,
    span: int = 1,
    merge: str = "",
    align: str = "top",
    shade: str = "",
    is_bare: bool = False,
) -> Element:
    """A table cell; `merge` is `restart` or `continue` for cells joined downward.

    A bare cell has no margins, so that what is in it touches its borders.
    """
    properties = [element("w:tcW", {"w:w": width, "w:type": "dxa"})]
    if span > 1:
        properties.append(element("w:gridSpan", {"w:val": span}))
    if merge:
        properties.append(element("w:vMerge", {"w:val": merge}))
    if shade:
        attributes = {"w:val": "clear", "w:color": "auto", "w:fill": shade}
        properties.append(element("w:shd", attributes))
    if is_bare:
        properties.append(
            element("w:tcMar", children=_no_margins("w:top", "w:left", "w:bottom", "w:right"))
        )
    properties.append(element("w:vAlign", {"w:val": align}))
    return element("w:tc", children=[element("w:tcPr", children=properties), *content])


def _no_margins(*sides: str) -> list[Element]:
    return [element(side, {"w:w": 0, "w:type": "dxa"}) for side in sides]


def row(
    cells: Sequence[Element], *, is_head: bool = False, height: float = 0, is_whole: bool = True
) -> Element:
    """A table row that stays whole on one page; `height` in points is the least one."""
    properties = [element("w:cantSplit")] if is_whole else []
    if height:
        attributes = {"w:val": round(height * 20), "w:hRule": "atLeast"}
        properties.append(element("w:trHeight", attributes))
    if is_head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", children=[element("w:trPr", children=properties), *cells])


def table(
    widths: Sequence[int], rows: Iterable[Element], description: str, *, is_tight: bool = False
) -> Element:
    """A table of fixed columns; the description is for readers who do not see it.

    A tight one has no margins above and below: Word gives all cells of a row the widest of them.
    """
    tight = [element("w:tblCellMar", children=_no_margins("w:top", "w:bottom"))] if is_tight else []
    properties = [
        element("w:tblStyle", {"w:val": "TableGrid"}),
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        *tight,
        element("w:tblLook", {"w:val": "0420", "w:firstRow": 1, "w:noHBand": 0, "w:noVBand": 1}),
        element("w:tblCaption", {"w:val": description}),
    ]
    grid = [element("w:gridCol", {"w:w": width}) for width in widths]
    return element(
        "w:tbl",
        children=[
            element("w:tblPr", children=properties),
            element("w:tblGrid", children=grid),
            *rows,
        ],
    )
