"""Lists of offices: a few as they are; many by the first letter of their region, over pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.model import Instansi
from ...meaning.layanan import services_by_office
from ..page import Page
from ..render import render
from .base import Tools
from .paging import Lembar, lines, sheets

# With more offices than this nobody looks through all of them.
MANY = 12
_MOST_LINES = 500
# The lines of this list are shorter than those of others.
_LETTERS = 200
# What stands before a region's own name.
_KINDS = ("kota administrasi ", "kabupaten administrasi ", "kota ", "kabupaten ", "provinsi ")


@dataclass(frozen=True)
class Dinas:
    """One office of a list, with where its link leads and what is said of it."""

    instansi: Instansi
    alamat: str
    catatan: str

    @property
    def huruf(self) -> str:
        """The letter below which it stands."""
        return region_name(self.instansi)[:1].upper()


@dataclass(frozen=True)
class Huruf:
    """The offices of one letter."""

    huruf: str
    dinas: tuple[Dinas, ...]


def is_many(catalog: Catalog) -> bool:
    """Whether lists of all offices are cut by letter."""
    return len(catalog.instansi) > MANY


def region_name(office: Instansi) -> str:
    """The region's own name, by which people look for it: `Contoh` for `Kota Contoh`."""
    name = office.daerah
    for kind in _KINDS:
        if name.lower().startswith(kind):
            return name[len(kind) :]
    return name


def by_region(offices: Iterable[Instansi]) -> list[Instansi]:
    """The offices in the order of their regions' own names."""
    return sorted(offices, key=lambda office: (region_name(office).lower(), office.id))


def letters(catalog: Catalog) -> list[tuple[str, str]]:
    """Every letter under which offices stand, with the address of its place in the list."""
    found: dict[str, str] = {}
    for sheet in _cut(_with_services(catalog), "dinas/"):
        for item in sheet.isi:
            found.setdefault(item.huruf, f"{sheet.alamat}#huruf-{item.huruf.lower()}")
    return list(found.items())


def offices_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The list of all offices."""
    if is_many(catalog):
        entries = _with_services(catalog)
        yield from office_index("dinas/", "Dinas", _LEAD, entries, tools)
        return

    def html() -> Markup:
        offices = services_by_office(catalog)
        return render("dinas.html.j2", "dinas/", icon=tools.icon, dinas=offices)

    yield Page("dinas/", "Dinas", _LEAD, html)


_LEAD = "Semua dinas yang SOP-nya ada di situs ini."


def office_index(
    address: str,
    title: str,
    lead: str,
    entries: Iterable[Dinas],
    tools: Tools,
    foot: Callable[[], Markup] = Markup,
) -> Iterator[Page]:
    """A list of many offices that leads to a page for each; the foot stands on its first page."""
    for sheet in _cut(entries, address):

        def html(sheet: Lembar[Dinas] = sheet) -> Markup:
            groups = groupby(sheet.isi, key=lambda item: item.huruf)
            return render(
                "dinas-huruf.html.j2", sheet.alamat, icon=tools.icon, judul=title,
                lead=lead, lembar=sheet,
                kelompok=[Huruf(key, tuple(own)) for key, own in groups],
                kaki=foot() if sheet.nomor == 1 else "",
            )  # fmt: skip

        yield Page(sheet.alamat, sheet.judul(title), lead, html, searchable=sheet.nomor == 1)


def _cut(entries: Iterable[Dinas], address: str) -> tuple[Lembar[Dinas], ...]:
    def weight(item: Dinas) -> float:
        return lines(item.instansi.disebut, item.instansi.nama, most=_LETTERS)

    return sheets(entries, address, _MOST_LINES, weight)


def _with_services(catalog: Catalog) -> list[Dinas]:
    counts = {office.id: n for office, n in services_by_office(catalog)}
    return [
        Dinas(office, f"{office.id}/", f"{counts[office.id]} layanan")
        for office in by_region(catalog.instansi.values())
    ]
