"""Changes of forms, regulations and offices."""

from collections.abc import Iterator

from ...data.model import Formulir, Instansi, Peraturan
from ...data.model.formulir import ARTI_ASAL, Isian, Lampiran
from ...data.model.instansi import JamLayanan
from . import judge, said, wording
from .bases import bases
from .pairing import pair
from .papers import STATUS, records
from .record import Dampak, Perubahan
from .text import is_typo

_WAJIB = {"tidak": "tidak wajib", "bersyarat": "bersyarat", "ya": "wajib"}
_STRICTNESS = {"tidak": 0, "bersyarat": 1, "ya": 2}
_LAW: dict[str, tuple[str, Dampak]] = {
    "judul": ("judul peraturan", "hukum"),
    "nomor": ("nomor peraturan", "hukum"),
    "tahun": ("tahun peraturan", "hukum"),
    "jenis": ("jenis peraturan", "hukum"),
    "rujukan_kini": ("rujukan kini", "hukum"),
    "diubah_oleh": ("daftar pengubah", "hukum"),
    "dicabut_oleh": ("daftar pencabut", "hukum"),
    "batas_waktu": ("batas waktu menurut peraturan", "hukum"),
    "diperiksa": ("tanggal rekaman diperiksa", "hukum"),
    "status_per": ("bulan acuan status", "hukum"),
}
_OFFICE: dict[str, tuple[str, Dampak]] = {
    "nama": ("nama resmi dinas", "internal"),
    "pejabat": ("daftar pejabat", "internal"),
    "unit": ("daftar unit", "internal"),
    "urutan": ("urutan SOP pada halaman dinas", "redaksi"),
}


def law(before: Peraturan, after: Peraturan) -> Iterator[Perubahan]:
    """Changes of a regulation's record."""
    if before.status != after.status:
        yield Perubahan(
            "hukum",
            "status",
            "Status peraturan menurut data diubah",
            STATUS[before.status],
            STATUS[after.status],
        )
        after = after.model_copy(update={"status": before.status})
    yield from records(before, after, _LAW)


def office(before: Instansi, after: Instansi) -> Iterator[Perubahan]:
    """Changes of an office: how it is reached concerns applicants."""
    yield from _written_hours(before.jam_layanan, after.jam_layanan)
    yield from said.of_office(before, after)
    told = ("kontak", "pengaduan", "jam", "jam_layanan", "tempat", "maklumat", "panggilan", "logo")
    after = after.model_copy(update={key: getattr(before, key) for key in told})
    yield from records(before, after, _OFFICE)


def _written_hours(before: JamLayanan | None, after: JamLayanan | None) -> Iterator[Perubahan]:
    """Hours in the source's words, line by line."""
    old, new = (side.uraian if side else [] for side in (before, after))
    pairs = pair(old, new, lambda _: None, str)
    for i, j in pairs.kept:
        if old[i] != new[j]:
            words, place = "Jam layanan diubah", f"jam_layanan.uraian[{j + 1}]"
            yield Perubahan("memberatkan", place, words, old[i], new[j], periksa=True)
    for i in pairs.gone:
        yield Perubahan("memberatkan", "jam_layanan", "Jam layanan dihapus", old[i], None)
    for j in pairs.new:
        yield Perubahan("meringankan", "jam_layanan", "Jam layanan ditambahkan", None, new[j])
    if pairs.moved:
        yield Perubahan("redaksi", "jam_layanan", "Urutan jam layanan diubah")
    if before and after:
        changed = old != new and not pairs.moved
        yield from bases("jam layanan", before.dasar, after.dasar, "jam_layanan", changed)


