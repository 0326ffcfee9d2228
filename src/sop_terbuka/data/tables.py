"""Tables of rules and the like: written as a list, asked by id."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from .problem import SopTerbukaError


class HasId(Protocol):
    """Anything that is known by an id."""

    @property
    def id(self) -> str:
        """Its name in the data and in messages."""


Row = TypeVar("Row", bound=HasId)


def by_id(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by id, in their order; two rows of one id are a mistake of ours."""
    table: dict[str, Row] = {}
    for row in rows:
        if row.id in table:
            raise SopTerbukaError(f'two rows of one table are called "{row.id}"')
        table[row.id] = row
    return table
