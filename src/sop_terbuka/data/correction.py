"""Finds the value that an address speaks of: `langkah[periksa].kegiatan`, `peralatan[2]`."""

import re
from dataclasses import dataclass
from itertools import count

from .alamat import PART, names, position
from .model import Rekaman, Sop
from .words import suggestion

# The last number that an address counts by.
_COUNTED = re.compile(r"(.+)\[([0-9]+)\]([^\[]*)")


@dataclass(frozen=True)
class Unknown:
    """No value stands there; says why, in the author's words."""

    reason: str


def path_to(sop: Sop, pada: str) -> tuple[int | str, ...]:
    """The place of a correction as a path of keys and positions; as far as it can be followed."""
    current: object = sop
    path: list[int | str] = []
    for part in pada.split("."):
        match = PART.fullmatch(part)
        if not match or not hasattr(current, match["key"]):
            break
        path.append(match["key"])
        current = getattr(current, match["key"])
        if match["pick"] is not None:
            listed, current = current, _picked(current, match["key"], match["pick"])
            if current is None:
                break
            path.append(listed.index(current) if isinstance(listed, list) else match["pick"])
    return tuple(path)


def value_at(sop: Sop, pada: str) -> str | Unknown:
    """The text at a place; a list of texts is joined with a comma, as the document's cell is."""
    current: object = sop
    for part in pada.split("."):
        match = PART.fullmatch(part)
        if not match:
            return Unknown(f'"{part}" salah bentuk. Tulis misalnya langkah[periksa].kegiatan.')
        key, pick = match["key"], match["pick"]
        if isinstance(current, list):
            return Unknown("sebut butir daftarnya, misalnya langkah[1] atau langkah[periksa].")
        if not isinstance(current, Rekaman) or key not in type(current).model_fields:
            known = type(current).model_fields if isinstance(current, Rekaman) else ()
            return Unknown(f'"{key}" tidak ada.{suggestion(key, known)}')
        current = getattr(current, key)
        if pick is not None:
            listed, current = current, _picked(current, key, pick)
            if current is None:
                return Unknown(f'"{part}" tidak ada.{suggestion(pick, _picks(listed, key))}')
    if isinstance(current, str):
        return current
    if isinstance(current, list) and current and all(isinstance(item, str) for item in current):
        return ", ".join(current)
    return Unknown("di sana tidak ada teks.")


def held(sop: Sop, pada: str, words: str | None) -> str:
    """The address of a note about some words; where its number shifted, that of where they are now.

    Texts of a list and lines of a worksheet have no id, so a note can only count them.
    """
    place = canonical(sop, pada)
    counted = _COUNTED.fullmatch(place)
    if not counted or words is None or _is_said(sop, place, words):
        return place
    head, _, tail = counted.groups()
    found = []
    for number in count(1):
        moved = f"{head}[{number}]{tail}"
        if not isinstance(path_to(sop, f"{head}[{number}]")[-1], int):
            break
        if _is_said(sop, moved, words):
            found.append(moved)
    return found[0] if len(found) == 1 else place


def _is_said(sop: Sop, pada: str, words: str) -> bool:
    value = value_at(sop, pada)
    return isinstance(value, str) and value.split() == words.split()


def canonical(sop: Sop, pada: str) -> str:
    """The address with every item's id, or the one it would get, also where a number is written."""
    current: object = sop
    parts = []
    for part in pada.split("."):
        match = PART.fullmatch(part)
        if not match or not hasattr(current, match["key"]):
            return pada
        current = getattr(current, match["key"])
        if match["pick"] is not None:
            listed, current = current, _picked(current, match["key"], match["pick"])
            if "id" in getattr(type(current), "model_fields", ()) and isinstance(listed, list):
                part = f"{match['key']}[{_name(listed, match['key'], current)}]"
        parts.append(part)
    return ".".join(parts)


def _name(listed: list[object], key: str, item: object) -> str:
    """What an item of a list is called by; the others are looked at only where it has no id."""
    if own := getattr(item, "id", None):
        return str(own)
    return names(listed, key)[next(n for n, one in enumerate(listed) if one is item)]


def _picked(current: object, key: str, pick: str) -> object | None:
    """One item of a list: by its id, its words or, in older files, its number from 1."""
    if isinstance(current, dict):
        return current.get(pick)
    if not isinstance(current, list):
        return None
    at = position(current, key, pick)
    return current[at] if at is not None else None


def _picks(current: object, key: str) -> list[str]:
    """The names that an item of a list or mapping can be called by."""
    if isinstance(current, dict):
        return list(current)
    items = current if isinstance(current, list) else []
    return names(items, key) if all(isinstance(item, Rekaman) for item in items) else []
