"""By when a service is ready: only from a time that the standard states for the whole of it.

A sum of step times is no promise, so it gives no date.
"""

import math
from dataclasses import dataclass

from .lama import Janji, Lama

_DAYS_OF_A_WEEK = 7
# The working week of the civil service, where an office's own days are not known as data.
_WORKING_WEEK = (0, 1, 2, 3, 4)


@dataclass(frozen=True)
class Siap:
    """How many days after the papers are complete, and which days count; Monday is 0.

    `sejak` says from when the standard itself counts.
    """

    hari: int
    is_hari_kerja: bool
    hari_buka: tuple[int, ...]
    sejak: str


def ready(lama: Lama, open_days: tuple[int, ...]) -> Siap | None:
    """The days of one service; None where the standard states no single time in days."""
    if lama.asal != "standar" or len(lama.janji) != 1 or lama.janji[0].varian:
        return None
    (promise,) = lama.janji
    # A note on the source qualifies what it says; a bare date would drop it.
    if any(basis.catatan or basis.sebagian == "ya" for basis in promise.jangka_waktu.dasar):
        return None
    days = _days(promise)
    if days is None:
        return None
    count, is_working = days
    return Siap(count, is_working, open_days or _WORKING_WEEK, promise.mulai)


def _days(promise: Janji) -> tuple[int, bool] | None:
    """The most days that the promise may take, and whether only working days count."""
    waktu = promise.waktu
    if waktu is None or waktu.per or len(waktu.bagian) != 1:
        return None
    (part,) = waktu.bagian
    if part.satuan in ("hari", "hari kerja"):
        return math.ceil(part.maximum), part.satuan == "hari kerja"
    if part.satuan == "minggu":
        return math.ceil(part.maximum * _DAYS_OF_A_WEEK), False
    return None
