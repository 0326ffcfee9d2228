"""Findings as a comparison wants them: sentences by SOP, for two states judged on the same day."""

import datetime
from collections.abc import Mapping

from .compare import Findings
from .state import State


def on(day: datetime.date, *states: State) -> Findings | None:
    """What judges the states; None where one has problems: its findings would all seem solved."""
    if any(state.katalog is None for state in states):
        return None

    def judge(state: State) -> Mapping[str, list[str]]:
        from ...meaning.temuan import run

        found: dict[str, list[str]] = {}
        if state.katalog is not None:
            for item in run(state.katalog, state.katalog.formulir, day):
                found.setdefault(item.sop, []).append(f"({item.tingkat}) {item.pesan}")
        return found

    return judge
