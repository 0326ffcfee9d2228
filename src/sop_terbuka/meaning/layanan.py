"""What one SOP means, worked out once: every page, paper, feed and file reads this record.

Nothing that people get works a fact out for itself, so no two outputs can answer differently.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..data import jpg
from ..data.catalog import Catalog
from ..data.model import Formulir, Instansi, Istilah, Sop
from ..data.waktu import Waktu, parse
from . import fakta
from .applicant import Bagian, applicant_steps
from .fakta import Fakta
from .hukum import DasarTerbaca, legal_bases
from .jam import office_hours, open_days, opening_hours
from .kontak import Saluran, complaints, contacts
from .kunjungan import Kunjungan, visit
from .lama import Lama, duration
from .petunjuk import Petunjuk, signposts
from .siap import Siap, ready
from .standar import Komponen, components
from .syarat import KelompokSyarat, Rujukan, references, requirement_groups
from .terkait import related

_MOST_TERMS = 8


@dataclass(frozen=True)
class WaktuLangkah:
    """One step's time standard; `waktu` is None where its words cannot be read."""

    langkah: str
    waktu: Waktu | None


@dataclass(frozen=True)
class Gambar:
    """A picture for papers: its kind and its content."""

    jenis: Literal["svg", "png"]
    isi: bytes


@dataclass(frozen=True)
class Layanan:
    """The facts of one SOP.

    `lama` holds the figures behind the words of `waktu`; `langkah_anda` is empty for an SOP of
    the office's own, `hari_buka` counts from Monday as 0, and `kunjungan` is None where there is
    nothing to choose.
    """

    sop: Sop
    instansi: Instansi
    logo: Gambar | None
    audiens: tuple[str, ...]
    lama: Lama
    waktu: Fakta
    biaya: Fakta
    hasil: Fakta
    tempat: Fakta
    jam: tuple[str, ...]
    jam_dinas: tuple[str, ...]
    hari_buka: tuple[int, ...]
    siap: Siap | None
    kontak: tuple[Saluran, ...]
    pengaduan: tuple[Saluran, ...]
    siapa: tuple[str, ...]
    syarat: tuple[KelompokSyarat, ...]
    rujukan: tuple[Rujukan, ...]
    kunjungan: Kunjungan | None
    formulir: tuple[Formulir, ...]
    langkah_anda: tuple[Bagian, ...]
    waktu_langkah: tuple[WaktuLangkah, ...]
    dasar_hukum: tuple[DasarTerbaca, ...]
    standar: tuple[Komponen, ...]
    istilah: tuple[Istilah, ...]
    terkait: tuple[Sop, ...]
    petunjuk: tuple[Petunjuk, ...]

    @property
    def id(self) -> str:
        """The SOP's id, which is also its place on the site."""
        return self.sop.id


def layanan(catalog: Catalog, sop: Sop) -> Layanan:
    """The facts of one SOP."""
    office = catalog.instansi[sop.instansi]
    lama = duration(sop)
    groups = requirement_groups(catalog, sop)
    return Layanan(
        sop=sop,
        instansi=office,
        logo=logo(catalog, office),
        audiens=tuple(catalog.audience(name) for name in sop.audiens),
        lama=lama,
        waktu=fakta.time(lama),
        biaya=fakta.fee(sop),
        hasil=fakta.product(sop),
        tempat=fakta.place(office, sop),
        jam=opening_hours(office, sop),
        jam_dinas=office_hours(office),
        hari_buka=open_days(office, sop),
        siap=ready(lama, open_days(office, sop)),
        kontak=contacts(office),
        pengaduan=complaints(office),
        siapa=_who(sop),
        syarat=groups,
        rujukan=references(catalog, sop),
        kunjungan=visit(sop, groups),
        formulir=tuple(catalog.formulir[name] for name in sop.formulir),
        langkah_anda=() if sop.is_internal else applicant_steps(sop),
        waktu_langkah=tuple(
            WaktuLangkah(step.id, parse(step.waktu))
            for step in sop.langkah
            if step.waktu is not None
        ),
        dasar_hukum=legal_bases(catalog, sop),
        standar=components(catalog, sop),
        istilah=_terms(catalog, sop),
        terkait=related(catalog, sop),
        petunjuk=signposts(catalog, sop),
    )


def all_layanan(catalog: Catalog) -> Mapping[str, Layanan]:
    """The facts of every SOP by its id, in the catalogue's order."""
    return MappingProxyType({key: layanan(catalog, sop) for key, sop in catalog.sop.items()})


def logo(catalog: Catalog, office: Instansi) -> Gambar | None:
    """The logo of an office, where its record names one."""
    content = catalog.gambar.get(f"{office.id}/{office.logo}") if office.logo else None
    if content is None or office.logo is None:
        return None
    if office.logo.endswith(".png"):
        return Gambar("png", content)
    return Gambar("svg", jpg.drawn(content) if jpg.is_jpg(office.logo) else content)


def services_by_office(catalog: Catalog) -> list[tuple[Instansi, int]]:
    """The offices, each with how many services it has for citizens."""
    counts = dict.fromkeys(catalog.instansi, 0)
    for sop in catalog.sop.values():
        counts[sop.instansi] += not sop.is_internal
    return [(office, counts[key]) for key, office in catalog.instansi.items()]


def _who(sop: Sop) -> tuple[str, ...]:
    """Who may apply, in the source's words, with the variant that it is for."""
    names = {variant.id: variant.nama for variant in sop.varian}
    return tuple(
        f"{', '.join(names[variant] for variant in item.untuk)}: {item.teks}"
        if item.untuk
        else item.teks
        for item in sop.siapa
    )


def _terms(catalog: Catalog, sop: Sop) -> tuple[Istilah, ...]:
    """The abbreviations that stand in the service's own words for citizens, in their order."""
    words = " ".join(
        [sop.nama, sop.ringkasan, *(item.berkas for item in sop.persyaratan),
         *(step.kegiatan for step in sop.langkah), *(item.nama for item in sop.produk)]
    )  # fmt: skip
    padded = f" {''.join(ch if ch.isalnum() or ch in '-/' else ' ' for ch in words)} "
    found = [t for t in catalog.istilah if t.kepanjangan and f" {t.istilah} " in padded]
    return tuple(found[:_MOST_TERMS])
