"""Rules about the fields of a form: conditions that can be met, the right keys, a reason."""

from collections.abc import Iterator

from ..check import Entry, Path
from ..draft import Draft
from ..isian import types_with
from ..model.formulir import ASAL_LEMAH, Formulir, Isian, TampilBila
from . import forms
from .form_parts import asked, conditions, fields
from .rule import Aturan, Breach, unknown

_TYPES_OF_KEY = {key: types_with(key) for key in ("pilihan", "kolom", "baris_maks", "panjang_maks")}


def named_field_exists(draft: Draft) -> Iterator[Breach]:
    """A condition names an earlier field."""
    for entry in draft.formulir.values():
        all_ids = {isian.id for isian in entry.record.isian}
        for path, condition, earlier in conditions(entry.record):
            where = (*path, "tampil_bila", "isian")
            if condition.isian in earlier:
                continue
            if condition.isian in all_ids:
                yield Breach(
                    entry,
                    where,
                    f'isian "{condition.isian}" ditanyakan kemudian. Pindahkan ke atas isian ini.',
                )
            else:
                yield from unknown(entry, where, condition.isian, set(earlier), "isian sebelumnya")


def condition_can_be_met(draft: Draft) -> Iterator[Breach]:
    """A condition holds one test, and its values are answers that the field allows."""
    for entry in draft.formulir.values():
        for path, condition, earlier in conditions(entry.record):
            where = (*path, "tampil_bila")
            tests = [condition.sama_dengan, condition.salah_satu, condition.terisi]
            if sum(bool(test) for test in tests) != 1:
                yield Breach(entry, where, "isi satu saja: sama_dengan, salah_satu, atau terisi.")
            elif condition.isian in earlier:
                yield from _impossible_values(entry, where, condition, earlier[condition.isian])


def _impossible_values(
    entry: Entry[Formulir], where: Path, condition: TampilBila, isian: Isian
) -> Iterator[Breach]:
    values: list[tuple[Path, str]] = [
        ((*where, "salah_satu", n), word) for n, word in enumerate(condition.salah_satu)
    ]
    if condition.sama_dengan:
        values.append(((*where, "sama_dengan"), condition.sama_dengan))
    if isian.jenis.shape == "centang":
        known = {"ya", "tidak"}
    elif isian.jenis.is_choice:
        known = {option.id for option in isian.pilihan}
    else:
        for path, _ in values:
            yield Breach(entry, path, f'isian "{isian.id}" tidak punya pilihan. Pakai terisi: ya.')
        return
    for path, word in values:
        yield from unknown(entry, path, word, known, f'pilihan isian "{isian.id}"')


def keys_fit_the_type(draft: Draft) -> Iterator[Breach]:
    """A choice has two options or more, a table has columns, and no other type has them."""
    for entry in draft.formulir.values():
        for path, isian in fields(entry.record):
            if isian.jenis.is_choice and len(isian.pilihan) < 2:
                yield Breach(
                    entry,
                    path,
                    f"tipe {isian.tipe} memerlukan sedikitnya dua pilihan. "
                    'Tambahkan "pilihan: ...".',
                )
            if isian.jenis.shape == "tabel" and not isian.kolom:
                yield Breach(
                    entry, path, f'tipe {isian.tipe} memerlukan kolom. Tambahkan "kolom: ...".'
                )
            for key, types in _TYPES_OF_KEY.items():
                if getattr(isian, key) and isian.tipe not in types:
                    yield Breach(
                        entry,
                        (*path, key),
                        f"tidak dipakai pada tipe {isian.tipe}, hanya pada {' dan '.join(types)}. "
                        "Hapus, atau ganti tipe.",
                    )


def papers_and_signatures_have_their_place(draft: Draft) -> Iterator[Breach]:
    """A section holds questions only."""
    for entry in draft.formulir.values():
        for path, isian in fields(entry.record):
            if isian.jenis.place:
                yield Breach(
                    entry,
                    (*path, "tipe"),
                    f"tipe {isian.tipe} bukan untuk bagian. Pindahkan ke {isian.jenis.place}.",
                )


def conditional_field_has_a_condition(draft: Draft) -> Iterator[Breach]:
    """What is required on a condition says on which."""
    for entry in draft.formulir.values():
        for path, item in asked(entry.record):
            if item.wajib == "bersyarat":
                if not item.tampil_bila and not item.bila:
                    yield Breach(
                        entry,
                        (*path, "wajib"),
                        "bersyarat memerlukan keadaan. Tambahkan tampil_bila atau bila.",
                    )
            elif item.bila:
                yield Breach(
                    entry,
                    (*path, "bila"),
                    "hanya dipakai pada wajib: bersyarat. Hapus, atau ganti wajib.",
                )
            elif item.wajib == "ya" and item.tampil_bila:
                yield Breach(
                    entry,
                    (*path, "wajib"),
                    "isian ini tidak selalu tampil. Tulis wajib: bersyarat.",
                )


def required_field_has_authority(draft: Draft) -> Iterator[Breach]:
    """Nothing is required that rests on general knowledge or a proposal only."""
    for entry in draft.formulir.values():
        for path, item in asked(entry.record):
            if item.wajib != "tidak" and item.asal in ASAL_LEMAH:
                yield Breach(
                    entry,
                    (*path, "wajib"),
                    f"isian dengan asal {item.asal} tidak boleh wajib. Tulis wajib: tidak, atau "
                    "asal lain dengan dasarnya.",
                )


