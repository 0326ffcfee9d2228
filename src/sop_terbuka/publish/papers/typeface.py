"""The fonts of the documents: our own files and no others, so that every machine gives the same."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FAMILY = "Noto Sans"
FOLDER = Path(__file__).parent / "fonts"
FILES = {"normal": FOLDER / "NotoSans-Regular.ttf", "bold": FOLDER / "NotoSans-Bold.ttf"}


class OnlyOurFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Opens our font files and pictures inside the document; nothing else can be read."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The file of one of our fonts; everything else is refused."""
        for path in FILES.values():
            if url == path.as_uri():
                return URLFetcherResponse(url, path.read_bytes())
        if url.startswith("data:image/"):
            # A logo is part of the document itself: nothing is opened.
            return super().fetch(url, headers)
        raise ValueError(f"a document asked for {url}, but only its fonts may be opened")


def font_faces() -> str:
    """The style rules that name our font files."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("{path.as_uri()}"); }}\n'
        for weight, path in FILES.items()
    )


@cache
def font_configuration() -> FontConfiguration:
    """Fonts for WeasyPrint, without those of the machine."""
    with _no_system_fonts():
        return FontConfiguration()


@contextmanager
def _no_system_fonts() -> Iterator[None]:
    # Fontconfig reads this variable whenever it loads a configuration; a letter that our fonts do
    # not have must not be taken from whatever the machine happens to have.
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "fonts.conf"
        file.write_text("<fontconfig></fontconfig>\n", encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(file)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before
