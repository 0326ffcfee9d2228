"""The text of Word paragraphs with the numbers and bullets that Word itself would print."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docx.document import Document
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_SKIPPED = frozenset({
    qn("w:drawing"), qn("w:pict"), qn("w:del"), qn("w:instrText"), qn("w:tbl"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
})  # fmt: skip


class Numbering:
    """Counts the numbered paragraphs of a document in reading order."""

    def __init__(self, document: Document) -> None:
        """Learn the formats of the document's lists and the lists of its styles."""
        self._formats: dict[str, dict[str, str]] = {}
        self._by_style: dict[str, tuple[str, str]] = {}
        self._counts: dict[tuple[str, str], int] = defaultdict(int)
        self._learn(document)

    def _learn(self, document: Document) -> None:
        try:
            root = document.part.numbering_part.element
        except (NotImplementedError, KeyError):
            return
        abstract = {
            str(item.get(qn("w:abstractNumId"))): {
                str(level.get(qn("w:ilvl"))): _value(level, "w:numFmt")
                for level in item.iter(qn("w:lvl"))
            }
            for item in root.iter(qn("w:abstractNum"))
        }
        for item in root.iter(qn("w:num")):
            self._formats[str(item.get(qn("w:numId")))] = abstract.get(
                _value(item, "w:abstractNumId"), {}
            )
        for style in document.styles.element.iter(qn("w:style")):
            number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if number is not None:
                self._by_style[str(style.get(qn("w:styleId")))] = (
                    _value(number, "w:numId"),
                    _value(number, "w:ilvl") or "0",
                )

    def lines(self, parent: "Iterable[Element]") -> list[str]:
        """The paragraphs directly in a cell or body, each with its printed mark."""
        found = []
        for paragraph in _paragraphs(parent):
            text = text_of(paragraph)
            if text.strip():
                mark = self._mark(paragraph)
                found += f"{mark}{text}".split("\n")
        return found

    def _mark(self, paragraph: "Element") -> str:
        style = _value(paragraph, "w:pPr/w:pStyle")
        number = _value(paragraph, "w:pPr/w:numPr/w:numId")
        level = _value(paragraph, "w:pPr/w:numPr/w:ilvl") or "0"
        if not number and style in self._by_style:
            number, level = self._by_style[style]
        form = self._formats.get(number, {}).get(level, "")
        if not form or form == "none":
            return ""
        if form == "bullet":
            return "• "
        self._counts[number, level] += 1
        count = self._counts[number, level]
        return f"{chr(96 + count)}. " if form == "lowerLetter" and count < 27 else f"{count}. "


def text_of(paragraph: "Element") -> str:
    """A paragraph's words, without those of the shapes anchored in it."""
    parts: list[str] = []

    def walk(element: "Element") -> None:
        for child in element:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == qn("w:t"):
                parts.append(child.text or "")
            elif child.tag in (qn("w:br"), qn("w:cr")):
                parts.append("\n")
            elif child.tag == qn("w:tab"):
                parts.append(" ")
            elif child.tag == qn("w:noBreakHyphen"):
                parts.append("-")
            else:
                walk(child)

    walk(paragraph)
    return "".join(parts)


def _paragraphs(parent: "Iterable[Element]") -> Iterator["Element"]:
    """Paragraphs in order, also inside content controls and tables within a cell."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in (qn("w:tcPr"), qn("w:sectPr")):
            yield from _paragraphs(child)


def _value(element: "Element", path: str) -> str:
    found = element.find("/".join(qn(part) for part in path.split("/")))
    return str(found.get(qn("w:val")) or "") if found is not None else ""
