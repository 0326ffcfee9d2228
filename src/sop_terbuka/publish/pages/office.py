"""The page of one office: its services, then how to reach it; more services go on over pages."""

from collections.abc import Iterator

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Dasar, Instansi
from ...meaning.jam import office_hours
from ...meaning.kontak import complaints, contacts
from ...meaning.layanan import Layanan
from ..offices import downloads
from ..page import Judul, Page
from ..render import render
from .base import Tools
from .lists import MOST_SERVICES, of_service
from .paging import Lembar, sheets


def office_pages(
    catalog: Catalog, tools: Tools, office_id: str, has_findings: bool
) -> Iterator[Page]:
    """The page of an office, and those on which a long list of services goes on."""
    office = catalog.instansi[office_id]
    found = [tools.services[sop.id] for sop in catalog.of_office(office_id)]
    ordered = sorted(found, key=lambda layanan: layanan.sop.is_internal)
    made = sheets(ordered, f"{office_id}/", MOST_SERVICES, of_service)
    # Others link to the internal ones on the first page; there stands where they are.
    begins = next((s.alamat for s in made if any(map(_is_internal, s.isi))), "")
    for sheet in made:
        yield _page(tools, office, found, sheet, begins, has_findings)


def _page(
    tools: Tools,
    office: Instansi,
    found: list[Layanan],
    sheet: Lembar[Layanan],
    begins: str,
    has_findings: bool,
) -> Page:
    public = [layanan for layanan in sheet.isi if not _is_internal(layanan)]
    internal = [layanan for layanan in sheet.isi if _is_internal(layanan)]
    first = sheet.nomor == 1
    headings = [Judul("layanan", "Layanan untuk warga")] if public else []
    headings += [Judul("internal", "SOP internal")] if internal else []
    headings += [Judul("kontak", "Kontak dan pengaduan")] if first else []

    def html() -> Markup:
        return render(
            "instansi.html.j2", sheet.alamat, icon=tools.icon, lembar=sheet,
            instansi=office, publik=public, internal=internal,
            letak_internal=begins if first and begins != sheet.alamat else "",
            disalin=any(layanan.sop.status == "transkripsi" for layanan in found),
            diperiksa=any(layanan.sop.status in ("diperiksa", "disahkan") for layanan in found),
            kontak=[*zip(contacts(office), (item.dasar for item in office.kontak), strict=True)],
            pengaduan=[*zip(complaints(office), (p.dasar for p in office.pengaduan), strict=True)],
            jam=office_hours(office), jam_dasar=_bases_of_hours(office), ada_temuan=has_findings,
            unduhan=downloads(office.id, tools.sizes),
            # A proposal is made from one of its services, and may speak of the office.
            usul=f"{found[0].id}/usul/" if found else "",
        )  # fmt: skip

    return Page(
        sheet.alamat, sheet.judul(office.disebut), f"Layanan {office.nama}.", html,
        tuple(headings), searchable=first,
    )  # fmt: skip


def _is_internal(layanan: Layanan) -> bool:
    return layanan.sop.is_internal


def _bases_of_hours(office: Instansi) -> list[Dasar]:
    """Where the hours come from, each source once."""
    found = [basis for item in office.jam for basis in item.dasar]
    if not found and office.jam_layanan:
        found = office.jam_layanan.dasar
    return list({basis.model_dump_json(): basis for basis in found}.values())
