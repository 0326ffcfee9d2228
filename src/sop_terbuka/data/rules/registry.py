"""The list of all rules about the data: the id names the breach, the words tell an author why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..draft import Draft
from ..problem import Problem


@dataclass(frozen=True)
class Aturan:
    """A rule as an author reads about it."""

    id: str
    judul: str
    alasan: str


Check = Callable[[Draft], Iterator[Problem]]

ATURAN: dict[str, Aturan] = {}
CHECKS: list[Check] = []


def describe(rule_id: str, judul: str, alasan: str) -> None:
    """Enter a rule in the list; `judul` is the promise, `alasan` why it is kept."""
    ATURAN[rule_id] = Aturan(rule_id, judul, alasan)


def rule(rule_id: str, judul: str, alasan: str) -> Callable[[Check], Check]:
    """Enter a rule together with the function that checks it."""
    describe(rule_id, judul, alasan)

    def keep(check: Check) -> Check:
        CHECKS.append(check)
        return check

    return keep
