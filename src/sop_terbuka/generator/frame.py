"""Which pages need the theme's own script, and where our templates stand before the theme's.

Called by plugin. `kerangka.js` does what our pages use of that script, at a small part of its
weight; tabs, diagrams and what else an author switches on still come with the theme's own.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig

from ..publish import assets
from ..publish.addresses import Content, bytes_of
from .policy import has_mermaid
from .sheet import needed, parsed
from .style import Style, added, any_of, words

# What our main.html asks.
THEMES_SCRIPT = "naskah_tema"
_TEMPLATES = Path(__file__).parent / "tema"
_THEME = Path(material.__file__).parent / "templates"
# What the theme's templates do alone, or kerangka.js does.
_WITHOUT = frozenset(
    {
        "content.action.edit", "content.action.view", "navigation.expand", "navigation.footer",
        "navigation.indexes", "navigation.path", "navigation.prune", "navigation.sections",
        "navigation.tabs", "navigation.tabs.sticky", "toc.integrate",
    }
)  # fmt: skip
# What the theme's script does with one kind of content only, and how that is known.
_WITH = {
    "content.code.annotate": "<pre",
    "content.code.copy": "<pre",
    "content.code.select": "<pre",
    "content.footnote.tooltips": 'class="footnote-ref"',
    "content.tabs.link": "tabbed-set",
}
_EXTRA = ("alternate", "analytics", "annotate", "consent", "version")
_IN_CONTENT = re.compile(
    r'class="[^"]*\b(?:tabbed-set|mermaid|md-annotation|annotate|glightbox)\b|data-md-component='
)
# What may scroll sideways can be reached by Tab, and says what it is.
_WRAP = (
    '<div class="md-typeset__scrollwrap" tabindex="0" role="group" aria-label="{}">'
    '<div class="md-typeset__table">'
)
# What they are called, in the language of the page.
_CALLED = {"en": ("Table", "Sample text")}
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CODE = re.compile(r"(<pre[^>]*>(?:<span></span>)?)<code(?![^>]*tabindex)")
# For the theme's own search only, or for those who mend the theme.
_UNUSED = re.compile(r"assets/javascripts/(?:lunr|workers)/.*|assets/.*\.map")


def stand_before(config: MkDocsConfig) -> None:
    """Let our templates replace the theme's; a site's own still replace ours."""
    dirs = config.theme.dirs
    at = dirs.index(str(_THEME)) if str(_THEME) in dirs else 0
    dirs.insert(at, str(_TEMPLATES))


def needs_themes_script(config: MkDocsConfig, content: str) -> bool:
    """Whether a page uses what only the theme's script does."""
    features = frozenset(config.theme.get("features") or ()) - _WITHOUT
    is_used = any(_WITH.get(feature, "") in content for feature in features)
    wants = any(config.extra.get(name) for name in _EXTRA)
    return is_used or wants or bool(_IN_CONTENT.search(content))


def lacks_mermaid(config: MkDocsConfig, content: str) -> bool:
    """Whether a page has diagrams to be drawn, on a site without the script that does it."""
    scripts = (str(script) for script in config.extra_javascript)
    return has_mermaid(content) and not any("mermaid" in script for script in scripts)


def is_unused(address: str) -> bool:
    """Whether a file of the theme is used by no page."""
    return bool(_UNUSED.fullmatch(address))


def style(config: MkDocsConfig, files: Mapping[str, Content]) -> Style:
    """The sheets of the theme and ours, with the words of every script that may change a page."""
    theirs = [_read(path) for name in ("main", "palette") for path in _assets(f"{name}.*.css")]
    docs = Path(config.docs_dir)
    scripts = [path for one in config.extra_javascript if (path := docs / str(one)).is_file()]
    sheets = [path for one in config.extra_css if (path := docs / one).is_file()]
    ours_made = [content for address, content in files.items() if address.endswith(".js")]
    shared = _read(files[assets.STYLE])
    own = {address: _read(files[address]) for address in assets.OWN_STYLES}
    rare = {address: _read(files[address]) for address in assets.RARE_STYLES}
    ours = [_read(script) for script in ours_made]
    authors = [_read(path) for path in scripts]
    named = words(ours)
    # Of the theme's classes our scripts use the frame's only; "info" is a word like any other.
    frame = any_of(word for word in named if word.startswith("md-"))
    known = needed(parsed("".join([shared, *rare.values()]))) & set(any_of(named))
    made = {*named, *frame, *known, *any_of(words(authors))}
    foreign = [_read(path) for path in sheets]
    return Style([*theirs, shared], own, made, foreign, rare, added([*ours, *authors]))


@cache
def themes_words() -> frozenset[str]:
    """What the theme's own script may add to a page."""
    return frozenset(any_of(words([_read(path) for path in _assets("bundle.*.js")])))


def as_theme_would(html: str, language: str = "") -> str:
    """A hand-written page's content with what the theme's script adds to tables and to code."""
    table, code = _CALLED.get(language.partition("-")[0], ("Tabel", "Contoh teks"))
    html = _TABLE.sub(lambda found: f"{_WRAP.format(table)}{found[0]}</div></div>", html)
    return _CODE.sub(rf'\1<code tabindex="0" role="group" aria-label="{code}"', html)


def _assets(pattern: str) -> list[Path]:
    return sorted((_THEME / "assets").rglob(pattern))


def _read(content: Content) -> str:
    return bytes_of(content).decode()
