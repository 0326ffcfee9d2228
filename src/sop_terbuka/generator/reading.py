"""Mends in a finished page what the theme leaves out for keyboards and screen readers.

Called by plugin. Each mend finds its place by the theme's own words; a test holds that every page
of a built site has them, so that a new version of the theme is noticed.
"""

import re

from markupsafe import Markup

CONTENT = "isi-halaman"
_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)
_ROOT = re.compile(r'__md_scope=new URL\("([^"]*)"')
_WAITING = re.compile(r'<div class="md-search-result__meta">[^<]*</div>')
_MENDS = (
    # The way past the header ends where a page's own content begins.
    (
        '<div class="md-content" data-md-component="content">',
        f'<div class="md-content" data-md-component="content" id="{CONTENT}" tabindex="-1">',
    ),
    # A dialog only while it covers the page, which panel.mjs says.
    ('data-md-component="search" role="dialog"', 'data-md-component="search"'),
    (
        '<div class="md-search__inner" role="search">',
        '<div class="md-search__inner" role="search" aria-label="Cari di situs ini">',
    ),
    (
        '<div class="md-search__scrollwrap" tabindex="0" ',
        '<div class="md-search__scrollwrap" tabindex="0" role="region" '
        'aria-label="Hasil pencarian" ',
    ),
    # Hits are a list, which says how many there are.
    (
        '<ol class="md-search-result__list" role="presentation">',
        '<ol class="md-search-result__list">',
    ),
)
# What stands where a script of ours has not begun, because the browser is too old for it.
_TOO_OLD = Markup(
    '<div class="md-search-result__meta" role="status">Peramban ini terlalu lama untuk pencarian. '
    'Semua layanan ada pada <a href="{}topik/">daftar topik</a>.</div>'
)


# What the theme shows of a page's own text: its title twice, its contents, and the article.
_OWN_TEXT = (
    "<title>",
    '<div class="md-header__topic" data-md-component="header-topic">',
    '<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>',
    '<article class="md-content__inner md-typeset">',
)


def in_language(html: str, language: str) -> str:
    """The page with its own text marked where it has another language than the frame around it."""
    for start in _OWN_TEXT if language else ():
        html = html.replace(start, f'{start[:-1]} lang="{language}">', 1)
    return html


def readable(html: str) -> str:
    """The page with a way past its header, names for its parts, and a search that speaks."""
    for theirs, ours in _MENDS:
        html = html.replace(theirs, ours, 1)
    link = f'<a href="#{CONTENT}" class="md-skip">Lewati ke isi</a>'
    html = _SKIP.sub(rf"\1{link}\2", html, count=1)
    found = _ROOT.search(html)
    root = f"{found[1].rstrip('/')}/" if found else "/"
    return _WAITING.sub(lambda _: _TOO_OLD.format(root), html, count=1)
