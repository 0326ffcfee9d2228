"""Every generated page of the site, in one list; each is rendered only when asked for."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Sop
from ...data.rules import ATURAN
from ...meaning.layanan import Layanan
from ...meaning.perbandingan import services
from ...meaning.temuan import Temuan
from ...revise import usulan
from ..feeds.tertaut import in_page
from ..outputs import downloads
from ..page import Judul, Page
from ..render import render
from .base import Tools
from .dinas import offices_pages
from .forms import form_pages
from .history import history_pages
from .keys import records
from .lists import document_pages, glossary_page, topic_pages
from .office import office_pages
from .officers import officer_headings, officer_part
from .proposal import mail_addresses, recipients
from .quality import comparison_pages, quality_pages, sop_findings_page
from .register import all_registers, register_pages
from .regulations import regulation_pages
from .service import service_page
from .staff import staff_pages


def pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """All generated pages."""
    yield from offices_pages(catalog, tools)
    # Worked out once: asked for each SOP anew they would cost the square of their number.
    findings: dict[str, list[Temuan]] = {sop: [] for sop in catalog.sop}
    for item in tools.findings:
        findings[item.sop].append(item)
    with_findings = {item.sop.partition("/")[0] for item in tools.findings}
    for office in catalog.instansi:
        yield from office_pages(catalog, tools, office, office in with_findings)
    comparable = set(services(catalog))
    lists = all_registers(catalog, tools)
    lines = {sop: place for one in lists for sop, place in one.tempat.items()}
    for layanan in tools.services.values():
        line = lines[layanan.id]
        yield _service(tools, layanan, findings[layanan.id], comparable, line)
        if layanan.sop.sumber:
            yield _source(catalog, tools, layanan.sop)
        yield from _moved(tools, layanan.sop)
        yield _proposal(catalog, tools, layanan.sop)
        yield sop_findings_page(catalog, tools, layanan.sop, findings[layanan.id])
        yield from _visit(tools, layanan)
    yield from topic_pages(catalog, tools)
    yield from regulation_pages(catalog, tools)
    yield from form_pages(catalog, tools)
    yield from staff_pages(catalog, tools)
    yield from register_pages(tools, lists)
    yield from quality_pages(catalog, tools)
    yield from comparison_pages(catalog, tools)
    yield from document_pages(catalog, tools)
    yield from history_pages(catalog, tools)
    yield glossary_page(catalog, tools)
    yield _rules(tools)
    yield _keys(tools)


def _page(
    address: str, title: str, description: str, template: str, tools: Tools,
    headings: tuple[Judul, ...] = (), searchable: bool = True, **context: object,
) -> Page:  # fmt: skip
    def html() -> Markup:
        return render(
            template, address, icon=tools.icon, judul=title, headings=headings,
            repo_url=tools.repo_url, **context,
        )  # fmt: skip

    return Page(address, title, description, html, headings, searchable)


def _service(
    tools: Tools, layanan: Layanan, findings: list[Temuan], comparable: set[str], line: str
) -> Page:
    sop, office = layanan.sop, layanan.instansi
    address = f"{sop.id}/"
    page = service_page(layanan, tools.sizes, tools.site_url, tools.holidays)
    # That the page itself is new says nothing about the service.
    told = tools.history.of("sop", sop.id)
    entries = [entry for entry in told if entry.keadaan != "ditambah"]

    def html() -> Markup:
        folded = officer_part(
            layanan,
            tools.sizes,
            tools.flow_size(sop) if sop.langkah else None,
            findings,
            entries,
            sop.layanan if sop.layanan and sop.layanan in comparable else "",
            line,
        )
        return render(
            "sop.html.j2", address, icon=tools.icon,
            halaman=page, petugas=folded, layanan=layanan, sop=sop, instansi=office,
            isu=lambda section: usulan.issue_form_url(tools.repo_url, sop, section),
        )  # fmt: skip

    # Two offices of one city may call a service the same; a tab or a message shows only the title.
    return Page(
        address, f"{sop.nama}, {office.disebut}",
        f"{sop.ringkasan} Syarat, waktu, dan biaya di {office.disebut}.", html,
        (*page.judul_bagian, *officer_headings(bool(entries))),
        picture=next((file.alamat for file in downloads(sop, tools.sizes, "berbagi")), ""),
        data=in_page(layanan, tools.site_url),
    )  # fmt: skip


def _moved(tools: Tools, sop: Sop) -> Iterator[Page]:
    """A page at each address that the SOP had before, for the links that people have kept."""
    for old in sop.alamat_lama:
        page = _page(
            f"{old}/", "Halaman ini pindah", f"{sop.nama} ada di alamat baru.",
            "pindah.html.j2", tools, searchable=False, sop=sop,
        )  # fmt: skip
        yield replace(page, moved_to=f"{sop.id}/")


def _source(catalog: Catalog, tools: Tools, sop: Sop) -> Page:
    address, title = f"{sop.id}/sumber/", f"Naskah sumber: {sop.nama}"

    def html() -> Markup:
        lines = catalog.sumber[sop.sumber.berkas] if sop.sumber else ()
        passages = [
            [(n, lines[n - 1]) for n in range(first, last + 1)] for first, last in sop.baris_sumber
        ]
        return render(
            "sumber.html.j2", address, icon=tools.icon, judul=title, repo_url=tools.repo_url,
            sop=sop, instansi=catalog.instansi[sop.instansi], bagian=passages,
        )  # fmt: skip

    return Page(address, title, f"Teks dokumen {sop.nama}, apa adanya.", html, searchable=False)


def _visit(tools: Tools, layanan: Layanan) -> Iterator[Page]:
    sop = layanan.sop
    if layanan.kunjungan:
        yield _page(
            f"{sop.id}/kunjungan/", f"Pilih keperluan Anda: {sop.nama}",
            f"Berkas untuk {sop.nama} menurut keperluan.", "kunjungan-halaman.html.j2", tools,
            sop=sop, instansi=layanan.instansi, kunjungan=layanan.kunjungan, searchable=False,
        )  # fmt: skip


def _proposal(catalog: Catalog, tools: Tools, sop: Sop) -> Page:
    office = catalog.instansi[sop.instansi]
    address, title = f"{sop.id}/usul/", f"Usulkan perubahan: {sop.nama}"

    def html() -> Markup:
        return render(
            "usulan.html.j2", address, icon=tools.icon, judul=title, repo_url=tools.repo_url,
            sop=sop, instansi=office,
            dasar=tools.fingerprint(sop), bidang=usulan.choices(sop, office),
            kirim=recipients(catalog.situs, office), surel=mail_addresses(catalog.situs, office),
            isu=usulan.issue_form_url(tools.repo_url, sop, "Halaman"),
        )  # fmt: skip

    return Page(address, title, f"Usulkan perubahan {sop.nama}.", html, searchable=False)


def _rules(tools: Tools) -> Page:
    return _page(
        "panduan-penulis/masalah/", "Arti pesan masalah",
        "Semua aturan data, alasannya, dan cara memperbaikinya.", "masalah.html.j2", tools,
        aturan=[ATURAN[key] for key in sorted(ATURAN)],
    )  # fmt: skip


def _keys(tools: Tools) -> Page:
    return _page(
        "panduan-penulis/kunci/", "Daftar kunci", "Semua kunci berkas data dan artinya.",
        "kunci.html.j2", tools, rekaman=records(),
    )  # fmt: skip
