"""What else changes when a file changes: pages, documents, forms, other SOPs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ...data.model import Sop
from .record import Perubahan, Sentuhan
from .state import State


class Terbitan(Protocol):
    """A file published for every SOP: its name, what it is called, and the keys it shows.

    Publishing stands above this room, so its table is handed in.
    """

    @property
    def nama(self) -> str:
        """The file's name below the SOP's address."""

    @property
    def sebutan(self) -> str:
        """What it is called; files with the same one are named together."""

    @property
    def kunci(self) -> frozenset[str]:
        """The keys of the SOP that it shows."""

    def ada(self, sop: Sop, /) -> bool:
        """Whether this SOP has it."""


# The letterhead is told apart from the document's block that it stands in.
_PART_OF = {"kop": "dokumen"}
_LISTED = ("nama", "ringkasan", "topik", "audiens", "status", "langkah", "layanan", "sebutan")


def by_sop(
    sop: Sop,
    changes: Iterable[Perubahan],
    state: State,
    outputs: Sequence[Terbitan],
    old: Sop | None = None,
) -> tuple[Sentuhan, ...]:
    """What a changed SOP changes along; `old` is the SOP before, where there was one."""
    told = {change.pada.split(".")[0].split("[")[0] for change in changes}
    keys = {_PART_OF.get(key, key) for key in told}
    return (
        Sentuhan("Halaman layanan", (f"/{sop.id}/",)),
        *_published(sop, keys, outputs),
        *_by_sop(sop, keys, state, old or sop),
    )


def _published(sop: Sop, keys: set[str], outputs: Sequence[Terbitan]) -> Iterator[Sentuhan]:
    addresses: dict[str, list[str]] = {}
    for output in outputs:
        if keys & {"id", *output.kunci} and output.ada(sop):
            addresses.setdefault(output.sebutan, []).append(f"/{sop.id}/{output.nama}")
    for name, found in addresses.items():
        yield Sentuhan(name, tuple(found))


def _by_sop(sop: Sop, keys: set[str], state: State, old: Sop) -> Iterator[Sentuhan]:
    if keys & set(_LISTED):
        yield Sentuhan("Daftar layanan", (f"/{sop.instansi}/", f"/topik/{sop.topik}/"))
    if "formulir" in keys or "persyaratan" in keys:
        forms = tuple(f"/formulir/{form}/" for form in sop.formulir)
        if forms:
            yield Sentuhan("Formulir", forms)
    bases = [{b.peraturan for b in s.dasar_hukum if b.peraturan} for s in (old, sop)]
    cited = bases[0] ^ bases[1] if old is not sop else bases[1]
    laws = tuple(f"/peraturan/{law}/" for law in sorted(cited))
    if "dasar_hukum" in keys and laws:
        yield Sentuhan("Halaman peraturan", laws)
    naming = tuple(
        f"/{other.id}/"
        for other in state.sop.values()
        if other.id != sop.id and sop.id in _named(other)
    )
    if naming:
        yield Sentuhan("SOP lain yang menyebut SOP ini", naming)
    same = tuple(
        f"/{other.id}/"
        for other in state.sop.values()
        if sop.layanan and other.id != sop.id and other.layanan == sop.layanan
    )
    if same:
        yield Sentuhan("Layanan yang sama di dinas lain (periksa apakah perlu disamakan)", same)


def _named(sop: Sop) -> set[str | None]:
    """The SOPs that an SOP names."""
    return {item.sop for item in sop.keterkaitan} | {item.sop for item in sop.bukan_di_sini}


def by_form(form: str, state: State) -> tuple[Sentuhan, ...]:
    """What a changed form changes along."""
    using = tuple(f"/{sop.id}/" for sop in state.sop.values() if form in sop.formulir)
    files = (f"/formulir/{form}/{form}.pdf", f"/formulir/{form}/{form}.docx")
    found = [
        Sentuhan("Halaman formulir", (f"/formulir/{form}/",)),
        Sentuhan("Formulir kosong", files),
    ]
    return (*found, Sentuhan("Layanan yang memakainya", using)) if using else tuple(found)


def by_law(law: str, state: State) -> tuple[Sentuhan, ...]:
    """What a changed regulation changes along."""
    citing = tuple(
        f"/{sop.id}/"
        for sop in state.sop.values()
        if any(b.peraturan == law for b in sop.dasar_hukum)
    )
    page = (Sentuhan("Halaman peraturan", (f"/peraturan/{law}/", "/peraturan/")),)
    return (*page, Sentuhan("SOP yang mengutipnya", citing)) if citing else page


def by_office(office: str, state: State) -> tuple[Sentuhan, ...]:
    """What a changed office changes along."""
    count = sum(sop.instansi == office for sop in state.sop.values())
    return (Sentuhan(f"Halaman dinas dan {count} halaman layanannya", (f"/{office}/",)),)
