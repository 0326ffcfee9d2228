"""What stands in the document beside the steps: identity, legal bases, boxes, notes."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from ...data.model import DasarHukum, Peraturan, Sop
from ...data.tanggal import in_words
from . import judge
from .ids import place
from .pairing import pair
from .record import Dampak, Perubahan
from .text import capital, is_typo
from .wording import said

STATUS = {
    "berlaku": "berlaku",
    "diubah": "berlaku dengan perubahan",
    "sebagian_dicabut": "sebagian dicabut",
    "dicabut": "dicabut",
    "berakhir": "sudah berakhir",
    "belum_terverifikasi": "belum dipastikan",
}
_BOXES = {
    "kualifikasi_pelaksana": "kualifikasi pelaksana",
    "peralatan": "peralatan",
    "peringatan": "peringatan",
    "pencatatan": "pencatatan",
}
_PAGE: dict[str, tuple[str, Dampak]] = {
    "nama": ("nama layanan", "redaksi"),
    "nama_sop": ("judul dokumen", "redaksi"),
    "ringkasan": ("ringkasan", "redaksi"),
    "topik": ("topik di beranda", "redaksi"),
    "layanan": ("kunci layanan yang sama di dinas lain", "redaksi"),
    "unit": ("unit yang melayani", "internal"),
    "tanpa_langkah": ("penjelasan tanpa tabel langkah", "redaksi"),
}
_DOCUMENT = {
    "nomor": "nomor SOP",
    "tanggal_pembuatan": "tanggal pembuatan",
    "tanggal_revisi": "tanggal revisi",
    "tanggal_efektif": "tanggal efektif",
    "tanggal_pengesahan": "tanggal pengesahan",
    "unit_tertulis": "nama unit pada dokumen",
}
_REST = {
    "kop": "kepala dokumen",
    "lembar_kerja": "lembar kerja",
    "koreksi": "catatan koreksi salinan",
    "catatan": "catatan penyalin",
    "sumber": "letak pada dokumen sumber",
}


def compare(before: Sop, after: Sop, laws: Mapping[str, Peraturan]) -> Iterator[Perubahan]:
    """Every change of the document's other parts; `laws` tells what a cited regulation is worth."""
    for key, (name, dampak) in _PAGE.items():
        yield from judge.text(key, name, getattr(before, key), getattr(after, key), dampak)
    yield from judge.listing("sebutan", "sebutan lain", before.sebutan, after.sebutan, "redaksi")
    yield from judge.listing(
        "alamat_lama", "alamat lama", before.alamat_lama, after.alamat_lama, "redaksi"
    )
    yield from judge.time(
        after,
        "waktu_total_tertulis",
        "Waktu total yang tertulis",
        before.waktu_total_tertulis,
        after.waktu_total_tertulis,
    )
    yield from _laws(before.dasar_hukum, after.dasar_hukum, laws)
    for key, name in _BOXES.items():
        yield from judge.listing(key, name, getattr(before, key), getattr(after, key), "internal")
    related = [k.teks for k in before.keterkaitan], [k.teks for k in after.keterkaitan]
    yield from judge.listing("keterkaitan", "SOP terkait", *related, "internal")
    if related[0] == related[1] and before.keterkaitan != after.keterkaitan:
        links = [said([k.sop or "tidak ada" for k in sop.keterkaitan]) for sop in (before, after)]
        yield Perubahan(
            "redaksi", "keterkaitan", "Tautan ke SOP terkait diubah", links[0], links[1]
        )
    yield from _document(before, after)
    for key, name in _REST.items():
        old = getattr(before.dokumen if key == "kop" else before, key)
        new = getattr(after.dokumen if key == "kop" else after, key)
        yield from whole(key, name, old, new, "redaksi")


def _document(before: Sop, after: Sop) -> Iterator[Perubahan]:
    for key, name in _DOCUMENT.items():
        texts = [getattr(sop.dokumen, key) for sop in (before, after)]
        if key.startswith("tanggal"):
            texts = [in_words(text) if text else text for text in texts]
            # Two dates are never one with a slip of the pen: a digit more is another day.
            if texts[0] and texts[1] and texts[0] != texts[1]:
                words = f"{capital(name)} diubah"
                yield Perubahan("hukum", f"dokumen.{key}", words, texts[0], texts[1])
                continue
        yield from judge.text(f"dokumen.{key}", name, texts[0], texts[1], "hukum")
    old, new = before.dokumen.disahkan_oleh, after.dokumen.disahkan_oleh
    yield from judge.text(
        "dokumen.disahkan_oleh",
        "pejabat pengesah",
        old.tertulis if old else None,
        new.tertulis if new else None,
        "hukum",
    )
    who = [signed.pejabat if signed else None for signed in (old, new)]
    if (old is None) == (new is None) and who[0] != who[1]:
        words = "Rujukan pejabat pengesah diubah"
        yield Perubahan("hukum", "dokumen.disahkan_oleh.pejabat", words, who[0], who[1])
    yield from judge.text("status", "status data", before.status, after.status, "hukum")
    by = [
        (sop.status_oleh, in_words(sop.status_tanggal) if sop.status_tanggal else None)
        for sop in (before, after)
    ]
    if by[0] != by[1]:
        who_by = [" pada ".join(part for part in pair if part) or "belum ada" for pair in by]
        yield Perubahan(
            "hukum", "status_oleh", "Pemeriksa atau pengesah data diubah", who_by[0], who_by[1]
        )


