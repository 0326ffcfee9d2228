"""What an editor can drop into a hand-written page: lists, figures and a diagram, by id."""

from typing import Any

from markupsafe import Markup

from sop_terbuka.publish.pages.fragments import (
    diagram_figure,
    office_list,
    service_list,
    topic_list,
)
from sop_terbuka.publish.site import Site


def define_env(env: Any) -> None:
    """Register the macros; an unknown id stops the build with the list of known ones."""
    site: Site = env.conf["extra"]["situs"]

    def here() -> str:
        return str(env.page.url).removesuffix("index.html")

    @env.macro
    def daftar_topik() -> Markup:
        """The topics that continue the sentence "Saya ingin ..."."""
        return topic_list(site, here())

    @env.macro
    def daftar_dinas() -> Markup:
        """The offices with how many services each has."""
        return office_list(site, here())

    @env.macro
    def daftar_layanan(instansi: str = "", topik: str = "") -> Markup:
        """The public services, of one office or of one topic when given."""
        return service_list(site, here(), instansi, topik)

    @env.macro
    def diagram(sop: str) -> Markup:
        """The flowchart of one SOP as a picture with its text alternative."""
        return diagram_figure(site, here(), sop)

    @env.macro
    def jumlah(apa: str) -> int:
        """How many sop, layanan, internal, instansi, peraturan or istilah there are."""
        return site.count(apa)

    @env.macro
    def tautan(alamat: str) -> str:
        """The link from this page to an address of the site."""
        return site.link(here(), alamat)

    @env.macro
    def ikon(nama: str) -> Markup:
        """A Material Design icon."""
        return site.icon(nama)
