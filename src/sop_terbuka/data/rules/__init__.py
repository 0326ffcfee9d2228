"""The rules about the data as a whole: in a draft, out every breach as a problem with its place.

Each file holds the functions of one subject and ends with its table, `ATURAN`; to add a rule,
write a row there and an example below `tests/examples/buruk/<id>/`.
"""

from collections.abc import Iterable

from ..draft import Draft
from ..problem import Problem
from ..tables import by_id
from . import alamat, alur, batas, content, form_fields, forms, layanan, reading, references, sumber
from .rule import Aturan, Breach

__all__ = ["ATURAN", "Aturan", "run", "run_sources"]

ATURAN = by_id(
    (
        *reading.ATURAN,
        *references.ATURAN,
        *alamat.ATURAN,
        *content.ATURAN,
        *layanan.ATURAN,
        *alur.ATURAN,
        *forms.ATURAN,
        *form_fields.ATURAN,
        *batas.ATURAN,
        *sumber.ATURAN,
    )
)
_OF_SOURCES = frozenset(rule.id for rule in sumber.ATURAN)


def run(draft: Draft) -> list[Problem]:
    """Every problem that the rules find in a draft, without comparing it with its sources."""
    return _found(draft, [rule for rule in ATURAN.values() if rule.id not in _OF_SOURCES])


def run_sources(draft: Draft) -> list[Problem]:
    """Where the SOPs of a draft differ from the source texts that they are copied from."""
    return _found(draft, sumber.ATURAN)


def _found(draft: Draft, rules: Iterable[Aturan]) -> list[Problem]:
    return [
        _stamped(rule, breach) for rule in rules for check in rule.checks for breach in check(draft)
    ]


def _stamped(rule: Aturan, breach: Breach) -> Problem:
    return breach.entry.at(breach.path, is_key=breach.is_key).problem(rule.id, breach.pesan)
