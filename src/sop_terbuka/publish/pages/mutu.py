"""What the pages below `/mutu/` show: the findings by office, family and level, without scripts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...data.catalog import Catalog
from ...meaning.standar import score
from ...meaning.temuan import (
    ATURAN,
    KELUARGA,
    RULES,
    TINGKAT,
    Aturan,
    Bukti,
    Temuan,
    TemuanBersama,
    gathered,
)
from ...meaning.temuan.answers import JAWABAN
from ..feeds.temuan import LEVELS, Kelompok, by_family, by_level, by_office

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
class Bagian:
    """One heading of a page with its findings, or with a note where it only counts."""

    id: str
    judul: str
    alamat: str = ""
    keterangan: str = ""
    temuan: tuple[Temuan, ...] = ()
    aturan: tuple[Aturan, ...] = ()


@dataclass(frozen=True)
class Halaman:
    """One page: where it stands, what it is called, what it says first, and its parts."""

    alamat: str
    judul: str
    lead: str
    jumlah: dict[str, int]
    bagian: tuple[Bagian, ...]
    sebut_sop: bool = False


def pages(catalog: Catalog, findings: Iterable[Temuan]) -> Iterator[Halaman]:
    """The overview, then a page for each office, family and level, and the rules.

    An office's page has every SOP's own findings; elsewhere one regulation's fault counts once.
    """
    items = tuple(findings)
    once = gathered(items)
    yield Halaman(
        "mutu/",
        "Temuan mutu data",
        "Hal yang tampak janggal dalam dokumen SOP, ditampilkan apa adanya. Kami tidak "
        "memperbaikinya diam-diam; dinas yang memutuskan.",
        _counts(once),
        tuple(_office_overview(catalog, items)),
    )
    for group in by_office(items):
        office = catalog.instansi[group.id]
        yield Halaman(
            f"mutu/dinas/{group.id}/",
            f"Temuan mutu: {office.disebut}",
            f"{office.nama}, dokumen SOP tahun {office.tahun_dokumen}."
            if office.tahun_dokumen
            else f"{office.nama}.",
            group.jumlah,
            tuple(_by_sop(catalog, group.temuan)),
        )
    for group in by_family(once):
        yield Halaman(
            f"mutu/keluarga/{group.id}/",
            f"Temuan mutu: {group.judul}",
            "Tiap judul menyebut yang seharusnya; di bawahnya tempat yang tampak berbeda.",
            group.jumlah,
            tuple(_by_rule(group)),
            sebut_sop=True,
        )
    for group in by_level(once):
        yield Halaman(
            f"mutu/tingkat/{group.id}/",
            f"Temuan mutu: {TANDA[group.id][0].lower()}",
            TINGKAT[group.temuan[0].tingkat],
            group.jumlah,
            tuple(_by_cause_and_sop(catalog, group.temuan)),
        )
    yield Halaman(
        "mutu/aturan/",
        "Arti tiap aturan temuan",
        "Apa yang diperiksa komputer, dan mengapa. Aturan berlaku sama untuk semua dinas.",
        {},
        tuple(Bagian(family, title, aturan=RULES[family]) for family, title in KELUARGA.items()),
    )


def filters(catalog: Catalog, findings: Iterable[Temuan]) -> dict[str, tuple[Pilihan, ...]]:
    """The links that stand for a filter, by what they filter."""
    items = tuple(findings)
    once = gathered(items)
    return {
        "Dinas": tuple(
            Pilihan(catalog.instansi[g.id].disebut, f"mutu/dinas/{g.id}/", len(g.temuan))
            for g in by_office(items)
        ),
        "Tingkat": tuple(
            Pilihan(TANDA[g.id][0], f"mutu/tingkat/{g.id}/", len(g.temuan)) for g in by_level(once)
        ),
        "Perihal": tuple(
            Pilihan(g.judul, f"mutu/keluarga/{g.id}/", len(g.temuan)) for g in by_family(once)
        ),
    }


def context(
    catalog: Catalog, findings: Iterable[Temuan], unduhan: Iterable[tuple[str, str]] = ()
) -> dict[str, object]:
    """What `mutu.html.j2` needs on every page besides `halaman` and `icon`.

    `unduhan` are names and addresses of the findings as files.
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
        "nama_sop": sop_name,
        "per_aturan": Counter(item.aturan for item in once),
        "saring": filters(catalog, items),
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


def _office_overview(catalog: Catalog, items: tuple[Temuan, ...]) -> Iterator[Bagian]:
    by_sop: dict[str, list[Temuan]] = {}
    for item in items:
        by_sop.setdefault(item.sop, []).append(item)
    for office_id, office in catalog.instansi.items():
        found = any(key.startswith(f"{office_id}/") for key in by_sop)
        yield Bagian(office_id, office.disebut, f"mutu/dinas/{office_id}/" if found else "")
        for sop in catalog.of_office(office_id):
            note = counted(_counts(by_sop.get(sop.id, ()))) + "."
            if not sop.is_internal:
                own = score(catalog, sop)
                note += f" Menyebut {own.ada} dari {own.dari} komponen standar pelayanan"
                note += f", {own.dari_luar} lagi dari laman resmi." if own.dari_luar else "."
            there = f"mutu/dinas/{office_id}/#{anchor(sop.id)}" if sop.id in by_sop else ""
            yield Bagian("", sop.nama, there or f"{sop.id}/", note)


def _by_sop(
    catalog: Catalog, items: tuple[Temuan, ...], with_office: bool = False
) -> Iterator[Bagian]:
    for sop_id in dict.fromkeys(item.sop for item in items):
        sop = catalog.sop[sop_id]
        place = f", {catalog.instansi[sop.instansi].disebut}" if with_office else ""
        own = tuple(item for item in items if item.sop == sop_id)
        yield Bagian(
            anchor(sop_id), sop.nama + place, f"{sop_id}/", counted(_counts(own)) + ".", own
        )


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
