"""The pages for officers: where everything of theirs is, what is due, and which law is gone."""

from collections.abc import Iterator
from typing import TypeVar

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.tanggal import in_words
from ...meaning.hukum import citing_repealed, short_title
from ...meaning.perbandingan import services
from ..feeds.kalender import Jatuh, due
from ..feeds.temuan import by_office
from ..page import Page
from ..render import render
from .base import Tools
from .mutu import PER_PAGE, counted
from .paging import Lembar, sheets

Item = TypeVar("Item")

HOME = "petugas/"
_REPEALED = f"{HOME}peraturan/"
_REVIEW = f"{HOME}tinjauan/"


def staff_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """Everything below `/petugas/`."""
    reviews = {office: due(catalog, office) for office in catalog.instansi}
    repealed = citing_repealed(catalog)
    found = {group.id: counted(group.jumlah) for group in by_office(tools.findings)}
    offices = [
        (office, len(catalog.of_office(key)), found.get(key, ""), len(reviews[key]))
        for key, office in catalog.instansi.items()
    ]
    everything = due(catalog)
    for sheet in sheets(offices, HOME, PER_PAGE):
        yield _page(
            tools, sheet, "Untuk petugas", "Temuan, tinjauan, dokumen, dan panduan bagi petugas.",
            "petugas.html.j2", usang=len(repealed), tinjauan=len(everything),
            banding=len(services(catalog)), peraturan=len(catalog.peraturan),
        )  # fmt: skip
    for laws in sheets(repealed, _REPEALED, PER_PAGE):
        yield _page(
            tools, laws, "SOP yang mengutip peraturan yang tidak berlaku lagi",
            "SOP, peraturan dicabut atau berakhir yang dikutipnya, dan rujukan kini.",
            "petugas-peraturan.html.j2", jumlah=len(repealed), instansi=catalog.instansi,
            singkat=short_title,
        )  # fmt: skip
    yield from _reviews(tools, _REVIEW, "Jadwal tinjauan", everything, "tinjauan.ics")
    for key, items in reviews.items():
        title = f"Jadwal tinjauan: {catalog.instansi[key].disebut}"
        yield from _reviews(tools, f"{_REVIEW}{key}/", title, items, f"{key}/tinjauan.ics")


def _reviews(
    tools: Tools, address: str, title: str, items: tuple[Jatuh, ...], calendar: str
) -> Iterator[Page]:
    for sheet in sheets(items, address, PER_PAGE):
        days: dict[str, list[Jatuh]] = {}
        for item in sheet.isi:
            days.setdefault(in_words(item.hari.isoformat()), []).append(item)
        yield _page(
            tools, sheet, title, "SOP dan peraturan yang perlu ditinjau, menurut tanggalnya.",
            "petugas-tinjauan.html.j2", hari=days, kalender=calendar, jumlah=len(items),
        )  # fmt: skip


def _page(
    tools: Tools, sheet: Lembar[Item], title: str, lead: str, template: str, **context: object
) -> Page:
    def html() -> Markup:
        return render(
            template, sheet.alamat, icon=tools.icon, judul=sheet.judul(title),
            lead=lead, lembar=sheet, **context,
        )  # fmt: skip

    # Citizens who search for a service look for none of them.
    return Page(sheet.alamat, sheet.judul(title), lead, html, searchable=sheet.alamat == HOME)
