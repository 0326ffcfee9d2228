"""Two states of the data in, everything that differs out, in the order of files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from ...data.model import Sop
from . import cited, judge, named, needs, others, papers, said, steps, touched
from .found import Ditemukan, difference
from .ids import settled
from .pairing import pair
from .record import Berkas, Jenis, Perubahan, Revisi
from .state import State
from .totals import flow, totals
from .touched import Terbitan

Record = TypeVar("Record", bound=BaseModel)
# Findings of a whole state by SOP id; computed elsewhere, so passed in.
Found = Mapping[str, Iterable[Ditemukan]]
Findings = Callable[[State], Found]

# The letterhead has a name of its own; an actor replaced in every step is told as the actor's.
_TOLD_UNDER = {"dokumen": "kop", "langkah": "pelaksana", "status_tanggal": "status_oleh"}
_NAMES = {
    "istilah": "Istilah", "topik": "Topik", "audiens": "Audiens", "masalah": "Masalah",
    "situs": "Situs",
}  # fmt: skip


def compare(
    before: State,
    after: State,
    findings: Findings | None = None,
    outputs: Sequence[Terbitan] = (),
) -> Revisi:
    """What the later state changes, and for whom; `outputs` is what is published for an SOP."""
    old = findings(before) if findings else {}
    new = findings(after) if findings else {}
    files = [
        *(
            _asked(_with_findings(file, old, new), before, after)
            for file in _sops(before, after, outputs)
        ),
        *_unread("sop", before, after),
        *_forms(before, after),
        *_laws(before, after),
        *_offices(before, after),
        *_rest(before, after),
    ]
    told = {file.id for file in files if file.jenis == "sop"} | {file.id_lama for file in files}
    files += [file for file in _only_findings(after, old, new) if file.id not in told]
    return Revisi(tuple(files))


def _sops(before: State, after: State, outputs: Sequence[Terbitan]) -> Iterator[Berkas]:
    renamed = _renamed(before, after)
    for new_id in sorted(set(before.sop) | set(after.sop)):
        old_id = renamed.get(new_id, new_id)
        old, new = before.sop.get(old_id), after.sop.get(new_id)
        if old and new:
            file = _changed(old, new, before, after, outputs)
            if file:
                yield file
        elif new and f"sop:{new_id}" not in before.rusak:
            yield _added(new, after, outputs)
        elif old and old_id not in renamed.values() and f"sop:{new_id}" not in after.rusak:
            yield _removed(old, after, outputs)


def _renamed(before: State, after: State) -> dict[str, str]:
    """New ids of SOPs whose file was moved or renamed, with the old id."""
    gone = [
        s for i, s in before.sop.items() if i not in after.sop and f"sop:{i}" not in after.rusak
    ]
    come = [
        s for i, s in after.sop.items() if i not in before.sop and f"sop:{i}" not in before.rusak
    ]
    pairs = pair(gone, come, lambda _: None, _fingerprint, alike=0.8)
    return {come[j].id: gone[i].id for i, j in pairs.kept}


def _fingerprint(sop: Sop) -> str:
    return " ".join([sop.nama, *(step.kegiatan for step in sop.langkah)])


def _changed(
    old: Sop, new: Sop, before: State, after: State, outputs: Sequence[Terbitan]
) -> Berkas | None:
    if old == new:
        return None
    old = settled(old, new)
    changes: list[Perubahan] = []
    if old.id != new.id:
        changes.append(
            Perubahan(
                "redaksi",
                "id",
                "Alamat halaman pindah; tautan dan kode QR lama tidak berlaku lagi",
                f"/{old.id}/",
                f"/{new.id}/",
            )
        )
    names = named.table(old, new, before, after)
    a, b = named.spoken(old, names), named.spoken(new, names)
    changes += needs.compare(a, b, named.groups(before, after), named.forms(before, after))
    changes += steps.compare(a, b)
    changes += papers.compare(a, b, after.peraturan)
    changes += said.of_sop(a, b)
    changes += cited.left_behind(old, new)
    changes += _untold(a, b, changes)
    if not changes:
        return None
    moved = old.id != new.id
    return Berkas(
        "sop",
        new.id,
        new.nama,
        "dipindah" if moved else "diubah",
        tuple(changes),
        old.id if moved else None,
        totals(old, new),
        flow(old, new),
        touched.by_sop(new, changes, after, outputs, old),
    )


def _untold(old: Sop, new: Sop, told: list[Perubahan]) -> Iterator[Perubahan]:
    """Changed keys that no other rule has words for: nothing may change in silence."""
    keys = {change.pada.split(".")[0].split("[")[0] for change in told}
    for key in Sop.model_fields:
        if (
            key == "id"
            or key in keys
            or _TOLD_UNDER.get(key) in keys
            or getattr(old, key) == getattr(new, key)
        ):
            continue
        name = key.replace("_", " ")
        yield from papers.whole(key, name, getattr(old, key), getattr(new, key), "internal")


def _added(sop: Sop, after: State, outputs: Sequence[Terbitan]) -> Berkas:
    words = "SOP baru: warga kini dapat membaca syarat, waktu, dan langkah layanan ini"
    if sop.is_internal:
        words = "SOP internal baru"
    change = Perubahan(judge.on_people(sop, "meringankan"), "", words, None, sop.ringkasan)
    return Berkas(
        "sop",
        sop.id,
        sop.nama,
        "ditambah",
        (change,),
        None,
        totals(None, sop),
        flow(None, sop),
        touched.by_sop(sop, _whole(), after, outputs),
    )


def _removed(sop: Sop, after: State, outputs: Sequence[Terbitan]) -> Berkas:
    words = (
        "SOP dihapus: warga tidak lagi menemukan syarat, waktu, dan langkah layanan ini, "
        "dan tautan lama tidak berfungsi lagi"
    )
    if sop.is_internal:
        words = "SOP internal dihapus; tautan lama tidak berfungsi lagi"
    change = Perubahan(judge.on_people(sop, "memberatkan"), "", words, sop.ringkasan, None)
    return Berkas(
        "sop",
        sop.id,
        sop.nama,
        "dihapus",
        (change,),
        None,
        totals(sop, None),
        None,
        touched.by_sop(sop, _whole(), after, outputs),
    )


def _whole() -> list[Perubahan]:
    """Every key of an SOP, for what comes or goes as a whole."""
    return [Perubahan("redaksi", key, "") for key in Sop.model_fields]


def _with_findings(file: Berkas, old: Found, new: Found) -> Berkas:
    come, gone = difference(old.get(file.id_lama or file.id, ()), new.get(file.id, ()))
    return replace(file, temuan_baru=come, temuan_selesai=gone)


def _asked(file: Berkas, before: State, after: State) -> Berkas:
    """The file without findings that only end because nobody asks an internal SOP for them."""
    old, new = before.sop.get(file.id_lama or file.id), after.sop.get(file.id)
    turned = old and new and new.is_internal and not old.is_internal
    return replace(file, temuan_selesai=()) if turned else file


def _only_findings(after: State, old: Found, new: Found) -> Iterator[Berkas]:
    """SOPs that did not change themselves but are judged anew, as when a regulation is repealed."""
    for sop_id in sorted(set(old) | set(new)):
        sop = after.sop.get(sop_id)
        if sop:
            file = _with_findings(Berkas("sop", sop_id, sop.nama, "ikut terpengaruh"), old, new)
            if file.temuan_baru or file.temuan_selesai:
                yield file


def _unread(jenis: Jenis, before: State, after: State) -> Iterator[Berkas]:
    for key in sorted(before.rusak | after.rusak):
        kind, _, record_id = key.partition(":")
        if kind != jenis:
            continue
        if key in after.rusak:
            words = "Berkas ini belum dapat dibaca; perbaiki masalahnya dahulu (sop periksa)"
        else:
            words = "Versi sebelumnya tidak dapat dibaca, jadi tidak dapat dibandingkan"
        if key not in before.rusak or key not in after.rusak:
            change = Perubahan("internal", "", words, periksa=True)
            yield Berkas(jenis, record_id, record_id, "tak terbaca", (change,))


def _forms(before: State, after: State) -> Iterator[Berkas]:
    services = named.services(before, after)
    for form_id in sorted(set(before.formulir) | set(after.formulir)):
        old, new = before.formulir.get(form_id), after.formulir.get(form_id)
        reach = touched.by_form(form_id, after)
        if old and new:
            told = (named.spoken_form(form, services) for form in (old, new))
            changes = tuple(others.form(*told))
            if changes:
                yield Berkas("formulir", form_id, new.judul, "diubah", changes, tersentuh=reach)
        elif new and f"formulir:{form_id}" not in before.rusak:
            count = sum(1 for _ in new.isian)
            change = Perubahan(
                "meringankan",
                "",
                f"Formulir baru ({count} isian) dapat diisi di rumah",
                None,
                new.pengantar,
            )
            yield Berkas("formulir", form_id, new.judul, "ditambah", (change,), tersentuh=reach)
        elif old and f"formulir:{form_id}" not in after.rusak:
            change = Perubahan(
                "memberatkan",
                "",
                "Formulir dihapus; tautan lama tidak berfungsi lagi",
                old.pengantar,
            )
            yield Berkas("formulir", form_id, old.judul, "dihapus", (change,), tersentuh=reach)
    yield from _unread("formulir", before, after)


def _laws(before: State, after: State) -> Iterator[Berkas]:
    for law_id in sorted(set(before.peraturan) | set(after.peraturan)):
        old, new = before.peraturan.get(law_id), after.peraturan.get(law_id)
        reach = touched.by_law(law_id, after)
        if old and new:
            changes = tuple(others.law(old, new))
            if changes:
                yield Berkas("peraturan", law_id, new.judul, "diubah", changes, tersentuh=reach)
        elif law_id in before.pustaka | after.pustaka:
            continue  # It came or went with the program, not with a change of the data.
        elif new and f"peraturan:{law_id}" not in before.rusak:
            change = Perubahan(
                "hukum", "", "Peraturan ditambahkan ke data", None, papers.STATUS[new.status]
            )
            yield Berkas("peraturan", law_id, new.judul, "ditambah", (change,), tersentuh=reach)
        elif old and f"peraturan:{law_id}" not in after.rusak:
            change = Perubahan(
                "hukum", "", "Peraturan dihapus dari data", papers.STATUS[old.status], None
            )
            yield Berkas("peraturan", law_id, old.judul, "dihapus", (change,), tersentuh=reach)
    yield from _unread("peraturan", before, after)


def _offices(before: State, after: State) -> Iterator[Berkas]:
    services = named.services(before, after)
    for office_id in sorted(set(before.instansi) | set(after.instansi)):
        old, new = before.instansi.get(office_id), after.instansi.get(office_id)
        reach = touched.by_office(office_id, after)
        if old and new:
            told = (named.spoken_office(o, services) for o in (settled(old, new), new))
            changes = tuple(others.office(*told))
            if changes:
                yield Berkas("instansi", office_id, new.nama, "diubah", changes, tersentuh=reach)
        elif new and f"instansi:{office_id}" not in before.rusak:
            change = Perubahan("meringankan", "", "Dinas baru di situs ini")
            yield Berkas("instansi", office_id, new.nama, "ditambah", (change,), tersentuh=reach)
        elif old and f"instansi:{office_id}" not in after.rusak:
            change = Perubahan("memberatkan", "", "Dinas dihapus dari situs ini")
            yield Berkas("instansi", office_id, old.nama, "dihapus", (change,), tersentuh=reach)
    yield from _unread("instansi", before, after)


def _rest(before: State, after: State) -> Iterator[Berkas]:
    for name, words in _NAMES.items():
        old, new = before.lain.get(name), after.lain.get(name)
        if old is not None and new is not None and old != new:
            changes = tuple(papers.records(old, new, {}))
            yield Berkas("lain", name, words, "diubah", changes)
