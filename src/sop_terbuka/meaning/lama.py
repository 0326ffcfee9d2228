"""How long a service takes: the sum of its step times, in all and by whose time it is."""

from dataclasses import dataclass

from ..data.model import Sop
from ..data.waktu import Total, total


@dataclass(frozen=True)
class Lama:
    """The sums over the step table, and over the steps with and without the applicant."""

    langkah: int
    langkah_pemohon: int
    seluruhnya: Total
    pemohon: Total
    petugas: Total


def duration(sop: Sop) -> Lama:
    """How long one SOP takes."""
    outside = {actor.id for actor in sop.pelaksana if actor.pihak == "luar"}
    theirs = [step.waktu for step in sop.langkah if outside & set(step.pelaksana)]
    office = [step.waktu for step in sop.langkah if not outside & set(step.pelaksana)]
    return Lama(
        langkah=len(sop.langkah),
        langkah_pemohon=len(theirs),
        seluruhnya=total(step.waktu for step in sop.langkah),
        pemohon=total(theirs),
        petugas=total(office),
    )
