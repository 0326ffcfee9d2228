"""The four answers that every output gives first: how long, what it costs, what comes out, where.

Silence of the sources is an answer too, and is said in the same words everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..data.model import Instansi, Sop, Tarif
from ..data.model.pelayanan import Tempat
from ..data.uang import rupiah
from ..data.waktu import total
from .lama import Lama

TIDAK_DISEBUT = "Tidak disebut"
SUMMED = "Jumlah waktu langkah, bukan janji."


@dataclass(frozen=True)
class Fakta:
    """One answer: a short value, or the quiet word that it is not stated, and what adds to it."""

    nilai: str
    rincian: str
    disebut: bool = True
    catatan: str = ""


def time(lama: Lama, varian: str = "") -> Fakta:
    """How long it takes: the promise, else the stated sum, else our own sum, named as such.

    Of a variant, by its name, what is promised or summed for it alone.
    """
    if own := [one for one in lama.janji if varian and one.varian == varian]:
        return _promise(replace(lama, janji=(replace(own[0], varian=""),)))
    if lama.asal == "jumlah" and (sums := dict(lama.menurut_varian).get(varian)) and sums.teks:
        return Fakta(sums.teks, SUMMED)
    if lama.asal == "standar":
        return _promise(lama)
    if lama.asal == "tertulis":
        return Fakta(lama.tertulis, " ".join(_stated(lama)))
    if not lama.langkah:
        return Fakta(TIDAK_DISEBUT, "Dokumen tidak memuat tabel langkah.", False)
    if lama.asal == "tidak disebut":
        parts = [f"{lama.langkah} langkah, tanpa waktu yang dapat dijumlahkan."]
        if lama.seluruhnya.terbuka:
            shown = ", ".join(f'"{text}"' for text in dict.fromkeys(lama.seluruhnya.terbuka))
            parts.append(f"Tertulis: {shown}.")
        return Fakta(TIDAK_DISEBUT, " ".join(parts), False)
    parts = [SUMMED]
    if lama.pemohon.teks and lama.petugas.teks:
        parts.append(f"Anda {lama.pemohon.teks}, petugas {lama.petugas.teks}.")
    if len({summed.teks for _, summed in lama.menurut_varian}) > 1:
        parts += [f"{name}: {summed.teks}." for name, summed in lama.menurut_varian if summed.teks]
    if lama.kecuali:
        parts.append(f"Belum termasuk: {', '.join(lama.kecuali)}.")
    if lama.seluruhnya.untuk_satu:
        counted = " dan ".join(f"satu {what}" for what in lama.seluruhnya.untuk_satu)
        parts.append(f"Dihitung untuk {counted}.")
    return Fakta(lama.seluruhnya.teks, " ".join(parts))


def _stated(lama: Lama) -> Iterator[str]:
    """Whose sum it is, and what the steps really add up to where that is another one."""
    yield "Jumlah waktu yang tertulis dalam dokumen."
    own, written = lama.seluruhnya, total([lama.tertulis])
    if own.teks and written.teks and own.teks != written.teks and not lama.kecuali:
        yield f"Langkah-langkahnya sendiri berjumlah {own.teks}."


def _promise(lama: Lama) -> Fakta:
    """The standard's own words; by variant where it makes a difference between them."""
    parts = ["Jangka waktu menurut standar.", *_said_by(lama)]
    if len(lama.janji) == 1 and not lama.janji[0].varian:
        (one,) = lama.janji
        since = one.jangka_waktu.mulai_dihitung
        if since:
            parts.append(f"Dihitung {sejak(since)}.")
        return Fakta(one.jangka_waktu.teks, " ".join(parts))
    for one in lama.janji:
        since = one.jangka_waktu.mulai_dihitung
        words = one.jangka_waktu.teks + (f", {sejak(since)}" if since else "")
        parts.append(f"{one.varian or 'Umum'}: {words}.")
    texts = dict.fromkeys(one.jangka_waktu.teks for one in lama.janji)
    return Fakta(" atau ".join(texts), " ".join(parts))