def form(before: Formulir, after: Formulir) -> Iterator[Perubahan]:
    """Changes of a form: every question more is work for the person who fills it."""
    yield from _fields("bagian", "isian", list(before.isian), list(after.isian))
    yield from _fields("lampiran", "lampiran", before.lampiran, after.lampiran)
    sections = [[(b.id, b.judul, b.bantuan) for b in form.bagian] for form in (before, after)]
    if sections[0] != sections[1]:
        yield Perubahan("redaksi", "bagian", "Susunan atau judul bagian formulir diubah")
    told = {"bagian": before.bagian, "lampiran": before.lampiran}
    yield from records(
        before,
        after.model_copy(update=told),
        {
            "judul": ("judul formulir", "redaksi"),
            "resmi": ("tanda formulir resmi", "hukum"),
            "dasar": ("dasar formulir", "hukum"),
            "status": ("dasar susunan formulir", "hukum"),
            "pernyataan": ("pernyataan di atas tanda tangan", "memberatkan"),
            "tanda_tangan": ("ruang tanda tangan", "memberatkan"),
            "ditujukan_kepada": ("pejabat yang dituju", "internal"),
            "layanan": ("layanan yang memakai formulir ini", "internal"),
        },
    )


def _fields(
    pada: str,
    what: str,
    before: "list[Isian] | list[Lampiran]",
    after: "list[Isian] | list[Lampiran]",
) -> Iterator[Perubahan]:
    pairs = pair([*before], [*after], lambda f: f.id, lambda f: f.label)
    for i, j in pairs.kept:
        yield from _field(f"{pada}[{after[j].id}]", what, before[i], after[j])
    for i in pairs.gone:
        yield Perubahan(
            "meringankan", pada, f"{what.capitalize()} tidak lagi diminta", before[i].label, None
        )
    for j in pairs.new:
        asked = after[j]
        # What may stay empty costs the person no visit, but still has to be read.
        yield Perubahan(
            "memberatkan",
            f"{pada}[{asked.id}]",
            f"{what.capitalize()} baru ({_WAJIB[asked.wajib]})",
            None,
            asked.label,
        )
    if pairs.moved:
        yield Perubahan("redaksi", pada, f"Urutan {what} diubah")


def _field(
    pada: str, what: str, old: Isian | Lampiran, new: Isian | Lampiran
) -> Iterator[Perubahan]:
    name = f"{what} “{new.label}”"
    if old.id != new.id:
        yield Perubahan(
            "redaksi",
            f"{pada}.id",
            f"Id {name} diganti; draf yang tersimpan tidak terisi kembali",
            old.id,
            new.id,
        )
    if old.wajib != new.wajib:
        stricter = _STRICTNESS[new.wajib] > _STRICTNESS[old.wajib]
        act = "membawa" if isinstance(new, Lampiran) else "mengisi"
        yield Perubahan(
            "memberatkan" if stricter else "meringankan",
            f"{pada}.wajib",
            f"Kewajiban {act} “{new.label}” diubah",
            _WAJIB[old.wajib],
            _WAJIB[new.wajib],
        )
    yield from judge.text(
        f"{pada}.label", f"nama {what}", old.label, new.label, "memberatkan", periksa=True
    )
    told = {"id": old.id, "wajib": old.wajib, "label": old.label}
    for key in type(new).model_fields:
        if key not in told and getattr(old, key) != getattr(new, key):
            weighs = key in ("tipe", "pilihan", "kolom", "panjang_maks", "tampil_bila", "bila")
            effect: Dampak = "memberatkan" if weighs else "redaksi"
            a, b = (_shown(getattr(field, key)) for field in (old, new))
            act = "dihapus" if b is None else "ditambahkan" if a is None else "diubah"
            words = f"{key.replace('_', ' ').capitalize()} {name} {act}"
            yield Perubahan(effect, f"{pada}.{key}", words, a, b, periksa=weighs)

    yield from _reason(pada, name, old, new)


def _reason(
    pada: str, name: str, old: Isian | Lampiran, new: Isian | Lampiran
) -> Iterator[Perubahan]:
    """Why something is asked, where it is asked otherwise and the reason stayed."""
    asked = old.wajib != new.wajib or not is_typo(old.label, new.label)
    if asked and (old.asal, old.alasan) == (new.asal, new.alasan):
        words = f"Alasan {name} tidak ikut diubah; periksa apakah masih menyebut nilai yang baru"
        why = new.alasan or ARTI_ASAL[new.asal]
        yield Perubahan("hukum", f"{pada}.alasan", f"{words}: {why.rstrip('.')}", tetap=True)


def _shown(value: object) -> str | None:
    return None if value in (None, [], ()) else wording.said(value)
