"""Every generated page of the site, in one list; each is rendered only when asked for."""

from collections.abc import Iterator

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Dasar, Instansi, Sop
from ...data.rules import ATURAN
from ...meaning.hukum import citing_repealed, short_title
from ...meaning.jam import office_hours
from ...meaning.kontak import complaints, contacts
from ...meaning.layanan import Layanan, services_by_office
from ...meaning.perbandingan import services
from ...meaning.temuan import Temuan
from ...revise import usulan
from ..assets import COPY, COPY_SIZE
from ..outputs import downloads
from ..page import Judul, Page
from ..render import render
from .base import Tools
from .forms import form_pages
from .keys import records
from .officers import officer_headings, officer_part
from .quality import comparison_pages, quality_pages, sop_findings_page
from .service import service_page
from .staff import staff_pages


def pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """All generated pages."""
    yield _offices(catalog, tools)
    for office in catalog.instansi:
        yield _office(catalog, tools, office)
    # Worked out once: asked for each SOP anew they would cost the square of their number.
    findings: dict[str, list[Temuan]] = {sop: [] for sop in catalog.sop}
    for item in tools.findings:
        findings[item.sop].append(item)
    comparable = set(services(catalog))
    for layanan in tools.services.values():
        yield _service(tools, layanan, findings[layanan.id], comparable)
        if layanan.sop.sumber:
            yield _source(catalog, tools, layanan.sop)
        yield _proposal(catalog, tools, layanan.sop)
        yield sop_findings_page(catalog, tools, layanan.sop, findings[layanan.id])
        yield from _visit(tools, layanan)
    yield _topics(catalog, tools)
    for topic in catalog.topik:
        yield _topic(catalog, tools, topic.id)
    yield _regulations(catalog, tools)
    for law in catalog.peraturan:
        yield _regulation(catalog, tools, law)
    yield from form_pages(catalog, tools)
    yield from staff_pages(catalog, tools)
    yield from quality_pages(catalog, tools)
    yield from comparison_pages(catalog, tools)
    yield _documents(catalog, tools)
    yield _glossary(catalog, tools)
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


def _service(tools: Tools, layanan: Layanan, findings: list[Temuan], comparable: set[str]) -> Page:
    sop, office = layanan.sop, layanan.instansi
    address = f"{sop.id}/"
    page = service_page(layanan, tools.sizes, tools.site_url, tools.holidays)
    entries = tools.history.of("sop", sop.id)

    def html() -> Markup:
        folded = officer_part(
            layanan,
            tools.sizes,
            tools.flow_size(sop) if sop.langkah else None,
            findings,
            entries,
            sop.layanan if sop.layanan and sop.layanan in comparable else "",
        )
        return render(
            "sop.html.j2", address, icon=tools.icon,
            halaman=page, petugas=folded, layanan=layanan, sop=sop, instansi=office,
            isu=lambda section: usulan.issue_form_url(tools.repo_url, sop, section),
        )  # fmt: skip

    return Page(
        address, sop.nama, f"{sop.ringkasan} Syarat, waktu, dan biaya di {office.disebut}.", html,
        (*page.judul_bagian, *officer_headings(bool(entries))),
        picture=next((file.alamat for file in downloads(sop, tools.sizes, "berbagi")), ""),
    )  # fmt: skip


def _source(catalog: Catalog, tools: Tools, sop: Sop) -> Page:
    lines = catalog.sumber[sop.sumber.berkas] if sop.sumber else ()
    passages = [
        [(n, lines[n - 1]) for n in range(first, last + 1)] for first, last in sop.baris_sumber
    ]
    return _page(
        f"{sop.id}/sumber/", f"Naskah sumber: {sop.nama}", f"Teks dokumen {sop.nama}, apa adanya.",
        "sumber.html.j2", tools, searchable=False,
        sop=sop, instansi=catalog.instansi[sop.instansi], bagian=passages,
    )  # fmt: skip


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
    return _page(
        f"{sop.id}/usul/", f"Usulkan perubahan: {sop.nama}", f"Usulkan perubahan {sop.nama}.",
        "usulan.html.j2", tools, searchable=False, sop=sop, instansi=office,
        dasar=tools.fingerprint(sop), bidang=usulan.editable(sop),
        surel=_mail(catalog, office),
        isu=usulan.issue_form_url(tools.repo_url, sop, "Halaman"),
    )  # fmt: skip


def _mail(catalog: Catalog, office: Instansi) -> str:
    """Where a proposal goes: the office's own address, else that of whoever keeps the site."""
    own = next((item.nilai for item in office.kontak if item.jenis == "surel"), "")
    keeper = catalog.situs.pengelola
    return own or (keeper.surel if keeper and keeper.surel else "")


