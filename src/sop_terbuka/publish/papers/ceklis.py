"""The checklist of a service on paper: what to bring, and what one asks before leaving home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import segno

from ...data.catalog import Catalog
from ...data.model import Dasar, Sop
from ...meaning import kunjungan
from ..pages import service
from ..render import environment
from .forms import paper

SILENT = "Tidak disebut dalam dokumen."


@dataclass(frozen=True)
class Baris:
    """One line of the table: what is asked, the answers, and the answers in short for the slip."""

    nama: str
    isi: tuple[str, ...]
    singkat: str


@dataclass(frozen=True)
class FormulirAda:
    """A form of the service and where it is filled in."""

    judul: str
    alamat: str


def checklist_pdf(catalog: Catalog, sop: Sop, address: str, date_text: str) -> bytes:
    """The checklist as a PDF: an A4 page, and a slip of half a page for every variant.

    Args:
        catalog: all data.
        sop: the service.
        address: the page's full address; its path when the site's address is not known.
        date_text: the date of the data in words, such as `16 Februari 2022`; empty if unknown.
    """
    html = environment().get_template("ceklis.html.j2").render(
        sop=sop,
        instansi=catalog.instansi[sop.instansi],
        kelompok=service.requirement_groups(sop),
        slip=slips(sop),
        formulir=list(forms(catalog, sop, address)),
        baris=list(facts(catalog, sop)),
        dasar=lambda item: bases(catalog, sop, item.dasar),
        varian={variant.id: variant.nama for variant in sop.varian},
        alamat=address,
        qr=qr_code(address),
        tanggal=date_text,
        SENYAP=SILENT,
    )  # fmt: skip
    return paper.write(html, _style())


@cache
def _style() -> str:
    return (Path(__file__).parent / "ceklis.css").read_text(encoding="utf-8")


def qr_code(address: str) -> str:
    """A picture of the address for a phone's camera; nothing where there is only a path."""
    if not address.startswith(("http://", "https://")):
        return ""
    # A picture of dots is kept once for all pages; lines would be drawn on each.
    picture: str = segno.make(address, error="m", micro=False).png_data_uri(border=0, scale=4)
    return picture


def slips(sop: Sop) -> list[tuple[str, list[service.KelompokSyarat]]]:
    """What each slip is for and holds; one slip for a service without variants."""
    if kunjungan.visit(sop) is None:
        return [("", service.requirement_groups(sop))]
    return [(variant.nama, kunjungan.groups_of(sop, variant.id)) for variant in sop.varian]


def forms(catalog: Catalog, sop: Sop, address: str) -> Iterator[FormulirAda]:
    """The service's forms with their addresses, full where the page's is."""
    site = address.rstrip("/").removesuffix(sop.id)
    for name in sop.formulir:
        yield FormulirAda(catalog.formulir[name].judul, f"{site}formulir/{name}/")


def facts(catalog: Catalog, sop: Sop) -> Iterator[Baris]:
    """Fee, time, result, place, hours, online doors and complaints; silence is said as such."""
    office = catalog.instansi[sop.instansi]
    fee = service.fee(sop)
    yield _line("Biaya", fee, fee.catatan)
    yield _line("Waktu", service.time(sop))
    yield _line("Hasil", service.product(sop))
    yield _line("Tempat", service.place(catalog, sop))
    yield _list("Jam", office.jam_layanan.uraian if office.jam_layanan else [])
    if sop.kanal:
        yield _list("Daring", [": ".join(_said(door.nama, door.url)) for door in sop.kanal])
    yield _list("Pengaduan", [f"{item.nama}: {item.nilai}" for item in office.pengaduan])


def _list(name: str, said: Sequence[str]) -> Baris:
    return Baris(name, tuple(said) or (SILENT,), "; ".join(said) or SILENT)


def _line(name: str, fact: service.Butir, note: str = "") -> Baris:
    # "Tidak disebut" goes on as a sentence; a value ends one.
    joint = " " if fact.rincian[:1].islower() else ". "
    whole = joint.join(_said(fact.nilai.rstrip("."), fact.rincian))
    short = fact.nilai if fact.disebut else whole
    return Baris(name, _said(whole, note), short)


def _said(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def bases(catalog: Catalog, sop: Sop, found: list[Dasar]) -> str:
    """Who asks for it, in a few words: `SOP langkah 2; UU 13/2003 Pasal 4`."""
    numbers = {step.id: n for n, step in enumerate(sop.langkah, start=1)}
    return "; ".join(dict.fromkeys(_basis(catalog, basis, numbers) for basis in found))


def _basis(catalog: Catalog, basis: Dasar, numbers: dict[str, int]) -> str:
    if basis.jenis == "sop":
        number = numbers.get(basis.langkah or "")
        return f"SOP langkah {number}" if number else "SOP"
    law = catalog.peraturan.get(basis.peraturan) if basis.peraturan else None
    name = service.short_title(law) if law else basis.nama or ""
    words = " ".join(_said(name, basis.pasal))
    if basis.jenis == "dinas":
        return f"laman dinas: {words}" if words else "laman dinas"
    if basis.jenis == "praktik":
        return f"daerah lain: {words}" if words else "daerah lain"
    return words or "peraturan"
