"""What the findings of a large site hold in memory at a time."""

import datetime

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Langkah, Sop
from sop_terbuka.meaning import temuan
from sop_terbuka.meaning.temuan.context import Konteks
from sop_terbuka.meaning.temuan.lines import SourceLines


def test_the_lines_of_a_large_site_are_not_held_together(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = datetime.date(2026, 11, 21)
    whole = temuan.run(catalog, None, today)
    monkeypatch.setattr("sop_terbuka.meaning.temuan.context._MOST_LINES", 2)
    held: list[int] = []

    class Counted(Konteks):
        """It looks, before each use, how many SOPs' lines are held."""

        def lines(self, sop: Sop) -> SourceLines:
            held.append(len(self._lines))
            return super().lines(sop)

    monkeypatch.setattr("sop_terbuka.meaning.temuan.Konteks", Counted)
    assert temuan.run(catalog, None, today) == whole
    assert max(held) == 2


def test_the_work_for_a_sentence_of_many_offices_is_done_once(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    step_of = Konteks.step_of

    def counted(self: Konteks, owner: str) -> tuple[Sop, Langkah]:
        asked.append(owner)
        return step_of(self, owner)

    monkeypatch.setattr(Konteks, "step_of", counted)
    temuan.run(catalog, None, datetime.date(2026, 11, 21))
    assert asked
    assert len(asked) == len(set(asked))