def _office(catalog: Catalog, tools: Tools, office_id: str) -> Page:
    office = catalog.instansi[office_id]
    found = [tools.services[sop.id] for sop in catalog.of_office(office_id)]
    public = [layanan for layanan in found if not layanan.sop.is_internal]
    internal = [layanan for layanan in found if layanan.sop.is_internal]
    headings = [Judul("layanan", "Layanan untuk warga")] if public else []
    headings += [Judul("internal", "SOP internal")] if internal else []
    headings.append(Judul("kontak", "Kontak dan pengaduan"))
    return _page(
        f"{office_id}/", office.disebut, f"Layanan {office.nama}.", "instansi.html.j2", tools,
        tuple(headings), instansi=office, publik=public, internal=internal,
        disalin=any(layanan.sop.status == "transkripsi" for layanan in found),
        diperiksa=any(layanan.sop.status in ("diperiksa", "disahkan") for layanan in found),
        kontak=[*zip(contacts(office), (item.dasar for item in office.kontak), strict=True)],
        pengaduan=[*zip(complaints(office), (p.dasar for p in office.pengaduan), strict=True)],
        jam=office_hours(office), jam_dasar=_bases_of_hours(office),
        ada_temuan=any(item.sop.startswith(f"{office_id}/") for item in tools.findings),
    )  # fmt: skip


def _bases_of_hours(office: Instansi) -> list[Dasar]:
    """Where the hours come from, each source once."""
    found = [basis for item in office.jam for basis in item.dasar]
    if not found and office.jam_layanan:
        found = office.jam_layanan.dasar
    return list({basis.model_dump_json(): basis for basis in found}.values())


def _offices(catalog: Catalog, tools: Tools) -> Page:
    return _page(
        "dinas/", "Dinas", "Semua dinas yang SOP-nya ada di situs ini.", "dinas.html.j2", tools,
        dinas=services_by_office(catalog),
    )  # fmt: skip


def _topics(catalog: Catalog, tools: Tools) -> Page:
    return _page(
        "topik/", "Topik", "Semua topik layanan.", "topik-indeks.html.j2", tools,
        topik=[t for t in catalog.topik if not t.internal],
    )  # fmt: skip


def _topic(catalog: Catalog, tools: Tools, topic_id: str) -> Page:
    topic = next(t for t in catalog.topik if t.id == topic_id)
    offices = [
        (
            office,
            [tools.services[sop.id] for sop in catalog.of_office(key) if sop.topik == topic_id],
        )
        for key, office in catalog.instansi.items()
    ]
    return _page(
        f"topik/{topic_id}/", f"Saya ingin {topic.nama}", topic.contoh, "topik.html.j2", tools,
        topik=topic, instansi=[(o, found) for o, found in offices if found],
    )  # fmt: skip


def _regulations(catalog: Catalog, tools: Tools) -> Page:
    laws = sorted(catalog.peraturan.values(), key=lambda law: (law.tahun, law.id), reverse=True)
    return _page(
        "peraturan/", "Peraturan", "Semua peraturan yang dikutip SOP, dengan statusnya.",
        "peraturan-indeks.html.j2", tools, singkat=short_title,
        kelompok=[(s, [law for law in laws if law.status == s]) for s in _STATUS_ORDER],
        jumlah={law.id: len(catalog.citing(law.id)) for law in laws},
        usang=len(citing_repealed(catalog)),
    )  # fmt: skip


_STATUS_ORDER = (
    "dicabut", "berakhir", "sebagian_dicabut", "diubah", "berlaku", "belum_terverifikasi",
)  # fmt: skip


def _regulation(catalog: Catalog, tools: Tools, law_id: str) -> Page:
    law = catalog.peraturan[law_id]
    return _page(
        f"peraturan/{law_id}/", short_title(law), law.judul, "peraturan.html.j2", tools,
        law=law, peraturan=catalog.peraturan, singkat=short_title,
        pengutip=[
            (sop, [basis.tertulis for basis in sop.dasar_hukum if basis.peraturan == law_id])
            for sop in catalog.citing(law_id)
        ],
        instansi=catalog.instansi,
    )  # fmt: skip


def _documents(catalog: Catalog, tools: Tools) -> Page:
    return _page(
        "dokumen/", "Dokumen resmi", "Dokumen SOP-AP semua dinas untuk diunduh.",
        "dokumen-indeks.html.j2", tools,
        salinan=COPY, ukuran_salinan=COPY_SIZE, tanggal=tools.date, alamat_situs=tools.site_url,
        kelompok=[
            (
                office,
                [(sop, downloads(sop, tools.sizes, "petugas")) for sop in catalog.of_office(key)],
            )
            for key, office in catalog.instansi.items()
        ],
    )  # fmt: skip


def _glossary(catalog: Catalog, tools: Tools) -> Page:
    terms = sorted(catalog.istilah, key=lambda term: term.istilah.casefold())
    return _page(
        "istilah/", "Istilah", "Arti singkatan dan istilah pada situs ini.", "istilah.html.j2",
        tools, istilah=terms, semua_sop=catalog.sop, instansi=catalog.instansi,
    )  # fmt: skip


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
