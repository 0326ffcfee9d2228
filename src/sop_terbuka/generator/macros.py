"""What an editor can drop into a hand-written page: lists, figures and a diagram, by id.

Called by the macros plugin through a site's own hooks/macros.py; an unknown id stops the build.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from markupsafe import Markup

from ..data.problem import SopTerbukaError
from ..publish.pages.fragments import (
    diagram_figure,
    office_list,
    service_list,
    staff_links,
    topic_list,
    welcome,
)
from .plugin import SopTerbuka


def define_env(env: Any) -> None:
    """Register the macros with the macros plugin."""
    macros = Macros(env)
    for macro in (
        macros.pencarian,
        macros.daftar_topik,
        macros.daftar_dinas,
        macros.daftar_layanan,
        macros.diagram,
        macros.untuk_petugas,
        macros.jumlah,
        macros.tautan,
        macros.ikon,
    ):
        env.macro(_told(env, macro))


def _told(env: Any, macro: Callable[..., Any]) -> Callable[..., Any]:
    """The macro, which leaves a problem with file and line instead of stopping with an error."""

    @wraps(macro)
    def run(*arguments: Any, **named: Any) -> Any:
        try:
            return macro(*arguments, **named)
        except SopTerbukaError as error:
            _plugin(env).refuse(env.page, macro.__name__, str(error))
        except TypeError:
            _plugin(env).refuse(env.page, macro.__name__, "isi kurungnya salah. Lihat panduan.")
        return ""

    return run


def _plugin(env: Any) -> SopTerbuka:
    found: SopTerbuka = env.conf["plugins"]["sop-terbuka"]
    return found


class Macros:
    """The macros by the names that authors write."""

    def __init__(self, env: Any) -> None:
        self._env = env
        self._site = _plugin(env).site

    def pencarian(self) -> Markup:
        """The head of the home page: the question, the site's sentence, the search box."""
        return welcome(self._site.catalog, self._site.tools, self._here())

    def untuk_petugas(self) -> Markup:
        """The links at the foot of the home page, to what officers and authors look for."""
        return staff_links(self._site.catalog, self._site.tools, self._here())

    def daftar_topik(self) -> Markup:
        """The topics that continue the sentence "Saya ingin ..."."""
        return topic_list(self._site.catalog, self._site.tools, self._here())

    def daftar_dinas(self) -> Markup:
        """The offices with how many services each has."""
        return office_list(self._site.catalog, self._site.tools, self._here())

    def daftar_layanan(self, instansi: str = "", topik: str = "") -> Markup:
        """The public services, of one office or of one topic when given."""
        return service_list(self._site.catalog, self._site.tools, self._here(), instansi, topik)

    def diagram(self, sop: str) -> Markup:
        """The flowchart of one SOP as a picture with its text alternative."""
        return diagram_figure(self._site.catalog, self._site.tools, self._here(), sop)

    def jumlah(self, apa: str) -> int:
        """How many sop, layanan, internal, instansi, peraturan or istilah there are."""
        return self._site.count(apa)

    def tautan(self, alamat: str) -> str:
        """The link from this page to an address of the site."""
        return self._site.link(self._here(), alamat)

    def ikon(self, nama: str) -> Markup:
        """A Material Design icon."""
        return self._site.icon(nama)

    def _here(self) -> str:
        url = str(self._env.page.url)
        return "" if url == "./" else url.removesuffix("index.html")
