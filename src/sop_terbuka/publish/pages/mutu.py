"""What the pages below `/mutu/` show: the findings by office, family and level, without scripts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...data.catalog import Catalog
from ...meaning.standar import score
from ...meaning.temuan import (
    ATURAN,
    KELUARGA,
    RULES,
    TINGKAT,
    Bukti,
    Temuan,
    TemuanBersama,
    gathered,
)
from ...meaning.temuan.answers import JAWABAN
from ..feeds.temuan import LEVELS, Kelompok, by_family, by_level, by_office
from .mutu_lembar import MOST_PLACES, Bagian, cut
from .paging import Lembar

# With more, the overview names offices only; their own pages name their SOPs.
_MOST_SOPS = 150

# The word, colour class and icon of a level. Red is for laws that no longer apply: a finding is
# a question to the office, not a fault proven.
TANDA = {
    "tinggi": ("Segera diperiksa", "st-awas", "alert-outline"),
    "sedang": ("Perlu diperiksa", "", "file-search-outline"),
    "rendah": ("Perlu dirapikan", "", "file-document-edit-outline"),
}


@dataclass(frozen=True)
class Pilihan:
    """A link of a filter, with how many findings lie behind it."""

    nama: str
    alamat: str
    jumlah: int


@dataclass(frozen=True)
class Halaman:
    """One page: where it stands, what it is called, what it says first, and its parts."""

    alamat: str
    judul: str
    lead: str
    jumlah: dict[str, int]
    bagian: tuple[Bagian, ...]
    sebut_sop: bool = False
    lembar: Lembar[Bagian] | None = None


def pages(catalog: Catalog, findings: Iterable[Temuan]) -> Iterator[Halaman]:
    """The overview, then the pages of each office, family and level, and the rules.

    An office's page has every SOP's own findings; elsewhere one regulation's fault counts once.
    """
    items = tuple(findings)
    once = gathered(items)
    offices = [page for group in by_office(items) for page in _office(catalog, group)]
    overview = Halaman(
        "mutu/",
        "Temuan mutu data",
        "Hal yang tampak janggal dalam dokumen SOP, ditampilkan apa adanya. Kami tidak "
        "memperbaikinya diam-diam; dinas yang memutuskan.",
        _counts(once),
        tuple(_overview(catalog, items, sop_places(offices))),
    )
    yield from _paged(overview)
    yield from offices
    for group in by_family(once):
        yield from _paged(
            Halaman(
                f"mutu/keluarga/{group.id}/",
                f"Temuan mutu: {group.judul}",
                "Tiap judul menyebut yang seharusnya; di bawahnya tempat yang tampak berbeda.",
                group.jumlah,
                tuple(_by_rule(group)),
                sebut_sop=True,
            )
        )
    for group in by_level(once):
        yield from _paged(
            Halaman(
                f"mutu/tingkat/{group.id}/",
                f"Temuan mutu: {TANDA[group.id][0].lower()}",
                TINGKAT[group.temuan[0].tingkat],
                group.jumlah,
                tuple(_by_cause_and_sop(catalog, group.temuan)),
            )
        )
    yield Halaman(
        "mutu/aturan/",
        "Arti tiap aturan temuan",
        "Apa yang diperiksa komputer, dan mengapa. Aturan berlaku sama untuk semua dinas.",
        {},
        tuple(Bagian(family, title, aturan=RULES[family]) for family, title in KELUARGA.items()),
    )


def sop_places(made: Iterable[Halaman]) -> dict[str, str]:
    """On which page of its office each SOP's findings begin, by the SOP's id."""
    found: dict[str, str] = {}
    for page in made:
        if page.alamat.startswith("mutu/dinas/"):
            for part in page.bagian:
                found.setdefault(part.alamat.rstrip("/"), f"{page.alamat}#{part.id}")
    return found


def rule_places(made: Iterable[Halaman]) -> dict[str, str]:
    """On which page of its family each rule's findings begin."""
    found: dict[str, str] = {}
    for page in made:
        if page.alamat.startswith("mutu/keluarga/"):
            for part in page.bagian:
                found.setdefault(part.id, f"{page.alamat}#{part.id}")
    return found


def _office(catalog: Catalog, group: Kelompok) -> Iterator[Halaman]:
    office = catalog.instansi[group.id]
    year = f", dokumen SOP tahun {office.tahun_dokumen}" if office.tahun_dokumen else ""
    yield from _paged(
        Halaman(
            f"mutu/dinas/{group.id}/",
            f"Temuan mutu: {office.disebut}",
            f"{office.nama}{year}.",
            group.jumlah,
            tuple(_by_sop(catalog, group.temuan)),
        )
    )


def _paged(page: Halaman) -> Iterator[Halaman]:
    for sheet in cut(page.bagian, page.alamat):
        yield replace(
            page, alamat=sheet.alamat, judul=sheet.judul(page.judul), bagian=sheet.isi, lembar=sheet
        )


