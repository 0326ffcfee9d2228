"""Findings about forms: requirements and fields that do not meet, and the burden of filling in."""

import re
from collections.abc import Iterator
from statistics import median

from ....data.model.formulir import Formulir
from ....data.model.sop import Sop
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import amount, listed, overlap, quoted, topic

# Words that many papers share and that alone make no match.
_COMMON = topic(
    "surat berkas dokumen data fotokopi asli lembar pemohon bukti daftar keterangan kartu"
)


def _forms(k: Konteks, sop: Sop) -> list[Formulir]:
    return [k.forms[item] for item in sop.formulir if item in k.forms]


def _words(text: str) -> frozenset[str]:
    return topic(re.sub(r"\([^)]*\)", " ", text))


def _meets(one: str, two: str) -> bool:
    """Whether two labels mean the same paper or fact."""
    first, second = _words(one), _words(two)
    if not (first & second) - _COMMON:
        return False
    return overlap(first - _COMMON or first, second - _COMMON or second) >= 0.5


# Things to do or to be, and the form itself under another name: no field can hold them.
_NO_PAPER = re.compile(
    r"^(?:me[a-z]{3,}|ikut|lulus|bersedia|telah|tidak|belum|usia|hadir|datang|"
    r"surat (?:permohonan|pengaduan|usulan)|form(?:at|ulir)?|bukti pendaftaran|berkas)\b",
    re.IGNORECASE,
)


def _asked(form: Formulir) -> list[str]:
    labels = [
        form.judul,
        *(item.label for item in form.isian),
        *(item.label for item in form.lampiran),
    ]
    # A letter's own text may already promise the thing, as a statement of truth does.
    return [*labels, *form.pernyataan]


