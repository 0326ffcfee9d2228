"""Dates as precise as the document is: 2022, 2022-02, 2022-02-16; --02-16 has no year."""

import datetime

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
# Any leap year: 29 February without a year is a date.
_ANY_YEAR = "2000"


def in_words(date: str) -> str:
    """The date as people write it: `16 Februari 2022`, `4 Januari`."""
    year, month, day = _parts(date)
    words = [str(int(day))] if day else []
    if month:
        # A month that no calendar has is shown as it was written.
        words.append(BULAN[int(month) - 1] if 1 <= int(month) <= 12 else month)
    return " ".join([*words, year] if year else words)


def has_year(date: str) -> bool:
    """Whether the document printed the year."""
    return bool(_parts(date)[0])


def month_of(date: str) -> int | None:
    """The month of a date, when it is printed."""
    month = _parts(date)[1]
    return int(month) if month else None


def is_earlier(date: str, other: str) -> bool:
    """Whether one date surely lies before another, as far as both are printed."""
    return has_year(date) and has_year(other) and date[: len(other)] < other[: len(date)]


def exists(date: str) -> bool:
    """Whether the calendar has this date."""
    year, month, day = _parts(date)
    try:
        datetime.date(int(year or _ANY_YEAR), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _parts(date: str) -> tuple[str, str, str]:
    year, *rest = date.removeprefix("--").split("-")
    if date.startswith("--"):
        year, rest = "", [year, *rest]
    month, day = [*rest, "", ""][:2]
    return year, month, day
