"""Finds the value that a correction speaks of: `langkah[periksa].kegiatan`, `peralatan[2]`."""

import re
from dataclasses import dataclass

from .model import Rekaman, Sop
from .words import suggestion

_PART = re.compile(r"^(?P<key>[a-z0-9_]+)(?:\[(?P<pick>[a-z0-9-]+)\])?$")


@dataclass(frozen=True)
class Unknown:
    """No value stands there; says why, in the author's words."""

    reason: str


def path_to(sop: Sop, pada: str) -> tuple[int | str, ...]:
    """The place of a correction as a path of keys and positions; as far as it can be followed."""
    current: object = sop
    path: list[int | str] = []
    for part in pada.split("."):
        match = _PART.match(part)
        if not match or not hasattr(current, match["key"]):
            break
        path.append(match["key"])
        current = getattr(current, match["key"])
        if match["pick"] is not None:
            listed, current = current, _picked(current, match["pick"])
            if current is None:
                break
            path.append(listed.index(current) if isinstance(listed, list) else match["pick"])
    return tuple(path)


def value_at(sop: Sop, pada: str) -> str | Unknown:
    """The text at a place; a list of texts is joined with a comma, as the document's cell is."""
    current: object = sop
    for part in pada.split("."):
        match = _PART.match(part)
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
            listed, current = current, _picked(current, pick)
            if current is None:
                return Unknown(f'"{part}" tidak ada.{suggestion(pick, _picks(listed))}')
    if isinstance(current, str):
        return current
    if isinstance(current, list) and current and all(isinstance(item, str) for item in current):
        return ", ".join(current)
    return Unknown("di sana tidak ada teks.")


def _picked(current: object, pick: str) -> object | None:
    """One item of a list: by its number from 1, or by its id."""
    if isinstance(current, dict):
        return current.get(pick)
    if not isinstance(current, list):
        return None
    if pick.isdigit():
        return current[int(pick) - 1] if 1 <= int(pick) <= len(current) else None
    return next((item for item in current if getattr(item, "id", None) == pick), None)


def _picks(current: object) -> list[str]:
    """The ids that an item of a list or mapping can be named by."""
    if isinstance(current, dict):
        return list(current)
    items = current if isinstance(current, list) else []
    return [item.id for item in items if getattr(item, "id", None)]
