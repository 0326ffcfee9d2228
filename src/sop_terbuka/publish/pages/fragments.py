"""Lists and figures for hand-written pages, rendered from the same templates as the pages."""

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ...data.problem import SopTerbukaError
from ...data.words import suggestion
from ..render import render
from . import service

if TYPE_CHECKING:
    from ..site import Site


def topic_list(site: "Site", address: str) -> Markup:
    """The topics for citizens as links."""
    shown = [topic for topic in site.catalog.topik if not topic.internal]
    return _fragment(site, "daftar-topik.html.j2", address, topik=shown)


def office_list(site: "Site", address: str) -> Markup:
    """The offices as links, with how many services each has."""
    offices = service.offices(site.catalog)
    return _fragment(site, "daftar-dinas.html.j2", address, dinas=offices)


def service_list(site: "Site", address: str, office: str = "", topic: str = "") -> Markup:
    """The public services, narrowed to an office or a topic."""
    _known("instansi", office, site.catalog.instansi)
    _known("topik", topic, [t.id for t in site.catalog.topik])
    shown = [
        sop
        for key in site.catalog.instansi
        for sop in site.catalog.of_office(key)
        if not sop.is_internal and office in ("", sop.instansi) and topic in ("", sop.topik)
    ]
    return _fragment(site, "daftar-layanan.html.j2", address, daftar=shown, waktu=service.time)


def diagram_figure(site: "Site", address: str, sop_id: str) -> Markup:
    """The flowchart of one SOP."""
    _known("SOP", sop_id, site.catalog.sop)
    sop = site.catalog.sop[sop_id]
    if not sop.langkah:
        raise SopTerbukaError(f"SOP {sop_id} tidak punya langkah, jadi tidak ada diagramnya.")
    size = site.tools.flow_size(sop)
    return _fragment(site, "diagram.html.j2", address, sop=sop, gambar=size)


def _fragment(site: "Site", template: str, address: str, **context: Any) -> Markup:
    return render(template, address, site.offline, icon=site.icon, **context)


def _known(what: str, word: str, known: Any) -> None:
    if word and word not in known:
        raise SopTerbukaError(f'{what} "{word}" tidak ada.{suggestion(word, known)}')
