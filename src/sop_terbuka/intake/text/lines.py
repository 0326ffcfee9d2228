"""A text file as lines of cells: tabs or bars part them, markup is taken off."""

import re
from collections.abc import Sequence
from pathlib import Path

from ..archive import first_bytes
from ..grid import Cell, Grid
from ..reading import IntakeError, Place

_LARGEST = 8 * 1024 * 1024
_BREAK = re.compile(r"<br\s*/?>|</?li\b[^>]*>|</p>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|em|i|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|u|ul)\b[^>]*>", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")


def lines_of(path: Path) -> list[str]:
    """The lines of a text file, whatever common encoding it has."""
    first_bytes(path)
    if path.stat().st_size > _LARGEST:
        raise IntakeError("berkas teks ini terlalu besar (lebih dari 8 MB).")
    data = path.read_bytes()
    if b"\0" in data[:4000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise IntakeError("isi berkas ini bukan teks.")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    # A comment keeps its lines, so that line numbers stay true.
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return text.split("\n")


def cells_of(line: str) -> list[str]:
    """The cells of a line; a Markdown rule between head and body has none."""
    if _RULE.match(line):
        return []
    if line.lstrip().startswith("|"):
        bare = line.strip().strip("|")
        parts = re.split(r"(?<!\\)\|", bare)
    else:
        parts = line.split("\t")
    return [clean(part) for part in parts]


def clean(text: str) -> str:
    """A text without markup; breaks of a table cell become line breaks."""
    text = _TAG.sub(" ", _BREAK.sub("\n", text)).replace("**", "").replace("\\|", "|")
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    return re.sub(r"(?<![\w`])`([^`]*)`", r"\1", text).strip()


def grid_of(lines: Sequence[str], first: int) -> Grid:
    """Lines as a grid, one row a line; `first` is the number of the first line in its file."""
    cells = []
    for row, line in enumerate(lines):
        place = (Place(baris=(first + row, first + row)),)
        for column, text in enumerate(cells_of(line)):
            if text:
                cells.append(Cell(row, column, text, tempat=place))
    return Grid(cells)
