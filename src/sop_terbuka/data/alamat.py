"""Names for the items of a list, so that an address never rests on a number that can shift.

An item is called by its own `id`. One that has none yet is called by the id that `sop migrasi`
would write: made from its words, and told apart from its neighbours.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

PART = re.compile(r"(?P<key>[a-z0-9_]+)(?:\[(?P<pick>[a-z0-9-]+|\+)\])?")
PICK = re.compile(r"\[(?P<pick>[a-z0-9-]+)\]")

_LONGEST = 40
_SHORTEST = 3
# Words that an id should not end with, where it is cut.
_OPEN = frozenset(
    {"atau", "bagi", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "untuk", "yang"}
)
# The keys whose words tell an item from its neighbours; the first that is filled, or all of a set.
_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "dasar_hukum": (("peraturan",), ("tertulis",)),
    "jam": (("hari", "untuk"),),
    "kontak": (("jenis",),),
    "langkah": (("kegiatan",),),
    "tarif": (("uraian",),),
    "bukan_di_sini": (("untuk",),),
}
_USUAL = (("berkas",), ("nama",), ("teks",), ("istilah",), ("judul",), ("tertulis",))


def names(items: Sequence[object], key: str) -> list[str]:
    """The id of each item of a list of records: its own, or the one it would get."""
    own = [_own(item) for item in items]
    taken = set(filter(None, own))
    found = []
    for item, written in zip(items, own, strict=True):
        name = written or _free(_made(item, key), taken)
        taken.add(name)
        found.append(name)
    return found


def position(items: Sequence[object], key: str, pick: str) -> int | None:
    """Where the item stands that an address means; numbers from 1 are what older files have."""
    for place, item in enumerate(items):
        if _own(item) == pick:
            return place
    if pick.isdigit():
        return int(pick) - 1 if 1 <= int(pick) <= len(items) else None
    if all(map(_own, items)) or not all(map(_fields, items)):
        return None
    made = names(items, key)
    return made.index(pick) if pick in made else None


# The same words come again with every commit of the history, and for every item of a list.
@lru_cache(maxsize=10_000)
def slug(words: str) -> str:
    """Words as an id: small letters and figures, without what follows a comma, cut at a word."""
    head = re.split(r"[,;:(]", words, maxsplit=1)[0]
    if sum(letter.isalpha() for letter in head) >= _SHORTEST:
        words = head
    # A telephone number changes; what it is for does not.
    words = re.sub(r"[0-9]{7,}", "", words)
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(whole) <= _LONGEST:
        return whole
    parts = (whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]).split("-")
    while len(parts) > 1 and parts[-1] in _OPEN:
        parts.pop()
    return "-".join(parts)


def _free(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _made(item: object, key: str) -> str:
    fields = _fields(item)
    for wanted in _WORDS.get(key, _USUAL):
        words = [text for name in wanted if (text := _text(fields.get(name)))]
        made = slug(" ".join(words))
        if made:
            # A name of figures only would be read as a number in the list.
            return f"butir-{made}" if made.isdigit() else made
    return "butir"


def _own(item: object) -> str | None:
    written = _fields(item).get("id")
    return written if isinstance(written, str) and written else None


def _fields(item: object) -> Mapping[str, object]:
    if isinstance(item, Mapping):
        return item
    return getattr(item, "__dict__", {})


def _text(value: object) -> str:
    if isinstance(value, list):
        # A run of days is called by its ends.
        ends = [str(value[0]), str(value[-1])] if len(value) > 1 else [str(v) for v in value]
        return " ".join(ends)
    return str(value) if value is not None else ""
