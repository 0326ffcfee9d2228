"""The lists of a whole site beside its offices: topics, documents, terms; paged where they grow."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Instansi, Istilah, Topik
from ...meaning.layanan import Layanan
from ...meaning.perbandingan import services
from ..assets import COPY, COPY_SIZE
from ..offices import downloads as office_downloads
from ..outputs import downloads
from ..page import Page
from ..render import render
from .base import Tools
from .dinas import Dinas, by_region, is_many, office_index
from .paging import Lembar, lines, sheets

MOST_SERVICES = 300
# More services of one term than this are told as names with how many offices have each.
_MOST_OF_TERM = 12


@dataclass(frozen=True)
class _Butir:
    """One service below its office."""

    instansi: Instansi
    layanan: Layanan


@dataclass(frozen=True)
class Sama:
    """Services of one name that use a term: how many, and where they are compared."""

    nama: str
    jumlah: int
    alamat: str


def topic_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The list of topics, then the services of each."""

    def html() -> Markup:
        shown = [topic for topic in catalog.topik if not topic.internal]
        return render("topik-indeks.html.j2", "topik/", icon=tools.icon, topik=shown)

    yield Page("topik/", "Topik", "Semua topik layanan.", html)
    for topic in catalog.topik:
        yield from _topic(catalog, tools, topic)


def _topic(catalog: Catalog, tools: Tools, topic: Topik) -> Iterator[Page]:
    # Offices of one city stand one below the other, not where their ids happen to fall.
    offices = by_region(catalog.instansi.values())
    found = [
        _Butir(office, tools.services[sop.id])
        for office in offices
        for sop in catalog.of_office(office.id)
        if sop.topik == topic.id
    ]
    title = f"Saya ingin {topic.nama}"
    made = sheets(found, f"topik/{topic.id}/", MOST_SERVICES, lambda item: of_service(item.layanan))
    for sheet in made:

        def html(sheet: Lembar[_Butir] = sheet) -> Markup:
            groups = groupby(sheet.isi, key=lambda item: item.instansi.id)
            return render(
                "topik.html.j2", sheet.alamat, icon=tools.icon, topik=topic,
                lembar=sheet, instansi=[
                    (catalog.instansi[key], [item.layanan for item in own]) for key, own in groups
                ],
            )  # fmt: skip

        first = sheet.nomor == 1
        yield Page(sheet.alamat, sheet.judul(title), topic.contoh, html, searchable=first)


def of_service(layanan: Layanan) -> float:
    """How heavy the line of a service is."""
    return lines(layanan.sop.nama, layanan.sop.ringkasan)


def document_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The official documents: of all offices on one page, of many on one for each."""
    lead = "Dokumen SOP-AP semua dinas untuk diunduh."
    if not is_many(catalog):
        yield _documents("dokumen/", "Dokumen resmi", lead, list(catalog.instansi), catalog, tools)
        return
    offices = by_region(catalog.instansi.values())
    entries = [
        Dinas(o, f"dokumen/dinas/{o.id}/", f"{len(catalog.of_office(o.id))} dokumen")
        for o in offices
    ]

    def foot() -> Markup:
        return render("dokumen-salinan.html.j2", "dokumen/", **_copy(tools))

    yield from office_index("dokumen/", "Dokumen resmi", lead, entries, tools, foot)
    for office in offices:
        title = f"Dokumen resmi: {office.disebut}"
        said = f"Dokumen SOP {office.nama} untuk diunduh."
        yield _documents(f"dokumen/dinas/{office.id}/", title, said, [office.id], catalog, tools)


def _copy(tools: Tools) -> dict[str, str]:
    """What is said of the copy that opens from a folder."""
    return {
        "salinan": COPY,
        "ukuran_salinan": COPY_SIZE,
        "tanggal": tools.date,
        "alamat_situs": tools.site_url,
    }


def _documents(
    address: str, title: str, lead: str, offices: list[str], catalog: Catalog, tools: Tools
) -> Page:
    def html() -> Markup:
        return render(
            "dokumen-indeks.html.j2", address, icon=tools.icon, judul=title,
            **_copy(tools),
            kelompok=[
                (
                    catalog.instansi[key],
                    office_downloads(key, tools.sizes),
                    [
                        (sop, downloads(sop, tools.sizes, "petugas"))
                        for sop in catalog.of_office(key)
                    ],
                )
                for key in offices
            ],
        )  # fmt: skip

    return Page(address, title, lead, html, searchable=address == "dokumen/")


def glossary_page(catalog: Catalog, tools: Tools) -> Page:
    """What the words of the site mean, and which services use them."""
    terms = sorted(catalog.istilah, key=lambda term: term.istilah.casefold())

    def html() -> Markup:
        compared = frozenset(services(catalog))
        return render(
            "istilah.html.j2", "istilah/", icon=tools.icon,
            istilah=[(term, _same(catalog, term, compared)) for term in terms],
            semua_sop=catalog.sop, instansi=catalog.instansi,
        )  # fmt: skip

    return Page("istilah/", "Istilah", "Arti singkatan dan istilah pada situs ini.", html)


def _same(catalog: Catalog, term: Istilah, compared: frozenset[str]) -> list[Sama]:
    """The services of a term by name, where they are too many to name each with its office."""
    if len(term.sop) <= _MOST_OF_TERM:
        return []
    found: dict[str, list[str]] = {}
    for sop_id in term.sop:
        found.setdefault(catalog.sop[sop_id].nama, []).append(sop_id)
    made = []
    for name, ids in found.items():
        key = catalog.sop[ids[0]].layanan or ""
        place = f"perbandingan/{key}/" if key in compared else f"{ids[0]}/"
        made.append(Sama(name, len(ids), place))
    return made[:MOST_SERVICES]
