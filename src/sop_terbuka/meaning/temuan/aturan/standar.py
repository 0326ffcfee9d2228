"""Findings about the 14 components of a service standard, and the score they give."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....data.catalog import Catalog
from ....data.model.sop import Sop
from ...standar import NAMA, components
from ..context import Konteks
from ..finding import Hasil, rule
from ..text import listed


@dataclass(frozen=True)
class Skor:
    """How many components an SOP states itself, takes from elsewhere, and leaves out."""

    ada: int
    dari_luar: int
    tidak_disebut: int

    @property
    def dari(self) -> int:
        """All components."""
        return self.ada + self.dari_luar + self.tidak_disebut


def score(catalog: Catalog, sop: Sop) -> Skor:
    """The score of one SOP."""
    states = [part.keadaan for part in components(catalog, sop)]
    return Skor(states.count("ada"), states.count("dari luar"), states.count("tidak disebut"))


def office_score(catalog: Catalog, office: str) -> float:
    """The average number of components that an office's public SOPs state themselves."""
    found = [score(catalog, sop).ada for sop in catalog.of_office(office) if not sop.is_internal]
    return sum(found) / len(found) if found else 0.0


@rule(
    "komponen-standar-tidak-disebut", "standar", "rendah",
    "SOP layanan publik memuat 14 komponen standar pelayanan.",
    "Komponennya menurut UU 25/2009 Pasal 21. SOP tidak wajib memuat semuanya sendiri: sebagian "
    "boleh ada pada "
    "dokumen Standar Pelayanan. Keterangan dari laman resmi dinas dihitung sebagai dari luar "
    "dokumen.",
    "periksa apakah komponen ini ada pada dokumen Standar Pelayanan, lalu beri tahu kami "
    "tempatnya.",
)  # fmt: skip
def components_are_stated(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP states the components of a service standard."""
    if sop.is_internal:
        return
    parts = components(k.catalog, sop)
    missing = [part.nama for part in parts if part.keadaan == "tidak disebut"]
    outside = [part.nama for part in parts if part.keadaan == "dari luar"]
    if missing:
        own = len(NAMA) - len(missing) - len(outside)
        tail = (
            f", {len(outside)} diketahui dari luar dokumen ({listed(outside)})" if outside else ""
        )
        yield Hasil(
            f"Dokumen memuat {own} dari {len(NAMA)} komponen standar pelayanan{tail}; tidak "
            f"disebut: {'; '.join(missing)}.",
            (k.whole(sop),),
        )


@rule(
    "biaya-tidak-disebut", "standar", "sedang",
    "SOP layanan publik menyebut biaya, atau bahwa layanannya gratis.",
    "Pemohon perlu tahu apakah harus membawa uang, dan tidak dimintai lebih dari tarifnya.",
    "periksa apakah layanan ini gratis, lalu tulis demikian.",
)  # fmt: skip
def fee_is_known(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP states its fee, or that there is none."""
    if sop.is_internal:
        return
    fee = sop.biaya
    if fee.tidak_disebut == "ya":
        yield Hasil("Dokumen tidak menyebut biaya dan tidak menyebut gratis.", (k.whole(sop),))
    elif fee.jumlah is None and fee.uraian:
        yield Hasil(
            f"Dokumen tidak menyebut besar biayanya. Catatan penyalin: {fee.uraian}",
            (k.whole(sop),),
            tingkat="sedang",
        )


@rule(
    "persyaratan-tidak-disebut", "standar", "sedang",
    "SOP layanan publik merinci persyaratannya.",
    "Pemohon yang tidak tahu syaratnya datang dua kali.",
    "periksa persyaratannya, lalu rinci dalam dokumen.",
)  # fmt: skip
def requirements_are_stated(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP lists its requirements itself."""
    if sop.is_internal:
        return
    own = [item for item in sop.persyaratan if any(basis.jenis == "sop" for basis in item.dasar)]
    vague = [item for item in own if item.catatan and "tidak merinci" in item.catatan.lower()]
    if not own:
        yield Hasil("Dokumen tidak menyebut satu pun persyaratan pemohon.", (k.whole(sop),))
    elif vague:
        shown = listed(f'"{item.berkas}"' for item in vague)
        proofs = tuple(k.at(sop, "Persyaratan", item.berkas) for item in vague)
        yield Hasil(f"Dokumen tidak merinci isi persyaratan yang diringkas {shown}.", proofs)
