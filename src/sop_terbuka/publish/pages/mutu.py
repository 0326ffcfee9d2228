"""What the pages below `/mutu/` show: the findings by office, family, level and rule.

Each stays short however many there are: an office lists its SOPs, a family or level its rules, a
rule its findings, in sheets. Every finding is told in full once, on the page of its SOP.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
from ..feeds.temuan import LEVELS, by_family, by_level, by_office
from .paging import Lembar, sheets

# The word, colour class and icon of a level. Red is for laws that no longer apply: a finding is
# a question to the office, not a fault proven.
TANDA = {
    "tinggi": ("Segera diperiksa", "st-awas", "alert-outline"),
    "sedang": ("Perlu diperiksa", "", "file-search-outline"),
    "rendah": ("Perlu dirapikan", "", "file-document-edit-outline"),
}


# Lines of a list on one page, and SOPs named under one regulation's fault.
PER_PAGE = 50
MOST_PLACES = 40


@dataclass(frozen=True)
class Pilihan:
    """A link of a filter, with how many findings lie behind it."""

    nama: str
    alamat: str
    jumlah: int


@dataclass(frozen=True)
class Baris:
    """One line of a list: where it leads, and what is there."""

    judul: str
    alamat: str
    keterangan: str
    id: str = ""


@dataclass(frozen=True)
class Bagian:
    """One heading with the rules of a family."""

    id: str
    judul: str
    aturan: tuple[Aturan, ...]


@dataclass(frozen=True)
class Halaman:
    """One page: where it stands, what it is called, what it says first, and one kind of content."""

    alamat: str
    judul: str
    lead: str
    jumlah: dict[str, int]
    lembar: Lembar[Baris] | Lembar[Temuan] | None = None
    baris: tuple[Baris, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    bagian: tuple[Bagian, ...] = ()


def pages(catalog: Catalog, findings: Iterable[Temuan]) -> Iterator[Halaman]:
    """The overview, then the pages for each office, family, level and rule.

    An office's pages count every SOP's own findings; elsewhere one regulation's fault counts once.
    """
    items = tuple(findings)
    once = gathered(items)
    yield from _overview(catalog, items, once)
    for group in by_office(items):
        yield from _office(catalog, group.id, group.temuan)
    for group in by_family(once):
        yield Halaman(
            f"mutu/keluarga/{group.id}/",
            f"Temuan mutu: {group.judul}",
            "Tiap aturan menyebut yang seharusnya; di baliknya tempat yang tampak berbeda.",
            group.jumlah,
            baris=tuple(_rules(group.temuan)),
        )
    for group in by_level(once):
        yield Halaman(
            f"mutu/tingkat/{group.id}/",
            f"Temuan mutu: {TANDA[group.id][0].lower()}",
            TINGKAT[group.temuan[0].tingkat],
            group.jumlah,
            baris=tuple(_rules(group.temuan)),
        )
    yield Halaman(
        "mutu/aturan/",
        "Arti tiap aturan temuan",
        "Apa yang diperiksa komputer, dan mengapa. Aturan berlaku sama untuk semua dinas.",
        {},
        bagian=tuple(Bagian(family, title, RULES[family]) for family, title in KELUARGA.items()),
    )
    for rule_id, found in _by_rule(once).items():
        rule = ATURAN[rule_id]
        for sheet in sheets(found, f"mutu/aturan/{rule_id}/", PER_PAGE, _lines):
            yield Halaman(
                sheet.alamat, sheet.judul(rule.judul.rstrip(".")), rule.penjelasan, _counts(found),
                lembar=sheet, temuan=sheet.isi,
            )  # fmt: skip


def _overview(
    catalog: Catalog, items: tuple[Temuan, ...], once: tuple[Temuan, ...]
) -> Iterator[Halaman]:
    found = {group.id: group for group in by_office(items)}
    rows = []
    for office_id, office in catalog.instansi.items():
        sops = len(catalog.of_office(office_id))
        note = f"{counted(found[office_id].jumlah if office_id in found else {})}, pada {sops} SOP."
        there = f"mutu/dinas/{office_id}/" if office_id in found else f"{office_id}/"
        rows.append(Baris(office.disebut, there, note, office_id))
    for sheet in sheets(rows, "mutu/", PER_PAGE):
        yield Halaman(
            sheet.alamat,
            sheet.judul("Temuan mutu data"),
            "Hal yang tampak janggal dalam dokumen SOP, ditampilkan apa adanya. Kami tidak "
            "memperbaikinya diam-diam; dinas yang memutuskan.",
            _counts(once),
            lembar=sheet,
            baris=sheet.isi,
        )


def _office(catalog: Catalog, office_id: str, found: tuple[Temuan, ...]) -> Iterator[Halaman]:
    office = catalog.instansi[office_id]
    by_sop: dict[str, list[Temuan]] = {}
    for item in found:
        by_sop.setdefault(item.sop, []).append(item)
    rows = []
    for sop in catalog.of_office(office_id):
        note = counted(_counts(by_sop.get(sop.id, ()))) + "."
        if not sop.is_internal:
            own = score(catalog, sop)
            note += f" Menyebut {own.ada} dari {own.dari} komponen standar pelayanan"
            note += f", {own.dari_luar} lagi dari laman resmi." if own.dari_luar else "."
        rows.append(Baris(sop.nama, findings_address(sop.id), note, anchor(sop.id)))
    year = f", dokumen SOP tahun {office.tahun_dokumen}" if office.tahun_dokumen else ""
    for sheet in sheets(rows, f"mutu/dinas/{office_id}/", PER_PAGE):
        yield Halaman(
            sheet.alamat, sheet.judul(f"Temuan mutu: {office.disebut}"), f"{office.nama}{year}.",
            _counts(found), lembar=sheet, baris=sheet.isi,
        )  # fmt: skip


def _rules(items: Iterable[Temuan]) -> Iterator[Baris]:
    for rule_id, found in _by_rule(items).items():
        rule = ATURAN[rule_id]
        note = f"{len(found)} temuan. {rule.penjelasan}"
        yield Baris(rule.judul.rstrip("."), f"mutu/aturan/{rule_id}/", note, rule_id)


def _by_rule(items: Iterable[Temuan]) -> dict[str, list[Temuan]]:
    found: dict[str, list[Temuan]] = {}
    for item in items:
        found.setdefault(item.aturan, []).append(item)
    return found


def filters(once: Iterable[Temuan]) -> dict[str, tuple[Pilihan, ...]]:
    """The links that stand for a filter, by what they filter; findings as `gathered` gives them."""
    once = tuple(once)
    return {
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
        "paling_banyak": MOST_PLACES,
        "per_aturan": Counter(item.aturan for item in once),
        "saring": filters(once),
        "sumber": source_address,
        "tanda": TANDA,
        "temuan_sop": findings_address,
        "unduhan": tuple(unduhan),
    }


def source_address(finding: Temuan, proof: Bukti) -> str:
    """Where the quoted line stands on the page of the source text; empty without a line."""
    return f"{proof.sop or finding.sop}/sumber/#b{proof.baris}" if proof.baris else ""


def findings_address(sop_id: str) -> str:
    """Where all findings of an SOP stand in full."""
    return f"{sop_id}/temuan/"


def anchor(sop_id: str) -> str:
    """The id of an SOP's line; ids hold a slash."""
    return sop_id.replace("/", "-")


def _lines(item: Temuan) -> float:
    """How much of a page a finding takes; one of many SOPs lists its places."""
    places = len(item.tempat) if isinstance(item, TemuanBersama) else 0
    return 1 + min(places, MOST_PLACES) / 3


def _counts(items: Iterable[Temuan]) -> dict[str, int]:
    found = Counter(item.tingkat for item in items)
    return {level: found[level] for level in LEVELS}


def counted(jumlah: Mapping[str, int]) -> str:
    """Counts as words: `1 segera diperiksa, 4 perlu diperiksa`."""
    parts = [f"{n} {TANDA[level][0].lower()}" for level in LEVELS if (n := jumlah.get(level))]
    return ", ".join(parts) or "tanpa temuan"
