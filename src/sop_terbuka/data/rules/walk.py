"""Walks over all that a draft holds: every basis of every fact."""

from collections.abc import Iterator
from typing import Any

from ..check import Entry, Path
from ..draft import Draft
from ..model import Dasar, Rekaman, Sop


def bases(record: Rekaman | Sop, path: Path = ()) -> Iterator[tuple[Path, Dasar]]:
    """Every basis of a fact in a record, with its path."""
    for key in type(record).model_fields:
        yield from _bases(getattr(record, key), (*path, key))


def _bases(value: object, path: Path) -> Iterator[tuple[Path, Dasar]]:
    if isinstance(value, Dasar):
        yield path, value
    elif isinstance(value, Rekaman):
        yield from bases(value, path)
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _bases(item, (*path, n))


def all_bases(draft: Draft) -> Iterator[tuple[Entry[Any], Path, Dasar]]:
    """Every basis of a fact in the SOPs and the offices, with its file and path."""
    for kind in (draft.sop, draft.instansi):
        for entry in kind.values():
            for path, dasar in bases(entry.record):
                yield entry, path, dasar
