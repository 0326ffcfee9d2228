"""The keys that are told as before and after, and lists told item by item."""

from collections.abc import Iterator
from typing import Any

from ...data.model import Instansi, JangkaWaktu, Sop
from ...data.model.dasar import Dasar
from . import judge
from .bases import bases
from .ids import place
from .items import items
from .pairing import Pairs, pair
from .record import Dampak, Perubahan
from .text import capital, shortened
from .wording import said

# Keys of an SOP: what they are called, and whom a change concerns. What is promised or asked of
# applicants weighs on them when it goes; the rest is the office's own.
Effects = tuple[Dampak, Dampak]
_PROMISED: Effects = ("meringankan", "memberatkan")
_ASKED: Effects = ("memberatkan", "meringankan")
_OWN: Effects = ("internal", "internal")
_SOP: dict[str, tuple[str, Effects]] = {
    "jenis_dokumen": ("jenis dokumen", ("hukum", "hukum")),
    "siapa": ("keterangan siapa yang boleh mengajukan", _ASKED),
    "pengaduan": ("penanganan pengaduan", _PROMISED),
    "jaminan_pelayanan": ("jaminan pelayanan", _PROMISED),
    "jaminan_keamanan": ("jaminan keamanan dan keselamatan", _PROMISED),
    "sarana": ("sarana dan prasarana", _OWN),
    "kompetensi": ("kompetensi pelaksana", _OWN),
    "pengawasan_internal": ("pengawasan internal", _OWN),
    "jumlah_pelaksana": ("jumlah pelaksana", _OWN),
    "evaluasi_kinerja": ("evaluasi kinerja", _OWN),
    "pengertian": ("pengertian", _OWN),
    "tujuan": ("tujuan", _OWN),
    "kebijakan": ("kebijakan", _OWN),
    "referensi": ("referensi", _OWN),
    "ruang_lingkup": ("ruang lingkup", _OWN),
    "definisi": ("definisi", _OWN),
    "unit_terkait": ("unit terkait", _OWN),
    "bagan": ("tulisan pada diagram alir", _OWN),
    "bagian_lain": ("bagian lain dokumen", _OWN),
    "lampiran": ("lampiran", _OWN),
    "bukan_di_sini": ("petunjuk ke tempat lain", ("redaksi", "redaksi")),
    "temuan_pembaca": ("temuan yang dilihat pembaca", ("redaksi", "redaksi")),
    "perubahan": ("catatan perubahan nilai", ("redaksi", "redaksi")),
    "tinjau_sebelum": ("tanggal tinjauan berikutnya", _OWN),
}
_DOCUMENT = {
    "nomor_sk": "nomor keputusan penetapan",
    "kode_klasifikasi": "kode klasifikasi",
    "revisi_ke": "nomor revisi",
    "halaman": "isi kotak halaman",
    "disusun_oleh": "penyusun dokumen",
    "diperiksa_oleh": "pemeriksa dokumen",
    "tercetak_kosong": "daftar kotak kosong",
}
_REACH = {
    "kontak": "kontak",
    "pengaduan": "saluran pengaduan",
    "jam": "jam layanan",
    "tempat": "tempat layanan",
}
_OFFICE: dict[str, tuple[str, Effects]] = {
    "maklumat": ("maklumat pelayanan", _PROMISED),
    "panggilan": ("nama panggilan dinas", _OWN),
    "logo": ("berkas logo", ("redaksi", "redaksi")),
}