def _laws(
    before: list[DasarHukum], after: list[DasarHukum], laws: Mapping[str, Peraturan]
) -> Iterator[Perubahan]:
    # Two regulations' names are alike by nature, so without the same id only near equality counts.
    pairs = pair(before, after, lambda b: b.peraturan, lambda b: b.tertulis, alike=0.95)
    for i, j in pairs.kept:
        old, new = before[i], after[j]
        pada = place("dasar_hukum", after, j)
        if old.peraturan != new.peraturan:
            yield Perubahan(
                "hukum",
                f"{pada}.peraturan",
                "Dasar hukum kini dikaitkan dengan peraturan lain",
                old.peraturan or "tidak ada",
                new.peraturan or "tidak ada",
            )
        if old.tertulis != new.tertulis:
            effect: Dampak = "redaksi" if is_typo(old.tertulis, new.tertulis) else "hukum"
            yield Perubahan(
                effect, f"{pada}.tertulis", "Kutipan dasar hukum diubah", old.tertulis, new.tertulis
            )
    gone, new_ones = list(pairs.gone), list(pairs.new)
    for i in list(gone):
        heir = _heir(before[i], [(j, after[j]) for j in new_ones], i, laws)
        if heir is not None:
            gone.remove(i)
            new_ones.remove(heir)
            yield Perubahan(
                "hukum",
                f"dasar_hukum[{heir + 1}]",
                f"Dasar hukum diganti{_worth(before[i], after[heir], laws)}",
                before[i].tertulis,
                after[heir].tertulis,
            )
    for i in gone:
        yield Perubahan(
            "hukum",
            "dasar_hukum",
            f"Dasar hukum dihapus{_state(before[i], laws)}",
            before[i].tertulis,
            None,
        )
    for j in new_ones:
        yield Perubahan(
            "hukum",
            place("dasar_hukum", after, j),
            f"Dasar hukum ditambahkan{_state(after[j], laws)}",
            None,
            after[j].tertulis,
        )
    if pairs.moved:
        yield Perubahan("redaksi", "dasar_hukum", "Urutan dasar hukum diubah")


def _heir(
    old: DasarHukum,
    candidates: list[tuple[int, DasarHukum]],
    position: int,
    laws: Mapping[str, Peraturan],
) -> int | None:
    law = laws.get(old.peraturan or "")
    named = next((j for j, new in candidates if law and new.peraturan in law.rujukan_kini), None)
    return named if named is not None else next((j for j, _ in candidates if j == position), None)


def _state(basis: DasarHukum, laws: Mapping[str, Peraturan]) -> str:
    law = laws.get(basis.peraturan or "")
    return f" (status menurut data: {STATUS[law.status]}, per {law.status_per})" if law else ""


def _worth(old: DasarHukum, new: DasarHukum, laws: Mapping[str, Peraturan]) -> str:
    was, now = laws.get(old.peraturan or ""), laws.get(new.peraturan or "")
    if not was or not now:
        return ""
    states = f"menurut data: yang lama {STATUS[was.status]}, yang baru {STATUS[now.status]}"
    if now.id in was.rujukan_kini:
        return f" dengan penggantinya ({states})"
    return f" ({states}; yang baru tidak tercatat sebagai penggantinya)"


def whole(pada: str, name: str, old: object, new: object, dampak: Dampak) -> Iterator[Perubahan]:
    """A changed value with its words: a list item by item, anything else before and after."""
    if old == new:
        return
    if isinstance(old, list) and isinstance(new, list):
        lists = [[said(item) for item in side] for side in (old, new)]
        if lists[0] != lists[1]:
            yield from judge.listing(pada, name, lists[0], lists[1], dampak)
            return
    texts = [None if side in (None, []) else said(side) for side in (old, new)]
    if texts[0] == texts[1]:
        yield Perubahan(dampak, pada, f"Asal keterangan {name} diubah")
    else:
        yield from judge.text(pada, name, texts[0], texts[1], dampak)


def records(
    before: BaseModel, after: BaseModel, dampak: Mapping[str, tuple[str, Dampak]]
) -> Iterator[Perubahan]:
    """Changed top-level keys of any record; unnamed keys are `redaksi`."""
    for key in type(after).model_fields:
        old, new = getattr(before, key), getattr(after, key)
        if old == new:
            continue
        name, effect = dampak.get(key, (key.replace("_", " "), "redaksi"))
        if isinstance(old, str | None) and isinstance(new, str | None):
            yield from judge.text(key, name, old, new, effect)
        else:
            yield from whole(key, name, old, new, effect)
