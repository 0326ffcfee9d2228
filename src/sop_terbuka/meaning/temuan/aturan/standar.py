"""Findings about the 14 components of a service standard in an SOP."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ....data.model import JenisDokumen, Langkah, Sop, Syarat
from ...standar import NAMA, components
from ..context import Konteks, step_name, step_names
from ..finding import Bukti, Sebab, Tingkat
from ..persons import OUTSIDE, heads
from ..rule import Aturan, Hasil
from ..text import capital, listed, numbers, quoted
from .alur_keputusan import CHECK

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
        lacking = f"disebut: {'; '.join(missing)}."
        shared = (
            f"SOP {k.catalog.instansi[sop.instansi].disebut} tidak memuat semua dari "
            f"{len(NAMA)} komponen standar pelayanan; yang tidak ada mungkin ditulis pada dokumen "
            "Standar Pelayanan."
        )
        yield Hasil(
            f"Dokumen memuat {own} dari {len(NAMA)} komponen standar pelayanan{tail}; tidak "
            f"{lacking}",
            (k.whole(sop),),
            sebab=(Sebab(sop.instansi, shared, k.whole(sop), rinci=f"Tidak {lacking}"),),
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
    checks = [step for step in sop.langkah if _checks_papers(step)]
    told = ""
    if checks:
        # The applicant can be sent away for papers that nobody can know beforehand.
        names = listed(step_name(sop, step).lower() for step in checks)
        told = f" Padahal {names} memeriksanya, dan berkas yang kurang dapat dikembalikan."
    proofs = tuple(k.at_step(sop, step) for step in checks)
    level: Tingkat | None = "tinggi" if checks else None
    if not own:
        said = f"Dokumen tidak menyebut satu pun persyaratan pemohon.{told}"
        yield Hasil(said, (k.whole(sop), *proofs), tingkat=level)
    elif vague:
        shown = listed(f'"{item.berkas}"' for item in vague)
        words = tuple(_asked(k, sop, item) for item in vague)
        # Beside papers that are named the summary matters less; the application names none.
        named = [item for item in own if item.jenis == "berkas" and not _REQUEST.match(item.berkas)]
        only = all(item in vague for item in named)
        yield Hasil(
            f"Dokumen tidak merinci isi persyaratan yang diringkas {shown}.{told}",
            (*words, *proofs),
            tingkat=level if only else None,
        )
    elif loose := [step for step in sop.langkah if _BY_RULE.search(step.kegiatan)]:
        match = _BY_RULE.search(loose[0].kegiatan)
        yield Hasil(
            f"{capital(numbers(step_names(sop, loose)))} meminta atau memeriksa "
            f"{quoted(match[0] if match else '')} tanpa merincinya.",
            tuple(k.at_step(sop, step) for step in loose),
            tuple(step.id for step in loose),
        )


_BY_RULE = re.compile(
    r"\bpersyaratan(?:nya)?\s+sesuai\s+(?:dengan\s+)?(?:ketentuan|peraturan)[^.,;]*", re.IGNORECASE
)
_REQUEST = re.compile(r"(?:surat |formulir )?permohonan\b", re.IGNORECASE)


def _asked(k: Konteks, sop: Sop, item: Syarat) -> Bukti:
    """A requirement with the line that asks for it, also where it stands in our own words."""
    proof = k.at(sop, "Persyaratan", item.berkas)
    line = next((basis.baris for basis in item.dasar if basis.jenis == "sop" and basis.baris), None)
    return proof if proof.baris else replace(proof, baris=line, kutipan="")


_PAPERS = re.compile(r"\b(?:berkas|persyaratan|syarat|dokumen|kelengkapan)\b", re.IGNORECASE)
_SENT_BACK = re.compile(
    r"\b(?:dikembalikan|mengembalikan(?:nya)?|ditolak|menolak(?:nya)?)\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)


def _checks_papers(step: Langkah) -> bool:
    """Whether a step looks at the applicant's papers and may send him away."""
    text = step.kegiatan
    back = _SENT_BACK.search(text)
    # Back to a colleague it is a draft that goes round the office.
    return bool(back and CHECK.search(text) and _PAPERS.search(text)) and (
        heads(back["rest"] if back else "") <= OUTSIDE
    )


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
        penjelasan=(
            "Pemohon yang tidak tahu syaratnya datang dua kali. Paling berat bila sebuah langkah "
            "mengembalikan berkas yang kurang sedangkan isinya tidak disebut."
        ),
        saran="periksa persyaratannya, lalu rinci dalam dokumen.",
        jenis_dokumen=_PUBLISHED,
    ),
)
