"""Tables for spreadsheets: the same lines everywhere, and no cell that is run as a formula."""

import csv
from collections.abc import Iterable, Sequence

# A spreadsheet would run a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Lines(list[str]):
    """What the writer of CSV writes to."""

    write = list.append


def as_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV; its first line names the columns."""
    # A text file in memory takes four bytes for each letter.
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(text) for text in row] for row in rows)
    return "".join(lines)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
