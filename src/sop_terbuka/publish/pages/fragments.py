"""Lists and figures for hand-written pages, rendered from the same templates as the pages."""

from typing import Any

from markupsafe import Markup

from ...data.catalog import Catalog
from ...data.problem import SopTerbukaError
from ...data.words import suggestion
from ...meaning.layanan import services_by_office
from ...meaning.perbandingan import services
from ..render import render
from .base import Tools
from .dinas import is_many, letters


def topic_list(catalog: Catalog, tools: Tools, address: str) -> Markup:
    """The topics for citizens as links."""
    shown = [topic for topic in catalog.topik if not topic.internal]
    return _fragment(tools, "daftar-topik.html.j2", address, topik=shown)


def welcome(catalog: Catalog, tools: Tools, address: str) -> Markup:
    """The question of the home page with the search box and the site's own examples."""
    return _fragment(tools, "pencarian.html.j2", address, situs=catalog.situs)


def staff_links(catalog: Catalog, tools: Tools, address: str) -> Markup:
    """What is there for officers and authors, as far as it is there."""
    sops = catalog.sop.values()
    office = next((sop.instansi for sop in sops if sop.is_internal), "")
    return _fragment(
        tools, "untuk-petugas.html.j2", address,
        internal=sum(sop.is_internal for sop in sops), instansi=office,
        peraturan=len(catalog.peraturan), banding=len(services(catalog)),
    )  # fmt: skip


def office_list(catalog: Catalog, tools: Tools, address: str) -> Markup:
    """The offices as links, with how many services each has; of many their letters."""
    if is_many(catalog):
        return _fragment(
            tools, "daftar-huruf.html.j2", address,
            jumlah=len(catalog.instansi), huruf_dinas=letters(catalog),
        )  # fmt: skip
    offices = services_by_office(catalog)
    return _fragment(tools, "daftar-dinas.html.j2", address, dinas=offices)


def service_list(
    catalog: Catalog, tools: Tools, address: str, office: str = "", topic: str = ""
) -> Markup:
    """The public services, narrowed to an office or a topic."""
    _known("instansi", office, catalog.instansi)
    _known("topik", topic, [t.id for t in catalog.topik])
    shown = [
        tools.services[sop.id]
        for key in catalog.instansi
        for sop in catalog.of_office(key)
        if not sop.is_internal and office in ("", sop.instansi) and topic in ("", sop.topik)
    ]
    return _fragment(tools, "daftar-layanan.html.j2", address, daftar=shown)


def diagram_figure(catalog: Catalog, tools: Tools, address: str, sop_id: str) -> Markup:
    """The flowchart of one SOP."""
    _known("SOP", sop_id, catalog.sop)
    sop = catalog.sop[sop_id]
    if not sop.langkah:
        raise SopTerbukaError(f"SOP {sop_id} tidak punya langkah, jadi tidak ada diagramnya.")
    size = tools.flow_size(sop)
    return _fragment(tools, "diagram.html.j2", address, sop=sop, gambar=size)


def _fragment(tools: Tools, template: str, address: str, **context: Any) -> Markup:
    return render(template, address, icon=tools.icon, **context)


def _known(what: str, word: str, known: Any) -> None:
    if word and word not in known:
        raise SopTerbukaError(f'{what} "{word}" tidak ada.{suggestion(word, known)}')
