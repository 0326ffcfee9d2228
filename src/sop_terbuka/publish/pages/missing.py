"""The page for addresses that do not exist: where people may have wanted to go."""

from urllib.parse import urlsplit

from markupsafe import Markup

from ...data.catalog import Catalog
from ...meaning.layanan import services_by_office
from ..render import environment
from .base import Tools
from .dinas import is_many, letters


def missing_page(catalog: Catalog, tools: Tools) -> Markup:
    """Its content; a server shows it at any address, so every link begins at the site's root."""
    root = urlsplit(tools.site_url).path or "/"

    def rel(target: str) -> str:
        return root + target

    template = environment().get_template("tidak-ditemukan.html.j2")
    shown = [topic for topic in catalog.topik if not topic.internal]
    many = is_many(catalog)
    return Markup(
        template.render(
            rel=rel, icon=tools.icon, topik=shown,
            jumlah=len(catalog.instansi), huruf_dinas=letters(catalog) if many else (),
            dinas=() if many else services_by_office(catalog),
        )
    )  # fmt: skip
