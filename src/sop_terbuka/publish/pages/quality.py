"""The pages of findings, and those that compare the offices of a service."""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Sop
from ...meaning import banyak, perbandingan
from ...meaning.temuan import Temuan
from ...meaning.temuan.answers import JAWABAN
from ...revise import usulan
from ..page import Page
from ..render import render
from .base import Tools
from .mutu import TANDA, Halaman, context, counted, findings_address, source_address
from .mutu import pages as finding_pages
from .paging import Lembar, lines, sheets
from .sop_findings import numbered_findings

# Lines of a table on one page.
_MOST_LINES = 150
_DOWNLOADS = (("CSV", "api/v1/temuan.csv"), ("JSON", "api/v1/temuan.json"))


def quality_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """Everything below `/mutu/`."""
    shared = context(catalog, tools.findings, _DOWNLOADS)
    for page in finding_pages(catalog, tools.findings):
        yield _quality(tools, page, shared)


def _quality(tools: Tools, page: Halaman, shared: dict[str, object]) -> Page:
    def html() -> Markup:
        return render("mutu.html.j2", page.alamat, icon=tools.icon, halaman=page, **shared)

    # Only the overview: a search for a service should not end in its findings.
    return Page(page.alamat, page.judul, page.lead, html, searchable=page.alamat == "mutu/")


def sop_findings_page(catalog: Catalog, tools: Tools, sop: Sop, findings: Sequence[Temuan]) -> Page:
    """All findings of one SOP, each with what answers it and what changes the data."""
    keeper = catalog.situs.pengelola
    address = findings_address(sop.id)
    title = f"Temuan: {sop.nama}"

    def html() -> Markup:
        offered = usulan.places(sop, catalog.instansi[sop.instansi])
        counts = counted(Counter(item.tingkat for item in findings))
        return render(
            "temuan-sop.html.j2", address, icon=tools.icon, judul=title,
            sop=sop, instansi=catalog.instansi[sop.instansi],
            hitungan=counts[:1].upper() + counts[1:],
            temuan=numbered_findings(sop, findings, offered), tanda=TANDA, jawaban=JAWABAN,
            sumber=source_address, surel=keeper.surel if keeper and keeper.surel else "",
        )  # fmt: skip

    return Page(address, title, f"Temuan mutu data {sop.nama}.", html, searchable=False)


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
    made = sheets(
        item.sop, f"perbandingan/{item.layanan}/", _MOST_LINES,
        lambda one: lines(one.angka.instansi, one.angka.nama, one.biaya, one.asal_biaya),
    )  # fmt: skip
    for sheet in made:

        def html(sheet: Lembar[banyak.Satu] = sheet) -> Markup:
            return render(
                "perbandingan-banyak.html.j2", sheet.alamat, icon=tools.icon,
                banding=item, lembar=sheet, tidak_disebut=perbandingan.SILENT,
            )  # fmt: skip

        title = sheet.judul(f"Bandingkan: {item.nama}")
        yield Page(sheet.alamat, title, item.kalimat, html, searchable=sheet.nomor == 1)
