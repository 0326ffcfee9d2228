"""Findings about the document's identity: its number, dates, empty fields and missing pages."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ....data.model.sop import Sop
from ....data.tanggal import exists, has_year, in_words, is_earlier
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import listed, quoted, topic

_FIELDS = (
    ("nomor", "nomor SOP"),
    ("tanggal_pembuatan", "tanggal pembuatan"),
    ("tanggal_efektif", "tanggal efektif"),
    ("disahkan_oleh", "pejabat yang mengesahkan"),
)
# Not every SOP is related to another: an empty Keterkaitan lacks nothing.
_BOXES = (
    ("dasar_hukum", "Dasar Hukum"),
    ("kualifikasi_pelaksana", "Kualifikasi Pelaksana"),
    ("peralatan", "Peralatan/Perlengkapan"),
    ("peringatan", "Peringatan"),
    ("pencatatan", "Pencatatan"),
)


def _empty_fields(sop: Sop) -> list[str]:
    missing = [name for key, name in _FIELDS if not getattr(sop.dokumen, key)]
    # "Tanggal pengesahan" stands in for the date of force on forms that have only that.
    if sop.dokumen.tanggal_pengesahan and "tanggal efektif" in missing:
        missing.remove("tanggal efektif")
    return missing


def _has_identity(sop: Sop) -> bool:
    boxes = bool(sop.keterkaitan) or any(getattr(sop, key) for key, _ in _BOXES)
    return boxes or bool(sop.dokumen.kop) or len(_empty_fields(sop)) < len(_FIELDS)


def identity_page_is_there(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An SOP has its identity page."""
    if not _has_identity(sop):
        yield Hasil(
            "Dokumen tidak memuat halaman identitas: nomor, tanggal, pengesahan, dasar hukum, "
            "kualifikasi dan kotak lainnya tidak ada.",
            (k.whole(sop),),
            tingkat="sedang" if sop.is_internal else None,
        )


