"""Whether a time standard grew: certain only where it holds for a short and for a long day."""

from collections.abc import Iterable
from typing import Literal

from ...data.waktu import Bagian, parse

Arah = Literal["tetap", "bertambah", "berkurang", "kini disebut", "tidak lagi disebut", "tak pasti"]

_HOUR = 60
# How long a working day is nobody says: the answer must be the same for both readings.
_SHORT = {"menit": 1, "jam": _HOUR, "hari": 5 * _HOUR, "minggu": 25 * _HOUR, "bulan": 100 * _HOUR}
_LONG = {"menit": 1, "jam": _HOUR, "hari": 24 * _HOUR, "minggu": 168 * _HOUR, "bulan": 744 * _HOUR}


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
