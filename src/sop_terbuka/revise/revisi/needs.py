"""What an applicant brings, pays, fills and gets."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...data.model import Sop, Syarat
from ...data.uang import rupiah
from . import judge
from .bases import bases
from .ids import place
from .items import items
from .pairing import pair
from .record import Dampak, Perubahan
from .said import tariffs
from .sets import rearranged
from .text import capital, is_typo, joined
from .wording import said

# From asked only of those who have it to asked of everyone.
STRICTNESS = {"bila-ada": 0, "bersyarat": 1, "tidak-jelas": 2, "ya": 3}
_WAJIB = {
    "bila-ada": "bila ada",
    "bersyarat": "bersyarat",
    "tidak-jelas": "belum jelas",
    "ya": "wajib",
}


def compare(
    before: Sop, after: Sop, groups: Mapping[str, str], forms: Mapping[str, str]
) -> Iterator[Perubahan]:
    """Every change that an applicant meets outside the step table; ids get the names given."""
    yield from _requirements(before, after)
    yield from _fee(before, after)
    yield from _products(before, after)
    more, fewer = _both(after)
    titles = [[forms.get(key, key) for key in sop.formulir] for sop in (before, after)]
    yield from judge.listing("formulir", "formulir", titles[0], titles[1], more, more, fewer)
    yield from _variants(before, after)
    yield from items("kanal", "layanan daring", before.kanal, after.kanal, fewer, more)
    yield from _place(before, after)
    gone = [groups.get(a, a) for a in before.audiens if a not in after.audiens]
    new = [a for a in after.audiens if a not in before.audiens]
    names = joined([groups.get(a, a) for a in new])
    if gone:
        yield Perubahan("memberatkan", "audiens", "Tidak lagi ditujukan untuk", joined(gone), None)
    if new:
        to: Dampak = "internal" if new == ["internal"] else "meringankan"
        yield Perubahan(to, "audiens", "Kini ditujukan juga untuk", None, names)


def _place(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Where to go; one letter of an address leads elsewhere, so no difference is mere spelling."""
    more, fewer = _both(after)
    old, new = before.tempat, after.tempat
    if not old or not new:
        effect = fewer if new else more
        texts = [said(place) if place else None for place in (old, new)]
        yield from judge.text("tempat", "tempat layanan", texts[0], texts[1], effect)
        return
    changed = False
    for key, pada, what in (
        ("nama", "tempat", "tempat layanan"),
        ("alamat", "tempat.alamat", "alamat tempat layanan"),
        ("loket", "tempat.loket", "loket yang dimaksud"),
    ):
        a, b = getattr(old, key), getattr(new, key)
        if a != b:
            changed = True
            act = "diubah" if a and b else "ditambahkan" if b else "dihapus"
            yield Perubahan(more, pada, f"{capital(what)} {act}", a, b, periksa=True)
    yield from bases("tempat", old.dasar, new.dasar, None, changed)


def _both(sop: Sop) -> tuple[Dampak, Dampak]:
    return judge.on_people(sop, "memberatkan"), judge.on_people(sop, "meringankan")


def described(item: Syarat) -> str:
    """A requirement as a tick-list shows it."""
    details = [text for text in (item.bentuk, item.jumlah) if text]
    condition = "" if item.wajib == "ya" else f" ({_required(item)})"
    return ", ".join([item.berkas, *details]) + condition


def _required(item: Syarat) -> str:
    """Whether a requirement is asked, with the condition in its own words."""
    return _WAJIB[item.wajib] + (f": {item.bila}" if item.bila else "")


def _is_changed(old: Syarat, new: Syarat) -> bool:
    """Whether a requirement asks something else than before."""
    keys = ("wajib", "bila", "jumlah", "bentuk", "untuk", "salah_satu")
    asked = any(getattr(old, key) != getattr(new, key) for key in keys)
    return asked or not is_typo(old.berkas, new.berkas)


