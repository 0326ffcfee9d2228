"""The look that every site has, so that its mkdocs.yml need not repeat it.

Called by plugin with what mkdocs.yml says; a key that a site writes there stays as it wrote it.
"""

import logging
from pathlib import Path
from typing import Any

import material
import yaml
from markupsafe import Markup
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from ..data.model import Situs
from ..publish import assets

# What the theme itself says, where mkdocs.yml says nothing.
_THEME = Path(material.__file__).parent / "templates" / "mkdocs_theme.yml"
_LOOK: dict[str, Any] = {
    "language": "id",
    "font": False,
    "favicon": assets.ICON,
    "icon": {"logo": "material/clipboard-check-outline"},
    "features": ["navigation.tabs", "navigation.indexes"],
    "palette": [
        {
            "media": "(prefers-color-scheme: light)", "scheme": "default",
            "primary": "custom", "accent": "custom",
            "toggle": {"icon": "material/moon-waning-crescent", "name": "Ganti ke mode gelap"},
        },
        {
            "media": "(prefers-color-scheme: dark)", "scheme": "slate",
            "primary": "custom", "accent": "custom",
            "toggle": {"icon": "material/white-balance-sunny", "name": "Ganti ke mode terang"},
        },
    ],
}  # fmt: skip


def dress(config: MkDocsConfig, situs: Situs) -> None:
    """Set the look, the script of every page, and what the site says of itself."""
    bare = yaml.safe_load(_THEME.read_text(encoding="utf-8"))
    for key, value in _LOOK.items():
        if config.theme.get(key) == bare.get(key):
            config.theme[key] = value
    config.extra.setdefault("generator", False)
    script = ExtraScriptValue(assets.SCRIPT)
    script.defer = True
    config.extra_javascript.insert(0, script)
    # The theme prints these as they are.
    config.site_name = Markup.escape(situs.nama)
    config.site_description = Markup.escape(situs.uraian)
    config.copyright = Markup.escape(situs.kaki)
    # Knowing a repository, the theme's script would ask its host for stars on every page.
    config.repo_url = config.repo_name = config.edit_uri = None
    # Every link is held against what is published, in `links`, with words for authors.
    config.validation.nav.omitted_files = logging.DEBUG
    links = config.validation.links
    links.not_found = links.absolute_links = links.unrecognized_links = logging.DEBUG
