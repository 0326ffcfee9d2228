"""What every page loads besides its HTML: styles, scripts of ours and of others, by address.

Called by site; the files stand in pages/ beside the templates they serve.
"""

from pathlib import Path

_PAGES = Path(__file__).parent / "pages"
_PUBLISHED = {
    "assets/": (".", "*.css"),
    "assets/js/": ("scripts", "*js"),
    "assets/vendor/": ("vendor", "*"),
}


def files() -> dict[str, Path]:
    """Every style sheet and script by address; those of the forms come from pages.forms."""
    return {
        folder + path.name: path
        for folder, (source, pattern) in _PUBLISHED.items()
        for path in sorted((_PAGES / source).glob(pattern))
        if path.is_file()
    }
