"""Rules about forms as a whole: names that exist, clear bases, a place in a service."""

from collections.abc import Iterator
from typing import Literal

from ..check import Path
from ..draft import Draft
from ..isian import RESERVED
from ..model import Formulir
from .form_parts import bases_of, fields, lists
from .rule import Aturan, Breach, Check, unknown

Kind = Literal["sop", "peraturan", "formulir", "instansi", "isian"]


def names_exist(kind: Kind) -> Check:
    """A function that finds the names of one kind, in forms, that stand for nothing."""

    def check(draft: Draft) -> Iterator[Breach]:
        for entry in draft.formulir.values():
            known, where = _known(draft, entry.record, kind)
            for path, word in _names(entry.record, kind):
                if word:
                    yield from unknown(entry, path, word, known, where)

    return check


def _known(draft: Draft, form: Formulir, kind: Kind) -> tuple[set[str], str]:
    match kind:
        case "sop":
            return draft.sop_ids, "sop_data/"
        case "peraturan":
            return draft.peraturan_ids, "sop_data/peraturan/"
        case "formulir":
            return draft.formulir_ids, "forms/"
        case "instansi":
            own = {sop.partition("/")[0] for sop in form.layanan}
            return own, "instansi pada kunci layanan"
        case "isian":
            return {isian.id for isian in form.isian}, "isian formulir ini"


def _names(form: Formulir, kind: Kind) -> Iterator[tuple[Path, str | None]]:
    match kind:
        case "sop":
            for n, word in enumerate(form.layanan):
                yield ("layanan", n), word
            for path, dasar in bases_of(form):
                yield (*path, "sop"), dasar.sop
        case "peraturan":
            for path, dasar in bases_of(form):
                yield (*path, "peraturan"), dasar.peraturan
        case "formulir":
            for n, lampiran in enumerate(form.lampiran):
                yield ("lampiran", n, "formulir"), lampiran.formulir
        case "instansi":
            for n, tujuan in enumerate(form.ditujukan_kepada):
                yield ("ditujukan_kepada", n, "instansi"), tujuan.instansi
        case "isian":
            for n, sign in enumerate(form.tanda_tangan):
                yield ("tanda_tangan", n, "nama_isian"), sign.nama_isian


def ids_differ(draft: Draft) -> Iterator[Breach]:
    """Ids of sections, fields, options, columns, attachments and signatures differ."""
    for entry in draft.formulir.values():
        for kind, items in lists(entry.record):
            seen: set[str] = set()
            for path, item in items:
                if item.id in seen:
                    yield Breach(
                        entry,
                        (*path, "id"),
                        f'id "{item.id}" sudah dipakai {kind} lain. Pakai id lain.',
                    )
                seen.add(item.id)
        for path, isian in fields(entry.record):
            if isian.id in RESERVED:
                yield Breach(
                    entry,
                    (*path, "id"),
                    f'id "{isian.id}" dipakai untuk bagian lain formulir. Pakai id lain.',
                )


def bases_are_clear(draft: Draft) -> Iterator[Breach]:
    """A basis says where it can be looked up."""
    for entry in draft.formulir.values():
        for path, dasar in bases_of(entry.record):
            needed, words = {
                "sop": (dasar.sop and dasar.baris, "sop dan baris"),
                "peraturan": (dasar.peraturan or dasar.nama, "peraturan atau nama"),
                "dinas": (dasar.nama, "nama"),
                "praktik": (dasar.nama, "nama"),
            }[dasar.jenis]
            if not needed:
                yield Breach(entry, path, f"dasar {dasar.jenis} memerlukan {words}. Tambahkan.")
            elif dasar.jenis == "dinas" and not dasar.url:
                yield Breach(
                    entry, path, f"dasar {dasar.jenis} tidak dapat dibuka pembaca. Tambahkan url."
                )


def letter_has_an_addressee(draft: Draft) -> Iterator[Breach]:
    """A letter says whom it is for in every office that it serves."""
    for entry in draft.formulir.values():
        form = entry.record
        named = {to.instansi for to in form.ditujukan_kepada}
        for office in sorted({sop.partition("/")[0] for sop in form.layanan} - named):
            if form.jenis == "surat":
                yield Breach(
                    entry,
                    ("jenis",),
                    f'surat ini tidak menyebut tujuan di "{office}". Tambahkan pada '
                    "ditujukan_kepada.",
                )


def declaration_has_a_fact(draft: Draft) -> Iterator[Breach]:
    """A declaration holds at least one fact without which it cannot be made."""
    for entry in draft.formulir.values():
        form = entry.record
        if form.jenis == "surat-pernyataan" and all(i.wajib != "ya" for i in form.isian):
            yield Breach(
                entry,
                ("jenis",),
                "surat pernyataan ini dapat dicetak tanpa satu keterangan pun. Tulis wajib: ya "
                "pada isian yang dinyatakan, dengan asal yang memintanya.",
            )


def forms_and_sops_name_each_other(draft: Draft) -> Iterator[Breach]:
    """An SOP lists a form exactly if the form lists the SOP."""
    for entry in draft.formulir.values():
        form = entry.record
        for n, sop_id in enumerate(form.layanan):
            sop = draft.sop.get(sop_id)
            if sop and form.id not in sop.record.formulir:
                yield Breach(
                    entry,
                    ("layanan", n),
                    f'SOP "{sop_id}" tidak menyebut formulir ini. Tambahkan "{form.id}" pada kunci '
                    "formulir SOP itu, atau hapus baris ini.",
                )
    for sop in draft.sop.values():
        for n, word in enumerate(sop.record.formulir):
            found = draft.formulir.get(word)
            if found and sop.record.id not in found.record.layanan:
                yield Breach(
                    sop,
                    ("formulir", n),
                    f'formulir "{word}" tidak menyebut SOP ini. Tambahkan "{sop.record.id}" pada '
                    "kunci layanan formulir itu, atau hapus dari sini.",
                )


ATURAN = (
    Aturan(
        "formulir-sepihak",
        "SOP dan formulir saling menyebut.",
        "Formulir yang hanya disebut satu pihak tidak dapat ditemukan dari pihak lain.",
        (forms_and_sops_name_each_other,),
    ),
    Aturan(
        "surat-tanpa-tujuan",
        "Surat menyebut tujuannya di setiap dinas yang dilayaninya.",
        "Surat tanpa tujuan dikembalikan di loket.",
        (letter_has_an_addressee,),
    ),
    Aturan(
        "pernyataan-tanpa-isi",
        "Surat pernyataan mempunyai setidaknya satu isian wajib.",
        "Pernyataan tanpa keterangan tidak menyatakan apa pun, tetapi tetap dapat ditandatangani.",
        (declaration_has_a_fact,),
    ),
)
