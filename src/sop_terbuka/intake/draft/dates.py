"""Dates as Indonesian documents print them, read into the form of our data."""

import re

from ...data.tanggal import BULAN, exists

_MONTHS = {name.casefold(): number for number, name in enumerate(BULAN, start=1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8,
    "ags": 8, "agu": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11,
    "des": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7,
    "august": 8, "october": 10, "december": 12,
}  # fmt: skip


def read(text: str) -> str | None:
    """The date in a text that is only a date; None where it is none or could be two."""
    words = " ".join(text.casefold().replace(",", " ").split()).strip(" .:")
    found: tuple[str, str, str] | None = None
    if match := re.fullmatch(r"(\d{1,2})?[\s\-/.]*([a-z]+)[\s\-/.]*(\d{4}|\d{2})?", words):
        month = _MONTHS.get(match[2])
        if month is None or not (match[1] or match[3]):
            return None
        found = (match[3] or "", str(month), match[1] or "")
    elif match := re.fullmatch(r"(\d{1,2})[\-/.](\d{1,2})[\-/.](\d{4})", words):
        found = (match[3], match[2], match[1])
    elif match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words):
        found = (match[1], match[2], match[3])
    elif re.fullmatch(r"(?:19|20)\d\d", words):
        return words
    if found is None:
        return None
    year, month_text, day = found
    if len(year) == 2:
        year = f"20{year}"
    date = f"{year}-{int(month_text):02d}" if year else f"--{int(month_text):02d}"
    if day:
        date = f"{date}-{int(day):02d}"
    return date if 1 <= int(month_text) <= 12 and exists(date) else None
