"""Names in place of ids: a reviewer knows kinds of a service, places and groups by name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...data.model import Formulir, Instansi, Jam, Komponen, Langkah, Sop
from ...data.model.dasar import Dasar
from ...data.model.formulir import DasarFormulir, Isian, TampilBila
from ...data.model.istilah import BerkasAudiens, BerkasTopik
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


def topics(*states: State) -> dict[str, str]:
    """What topics are called, by id."""
    found: dict[str, str] = {}
    for state in states:
        record = state.lain.get("topik")
        if isinstance(record, BerkasTopik):
            found |= {item.id: item.nama for item in record.topik}
    return found


def services(*states: State) -> dict[str, str]:
    """Names of the SOPs, by id."""
    return {key: sop.nama for state in states for key, sop in state.sop.items()}


@dataclass(frozen=True)
class Nama:
    """What ids of two versions of an SOP are called: one table for both.

    So a changed name is told once, where it is, and not at every place that refers to it.
    """

    jenis: Mapping[str, str]
    tempat: Mapping[str, str]
    langkah: Mapping[str, str]
    peraturan: Mapping[str, str]
    sop: Mapping[str, str]
    topik: Mapping[str, str]
    pejabat: Mapping[str, str]
    syarat: Mapping[str, str]


def table(old: Sop, new: Sop, *states: State) -> Nama:
    """The names that two versions of an SOP refer to."""
    offices = [s.instansi[new.instansi] for s in states if new.instansi in s.instansi]
    steps = [*old.langkah, *new.langkah]
    return Nama(
        {item.id: item.nama for sop in (old, new) for item in sop.varian},
        {place.id: place.nama for office in offices for place in office.tempat},
        {step.id: f"“{shortened(step.kegiatan, 50)}”" for step in steps},
        {key: law.judul for state in states for key, law in state.peraturan.items()},
        services(*states),
        topics(*states),
        {who.id: f"{who.jabatan}, {who.nama}" for office in offices for who in office.pejabat},
        {item.id: f"“{item.berkas}”" for sop in (old, new) for item in sop.persyaratan if item.id},
    )


def spoken(sop: Sop, names: Nama) -> Sop:
    """The SOP with names where its values have ids of kinds, places, steps and regulations."""
    update: dict[str, object] = {
        key: [_item(item, names) for item in getattr(sop, key)]
        for key in ("persyaratan", "siapa", "produk", "kanal", "jam", "temuan_pembaca")
    }
    for key in type(sop).model_fields:
        if isinstance(value := getattr(sop, key), Komponen):
            update[key] = _item(value, names)
    update["topik"] = names.topik.get(sop.topik, sop.topik)
    for key in ("bukan_di_sini", "keterkaitan"):
        items = [_item(item, names) for item in getattr(sop, key)]
        update[key] = [i.model_copy(update={"sop": names.sop.get(i.sop, i.sop)}) for i in items]
    for key in ("koreksi", "perubahan"):
        notes = getattr(sop, key)
        update[key] = [n.model_copy(update={"pada": placed(n.pada, names)}) for n in notes]
    update["langkah"] = [_step(step, names) for step in sop.langkah]
    signed = sop.dokumen.disahkan_oleh
    if signed:
        who = names.pejabat.get(signed.pejabat or "", signed.pejabat)
        signed = signed.model_copy(update={"pejabat": who})
        update["dokumen"] = sop.dokumen.model_copy(update={"disahkan_oleh": signed})
    tariffs = [_item(item, names) for item in sop.biaya.tarif]
    update["biaya"] = _item(sop.biaya.model_copy(update={"tarif": tariffs}), names)
    if sop.tempat:
        counter = names.tempat.get(sop.tempat.loket or "", sop.tempat.loket)
        update["tempat"] = _item(sop.tempat.model_copy(update={"loket": counter}), names)
    if sop.jangka_waktu:
        update["jangka_waktu"] = _item(sop.jangka_waktu, names)
    return sop.model_copy(update=update)


def placed(pada: str, names: Nama) -> str:
    """A place as notes write it, such as `langkah[periksa].waktu`, in words."""
    found = _PLACE.fullmatch(pada)
    if not found:
        return pada
    kind, pick, key = found.groups()
    called = {"langkah": names.langkah, "persyaratan": names.syarat}.get(kind, {})
    which = f"{_KINDS.get(kind, kind.replace('_', ' '))} {called.get(pick, pick)}"
    return f"{key.replace('_', ' ')} {which}" if key else which


_PLACE = re.compile(r"([a-z_]+)\[([a-z0-9-]+)\](?:\.([a-z_]+))?")
_KINDS = {"persyaratan": "syarat", "dasar_hukum": "dasar hukum", "produk": "hasil layanan"}


def spoken_form(form: Formulir, names: Mapping[str, str]) -> Formulir:
    """The form with names of SOPs in place of their ids."""

    def basis(item: DasarFormulir) -> DasarFormulir:
        return item.model_copy(update={"sop": names.get(item.sop or "", item.sop)})

    asked = {item.id: item for item in form.isian}
    sections = []
    for section in form.bagian:
        fields = []
        for item in section.isian:
            when = _shown_when(item.tampil_bila, asked) if item.tampil_bila else None
            fields.append(item.model_copy(update={"tampil_bila": when}))
        sections.append(section.model_copy(update={"isian": fields}))
    update: dict[str, object] = {
        "layanan": [names.get(key, key) for key in form.layanan],
        "dasar": [basis(item) for item in form.dasar],
        "bagian": sections,
    }
    return form.model_copy(update=update)


def _shown_when(when: TampilBila, asked: Mapping[str, Isian]) -> TampilBila:
    field = asked.get(when.isian)
    if field is None:
        return when
    options = {option.id: option.label for option in field.pilihan}
    update = {
        "isian": field.label,
        "sama_dengan": options.get(when.sama_dengan or "", when.sama_dengan),
        "salah_satu": [options.get(key, key) for key in when.salah_satu],
    }
    return when.model_copy(update=update)


def spoken_office(office: Instansi, names: Mapping[str, str]) -> Instansi:
    """The office with names of its SOPs in the order that it wants."""
    order = [names.get(f"{office.id}/{slug}", slug) for slug in office.urutan]
    return office.model_copy(update={"urutan": order})


def _step(step: Langkah, names: Nama) -> Langkah:
    why = step.bukan_waktu_tunggu
    return step.model_copy(update={"bukan_waktu_tunggu": _item(why, names)}) if why else step


def _item(item: BaseModel, names: Nama) -> Any:
    update: dict[str, object] = {}
    if isinstance(bases := getattr(item, "dasar", None), list):
        update["dasar"] = [_basis(basis, names) for basis in bases]
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