def _requirements(before: Sop, after: Sop) -> Iterator[Perubahan]:
    more, fewer = _both(after)
    kinds = {v.nama for v in after.varian if v.id not in {old.id for old in before.varian}}
    pairs = pair(before.persyaratan, after.persyaratan, lambda s: s.id, lambda s: s.berkas)
    variants = frozenset(v.nama for sop in (before, after) for v in sop.varian) or frozenset({""})
    still, already = rearranged(before.persyaratan, after.persyaratan, variants)
    for i, j in pairs.kept:
        found = _requirement(before.persyaratan[i], after.persyaratan[j], j, after, kinds)
        if i in still and j in already:
            # What it asks for did not change, so its basis need not have changed along.
            found = (_only_written(change) for change in found if not change.tetap)
        yield from found
    for i in pairs.gone:
        item = before.persyaratan[i]
        if i in still:
            words = "Syarat tidak lagi ditulis tersendiri; tetap diminta di baris lain"
            yield Perubahan("redaksi", "persyaratan", words, described(item), None)
            continue
        yield Perubahan(fewer, "persyaratan", "Syarat tidak lagi diminta", described(item), None)
    for j in pairs.new:
        item = after.persyaratan[j]
        pada = place("persyaratan", after.persyaratan, j)
        if j in already:
            words = "Syarat kini ditulis tersendiri; sebelumnya sudah diminta"
            yield Perubahan("redaksi", pada, words, None, described(item))
            continue
        yield Perubahan(
            more,
            pada,
            "Syarat baru harus disiapkan" if item.wajib == "ya" else "Syarat baru",
            None,
            described(item),
        )
    if pairs.moved:
        yield Perubahan("redaksi", "persyaratan", "Urutan persyaratan diubah")


def _only_written(change: Perubahan) -> Perubahan:
    """A change of a line that asks for the same as before: neither a burden nor a relief."""
    is_judged = change.dampak in ("memberatkan", "meringankan", "internal")
    return replace(change, dampak="redaksi", periksa=False) if is_judged else change


def _requirement(
    old: Syarat, new: Syarat, j: int, sop: Sop, kinds: set[str]
) -> Iterator[Perubahan]:
    """Changes of one requirement; `kinds` are the kinds of the service that are new."""
    more, fewer = _both(sop)
    pada, name = place("persyaratan", sop.persyaratan, j), f"syarat “{new.berkas}”"
    yield from judge.text(
        f"{pada}.berkas", "nama syarat", old.berkas, new.berkas, more, periksa=True
    )
    if old.wajib != new.wajib:
        effect = more if STRICTNESS[new.wajib] > STRICTNESS[old.wajib] else fewer
        yield Perubahan(
            effect,
            f"{pada}.wajib",
            f"Kewajiban {name} diubah",
            _required(old),
            _required(new),
        )
    if old.jumlah != new.jumlah:
        a, b = _number(old.jumlah), _number(new.jumlah)
        effect = more if b >= a else fewer
        yield from judge.text(
            f"{pada}.jumlah", f"jumlah {name}", old.jumlah, new.jumlah, effect, periksa=a == b
        )
    if old.bentuk != new.bentuk:
        a_words, b_words = set((old.bentuk or "").split()), set((new.bentuk or "").split())
        effect = fewer if b_words < a_words else more
        sure = b_words < a_words or a_words < b_words
        yield from judge.text(
            f"{pada}.bentuk", f"bentuk {name}", old.bentuk, new.bentuk, effect, periksa=not sure
        )
    if old.bila != new.bila and old.wajib == new.wajib:
        yield from judge.text(
            f"{pada}.bila", f"keadaan yang mewajibkan {name}", old.bila, new.bila, more, True
        )
    if old.untuk != new.untuk:
        wider = not new.untuk or (bool(old.untuk) and set(old.untuk) < set(new.untuk))
        # Nobody applied for a kind that is new, so nobody has to bring more than before.
        fresh = bool(old.untuk) and set(new.untuk) - set(old.untuk) == kinds & set(new.untuk)
        fresh = fresh and wider and bool(new.untuk)
        effect = "redaksi" if fresh else more if wider else fewer
        yield Perubahan(
            effect,
            f"{pada}.untuk",
            f"Jenis layanan yang memerlukan {name} diubah",
            joined(old.untuk) or "semua",
            joined(new.untuk) or "semua",
        )
    for key, what, effect, unsure in (
        ("jenis", f"macam {name}", "redaksi", False),
        ("kelompok", f"kelompok {name}", "redaksi", False),
        ("id", f"id {name}", "redaksi", False),
        ("salah_satu", f"pilihan pada {name}", more, True),
    ):
        a_text, b_text = (
            None if (value := getattr(item, key)) is None else said(value) for item in (old, new)
        )
        yield from judge.text(f"{pada}.{key}", what, a_text, b_text, effect, unsure)
    yield from judge.text(f"{pada}.catatan", f"catatan {name}", old.catatan, new.catatan, "redaksi")
    yield from bases(name, old.dasar, new.dasar, pada, _is_changed(old, new))


