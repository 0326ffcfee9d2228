"""Where a proposal's addresses lead in a file's plain values, and what stands there now."""

from dataclasses import dataclass

from ...data.alamat import PART, position
from ...data.alamat import slug as named
from .. import edit
from .berkas import PerubahanUsulan, part_of, words
from .rekaman import default
from .tabel import JENIS, OFFICE, Bagian


@dataclass(frozen=True)
class Bentrok:
    """A proposed change whose place says something else by now, with all three values."""

    pada: str
    dari: str | None
    kini: str | None
    menjadi: str | None
    sebab: str = ""


def located(record: edit.Plain, pada: str) -> edit.Path | None:
    """The path of an address; its last part need not be there yet."""
    path: list[int | str] = []
    current: edit.Plain | None = record
    parts = pada.removeprefix(OFFICE).split(".")
    for n, part in enumerate(parts):
        match = PART.fullmatch(part)
        if match is None or not isinstance(current, dict):
            return None
        path.append(match["key"])
        current = current.get(match["key"])
        pick = match["pick"]
        if pick == "+":
            path.append(len(current) if isinstance(current, list) else 0)
            return tuple(path)
        if pick is not None:
            items = current if isinstance(current, list) else []
            at = position(items, match["key"], pick)
            if isinstance(current, dict) and pick in current:
                path.append(pick)
                current = current[pick]
            elif at is None:
                return None
            else:
                path.append(at)
                current = items[at]
        if current is None and n < len(parts) - 1:
            return None
    return tuple(path)


def conflict(record: edit.Plain, item: PerubahanUsulan) -> Bentrok | None:
    """Why a change does not fit what stands there now; None where it does."""
    part, key = part_of(item.pada)
    new = shown(item)
    path = located(record, item.pada)
    if path is None:
        return Bentrok(item.pada, item.dari, None, new, "tempat ini tidak ada lagi")
    if item.is_new:
        return _already_there(record, item, part, path)
    if item.butir and (name := item_name(record, path, part)) != words(item.butir):
        why = f"butir ini kini “{name}”, bukan “{words(item.butir)}”"
        return Bentrok(item.pada, item.dari, text_at(record, path, part, key), new, why)
    now = edit.at(record, path)
    if item.isi is not None:
        return Bentrok(item.pada, None, told(now), new, "sudah ada") if now else None
    if isinstance(now, list) and not _is_whole(part, key):
        return _among(now, item)
    kini = text_at(record, path, part, key)
    if kini is None and part and item.dari == default(part.pada, key):
        return None
    if words(kini) != words(item.dari):
        return Bentrok(item.pada, item.dari, kini, new)
    return None


def text_at(
    record: edit.Plain, path: edit.Path, part: Bagian | None, key: str
) -> str | None:  # fmt: skip
    """What stands at a path, as a proposal quotes it: a record by its name, a list joined."""
    now = edit.at(record, path)
    if isinstance(now, dict):
        return told(now.get(part.judul)) if part and part.judul and not key else None
    return told(now)


def told(value: edit.Plain | None) -> str | None:
    """A value in one text."""
    if isinstance(value, dict):
        return ", ".join(text for item in value.values() if (text := told(item)))
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := told(item)))
    return words(value)


def shown(item: PerubahanUsulan) -> str | None:
    """What a change proposes, in one text."""
    return told(dict(item.isi)) if item.isi else item.menjadi


def item_name(record: edit.Plain, path: edit.Path, part: Bagian | None) -> str | None:
    """The words by which the item is called that a path leads through."""
    numbers = [n for n, step in enumerate(path) if isinstance(step, int)]
    if not part or not part.judul or not numbers:
        return None
    found = edit.at(record, path[: numbers[-1] + 1])
    return told(found.get(part.judul)) if isinstance(found, dict) else None


def _is_whole(part: Bagian | None, key: str) -> bool:
    value = part.of(key) if part else None
    return value is not None and JENIS[value.jenis].bentuk == "banyak"


def _among(now: list[edit.Plain], item: PerubahanUsulan) -> Bentrok | None:
    """A list of texts: the old one is known by its words, a new one must not be there yet."""
    texts = [told(text) for text in now]
    if item.dari is not None and words(item.dari) not in texts:
        return Bentrok(item.pada, item.dari, told(now), item.menjadi)
    if item.menjadi is not None and words(item.menjadi) in texts:
        return Bentrok(item.pada, item.dari, told(now), item.menjadi, "sudah ada")
    return None


def _already_there(
    record: edit.Plain, item: PerubahanUsulan, part: Bagian | None, path: edit.Path
) -> Bentrok | None:
    items = edit.at(record, path[:-1])
    listed = items if isinstance(items, list) else []
    if item.sesudah and position(listed, "langkah", item.sesudah) is None:
        why = f"langkah “{item.sesudah}” tidak ada lagi"
        return Bentrok(item.pada, None, None, shown(item), why)
    new = (item.isi or {}).get(part.judul) if part and part.judul else item.menjadi
    # Two contacts of one kind, or hours on the same days, are no repetition.
    if new is None or (part and part.judul in ("jenis", "hari")):
        return None
    for other in listed:
        name = other.get(part.judul) if part and isinstance(other, dict) else other
        if isinstance(name, str) and named(name) == named(new):
            return Bentrok(item.pada, None, words(name), shown(item), "sudah ada")
    return None