def filters(
    catalog: Catalog, findings: Iterable[Temuan], once: tuple[Temuan, ...] | None = None
) -> dict[str, tuple[Pilihan, ...]]:
    """The links that stand for a filter, by what they filter; many offices are listed anyway."""
    items = tuple(findings)
    once = gathered(items) if once is None else once
    offices = tuple(
        Pilihan(catalog.instansi[g.id].disebut, f"mutu/dinas/{g.id}/", len(g.temuan))
        for g in by_office(items)
    )
    return ({"Dinas": offices} if len(catalog.sop) <= _MOST_SOPS else {}) | {
        "Tingkat": tuple(
            Pilihan(TANDA[g.id][0], f"mutu/tingkat/{g.id}/", len(g.temuan)) for g in by_level(once)
        ),
        "Perihal": tuple(
            Pilihan(g.judul, f"mutu/keluarga/{g.id}/", len(g.temuan)) for g in by_family(once)
        ),
    }


def context(
    catalog: Catalog,
    findings: Iterable[Temuan],
    unduhan: Iterable[tuple[str, str]] = (),
    letak: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """What `mutu.html.j2` needs on every page besides `halaman` and `icon`.

    `unduhan` are names and addresses of the findings as files, `letak` is where each rule's are.
    """
    items = tuple(findings)
    once = gathered(items)

    def sop_name(sop_id: str) -> str:
        sop = catalog.sop[sop_id]
        return f"{sop.nama}, {catalog.instansi[sop.instansi].disebut}"

    return {
        "aturan": ATURAN,
        "dijawab": sum(1 for item in once if item.tanggapan),
        "jawaban": JAWABAN,
        "jumlah_sop": len(catalog.sop),
        "jumlah_temuan": len(once),
        "letak": letak or {},
        "nama_sop": sop_name,
        "paling_banyak": MOST_PLACES,
        "per_aturan": Counter(item.aturan for item in once),
        "saring": filters(catalog, items, once),
        "sumber": source_address,
        "tanda": TANDA,
        "unduhan": tuple(unduhan),
    }


def source_address(finding: Temuan, proof: Bukti) -> str:
    """Where the quoted line stands on the page of the source text; empty without a line."""
    return f"{proof.sop or finding.sop}/sumber/#b{proof.baris}" if proof.baris else ""


def anchor(sop_id: str) -> str:
    """The id of an SOP's heading; ids hold a slash."""
    return sop_id.replace("/", "-")


def _counts(items: Iterable[Temuan]) -> dict[str, int]:
    found = Counter(item.tingkat for item in items)
    return {level: found[level] for level in LEVELS}


def counted(jumlah: dict[str, int]) -> str:
    """Counts as words: `1 segera diperiksa, 4 perlu diperiksa`."""
    parts = [f"{n} {TANDA[level][0].lower()}" for level, n in jumlah.items() if n]
    return ", ".join(parts) or "tanpa temuan"


def _overview(
    catalog: Catalog, items: tuple[Temuan, ...], places: dict[str, str]
) -> Iterator[Bagian]:
    """Every SOP below its office; of many offices only their sums."""
    by_sop: dict[str, list[Temuan]] = {}
    for item in items:
        by_sop.setdefault(item.sop, []).append(item)
    is_short = len(catalog.sop) > _MOST_SOPS
    for office_id, office in catalog.instansi.items():
        sops = catalog.of_office(office_id)
        found = [item for sop in sops for item in by_sop.get(sop.id, ())]
        there = f"mutu/dinas/{office_id}/"
        if is_short:
            note = f"{len(sops)} SOP: {counted(_counts(found))}."
            yield Bagian("", office.disebut, there if found else f"{office_id}/", note)
            continue
        yield Bagian(office_id, office.disebut, there if found else "")
        for sop in sops:
            note = counted(_counts(by_sop.get(sop.id, ()))) + "."
            if not sop.is_internal:
                own = score(catalog, sop)
                note += f" Menyebut {own.ada} dari {own.dari} komponen standar pelayanan"
                note += f", {own.dari_luar} lagi dari laman resmi." if own.dari_luar else "."
            yield Bagian("", sop.nama, places.get(sop.id, f"{sop.id}/"), note)


def _by_sop(
    catalog: Catalog, items: tuple[Temuan, ...], with_office: bool = False
) -> Iterator[Bagian]:
    by_sop: dict[str, list[Temuan]] = {}
    for item in items:
        by_sop.setdefault(item.sop, []).append(item)
    for sop_id, own in by_sop.items():
        sop = catalog.sop[sop_id]
        place = f", {catalog.instansi[sop.instansi].disebut}" if with_office else ""
        note = counted(_counts(own)) + "."
        yield Bagian(anchor(sop_id), sop.nama + place, f"{sop_id}/", note, tuple(own))


def _by_cause_and_sop(catalog: Catalog, items: tuple[Temuan, ...]) -> Iterator[Bagian]:
    shared = tuple(item for item in items if isinstance(item, TemuanBersama))
    if shared:
        yield Bagian(
            "peraturan",
            "Satu peraturan, semua SOP yang mengutipnya",
            keterangan="Sebabnya satu peraturan, jadi dihitung sekali dengan daftar SOP-nya.",
            temuan=shared,
        )
    rest = tuple(item for item in items if not isinstance(item, TemuanBersama))
    yield from _by_sop(catalog, rest, with_office=True)


def _by_rule(group: Kelompok) -> Iterator[Bagian]:
    found: dict[str, list[Temuan]] = {}
    for item in group.temuan:
        found.setdefault(item.aturan, []).append(item)
    for rule_id, items in found.items():
        rule = ATURAN[rule_id]
        yield Bagian(
            rule_id,
            rule.judul.rstrip("."),
            f"mutu/aturan/#{rule_id}",
            rule.penjelasan,
            tuple(items),
        )