def requirements_are_in_forms(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every requirement from the document or office is a field or an attachment of a form."""
    forms = _forms(k, sop)
    if not forms:
        return
    asked = [label for form in forms for label in _asked(form)]
    missing = [
        item.berkas
        for item in sop.persyaratan
        if item.wajib == "ya"
        and not _NO_PAPER.match(item.berkas)
        and any(basis.jenis in ("sop", "dinas") for basis in item.dasar)
        and not any(_meets(item.berkas, label) for label in asked)
    ]
    if missing:
        yield Hasil(
            f"Persyaratan {listed(quoted(text, 70) for text in missing)} tidak menjadi isian atau "
            f"lampiran pada {listed(f'formulir {form.judul}' for form in forms)}.",
            tuple(Bukti("Persyaratan", text) for text in missing),
        )


def attachments_are_required(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A form's obligatory attachment is a requirement of one of its SOPs."""
    needs = [item.berkas for item in sop.persyaratan]
    needs += [text for step in sop.langkah for text in (*step.kelengkapan, step.kegiatan)]
    for form in _forms(k, sop):
        extra = [
            item for item in form.lampiran
            if item.wajib == "ya" and item.asal != "regulasi"
            and not any(_meets(item.label, need) for need in needs)
        ]  # fmt: skip
        if extra:
            yield Hasil(
                f"Formulir {form.judul} mewajibkan lampiran "
                f"{listed(quoted(item.label, 70) for item in extra)}, yang "
                "tidak ada pada persyaratan SOP ini.",
                tuple(Bukti(f"Formulir {form.judul}", item.label) for item in extra),
            )


def fields_have_reasons(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every field of a form says why it is asked."""
    for form in _forms(k, sop):
        bare = [item.label for item in form.isian if not item.alasan]
        if bare:
            yield Hasil(
                f"Formulir {form.judul} menanyakan "
                f"{listed((quoted(label, 50) for label in bare), 5)} tanpa menyebut alasannya.",
                tuple(Bukti(f"Formulir {form.judul}", label) for label in bare[:8]),
            )


def nothing_is_asked_twice(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A form and the form that it asks for as an attachment do not ask the same question."""
    for form in _forms(k, sop):
        asked = _questions(form)
        for attached in (k.forms.get(item.formulir or "") for item in form.lampiran):
            if not attached:
                continue
            twice = [label for key, label in _questions(attached).items() if key in asked]
            if twice:
                yield Hasil(
                    f"Formulir {form.judul} dan lampirannya {attached.judul} sama-sama menanyakan "
                    f"{listed((quoted(label, 50) for label in twice), 8)}.",
                    tuple(Bukti("Isian", label) for label in twice[:8]),
                )


def _questions(form: Formulir) -> dict[str, str]:
    """The questions of a form by what they ask; twice in one form it may be of two persons."""
    return {f"{' '.join(sorted(_words(f.label)))} {f.tipe}": f.label for f in form.isian}


def burden_minutes(form: Formulir) -> int:
    """About how long filling in takes, from the kinds of the fields."""
    seconds = sum(item.jenis.seconds for item in form.isian)
    return max(1, round(seconds / 60))


def forms_are_short(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A form is not twice as long as forms usually are."""
    counts = k.memo("isian", lambda: [sum(1 for _ in form.isian) for form in k.forms.values()])
    # Fewer than five forms have no usual length.
    if len(counts) < 5:
        return
    middle = median(counts)
    for form in _forms(k, sop):
        own = sum(1 for _ in form.isian)
        if own > 2 * middle:
            needed = sum(1 for item in form.isian if item.wajib == "ya")
            yield Hasil(
                f"Formulir {form.judul} memuat {own} isian ({needed} wajib), sekitar "
                f"{burden_minutes(form)} menit; nilai tengah semua formulir {amount(middle)} "
                "isian.",
                (Bukti(f"Formulir {form.judul}", ""),),
            )


ATURAN = (
    Aturan(
        "syarat-tanpa-isian",
        "rendah",
        requirements_are_in_forms,
        judul="Setiap persyaratan ada pada formulirnya sebagai isian atau lampiran.",
        penjelasan=(
            "Pemohon yang hanya melihat formulir tidak akan membawa syarat yang tidak disebut di "
            "sana."
        ),
        saran="periksa apakah syarat ini perlu menjadi isian atau lampiran formulir.",
    ),
    Aturan(
        "lampiran-tanpa-syarat",
        "sedang",
        attachments_are_required,
        judul="Formulir hanya meminta lampiran yang menjadi persyaratan.",
        penjelasan="Lampiran wajib yang tidak diminta SOP menambah beban pemohon tanpa dasar.",
        saran="periksa siapa yang meminta lampiran ini, atau jadikan tidak wajib.",
    ),
    Aturan(
        "isian-tanpa-alasan",
        "rendah",
        fields_have_reasons,
        judul="Setiap isian formulir menyebut alasan ditanyakan.",
        penjelasan=(
            "Data pribadi hanya boleh diminta bila perlu; alasannya ditunjukkan kepada pengisi."
        ),
        saran="periksa apakah isian ini diperlukan, lalu tulis alasannya.",
    ),
    Aturan(
        "isian-berulang",
        "rendah",
        nothing_is_asked_twice,
        judul="Formulir dan lampirannya tidak menanyakan hal yang sama dua kali.",
        penjelasan=(
            "Dua formulir yang diisi bersama cukup bertanya sekali. Formulir lain layanan yang "
            "sama tidak dibandingkan, karena orang biasanya mengisi salah satunya."
        ),
        saran="periksa apakah jawabannya dapat diambil dari formulir pertama.",
    ),
    Aturan(
        "beban-formulir",
        "rendah",
        forms_are_short,
        judul="Formulir tidak jauh lebih panjang daripada formulir layanan lain.",
        penjelasan=(
            "Dibandingkan dengan nilai tengah semua formulir pada situs ini; lama mengisi "
            "diperkirakan dari jenis isian."
        ),
        saran="periksa isian mana yang tidak menentukan keputusan.",
    ),
)
