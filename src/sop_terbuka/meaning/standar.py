"""The 14 components of a service standard (UU 25/2009 Pasal 21) and where each is found."""

from dataclasses import dataclass
from typing import Literal

from ..data.catalog import Catalog
from ..data.model import Dasar, JangkaWaktu, Sop
from ..data.model.pelayanan import Komponen as Isi

Keadaan = Literal["ada", "dari luar", "tidak disebut"]

NAMA = (
    "dasar hukum",
    "persyaratan",
    "sistem, mekanisme, dan prosedur",
    "jangka waktu penyelesaian",
    "biaya atau tarif",
    "produk pelayanan",
    "sarana, prasarana, dan/atau fasilitas",
    "kompetensi pelaksana",
    "pengawasan internal",
    "penanganan pengaduan, saran, dan masukan",
    "jumlah pelaksana",
    "jaminan pelayanan",
    "jaminan keamanan dan keselamatan pelayanan",
    "evaluasi kinerja pelaksana",
)


@dataclass(frozen=True)
class Komponen:
    """One component: stated by the SOP, known from elsewhere, or not stated."""

    nama: str
    keadaan: Keadaan
    asal: str


def components(catalog: Catalog, sop: Sop) -> tuple[Komponen, ...]:
    """The 14 components of one SOP, in the law's order."""
    office = catalog.instansi[sop.instansi]
    paid = [*sop.biaya.dasar, *(basis for item in sop.biaya.tarif for basis in item.dasar)]
    fee: Keadaan = "tidak disebut" if sop.biaya.tidak_disebut == "ya" else _stated(paid)
    needs = _stated([basis for item in sop.persyaratan for basis in item.dasar])
    products = _stated([basis for item in sop.produk for basis in item.dasar])
    if sop.produk and products == "tidak disebut":
        products = "ada"  # A product without a basis of its own stands in the step table.
    times: list[JangkaWaktu] = [
        time
        for time in (sop.jangka_waktu, *(variant.jangka_waktu for variant in sop.varian))
        if time
    ]
    found: tuple[tuple[Keadaan, str], ...] = (
        _present(sop.dasar_hukum, "Dasar Hukum"),
        (needs, "persyaratan"),
        _present(sop.langkah, "tabel langkah"),
        (_stated([basis for time in times for basis in time.dasar]), "jangka waktu")
        if times
        else _present([step for step in sop.langkah if step.waktu], "kolom Waktu"),
        (fee, "biaya"),
        (products, "produk"),
        _own(sop.sarana, "sarana") or _present(sop.peralatan, "Peralatan/Perlengkapan"),
        _own(sop.kompetensi, "kompetensi")
        or _present(sop.kualifikasi_pelaksana, "Kualifikasi Pelaksana"),
        _own(sop.pengawasan_internal, "pengawasan internal") or _SILENT,
        _own(sop.pengaduan, "pengaduan")
        or (("dari luar", "saluran pengaduan dinas") if office.pengaduan else _SILENT),
        _own(sop.jumlah_pelaksana, "jumlah pelaksana") or _SILENT,
        _own(sop.jaminan_pelayanan, "jaminan pelayanan") or _SILENT,
        _own(sop.jaminan_keamanan, "jaminan keamanan") or _SILENT,
        _own(sop.evaluasi_kinerja, "evaluasi kinerja") or _SILENT,
    )
    return tuple(
        Komponen(name, state, "" if state == "tidak disebut" else where)
        for name, (state, where) in zip(NAMA, found, strict=True)
    )


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


_SILENT: tuple[Keadaan, str] = ("tidak disebut", "")


def _own(part: Isi | None, where: str) -> tuple[Keadaan, str] | None:
    """A component that the data holds as such."""
    return (_stated(part.dasar), where) if part else None


def _present(things: list, where: str) -> tuple[Keadaan, str]:  # type: ignore[type-arg]
    return ("ada", where) if things else ("tidak disebut", "")


def _stated(bases: list[Dasar]) -> Keadaan:
    if not bases:
        return "tidak disebut"
    return "ada" if any(basis.jenis == "sop" for basis in bases) else "dari luar"