def _said_by(lama: Lama) -> Iterator[str]:
    """Who states the promise, where it is not the document itself, and what to know about it."""
    for basis in dict.fromkeys(basis for one in lama.janji for basis in one.jangka_waktu.dasar):
        if basis.nama and basis.jenis != "sop":
            yield f"Sumber: {basis.nama}."
        if basis.catatan:
            yield f"{basis.catatan.rstrip('.')}."


def sejak(since: str) -> str:
    """From when a time counts, whether or not the source wrote "sejak" itself."""
    first = since.split()[0].lower()
    return since if first in ("sejak", "setelah", "sesudah", "mulai") else f"sejak {since}"


def fee(sop: Sop, varian: str = "") -> Fakta:
    """What it costs, all in all or for one variant: an amount, or the range of its list."""
    biaya = sop.biaya
    rates = [item for item in biaya.tarif if not varian or not item.untuk or varian in item.untuk]
    note = biaya.catatan or ""
    if biaya.tidak_disebut == "ya":
        return Fakta(TIDAK_DISEBUT, "dalam dokumen dinas. Pastikan ke petugas.", False, note)
    lines = "; ".join(_tariff(sop, item) for item in rates)
    detail = ". ".join(part.rstrip(".") for part in (biaya.uraian, lines) if part)
    # A note that follows is a sentence of its own.
    detail = f"{detail.rstrip('.')}." if lines or (detail and note) else detail
    amounts = sorted({item.jumlah for item in rates if item.jumlah is not None})
    if biaya.jumlah is not None:
        return Fakta(money(biaya.jumlah), detail, catatan=note)
    if not amounts:
        return Fakta("Ada biaya", detail, catatan=note)
    words = money(amounts[0])
    if len(amounts) > 1:
        words += f" sampai {money(amounts[-1])}"
    return Fakta(words, detail, catatan=note)


def money(amount: int) -> str:
    """An amount as people say it."""
    return "Gratis" if amount == 0 else rupiah(amount)


def _tariff(sop: Sop, item: Tarif) -> str:
    """One line of a list of fees; its variants are named where its own words do not."""
    names = {variant.id: variant.nama for variant in sop.varian}
    kinds = [names[name] for name in item.untuk if names[name] != item.uraian]
    what = f"{item.uraian} ({', '.join(kinds)})" if kinds else item.uraian
    unit = f" {item.satuan}" if item.satuan else ""
    return what if item.jumlah is None else f"{what}: {money(item.jumlah)}{unit}"


def product(sop: Sop) -> Fakta:
    """What the applicant takes home."""
    if not sop.produk:
        return Fakta(TIDAK_DISEBUT, "dalam dokumen dinas.", False)
    variants = {variant.id: variant.nama for variant in sop.varian}
    valid = [
        f"{', '.join(variants[v] for v in item.untuk)}: {item.berlaku}"
        if item.untuk
        else item.berlaku
        for item in sop.produk
        if item.berlaku
    ]
    detail = f"Berlaku {'; '.join(valid)}." if valid else "Masa berlaku tidak disebut."
    first, *others = dict.fromkeys(item.nama for item in sop.produk)
    if others:
        detail = f"Juga: {', '.join(others)}. {detail}"
    return Fakta(first, detail)


def place(office: Instansi, sop: Sop) -> Fakta:
    """Where to go."""
    address = next((item.nilai for item in office.kontak if item.jenis == "alamat"), "")
    if sop.tempat:
        return Fakta(sop.tempat.nama, _address(office, sop.tempat, address))
    if address:
        return Fakta(office.singkatan, address)
    return Fakta(TIDAK_DISEBUT, f"{office.disebut}; alamat tidak disebut.", False)


def own_address(office: Instansi, place: Tempat) -> str | None:
    """The address of a service's own place; None where nobody states it."""
    counter = next((item for item in office.tempat if item.id == place.loket), None)
    return place.alamat or (counter.alamat if counter else None)


def _address(office: Instansi, place: Tempat, office_address: str) -> str:
    """Where a service's own place is; the office's address is said to be just that."""
    if own := own_address(office, place):
        return own
    if not office_address:
        return "Alamat dinas tidak disebut dalam dokumen."
    # A desk named after the office is in the office.
    if office.singkatan in place.nama or office.nama in place.nama:
        return office_address
    return f"Alamat tempat ini tidak disebut. Kantor {office.singkatan}: {office_address}"
