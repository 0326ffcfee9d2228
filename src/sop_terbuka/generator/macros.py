"""What an editor can drop into a hand-written page: lists, figures and a diagram, by id.

Called by the macros plugin through a site's own hooks/macros.py; an unknown id stops the build.
"""

from typing import Any

from markupsafe import Markup

from ..publish.pages.fragments import diagram_figure, office_list, service_list, topic_list
from ..publish.site import Site


def define_env(env: Any) -> None:
    """Register the macros with the macros plugin."""
    macros = Macros(env)
    for macro in (
        macros.daftar_topik,
        macros.daftar_dinas,
        macros.daftar_layanan,
        macros.diagram,
        macros.jumlah,
        macros.tautan,
        macros.ikon,
    ):
        env.macro(macro)


class Macros:
    """The macros by the names that authors write."""

    def __init__(self, env: Any) -> None:
        self._env = env
        self._site: Site = env.conf["extra"]["situs"]

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
        return str(self._env.page.url).removesuffix("index.html")
