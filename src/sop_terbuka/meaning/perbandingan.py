"""The same service at several offices, side by side: plain rows, differences marked and said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..data.catalog import Catalog
from ..data.model import Sop, Syarat
from ..data.model.pelayanan import Produk, Varian
from ..data.tanggal import in_words
from ..data.uang import rupiah
from .fakta import time
from .hukum import short_title
from .lama import duration
from .temuan.text import jaccard, norm, overlap, topic

Jenis = Literal[
    "waktu", "biaya", "syarat", "hasil", "pelaksana", "langkah", "dokumen", "hukum", "formulir"
]  # fmt: skip
SILENT = "Tidak disebut dalam dokumen"

_ESSENTIAL = {
    "ya": "Wajib",
    "bila-ada": "Bila ada",
    "bersyarat": "Bersyarat",
    "tidak-jelas": "Tidak jelas",
}
_ORIGIN = {
    "sop": "menurut SOP",
    "dinas": "menurut laman dinas",
    "peraturan": "menurut peraturan",
    "praktik": "menurut sumber lain",
}


@dataclass(frozen=True)
class Butir:
    """One line of a cell: the fact, what is said about it in small, a link and a status."""

    teks: str
    kecil: str = ""
    alamat: str = ""
    status: str = ""


@dataclass(frozen=True)
class Sel:
    """One cell; without lines the document is silent."""

    butir: tuple[Butir, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether the document says nothing here."""
        return not self.butir


@dataclass(frozen=True)
class Baris:
    """One row: what is compared, a cell for each SOP, and whether they differ."""

    jenis: Jenis
    judul: str
    sel: tuple[Sel, ...]
    berbeda: bool


@dataclass(frozen=True)
class Ringkas:
    """One SOP of a comparison in figures."""

    sop: str
    nama: str
    varian: str
    instansi: str
    langkah: int
    waktu: str
    tanpa_waktu: int

    @property
    def teks(self) -> str:
        """The figures in words: `11 langkah, 46 menit dan 2 langkah tanpa waktu`."""
        if not self.langkah:
            return f"tanpa tabel langkah, {self.waktu}" if self.waktu else "tanpa tabel langkah"
        parts = [f"{self.langkah} langkah"]
        if self.waktu and self.tanpa_waktu:
            return f"{parts[0]}, {self.waktu} dan {self.tanpa_waktu} langkah tanpa waktu"
        return f"{parts[0]}, {self.waktu or 'tanpa waktu'}"


@dataclass(frozen=True)
class Perbandingan:
    """A service and its rows."""

    layanan: str
    nama: str
    kalimat: str
    sop: tuple[Ringkas, ...]
    baris: tuple[Baris, ...]

    @property
    def berbeda(self) -> int:
        """How many rows differ."""
        return sum(1 for row in self.baris if row.berbeda)


def services(catalog: Catalog) -> dict[str, list[Sop]]:
    """SOPs that share a service key and lie at two offices or more, by key."""
    found: dict[str, list[Sop]] = {}
    for sop in catalog.sop.values():
        if sop.layanan:
            found.setdefault(sop.layanan, []).append(sop)
    return {
        key: sorted(sops, key=lambda sop: (_office_order(catalog, sop), sop.id))
        for key, sops in sorted(found.items())
        if len({sop.instansi for sop in sops}) > 1
    }


def _office_order(catalog: Catalog, sop: Sop) -> str:
    # Cities before regencies and each by name: no office is favoured by its id.
    region = catalog.instansi[sop.instansi].daerah
    return f"{0 if region.startswith('Kota ') else 1} {region}"


def compare(catalog: Catalog, layanan: str) -> Perbandingan:
    """All SOPs of one service in one comparison."""
    return compare_all(catalog, layanan, services(catalog)[layanan])


def compare_all(catalog: Catalog, layanan: str, sops: list[Sop]) -> Perbandingan:
    """The same, of SOPs that are known to offer the service."""
    return _compared(catalog, layanan, [(sop, None) for sop in sops])


def pairs(catalog: Catalog, layanan: str) -> tuple[Perbandingan, ...]:
    """One comparison for every two SOPs of different offices: two columns fit on a phone.

    An SOP that covers several kinds of the service is shown with the kind the other one names.
    """
    return all_pairs(catalog, layanan, services(catalog)[layanan])


def all_pairs(catalog: Catalog, layanan: str, sops: list[Sop]) -> tuple[Perbandingan, ...]:
    """The same, of SOPs that are known to offer the service."""
    return tuple(
        _compared(catalog, layanan, [(one, _kind(one, two)), (two, _kind(two, one))])
        for number, one in enumerate(sops)
        for two in sops[number + 1 :]
        if one.instansi != two.instansi
    )


def _kind(sop: Sop, other: Sop) -> Varian | None:
    if not sop.varian or other.varian:
        return None
    return _closest(sop.varian, other.nama)


def _closest(kinds: list[Varian], name: str) -> Varian | None:
    best = max(kinds, key=lambda kind: overlap(topic(kind.nama), topic(name)))
    # Below half of the words it would be a guess; then everything is shown.
    return best if overlap(topic(best.nama), topic(name)) >= 0.5 else None


