"""The four answers that every output gives first: how long, what it costs, what comes out, where.

Silence of the sources is an answer too, and is said in the same words everywhere.
"""

from dataclasses import dataclass

from ..data.model import Instansi, Sop
from ..data.uang import rupiah
from .lama import Lama

TIDAK_DISEBUT = "Tidak disebut"


@dataclass(frozen=True)
class Fakta:
    """One answer: a short value, or the quiet word that it is not stated, and what adds to it."""

    nilai: str
    rincian: str
    disebut: bool = True
    catatan: str = ""


def time(lama: Lama) -> Fakta:
    """How long it takes: the sum of the step times by unit."""
    if not lama.langkah:
        return Fakta(TIDAK_DISEBUT, "Dokumen tidak memuat tabel langkah.", False)
    summed = lama.seluruhnya
    if not summed.teks:
        return Fakta(TIDAK_DISEBUT, f"{lama.langkah} langkah, semuanya tanpa waktu.", False)
    parts = [f"{lama.langkah} langkah."]
    if lama.pemohon.teks and lama.petugas.teks:
        parts.append(f"Anda {lama.pemohon.teks}, petugas {lama.petugas.teks}.")
    if summed.kecuali:
        parts.append(f"Belum termasuk: {', '.join(summed.kecuali)}.")
    if any(part.satuan == "hari" for part in summed.bagian):
        parts.append("Hari = hari kerja.")
    return Fakta(summed.teks, " ".join(parts))


def fee(sop: Sop) -> Fakta:
    """What it costs."""
    biaya = sop.biaya
    note = biaya.catatan or ""
    if biaya.tidak_disebut == "ya":
        return Fakta(TIDAK_DISEBUT, "dalam dokumen dinas. Pastikan ke petugas.", False, note)
    if biaya.jumlah is None:
        return Fakta("Ada biaya", biaya.uraian or "", catatan=note)
    amount = "Gratis" if biaya.jumlah == 0 else rupiah(biaya.jumlah)
    return Fakta(amount, biaya.uraian or "", catatan=note)


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
        return Fakta(sop.tempat.nama, address or "Alamat dinas tidak disebut dalam dokumen.")
    if address:
        return Fakta(office.singkatan, address)
    return Fakta(TIDAK_DISEBUT, f"{office.disebut}; alamat tidak disebut.", False)
