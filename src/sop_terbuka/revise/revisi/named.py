"""Names in place of ids: a reviewer knows kinds of a service, places and groups by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from ...data.model import Jam, Sop
from ...data.model.dasar import Dasar
from ...data.model.istilah import BerkasAudiens
from .state import State
from .text import shortened


def groups(*states: State) -> dict[str, str]:
    """Whom services are for, by id; the later state's names win."""
    found = {"internal": "petugas dinas"}
    for state in states:
        record = state.lain.get("audiens")
        if isinstance(record, BerkasAudiens):
            found |= {item.id: item.nama for item in record.audiens}
        elif state.katalog is not None:
            found |= {item.id: item.nama for item in state.katalog.audiens}
    return found


def forms(*states: State) -> dict[str, str]:
    """Titles of the forms, by id."""
    return {key: form.judul for state in states for key, form in state.formulir.items()}


@dataclass(frozen=True)
class Nama:
    """What ids of two versions of an SOP are called: one table for both.

    So a changed name is told once, where it is, and not at every place that refers to it.
    """

    jenis: Mapping[str, str]
    tempat: Mapping[str, str]
    langkah: Mapping[str, str]
    peraturan: Mapping[str, str]


def table(old: Sop, new: Sop, *states: State) -> Nama:
    """The names that two versions of an SOP refer to."""
    offices = [s.instansi[new.instansi] for s in states if new.instansi in s.instansi]
    steps = [*old.langkah, *new.langkah]
    return Nama(
        {item.id: item.nama for sop in (old, new) for item in sop.varian},
        {place.id: place.nama for office in offices for place in office.tempat},
        {step.id: f"“{shortened(step.kegiatan, 50)}”" for step in steps},
        {key: law.judul for state in states for key, law in state.peraturan.items()},
    )


def spoken(sop: Sop, names: Nama) -> Sop:
    """The SOP with names where its values have ids of kinds, places, steps and regulations."""
    update: dict[str, object] = {
        key: [_item(item, names) for item in getattr(sop, key)]
        for key in ("persyaratan", "siapa", "produk", "kanal", "jam")
    }
    tariffs = [_item(item, names) for item in sop.biaya.tarif]
    update["biaya"] = _item(sop.biaya.model_copy(update={"tarif": tariffs}), names)
    if sop.tempat:
        counter = names.tempat.get(sop.tempat.loket or "", sop.tempat.loket)
        update["tempat"] = _item(sop.tempat.model_copy(update={"loket": counter}), names)
    if sop.jangka_waktu:
        update["jangka_waktu"] = _item(sop.jangka_waktu, names)
    return sop.model_copy(update=update)


def _item(item: BaseModel, names: Nama) -> BaseModel:
    update: dict[str, object] = {"dasar": [_basis(b, names) for b in getattr(item, "dasar", [])]}
    for_kinds = getattr(item, "untuk", None)
    if isinstance(for_kinds, list):
        update["untuk"] = [names.jenis.get(key, key) for key in for_kinds]
    if isinstance(item, Jam):
        update["tempat"] = names.tempat.get(item.tempat or "", item.tempat)
    return item.model_copy(update=update)


def _basis(basis: Dasar, names: Nama) -> Dasar:
    step = names.langkah.get(basis.langkah or "", basis.langkah)
    law = names.peraturan.get(basis.peraturan or "", basis.peraturan)
    return basis.model_copy(update={"langkah": step, "peraturan": law})
