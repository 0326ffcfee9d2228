"""Judging two wordings: the same but for spelling, alike, or different."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+", re.UNICODE)
_SHORTEST_TYPO = 4
_ALIKE = 0.8


def words(text: str) -> list[str]:
    """The words of a text without case and punctuation."""
    return _WORDS.findall(text.casefold())


def is_typo(before: str, after: str) -> bool:
    """Whether two texts differ only in spelling, case, spacing or punctuation.

    A changed figure or a changed short word ("dan", "atau", "tidak") is never mere spelling.
    """
    old, new = words(before), words(after)
    if "".join(old) == "".join(new):
        return True
    return len(old) == len(new) and all(_same_word(a, b) for a, b in zip(old, new, strict=True))


def _same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    if min(len(old), len(new)) < _SHORTEST_TYPO or any(ch.isdigit() for ch in old + new):
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() > _ALIKE


def likeness(before: str, after: str) -> float:
    """How alike two texts are, from 0 to 1, by words and by letters."""
    old, new = words(before), words(after)
    if not old or not new:
        return 0.0
    if old == new:
        return 1.0
    by_word = SequenceMatcher(None, old, new, autojunk=False).ratio()
    by_letter = SequenceMatcher(None, " ".join(old), " ".join(new), autojunk=False)
    return max(by_word, by_letter.ratio() if by_letter.quick_ratio() > by_word else 0.0)


def share(part: str, whole: str) -> float:
    """Which share of a text's words also stands in another text."""
    wanted, there = words(part), set(words(whole))
    return sum(word in there for word in wanted) / len(wanted) if wanted else 0.0


def shortened(text: str, length: int = 60) -> str:
    """The text on one line, cut at a word where it is longer."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    return plain[: length - 1].rsplit(" ", 1)[0].rstrip(" ,.;:(") + "…"


def joined(items: Sequence[str]) -> str:
    """A list as a sentence says it: `a, b dan c`."""
    return " dan ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
