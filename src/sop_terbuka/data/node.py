"""YAML as the author wrote it: every scalar stays text and knows its line and column."""

import codecs
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from . import syntax
from .problem import Place, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
_SHORT = 60
# Every value has two numbers; kept once each they take a tenth of the room.
_NUMBERS = tuple(range(5000))


def _number(n: int) -> int:
    return _NUMBERS[n] if n < len(_NUMBERS) else n


# The C loader is ten times faster; both give the same nodes.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class _Reading:
    """What every node of one file is read with: its name, its lines, and the problems so far."""

    shown: str
    lines: list[str]
    problems: list[Problem]

    def at(self, event: Any) -> Place:
        """Where an event begins."""
        mark = event.start_mark
        return Place(self.shown, _number(mark.line + 1), _number(mark.column + 1))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file: text, list or mapping, with the place where it stands."""

    line: int
    column: int
    value: "str | list[Node] | dict[str, Node]"
    keys: "dict[str, Node] | None" = None

    def plain(self) -> object:
        """The value without places: text, lists and mappings."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        return self.value

    def at(self, path: tuple[int | str, ...]) -> "Node":
        """The node at the end of the path, or the last one that exists on the way."""
        node = self
        for part in path:
            if isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
            elif isinstance(node.value, dict) and part in node.value:
                node = node.value[str(part)]
            else:
                break
        return node

    def key(self, path: tuple[int | str, ...]) -> "Node":
        """The node of the key that the path ends with; the value's node where it is no key."""
        if not path:
            return self
        parent = self.at(path[:-1])
        return (parent.keys or {}).get(str(path[-1])) or self.at(path)


def read_file(source: Path | bytes, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file, or its content; `shown` is the path in messages.

    A file that cannot be used gives no node and says why.
    """
    text, problems = read_source(source, shown)
    return read_text(text, shown) if text is not None else (None, problems)


def read_source(source: Path | bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """Read one text file; a file that cannot be used gives no text and says why."""
    try:
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        if size > MAX_BYTES:
            return None, [_too_big(shown, size)]
        raw = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        pesan = f"berkas tidak dapat dibaca: {_reason(error)}."
        return None, [Place(shown).problem("berkas-tak-terbaca", pesan)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        saran = "Simpan ulang; di Notepad: Simpan Sebagai, pengodean UTF-8."
        place = Place(shown, *syntax.place_after(before))
        return None, [place.problem("bukan-utf8", "berkas bukan teks UTF-8.", saran)]


def read_text(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text; see `read_file`."""
    if found := syntax.before(text, shown):
        return None, found
    problems: list[Problem] = []
    try:
        root = _root(text, _Reading(shown, text.splitlines(), problems))
    except yaml.MarkedYAMLError as error:
        return None, [*problems, syntax.explained(error, text, shown)]
    if any(problem.aturan in ("yaml-alias", "yaml-tak-terbaca") for problem in problems):
        return None, problems
    if root is None or root.value == "":
        saran = "Isi paling sedikit kunci wajib."
        return None, [*problems, Place(shown).problem("berkas-kosong", "berkas kosong.", saran)]
    if not isinstance(root.value, dict):
        pesan = "isi berkas harus berupa pasangan kunci: nilai."
        problems.append(Place(shown, root.line, root.column).problem("jenis-salah", pesan))
        return None, problems
    return root, problems


def _too_big(shown: str, size: int) -> Problem:
    return Place(shown).problem(
        "berkas-terlalu-besar",
        f"berkas terlalu besar ({size} bita, paling besar {MAX_BYTES}).",
        saran="Periksa apakah berkas ini memang data SOP.",
    )


def _reason(error: OSError) -> str:
    # The system's own words are English.
    if isinstance(error, PermissionError):
        return "izin membacanya tidak ada"
    if isinstance(error, FileNotFoundError):
        return "berkas itu tidak ada"
    if isinstance(error, IsADirectoryError):
        return "itu folder"
    return "sistem menolak"


def _root(text: str, reading: _Reading) -> Node | None:
    # From the events, as PyYAML's own nodes cost twice the time and follow aliases without end.
    events = yaml.parse(text, Loader=_Loader)
    root = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem=syntax.MANY, problem_mark=mark)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, events, reading, 0)
            root = root or node
    return root


def _node(event: Any, events: Iterator[Any], reading: _Reading, depth: int) -> Node:
    at = reading.at(event)
    if depth > MAX_DEPTH:
        raise yaml.MarkedYAMLError(problem=syntax.TOO_DEEP, problem_mark=event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        pesan = f"alias YAML *{event.anchor} tidak dipakai di sini."
        saran = f"Tulis isinya lengkap{_OR_QUOTE}"
        reading.problems.append(at.problem("yaml-alias", pesan, saran))
        return Node(at.baris, at.kolom, "")
    if event.anchor:
        pesan = f"jangkar YAML &{event.anchor} tidak dipakai di sini."
        reading.problems.append(at.problem("yaml-alias", pesan, f"Hapus tanda itu{_OR_QUOTE}"))
    if event.tag:
        typed = event.tag.replace("tag:yaml.org,2002:", "!!")
        pesan = f'tanda jenis YAML "{typed}" tidak dipakai di sini.'
        reading.problems.append(at.problem("yaml-tag", pesan, f"Hapus tanda itu{_OR_QUOTE}"))
    if isinstance(event, yaml.ScalarEvent):
        return Node(at.baris, at.kolom, _text(event, at, reading))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(event, events, reading, depth)
    items = []
    while not isinstance(item := next(events), yaml.SequenceEndEvent):
        items.append(_node(item, events, reading, depth + 1))
    return Node(at.baris, at.kolom, items)


_OR_QUOTE = ", atau apit dengan tanda kutip bila memang teks."


def _text(event: yaml.ScalarEvent, at: Place, reading: _Reading) -> str:
    # Names, kinds and yes or no stand in thousands of places; each is kept once.
    text = sys.intern(event.value) if len(event.value) <= _SHORT else str(event.value)
    # An escape such as "\x00" brings in what the file itself may not hold.
    if syntax.CONTROL.search(text):
        reading.problems.append(at.problem("yaml-tak-terbaca", *syntax.CONTROL_WORDS))
        return syntax.CONTROL.sub("", text)
    # Those who know YAML write these for "nothing"; read as texts they would be published.
    if text in ("~", "null", "Null", "NULL") and event.implicit[0]:
        return ""
    if said := syntax.misread(event, reading.lines):
        reading.problems.append(at.problem(*said))
    return text


def _mapping(event: Any, events: Iterator[Any], reading: _Reading, depth: int) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Node] = {}
    found = reading.problems
    while not isinstance(key_event := next(events), yaml.MappingEndEvent):
        at = reading.at(key_event)
        key = _node(key_event, events, reading, depth + 1).value
        value = _node(next(events), events, reading, depth + 1)
        if not isinstance(key, str):
            saran = "Apit teks yang diawali { atau [ dengan tanda kutip."
            found.append(at.problem("jenis-salah", "kunci harus berupa teks.", saran))
        elif key != key.strip():
            pesan = "ada spasi yang bukan spasi biasa pada kunci ini."
            found.append(at.problem("yaml-tak-terbaca", pesan, "Ketik ulang spasinya."))
        elif key in values:
            pesan = f'kunci "{key}" sudah ditulis di baris {keys[key].line}.'
            found.append(at.problem("kunci-ganda", pesan, "Hapus salah satu."))
        else:
            keys[key] = Node(at.baris, at.kolom, key)
            values[key] = value
    return Node(*reading.at(event)[1:3], values, keys)
