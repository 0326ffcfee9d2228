"""Requirements as a set: what is asked before and after, however it is divided, joined or worded.

Called by needs. A paper that two lines asked for, or that one line asks for with another, is still
asked for; a line that came or went is then no burden and no relief.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...data.model import Syarat
from .text import words

# Joins and figures of speech say nothing about which paper it is.
_EMPTY = frozenset({
    "dan", "atau", "serta", "beserta", "dengan", "yang", "dari", "di", "ke", "untuk", "bagi",
    "oleh", "pada", "sebanyak", "berupa",
})  # fmt: skip
_COPY = re.compile(r"\b(?:foto\s*c?k?opy|fotocopi|foto\s+kopi|f\.?c\.?|copy|kopi)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hal:
    """One line as what it asks for: its words, when it is asked, and for which variants."""

    kata: frozenset[str]
    keadaan: tuple[str, ...]
    untuk: frozenset[str]


def rearranged(
    before: Sequence[Syarat], after: Sequence[Syarat], variants: frozenset[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """Positions of the lines on each side that ask for what the other side asks for, too."""
    old = [_thing(item, variants) for item in before]
    new = [_thing(item, variants) for item in after]
    stayed = set(old) & set(new)
    return (
        frozenset(n for n, item in enumerate(old) if _is_there(item, old, new, stayed)),
        frozenset(n for n, item in enumerate(new) if _is_there(item, new, old, stayed)),
    )


def _thing(item: Syarat, variants: frozenset[str]) -> Hal:
    choices = [
        text
        for choice in item.salah_satu or ()
        for text in ("salah satu", choice.berkas, choice.bentuk, choice.jumlah, choice.bila)
    ]
    said = " ".join(filter(None, [item.berkas, item.bentuk, item.jumlah, *choices]))
    kept = frozenset(words(_COPY.sub("fotokopi", said))) - _EMPTY
    when = (item.wajib, *words(item.bila or ""))
    return Hal(kept, when, frozenset(item.untuk) or variants)


def _is_there(item: Hal, own: Sequence[Hal], others: Sequence[Hal], stayed: set[Hal]) -> bool:
    return all(
        _is_asked(item.kata, *(list(_asked(side, item, variant, stayed)) for side in (own, others)))
        for variant in item.untuk
    )


def _asked(
    side: Sequence[Hal], item: Hal, variant: str, stayed: set[Hal]
) -> Iterator[tuple[frozenset[str], bool]]:
    """What a side asks for in the same case; and whether that line is on both sides as it is."""
    for hal in side:
        if hal.keadaan == item.keadaan and variant in hal.untuk:
            yield hal.kata, hal in stayed


Asked = list[tuple[frozenset[str], bool]]


def _is_asked(kata: frozenset[str], own: Asked, others: Asked) -> bool:
    if any(kata == other for other, _ in others):
        return True
    # Only lines that changed can be parts or wholes: one that stayed as it was asked for its own.
    changed = [other for other, is_same in others if not is_same]
    if _made_of(kata, changed):
        return True
    mine = [words for words, is_same in own if not is_same]
    return any(kata < whole and _made_of(whole, mine) for whole in changed)


def _made_of(whole: frozenset[str], parts: Sequence[frozenset[str]]) -> bool:
    """Whether a line is two or more others, with nothing added and nothing left."""
    fitting = {part for part in parts if part < whole}
    return len(fitting) > 1 and frozenset().union(*fitting) == whole