def _compared(
    catalog: Catalog, layanan: str, columns: list[tuple[Sop, Varian | None]]
) -> Perbandingan:
    sops = [sop for sop, _ in columns]
    shown = tuple(figures(catalog, sop, kind) for sop, kind in columns)
    name = called(catalog, layanan)
    rows = (
        _time_row(shown),
        _row("biaya", "Biaya", [fee_cell(sop) for sop in sops]),
        *_requirement_rows(
            [[item for item in sop.persyaratan if _is_meant(item, kind)] for sop, kind in columns],
            [sop.nama for sop in sops] + [kind.nama for _, kind in columns if kind],
        ),
        _product_row(
            [[item for item in sop.produk if _is_meant(item, kind)] for sop, kind in columns]
        ),
        _row("pelaksana", "Pelaksana", [_actors(sop) for sop in sops]),
        _row("langkah", "Langkah", [_steps(sop) for sop in sops]),
        _row("dokumen", "Dokumen", [_document(catalog, sop) for sop in sops]),
        _row("hukum", "Dasar hukum", [_laws(catalog, sop) for sop in sops]),
        _row("formulir", "Formulir", [_forms(catalog, *column) for column in columns]),
    )
    return Perbandingan(layanan, name, _sentence(shown), shown, rows)


def called(catalog: Catalog, layanan: str) -> str:
    """The name of a service that several offices have."""
    return catalog.situs.nama_layanan.get(layanan, layanan.replace("-", " ").capitalize())


def _is_meant(item: Syarat | Produk, kind: Varian | None) -> bool:
    return kind is None or not item.untuk or kind.id in item.untuk


def figures(catalog: Catalog, sop: Sop, kind: Varian | None = None) -> Ringkas:
    """One SOP, or one kind of its service, in figures."""
    lama = duration(sop)
    answer = time(lama)
    office = catalog.instansi[sop.instansi]
    return Ringkas(
        sop.id,
        sop.nama,
        kind.nama if kind else "",
        office.disebut,
        lama.langkah,
        answer.nilai if answer.disebut else "",
        # A promise or a stated sum is for the whole service, whatever its steps leave open.
        lama.seluruhnya.tanpa_waktu if lama.asal == "jumlah" else 0,
    )


def _sentence(figures: tuple[Ringkas, ...]) -> str:
    """`Contoh 6 langkah, 40 menit; Lain 11 langkah, ...`, with names where needed."""
    offices = [item.instansi for item in figures]

    def repeated(item: Ringkas) -> bool:
        return offices.count(item.instansi) > 1

    parts = [
        " ".join([item.instansi, *([f"({item.nama})"] if repeated(item) else []), item.teks])
        for item in figures
    ]
    return "; ".join(parts) + "."


def _row(jenis: Jenis, judul: str, cells: list[Sel]) -> Baris:
    said = {tuple((line.teks.lower(), line.kecil.lower()) for line in cell.butir) for cell in cells}
    return Baris(jenis, judul, tuple(cells), len(said) > 1)


def _time_row(figures: tuple[Ringkas, ...]) -> Baris:
    cells = []
    for item in figures:
        small = f"{item.langkah} langkah"
        if item.tanpa_waktu and item.waktu:
            small += f", {item.tanpa_waktu} di antaranya tanpa waktu"
        cells.append(Sel((Butir(item.waktu, small),)) if item.waktu else Sel())
    return _row("waktu", "Waktu", cells)


def fee_cell(sop: Sop) -> Sel:
    """What an SOP says of the fee, and who says so."""
    fee = sop.biaya
    origin = _origin(fee.dasar[0].jenis) if fee.dasar else ""
    if fee.tidak_disebut == "ya":
        return Sel()
    if fee.jumlah == 0:
        return Sel((Butir("Gratis", origin),))
    if fee.jumlah is not None:
        return Sel((Butir(rupiah(fee.jumlah), origin),))
    return Sel((Butir(fee.uraian or "", origin),))


def _origin(jenis: str) -> str:
    return _ORIGIN.get(jenis, "")


def _product_row(lists: list[list[Produk]]) -> Baris:
    cells = [Sel(tuple(Butir(item.nama, item.berlaku or "") for item in made)) for made in lists]
    # How long a card lasts is told in free words; only the products themselves are compared.
    names = {tuple(norm(item.nama) for item in made) for made in lists}
    return Baris("hasil", "Hasil", tuple(cells), len(names) > 1)


