"""Finds equal and nearly equal sentences among thousands without comparing all pairs.

Every distinct normalised sentence is kept once with its owners. It is cut into pairs of
neighbouring words; an inverted index leads from each pair to the sentences that hold it. A
search looks only at sentences that share a rare pair, so its cost grows with the length of
the answer, not with the square of the collection.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .text import norm

# A pair of words in more sentences than this ("kepala dinas") says nothing about copying;
# following it would make the search quadratic again.
COMMON = 400


@dataclass(frozen=True)
class Near:
    """A sentence of the index that is nearly the asked one."""

    kalimat: str
    nilai: float


class SentenceIndex:
    """Sentences by their words; owners are ids of any kind."""

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        """Read pairs of owner and sentence."""
        self._owners: dict[str, dict[str, None]] = defaultdict(dict)
        for owner, text in items:
            key = norm(text)
            if key:
                self._owners[key][owner] = None
        self._sentences = list(self._owners)
        self._pairs = [_pairs(sentence) for sentence in self._sentences]
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, pairs in enumerate(self._pairs):
            for pair in pairs:
                self._index[pair].append(number)

    def owners(self, text: str) -> list[str]:
        """Everyone who has exactly these words, in the order they were read."""
        return list(self._owners.get(norm(text), ()))

    def near(self, text: str, threshold: float) -> Iterator[Near]:
        """Sentences whose shared word pairs reach the threshold (Jaccard), the asked one too."""
        asked = _pairs(norm(text))
        shared: Counter[int] = Counter()
        for pair in asked:
            found = self._index.get(pair, ())
            if len(found) <= COMMON:
                shared.update(found)
        # A near match shares most pairs; at most half of them may have been too common to follow.
        enough = max(1, int(threshold * len(asked) / 2))
        hits = []
        for number, count in shared.items():
            if count >= enough:
                pairs = self._pairs[number]
                value = len(asked & pairs) / len(asked | pairs)
                if value >= threshold:
                    hits.append(Near(self._sentences[number], value))
        yield from sorted(hits, key=lambda hit: (-hit.nilai, hit.kalimat))


def _pairs(sentence: str) -> frozenset[str]:
    words = sentence.split()
    if len(words) < 2:
        return frozenset(words)
    return frozenset(f"{one} {two}" for one, two in pairwise(words))
