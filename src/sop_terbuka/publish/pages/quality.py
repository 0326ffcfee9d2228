"""The pages of findings below `/mutu/`, and those that set two offices side by side."""

from collections.abc import Iterator

from markupsafe import Markup

from ...data.catalog import Catalog
from ...meaning import perbandingan
from ..page import Page
from ..render import render
from .base import Tools
from .mutu import Halaman, context
from .mutu import pages as finding_pages

_DOWNLOADS = (("CSV", "api/v1/temuan.csv"), ("JSON", "api/v1/temuan.json"))


def quality_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """Everything below `/mutu/`."""
    shared = context(catalog, tools.findings, _DOWNLOADS)
    for page in finding_pages(catalog, tools.findings):
        yield _quality(tools, page, shared)


def _quality(tools: Tools, page: Halaman, shared: dict[str, object]) -> Page:
    def html() -> Markup:
        return render(
            "mutu.html.j2", page.alamat, tools.offline, icon=tools.icon, halaman=page, **shared
        )

    # Only the overview: a search for a service should not end in its findings.
    return Page(page.alamat, page.judul, page.lead, html, searchable=page.alamat == "mutu/")


def comparison_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The services that two offices have, and each of them side by side."""
    found = [perbandingan.compare(catalog, key) for key in perbandingan.services(catalog)]

    def whole() -> Markup:
        return render(
            "perbandingan.html.j2", "perbandingan/", tools.offline, icon=tools.icon,
            banding=None, semua=found,
        )  # fmt: skip

    yield Page("perbandingan/", "Bandingkan", "Layanan yang sama di lebih dari satu dinas.", whole)
    for item in found:
        yield _comparison(catalog, tools, item)


def _comparison(catalog: Catalog, tools: Tools, item: perbandingan.Perbandingan) -> Page:
    address = f"perbandingan/{item.layanan}/"

    def html() -> Markup:
        return render(
            "perbandingan.html.j2", address, tools.offline, icon=tools.icon, banding=item,
            pasangan=perbandingan.pairs(catalog, item.layanan),
            tidak_disebut=perbandingan.SILENT,
        )  # fmt: skip

    return Page(address, f"Bandingkan: {item.nama}", item.kalimat, html)
