"""What the theme leaves out for keyboards and screen readers is on every page of a built site."""

from pathlib import Path

from sop_terbuka.generator.reading import CONTENT, readable
from tests.site import crawl

THEME = """<script>__md_scope=new URL("../..",location)</script>
<div data-md-component="skip">
<a href="#x" class="md-skip">Lewati</a>
</div>
<div class="md-search" data-md-component="search" role="dialog">
<div class="md-search__inner" role="search">
<div class="md-search__scrollwrap" tabindex="0" data-md-scrollfix>
<div class="md-search-result__meta">
Mempersiapkan pencarian
</div></div></div></div>
<div class="md-content" data-md-component="content">"""


def test_every_page_has_what_is_mended(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        html = path.read_text(encoding="utf-8")
        for mended in (
            f'<a href="#{CONTENT}" class="md-skip">Lewati ke isi</a>',
            f'data-md-component="content" id="{CONTENT}" tabindex="-1"',
            'role="search" aria-label="Cari di situs ini"',
            'role="region" aria-label="Hasil pencarian"',
            '<div class="md-search-result__meta" role="status">Peramban ini terlalu lama',
        ):
            assert html.count(mended) == 1, f"{path}: {mended}"
        assert 'role="dialog"' not in html, path
        assert CONTENT in crawl.read(path).ids


def test_the_way_on_leads_from_the_page_to_the_topics() -> None:
    made = readable(THEME)
    assert '<a href="../../topik/">daftar topik</a>' in made
    assert "Lewati<" not in made
    assert '<a href="../topik/">' in readable(THEME.replace("../..", ".."))
    assert '<a href="/situs/topik/">' in readable(THEME.replace("../..", "/situs/"))
