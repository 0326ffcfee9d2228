"""What of an SOP is the document's own words, each with its place and the words of the source."""

import re
from collections.abc import Iterator

from ..alamat import names
from ..correction import held
from ..model import Rekaman, Sop
from ..tanggal import BULAN
from .labels import NOT_TRANSCRIBED, STEP_CELLS, TRANSCRIBED
from .passage import normal

# A part without a heading of its own is headed by us.
_OWN_TITLE = re.compile(r"bagian_lain\[\d+\]\.judul")


def transcribed(sop: Sop) -> dict[str, tuple[str, ...]]:
    """Every value from the document by its place, as the source writes it (one of the forms)."""
    fixes = {held(sop, fix.pada, fix.menjadi): fix for fix in sop.koreksi}
    changes = {
        held(sop, change.pada, change.menjadi): change for change in sop.perubahan if change.menjadi
    }
    values: dict[str, tuple[str, ...]] = {}
    for place, value in _walk(sop, "", {*fixes, *changes}):
        if _OWN_TITLE.fullmatch(place):
            continue
        fix, change = fixes.get(place), changes.get(place)
        if change and normal(change.menjadi or "") == normal(value):
            # The office decided so after the document was copied; the copy still says the old,
            # or nothing at all.
            old = fix.tertulis if fix and fix.menjadi == change.dari else change.dari
            if old:
                values[place] = tuple(_forms(place, old))
        elif fix and normal(fix.menjadi) == normal(value):
            values[place] = (normal(fix.tertulis),)
        else:
            values[place] = tuple(_forms(place, value))
    return values


def _forms(place: str, value: str) -> Iterator[str]:
    if "tanggal_" in place or place.endswith(".tanggal"):
        yield from _date_forms(value)
    else:
        yield normal(value)


def _walk(record: Rekaman, path: str, corrected: set[str]) -> Iterator[tuple[str, str]]:
    for name in type(record).model_fields:
        if (path == "" and name not in TRANSCRIBED) or name in NOT_TRANSCRIBED:
            continue
        value, place = getattr(record, name), f"{path}{name}"
        if name == "pelaksana" and path:
            continue  # Who does a step is a reading of the document, not its words.
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, Rekaman):
            yield from _walk(value, f"{place}.", corrected)
        elif isinstance(value, dict):
            yield from ((f"{place}[{key}]", text) for key, text in value.items())
        elif isinstance(value, list):
            yield from _walk_list(value, place, corrected, whole=name in STEP_CELLS)


def _walk_list(
    items: list[object], place: str, corrected: set[str], whole: bool
) -> Iterator[tuple[str, str]]:
    texts = [item for item in items if isinstance(item, str)]
    has_ids = bool(items) and "id" in getattr(type(items[0]), "model_fields", ())
    picks = names(items, place.rpartition(".")[2]) if has_ids else []
    if texts and (whole or place in corrected):
        yield place, ", ".join(texts)
        return
    for number, item in enumerate(items, start=1):
        if isinstance(item, str):
            yield f"{place}[{number}]", item
        elif isinstance(item, Rekaman) and getattr(item, "kolom", "ya") == "ya":
            yield from _walk(item, f"{place}[{picks[number - 1] if picks else number}].", corrected)


def _date_forms(date: str) -> Iterator[str]:
    year, month, day = (*date.removeprefix("--").split("-"), "", "")[:3]
    if date.startswith("--"):
        year, month, day = "", year, month
    if not month:
        yield year
        return
    name = BULAN[int(month) - 1].casefold()
    yield f"{day and int(day)} {name} {year}".strip()
    if day:
        yield f"{day} {name} {year}".strip()
        yield f"{day}-{name[:3]}-{year[2:]}"
