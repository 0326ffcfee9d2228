"""One side of a comparison: the records that could be read, and the ids of those that could not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ...data.catalog import Catalog, catalog_of
from ...data.check import Entry
from ...data.draft import Draft, read
from ...data.files import Folder, folder_of
from ...data.model import Formulir, Instansi, Peraturan, Sop
from ...data.rules import run
from .. import gittree, migrasi

Record = TypeVar("Record", bound=BaseModel)


@dataclass(frozen=True)
class State:
    """The data at one moment."""

    sop: Mapping[str, Sop] = field(default_factory=dict)
    instansi: Mapping[str, Instansi] = field(default_factory=dict)
    peraturan: Mapping[str, Peraturan] = field(default_factory=dict)
    formulir: Mapping[str, Formulir] = field(default_factory=dict)
    lain: Mapping[str, BaseModel] = field(default_factory=dict)
    # Regulations that only the library of the program has.
    pustaka: frozenset[str] = frozenset()
    # A broken file is there all the same: it must not look as if somebody had removed it.
    rusak: frozenset[str] = frozenset()
    # Findings need data without problems; None where there are some, or nobody asked.
    katalog: Catalog | None = None


def of_draft(draft: Draft) -> State:
    """The readable part of a draft."""
    kinds: tuple[tuple[str, set[str], Mapping[str, object]], ...] = (
        ("sop", draft.sop_ids, draft.sop),
        ("instansi", draft.instansi_ids, draft.instansi),
        ("peraturan", draft.peraturan_ids, draft.peraturan),
        ("formulir", draft.formulir_ids, draft.formulir),
    )
    broken = {f"{kind}:{i}" for kind, ids, read in kinds for i in ids - set(read)}
    return State(
        sop=_records(draft.sop),
        instansi=_records(draft.instansi),
        peraturan=_records(draft.peraturan),
        formulir=_records(draft.formulir),
        lain={
            name: entry.record
            for name, entry in (
                ("istilah", draft.istilah),
                ("topik", draft.topik),
                ("audiens", draft.audiens),
                ("masalah", draft.masalah),
                ("situs", draft.situs),
            )
            if entry
        },
        pustaka=draft.pustaka,
        rusak=frozenset(broken),
    )


def of_catalog(catalog: Catalog) -> State:
    """A checked catalogue as one side of a comparison."""
    return State(
        catalog.sop, catalog.instansi, catalog.peraturan, catalog.formulir, katalog=catalog
    )


def of_folder(root: Path | Folder, is_checked: bool = False) -> State:
    """What `sop_data/` and `forms/` below a folder hold; nothing where there is no data."""
    if isinstance(root, Path):
        data, forms = folder_of(root / "sop_data"), folder_of(root / "forms")
    else:
        data, forms = root.below("sop_data"), root.below("forms")
    if not data.files:
        return State()
    draft, problems = read(data, forms)
    state = of_draft(draft)
    if is_checked and not problems and not run(draft):
        return replace(state, katalog=catalog_of(draft))
    return state


def of_commit(repository: Path, commit: str, is_checked: bool = False) -> State:
    """What a commit holds; what was written in older words is compared in today's."""
    files = migrasi.upgraded(gittree.tree(repository, commit))
    return of_folder(Folder("", files), is_checked)


def _records(entries: Mapping[str, Entry[Record]]) -> dict[str, Record]:
    return {key: entries[key].record for key in sorted(entries)}
