"""What a rule about the data is, and what its functions find; `run` stamps the rule's id on it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..check import Entry, Path
from ..draft import Draft
from ..meant import by_parts
from ..words import suggestion


class Breach(NamedTuple):
    """One thing that is wrong in a file: at the value that the path leads to, or at its key."""

    entry: Entry[Any]
    path: Path
    pesan: str
    is_key: bool = False


Check = Callable[[Draft], Iterator[Breach]]


@dataclass(frozen=True)
class Aturan:
    """A rule as an author reads about it: the promise, and why it is kept.

    A rule without functions is kept by reading itself.
    """

    id: str
    judul: str
    alasan: str
    checks: tuple[Check, ...] = ()


def unknown(
    entry: Entry[Any], path: Path, word: str, known: Collection[str], where: str
) -> Iterator[Breach]:
    """A breach when a name is not among the known ones, with the nearest or all of them."""
    # Nearly every name is known; only for a wrong one are all of a large site looked at.
    if word not in known:
        listed = sorted(set(known))
        hint = by_parts(word, listed) or suggestion(word, listed)
        if not hint and 0 < len(listed) <= 30:
            hint = f" Yang ada: {', '.join(listed)}."
        yield Breach(entry, path, f'"{word}" tidak ada di {where}.{hint}')