def _number(text: str | None) -> int:
    digits = "".join(ch if ch.isdigit() else " " for ch in text or "").split()
    return int(digits[0][:9]) if digits else 1


_TOLD_APART: dict[str, object] = {"catatan": None, "dasar": [], "tarif": []}


def _fee(before: Sop, after: Sop) -> Iterator[Perubahan]:
    old, new = before.biaya, after.biaya
    more, fewer = _both(after)
    was, now = fee(before), fee(after)
    if was != now:
        if old.jumlah is not None and new.jumlah is not None:
            grows = new.jumlah > old.jumlah
            effect, words = (more, "Biaya naik") if grows else (fewer, "Biaya turun")
            yield Perubahan(effect, "biaya", words, was, now)
        elif new.jumlah == 0:
            yield Perubahan(fewer, "biaya", "Biaya kini disebut", was, now)
        elif new.jumlah is not None and old.uraian is None:
            yield Perubahan(more, "biaya", "Biaya kini ada", was, now)
        elif old.uraian is not None and new.uraian is not None and is_typo(old.uraian, new.uraian):
            yield Perubahan("redaksi", "biaya", "Ejaan biaya diubah", was, now)
        else:
            yield Perubahan(more, "biaya", "Keterangan biaya diubah", was, now, periksa=True)
    elif old.model_copy(update=_TOLD_APART) != new.model_copy(update=_TOLD_APART):
        yield Perubahan("redaksi", "biaya", "Cara menulis biaya diubah; artinya tetap", was, now)
    yield from tariffs(before, after)
    yield from judge.text("biaya.catatan", "catatan biaya", old.catatan, new.catatan, "redaksi")
    yield from bases("biaya", old.dasar, new.dasar, None, was != now)


def fee(sop: Sop) -> str:
    """The fee as a page says it."""
    if sop.biaya.jumlah == 0:
        return "gratis"
    if sop.biaya.jumlah is not None:
        return rupiah(sop.biaya.jumlah)
    return sop.biaya.uraian or "tidak disebut"


def _products(before: Sop, after: Sop) -> Iterator[Perubahan]:
    more, fewer = _both(after)
    pairs = pair(before.produk, after.produk, lambda p: p.id, lambda p: p.nama)
    for i, j in pairs.kept:
        old, new = before.produk[i], after.produk[j]
        pada, name = place("produk", after.produk, j), f"hasil layanan “{new.nama}”"
        yield from judge.text(
            f"{pada}.nama", "nama hasil layanan", old.nama, new.nama, more, periksa=True
        )
        yield from judge.text(
            f"{pada}.berlaku", f"masa berlaku {name}", old.berlaku, new.berlaku, more, periksa=True
        )
        changed = (old.nama, old.berlaku) != (new.nama, new.berlaku)
        yield from bases(name, old.dasar, new.dasar, pada, changed)
    for i in pairs.gone:
        yield Perubahan(
            more, "produk", "Hasil layanan tidak lagi diberikan", before.produk[i].nama, None
        )
    for j in pairs.new:
        yield Perubahan(
            fewer,
            place("produk", after.produk, j),
            "Hasil layanan baru",
            None,
            after.produk[j].nama,
        )


def _variants(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Kinds of the service; telling kinds apart at all neither burdens nor eases."""
    more, fewer = _both(after)
    old, now = [item.nama for item in before.varian], [item.nama for item in after.varian]
    if not old or not now:
        if old or now:
            words = "dibedakan menurut jenis" if now else "tidak lagi dibedakan menurut jenis"
            texts = (joined(old) or None, joined(now) or None)
            yield Perubahan("redaksi", "varian", f"Layanan {words}", texts[0], texts[1])
        return
    yield from judge.listing("varian", "jenis layanan", old, now, "internal", fewer, more)
    if old == now and [item.id for item in before.varian] != [item.id for item in after.varian]:
        ids = [joined([item.id for item in sop.varian]) for sop in (before, after)]
        yield Perubahan("redaksi", "varian", "Id jenis layanan diganti", ids[0], ids[1])
