"""Findings about deadlines: the one of the service's own regulation, else the default one."""

from collections.abc import Iterable, Iterator

from ....data.model.peraturan import BatasWaktu, Peraturan
from ....data.model.sop import Sop
from ....data.waktu import total
from ...hukum import GONE
from ..context import Konteks
from ..finding import Bukti
from ..rule import Aturan, Hasil
from ..text import listed, tokens, topic
from .hukum import short_name
from .waktu import comparable, summed_steps

_DEFAULT = 5


def within_deadline(k: Konteks, sop: Sop) -> Iterator[Hasil]:
    """An application is decided within its regulation's deadline, else within five days."""
    asks = [step for step in sop.langkah if "permohonan" in tokens(step.kegiatan)]
    outside = any(item.pihak == "luar" for item in sop.pelaksana)
    # A standard that states its own time answers to its own rule.
    if sop.is_internal or not asks or not outside or sop.jangka_waktu:
        return
    summed = summed_steps(sop)
    least = _days(step.waktu for step in sop.langkah)
    for law in _cited(k, sop):
        own = [item for item in law.batas_waktu if _is_for(item, sop)]
        if own:
            allowed = _days(item.teks for item in own)
            if allowed and least > allowed:
                limits = listed(f"{item.teks} ({item.pasal})" for item in own)
                yield Hasil(
                    f"Waktu langkahnya berjumlah {summed.teks}, lebih dari batas {limits} menurut "
                    f"{short_name(law)}.",
                    (k.at_step(sop, asks[0]), *(Bukti("Bukti batas", i.bukti) for i in own)),
                    saran="periksa apakah waktunya dapat mengikuti batas peraturan itu.",
                )
            return
        # It governs the service, and its deadline for this very service is not on record.
        if law.batas_waktu and law.id in _governing(sop):
            return
    if least > _DEFAULT:
        yield Hasil(
            f"Waktu langkahnya berjumlah {summed.teks}, lebih dari batas bawaan {_DEFAULT} hari "
            "kerja untuk permohonan yang peraturannya tidak menentukan batas lain.",
            (k.at_step(sop, asks[0]),),
        )


def _days(texts: Iterable[str | None]) -> float:
    """The shortest reading of times added up, in days."""
    return comparable(total(texts).bagian).get("hari", (0.0, 0.0))[0]


def _cited(k: Konteks, sop: Sop) -> list[Peraturan]:
    """The regulations in force that the SOP rests on, in its own list or by a requirement."""
    ids = dict.fromkeys([*_governing(sop), *(basis.peraturan for basis in sop.dasar_hukum)])
    known = (k.catalog.peraturan.get(key or "") for key in ids)
    return [law for law in known if law and law.status not in GONE]


def _governing(sop: Sop) -> list[str]:
    """The regulations that the requirements come from."""
    return [d.peraturan for item in sop.persyaratan for d in item.dasar if d.peraturan]


def _is_for(limit: BatasWaktu, sop: Sop) -> bool:
    return topic(limit.untuk) <= topic(f"{sop.nama} {sop.nama_sop or ''}")


ATURAN = (
    Aturan(
        "tenggat-bawaan-terlampaui",
        "rendah",
        within_deadline,
        judul="Permohonan selesai dalam batas waktu peraturannya, atau batas waktu bawaan.",
        penjelasan=(
            "Bila peraturan layanannya menentukan batas waktu dan batas itu tercatat pada daftar "
            "peraturan, batas itulah yang dipakai. Selain itu Pasal 53 UU 30/2014 (diubah UU Cipta "
            "Kerja, kini UU 6/2023) memberi 5 hari kerja sejak permohonan lengkap. Ini tanda untuk "
            "diperiksa saja: banyak layanan mempunyai batas sendiri. Seminggu dihitung 5 hari "
            "kerja."
        ),
        saran="periksa apakah peraturan layanan ini menentukan batas waktu sendiri, lalu sebutkan.",
    ),
)
