"""The last look at a comment before it is posted: read as the code host reads it, or held back.

Called by tools/komentar_pr.py. A comment holds what strangers wrote into the data. It is parsed as
CommonMark with tables, and only what our writer makes is let through; what the host adds to
CommonMark (mentions, references, bare addresses, formulas, footnotes) is looked for in the text.
"""

import html
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .safe_markdown import CAUTION, MARK, MAX_COMMENT

_BLOCKS = frozenset({
    "paragraph", "heading", "bullet_list", "ordered_list", "list_item", "hr", "table", "thead",
    "tbody", "tr", "th", "td", "blockquote",
})  # fmt: skip
_INLINE = frozenset({
    "text", "softbreak", "hardbreak", "code_inline", "strong_open", "strong_close", "em_open",
    "em_close",
})  # fmt: skip
_DETAILS = re.compile(r"<details><summary>([^<>]*)</summary>\n?|</details>\n?")
_MENTION = re.compile(r"@(?=\w)")
_REFERENCE = re.compile(r"#\d|\bGH-\d", re.IGNORECASE)
_ADDRESS = re.compile(r"://|www\.|mailto:|xmpp:", re.IGNORECASE)
# Not behind a backslash that is not itself behind one.
_FOOTNOTE = re.compile(r"(?<!\\)(?:\\\\)*\[\^")
_LABEL = re.compile(r'"[^"]*"')
# An arrow with two heads, as our own flowcharts write it.
_TWO_HEADS = re.compile(r"^  l\d+s\d+ <-->")
# Labels are text; outside them these words are statements that act.
_ACTIVE_IN_DIAGRAM = re.compile(r"\b(?:click|href|call|callback|javascript)\b|%%", re.IGNORECASE)


def reasons_against(text: str) -> list[str]:
    """Why a text must not be posted as a comment; empty when it may."""
    return list(dict.fromkeys(_reasons(text)))


def _reasons(text: str) -> Iterator[str]:
    if len(text) > MAX_COMMENT:
        yield "terlalu panjang"
        return
    if any(not ch.isprintable() and ch != "\n" for ch in text):
        yield "ada aksara kendali"
        return
    if not text.startswith(f"{MARK}\n"):
        yield "tidak diawali penanda"
    body = text.removeprefix(f"{MARK}\n")
    env: dict[str, object] = {}
    tokens = MarkdownIt("commonmark").enable("table").parse(body, env)
    if env.get("references"):
        yield "ada tautan"
    yield from _blocks(tokens, body.split("\n"))


def _blocks(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    for n, token in enumerate(tokens):
        if token.type == "inline":
            yield from _words(token, lines)
        elif token.type == "fence":
            yield from _fence(token, lines)
        elif token.type == "html_block":
            found = _DETAILS.fullmatch(token.content)
            yield from _text(html.unescape(found[1] or "")) if found else ["ada HTML"]
        elif token.type == "code_block":
            yield "ada pagar kode yang tidak dikenal"
        elif token.type == "blockquote_open" and (n or lines[0] != CAUTION):
            yield "ada kutipan"
        elif token.type.removesuffix("_open").removesuffix("_close") not in _BLOCKS:
            yield "ada bagian yang tidak dikenal"


def _words(token: Token, lines: Sequence[str]) -> Iterator[str]:
    first, last = token.map or (0, len(lines))
    source = "\n".join(lines[first:last])
    if "$" in source:
        yield "ada rumus"
    if _FOOTNOTE.search(source):
        yield "ada catatan kaki"
    words = ""
    for child in token.children or ():
        if child.type in ("link_open", "image"):
            yield "ada tautan"
        elif child.type == "html_inline":
            yield "ada HTML"
        elif child.type not in _INLINE and child.type != "link_close":
            yield "ada bagian yang tidak dikenal"
        # A mark between two letters must not hide that they stand side by side.
        words += child.content if child.type == "text" else "\n"
    yield from _text(words)


def _text(words: str) -> Iterator[str]:
    if _MENTION.search(words):
        yield "ada sebutan nama (@)"
    if _REFERENCE.search(words):
        yield "ada rujukan ke nomor"
    if _ADDRESS.search(words):
        yield "ada alamat"


def _fence(token: Token, lines: Sequence[str]) -> Iterator[str]:
    if token.markup != "```" or token.info != "mermaid":
        yield "ada pagar kode yang tidak dikenal"
        return
    last = token.map[1] - 1 if token.map else 0
    if lines[last] != "```" or "```" in token.content:
        yield "pagar kode tidak berpasangan"
    for line in token.content.split("\n"):
        bare = _TWO_HEADS.sub(" ", line).replace("<br/>", "")
        strange = "@" in line or "<" in bare or "javascript:" in line.lower()
        if strange or _ADDRESS.search(line) or _ACTIVE_IN_DIAGRAM.search(_LABEL.sub("", line)):
            yield "diagram memuat sesuatu yang aktif"
