"""What the service page shows, worked out from one SOP: plain values for the template."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ...data.catalog import Catalog
from ...data.model import Dasar, Instansi, Istilah, Peraturan, Sop, Syarat
from ...data.waktu import total
from ...meaning import standar
from ..feeds.opendata import time_total
from ..words import rupiah


@dataclass(frozen=True)
class Butir:
    """One cell of the strip on top: a big value, or the quiet word that it is not stated."""

    nilai: str
    rincian: str
    disebut: bool = True
    catatan: str = ""


@dataclass(frozen=True)
class KelompokSyarat:
    """Requirements under one heading."""

    judul: str
    syarat: tuple[Syarat, ...]
    keterangan: str = ""


@dataclass(frozen=True)
class Rujukan:
    """A source of requirements, named once below the list."""

    jenis: str
    teks: str
    url: str | None
    langkah: int | None


UNKNOWN = "Tidak disebut"


def time(sop: Sop) -> Butir:
    """How long it takes: the sum of the step times by unit."""
    if not sop.langkah:
        return Butir(UNKNOWN, "Dokumen tidak memuat tabel langkah.", False)
    summed = time_total(sop)
    if not summed.teks:
        return Butir(UNKNOWN, f"{len(sop.langkah)} langkah, semuanya tanpa waktu.", False)
    outside = {actor.id for actor in sop.pelaksana if actor.pihak == "luar"}
    yours = [step.waktu for step in sop.langkah if outside & set(step.pelaksana)]
    office = [step.waktu for step in sop.langkah if not outside & set(step.pelaksana)]
    parts = [f"{len(sop.langkah)} langkah."]
    if total(yours).teks and total(office).teks:
        parts.append(f"Anda {total(yours).teks}, petugas {total(office).teks}.")
    if summed.kecuali:
        parts.append(f"Belum termasuk: {', '.join(summed.kecuali)}.")
    if any(part.satuan == "hari" for part in summed.bagian):
        parts.append("Hari = hari kerja.")
    return Butir(summed.teks, " ".join(parts))


def fee(sop: Sop) -> Butir:
    """What it costs."""
    biaya = sop.biaya
    note = biaya.catatan or ""
    if biaya.tidak_disebut == "ya":
        return Butir(UNKNOWN, "dalam dokumen dinas. Pastikan ke petugas.", False, note)
    if biaya.jumlah is None:
        return Butir("Ada biaya", biaya.uraian or "", catatan=note)
    amount = "Gratis" if biaya.jumlah == 0 else rupiah(biaya.jumlah)
    return Butir(amount, biaya.uraian or "", catatan=note)


def product(sop: Sop) -> Butir:
    """What the applicant takes home."""
    if not sop.produk:
        return Butir(UNKNOWN, "dalam dokumen dinas.", False)
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
    return Butir(first, detail)


def place(catalog: Catalog, sop: Sop) -> Butir:
    """Where to go."""
    office = catalog.instansi[sop.instansi]
    address = next((item.nilai for item in office.kontak if item.jenis == "alamat"), "")
    if sop.tempat:
        return Butir(sop.tempat.nama, address or "Alamat dinas tidak disebut dalam dokumen.")
    if address:
        return Butir(office.singkatan, address)
    return Butir(UNKNOWN, f"{office.singkatan} {office.daerah}; alamat tidak disebut.", False)


def requirement_groups(sop: Sop) -> list[KelompokSyarat]:
    """The requirements by what they ask of whom: everyone, one variant, if any, elsewhere only."""

    def elsewhere(item: Syarat) -> bool:
        return all(basis.jenis == "praktik" for basis in item.dasar)

    def picked(items: Iterable[Syarat], *kinds: str) -> tuple[Syarat, ...]:
        return tuple(item for item in items if item.wajib in kinds and not elsewhere(item))

    groups = [KelompokSyarat("", picked(_for_all(sop), "ya", "bersyarat"))]
    for variant in sop.varian:
        mine = [item for item in sop.persyaratan if variant.id in item.untuk]
        groups.append(KelompokSyarat(f"Untuk {variant.nama}", picked(mine, "ya", "bersyarat")))
    groups.append(KelompokSyarat("Bila ada", picked(sop.persyaratan, "bila-ada")))
    groups.append(
        KelompokSyarat(
            "Belum jelas",
            picked(sop.persyaratan, "tidak-jelas"),
            "Sumber tidak menyebut apakah ini wajib. Tanyakan ke petugas.",
        )
    )
    groups.append(
        KelompokSyarat(
            "Umumnya diminta di daerah lain",
            tuple(item for item in sop.persyaratan if elsewhere(item)),
            "Tidak tertulis dalam dokumen dinas ini. Pastikan ke petugas sebelum berangkat.",
        )
    )
    return [group for group in groups if group.syarat]


def _for_all(sop: Sop) -> list[Syarat]:
    return [item for item in sop.persyaratan if not item.untuk]


def references(catalog: Catalog, sop: Sop) -> list[Rujukan]:
    """The sources of the requirements, each once, in the order they are first named."""
    numbers = {step.id: n for n, step in enumerate(sop.langkah, start=1)}
    found: dict[Rujukan, None] = {}
    for item in sop.persyaratan:
        for basis in item.dasar:
            if basis.jenis == "sop":
                # The step stands beside the requirement itself; once here is enough.
                found.setdefault(Rujukan("sop", "tertulis dalam dokumen SOP", None, None))
            else:
                found.setdefault(_reference(catalog, basis, numbers))
    return list(found)


def _reference(catalog: Catalog, basis: Dasar, numbers: dict[str, int]) -> Rujukan:
    law = catalog.peraturan.get(basis.peraturan) if basis.peraturan else None
    name = basis.nama or (short_title(law) if law else "")
    words = ", ".join(part for part in (name, basis.pasal) if part)
    if basis.sebagian == "ya":
        words += " (hanya sebagian terlihat)"
    return Rujukan(basis.jenis, words, basis.url, numbers.get(basis.langkah or ""))


_SHORT = {
    "uu": "UU",
    "pp": "PP",
    "perppu": "Perppu",
    "perpres": "Perpres",
    "keppres": "Keppres",
}


def short_title(law: Peraturan) -> str:
    """A regulation's short name: `UU 13/2003`; its full title where it has no number."""
    if not law.nomor.isdigit():
        return law.nomor if law.nomor != "tidak disebut" else law.judul
    # The id begins with the usual abbreviation, such as permenaker or perda.
    kind = law.id.partition("-")[0]
    return f"{_SHORT.get(kind, kind.capitalize())} {law.nomor}/{law.tahun}"


