"""Which item of a list became which: by id, then by likeness; so a renamed one is not lost."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .text import likeness

Item = TypeVar("Item")

ALIKE = 0.6
# The same id over a wholly different text means that ids were shifted, not the text edited.
STILL_SAME = 0.3


@dataclass(frozen=True)
class Pairs:
    """Positions of what stayed, what went and what came; `moved` holds pairs out of order."""

    kept: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]
    moved: frozenset[tuple[int, int]]


def pair(
    before: Sequence[Item],
    after: Sequence[Item],
    key: Callable[[Item], str | None],
    text: Callable[[Item], str],
    alike: float = ALIKE,
) -> Pairs:
    """Pair two lists: first the surest (id and text), last the likeliest text."""
    if list(before) == list(after):
        return Pairs(tuple((n, n) for n in range(len(before))), (), (), frozenset())
    found: dict[int, int] = {}
    free = set(range(len(after)))

    def take(good: Callable[[Item, Item], bool]) -> None:
        for i, old in enumerate(before):
            if i in found:
                continue
            match = next((j for j in sorted(free) if good(old, after[j])), None)
            if match is not None:
                found[i] = match
                free.discard(match)

    def same_key(old: Item, new: Item) -> bool:
        return key(old) is not None and key(old) == key(new)

    take(lambda old, new: same_key(old, new) and likeness(text(old), text(new)) >= STILL_SAME)
    take(lambda old, new: text(old) == text(new))
    left = [i for i in range(len(before)) if i not in found]
    scores = sorted(
        ((likeness(text(before[i]), text(after[j])), -i, -j) for i in left for j in free),
        reverse=True,
    )
    for score, minus_i, minus_j in scores:
        if score >= alike and -minus_i not in found and -minus_j in free:
            found[-minus_i] = -minus_j
            free.discard(-minus_j)
    take(same_key)
    kept = tuple(sorted(found.items()))
    gone = tuple(i for i in range(len(before)) if i not in found)
    return Pairs(kept, gone, tuple(sorted(free)), _moved(kept))


def _moved(kept: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The fewest pairs that must have moved: those outside the longest run still in order."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for old, new in kept:
        at = bisect_left(ends, new)
        chain = [*(chains[at - 1] if at else []), (old, new)]
        if at == len(ends):
            ends.append(new)
            chains.append(chain)
        else:
            ends[at], chains[at] = new, chain
    return frozenset(kept) - frozenset(chains[-1] if chains else ())
