"""What of the program's library a site needs: the rest is not published there.

Called by catalog. A site about markets shows no labour law because the library happens to hold it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from .model import Istilah, Peraturan, Topik

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")


def laws(
    known: Mapping[str, Peraturan], shared: frozenset[str], records: Iterable[BaseModel]
) -> dict[str, Peraturan]:
    """The site's own regulations, those its records name, and what these lead to."""
    wanted = [key for key in known if key not in shared]
    wanted += [law for record in records for law in _cited(record)]
    leads: dict[str, list[str]] = {}
    for key, law in known.items():
        leads[key] = leads.get(key, []) + list(law.rujukan_kini)
        leads[key] += [other.id for other in (*law.diubah_oleh, *law.dicabut_oleh) if other.id]
        # An amendment is read with what it amends.
        for other in law.diubah_oleh:
            leads.setdefault(other.id or "", []).append(key)
    found: set[str] = set()
    while wanted:
        key = wanted.pop()
        if key in known and key not in found:
            found.add(key)
            wanted += leads[key]
    return {key: law for key, law in known.items() if key in found}


def terms(
    listed: Iterable[Istilah], shared: frozenset[str], records: Iterable[BaseModel]
) -> Iterator[Istilah]:
    """The site's own terms, those always shown, and those whose words its records use."""
    terms = list(listed)
    unused = {term.id: _names(term) for term in terms if term.id in shared and term.umum != "ya"}
    # Record by record: the words of a whole site would take more room than its records.
    for record in records:
        whole = f" {' | '.join(map(_words, _texts(record)))} "
        folded = whole.casefold()
        unused = {
            key: names
            for key, names in unused.items()
            # An abbreviation is one in capitals only: PA is no pa.
            if not any(n in whole if n.isupper() else n.casefold() in folded for n in names)
        }
    yield from (term for term in terms if term.id not in unused)


def _names(term: Istilah) -> list[str]:
    names = [term.istilah, *([term.kepanjangan] if term.kepanjangan else []), *term.sebutan]
    return [f" {_words(name)} " for name in names]


def topics(listed: Iterable[Topik], order: tuple[str, ...], used: frozenset[str]) -> list[Topik]:
    """The topics that some service has: the site's own first, then in the library's order."""
    places = {key: n for n, key in enumerate(order)}
    return sorted(
        (topic for topic in listed if topic.id in used), key=lambda t: places.get(t.id, -1)
    )


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _cited(value: object) -> Iterator[str]:
    """Every id of a regulation in a record, whichever key of it holds one."""
    if isinstance(value, BaseModel):
        for key, inner in value:
            if key == "peraturan" and isinstance(inner, str):
                yield inner
            else:
                yield from _cited(inner)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _cited(item)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
