"""Findings as a comparison wants them: by SOP, for two states judged on the same day."""

import datetime
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .compare import Findings
from .found import Ditemukan
from .state import State

if TYPE_CHECKING:
    from ...meaning.temuan import Bukti

_NUMBER = re.compile(r"\d+")
_ORDINAL = re.compile(r"\[\d+\]")


def on(day: datetime.date, *states: State) -> Findings | None:
    """What judges the states; None where one has problems: its findings would all seem solved."""
    if any(state.katalog is None for state in states):
        return None

    def judge(state: State) -> Mapping[str, list[Ditemukan]]:
        from ...meaning.temuan import run

        found: dict[str, list[Ditemukan]] = {}
        if state.katalog is not None:
            for item in run(state.katalog, state.katalog.formulir, day):
                places = item.langkah or [_place(evidence) for evidence in item.bukti]
                found.setdefault(item.sop, []).append(
                    Ditemukan(item.aturan, item.tingkat, frozenset(places), item.pesan)
                )
        return found

    return judge


def _place(evidence: "Bukti") -> str:
    """A place that holds: a number in a list shifts, so its id or the words there stand for it."""
    if evidence.alamat and not _ORDINAL.search(evidence.alamat):
        return evidence.alamat
    place, numbers = _NUMBER.subn("", evidence.pada)
    return f"{place}: {evidence.kutipan}" if numbers else place
