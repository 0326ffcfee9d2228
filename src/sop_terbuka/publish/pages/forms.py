"""The live forms: pages that show, print and offer the blank files, and that scripts bring to life.

Everything is in the HTML; the scripts beside this module only add what a page alone cannot do. What
they need to know stands in the page as JSON, so that nothing is fetched to fill a form.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.isian import Jenis
from ...data.model import Formulir, Sop
from ...data.model.formulir import ARTI_ASAL, Isian, Lampiran
from ..page import Page
from ..papers.forms import content, naming
from ..render import render
from . import form_letters as letters
from .base import Tools
from .dinas import Dinas, by_region, is_many, office_index
from .form_definition import definition
from .form_scripts import ENTRY, scripts

SCRIPTS = "assets/formulir/"
# Below /formulir/, because a service worker rules only its own folder.
WORKER = "formulir/luring.js"

# Rows that a table shows on paper when no script adds and removes them.
ROWS_SHOWN = 3

# What a browser may offer from its own address book; only answers about the person who fills.
_AUTOCOMPLETE: dict[str, str] = {
    "nama": "name",
    "alamat": "street-address",
    "kodepos": "postal-code",
    "telepon": "tel",
    "email": "email",
}


@dataclass(frozen=True)
class Kelompok:
    """Forms under one heading of the index, each with the services that use it."""

    id: str
    judul: str
    formulir: tuple[tuple[Formulir, tuple[Sop, ...]], ...]


@dataclass(frozen=True)
class Masukan:
    """The attributes of one text input."""

    kelas: str
    tipe: str
    inputmode: str
    autocomplete: str


def form_pages(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The list of all forms and one page a form."""
    yield from _indexes(catalog, tools)
    for form in catalog.formulir.values():
        yield _form(catalog, tools, form)


def form_files() -> dict[str, bytes]:
    """Every file the forms' scripts need, by address."""
    found = {SCRIPTS + name: content for name, content in scripts().items()}
    found[WORKER] = found.pop(f"{SCRIPTS}luring.js")
    return found | letters.files(SCRIPTS)


def _indexes(catalog: Catalog, tools: Tools) -> Iterator[Page]:
    """The list of all forms; of many offices one for each."""
    lead = "Formulir layanan: isi di layar, unduh, cetak."
    forms = list(catalog.formulir.values())
    if not is_many(catalog):
        yield _index(catalog, tools, "formulir/", "Formulir", lead, forms)
        return
    by_office: dict[str, list[Formulir]] = {}
    for form in forms:
        for owner in dict.fromkeys(catalog.sop[key].instansi for key in form.layanan):
            by_office.setdefault(owner, []).append(form)
    offices = by_region(catalog.instansi[key] for key in by_office)
    entries = [
        Dinas(o, f"formulir/dinas/{o.id}/", f"{len(by_office[o.id])} formulir") for o in offices
    ]
    yield from office_index("formulir/", "Formulir", lead, entries, tools)
    for office in offices:
        address, title = f"formulir/dinas/{office.id}/", f"Formulir: {office.disebut}"
        yield _index(catalog, tools, address, title, lead, by_office[office.id], office.id)


def _index(
    catalog: Catalog, tools: Tools, address: str, title: str, lead: str, forms: list[Formulir],
    office: str = "",
) -> Page:  # fmt: skip
    def html() -> Markup:
        return render(
            "formulir-indeks.html.j2", address, icon=tools.icon, judul=title,
            kelompok=list(_groups(catalog, forms, office)), instansi=catalog.instansi,
        )  # fmt: skip

    return Page(address, title, lead, html, searchable=not office)


def _groups(catalog: Catalog, forms: list[Formulir], office: str) -> Iterator[Kelompok]:
    by_topic: dict[str, list[tuple[Formulir, tuple[Sop, ...]]]] = {}
    for form in forms:
        used: dict[str, list[Sop]] = {}
        for sop in (catalog.sop[key] for key in form.layanan):
            if office in ("", sop.instansi):
                used.setdefault(sop.topik, []).append(sop)
        for topic, sops in used.items():
            by_topic.setdefault(topic, []).append((form, tuple(sops)))
    for shown in catalog.topik:
        if found := by_topic.get(shown.id):
            title = shown.nama[:1].upper() + shown.nama[1:]
            yield Kelompok(shown.id, title, tuple(found))


def _form(catalog: Catalog, tools: Tools, form: Formulir) -> Page:
    address = f"formulir/{form.id}/"

    def html() -> Markup:
        documents = tools.form_documents(form)
        files = {item.jenis.lower(): item.address for item in documents}
        # Links and scripts are relative to the page, which may live below any path.
        return render(
            "formulir.html.j2", address, icon=tools.icon, formulir=form,
            layanan=[catalog.sop[key] for key in form.layanan], instansi=catalog.instansi,
            pemakai=[tools.services[key] for key in form.layanan if key in tools.services],
            dokumen=documents, definisi=definition(form, files, letters.addresses(SCRIPTS)),
            bila=content.condition,
            petunjuk=hint, masukan=text_input, tanda=mark, mengapa=reason, baris=rows_shown,
            tempat=naming.has_place_and_date(form),
            semua_sop=catalog.sop, skrip=SCRIPTS + ENTRY,
        )  # fmt: skip

    return Page(address, form.judul, form.pengantar, html)


def hint(isian: Isian) -> str:
    """The line between label and box: the form's own help, else how to write this type."""
    parts = [isian.bantuan or ""]
    if not isian.contoh and (isian.jenis.always or not isian.bantuan):
        parts.append(isian.jenis.hint)
    if isian.contoh:
        parts.append(f"Contoh: {isian.contoh}")
    if isian.jenis.shape == "paragraf" and isian.batas:
        parts.append(f"Paling banyak {isian.batas} aksara.")
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def mark(item: Isian | Lampiran) -> str:
    """What stands behind a label; nothing for what everyone must answer."""
    if item.wajib == "tidak":
        return "tidak wajib, tidak ada dalam SOP" if item.is_weak else "tidak wajib"
    return f"wajib bila {item.bila}" if item.bila else ""


def reason(item: Isian | Lampiran) -> str:
    """Why something is asked, and on whose authority."""
    return " ".join(_sentence(part) for part in (item.alasan, ARTI_ASAL[item.asal]) if part)


def text_input(jenis: Jenis, isian: Isian | None = None) -> Masukan:
    """How a text box behaves on a phone; cells of a table have no field of their own."""
    offered = _AUTOCOMPLETE.get(isian.id, "off") if isian else "off"
    return Masukan(jenis.size, jenis.box, jenis.keyboard, offered)


def rows_shown(isian: Isian) -> int:
    """How many rows of a table are in the page itself."""
    return min(ROWS_SHOWN, isian.rows)
