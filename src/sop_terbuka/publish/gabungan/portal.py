"""The portal as files: its pages without a site generator, its index, and what a host asks for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from markupsafe import escape

from .. import assets, hosting, render
from ..classic import classic
from ..feeds import indeks
from . import cari
from .daftar import Daftar
from .susun import Gabungan, Kelompok, Tawaran, Topik, arranged
from .terima import SitusGagal, SitusTerima

STATUS = "situs/"
# Of the texts of a list's page, with the marks around each entry: light on the worst phone.
_PAGE_BYTES = 60_000
_ENTRY_BYTES = 120
# Of a name in a list that is not parted, in letters; the whole name stands on its own page.
_SHORT = 60
# On the home page, which every visitor loads; the rest is one step further.
_HOME_TOPICS = 60
_HERE = Path(__file__).parent

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class _Portal:
    """What every page of the portal says."""

    daftar: Daftar
    whole: Gabungan
    sites: Sequence[SitusTerima | SitusGagal]


def files(
    daftar: Daftar, sites: Sequence[SitusTerima | SitusGagal], site_url: str = "", date: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Every file of the portal by its address; the same input always gives the same."""
    good = (site for site in sites if isinstance(site, SitusTerima))
    whole = arranged(good, daftar.nama_wilayah)
    portal = _Portal(daftar, whole, sites)
    addresses = []
    for address, html in _pages(portal, date):
        addresses.append(address)
        yield f"{address}index.html", html
    yield from indeks.files(cari.content(whole))
    yield "assets/gabungan.css", (_HERE / "gabungan.css").read_bytes()
    yield "assets/js/gabungan.js", classic(_HERE / "gabungan.mjs")
    yield assets.BOX, assets.box()
    yield from hosting.files(site_url).items()
    if site_url:
        path = urlsplit(site_url).path
        html = _page(portal, "", "gabungan-tiada.html.j2", "Halaman tidak ditemukan", root=path)
        yield "404.html", html
        listed = "".join(f"<url><loc>{escape(site_url + one)}</loc></url>\n" for one in addresses)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        yield "sitemap.xml", f'{head}<urlset xmlns="{space}">\n{listed}</urlset>\n'.encode()


def _pages(portal: _Portal, date: str) -> Iterator[tuple[str, bytes]]:
    whole = portal.whole
    yield "", _page(portal, "", "gabungan-beranda.html.j2", portal.daftar.nama)
    shelves = _parts(whole.topik, _topic_bytes)
    title = "Layanan menurut topik"
    yield from _paged(portal, "topik/", "gabungan-topik-indeks", title, shelves)
    yield "daerah/", _page(portal, "daerah/", "gabungan-daerah-indeks.html.j2", "Dinas per daerah")
    for topic in whole.topik:
        parts = _parts(topic.kelompok, _group_bytes)
        yield from _paged(portal, f"topik/{topic.id}/", "gabungan-topik", topic.nama, parts)
    named = {region.kode: region.nama for region in whole.wilayah}
    for group in whole.kelompok:
        if len(group.tawaran) > 1:
            by_region = [
                [
                    (named[code], list(offers))
                    for code, offers in groupby(part, lambda one: one.dinas.provinsi)
                ]
                for part in _parts(group.tawaran, _offer_bytes)
            ]
            yield from _paged(
                portal, f"layanan/{group.kunci}/", "gabungan-layanan", group.nama, by_region,
                kelompok=group,
            )  # fmt: skip
    for region in whole.wilayah:
        shares = _parts(region.dinas, lambda one: _size(one.disebut, one.nama, one.alamat))
        address = f"daerah/{region.kode}/"
        yield from _paged(portal, address, "gabungan-daerah", region.nama, shares)
    rows = _parts(portal.sites, lambda one: _size(one.nama, one.alamat) + 200)
    yield from _paged(portal, STATUS, "gabungan-situs", "Situs yang digabung", rows, tanggal=date)


def _paged(
    portal: _Portal, address: str, template: str, title: str, parts: Sequence[Any], **context: Any
) -> Iterator[tuple[str, bytes]]:
    """The pages of one list: the first at its address, the others numbered below it."""
    numbered = [address, *(f"{address}{number}/" for number in range(2, len(parts) + 1))]
    for number, (own, part) in enumerate(zip(numbered, parts, strict=True), 1):
        name = title if number == 1 else f"{title}, halaman {number}"
        made = _page(
            portal, own, f"{template}.html.j2", name,
            isi=part, nomor=number, halaman=numbered if len(parts) > 1 else (), **context,
        )  # fmt: skip
        yield own, made


def _page(
    portal: _Portal, address: str, template: str, title: str, *, root: str | None = None,
    **more: Any,
) -> bytes:  # fmt: skip
    def rel(target: str) -> str:
        return root + target if root is not None else render.relative(address, target)

    made = render.environment().get_template(template).render(
        rel=rel, alamat=address, judul=title, daftar=portal.daftar, gabungan=portal.whole,
        situs=portal.sites, status=STATUS,
        panjang=_SHORT, topik_beranda=_HOME_TOPICS,
        gagal=sum(isinstance(site, SitusGagal) for site in portal.sites), **more,
    )  # fmt: skip
    return made.encode("utf-8")


def _parts(entries: Iterable[Entry], size: Callable[[Entry], int]) -> list[list[Entry]]:
    """The entries cut where a page would become too large; a list without any is one page."""
    parts: list[list[Entry]] = [[]]
    filled = 0
    for entry in entries:
        needed = size(entry)
        if parts[-1] and filled + needed > _PAGE_BYTES:
            parts.append([])
            filled = 0
        parts[-1].append(entry)
        filled += needed
    return parts


def _topic_bytes(topic: Topik) -> int:
    return _size(topic.nama[:_SHORT], *(group.nama[:_SHORT] for group in topic.kelompok[:3]))


def _group_bytes(group: Kelompok) -> int:
    return _size(group.nama, group.ringkasan, group.tawaran[0].dinas.disebut)


def _offer_bytes(offer: Tawaran) -> int:
    return _size(offer.nama, offer.alamat, offer.dinas.disebut)


def _size(*texts: str) -> int:
    return _ENTRY_BYTES + sum(len(str(escape(text)).encode()) for text in texts)
