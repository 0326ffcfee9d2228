"""The pages that tell what changed: each change with its sentence, what was and what is."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...data.catalog import Catalog
from ...revise.riwayat import Entri, Kalimat
from ..feeds.feed import anchor, files, page, sentence
from ..page import Page
from ..render import render
from .base import Tools
from .paging import Lembar, sheets

_PER_PAGE = 50


@dataclass(frozen=True)
class Perubahan:
    """One change: its sentence, and both values where the sentence does not hold them."""

    kalimat: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class Hari:
    """What one commit changed."""

    id: str
    tanggal: str
    perubahan: tuple[Perubahan, ...]
    berkas: dict[str, str]


def history_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """A page for every SOP, office, form and regulation of which there is news."""
    known = {
        "sop": catalog.sop, "instansi": catalog.instansi, "formulir": catalog.formulir,
        "peraturan": catalog.peraturan,
    }  # fmt: skip
    found: dict[str, list[Entri]] = {}
    for entry in tools.history.entri:
        if page(entry) and entry.id in known.get(entry.jenis, {}):
            found.setdefault(page(entry), []).append(entry)
    for address, entries in found.items():
        for sheet in sheets(entries, f"{address}riwayat/", _PER_PAGE):
            yield _history(tools, address, sheet)


def _history(tools: Tools, home: str, sheet: Lembar[Entri]) -> Page:
    name = sheet.isi[0].nama
    title = sheet.judul(f"Riwayat: {name}")

    def html() -> Markup:
        days = [_day(entry, tools.repo_url) for entry in sheet.isi]
        return render(
            "riwayat.html.j2", sheet.alamat, icon=tools.icon, judul=title, nama=name,
            beranda=home, hari=days, lembar=sheet,
        )  # fmt: skip

    return Page(sheet.alamat, title, f"Apa yang berubah pada {name}.", html, searchable=False)


def _day(entry: Entri, repo_url: str) -> Hari:
    changes = tuple(_change(said) for said in entry.perubahan)
    return Hari(anchor(entry), entry.tanggal, changes, files(entry, repo_url))


def _change(said: Kalimat) -> Perubahan:
    values = [v if v.rstrip(".") not in said.teks else "" for v in (said.sebelum, said.sesudah)]
    return Perubahan(sentence(said), values[0], values[1])
