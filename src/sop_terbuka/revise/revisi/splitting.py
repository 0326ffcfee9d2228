"""Steps that were split in two or more, or joined into one, instead of deleted and added."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...data.model import Langkah
from .pairing import Pairs
from .text import share

# Most words of the whole are in the parts, and most words of each part are in the whole.
_COVERED = 0.6
_TAKEN = 0.5


@dataclass(frozen=True)
class Split:
    """One step on one side, its neighbouring parts on the other."""

    whole: int
    parts: tuple[int, ...]


def splits(whole: Sequence[Langkah], parts: Sequence[Langkah], pairs: Pairs) -> list[Split]:
    """Steps of `whole` that became several neighbouring steps of `parts`.

    Swap the two sides (see `mirrored`) to find steps that were joined.
    """
    kept = dict(pairs.kept)
    free = set(pairs.new)
    found = []
    for i, step in enumerate(whole):
        start = kept.get(i)
        runs = _runs(start, free) if start is not None else _free_runs(free)
        best = max(
            (run for run in runs if len(run) > 1 and _covers(step, [parts[j] for j in run])),
            key=len,
            default=None,
        )
        if best:
            found.append(Split(i, best))
            free -= set(best)
    return found


def mirrored(pairs: Pairs) -> Pairs:
    """The same pairs seen from the other side."""
    kept = tuple(sorted((j, i) for i, j in pairs.kept))
    return Pairs(kept, pairs.new, pairs.gone, frozenset((j, i) for i, j in pairs.moved))


def _runs(start: int, free: set[int]) -> list[tuple[int, ...]]:
    low, high = start, start
    while low - 1 in free:
        low -= 1
    while high + 1 in free:
        high += 1
    return [
        tuple(range(a, b + 1))
        for a in range(low, start + 1)
        for b in range(start, high + 1)
        if b > a
    ]


def _free_runs(free: set[int]) -> list[tuple[int, ...]]:
    return [run for start in sorted(free) for run in _runs(start, free) if run[0] == start]


def _covers(whole: Langkah, parts: list[Langkah]) -> bool:
    # One part left word for word as it was means that the others are new work, not its share.
    if any(part.kegiatan == whole.kegiatan for part in parts):
        return False
    together = " ".join(part.kegiatan for part in parts)
    return share(whole.kegiatan, together) >= _COVERED and all(
        share(part.kegiatan, whole.kegiatan) >= _TAKEN for part in parts
    )
