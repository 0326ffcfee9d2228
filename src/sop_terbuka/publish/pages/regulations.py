"""The list of regulations and the page of each, both over several pages where they are long."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Peraturan, Sop
from ...meaning.hukum import citing_repealed, short_title
from ..page import Page
from ..render import render
from .base import Tools
from .paging import Lembar, lines, places, sheets

_STATUS_ORDER = (
    "dicabut", "berakhir", "sebagian_dicabut", "diubah", "berlaku", "belum_terverifikasi",
)  # fmt: skip
# Regulations, and SOPs that cite one, on one page.
_MOST, _MOST_CITING = 200, 300


def regulation_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The list of all regulations, then one after another."""
    yield from _index(catalog, tools)
    for law in catalog.peraturan.values():
        yield from _regulation(catalog, tools, law)


def _index(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    newest = sorted(catalog.peraturan.values(), key=lambda law: (law.tahun, law.id), reverse=True)
    laws = sorted(newest, key=lambda law: _STATUS_ORDER.index(law.status))
    made = sheets(laws, "peraturan/", _MOST, lambda law: lines(law.judul))
    where = places(made, lambda law: law.status)
    counts = Counter[str](law.status for law in laws)

    def page(sheet: Lembar[Peraturan]) -> Page:
        def html() -> Markup:
            groups = groupby(sheet.isi, key=lambda law: law.status)
            return render(
                "peraturan-indeks.html.j2", sheet.alamat, icon=tools.icon,
                singkat=short_title, lembar=sheet,
                kelompok=[(status, list(own)) for status, own in groups],
                status=[(s, counts[s], place) for s, place in where.items()],
                jumlah={law.id: len(catalog.citing(law.id)) for law in sheet.isi},
                usang=len(citing_repealed(catalog)),
            )  # fmt: skip

        lead = "Semua peraturan yang dikutip SOP, dengan statusnya."
        title = sheet.judul("Peraturan")
        return Page(sheet.alamat, title, lead, html, searchable=sheet.nomor == 1)

    yield from (page(sheet) for sheet in made)


def _regulation(catalog: Catalog, tools: Tools, law: Peraturan) -> Iterator[Page]:
    citing = [
        (sop, [basis.tertulis for basis in sop.dasar_hukum if basis.peraturan == law.id])
        for sop in catalog.citing(law.id)
    ]
    title = short_title(law)

    def page(sheet: Lembar[tuple[Sop, list[str]]]) -> Page:
        def html() -> Markup:
            shared: Mapping[str, object] = {
                "law": law, "singkat": short_title, "lembar": sheet, "jumlah": len(citing),
                "peraturan": catalog.peraturan, "instansi": catalog.instansi,
            }  # fmt: skip
            return render("peraturan.html.j2", sheet.alamat, icon=tools.icon, **shared)

        first = sheet.nomor == 1
        return Page(sheet.alamat, sheet.judul(title), law.judul, html, searchable=first)

    def weight(entry: tuple[Sop, list[str]]) -> float:
        sop, written = entry
        return lines(sop.nama, catalog.instansi[sop.instansi].disebut, *written)

    made = sheets(citing, f"peraturan/{law.id}/", _MOST_CITING, weight)
    yield from (page(sheet) for sheet in made)
