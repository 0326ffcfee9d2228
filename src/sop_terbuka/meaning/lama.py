"""How long a service takes: one answer, in this order, for every output.

What the standard promises for the whole service; else the sum that the document states; else our
own sum of the step times, which is called just that.
"""

from dataclasses import dataclass, replace
from typing import Literal

from ..data.model import JangkaWaktu, Sop
from ..data.waktu import Total, Waktu, parse, total
from .applicant import concerning
from .tempuh import spent, walked

AsalLama = Literal["standar", "tertulis", "jumlah", "tidak disebut"]


@dataclass(frozen=True)
class Janji:
    """A promised time: for one variant, or for all of them where `varian` is empty.

    `waktu` is None where the words cannot be read; they are shown as written all the same.
    """

    varian: str
    jangka_waktu: JangkaWaktu
    waktu: Waktu | None

    @property
    def mulai(self) -> str:
        """From when it counts, as the standard says."""
        own = self.waktu.mulai if self.waktu else None
        return self.jangka_waktu.mulai_dihitung or own or ""


@dataclass(frozen=True)
class Lama:
    """The answer, and the sums over the rows of an ordinary case, in all and by whose time it is.

    Left out of the sums, and counted, are the rows that only some cases pass (`bersyarat`) and
    those before and after all that is said to the applicant (`di_luar`), and those whose time the
    data says to be none of the applicant's (`tidak_ditunggu`).
    """

    asal: AsalLama
    janji: tuple[Janji, ...]
    tertulis: str
    langkah: int
    langkah_pemohon: int
    bersyarat: int
    di_luar: int
    tidak_ditunggu: int
    seluruhnya: Total
    pemohon: Total
    petugas: Total
    menurut_varian: tuple[tuple[str, Total], ...] = ()

    @property
    def kecuali(self) -> tuple[str, ...]:
        """What our sum leaves out, in words."""
        left_out = list(self.seluruhnya.kecuali)
        if self.bersyarat:
            left_out.append(f"{self.bersyarat} langkah yang hanya pada keadaan tertentu")
        if self.di_luar:
            left_out.append(f"{self.di_luar} langkah dinas sebelum atau sesudah langkah Anda")
        if self.tidak_ditunggu:
            left_out.append(f"{self.tidak_ditunggu} langkah yang tidak Anda tunggu")
        return tuple(left_out)


def duration(sop: Sop) -> Lama:
    """How long one SOP takes."""
    ordinary = walked(sop).rows
    outside = {actor.id for actor in sop.pelaksana if actor.pihak == "luar"}
    theirs = {row for row, step in enumerate(sop.langkah) if outside & set(step.pelaksana)}
    summed = _sum(sop)
    promised = _promised(sop)
    stated = sop.waktu_total_tertulis or ""
    return Lama(
        asal=_origin(promised, stated, summed),
        janji=promised,
        tertulis=stated,
        langkah=len(sop.langkah),
        langkah_pemohon=len(theirs),
        bersyarat=len(sop.langkah) - len(ordinary),
        di_luar=len(set(ordinary) - concerning(sop)),
        tidak_ditunggu=len(_not_awaited(sop) & set(ordinary) & concerning(sop)),
        seluruhnya=summed,
        pemohon=_sum(sop, rows=theirs),
        petugas=_sum(sop, rows=set(range(len(sop.langkah))) - theirs),
        menurut_varian=_by_variant(sop),
    )


def _not_awaited(sop: Sop) -> set[int]:
    return {row for row, step in enumerate(sop.langkah) if step.bukan_waktu_tunggu}


def _origin(promised: tuple[Janji, ...], stated: str, summed: Total) -> AsalLama:
    if promised:
        return "standar"
    if stated:
        return "tertulis"
    return "jumlah" if summed.bagian else "tidak disebut"


def _promised(sop: Sop) -> tuple[Janji, ...]:
    found = [("", sop.jangka_waktu), *((v.nama, v.jangka_waktu) for v in sop.varian)]
    return tuple(Janji(name, time, parse(time.teks)) for name, time in found if time)


def _by_variant(sop: Sop) -> tuple[tuple[str, Total], ...]:
    """The sum of each variant, where the steps differ by variant."""
    if not any(step.untuk for step in sop.langkah):
        return ()
    return tuple((variant.nama, _sum(sop, variant.id)) for variant in sop.varian)


def _sum(sop: Sop, varian: str | None = None, rows: set[int] | None = None) -> Total:
    """What the ways take, and what the sum leaves out; of the given rows only."""
    ways, within = walked(sop, varian), concerning(sop) - _not_awaited(sop)
    # A cell that goes on from the row above is that row's time, and counted there.
    texts = {
        row: sop.langkah[row].waktu
        for row in ways.rows
        if row in within
        and (rows is None or row in rows)
        and "waktu" not in sop.langkah[row].gabung
    }
    said = total(texts.values())
    return replace(
        said, bagian=spent(ways, {row: total([text]).bagian for row, text in texts.items()})
    )