def of_sop(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Changes of an SOP's keys that are told as before and after."""
    for key, (name, effects) in _SOP.items():
        yield from _key(key, name, getattr(before, key), getattr(after, key), effects, after)
    come, gone = (_effect(effect, after) for effect in _PROMISED)
    yield from items("jam", "jam layanan", before.jam, after.jam, come, gone)
    for key, name in _DOCUMENT.items():
        old, new = getattr(before.dokumen, key), getattr(after.dokumen, key)
        yield from _key(f"dokumen.{key}", name, old, new, ("hukum", "hukum"), after)
    yield from _promise(after, "jangka_waktu", "", before.jangka_waktu, after.jangka_waktu)
    was = {variant.id: variant for variant in before.varian}
    for variant in after.varian:
        if variant.id in was:
            of = f" untuk {variant.nama}"
            pada = f"varian[{variant.id}].jangka_waktu"
            yield from _promise(after, pada, of, was[variant.id].jangka_waktu, variant.jangka_waktu)


def of_office(before: Instansi, after: Instansi) -> Iterator[Perubahan]:
    """Changes of an office's keys that are told as before and after."""
    for key, name in _REACH.items():
        yield from items(key, name, getattr(before, key), getattr(after, key), *_PROMISED)
    for key, (name, effects) in _OFFICE.items():
        yield from _key(key, name, getattr(before, key), getattr(after, key), effects, None)


def tariffs(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Changed lines of a list of fees: more to pay, less to pay, or said otherwise."""
    old, new = before.biaya.tarif, after.biaya.tarif
    more, fewer = judge.on_people(after, "memberatkan"), judge.on_people(after, "meringankan")
    pairs = pair(old, new, lambda item: item.id, lambda item: item.uraian)
    for i, j in pairs.kept:
        a, b, pada = old[i], new[j], place("biaya.tarif", new, j)
        if a == b:
            continue
        name = f"tarif “{b.uraian}”"
        if a.jumlah is not None and b.jumlah is not None and a.jumlah != b.jumlah:
            grows = b.jumlah > a.jumlah
            words = f"{capital(name)} {'naik' if grows else 'turun'}"
            yield Perubahan(more if grows else fewer, pada, words, said(a), said(b))
        elif said(a) != said(b):
            yield Perubahan(more, pada, f"{capital(name)} diubah", said(a), said(b), periksa=True)
        yield from bases(name, a.dasar, b.dasar, pada, said(a) != said(b))
        if said(a) == said(b) and a.dasar == b.dasar:
            yield Perubahan("redaksi", pada, f"Data {name} diubah; artinya tetap")
    for i in pairs.gone:
        yield Perubahan(fewer, "biaya.tarif", "Tarif dihapus", said(old[i]), None, periksa=True)
    for j in pairs.new:
        yield Perubahan(more, place("biaya.tarif", new, j), "Tarif baru", None, said(new[j]))
    if pairs.moved:
        yield Perubahan("redaksi", "biaya.tarif", "Urutan tarif diubah")


def _promise(
    sop: Sop, pada: str, of: str, old: JangkaWaktu | None, new: JangkaWaktu | None
) -> Iterator[Perubahan]:
    texts = [time.teks if time else None for time in (old, new)]
    yield from judge.time(sop, f"{pada}.teks", f"Jangka waktu layanan{of}", *texts)
    if old and new and old != new and texts[0] == texts[1]:
        since = (old.mulai_dihitung, new.mulai_dihitung)
        name = f"saat jangka waktu{of} mulai dihitung"
        effect = judge.on_people(sop, "memberatkan")
        yield from judge.text(f"{pada}.mulai_dihitung", name, *since, effect, periksa=True)
    if old and new and old != new:
        changed = (old.teks, old.mulai_dihitung) != (new.teks, new.mulai_dihitung)
        yield from bases(f"jangka waktu{of}", old.dasar, new.dasar, pada, changed)


def _key(
    pada: str, name: str, old: object, new: object, effects: Effects, sop: Sop | None
) -> Iterator[Perubahan]:
    """One key before and after: a text, or a list item by item."""
    if old == new:
        return
    come, gone = (_effect(effect, sop) for effect in effects)
    if isinstance(old, list) or isinstance(new, list):
        lists = [value if isinstance(value, list) else [] for value in (old, new)]
        # What was only changed may be worse for somebody.
        kept = _effect("memberatkan", sop) if "memberatkan" in effects else come
        yield from _list(pada, name, lists[0], lists[1], (kept, come, gone))
        return
    words = [None if value is None else said(value) for value in (old, new)]
    yield from judge.text(pada, name, words[0], words[1], come if old is None else gone)
    if old is not None and new is not None:
        yield from bases(name, _bases(old), _bases(new), pada, words[0] != words[1])
    if words[0] == words[1] and _same_bases(old, new):
        yield Perubahan("redaksi", pada, f"Data {name} diubah; artinya tetap")


def _list(
    pada: str, name: str, old: list[Any], new: list[Any], effects: tuple[Dampak, Dampak, Dampak]
) -> Iterator[Perubahan]:
    """A list item by item; `effects` are those of what changed, came and went."""
    kept, come, gone = effects
    pairs = pair(old, new, lambda item: getattr(item, "id", None), said)
    if len(old) == len(new) == 1:
        pairs = Pairs(((0, 0),), (), (), frozenset())
    silent = True
    for i, j in pairs.kept:
        texts, spot = (said(old[i]), said(new[j])), place(pada, new, j)
        which = f"{name} “{shortened(texts[1], 50)}”"
        found = [
            *judge.text(spot, name, *texts, kept, periksa=kept == "memberatkan"),
            *bases(which, _bases(old[i]), _bases(new[j]), spot, texts[0] != texts[1]),
        ]
        silent = silent and not found
        yield from found
    for i in pairs.gone:
        yield from judge.text(pada, name, said(old[i]), None, gone)
    for j in pairs.new:
        yield from judge.text(place(pada, new, j), name, None, said(new[j]), come)
    if pairs.moved:
        yield Perubahan("redaksi", pada, f"Urutan {name} diubah")
    elif silent and not pairs.gone and not pairs.new:
        yield Perubahan("redaksi", pada, f"Data {name} diubah; artinya tetap")


def _bases(value: object) -> list[Dasar]:
    found = getattr(value, "dasar", None)
    return found if isinstance(found, list) else []


def _same_bases(old: object, new: object) -> bool:
    return _bases(old) == _bases(new)


def _effect(effect: Dampak, sop: Sop | None) -> Dampak:
    return judge.on_people(sop, effect) if sop else effect
