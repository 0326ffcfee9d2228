"""Text of strangers inside a comment on a code host: made harmless, and checked once more.

Standard library only: the trusted half of the pull-request path imports nothing else.
"""

import re
from collections.abc import Iterator

MARK = "<!-- sop-beda -->"
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
    plain = printable(" ".join(text.split()))
    parts, last = [], 0
    for match in _PARTS.finditer(plain):
        parts += [_MARKUP.sub(r"\\\1", plain[last : match.start()]), _broken(match[0])]
        last = match.end()
    return "".join([*parts, _MARKUP.sub(r"\\\1", plain[last:])])


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
_ALLOWED_TAGS = re.compile(r"</?(?:details|summary)>|<br>")
_ALLOWED_ENTITIES = re.compile(r"&(?:lt|gt|amp|#8203|#36);")
_ESCAPED_PAIR = re.compile(r"\\[!-/:-@\[-`{-~]")
_ADDRESS = re.compile(r"://|www\.|mailto:|xmpp:", re.IGNORECASE)
_REFERENCE = re.compile(r"(?<!&)#\d|\bGH-\d", re.IGNORECASE)
_LABEL = re.compile(r'"[^"]*"')
# An arrow with two heads, as our own flowcharts write it.
_TWO_HEADS = re.compile(r"^  l\d+s\d+ <-->")
# Labels are text; outside them these words are statements that act.
_ACTIVE_IN_DIAGRAM = re.compile(r"\b(?:click|href|call|callback|javascript)\b|%%", re.IGNORECASE)


def reasons_against(text: str) -> list[str]:
    """Why a text must not be posted as a comment; empty when it may.

    What comes from a pull request's own build is a stranger's: only the shape that `escaped` and
    our writer give is let through.
    """
    return list(dict.fromkeys(_reasons(text)))


def _reasons(text: str) -> Iterator[str]:
    if len(text) > MAX_COMMENT:
        yield "terlalu panjang"
        return
    if any(not ch.isprintable() and ch != "\n" for ch in text):
        yield "ada aksara kendali"
    if not text.startswith(f"{MARK}\n"):
        yield "tidak diawali penanda"
    in_diagram = False
    for line in text.removeprefix(f"{MARK}\n").split("\n"):
        if "~~~" in line or ("```" in line and line not in ("```", "```mermaid")):
            yield "ada pagar kode yang tidak dikenal"
        elif line.startswith("```"):
            if in_diagram == (line == "```mermaid"):
                yield "pagar kode tidak berpasangan"
            in_diagram = not in_diagram
        else:
            yield from _in_diagram(line) if in_diagram else _in_prose(line)
    if in_diagram:
        yield "pagar kode tidak berpasangan"


def _in_diagram(line: str) -> Iterator[str]:
    bare = _TWO_HEADS.sub(" ", line).replace("<br/>", "")
    strange = "@" in line or "<" in bare or "javascript:" in line.lower()
    if strange or _ADDRESS.search(line) or _ACTIVE_IN_DIAGRAM.search(_LABEL.sub("", line)):
        yield "diagram memuat sesuatu yang aktif"


def _in_prose(line: str) -> Iterator[str]:
    if "@" in line.replace(f"@{_BREAK}", ""):
        yield "ada sebutan nama (@)"
    if _REFERENCE.search(line):
        yield "ada rujukan ke nomor"
    if _ADDRESS.search(line):
        yield "ada alamat"
    if "&" in _ALLOWED_ENTITIES.sub("", line) or "$" in line:
        yield "ada entitas atau rumus"
    bare = _ALLOWED_TAGS.sub("", _ESCAPED_PAIR.sub("", line))
    if "<" in bare:
        yield "ada HTML"
    if "[" in bare or "]" in bare:
        yield "ada tautan"
