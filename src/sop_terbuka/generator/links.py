"""Holds every link of the site against what is published: a link must not lead into the dark.

Called by plugin: `add` for each finished page, `problems` at the end. Links that leave the site
are not followed.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import unquote

from ..data.problem import Problem
from ..data.words import suggestion

# Our templates and Markdown write attributes in double quotes, and escape quotes in texts.
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')
# No anchor holds it.
_GAP = "\0"
# A place that a hundred pages lead to in vain is one fault.
_MOST_TOLD = 20
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Link:
    page: str
    target: str
    written: str


@dataclass
class Links:
    """The links and anchors of one build, held against the addresses that are published."""

    published: Collection[str]
    # Those that may be dead, by what they lead to: of a large site's million links nearly all lead
    # to a page's beginning or to a place on an earlier page, which is seen at once.
    _doubtful: dict[str, list[_Link]] = field(default_factory=dict)
    # Of each page its anchors as one text, which takes a tenth of what a set would.
    _anchors: dict[str, str] = field(default_factory=dict)

    def add(self, address: str, content: str) -> None:
        """Take note of what a page at an address such as `formulir/` links to."""
        anchors = dict.fromkeys(html.unescape(anchor) for anchor in _ID.findall(content))
        self._anchors[address] = _GAP.join(["", *anchors, ""])
        # Not a set: problems are told in the order of the page.
        found = dict.fromkeys(html.unescape(link) for link in _LINK.findall(content))
        for link in found:
            if link and not _OUTSIDE.match(link):
                target = _resolved(address, link)
                if target not in self.published and not self._leads_on(target):
                    known = self._doubtful.setdefault(target, [])
                    if len(known) < _MOST_TOLD:
                        known.append(_Link(address, target, link))

    def problems(self, written: dict[str, tuple[str, str]]) -> Iterator[Problem]:
        """Every dead link, of one place the first ones, in the order of the pages.

        `written` are name and text of the hand-written pages by address.
        """
        order = {page: n for n, page in enumerate(self._anchors)}
        dead = (link for link in chain(*self._doubtful.values()) if self._is_dead(link))
        for link in sorted(dead, key=lambda link: order[link.page]):
            path, _, anchor = link.target.partition("#")
            if path not in self.published:
                hint = suggestion(path, list(self._anchors))
                said = f'tautan "{link.written}" menuju "{path}", yang tidak diterbitkan.{hint}'
            else:
                said = f'tautan "{link.written}": tidak ada bagian "{anchor}" pada "{path}".'
            name, text = written.get(link.page, (f"halaman {link.page or 'beranda'}", ""))
            line, column = _place(text, link)
            yield Problem(name, line, column, "", said, "tautan-mati")

    def _leads_on(self, target: str) -> bool:
        """Whether a place is on a page that is known already."""
        path, _, anchor = target.partition("#")
        return path in self.published and f"{_GAP}{anchor}{_GAP}" in self._anchors.get(path, "")

    def _is_dead(self, link: _Link) -> bool:
        path, _, anchor = link.target.partition("#")
        if path not in self.published:
            return True
        known = self._anchors.get(path)
        return bool(anchor) and known is not None and f"{_GAP}{anchor}{_GAP}" not in known


def _resolved(address: str, link: str) -> str:
    """The address of the site that a link on a page leads to; `index.html` is its folder."""
    path, mark, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return f"{address}{mark}{unquote(anchor)}"
    # A hand-written page may be a file of its own; what stands before its name counts.
    folder = address if address.endswith("/") else posixpath.dirname(address)
    made = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    if path.endswith(("/", ".", "..")) and made:
        made += "/"
    made = made.removesuffix("index.html")
    return f"{made}{mark}{unquote(anchor)}"


def _place(text: str, link: _Link) -> tuple[int, int]:
    """Where an author wrote a link: as it is, or as the address given to tautan()."""
    path, mark, anchor = link.target.partition("#")
    for wanted in (link.written, link.target, mark + anchor, path):
        at = text.find(wanted) if wanted else -1
        if at >= 0:
            return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return 1, 1
