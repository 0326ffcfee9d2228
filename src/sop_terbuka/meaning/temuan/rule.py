"""What a rule of the findings is: words for the reader, and a function that looks at one SOP.

A family's file ends with its table of rules; the engine stamps id, family and level on what the
functions yield, so that none of them repeats its own name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from ...data.model.dokumen import JenisDokumen
from ...data.model.sop import Sop
from .context import Konteks
from .finding import Bukti, Sebab, Tingkat


@dataclass(frozen=True)
class Hasil:
    """What a rule found in one SOP; `saran` and `tingkat` replace the rule's own when given."""

    pesan: str
    bukti: tuple[Bukti, ...] = ()
    langkah: tuple[str, ...] = ()
    saran: str | None = None
    tingkat: Tingkat | None = None
    sebab: tuple[Sebab, ...] = ()


Check = Callable[[Konteks, Sop], Iterator[Hasil]]


@dataclass(frozen=True)
class Aturan:
    """A rule as a reader of the findings page sees it; `judul` is the promise it keeps.

    `jenis_dokumen` names the kinds of document that it is for: what an SOP-AP must hold
    is nothing that another kind of document lacks.
    A rule without a function of its own is kept by the engine.
    """

    id: str
    tingkat: Tingkat
    check: Check | None
    judul: str
    penjelasan: str
    saran: str
    jenis_dokumen: tuple[JenisDokumen, ...] = ("sop-ap",)

    def is_for(self, sop: Sop) -> bool:
        """Whether the rule speaks about this kind of document."""
        return sop.jenis_dokumen in self.jenis_dokumen


def for_every_kind(*rules: Aturan) -> tuple[Aturan, ...]:
    """Rules that hold for every kind of document."""
    return tuple(replace(rule, jenis_dokumen=get_args(JenisDokumen)) for rule in rules)
