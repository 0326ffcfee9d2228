"""Rules about forms as a whole: names that exist, clear bases, a place in a service."""

from collections.abc import Iterator

from ..check import Path
from ..draft import Draft
from ..isian import RESERVED
from ..problem import Problem
from .form_parts import bases_of, fields, lists
from .references import unknown
from .registry import CHECKS, Check, rule


def _also(check: Check) -> Check:
    # A further check of rules that have their words in another module.
    CHECKS.append(check)
    return check


@_also
def names_in_forms_exist(draft: Draft) -> Iterator[Problem]:
    """Every SOP, regulation, office, form and signed name's field that a form names exists."""
    sops = (draft.sop_ids, "sop_data/", "sop-tidak-dikenal")
    laws = (draft.peraturan_ids, "sop_data/peraturan/", "peraturan-tidak-dikenal")
    forms = (draft.formulir_ids, "forms/", "formulir-tidak-dikenal")
    for entry in draft.formulir.values():
        form = entry.record
        own = {sop.partition("/")[0] for sop in form.layanan}
        offices = (own, "instansi pada kunci layanan", "instansi-tidak-dikenal")
        fields = ({isian.id for isian in form.isian}, "isian formulir ini", "isian-tidak-dikenal")
        names: list[tuple[Path, str | None, tuple[set[str], str, str]]] = [
            (("layanan", n), word, sops) for n, word in enumerate(form.layanan)
        ]
        for path, dasar in bases_of(form):
            names.append(((*path, "sop"), dasar.sop, sops))
            names.append(((*path, "peraturan"), dasar.peraturan, laws))
        for n, tujuan in enumerate(form.ditujukan_kepada):
            names.append((("ditujukan_kepada", n, "instansi"), tujuan.instansi, offices))
        for n, lampiran in enumerate(form.lampiran):
            names.append((("lampiran", n, "formulir"), lampiran.formulir, forms))
        for n, sign in enumerate(form.tanda_tangan):
            names.append((("tanda_tangan", n, "nama_isian"), sign.nama_isian, fields))
        for path, word, (known, where, rule_id) in names:
            if word:
                yield from unknown(entry, path, word, known, where, rule_id)


@_also
def ids_in_forms_differ(draft: Draft) -> Iterator[Problem]:
    """Ids of sections, fields, options, columns, attachments and signatures differ."""
    for entry in draft.formulir.values():
        for kind, items in lists(entry.record):
            seen: set[str] = set()
            for path, item in items:
                if item.id in seen:
                    yield entry.problem(
                        (*path, "id"),
                        f'id "{item.id}" sudah dipakai {kind} lain. Pakai id lain.',
                        "id-ganda",
                    )
                seen.add(item.id)
        for path, isian in fields(entry.record):
            if isian.id in RESERVED:
                yield entry.problem(
                    (*path, "id"),
                    f'id "{isian.id}" dipakai untuk bagian lain formulir. Pakai id lain.',
                    "id-ganda",
                )


@_also
def bases_of_forms_are_clear(draft: Draft) -> Iterator[Problem]:
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
                yield entry.problem(
                    path, f"dasar {dasar.jenis} memerlukan {words}. Tambahkan.", "dasar-tidak-jelas"
                )


@rule(
    "formulir-sepihak",
    "SOP dan formulir saling menyebut.",
    "Formulir yang hanya disebut satu pihak tidak dapat ditemukan dari pihak lain.",
)
def forms_and_sops_name_each_other(draft: Draft) -> Iterator[Problem]:
    """An SOP lists a form exactly if the form lists the SOP."""
    for entry in draft.formulir.values():
        form = entry.record
        for n, sop_id in enumerate(form.layanan):
            sop = draft.sop.get(sop_id)
            if sop and form.id not in sop.record.formulir:
                yield entry.problem(
                    ("layanan", n),
                    f'SOP "{sop_id}" tidak menyebut formulir ini. Tambahkan "{form.id}" pada kunci '
                    "formulir SOP itu, atau hapus baris ini.",
                    "formulir-sepihak",
                )
    for sop in draft.sop.values():
        for n, word in enumerate(sop.record.formulir):
            found = draft.formulir.get(word)
            if found and sop.record.id not in found.record.layanan:
                yield sop.problem(
                    ("formulir", n),
                    f'formulir "{word}" tidak menyebut SOP ini. Tambahkan "{sop.record.id}" pada '
                    "kunci layanan formulir itu, atau hapus dari sini.",
                    "formulir-sepihak",
                )


@rule(
    "layanan-tanpa-formulir",
    "Setiap layanan publik punya formulir.",
    "Orang harus dapat menyiapkan isian di rumah, bukan di loket.",
)
def public_service_has_a_form(draft: Draft) -> Iterator[Problem]:
    """Every SOP that is not internal lists at least one form."""
    for entry in draft.sop.values():
        if not entry.record.is_internal and not entry.record.formulir:
            yield entry.problem(
                (),
                'layanan publik ini belum punya formulir. Tambahkan "formulir: [...]" '
                "dan berkasnya di forms/.",
                "layanan-tanpa-formulir",
            )
