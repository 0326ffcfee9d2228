"""A table of rows asked by id holds every id once."""

from dataclasses import dataclass

import pytest

from sop_terbuka.data.problem import SopTerbukaError
from sop_terbuka.data.tables import by_id


@dataclass(frozen=True)
class Row:
    id: str
    words: str


def test_rows_keep_their_order() -> None:
    assert list(by_id([Row("b", "x"), Row("a", "y")])) == ["b", "a"]


def test_two_rows_of_one_id_are_a_mistake() -> None:
    with pytest.raises(SopTerbukaError, match='called "a"'):
        by_id([Row("a", "x"), Row("a", "y")])
