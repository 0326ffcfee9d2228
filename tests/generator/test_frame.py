"""The theme's own script comes where a page uses it, and nowhere else."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from sop_terbuka.generator import frame


def config(**theme: object) -> MkDocsConfig:
    made = MkDocsConfig()
    made.theme = Theme(name="material", **theme)
    made.extra = {}
    return made


@pytest.mark.parametrize(
    "content",
    [
        '<div class="tabbed-set tabbed-alternate">',
        '<pre class="mermaid"><code>',
        '<div class="annotate">',
    ],
)
def test_a_page_with_parts_that_the_theme_moves_gets_its_script(content: str) -> None:
    assert frame.needs_themes_script(config(), content)
    assert not frame.needs_themes_script(config(), "<p>mermaid</p><details class='note'>")


def test_a_feature_that_only_the_theme_knows_brings_its_script() -> None:
    assert frame.needs_themes_script(config(features=["navigation.instant"]), "")
    assert not frame.needs_themes_script(config(features=["navigation.tabs"]), "")


def test_a_feature_for_one_kind_of_content_brings_it_only_there() -> None:
    made = config(features=["content.code.copy", "content.tabs.link"])
    assert frame.needs_themes_script(made, "<pre><code>a</code></pre>")
    assert not frame.needs_themes_script(made, "<p><code>a</code></p>")
    assert not frame.needs_themes_script(config(features=["content.tabs.link"]), "<pre>")


def test_diagrams_ask_for_the_script_that_draws_them() -> None:
    made = config()
    drawn = '<pre class="mermaid"><code>graph</code></pre>'
    made.extra_javascript = ["js/lain.js"]
    assert frame.lacks_mermaid(made, drawn)
    assert not frame.lacks_mermaid(made, "<p>mermaid</p>")
    made.extra_javascript = ["js/mermaid.min.js"]
    assert not frame.lacks_mermaid(made, drawn)


def test_our_templates_stand_before_the_themes_and_behind_a_sites_own(tmp_path) -> None:
    made = config(custom_dir=str(tmp_path))
    frame.stand_before(made)
    names = [name.rsplit("/", 2)[-2:] for name in made.theme.dirs[:3]]
    assert names[1:] == [["generator", "tema"], ["material", "templates"]]
    assert made.theme.dirs[0] == str(tmp_path)


def test_written_tables_scroll_and_code_can_be_reached_as_with_the_theme() -> None:
    html = (
        "<table><tr></tr></table><table class='x'></table><pre><code>a</code></pre><code>b</code>"
    )
    assert frame.as_theme_would(html) == (
        '<div class="md-typeset__scrollwrap" tabindex="0" role="group" aria-label="Tabel">'
        '<div class="md-typeset__table">'
        "<table><tr></tr></table></div></div><table class='x'></table>"
        '<pre><code tabindex="0" role="group" aria-label="Contoh teks">a</code></pre><code>b</code>'
    )


def test_what_is_added_speaks_the_pages_language() -> None:
    html = frame.as_theme_would("<table></table><pre><code>a</code></pre>", "en-GB")
    assert 'aria-label="Table"' in html
    assert 'aria-label="Sample text"' in html


def test_the_themes_own_search_is_not_published() -> None:
    assert frame.is_unused("assets/javascripts/lunr/min/lunr.id.min.js")
    assert frame.is_unused("assets/stylesheets/main.0.min.css.map")
    assert not frame.is_unused("assets/javascripts/bundle.0.min.js")
