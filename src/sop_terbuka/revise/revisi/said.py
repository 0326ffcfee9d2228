"""What a record says in a few words, and the keys that are told as before and after."""

from collections.abc import Callable, Iterator

from ...data.model import (
    BagianLain,
    BukanDiSini,
    Definisi,
    Instansi,
    Jam,
    JangkaWaktu,
    Komponen,
    PenandaTangan,
    PerubahanNilai,
    SalahSatu,
    Siapa,
    Sop,
    Sublangkah,
    Tarif,
    TempatLayanan,
)
from ...data.uang import rupiah
from . import judge
from .pairing import pair
from .record import Dampak, Perubahan
from .text import capital

# Keys of an SOP: what they are called, and whom a change concerns. What is promised or asked of
# applicants weighs on them when it goes; the rest is the office's own.
Effects = tuple[Dampak, Dampak]
_PROMISED: Effects = ("meringankan", "memberatkan")
_ASKED: Effects = ("memberatkan", "meringankan")
_OWN: Effects = ("internal", "internal")
_SOP: dict[str, tuple[str, Effects]] = {
    "jenis_dokumen": ("jenis dokumen", ("hukum", "hukum")),
    "siapa": ("keterangan siapa yang boleh mengajukan", _ASKED),
    "jam": ("jam layanan", _PROMISED),
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
_OFFICE: dict[str, tuple[str, Effects]] = {
    "jam": ("jam layanan", _PROMISED),
    "tempat": ("tempat layanan", _PROMISED),
    "maklumat": ("maklumat pelayanan", _PROMISED),
    "panggilan": ("nama panggilan dinas", _OWN),
    "logo": ("berkas logo", ("redaksi", "redaksi")),
}


def of_sop(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Changes of an SOP's keys that are told as before and after."""
    for key, (name, effects) in _SOP.items():
        yield from _key(key, name, getattr(before, key), getattr(after, key), effects, after)
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
    for key, (name, effects) in _OFFICE.items():
        yield from _key(key, name, getattr(before, key), getattr(after, key), effects, None)


def tariffs(before: Sop, after: Sop) -> Iterator[Perubahan]:
    """Changed lines of a list of fees: more to pay, less to pay, or said otherwise."""
    old, new = before.biaya.tarif, after.biaya.tarif
    more, fewer = judge.on_people(after, "memberatkan"), judge.on_people(after, "meringankan")
    pairs = pair(old, new, lambda item: item.id, lambda item: item.uraian)
    for i, j in pairs.kept:
        a, b, pada = old[i], new[j], f"biaya.tarif[{j + 1}]"
        if a == b:
            continue
        name = f"tarif “{b.uraian}”"
        if a.jumlah is not None and b.jumlah is not None and a.jumlah != b.jumlah:
            grows = b.jumlah > a.jumlah
            words = f"{capital(name)} {'naik' if grows else 'turun'}"
            yield Perubahan(more if grows else fewer, pada, words, said(a), said(b))
        elif said(a) != said(b):
            yield Perubahan(more, pada, f"{capital(name)} diubah", said(a), said(b), periksa=True)
        else:
            yield Perubahan("redaksi", pada, f"Keterangan {name} diubah")
    for i in pairs.gone:
        yield Perubahan(fewer, "biaya.tarif", "Tarif dihapus", said(old[i]), None, periksa=True)
    for j in pairs.new:
        yield Perubahan(more, f"biaya.tarif[{j + 1}]", "Tarif baru", None, said(new[j]))
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
        if since[0] == since[1]:
            yield Perubahan("redaksi", f"{pada}.dasar", f"Asal keterangan jangka waktu{of} diubah")


def _key(
    pada: str, name: str, old: object, new: object, effects: Effects, sop: Sop | None
) -> Iterator[Perubahan]:
    """One key before and after: a text, or a list item by item."""
    if old == new:
        return
    come, gone = (_effect(effect, sop) for effect in effects)
    if isinstance(old, list) or isinstance(new, list):
        lists = [[said(item) for item in value] for value in (old, new) if isinstance(value, list)]
        # What was only changed may be worse for somebody.
        kept = _effect("memberatkan", sop) if "memberatkan" in effects else come
        yield from judge.listing(pada, name, lists[0], lists[1], kept, come, gone)
        changed = lists[0] != lists[1]
    else:
        texts = [None if value is None else said(value) for value in (old, new)]
        effect = come if old is None else gone
        yield from judge.text(pada, name, texts[0], texts[1], effect)
        changed = texts[0] != texts[1]
    if not changed:
        yield Perubahan("redaksi", pada, f"Asal keterangan {name} diubah")


def _effect(effect: Dampak, sop: Sop | None) -> Dampak:
    return judge.on_people(sop, effect) if sop else effect


def said(value: object) -> str:
    """A value in a few words."""
    words = _WORDS.get(type(value))
    if words:
        return words(value)
    if isinstance(value, list):
        return "; ".join(said(item) for item in value)
    return str(value)


def _hours(item: Jam) -> str:
    rest = f", istirahat {item.istirahat}" if item.istirahat else ""
    what = ", ".join(part for part in (item.untuk, item.tempat) if part)
    return f"{', '.join(item.hari)} {item.buka}-{item.tutup}{rest}" + (f" ({what})" if what else "")


def _tariff(item: Tarif) -> str:
    amount = "" if item.jumlah is None else f": {rupiah(item.jumlah)}"
    unit = f" {item.satuan}" if item.satuan else ""
    kinds = f" ({', '.join(item.untuk)})" if item.untuk else ""
    return f"{item.uraian}{kinds}{amount}{unit}"


def _choice(item: SalahSatu) -> str:
    how = ", ".join(part for part in (item.bentuk, item.jumlah) if part)
    return item.berkas + (f" ({how})" if how else "") + (f", bila {item.bila}" if item.bila else "")


def _change(item: PerubahanNilai) -> str:
    old, new = item.dari or "belum ada", item.menjadi or "dihapus"
    return f"{item.pada}: {old} menjadi {new}, {item.tanggal}"


def _elsewhere(item: BukanDiSini) -> str:
    more = ", ".join(part for part in (item.url, item.sop) if part)
    words = f"{item.untuk}: {item.ke}" + (f" ({more})" if more else "")
    return f"{words}. {item.catatan}" if item.catatan else words


_WORDS: dict[type, Callable[..., str]] = {
    BagianLain: lambda item: f"{item.judul}: {'; '.join(item.isi)}",
    BukanDiSini: _elsewhere,
    Definisi: lambda item: f"{item.istilah}: {item.arti}",
    Jam: _hours,
    Komponen: lambda item: "; ".join(item.isi),
    PenandaTangan: lambda item: item.tertulis + (f", {item.tanggal}" if item.tanggal else ""),
    PerubahanNilai: _change,
    SalahSatu: _choice,
    Siapa: lambda item: item.teks + (f" ({', '.join(item.untuk)})" if item.untuk else ""),
    Sublangkah: lambda item: f"{item.nomor_tertulis or ''} {item.teks}".strip(),
    Tarif: _tariff,
    TempatLayanan: lambda item: item.nama + (f", {item.alamat}" if item.alamat else ""),
}
