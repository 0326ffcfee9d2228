"""The register of an office as a page: what the office itself asks of its SOPs, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Instansi
from ...meaning.register import Entri, registers
from ..feeds import register as tables
from ..page import Page
from ..render import render
from .base import Tools
from .mutu import findings_address
from .paging import Lembar, sheets

# Lines on one page.
_MOST_LINES = 100


@dataclass(frozen=True)
class Register:
    """The register of one office: its pages, and where each SOP's line stands."""

    instansi: Instansi
    lembar: tuple[Lembar[Entri], ...]
    jumlah: int
    bernomor: int
    temuan: int

    @property
    def tempat(self) -> Mapping[str, str]:
        """The address of each SOP's line by the SOP's id."""
        return {
            item.sop.id: f"{sheet.alamat}#{item.sop.slug}"
            for sheet in self.lembar
            for item in sheet.isi
        }


def all_registers(catalog: Catalog, tools: Tools) -> tuple[Register, ...]:
    """The register of every office that has SOPs."""
    found = registers(catalog, tools.findings)
    return tuple(_register(catalog.instansi[key], found[key]) for key in found if found[key])


def _register(office: Instansi, entries: Sequence[Entri]) -> Register:
    return Register(
        instansi=office,
        lembar=sheets(entries, f"petugas/register/{office.id}/", _MOST_LINES),
        jumlah=len(entries),
        bernomor=sum(1 for item in entries if item.nomor),
        temuan=sum(item.temuan for item in entries),
    )


def register_pages(tools: Tools, made: Sequence[Register]) -> Iterator[Page]:
    """The pages of every register."""
    for register in made:
        for sheet in register.lembar:
            yield _page(tools, register, sheet)


def _page(tools: Tools, register: Register, sheet: Lembar[Entri]) -> Page:
    name = register.instansi.disebut

    def html() -> Markup:
        return render(
            "register.html.j2", sheet.alamat, icon=tools.icon, register=register, lembar=sheet,
            temuan=findings_address, csv=tables.address(register.instansi.id),
            per_tanggal=tools.date,
        )  # fmt: skip

    title = sheet.judul(f"Register SOP: {name}")
    lead = f"Nomor, tanggal, status, dan temuan semua SOP {name}."
    return Page(sheet.alamat, title, lead, html, searchable=False)
