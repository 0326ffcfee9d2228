"""The style sheets of a site, cut to what its pages hold, and the share that a page shows first.

Called by plugin: `dressed` for each finished page, `css` once all are known. The share stands in
the page, so that its first screen is painted without waiting for a file; the sheet of all pages
comes where that screen ends, and later pages have it already. What few pages use stands apart.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import seldom, sheet
from .early import asked_for
from .shared import Key, Together, keys, without

# What stands in a page before this module: the only link to our sheet, written by our main.html.
_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*assets/situs\.css">')
_ADDRESS = "assets/situs.css"
# The theme's script may add anything that it knows to such a page.
_MOVED_BY_THEME = '<script id="__config"'
# Sheets of one kind of page, which its content names.
_OWN_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*(assets/[\w.-]+\.css)">\n?')
_ARTICLE = re.compile(r"<article\b[^>]*>")
_HELD = re.compile(
    r"<([a-zA-Z][\w-]*)|\s(class|id)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
# A tag up to its end; a mark within an attribute's quotes ends none.
_START = re.compile(r"<[a-zA-Z](?:[^<>\"']+|\"[^\"]*\"|'[^']*')*")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_WORD = re.compile(r"[\w-]+")
_PLAIN = re.compile(r"(?<![.#\w-])[\w-]+")
# What a script writes into a page stands in quotes.
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
_HEADING = re.compile(r"h[1-6]")
# About the letters of text that fill the first screen of a phone below its header.
_SCREEN = 640
_MOST_TAGS = 4096
# What scripts and browsers add to pages, and no page is written with.
_ADDED = frozenset({".js", ".no-js", ".focus-visible", "[open", "[hidden", "[class"})
# The parts of the frame that nobody sees before they are opened; until the whole sheet is there
# they are hidden, for they would show without any style.
_LATER = re.compile(
    r"\.md-(?:nav|search-result|search__(?:output|scrollwrap|overlay)|dialog)|:checked"
)
_HIDDEN = ".md-nav,.md-search__output{visibility:hidden}"
_SHOWN = ".md-nav,.md-search__output{visibility:inherit}"


@dataclass
class Style:
    """The sheets of a site, in their order, and what the pages seen so far hold.

    `own` are those that only some pages name, by their addresses; `words` is what scripts
    may add to a page, as selectors name it; `foreign` are sheets of the site's author, which may
    use our custom properties; `rare` are those that a page gets where it holds what they are
    about; the first of them begins with what few pages use of the others.
    """

    sheets: list[str]
    own: dict[str, str]
    words: set[str]
    foreign: Iterable[str] = ()
    rare: dict[str, str] = field(default_factory=dict)
    # The classes that scripts may add to elements.
    added: set[str] = field(default_factory=set)
    _held: set[str] = field(default_factory=set)
    _first: dict[tuple[frozenset[str], tuple[str, ...]], str] = field(default_factory=dict)
    # What stands in class attributes.
    _lists: set[str] = field(default_factory=set)
    # What each tag seen lately holds.
    _tags: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    # What every page seen so far holds itself; nothing where one of them holds nothing.
    _common: frozenset[Key] | None = None

    def __post_init__(self) -> None:
        parts = seldom.settled(part for text in self.sheets for part in sheet.parsed(text))
        self._own = {address: list(sheet.parsed(text)) for address, text in self.own.items()}
        self._rare = {at: list(sheet.parsed(text)) for at, text in self.rare.items()}
        if self._rare:
            parts, few = seldom.divided(parts)
            first = next(iter(self._rare))
            self._rare[first] = [*few, *self._rare[first]]
        self._parts = parts
        self._asked = {at: seldom.asked(parts) for at, parts in self._rare.items()}
        others = (*self._own.values(), *self._rare.values())
        self._needed = sheet.needed(self._parts).union(*map(sheet.needed, others))
        # Attributes are few; only whole values tell pages apart.
        self._values = [name for name in self._needed if name.startswith("[") and "=" in name]
        # By the attribute, which most tags do not have at all.
        self._valued: dict[str, list[tuple[str, str, str]]] = {}
        for wanted in self._values:
            name, _, value = wanted[1:].partition("=")
            ways = (wanted, f'{name}="{value}"', f"{name}={value}")
            self._valued.setdefault(f"{name}=", []).append(ways)
        names = {name for name in self._needed if name.startswith("[") and "=" not in name}
        self._added = _ADDED | names

    def dressed(self, html: str) -> tuple[str, str]:
        """The page with its first share of the sheet, and that share, for the page's policy.

        A page with style sheets of its author gets the whole sheet first, so that theirs refine it.
        """
        tokens = self._tokens(html)
        self._held |= tokens
        link = _LINK.search(html)
        if link is None:
            self._common = frozenset()
            return html, ""
        few = self._few(html, frozenset(tokens | self._added))
        linked = [link[0], *(link[0].replace(_ADDRESS, at) for at in few)]
        page = html[: link.start()] + html[link.end() :]
        body, article = page.find("<body"), _ARTICLE.search(page)
        if article is None or '<link rel="stylesheet"' in page[:body]:
            self._common = frozenset()
            return html[: link.start()] + "".join(linked) + html[link.end() :], ""
        start = article.end()
        own = list(_OWN_LINK.finditer(page, start))
        page = page[:start] + _OWN_LINK.sub("", page[start:])
        end = _end_of_screen(page, start)
        first = self._share(page[body:end], (*few, *(found[1] for found in own)))
        page = asked_for(page, end, [*linked, *(found[0].rstrip() for found in own)])
        return page.replace("</head>", f"<style>{first}</style></head>", 1), first

    def take(self, names: frozenset[str]) -> None:
        """Take note of what one more script may add."""
        self.words |= names
        self.added |= {name[1:] for name in names if name.startswith(".")}

    def css(self, *, whole: bool = False) -> dict[str, str]:
        """The sheets of all pages, by address; whole where pages are still to be made."""
        # An attribute that a script sets has one of its words for a value.
        values = {name for name in self._values if name.partition("=")[2] in self.words}
        bare = {"table!"} & {f"{word}!" for word in self.words}
        held = frozenset(self._held | self._added | self.words | values | bare)
        parts = self._parts
        few = self._rare
        if not whole:
            parts = sheet.chosen(parts, lambda one: one.needs <= held)
            few = {at: sheet.chosen(own, lambda one: one.needs <= held) for at, own in few.items()}
            together = Together(self._lists, frozenset(self.added))
            parts = without(parts, self._common or frozenset(), together)
        elsewhere = frozenset(self.words).union(
            *map(sheet.properties, (*self.own.values(), *self.rare.values(), *self.foreign))
        )
        known = sheet.used(parts, elsewhere)
        found = {_ADDRESS: _SHOWN + sheet.written(parts, elsewhere)}
        for address, own in few.items():
            defined = seldom.definitions(self._parts, known)
            found[address] = sheet.written([*defined, *own])
        return found

    def _few(self, html: str, held: frozenset[str]) -> list[str]:
        """The addresses of those seldom sheets that a page has some use for."""
        is_open = _MOVED_BY_THEME in html
        return [
            address
            for address, asked in self._asked.items()
            if any(needs <= held for needs in asked)
            or (is_open and address == next(iter(self._asked)))
        ]

    def _share(self, shown: str, own: tuple[str, ...]) -> str:
        held = frozenset(self._tokens(f'<html class="js">{shown}') | self._added)
        if (held, own) not in self._first:
            others = {**self._rare, **self._own}
            every = [*self._parts, *(part for name in own for part in others.get(name, ()))]
            parts = sheet.chosen(every, lambda one: _is_first(one, held), printed=False)
            self._first[held, own] = sheet.written(sheet.painted(parts)) + _HIDDEN
            there = frozenset(keys(parts))
            self._common = there if self._common is None else self._common & there
        return self._first[held, own]

    def _tokens(self, html: str) -> set[str]:
        """The classes, ids, elements and values of attributes on a page that selectors ask for."""
        found: set[str] = set()
        # A page has the same few tags again and again, most of them on every page.
        for tag in set(_START.findall(html)):
            if tag not in self._tags:
                if len(self._tags) >= _MOST_TAGS:
                    self._tags.clear()
                self._tags[tag] = self._held_by(tag)
            names, lists = self._tags[tag]
            found |= names
            self._lists |= lists
        return found

    def _held_by(self, tag: str) -> tuple[frozenset[str], frozenset[str]]:
        """What one tag holds of all that selectors ask for, and its list of classes."""
        found: set[str] = set()
        lists: set[str] = set()
        bare = ""
        for element, kind, *values in _HELD.findall(tag):
            if element:
                found.add(element.lower())
                bare = f"{element.lower()}!"
            elif kind.lower() == "class":
                bare = ""
                lists.add("".join(values))
                found.update(f".{name}" for name in "".join(values).split())
            else:
                found.add(f"#{''.join(values)}")
        found.add(bare)
        for name, ways in self._valued.items():
            if name in tag:
                found.update(w for w, quoted, plain in ways if quoted in tag or plain in tag)
        return frozenset(found & self._needed), frozenset(lists)


def words(scripts: Iterable[str]) -> set[str]:
    """Every word that stands in the strings of some scripts."""
    strings = (text for script in scripts for text in _QUOTED.findall(script))
    return {word for text in strings for word in _WORD.findall(text)}


def added(scripts: Iterable[str]) -> set[str]:
    """Words in the strings of scripts that may be classes of elements, not of selectors."""
    strings = (text for script in scripts for text in _QUOTED.findall(script))
    return {word for text in strings for word in _PLAIN.findall(text)}


def any_of(names: Iterable[str]) -> Iterator[str]:
    """Every way in which a selector may name one of some words."""
    return (f"{mark}{name}" for name in names for mark in ("", ".", "#", "["))


def _is_first(selector: sheet.Selector, held: frozenset[str]) -> bool:
    return selector.needs <= held and not selector.acted and not _LATER.search(selector.text)


def _end_of_screen(html: str, start: int) -> int:
    """Where an article's first screen ends: between two of its parts, never below a heading."""
    depth, articles, letters, last = 0, 0, 0, start
    for tag in _TAG.finditer(html, start):
        letters += len(html[last : tag.start()].strip())
        last = tag.end()
        name = tag[2].lower()
        if name in _VOID or tag[0].endswith("/>"):
            continue
        step = -1 if tag[1] else 1
        depth += step
        # Whatever is left open within it, an article ends with its own tag.
        articles += step if name == "article" else 0
        if articles < 0:
            return tag.start()
        if depth == 0 and letters >= _SCREEN and not _HEADING.fullmatch(name):
            return last
    return start
