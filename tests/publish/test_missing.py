"""The page for addresses that do not exist: in Indonesian, and its links work at any address."""

import re
from typing import Any

from markupsafe import Markup

from sop_terbuka.meaning.layanan import all_layanan
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.missing import missing_page
from tests.builders import catalog, sop


def page(site_url: str) -> str:
    made = catalog(sop())
    tools: dict[str, Any] = {"services": all_layanan(made), "site_url": site_url}
    return str(missing_page(made, Tools(icon=lambda name: Markup(), **tools)))


def test_every_link_begins_at_the_root_of_the_site() -> None:
    html = page("https://contoh.test/sub/jalur/")
    links = re.findall(r'(?:href|action)="([^"]*)"', html)
    assert links
    assert all(link.startswith("/sub/jalur/") for link in links)
    assert 'action="/sub/jalur/topik/"' in html
    assert "Halaman tidak ditemukan" in html


def test_without_an_address_the_site_is_at_the_root_of_its_host() -> None:
    assert 'href="/kota-contoh/"' in page("")
