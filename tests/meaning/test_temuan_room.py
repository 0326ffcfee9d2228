"""What the findings of a large site hold in memory at a time."""

import datetime

import pytest

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
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