def identity_is_filled(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Number, dates and signature are filled in."""
    missing = _empty_fields(sop)
    if missing and _has_identity(sop):
        yield Hasil(
            f"Blok identitas tidak mengisi {listed(missing)}.", tuple(_labels(k, sop, missing))
        )


_LABELS = {
    "nomor SOP": r"nomor\s+(?:sop|standar)",
    "tanggal pembuatan": r"t(?:an)?g(?:ga)?l\.?\s+pembuatan",
    "tanggal efektif": r"t(?:an)?g(?:ga)?l\.?\s+(?:efektif|pengesahan)",
    "pejabat yang mengesahkan": r"disahkan\b",
    "tanggal revisi": r"t(?:an)?g(?:ga)?l\.?\s+revisi",
    "tanggal pengesahan": r"t(?:an)?g(?:ga)?l\.?\s+pengesahan",
}


def _labels(k: Konteks, sop: Sop, fields: list[str]) -> Iterator[Bukti]:
    """The lines of the source that hold the labels of fields."""
    for name in fields:
        pattern = re.compile(_LABELS[name], re.IGNORECASE)
        found = next((n for n, line in k.lines(sop).raw if pattern.search(line)), None)
        yield Bukti(name[:1].upper() + name[1:], "", found)


def boxes_are_filled(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Every box of the identity page says something."""
    other = " ".join(part.judul for part in sop.bagian_lain).casefold()
    empty = [
        name
        for key, name in _BOXES
        # A box that the document shares with another is kept under the document's own title.
        if not getattr(sop, key) and name.split("/")[0].casefold() not in other
    ]
    if empty and _has_identity(sop):
        yield Hasil(f"Dokumen tidak berisi {listed(empty)}.", (k.whole(sop),))


def dates_are_complete(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """Dates of the document name a day."""
    short = {
        label: value
        for key, label in DATES
        if (value := getattr(sop.dokumen, key)) and (len(value) < 10 or not has_year(value))
    }
    if short:
        shown = listed(f"{label} {in_words(value)}" for label, value in short.items())
        yield Hasil(f"Tanggal tidak ditulis lengkap: {shown}.", tuple(_labels(k, sop, [*short])))


DATES = (
    ("tanggal_pembuatan", "tanggal pembuatan"),
    ("tanggal_revisi", "tanggal revisi"),
    ("tanggal_efektif", "tanggal efektif"),
    ("tanggal_pengesahan", "tanggal pengesahan"),
)


def dates_exist(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The dates that the document prints exist in the calendar."""
    for key, name in DATES:
        date = getattr(sop.dokumen, key)
        if date and not exists(date):
            yield Hasil(
                f"{name.capitalize()} {in_words(date)} tidak ada di kalender.",
                tuple(_labels(k, sop, [name])),
            )


def dates_are_in_order(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A document is not revised or in force before it was made."""
    made = sop.dokumen.tanggal_pembuatan
    for key, name in DATES:
        date = getattr(sop.dokumen, key)
        ordered = key in ("tanggal_revisi", "tanggal_efektif")
        if ordered and made and date and is_earlier(date, made):
            yield Hasil(
                f"{name.capitalize()} {in_words(date)} lebih dulu daripada tanggal pembuatan "
                f"{in_words(made)}.",
                tuple(_labels(k, sop, ["tanggal pembuatan", name])),
            )


def revision_differs_from_creation(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A revision is not dated on the day of creation."""
    made, revised = sop.dokumen.tanggal_pembuatan, sop.dokumen.tanggal_revisi
    if made and made == revised:
        yield Hasil(
            f"Tanggal revisi sama dengan tanggal pembuatan, {in_words(made)}.",
            tuple(_labels(k, sop, ["tanggal pembuatan", "tanggal revisi"])),
        )


def revision_has_creation(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A revised document says when it was made."""
    if sop.dokumen.tanggal_revisi and not sop.dokumen.tanggal_pembuatan:
        yield Hasil(
            f"Dokumen menulis tanggal revisi {in_words(sop.dokumen.tanggal_revisi)} tetapi tidak "
            "menulis tanggal pembuatan.",
            tuple(_labels(k, sop, ["tanggal revisi"])),
        )


def document_follows_its_laws(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A document is not older than the regulations it rests on."""
    found = (getattr(sop.dokumen, key) for key, _ in DATES)
    dates = [value for value in found if value and has_year(value)]
    if not dates:
        return
    latest = max(dates)
    numbered = re.findall(r"(?:19|20)\d\d", sop.dokumen.nomor or "")
    if numbered and numbered[-1] > latest[:4]:
        return  # The number tells of another year: the dates are wrong, and that is told there.
    for n, basis in enumerate(sop.dasar_hukum, 1):
        law = k.catalog.peraturan.get(basis.peraturan or "")
        if law and law.tahun.isdigit() and int(law.tahun) > int(latest[:4]):
            yield Hasil(
                f"Tanggal terakhir dokumen adalah {in_words(latest)}, sedangkan dasar hukum {n} "
                f"dari tahun {law.tahun}.",
                (k.at(sop, f"Dasar hukum {n}", basis.tertulis, f"dasar_hukum[{n}].tertulis"),),
            )


def titles_differ(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """No two SOPs of an office have the same words in their titles."""
    same = k.memo("judul sama", lambda: _by_title(k))
    others = [s for s in same[sop.instansi, topic(sop.nama_sop or sop.nama)] if s is not sop]
    if others:
        names = listed((f"{quoted(s.nama_sop or s.nama)} ({s.unit or s.slug})" for s in others), 3)
        yield Hasil(
            f"Judul {quoted(sop.nama_sop or sop.nama)} hampir sama dengan judul SOP {names}.",
            (k.at(sop, "Judul", sop.nama_sop or sop.nama),),
        )


def _by_title(k: Konteks) -> dict[tuple[str, frozenset[str]], list[Sop]]:
    found: dict[tuple[str, frozenset[str]], list[Sop]] = defaultdict(list)
    for sop in k.catalog.sop.values():
        found[sop.instansi, topic(sop.nama_sop or sop.nama)].append(sop)
    return found


_FOREIGN = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff]{3,}")


def source_is_latin(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """The source text of an SOP is in Latin letters."""
    found = [(n, line) for n, line in k.lines(sop).raw if _FOREIGN.search(line)]
    if found:
        first, last = found[0][0], found[-1][0]
        span = f"{first}-{last}" if first < last else str(first)
        yield Hasil(
            f"Naskah memuat {len(found)} baris beraksara bukan Latin (baris {span}).",
            (Bukti("Naskah", "", first),),
        )


ATURAN = (
    Aturan(
        "halaman-identitas-tidak-ada",
        "tinggi",
        identity_page_is_there,
        judul="SOP mempunyai halaman identitas.",
        penjelasan="Tanpa nomor, tanggal, pengesahan dan dasar hukum, dokumen tidak dapat dirujuk.",
        saran=(
            "periksa apakah halaman identitasnya tertinggal saat dokumen disatukan atau dipindai."
        ),
    ),
    Aturan(
        "identitas-kosong",
        "sedang",
        identity_is_filled,
        judul="Nomor, tanggal dan pejabat pengesah terisi.",
        penjelasan=(
            "Nomor dan tanggal menunjukkan versi mana yang berlaku. Tanggal revisi yang kosong "
            "tidak dihitung, karena dokumen baru memang belum direvisi."
        ),
        saran="periksa apakah isinya sudah ditetapkan, lalu lengkapi.",
    ),
    Aturan(
        "bagian-kosong",
        "rendah",
        boxes_are_filled,
        judul="Kotak halaman identitas terisi, kecuali Keterkaitan yang boleh tidak ada.",
        penjelasan=(
            "Kotak yang kosong dapat berarti tidak ada atau lupa; pembaca tidak dapat "
            "membedakannya."
        ),
        saran="periksa apakah memang tidak ada isinya; bila demikian tulis tidak ada.",
    ),
    Aturan(
        "tanggal-tidak-lengkap",
        "rendah",
        dates_are_complete,
        judul="Tanggal dokumen ditulis lengkap sampai harinya.",
        penjelasan="Bulan atau tahun saja tidak cukup untuk mengetahui versi mana yang lebih baru.",
        saran="periksa apakah harinya sudah ditetapkan.",
    ),
    Aturan(
        "tanggal-dokumen-tidak-ada",
        "sedang",
        dates_exist,
        judul="Tanggal dokumen ada di kalender.",
        penjelasan="Tanggal seperti 31 Februari berarti kotaknya diisi sekadarnya.",
        saran="periksa hari dan bulannya.",
    ),
    Aturan(
        "berlaku-sebelum-dibuat",
        "sedang",
        dates_are_in_order,
        judul="Dokumen tidak direvisi dan tidak berlaku sebelum dibuat.",
        penjelasan="Urutan yang terbalik berarti salah satu tanggalnya keliru.",
        saran="periksa tanggal mana yang keliru.",
    ),
    Aturan(
        "tanggal-revisi-sama",
        "rendah",
        revision_differs_from_creation,
        judul="Tanggal revisi berbeda dari tanggal pembuatan.",
        penjelasan=(
            "Dokumen yang direvisi pada hari dibuat biasanya berarti kotaknya diisi sekadarnya."
        ),
        saran="periksa apakah dokumen ini memang revisi; bila bukan, kosongkan tanggal revisinya.",
    ),
    Aturan(
        "revisi-tanpa-pembuatan",
        "sedang",
        revision_has_creation,
        judul="Dokumen yang punya tanggal revisi punya tanggal pembuatan.",
        penjelasan="Tanpa tanggal pembuatan, tidak jelas dokumen mana yang direvisi.",
        saran="periksa apakah tanggal pembuatannya tertukar dengan tanggal revisi.",
    ),
    Aturan(
        "tanggal-sebelum-dasar-hukum",
        "sedang",
        document_follows_its_laws,
        judul="Dokumen tidak lebih tua daripada peraturan yang menjadi dasarnya.",
        penjelasan="Dokumen bertanggal 2020 tidak mungkin disusun menurut peraturan tahun 2022.",
        saran="periksa apakah tahun pada tanggal dokumennya salah ketik.",
    ),
    Aturan(
        "judul-mirip",
        "rendah",
        titles_differ,
        judul="Setiap SOP pada satu dinas mempunyai judul yang berbeda.",
        penjelasan="Dua SOP dengan judul yang hampir sama tertukar saat dicari atau dirujuk.",
        saran="periksa apakah judulnya perlu menyebut unit atau tempatnya.",
    ),
    Aturan(
        "naskah-berhuruf-asing",
        "sedang",
        source_is_latin,
        judul="Naskah ditulis dengan huruf Latin.",
        penjelasan=(
            "Paragraf beraksara lain di tengah SOP berarti ada halaman yang tidak terbaca atau "
            "tertukar."
        ),
        saran="periksa apakah ada halaman dokumen yang hilang di tempat ini.",
    ),
)
