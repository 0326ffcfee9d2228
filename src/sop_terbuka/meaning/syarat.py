"""What is asked of whom, and who asks for it: the requirements of one SOP by case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..data.catalog import Catalog
from ..data.model import Dasar, SalahSatu, Sop, Syarat
from .hukum import short_title

# Papers for everyone, for one variant, if there is one, or unclear; what is no paper; and what is
# asked for elsewhere only.
Golongan = Literal[
    "semua", "varian", "bila-ada", "tidak-jelas", "keadaan", "tindakan", "sesudahnya", "daerah-lain"
]
_NO_PAPERS: tuple[tuple[Golongan, str], ...] = (
    ("keadaan", "Syarat keadaan"),
    ("tindakan", "Yang Anda lakukan"),
    ("sesudahnya", "Kewajiban sesudahnya"),
)


@dataclass(frozen=True)
class Asal:
    """Who asks for a requirement: the kind of source, and a step's number or a source's name."""

    jenis: str
    langkah: int | None
    nama: str
    pasal: str

    @property
    def teks(self) -> str:
        """In a few words: `SOP langkah 2`, `UU 13/2003 Pasal 4`."""
        if self.jenis == "sop":
            return f"SOP langkah {self.langkah}" if self.langkah else "SOP"
        words = " ".join(filter(None, (self.nama, self.pasal)))
        if self.jenis == "dinas":
            return f"laman dinas: {words}" if words else "laman dinas"
        if self.jenis == "praktik":
            return f"sumber lain: {words}" if words else "sumber lain"
        return words or "peraturan"


@dataclass(frozen=True)
class Permintaan:
    """One requirement with who asks for it, and the names of the variants it is for."""

    syarat: Syarat
    asal: tuple[Asal, ...]
    untuk: tuple[str, ...]

    @property
    def asal_teks(self) -> str:
        """Everyone who asks, each once: `SOP langkah 2; UU 13/2003 Pasal 4`."""
        return "; ".join(dict.fromkeys(one.teks for one in self.asal))


@dataclass(frozen=True)
class KelompokSyarat:
    """Requirements under one heading; a group without a heading is for everyone."""

    golongan: Golongan
    judul: str
    permintaan: tuple[Permintaan, ...]
    keterangan: str = ""


@dataclass(frozen=True)
class Rujukan:
    """A source of requirements, named once below the list."""

    jenis: str
    teks: str
    url: str | None
    langkah: int | None


def requirement_groups(catalog: Catalog, sop: Sop) -> tuple[KelompokSyarat, ...]:
    """The requirements by what they ask of whom: everyone, one variant, if any, elsewhere only."""
    steps = step_numbers(sop)
    names = {variant.id: variant.nama for variant in sop.varian}

    def asked(items: Iterable[Syarat]) -> tuple[Permintaan, ...]:
        return tuple(
            Permintaan(
                item,
                tuple(origin(catalog, basis, steps) for basis in item.dasar),
                tuple(names[variant] for variant in item.untuk),
            )
            for item in items
        )

    return tuple(
        KelompokSyarat(golongan, title, asked(items), note)
        for golongan, title, items, note in _sorted(sop)
        if items
    )


def _sorted(sop: Sop) -> Iterator[tuple[Golongan, str, list[Syarat], str]]:
    own = [item for item in sop.persyaratan if not _elsewhere(item)]
    papers = [with_choice(item) for item in own if item.jenis == "berkas"]

    def picked(items: Iterable[Syarat], *kinds: str) -> list[Syarat]:
        return [item for item in items if item.wajib in kinds]

    for_all = picked((item for item in papers if not item.untuk), "ya", "bersyarat")
    # The source's own headings keep their order; what has none comes first.
    for title in dict.fromkeys(["", *(item.kelompok or "" for item in for_all)]):
        yield "semua", title, [item for item in for_all if (item.kelompok or "") == title], ""
    for variant in sop.varian:
        mine = [item for item in papers if variant.id in item.untuk]
        yield "varian", f"Untuk {variant.nama}", picked(mine, "ya", "bersyarat"), ""
    yield "bila-ada", "Bila ada", picked(papers, "bila-ada"), ""
    unclear = [item for item in own if _is_unclear(item)]
    for title, items in _by_heading(unclear, "Belum jelas"):
        note = "Sumber tidak menyebut apakah ini wajib. Tanyakan ke petugas."
        yield "tidak-jelas", title, items, note
    for kind, title in _NO_PAPERS:
        others = [item for item in own if item.jenis == kind and not _is_unclear(item)]
        yield kind, title, [with_choice(item) for item in others], ""
    others = [item for item in sop.persyaratan if _elsewhere(item)]
    for title, items in _by_heading(others, "Disebut di sumber lain"):
        note = "Tidak tertulis dalam dokumen dinas ini. Pastikan ke petugas sebelum berangkat."
        yield "daerah-lain", title, items, note


def _is_unclear(item: Syarat) -> bool:
    """Papers of which nobody says whether they are needed, and what stands with them in a group."""
    return item.wajib == "tidak-jelas" and bool(item.kelompok or item.jenis == "berkas")


def _by_heading(items: list[Syarat], otherwise: str) -> Iterator[tuple[str, list[Syarat]]]:
    """The items under the headings of their source; those without one come first."""
    for title in dict.fromkeys(["", *(item.kelompok or "" for item in items)]):
        yield (
            title or otherwise,
            [with_choice(item) for item in items if (item.kelompok or "") == title],
        )


def _elsewhere(item: Syarat) -> bool:
    return all(basis.jenis == "praktik" for basis in item.dasar)


def with_choice(item: Syarat) -> Syarat:
    """A requirement whose alternatives are said in its note, as every output shows them."""
    if not item.salah_satu:
        return item
    words = "; ".join(_alternative(one) for one in item.salah_satu)
    note = f"Cukup salah satu: {words}."
    return item.model_copy(update={"catatan": f"{note} {item.catatan}" if item.catatan else note})


def _alternative(one: SalahSatu) -> str:
    how = ", ".join(part for part in (one.bentuk, one.jumlah) if part)
    words = f"{one.berkas} ({how})" if how else one.berkas
    return f"{words}, bila {one.bila.removeprefix('bila ')}" if one.bila else words


def origin(catalog: Catalog, basis: Dasar, steps: dict[str, int]) -> Asal:
    """Who says so, with the number of the step that does."""
    return Asal(
        basis.jenis, steps.get(basis.langkah or ""), _named(catalog, basis), basis.pasal or ""
    )


def _named(catalog: Catalog, basis: Dasar) -> str:
    """The source's name; of a regulation that was read about elsewhere, both."""
    law = catalog.peraturan.get(basis.peraturan) if basis.peraturan else None
    short = short_title(law) if law else ""
    if short and basis.nama and short not in basis.nama:
        return f"{short} (menurut {basis.nama})"
    return basis.nama or short


def references(catalog: Catalog, sop: Sop) -> tuple[Rujukan, ...]:
    """The sources of the requirements, each once, in the order they are first named."""
    steps = step_numbers(sop)
    found: dict[Rujukan, None] = {}
    for item in sop.persyaratan:
        for basis in item.dasar:
            if basis.jenis == "sop":
                # The step stands beside the requirement itself; once here is enough.
                found.setdefault(Rujukan("sop", "tertulis dalam dokumen SOP", None, None))
            else:
                found.setdefault(_reference(catalog, basis, steps))
    return tuple(found)


def _reference(catalog: Catalog, basis: Dasar, steps: dict[str, int]) -> Rujukan:
    words = ", ".join(part for part in (_named(catalog, basis), basis.pasal) if part)
    if basis.sebagian == "ya":
        words += " (hanya sebagian terlihat)"
    return Rujukan(basis.jenis, words, basis.url, steps.get(basis.langkah or ""))


def step_numbers(sop: Sop) -> dict[str, int]:
    """The steps as people count them, by id."""
    return {step.id: n for n, step in enumerate(sop.langkah, start=1)}
