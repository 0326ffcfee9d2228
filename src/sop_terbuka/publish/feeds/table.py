"""Tables for spreadsheets: the same lines everywhere, and no cell that is run as a formula."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

# A spreadsheet would run a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """A table as CSV, row by row; its first line names the columns."""
    # Excel takes a file without this mark for one in an older alphabet.
    yield codecs.BOM_UTF8
    for row in chain([head], ([_cell(text) for text in row] for row in rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(row)
        yield line.getvalue().encode()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