def offices(catalog: Catalog) -> list[tuple[Instansi, int]]:
    """The offices, each with how many services it has for citizens."""
    counts = dict.fromkeys(catalog.instansi, 0)
    for sop in catalog.sop.values():
        counts[sop.instansi] += not sop.is_internal
    return [(office, counts[key]) for key, office in catalog.instansi.items()]


def standard(catalog: Catalog, sop: Sop) -> tuple[standar.Komponen, ...]:
    """The 14 components of the service standard."""
    return standar.components(catalog, sop)


def terms(catalog: Catalog, sop: Sop) -> list[Istilah]:
    """The abbreviations that stand in the page's own words for citizens, in their order."""
    words = " ".join(
        [sop.nama, sop.ringkasan, *(item.berkas for item in sop.persyaratan),
         *(step.kegiatan for step in sop.langkah), *(item.nama for item in sop.produk)]
    )  # fmt: skip
    padded = f" {''.join(ch if ch.isalnum() or ch in '-/' else ' ' for ch in words)} "
    return [term for term in catalog.istilah if term.kepanjangan and f" {term.istilah} " in padded][
        :8
    ]


def whatsapp(sop: Sop, address: str) -> str:
    """A WhatsApp link whose text holds the requirements and no personal data."""
    lines = [f"*{sop.nama}*", sop.ringkasan, "", "Yang perlu disiapkan:"]
    for group in requirement_groups(sop):
        if group.judul:
            lines.append(f"_{group.judul}_")
        lines += [
            f"- {item.berkas}{f' ({item.bentuk})' if item.bentuk else ''}" for item in group.syarat
        ]
    lines += ["", address]
    return "https://wa.me/?text=" + quote("\n".join(lines).strip())
