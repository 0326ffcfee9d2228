"""Whether a time standard grew: certain only where it holds for a short and for a long day."""

from collections.abc import Iterable
from typing import Literal

from ...data.waktu import UNITS, Bagian, parse

Arah = Literal["tetap", "bertambah", "berkurang", "kini disebut", "tidak lagi disebut", "tak pasti"]

_HOUR = 60
# How long a working day is nobody says: the answer must be the same for both readings.
_DAY_HOURS = (5, 24)
_DAYS = {"tahun": (240, 366), "bulan": (20, 31), "minggu": (5, 7), "hari kerja": (1, 2)}


def _sizes(end: int) -> dict[str, int]:
    day = _DAY_HOURS[end] * _HOUR
    days = {unit: ends[end] * day for unit, ends in _DAYS.items()}
    return {"menit": 1, "jam": _HOUR, "hari": day} | days


_SHORT, _LONG = _sizes(0), _sizes(1)


def minutes() -> dict[str, list[int]]:
    """How many minutes each unit has, in a short and in a long day."""
    return {unit: [_SHORT[unit], _LONG[unit]] for unit in UNITS}


def direction(before: str | None, after: str | None) -> Arah:
    """How one time standard changed."""
    old, new = parse(before) if before else None, parse(after) if after else None
    # An open end ("sesuai MOU") promises nothing, as no time at all does.
    had, has = bool(old and old.bagian), bool(new and new.bagian)
    if not had or not has:
        return "tidak lagi disebut" if had else "kini disebut" if has else "tetap"
    assert old is not None
    assert new is not None
    if old.per != new.per:
        return "bertambah" if new.per and not old.per else "tak pasti"
    return compared(old.bagian, new.bagian)


def compared(before: Iterable[Bagian], after: Iterable[Bagian]) -> Arah:
    """How one sum of amounts compares to another: the longest wait first, then the shortest."""
    old, new = tuple(before), tuple(after)
    for end in ("maximum", "minimum"):
        signs = {
            _sign(
                sum(getattr(p, end) * unit[p.satuan] for p in new)
                - sum(getattr(p, end) * unit[p.satuan] for p in old)
            )
            for unit in (_SHORT, _LONG)
        }
        if len(signs) > 1:
            return "tak pasti"
        sign = signs.pop()
        if sign:
            return "bertambah" if sign > 0 else "berkurang"
    return "tetap"


def _sign(amount: float) -> int:
    return (amount > 0) - (amount < 0)
