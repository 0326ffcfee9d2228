"""Reads a passage of the scanned source text as rows of cells, without its markup."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .labels import PAIRS

_TAG = re.compile(
    r"</?(?:b|br|em|i|li|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|u|ul)\b[^>]*>",
    re.IGNORECASE,
)
_HEADING_IN_CELL = re.compile(r"^\s*<p>([^<]+)</p>(.*)$", re.IGNORECASE | re.DOTALL)
_BULLET = "➤"
_EMPTY = re.compile(r"^[-–\s]*$")
_ENUMERATOR = re.compile(r"^(?:\(?\d{1,2}\s?[.)]?|[a-c]\.)$")
_ONE_LINE_PAIR = re.compile(r"^(?:- )*(?:\d{1,2} |[ab]\. )?(?P<label>[^:]+?) ?:(?P<value>.*)$")
# Between two items of one cell: a comma, or the marker of the next item, or only a space.
_BETWEEN = re.compile(r"[\s,;]*(?:(?:•|-|\d{1,2}\s?[.)]?)\s*)?")


def normal(text: str) -> str:
    """The words of a text: no markup, bullets as commas, one space between words, no capitals."""
    text = _TAG.sub(" ", text).replace("**", "")
    text = "".join(" " if unicodedata.category(ch) in ("Co", "Cf") else ch for ch in text)
    if _BULLET in text:
        text = ", ".join(part.strip() for part in text.split(_BULLET) if part.strip())
    return " ".join(text.casefold().split())


def squeezed(text: str) -> str:
    """A normal text without its spaces, to compare two printings of one table."""
    return "".join(text.split())


def is_enumerator(text: str) -> bool:
    """Whether a cell holds only the number or letter of its row or column."""
    return bool(_ENUMERATOR.match(text))


def number_of(text: str) -> str:
    """The number in an enumerator, without its point or brackets."""
    return text.strip("(.) ")


def without_marker(text: str) -> str:
    """An item of a list without its number before and semicolon behind."""
    return re.sub(r"^\d{1,2}[.)]\s+|;$", "", text)


def label_of(text: str) -> str:
    """A cell as the key of a form's label, without the spaces, colon and letter around it."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"^[a-c]\.\s*|\s*\(\d\)$|\s*:$", "", text))


def is_foreign(text: str) -> bool:
    """Whether a text is written in another script than Latin, which only a misreading can be."""
    letters = [ch for ch in text if ch.isalpha()]
    return bool(letters) and not any(unicodedata.name(ch, "").startswith("LATIN") for ch in letters)


@dataclass(frozen=True)
class Row:
    """One line of the source; `cells` are its filled cells with their columns."""

    line: int
    raw: tuple[str, ...]

    @property
    def cells(self) -> list[tuple[int, str]]:
        """The filled cells, normalised; a cell of dashes only is an empty cell."""
        texts = [(column, normal(raw)) for column, raw in enumerate(self.raw)]
        match = _ONE_LINE_PAIR.match(texts[0][1]) if len(texts) == 1 else None
        if match and match["label"] in PAIRS:
            value = "" if _EMPTY.match(match["value"]) else match["value"]
            texts = [(0, match["label"]), (1, ":" + value)]
        return [(column, text) for column, text in texts if not _EMPTY.match(text)]

    def joined(self, other: "Row") -> "Row":
        """This row with its continuation on the next page, cell by cell."""
        width = max(len(self.raw), len(other.raw))
        pairs = zip(_padded(self.raw, width), _padded(other.raw, width), strict=True)
        return Row(self.line, tuple(f"{first} {second}" for first, second in pairs))

    def numbered(self) -> tuple[str, list[str]]:
        """The printed number of a table row ("" if none) and its other filled cells."""
        texts = [text for _, text in self.cells]
        if texts and is_enumerator(texts[0]) and self.cells[0][0] == 0:
            return number_of(texts[0]), texts[1:]
        if texts and (match := re.match(r"^(\d{1,2})\. (.+)$", texts[0])):
            return match[1], [match[2], *texts[1:]]
        return "", texts


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def rows_of(lines: Sequence[str], ranges: Sequence[Sequence[int]]) -> list[Row]:
    """The rows of the named lines (from 1, both ends included), in the order of the ranges."""
    rows = []
    for first, last in ranges:
        for number in range(first, last + 1):
            raw = tuple(lines[number - 1].split("\t"))
            match = _HEADING_IN_CELL.match(raw[0])
            if match and len(raw) == 1 and match[2].strip():
                rows += [Row(number, (match[1],)), Row(number, (match[2],))]
            else:
                rows.append(Row(number, raw))
    return rows


def tiles(text: str, items: Sequence[str]) -> set[str] | None:
    """The items that make up the whole cell, with only markers between them; None if none do."""
    dead: set[int] = set()

    def fill(start: int) -> set[str] | None:
        if start in dead:
            return None
        if not text[start:].strip(" ,;"):
            return set()
        match = _BETWEEN.match(text, start)
        for begin in dict.fromkeys((start, match.end() if match else start)):
            for item in sorted(items, key=len, reverse=True):
                if item and text.startswith(item, begin):
                    rest = fill(begin + len(item))
                    if rest is not None:
                        return rest | {item}
        dead.add(start)
        return None

    return fill(0)
