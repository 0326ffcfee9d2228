"""Reads a built site as a browser would follow it: links, anchors and assets of every page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

# Attributes whose value a browser follows or loads.
_FOLLOWED = {
    "a": "href", "link": "href", "script": "src", "img": "src", "iframe": "src", "form": "action",
    "source": "src",
}  # fmt: skip


@dataclass
class Seen:
    """What one page holds."""

    links: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    repeated_ids: set[str] = field(default_factory=set)
    text: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    inline_styles: int = 0
    h1: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _FOLLOWED and values.get(_FOLLOWED[tag]) is not None:
            self.seen.links.append((tag, values[_FOLLOWED[tag]] or ""))
        if values.get("id"):
            if values["id"] in self.seen.ids:
                self.seen.repeated_ids.add(values["id"] or "")
            self.seen.ids.add(values["id"] or "")
        self.seen.handlers += [name for name in values if name.startswith("on")]
        self.seen.inline_styles += tag == "style" or "style" in values
        self.seen.h1 += tag == "h1"
        self._skip += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.seen.text.append(data)


def read(page: Path) -> Seen:
    """What one HTML file holds."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    reader.close()
    return reader.seen


def read_text(markup: str) -> list[str]:
    """The text of a piece of HTML or SVG."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.seen.text


def pages(site: Path) -> dict[str, Seen]:
    """Every page of the site by its address below the root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): read(path)
        for path in sorted(site.rglob("*.html"))
    }


def is_local(link: str) -> bool:
    """Whether a link stays on the site."""
    return not urlsplit(link).scheme and not link.startswith("//")


def broken_links(site: Path, seen: dict[str, Seen], base: str = "/sub/jalur/") -> list[str]:
    """Every local link that leads to no file, no anchor, or out of the site."""
    broken = []
    for address, page in seen.items():
        here = urljoin("https://contoh.invalid" + base, address)
        for tag, link in page.links:
            # The theme's 404 page is served at any address, so it names the site's own root.
            if not is_local(link) or (address == "404.html" and link.startswith("/")):
                continue
            whole, anchor = urldefrag(urljoin(here, link))
            path = unquote(urlsplit(whole).path)
            if not path.startswith(base):
                broken.append(f"{address}: <{tag}> {link} leaves the site")
                continue
            target = path.removeprefix(base)
            file = (
                site / target / "index.html"
                if target.endswith("/") or not target
                else site / target
            )
            if not file.is_file():
                broken.append(f"{address}: <{tag}> {link} leads nowhere")
            elif anchor and file.suffix == ".html":
                key = target.removesuffix("index.html")
                if anchor not in seen[key].ids and not anchor.startswith("__"):
                    broken.append(f"{address}: <{tag}> {link} has no such anchor")
    return broken