def attachment_is_asked_here(draft: Draft) -> Iterator[Breach]:
    """No attachment is required because another office asks for it."""
    for entry in draft.formulir.values():
        for n, item in enumerate(entry.record.lampiran):
            if item.wajib != "tidak" and item.asal == "praktik":
                yield Breach(
                    entry,
                    ("lampiran", n, "wajib"),
                    "lampiran dengan asal praktik diminta di tempat lain. Tulis wajib: tidak.",
                )


def identity_number_has_authority(draft: Draft) -> Iterator[Breach]:
    """A number that names a person is asked only where somebody may ask, or where one declares."""
    for entry in draft.formulir.values():
        for path, isian in fields(entry.record):
            is_number = isian.tipe in ("nik", "kk", "npwp")
            if is_number and isian.is_weak and entry.record.jenis != "surat-pernyataan":
                yield Breach(
                    entry,
                    (*path, "asal"),
                    f"{isian.tipe} tidak boleh ditanyakan atas asal {isian.asal}. Tulis asal lain "
                    "dengan dasarnya, atau hapus isian ini.",
                )


def everything_asked_has_a_reason(draft: Draft) -> Iterator[Breach]:
    """Every field and attachment says why it is asked."""
    for entry in draft.formulir.values():
        for path, item in asked(entry.record):
            if not item.alasan:
                yield Breach(
                    entry,
                    path,
                    'belum ada alasan. Tambahkan "alasan: ..." (mengapa, atau dasar hukumnya).',
                )


def required_field_has_a_message(draft: Draft) -> Iterator[Breach]:
    """A field that can be required has its own message for being empty."""
    for entry in draft.formulir.values():
        for path, isian in fields(entry.record):
            enforced = isian.wajib == "ya" or (isian.wajib == "bersyarat" and isian.tampil_bila)
            if enforced and not isian.pesan:
                yield Breach(
                    entry, path, 'belum ada pesan bila kosong. Tambahkan "pesan: Isi ...".'
                )


def official_form_follows_an_annex(draft: Draft) -> Iterator[Breach]:
    """A form is called official only if it follows a regulation's annex."""
    for entry in draft.formulir.values():
        if entry.record.resmi == "ya" and entry.record.status != "lampiran-regulasi":
            yield Breach(
                entry,
                ("resmi",),
                f"status {entry.record.status} bukan formulir baku. Tulis resmi: tidak, "
                "atau status: lampiran-regulasi bila lampirannya diikuti.",
            )


ATURAN = (
    Aturan(
        "isian-tidak-dikenal",
        "Isian yang dirujuk ada, dan untuk syarat tampil letaknya lebih dahulu.",
        "Jawaban yang belum ditanyakan tidak dapat menentukan pertanyaan berikutnya.",
        (named_field_exists, forms.names_exist("isian")),
    ),
    Aturan(
        "syarat-tampil-salah",
        "Syarat tampil memakai satu pemeriksaan dan jawaban yang mungkin.",
        "Syarat yang tidak mungkin terpenuhi menyembunyikan isian untuk selamanya.",
        (condition_can_be_met,),
    ),
    Aturan(
        "kunci-salah-tipe",
        "Pilihan, kolom, baris_maks dan panjang_maks dipakai pada tipe isian yang tepat.",
        "Pilihan atau tabel tanpa isi tidak dapat dijawab; "
        "kunci pada tipe lain tidak pernah tampil.",
        (keys_fit_the_type,),
    ),
    Aturan(
        "isian-salah-tempat",
        "Berkas ditulis di lampiran dan tanda tangan di tanda_tangan.",
        "Berkas hanya dibawa, tidak diunggah; tanda tangan hanya dibubuhkan di kertas.",
        (papers_and_signatures_have_their_place,),
    ),
    Aturan(
        "wajib-tanpa-keadaan",
        "wajib: bersyarat menyebut keadaannya; "
        "tampil_bila dan bila tidak dipakai bersama wajib: ya.",
        "Pengisi harus tahu kapan isian itu wajib.",
        (conditional_field_has_a_condition,),
    ),
    Aturan(
        "wajib-tanpa-dasar",
        "Yang wajib diminta SOP, peraturan, dinas atau praktik layanan.",
        "Isian yang hanya usulan atau kebiasaan tidak boleh menghalangi orang.",
        (required_field_has_authority, attachment_is_asked_here),
    ),
    Aturan(
        "nomor-identitas-tanpa-dasar",
        "NIK, nomor KK dan NPWP hanya ditanyakan bila ada yang berhak memintanya.",
        "Nomor identitas yang tidak diperlukan membahayakan orangnya.",
        (identity_number_has_authority,),
    ),
    Aturan(
        "isian-tanpa-alasan",
        "Setiap isian dan lampiran menyebut alasannya.",
        "Orang berhak tahu mengapa datanya diminta.",
        (everything_asked_has_a_reason,),
    ),
    Aturan(
        "isian-tanpa-pesan",
        "Isian yang dapat wajib punya pesan sendiri.",
        "Pesan yang dibuat otomatis sering janggal; pengisi perlu kalimat yang jelas.",
        (required_field_has_a_message,),
    ),
    Aturan(
        "resmi-tanpa-lampiran",
        "resmi: ya hanya untuk formulir yang mengikuti lampiran peraturan.",
        "Formulir bantu yang tampak resmi menyesatkan orang dan petugas.",
        (official_form_follows_an_annex,),
    ),
)
