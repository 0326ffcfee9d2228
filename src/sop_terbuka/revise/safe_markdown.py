"""Text of strangers inside a comment on a code host, made harmless; `gate` checks it once more."""

import re
from collections.abc import Callable

MARK = "<!-- sop-beda -->"
# How a comment begins that nobody may miss; hosts show the quotation below it in red.
CAUTION = "> [!CAUTION]"
# GitHub refuses comments over 65 536 characters; the rest is for the foot line.
MAX_COMMENT = 60_000

# An invisible space breaks a mention, a reference or an address without changing how it reads.
_BREAK = "&#8203;"
# What acts in the middle of a line; our own words always begin it.
_MARKUP = re.compile(r"([\\`*_\[\]|~>])")
_PARTS = re.compile(r"[@#$&<]|\n|://|www\.|mailto:|xmpp:|GH-(?=\d)", re.IGNORECASE)
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    "$": "&#36;",
    "@": f"@{_BREAK}",
    "#": f"#{_BREAK}",
    "\n": " ",
}


def printable(text: str) -> str:
    """The text without anything that could steer a terminal or turn the reading direction."""
    return "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in text)


def escaped(text: str) -> str:
    """Any text as inert Markdown on one line: no mention, link, image, HTML or formula."""
    return _without_meaning(text, lambda plain: _MARKUP.sub(r"\\\1", plain))


def escaped_in_html(text: str) -> str:
    """Any text as inert words between two tags, where a backslash would be shown."""
    return _without_meaning(text, lambda plain: plain.replace(">", "&gt;"))


def _without_meaning(text: str, between: Callable[[str], str]) -> str:
    plain = printable(" ".join(text.split()))
    parts, last = [], 0
    for match in _PARTS.finditer(plain):
        parts += [between(plain[last : match.start()]), _broken(match[0])]
        last = match.end()
    return "".join([*parts, between(plain[last:])])


def in_diagram(script: str) -> str:
    """A Mermaid script whose labels hold no mention and no whole address."""
    script = script.replace("@", "#64;").replace("://", ":#47;#47;")
    return _DIAGRAM_WORDS.sub(lambda match: f"{match[0][:-1]}#{ord(match[0][-1])};", script)


def _broken(found: str) -> str:
    if found in _ENTITIES:
        return _ENTITIES[found]
    # "www." is cut before its dot, "://" behind its colon: no address is left whole.
    cut = 1 if found == "://" else len(found) - 1
    return f"{found[:cut]}{_BREAK}{found[cut:]}"


_DIAGRAM_WORDS = re.compile(r"(?:www\.|mailto:|xmpp:|javascript:)", re.IGNORECASE)
