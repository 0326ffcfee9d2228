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
    assert frame.needs_themes_script(config(features=["content.code.copy"]), "")
    assert not frame.needs_themes_script(config(features=["navigation.tabs"]), "")


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


def test_the_themes_own_search_is_not_published() -> None:
    assert frame.is_unused("assets/javascripts/lunr/min/lunr.id.min.js")
    assert frame.is_unused("assets/stylesheets/main.0.min.css.map")
    assert not frame.is_unused("assets/javascripts/bundle.0.min.js")
