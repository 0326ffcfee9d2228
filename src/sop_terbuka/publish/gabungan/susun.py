"""Brings together what many sites offer: like services as one, by topic; offices by region.

Nothing is named that nobody has named: a province is called as the list of sites says, else as an
office of it calls itself, else by its code.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from ...data.alamat import slug
from ...data.pustaka import library
from .terima import SitusTerima

NO_CODE = "lain"
_MAX_NAMES = 40


@dataclass(frozen=True)
class Dinas:
    """One office of one site; `alamat` is that of its page there."""

    nama: str
    disebut: str
    daerah: str
    kode: str
    alamat: str
    jumlah: int

    @property
    def provinsi(self) -> str:
        """The first two figures of the region's code."""
        return self.kode[:2] or NO_CODE


@dataclass(frozen=True)
class Tawaran:
    """A service at one office."""

    nama: str
    alamat: str
    dinas: Dinas


@dataclass(frozen=True)
class Kelompok:
    """A service with every office that offers it, in the order of their regions."""

    kunci: str
    nama: str
    ringkasan: str
    sebutan: tuple[str, ...]
    topik: str
    tawaran: tuple[Tawaran, ...]


@dataclass(frozen=True)
class Topik:
    """A topic and its services, those of most offices first."""

    id: str
    nama: str
    kelompok: tuple[Kelompok, ...]


@dataclass(frozen=True)
class Wilayah:
    """The offices whose codes begin alike."""

    kode: str
    nama: str
    dinas: tuple[Dinas, ...]

    @property
    def daerah(self) -> tuple[str, ...]:
        """The regions' own names, each once."""
        return tuple(dict.fromkeys(office.daerah for office in self.dinas))


@dataclass(frozen=True)
class Gabungan:
    """Everything that the sites give, arranged."""

    kelompok: tuple[Kelompok, ...]
    topik: tuple[Topik, ...]
    wilayah: tuple[Wilayah, ...]
    dinas: tuple[Dinas, ...]


def arranged(sites: Iterable[SitusTerima], named: Mapping[str, str]) -> Gabungan:
    """The sites' services and offices as one whole; `named` are regions that the list names."""
    offices: list[Dinas] = []
    topics: dict[str, list[str]] = {}
    offers: dict[str, list[tuple[Tawaran, str, Sequence[str], str]]] = {}
    for site in sites:
        counts = Counter(one.instansi for one in site.layanan)
        own = {
            office.id: Dinas(
                office.nama, office.disebut, office.daerah, office.kode_wilayah or "",
                f"{site.alamat}{office.id}/", counts[office.id],
            )
            for office in site.dinas
        }  # fmt: skip
        offices += own.values()
        for topic in site.tentang.topik:
            topics.setdefault(topic.id, []).append(topic.nama)
        for one in site.layanan:
            offer = Tawaran(one.nama, site.alamat + one.url, own[one.instansi])
            # Services without a key are one where they have one name.
            key = one.layanan or f"~{one.nama.casefold()}"
            offers.setdefault(key, []).append((offer, one.ringkasan, one.sebutan, one.topik))
    groups = _groups(offers)
    offices.sort(key=_by_region)
    return Gabungan(groups, _topics(groups, topics), _regions(offices, named), tuple(offices))


def _groups(
    offers: dict[str, list[tuple[Tawaran, str, Sequence[str], str]]],
) -> tuple[Kelompok, ...]:
    found, taken = [], set()
    # Keys before names, so that a name never takes the address of a key.
    for key, listed in sorted(offers.items(), key=lambda item: (item[0][0] == "~", item[0])):
        name = _usual(offer.nama for offer, *_ in listed)
        stem = slug(name) or "layanan" if key[0] == "~" else key
        made, number = stem, 1
        while made in taken:
            number += 1
            made = f"{stem}-{number}"
        taken.add(made)
        called = Counter(word for _, _, words, _ in listed for word in dict.fromkeys(words))
        words = sorted(called, key=lambda word: (-called[word], word))[:_MAX_NAMES]
        group = Kelompok(
            made, name, _usual(text for _, text, *_ in listed), tuple(words),
            _usual(topic for *_, topic in listed),
            tuple(sorted((o for o, *_ in listed), key=lambda o: (*_by_region(o.dinas), o.alamat))),
        )  # fmt: skip
        found.append(group)
    return tuple(sorted(found, key=lambda g: (-len(g.tawaran), g.nama, g.kunci)))


def _topics(groups: Iterable[Kelompok], named: Mapping[str, Sequence[str]]) -> tuple[Topik, ...]:
    by_topic: dict[str, list[Kelompok]] = {}
    for group in groups:
        by_topic.setdefault(group.topik, []).append(group)
    known = [name for name in library().topik if name in by_topic]
    # One site's own words for a topic come behind those that more services stand under.
    others = sorted(by_topic.keys() - set(known), key=lambda name: (-len(by_topic[name]), name))
    return tuple(
        Topik(name, _topic(name, named.get(name, ())), tuple(by_topic[name]))
        for name in known + others
    )


def _topic(name: str, named: Sequence[str]) -> str:
    """A topic as the library calls it, else as most sites do, else by the words of its id."""
    shared = library().topik.get(name)
    words = shared.at(("nama",)).value if shared else None
    if not isinstance(words, str):
        words = _usual(named) if named else name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _regions(offices: Sequence[Dinas], named: Mapping[str, str]) -> tuple[Wilayah, ...]:
    by_code: dict[str, list[Dinas]] = {}
    for office in offices:
        by_code.setdefault(office.provinsi, []).append(office)
    return tuple(
        Wilayah(code, named.get(code) or _region(code, by_code[code]), tuple(by_code[code]))
        # Figures before the offices without a code.
        for code in sorted(by_code)
    )


def _region(code: str, offices: Iterable[Dinas]) -> str:
    if code == NO_CODE:
        return "Tanpa kode wilayah"
    own = [office.daerah for office in offices if office.kode == code]
    return _usual(own) if own else f"Kode wilayah {code}"


def _usual(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))


_by_region = attrgetter("provinsi", "kode", "daerah", "nama", "alamat")
