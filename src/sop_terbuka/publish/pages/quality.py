"""The pages of findings below `/mutu/`, and those that compare the offices of a service."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Sop
from ...meaning import banyak, perbandingan
from ..page import Page
from ..render import render
from .base import Tools
from .mutu import Halaman, context, rule_places
from .paging import Lembar, sheets

# Lines of a table on one page.
_MOST_LINES = 150
_DOWNLOADS = (("CSV", "api/v1/temuan.csv"), ("JSON", "api/v1/temuan.json"))


def quality_pages(catalog: Catalog, tools: Tools, made: Sequence[Halaman]) -> Iterator[Page]:
    """Everything below `/mutu/`, from what `mutu.pages` says stands there."""
    shared = context(catalog, tools.findings, _DOWNLOADS, rule_places(made))
    for page in made:
        yield _quality(tools, page, shared)


def _quality(tools: Tools, page: Halaman, shared: dict[str, object]) -> Page:
    def html() -> Markup:
        return render("mutu.html.j2", page.alamat, icon=tools.icon, halaman=page, **shared)

    # Only the overview: a search for a service should not end in its findings.
    return Page(page.alamat, page.judul, page.lead, html, searchable=page.alamat == "mutu/")


def comparison_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The services that several offices have, and each of them side by side or as a table."""
    shared = perbandingan.services(catalog)
    found = {
        key: banyak.of_many(catalog, key, sops)
        if banyak.is_many(sops)
        else perbandingan.compare_all(catalog, key, sops)
        for key, sops in shared.items()
    }

    def whole() -> Markup:
        return render(
            "perbandingan-indeks.html.j2", "perbandingan/", icon=tools.icon,
            semua=list(found.values()),
        )  # fmt: skip

    yield Page("perbandingan/", "Bandingkan", "Layanan yang sama di lebih dari satu dinas.", whole)
    for item in found.values():
        if isinstance(item, banyak.Banyak):
            yield from _table(tools, item)
        else:
            yield _comparison(catalog, tools, item, shared[item.layanan])


def _comparison(
    catalog: Catalog, tools: Tools, item: perbandingan.Perbandingan, sops: list[Sop]
) -> Page:
    address = f"perbandingan/{item.layanan}/"

    def html() -> Markup:
        return render(
            "perbandingan.html.j2", address, icon=tools.icon, banding=item,
            pasangan=perbandingan.all_pairs(catalog, item.layanan, sops),
            tidak_disebut=perbandingan.SILENT,
        )  # fmt: skip

    return Page(address, f"Bandingkan: {item.nama}", item.kalimat, html)


def _table(tools: Tools, item: banyak.Banyak) -> Iterator[Page]:
    for sheet in sheets(item.sop, f"perbandingan/{item.layanan}/", _MOST_LINES):

        def html(sheet: Lembar[banyak.Satu] = sheet) -> Markup:
            return render(
                "perbandingan-banyak.html.j2", sheet.alamat, icon=tools.icon,
                banding=item, lembar=sheet, tidak_disebut=perbandingan.SILENT,
            )  # fmt: skip

        title = sheet.judul(f"Bandingkan: {item.nama}")
        yield Page(sheet.alamat, title, item.kalimat, html, searchable=sheet.nomor == 1)
