"""Findings before and after: the same rule at the same place is the same finding."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ditemukan:
    """A finding as a comparison needs it: its rule, its level, where it stands, and its words."""

    aturan: str
    tingkat: str
    tempat: frozenset[str]
    kalimat: str

    @property
    def teks(self) -> str:
        """The level and the words."""
        return f"({self.tingkat}) {self.kalimat}"


def difference(
    before: Iterable[Ditemukan], after: Iterable[Ditemukan]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is new and what is solved; a finding that was only renumbered or reworded is neither."""
    gone, new = list(before), list(after)
    # The surest first, so that one of two findings at a place is not taken for the other.
    for same in (_equal, _same_place, _overlapping):
        new = _unpaired(gone, new, same)
    return tuple(item.teks for item in new), tuple(item.teks for item in gone)


def _unpaired(
    gone: list[Ditemukan],
    new: list[Ditemukan],
    same: Callable[[Ditemukan, Ditemukan], bool],
) -> list[Ditemukan]:
    """The new ones without a partner; partners are taken out of those that are gone."""
    left = []
    for item in new:
        partner = next((old for old in gone if same(old, item)), None)
        if partner is None:
            left.append(item)
        else:
            gone.remove(partner)
    return left


def _equal(old: Ditemukan, new: Ditemukan) -> bool:
    return old == new


def _same_rule(old: Ditemukan, new: Ditemukan) -> bool:
    # A finding that became graver is news, wherever it stands.
    return (old.aturan, old.tingkat) == (new.aturan, new.tingkat)


def _same_place(old: Ditemukan, new: Ditemukan) -> bool:
    return _same_rule(old, new) and old.tempat == new.tempat


def _overlapping(old: Ditemukan, new: Ditemukan) -> bool:
    return _same_rule(old, new) and bool(old.tempat & new.tempat)
