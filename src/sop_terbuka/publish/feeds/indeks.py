"""The search index as files: in one file while that is the smaller way, else in parts.

Called by site, and by the portal of many sites. One program reads both and finds the same in them:
`pencari.js`, with `pencari-utuh.js` or `pencari-bagian.js` behind it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any
from unicodedata import normalize

from .. import assets
from .bagian import Spans, dump, parts
from .entri import Entri
from .kata import SAME, STOP, words

# What is larger is split: about five offices.
WHOLE_BYTES = 250_000
# As the script has it.
_TITLE = re.compile("[a-z0-9]+")
# Like beside like is packed best, and names near the titles that hold them.
_COLUMNS = ("alamat", "sebutan", "judul", "isi", "ringkas", "bobot", "jenis", "padanan")


@dataclass(frozen=True)
class Isi:
    """Everything that can be searched.

    `kelompok` are shown in place of more than `sedikit` of one; `dikenal` are words that nobody
    misspelt; `kantor` are names of offices by what the addresses of their pages begin with,
    `wilayah` what each of them lies in, where their names do not say it.
    """

    entri: Iterable[Entri]
    kelompok: Mapping[str, Entri]
    dikenal: Sequence[str] = ()
    kantor: Mapping[str, str] = field(default_factory=dict)
    wilayah: Sequence[str] = ()
    sedikit: int = 3


def files(isi: Isi, most: int = WHOLE_BYTES) -> Iterator[tuple[str, bytes]]:
    """Every file of the search by its address: its script, and its index whole or in parts."""
    entries = [_lean(entry) for entry in _in_groups(isi.entri)]
    number = {entry.alamat: n for n, entry in enumerate(entries)}
    leads = {
        n: _spans(number[there] for there in entry.ke)
        for n, entry in enumerate(entries)
        if entry.ke
    }
    groups: list[list[Any]] = [
        [first, many, *isi.kelompok[name].kartu]
        for name, first, many in _groups(entries)
        if many > isi.sedikit and name in isi.kelompok
    ]
    head: dict[str, Any] = {
        "dikenal": isi.dikenal, "kantor": isi.kantor, "abaikan": STOP, "ejaan": SAME,
        "sedikit": isi.sedikit,
    }  # fmt: skip
    if isi.wilayah:
        head["wilayah"] = isi.wilayah
    columns = {name: [getattr(entry, name) for entry in entries] for name in _COLUMNS}
    columns["ke"] = [leads.get(n, 0) for n in range(len(entries))]
    # Nobody goes to what only leads to others.
    columns["alamat"] = ["" if entry.ke else _short(entry) for entry in entries]
    whole = dump(head | {"kelompok": groups, "entri": columns})
    if len(whole) <= most:
        yield assets.WORKER, assets.worker("utuh")
        yield assets.INDEX, whole
        return
    del whole, columns
    yield assets.WORKER, assets.worker("bagian")
    yield from parts(entries, leads, groups, head)


def _in_groups(entries: Iterable[Entri]) -> list[Entri]:
    """The entries with those of one group behind its first."""
    groups: dict[str, list[Entri]] = {}
    for entry in entries:
        groups.setdefault(entry.kelompok or entry.alamat, []).append(entry)
    return [entry for group in groups.values() for entry in group]


def _groups(entries: Iterable[Entri]) -> Iterator[tuple[str, int, int]]:
    """The groups with where they begin and how many they are."""
    first = 0
    for name, own in groupby(entries, key=lambda entry: entry.kelompok or entry.alamat):
        many = sum(1 for _ in own)
        yield name, first, many
        first += many


def _spans(numbers: Iterable[int]) -> Spans:
    """The numbers in their order, those that follow each other as first and how many."""
    spans: Spans = []
    for number in numbers:
        if spans and number == sum(spans[-1]):
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((number, 1))
    return spans


def _short(entry: Entri) -> str:
    """The address with a star for the title in it: a fortieth of the first search."""
    title = "-".join(_TITLE.findall(normalize("NFKD", entry.judul.lower())))
    return entry.alamat.replace(title, "*", 1) if title else entry.alamat


def _lean(entry: Entri) -> Entri:
    """The entry without names said twice, and words of its text that weigh more elsewhere in it."""
    names: dict[str, str] = {}
    for name in entry.sebutan.split("|"):
        names.setdefault(" ".join(words(name)) if not entry.padanan else name, name)
    known = frozenset(words(f"{entry.judul} {entry.sebutan} {entry.ringkas}"))
    rest = dict.fromkeys(word for word in words(entry.isi) if word not in known)
    return replace(entry, sebutan="|".join(names.values()), isi=" ".join(rest))
