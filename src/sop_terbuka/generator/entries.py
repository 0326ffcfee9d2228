"""What MkDocs is told of our pages: the menu, and each page's title, sentence and headings."""

from markupsafe import Markup
from mkdocs.structure.toc import TableOfContents, get_toc

from ..publish.pages import Page
from ..publish.site import Site

_MOST_OFFICES = 6


def menu(site: Site) -> list[dict[str, str]]:
    """The entries of the menu at the top."""
    # Only entry pages: with every SOP in it, building and every page's weight grow quadratically.
    # For the same reason many offices share one entry.
    # The theme prints titles as they are; only Markup is not escaped twice where it does escape.
    offices: list[dict[str, str]] = [
        {Markup.escape(o.disebut): f"{o.id}/index.md"} for o in site.catalog.instansi.values()
    ]
    return [
        {"Beranda": "index.md"},
        *(offices if len(offices) <= _MOST_OFFICES else [{"Dinas": "dinas/index.md"}]),
        {"Topik": "topik/index.md"},
        *([{"Formulir": "formulir/index.md"}] if site.catalog.formulir else []),
        *([{"Peraturan": "peraturan/index.md"}] if site.catalog.peraturan else []),
        {"Istilah": "istilah/index.md"},
        {"Untuk petugas": "petugas/index.md"},
        {"Tentang": "tentang/index.md"},
    ]


def meta(page: Page) -> dict[str, object]:
    """What the theme asks of a page."""
    # The theme prints these without escaping.
    return {
        "title": str(Markup.escape(page.title)),
        "description": str(Markup.escape(page.description)),
        "hide": ["navigation"] if page.headings else ["navigation", "toc"],
    }


def contents(page: Page) -> TableOfContents:
    """The table of contents of a generated page."""
    return get_toc(
        [
            {"level": 2, "id": h.id, "name": str(Markup.escape(h.nama)), "children": []}
            for h in page.headings
        ]
    )