def _requirement_rows(lists: list[list[Syarat]], names: list[str]) -> Iterator[Baris]:
    """One row for each requirement, the same papers of several SOPs in one row."""
    written_out = dict(
        _abbreviations([*names, *(item.berkas for items in lists for item in items)])
    )
    rows: list[list[Syarat | None]] = []
    for column, items in enumerate(lists):
        scored = [
            (_likeness(row, item, written_out), -n, -m)
            for n, row in enumerate(rows)
            for m, item in enumerate(items)
        ]
        taken: dict[int, int] = {}
        # The most alike first, each paper and each row once.
        for score, n, m in sorted(scored, reverse=True):
            if score and -m not in taken and -n not in taken.values():
                taken[-m] = -n
        for m, item in enumerate(items):
            if m not in taken:
                rows.append([None] * len(lists))
            rows[taken.get(m, -1)][column] = item
    # What several ask for comes first: there the differences matter most.
    rows.sort(key=lambda row: -sum(1 for item in row if item))
    for row in rows:
        name = next(item.berkas for item in row if item)
        cells = tuple(_requirement(item, name) for item in row)
        yield Baris("syarat", name, cells, _are_different(row))


def _likeness(row: list[Syarat | None], item: Syarat, written_out: dict[str, str]) -> float:
    """How alike the papers of a row and another paper are; 0 means another paper."""
    mine = _own_words(item, written_out)
    return max((_shared(_own_words(o, written_out), mine) for o in row if o), default=0)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    # Half of the shorter name's own words, and more than one unless it has no other:
    # "naskah" alone does not make a draft and an old copy the same paper.
    smaller = min(len(one), len(two))
    if not smaller or len(one & two) < min(2, smaller) or overlap(one, two) < 0.5:
        return 0.0
    return jaccard(one, two)


def _own_words(item: Syarat, written_out: dict[str, str]) -> frozenset[str]:
    said = " ".join(written_out.get(word, word) for word in item.berkas.split())
    return topic(said) - _WEAK


_WEAK = topic(
    "surat berkas dokumen data fotokopi asli lembar pemohon bukti daftar keterangan calon "
    "peserta kerja persyaratan"
)
_ABBREVIATION = re.compile(r"\(([A-Z]{2,6})\)")


def _abbreviations(texts: list[str]) -> Iterator[tuple[str, str]]:
    """`PKB` with the words before its brackets, where their first letters are its own."""
    for text in texts:
        for found in _ABBREVIATION.finditer(text):
            words = text[: found.start()].split()[-len(found[1]) :]
            if "".join(word[0].upper() for word in words) == found[1]:
                yield found[1], " ".join(words)


def _are_different(row: list[Syarat | None]) -> bool:
    """An office is silent, or two say different things; one that says more differs not yet."""
    asked = [item for item in row if item]
    said = (
        {item.wajib for item in asked},
        {norm(item.bentuk) for item in asked if item.bentuk},
        {norm(item.jumlah) for item in asked if item.jumlah},
    )
    return len(asked) < len(row) or any(len(values) > 1 for values in said)


def _requirement(item: Syarat | None, name: str) -> Sel:
    if item is None:
        return Sel()
    told = item.dasar[0].jenis
    details = [item.bentuk or "", item.jumlah or "", item.bila or ""]
    details.append(_origin(told) if told != "sop" else "")
    # The row is named after the first office's words; another wording is said.
    details.insert(0, item.berkas if item.berkas != name else "")
    return Sel((Butir(_ESSENTIAL[item.wajib], ", ".join(text for text in details if text)),))


def _actors(sop: Sop) -> Sel:
    used = {name for step in sop.langkah for name in step.pelaksana}
    lines = []
    for actor in sop.pelaksana:
        count = sum(1 for step in sop.langkah if actor.id in step.pelaksana)
        note = f"{count} langkah" if actor.id in used else "tidak mengerjakan langkah"
        lines.append(Butir(actor.nama, note + (", tanpa kolom" if actor.kolom == "tidak" else "")))
    return Sel(tuple(lines))


def _steps(sop: Sop) -> Sel:
    return Sel(
        tuple(
            Butir(f"{n}. {step.kegiatan}", step.waktu or "tanpa waktu")
            for n, step in enumerate(sop.langkah, 1)
        )
    )


def _document(catalog: Catalog, sop: Sop) -> Sel:
    document = sop.dokumen
    date = document.tanggal_efektif or document.tanggal_pengesahan or document.tanggal_pembuatan
    year = catalog.instansi[sop.instansi].tahun_dokumen
    unknown = f"tanggal kosong, dokumen tahun {year}" if year else "tanggal kosong"
    made = in_words(date) if date else unknown
    return Sel((Butir(document.nomor or "Nomor kosong", made),))


def _laws(catalog: Catalog, sop: Sop) -> Sel:
    lines = []
    for basis in sop.dasar_hukum:
        law = catalog.peraturan.get(basis.peraturan or "")
        if law:
            lines.append(Butir(short_title(law), "", f"peraturan/{law.id}/", law.status))
        else:
            lines.append(Butir(basis.tertulis, "", "", ""))
    return Sel(tuple(lines))


def _forms(catalog: Catalog, sop: Sop, kind: Varian | None) -> Sel:
    own = [catalog.formulir[item] for item in sop.formulir if item in catalog.formulir]
    meant = [form for form in own if kind and _closest(sop.varian, form.judul) == kind]
    return Sel(tuple(Butir(form.judul, "", f"formulir/{form.id}/") for form in (meant or own)))
