"""A search index in parts, of which a query loads the head, the words asked for and what is shown.

Called by indeks; `pencari-bagian.js` reads it. What is the same at many offices stands together, so
that the numbers of its entries are one run. Numbers that rise are packed as steps from the one
before, the first from -2, and a negative number stands for so many steps of one. Other numbers
stand as they are; a negative one repeats the last so many times (offices: rising by one).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from .. import assets
from .entri import SHOWN, Entri
from .kata import words

# Raw bytes of a part with words, and the entries of a part with what is shown.
_PART_BYTES = 10_000
_BLOCK = 16
_FIELDS = ("judul", "sebutan", "ringkas", "isi")
_BEFORE = -2


Spans = list[tuple[int, int]]
Packed = list[int]


class _Rising:
    """Numbers that rise, packed while they come."""

    __slots__ = ("last", "packed")

    def __init__(self) -> None:
        self.last = _BEFORE
        self.packed: Packed = []

    def add(self, number: int) -> None:
        if number != self.last + 1:
            self.packed.append(number - self.last)
        elif self.packed and self.packed[-1] < 0:
            self.packed[-1] -= 1
        else:
            self.packed.append(-1)
        self.last = number


# Of each word: where it stands, by field and how often.
_Found = dict[str, dict[tuple[int, int], _Rising]]
# Of each first word: the whole names that begin with it.
_Names = dict[str, dict[str, _Rising]]


def parts(
    entries: Sequence[Entri],
    leads: Mapping[int, Spans],
    groups: Sequence[Sequence[Any]],
    head: Mapping[str, Any],
) -> Iterator[tuple[str, bytes]]:
    """The files of the index by address, the head last."""
    found, lengths, mean = _indexed(entries)
    starts: list[str] = []
    letters: dict[str, list[str]] = {}
    for word in sorted(found):
        letters.setdefault(word[0], []).append(word)
    cards = [entry.kartu for entry in entries] + [list(group[2:]) for group in groups]
    made = chain(
        ((f"huruf-{letter}", dump(" ".join(own))) for letter, own in letters.items()),
        (
            (f"kartu-{at // _BLOCK}", dump(cards[at : at + _BLOCK]))
            for at in range(0, len(cards), _BLOCK)
        ),
        _word_parts(found, _named(entries), starts),
    )
    files = list(made)
    # A head of yesterday, as a browser may keep it, never finds parts of today behind its numbers.
    edition = hashlib.sha256(b"".join(content for _, content in files)).hexdigest()[:8]
    yield from ((f"search/{address}.{edition}.json", content) for address, content in files)
    offices = {office: n for n, office in enumerate(head["kantor"], 1)}
    whole_head = {
        **head,
        "bagian": edition,
        "jumlah": len(entries),
        "rerata": mean,
        "panjang": [_repeated(field, 0) for field in lengths],
        "bobot": _repeated([round(entry.bobot * 100) for entry in entries], 0),
        "kepunyaan": _repeated([_office(entry.alamat, offices) for entry in entries], 1),
        "kelompok": [group[:2] for group in groups],
        "ke": list(leads.items()),
        "padanan": [
            [entry.judul, *entry.sebutan.split("|")[: entry.padanan]]
            for entry in entries
            if entry.padanan
        ],
        "istilah": _run(entries, "istilah/"),
        "bukan": _run(entries, "bukan:"),
        "kata": starts,
        "huruf": "".join(letters),
        "blok": _BLOCK,
    }
    yield assets.INDEX, dump(whole_head)


def dump(value: object) -> bytes:
    """JSON without spaces."""
    return _text(value).encode("utf-8")


def _indexed(entries: Iterable[Entri]) -> tuple[_Found, list[list[int]], list[float]]:
    """Where each word stands, how long each field of each entry is, and how long on average."""
    found: _Found = {}
    lengths: list[list[int]] = [[] for _ in _FIELDS]
    mean = [0.0 for _ in _FIELDS]
    for number, entry in enumerate(entries):
        for at, name in enumerate(_FIELDS):
            text: str = getattr(entry, name)
            counts = Counter(words(text))
            lengths[at].append(_stepped(len(counts)))
            # As the script does it, to the last digit.
            if text or name in SHOWN:
                mean[at] = (mean[at] * number + len(counts)) / (number + 1)
            for word, times in counts.items():
                fields = found.setdefault(word, {})
                fields.setdefault((at, times), _Rising()).add(number)
    return found, lengths, mean


def _stepped(length: int) -> int:
    """A length in steps that grow with it, as the script has them: 7, 8, 10, ..., 16, 20, ..."""
    step = 1 << max(0, length.bit_length() - 3)
    return length // step * step


def _named(entries: Iterable[Entri]) -> _Names:
    """The whole names of entries; a title that begins with a name of it adds none."""
    found: _Names = {}
    for number, entry in enumerate(entries):
        called = entry.sebutan.split("|")
        if not called[0] or not entry.judul.startswith(called[0]):
            called.append(entry.judul)
        for name in dict.fromkeys(" ".join(words(text)) for text in called):
            if name:
                own = found.setdefault(name.split(" ", 1)[0], {})
                own.setdefault(name, _Rising()).add(number)
    return found


def _word_parts(found: _Found, names: _Names, starts: list[str]) -> Iterator[tuple[str, bytes]]:
    """The parts with words and names that begin with them; notes the word each begins with."""
    made: list[str] = []
    called: list[str] = []
    size = 0
    for word in sorted(found):
        if size > _PART_BYTES:
            yield f"kata-{len(starts) - 1}", _part(made, called)
            made, called, size = [], [], 0
        if not made:
            starts.append(word)
        made.append(f'"{word}":{_text(_fields(found.pop(word)))}')
        if word in names:
            own = {name: rising.packed for name, rising in names.pop(word).items()}
            called.append(f'"{word}":{_text(own)}')
            size += len(called[-1])
        size += len(made[-1])
    yield f"kata-{len(starts) - 1}", _part(made, called)


def _part(made: list[str], called: list[str]) -> bytes:
    return f'{{"kata":{{{",".join(made)}}},"nama":{{{",".join(called)}}}}}'.encode()


def _fields(places: Mapping[tuple[int, int], _Rising]) -> list[Any]:
    """Of each field the entries with the word once, then lists of those with it more often."""
    fields: list[Any] = [0] * len(_FIELDS)
    for (at, times), rising in sorted(places.items()):
        own = fields[at] or []
        own += rising.packed if times == 1 else [[times, *rising.packed]]
        fields[at] = own
    return fields


def _repeated(values: Iterable[int], by: int) -> Packed:
    """Numbers of any order, a negative one for so many that follow, each higher by `by`."""
    packed: Packed = []
    last: int | None = None
    for value in values:
        if last is None or value != last + by:
            packed.append(value)
        elif packed[-1] < 0:
            packed[-1] -= 1
        else:
            packed.append(-1)
        last = value
    return packed


def _office(address: str, offices: Mapping[str, int]) -> int:
    """Which office an address belongs to, counted from one; 0 for none."""
    while address and address not in offices:
        address = address.rpartition("/")[0]
    return offices.get(address, 0)


def _run(entries: Sequence[Entri], begin: str) -> tuple[int, int]:
    """Where the entries of a kind begin and end: they stand together."""
    found = [n for n, entry in enumerate(entries) if entry.alamat.startswith(begin)]
    return (found[0], found[-1] + 1) if found else (0, 0)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
