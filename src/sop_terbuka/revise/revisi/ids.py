"""Ids that were only given: what was already called so by its words has not changed."""

from collections.abc import Sequence
from typing import TypeVar

from ...data.alamat import names
from ...data.correction import canonical
from ...data.model import Instansi, Rekaman, Sop

Record = TypeVar("Record", bound=Rekaman)
_NOTES = ("koreksi", "perubahan", "tanggapan")


def place(key: str, items: Sequence[object], at: int) -> str:
    """The address of an item: by its name where it is a record, by its number where it is text."""
    if isinstance(items[at], Rekaman):
        return f"{key}[{names(items, key.rpartition('.')[2])[at]}]"
    return f"{key}[{at + 1}]"


def settled(old: Record, new: Record) -> Record:
    """The older record with the ids that the newer one has written down for the same items."""
    found = _given(old, new)
    if isinstance(found, Sop) and isinstance(new, Sop):
        found = found.model_copy(update={"biaya": _given(found.biaya, new.biaya)})
        found = found.model_copy(update={key: _renamed(found, new, key) for key in _NOTES})
    if isinstance(found, Instansi) and isinstance(new, Instansi):
        by_id = {place.id: place for place in new.tempat}
        places = [_given(p, by_id[p.id]) if p.id in by_id else p for p in found.tempat]
        found = found.model_copy(update={"tempat": places})
    return found


def _given(old: Record, new: Record) -> Record:
    update = {}
    for key in type(old).model_fields:
        before, after = getattr(old, key), getattr(new, key)
        if before == after or not isinstance(before, list) or not isinstance(after, list):
            continue
        if not all("id" in getattr(type(item), "model_fields", ()) for item in (*before, *after)):
            continue
        written = {item.id for item in after}
        update[key] = [
            item.model_copy(update={"id": name}) if item.id is None and name in written else item
            for item, name in zip(before, names(before, key), strict=True)
        ]
    return old.model_copy(update=update) if update else old


def _renamed(old: Sop, new: Sop, key: str) -> list[Rekaman]:
    """An author's notes with their places by id where the newer file names the same ones so."""
    written = {note.pada for note in getattr(new, key)}
    found = []
    for note in getattr(old, key):
        place = canonical(old, note.pada) if note.pada else note.pada
        found.append(note.model_copy(update={"pada": place}) if place in written else note)
    return found
