"""How an office is reached, item by item: contacts, hours, places and online doors."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from ...data.model.dasar import Dasar
from . import ids
from .bases import bases
from .pairing import pair
from .record import Dampak, Perubahan
from .text import capital, shortened
from .wording import said

_MARK = re.compile(r"[^\s,;()]+")


class Butir(Protocol):
    """An item of such a list, with who says it."""

    @property
    def id(self) -> str | None:
        """Its id, where it has one."""

    @property
    def dasar(self) -> list[Dasar]:
        """Who says it."""


def items(
    pada: str,
    name: str,
    before: Sequence[Butir],
    after: Sequence[Butir],
    new: Dampak,
    gone: Dampak,
) -> Iterator[Perubahan]:
    """Every item that came, went or differs, with its words.

    No difference is mere spelling here: one letter of an address leads to somebody else.
    """
    if before == after:
        return
    texts = [[said(item) for item in side] for side in (before, after)]
    # What stayed the same first: of two phones with one label, the kept one is no changed one.
    old = [before[i] for i in _without(texts[0], texts[1])]
    now = [(j, after[j]) for j in _without(texts[1], texts[0])]
    pairs = pair(old, [item for _, item in now], _key, said)
    for i, n in pairs.kept:
        j, item = now[n]
        place = ids.place(pada, after, j)
        if _is_same(old[i], item):
            words = f"Cara menulis {name} diubah; isinya tetap"
            yield Perubahan("redaksi", place, words, said(old[i]), said(item))
            continue
        words = f"{capital(name)} diubah"
        yield Perubahan(gone, place, words, said(old[i]), said(item), periksa=True)
        which = f"{name} “{shortened(said(item))}”"
        yield from bases(which, old[i].dasar, item.dasar, place, is_changed=True)
    for i in pairs.gone:
        yield Perubahan(gone, pada, f"{capital(name)} dihapus", said(old[i]), None)
    for n in pairs.new:
        j, item = now[n]
        place = ids.place(pada, after, j)
        yield Perubahan(new, place, f"{capital(name)} ditambahkan", None, said(item))
    yield from _rest(pada, name, before, after, texts)


def _rest(
    pada: str, name: str, before: Sequence[Butir], after: Sequence[Butir], texts: list[list[str]]
) -> Iterator[Perubahan]:
    """Items that say the same, in another order or from another source."""
    same = [text for text in texts[0] if text in texts[1]]
    if same != [text for text in texts[1] if text in texts[0]]:
        yield Perubahan("redaksi", pada, f"Urutan {name} diubah")
    was = dict(zip(texts[0], before, strict=True))
    for j, (text, item) in enumerate(zip(texts[1], after, strict=True)):
        if text in was and was[text] != item:
            place = ids.place(pada, after, j)
            yield from bases(f"{name} “{text}”", was[text].dasar, item.dasar, place)
            if was[text].dasar == item.dasar:
                yield Perubahan("redaksi", place, f"Data {name} “{text}” diubah; artinya tetap")


def _without(texts: list[str], others: list[str]) -> Iterator[int]:
    """The positions of the texts that the other list does not have as often."""
    left = Counter(others)
    for n, text in enumerate(texts):
        if left[text]:
            left[text] -= 1
        else:
            yield n


def _is_same(old: Butir, new: Butir) -> bool:
    """Whether an item only got another form, or a name besides what it said all along."""
    was, now = _marks(old), _marks(new)
    where = [(getattr(item, "nilai", None), getattr(item, "url", None)) for item in (old, new)]
    is_named = where[0] == where[1] and where[0][0] is not None and not Counter(was) - Counter(now)
    return was == now or is_named


def _marks(item: Butir) -> list[str]:
    """All that an item says, letter for letter, whatever stands between and in which order."""
    return sorted(_MARK.findall(said(item)))


def _key(item: Butir) -> str | None:
    return item.id or getattr(item, "jenis", None) or getattr(item, "nama", None)
