"""All checked data as one immutable catalogue: read, held against every rule, and frozen.

Whoever only wants the data calls `load`; whoever reports problems calls `examine`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from . import terpakai
from .check import Entry
from .draft import Draft, read
from .files import Folder
from .model import Audiens, Formulir, Instansi, Istilah, Masalah, Peraturan, Situs, Sop, Topik
from .problem import DataError, Problem
from .rules import run, run_sources

Record = TypeVar("Record", bound=BaseModel)


@dataclass(frozen=True)
class Catalog:
    """All checked data; ids as keys, in the order of the files' names."""

    sop: Mapping[str, Sop]
    instansi: Mapping[str, Instansi]
    peraturan: Mapping[str, Peraturan]
    formulir: Mapping[str, Formulir]
    istilah: tuple[Istilah, ...]
    topik: tuple[Topik, ...]
    sumber: Mapping[str, tuple[str, ...]]
    situs: Situs = field(default_factory=Situs)
    audiens: tuple[Audiens, ...] = ()
    masalah: tuple[Masalah, ...] = ()
    gambar: Mapping[str, bytes] = field(default_factory=dict)

    def of_office(self, office: str) -> list[Sop]:
        """The SOPs of one office in the order that the office wants."""
        order = {slug: n for n, slug in enumerate(self.instansi[office].urutan)}
        found = self._by_office.get(office, [])
        return sorted(found, key=lambda sop: (order.get(sop.slug, len(order)), sop.id))

    def citing(self, regulation: str) -> list[Sop]:
        """The SOPs whose legal bases name a regulation."""
        return self._citing.get(regulation, [])

    def audience(self, name: str) -> str:
        """Whom an audience's id means, in the middle of a sentence."""
        return self._audiences.get(name) or name.replace("-", " ")

    @cached_property
    def _audiences(self) -> dict[str, str]:
        return {"internal": "petugas"} | {item.id: item.nama for item in self.audiens}

    @cached_property
    def _by_office(self) -> dict[str, list[Sop]]:
        found: dict[str, list[Sop]] = {}
        for sop in self.sop.values():
            found.setdefault(sop.instansi, []).append(sop)
        return found

    @cached_property
    def _citing(self) -> dict[str, list[Sop]]:
        found: dict[str, list[Sop]] = {}
        for sop in self.sop.values():
            for law in dict.fromkeys(basis.peraturan for basis in sop.dasar_hukum):
                if law:
                    found.setdefault(law, []).append(sop)
        return found


def load(folder: Path | Folder, forms: Path | Folder | None = None) -> Catalog:
    """Read and check a data folder; raises DataError with every problem there is."""
    draft, problems = examine(folder, forms)
    if problems:
        raise DataError(problems)
    return catalog_of(draft)


def examine(
    folder: Path | Folder, forms: Path | Folder | None = None
) -> tuple[Draft, list[Problem]]:
    """What a data folder holds, and every problem that reading and the rules find in it."""
    draft, problems = read(folder, forms)
    return draft, problems + run(draft)


def examine_with_sources(
    folder: Path | Folder, forms: Path | Folder | None = None
) -> tuple[Draft, list[Problem]]:
    """As `examine`, and the good SOPs are also compared with the texts they are copied from."""
    draft, problems = examine(folder, forms)
    broken = {problem.berkas for problem in problems}
    shown = f"{folder.name}/sumber"
    sources = {k: text for k, text in draft.sumber.items() if f"{shown}/{k}" not in broken}
    # A value that is wrong anyway would be reported twice.
    good = {key: entry for key, entry in draft.sop.items() if entry.berkas not in broken}
    return draft, problems + run_sources(replace(draft, sop=good, sumber=sources))


def catalog_of(draft: Draft) -> Catalog:
    """The immutable catalogue of a draft without problems."""
    sops, offices = _records(draft.sop), _records(draft.instansi)
    forms, laws = _records(draft.formulir), _records(draft.peraturan)
    known = (*sops.values(), *offices.values(), *forms.values())
    terms = draft.istilah.record.istilah if draft.istilah else ()
    topics = draft.topik.record.topik if draft.topik else ()
    used = frozenset(sop.topik for sop in sops.values())
    return Catalog(
        sop=sops,
        instansi=offices,
        peraturan=MappingProxyType(terpakai.laws(laws, draft.pustaka, known)),
        formulir=forms,
        istilah=tuple(terpakai.terms(terms, draft.istilah_pustaka, known)),
        topik=tuple(terpakai.topics(topics, draft.topik_pustaka, used)),
        gambar=MappingProxyType(draft.gambar),
        audiens=tuple(draft.audiens.record.audiens) if draft.audiens else (),
        masalah=tuple(draft.masalah.record.masalah) if draft.masalah else (),
        sumber=MappingProxyType(draft.sumber),
        situs=draft.situs.record if draft.situs else Situs(),
    )


def _records(entries: dict[str, Entry[Record]]) -> Mapping[str, Record]:
    return MappingProxyType({key: entries[key].record for key in sorted(entries)})
