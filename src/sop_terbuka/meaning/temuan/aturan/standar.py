"""Findings about the 14 components of a service standard in an SOP."""

import re
from collections.abc import Iterator

from ....data.model import JenisDokumen, Sop
from ...standar import NAMA, components
from ..context import Konteks
from ..rule import Aturan, Hasil
from ..text import listed

# Whom a service standard is for: both kinds of document that offices publish for applicants.
_PUBLISHED: tuple[JenisDokumen, ...] = ("sop-ap", "standar-pelayanan")


_CUT = re.compile(r"\bsalinan\b.*\bterpotong\b|\bterpotong\b.*\bsalinan\b", re.IGNORECASE)


def _is_cut(sop: Sop) -> bool:
    """Whether the transcriber says that the copy is cut: then silence proves nothing."""
    return any(_CUT.search(note) for note in sop.catatan)


def components_are_stated(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP states the components of a service standard."""
    if sop.is_internal or _is_cut(sop):
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


def fee_is_known(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP states its fee, or that there is none."""
    if sop.is_internal or _is_cut(sop):
        return
    fee = sop.biaya
    if fee.tidak_disebut == "ya":
        yield Hasil("Dokumen tidak menyebut biaya dan tidak menyebut gratis.", (k.whole(sop),))
    elif fee.jumlah is None and fee.uraian:
        yield Hasil(
            f"Dokumen tidak menyebut besar biayanya. Catatan penyalin: {fee.uraian}",
            (k.whole(sop),),
            saran="periksa besar biayanya, lalu tulis, atau sebut peraturan yang memuat tarifnya.",
            tingkat="sedang",
        )


def requirements_are_stated(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """A public SOP lists its requirements itself."""
    if sop.is_internal or _is_cut(sop):
        return
    own = [item for item in sop.persyaratan if any(basis.jenis == "sop" for basis in item.dasar)]
    vague = [item for item in own if item.catatan and "tidak merinci" in item.catatan.lower()]
    if not own:
        yield Hasil("Dokumen tidak menyebut satu pun persyaratan pemohon.", (k.whole(sop),))
    elif vague:
        shown = listed(f'"{item.berkas}"' for item in vague)
        proofs = tuple(k.at(sop, "Persyaratan", item.berkas) for item in vague)
        yield Hasil(f"Dokumen tidak merinci isi persyaratan yang diringkas {shown}.", proofs)


ATURAN = (
    Aturan(
        "komponen-standar-tidak-disebut",
        "rendah",
        components_are_stated,
        judul="SOP layanan publik memuat 14 komponen standar pelayanan.",
        penjelasan=(
            "Komponennya menurut UU 25/2009 Pasal 21. SOP tidak wajib memuat semuanya sendiri: "
            "sebagian boleh ada pada dokumen Standar Pelayanan. Keterangan dari laman resmi dinas "
            "dihitung sebagai dari luar dokumen."
        ),
        saran=(
            "periksa apakah komponen ini ada pada dokumen Standar Pelayanan, lalu beri tahu kami "
            "tempatnya."
        ),
        jenis_dokumen=_PUBLISHED,
    ),
    Aturan(
        "biaya-tidak-disebut",
        "sedang",
        fee_is_known,
        judul="SOP layanan publik menyebut biaya, atau bahwa layanannya gratis.",
        penjelasan=(
            "Pemohon perlu tahu apakah harus membawa uang, dan tidak dimintai lebih dari tarifnya."
        ),
        saran="periksa berapa biayanya, atau apakah memang gratis, lalu tulis.",
        jenis_dokumen=_PUBLISHED,
    ),
    Aturan(
        "persyaratan-tidak-disebut",
        "sedang",
        requirements_are_stated,
        judul="SOP layanan publik merinci persyaratannya.",
        penjelasan="Pemohon yang tidak tahu syaratnya datang dua kali.",
        saran="periksa persyaratannya, lalu rinci dalam dokumen.",
        jenis_dokumen=_PUBLISHED,
    ),
)
