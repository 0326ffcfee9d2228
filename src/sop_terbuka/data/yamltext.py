"""Writes plain values as YAML in the style of our data, with comments above what is unsure."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .syntax import is_word_quoted

_WIDTH = 100
_NEEDS_QUOTES = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`=~<]|:\s|:$|\s#|[\s]$|^$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"""
)
_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[^\s])")


@dataclass(frozen=True)
class Noted:
    """A value with remarks for whoever checks it."""

    value: Any
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Flow:
    """A record that is written on one line where it fits."""

    value: Mapping[str, Any]


def text_of(record: Mapping[str, Any]) -> str:
    """A whole file."""
    return "\n".join(_mapping(record, "")) + "\n"


def sequence_text(items: Sequence[Any], indent: str) -> str:
    """Items of a list as lines, to be put into a file at this indent."""
    return "\n".join(_sequence(items, indent)) + "\n"


def scalar(text: str, in_flow: bool = False) -> str:
    """A text as YAML on one line."""
    needs_quotes = _NEEDS_QUOTES.search(text) or is_word_quoted(text)
    if needs_quotes or (in_flow and _IN_FLOW.search(text)):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        escaped = re.sub(
            r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", escaped
        )
        return f'"{escaped}"'
    return text


def _mapping(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, raw in record.items():
        value, notes = _open(raw)
        if _is_empty(value):
            continue
        yield from _comments(notes, indent)
        yield from _entry(f"{indent}{key}:", value, indent)


def _is_empty(value: Any) -> bool:
    """Whether nothing would be written; an empty text is something."""
    if isinstance(value, Mapping):
        return all(_is_empty(_open(item)[0]) for item in value.values())
    return value is None or value == []


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(head, value, indent)
    elif isinstance(value, Flow):
        yield f"{head} {_flow(value.value)}"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, indent + "  ")
    elif all(isinstance(item, str) for item in value) and _short(head, value):
        yield f"{head} [{', '.join(scalar(item, in_flow=True) for item in value)}]"
    else:
        yield head
        yield from _sequence(value, indent + "  ")


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    """A text on one line, or folded over several where it is long and plain."""
    is_plain = not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|  ", text)
    if len(head) + len(text) < _WIDTH or not is_plain or text != text.strip():
        yield f"{head} {scalar(text)}"
        return
    yield f"{head} >-"
    for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}  {line}"


def _short(head: str, items: Sequence[str]) -> bool:
    words = sum(len(item) + 2 for item in items)
    return len(head) + words < _WIDTH and all(len(item) < 40 for item in items)


def _sequence(items: Sequence[Any], indent: str) -> Iterator[str]:
    for raw in items:
        value, notes = _open(raw)
        yield from _comments(notes, indent)
        if isinstance(value, str):
            yield from _text(f"{indent}-", value, indent)
        elif isinstance(value, Flow) and len(indent) + len(_flow(value.value)) < _WIDTH:
            yield f"{indent}- {_flow(value.value)}"
        else:
            record = value.value if isinstance(value, Flow) else value
            lines = list(_mapping(record, indent + "  "))
            first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from lines[:first]
            yield f"{indent}- {lines[first].lstrip()}"
            yield from lines[first + 1 :]


def _flow(record: Any) -> str:
    value, _ = _open(record)
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Flow):
        value = value.value
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key}: {_flow(item)}" for key, item in value.items() if item)
        return f"{{{inside}}}"
    return f"[{', '.join(_flow(item) for item in value)}]"


def _open(raw: Any) -> tuple[Any, tuple[str, ...]]:
    return (raw.value, raw.notes) if isinstance(raw, Noted) else (raw, ())


def _comments(notes: Sequence[str], indent: str) -> Iterator[str]:
    for note in dict.fromkeys(notes):
        yield f"{indent}# PERIKSA: {' '.join(note.split())}"
