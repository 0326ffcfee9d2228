"""Indonesia's public holidays and joint leave for the years around the data's date."""

from dataclasses import dataclass
from functools import cache

# A service that was handed in late in one year is ready in the next.
_YEARS = 2


@dataclass(frozen=True)
class Libur:
    """The days on which offices are closed, and the last day up to which they are known."""

    hari: tuple[str, ...] = ()
    sampai: str = ""


@cache
def known_holidays(date: str) -> Libur:
    """The holidays from the year of a date such as 2026-11-21; none without a date."""
    if not date:
        return Libur()
    import holidays  # Loaded once a build; it knows every country's.

    first = int(date[:4])
    found = holidays.country_holidays(
        "ID", years=range(first, first + _YEARS), categories=("public", "government")
    )
    days = tuple(sorted(day.isoformat() for day in found))
    return Libur(days, f"{first + _YEARS - 1}-12-31")
