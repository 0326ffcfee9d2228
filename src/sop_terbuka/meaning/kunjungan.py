"""The visit pack: a few questions about the applicant's case, and exactly the papers of that case.

Only what the data itself tells apart is asked: the service's variants, and the conditions of the
papers. A service without variants has no pack, its list is short enough as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..data.model import Sop, Syarat
from .syarat import KelompokSyarat, Permintaan

# The page's style sheet knows the numbers up to these; a test holds the data to them.
MOST_VARIANTS, MOST_CONDITIONS = 8, 8


@dataclass(frozen=True)
class PilihanVarian:
    """One answer to the first question; `nomor` counts from 1 and is its class on the page."""

    nomor: int
    id: str
    nama: str


@dataclass(frozen=True)
class Keadaan:
    """A condition that the applicant ticks when it is theirs."""

    nomor: int
    teks: str
    varian: tuple[int, ...]


@dataclass(frozen=True)
class BerkasKunjungan:
    """A paper with the cases that need it; no variant means all of them."""

    syarat: Syarat
    varian: tuple[int, ...]
    keadaan: int | None


@dataclass(frozen=True)
class KelompokKunjungan:
    """Papers under one heading."""

    judul: str
    keterangan: str
    berkas: tuple[BerkasKunjungan, ...]

    @property
    def varian(self) -> tuple[int, ...]:
        """The variants that the group is for; none when it holds a paper for all."""
        return _united([paper.varian for paper in self.berkas])


@dataclass(frozen=True)
class Kunjungan:
    """Everything that the page needs to show the pack."""

    pilihan: tuple[PilihanVarian, ...]
    keadaan: tuple[Keadaan, ...]
    kelompok: tuple[KelompokKunjungan, ...]

    @property
    def varian_keadaan(self) -> tuple[int, ...]:
        """The variants that are asked for conditions; none when all are."""
        return _united([condition.varian for condition in self.keadaan])


def _united(parts: list[tuple[int, ...]]) -> tuple[int, ...]:
    if not all(parts):
        return ()
    return tuple(sorted({number for part in parts for number in part}))


def visit(sop: Sop, groups: Sequence[KelompokSyarat]) -> Kunjungan | None:
    """The pack of a service from its requirements by case; None where it has no variants."""
    if not sop.varian or not sop.persyaratan:
        return None
    choices = tuple(
        PilihanVarian(n, variant.id, variant.nama) for n, variant in enumerate(sop.varian, start=1)
    )
    numbers = {choice.id: choice.nomor for choice in choices}
    conditions: dict[str, int] = {}
    for item in sop.persyaratan:
        if item.bila:
            conditions.setdefault(item.bila, len(conditions) + 1)

    def paper(asked: Permintaan) -> BerkasKunjungan:
        item = asked.syarat
        variants = tuple(numbers[name] for name in item.untuk)
        return BerkasKunjungan(item, variants, conditions.get(item.bila or ""))

    merged = tuple(
        KelompokKunjungan(group.judul, group.keterangan, tuple(map(paper, group.permintaan)))
        for group in _merged(groups)
    )
    return Kunjungan(choices, tuple(_conditions(sop, conditions, numbers)), merged)


def papers(
    groups: Sequence[KelompokSyarat], variant: str, conditions: frozenset[str] = frozenset()
) -> list[Syarat]:
    """Exactly the papers of one case, in the order of the page."""
    return [
        asked.syarat
        for group in groups_of(groups, variant)
        for asked in group.permintaan
        if not asked.syarat.bila or asked.syarat.bila in conditions
    ]


def groups_of(groups: Sequence[KelompokSyarat], variant: str) -> list[KelompokSyarat]:
    """The papers of one variant under their headings; conditions stay as words."""
    needed = [
        replace(
            group, permintaan=tuple(asked for asked in group.permintaan if _needs(asked, variant))
        )
        for group in _merged(groups)
    ]
    return [group for group in needed if group.permintaan]


def _needs(asked: Permintaan, variant: str) -> bool:
    return not asked.syarat.untuk or variant in asked.syarat.untuk


def _merged(groups: Sequence[KelompokSyarat]) -> Iterator[KelompokSyarat]:
    """The groups of the page, with the sure papers of all variants as one group."""
    sure: list[Permintaan] = []
    others = []
    for group in groups:
        if group.golongan in ("semua", "varian"):
            # A paper of two variants stands in both groups; here it is one paper.
            sure += [asked for asked in group.permintaan if asked not in sure]
        else:
            others.append(group)
    if sure:
        yield KelompokSyarat("semua", "", tuple(sure))
    yield from others


def _conditions(sop: Sop, conditions: dict[str, int], numbers: dict[str, int]) -> Iterator[Keadaan]:
    for text, number in conditions.items():
        asked = [item for item in sop.persyaratan if item.bila == text]
        # A condition of a paper for all is asked of all.
        for_all = any(not item.untuk for item in asked)
        variants = sorted({numbers[name] for item in asked for name in item.untuk})
        yield Keadaan(number, text, () if for_all else tuple(variants))
