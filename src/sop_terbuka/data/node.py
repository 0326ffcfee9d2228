"""YAML as the author wrote it: every scalar stays text and knows its line and column."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .problem import Place, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 30

# The C loader is ten times faster; both give the same nodes.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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


def read_file(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file; `shown` is the path in messages.

    A file that cannot be used gives no node and says why.
    """
    text, problems = read_source(path, shown)
    return read_text(text, shown) if text is not None else (None, problems)


def read_source(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Read one text file; a file that cannot be used gives no text and says why."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return None, [_too_big(shown, size)]
        raw = path.read_bytes()
    except OSError as error:
        pesan = f"berkas tidak dapat dibaca: {_reason(error)}."
        return None, [Place(shown).problem("berkas-tak-terbaca", pesan)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        saran = "Simpan ulang; di Notepad: Simpan Sebagai, pengodean UTF-8."
        place = Place(shown, *_place_after(before))
        return None, [place.problem("bukan-utf8", "berkas bukan teks UTF-8.", saran)]


def read_text(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text; see `read_file`."""
    if stray := _CONTROL.search(text):
        place = Place(shown, *_place_after(text[: stray.start()]))
        return None, [place.problem("yaml-tak-terbaca", *_CONTROL_WORDS)]
    problems: list[Problem] = []
    try:
        root = _root(text, shown, problems)
    except yaml.MarkedYAMLError as error:
        return None, [*problems, _syntax_problem(error, text, shown)]
    if any(problem.aturan == "yaml-alias" for problem in problems):
        return None, problems
    if root is None or root.value == "":
        saran = "Isi paling sedikit kunci wajib."
        return None, [*problems, Place(shown).problem("berkas-kosong", "berkas kosong.", saran)]
    if not isinstance(root.value, dict):
        pesan = "isi berkas harus berupa pasangan kunci: nilai."
        problems.append(Place(shown, root.line, root.column).problem("jenis-salah", pesan))
        return None, problems
    return root, problems


_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL_WORDS = ("ada aksara kendali yang tidak boleh di sini.", "Hapus aksara itu.")


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


def _place_after(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


_ONE_DOCUMENT = "satu berkas hanya memuat satu dokumen YAML. Hapus baris --- atau titik tiga itu."
_QUOTE = "tanda kutip yang dibuka di sini tidak ditutup."
_TOO_DEEP = "too deep"
_MANY = "document start"
_PERCENT = "baris yang diawali tanda % tidak dipakai di sini. Hapus baris itu."

# What libyaml or PyYAML says, what it means, and whether the author should look where it began.
_CAUSES = (
    (_TOO_DEEP, "isi berkas terlalu bertingkat. Periksa indentasi dan tanda kurungnya.", False),
    ("unexpected end of stream", _QUOTE, True),
    ("unexpected document", _QUOTE, True),
    (
        "escape c",
        "tanda \\ di dalam tanda kutip ganda berarti lain. Pakai tanda kutip tunggal.",
        False,
    ),
    ("',' or ']'", "kurung siku yang dibuka di sini tidak ditutup, atau kurang koma.", True),
    ("',' or '}'", "kurung kurawal yang dibuka di sini tidak ditutup, atau kurang koma.", True),
    ("expected ':'", 'tidak ada titik dua sesudah kunci. Tulis "kunci: nilai".', True),
    (
        "mapping values are not allowed",
        "titik dua ini membingungkan. Apit teks yang memuat titik dua dengan tanda kutip, "
        "dan luruskan kunci dengan kunci di atasnya.",
        False,
    ),
    (
        "sequence entries are not allowed",
        "tanda - untuk butir daftar ditulis di baris sendiri, di bawah kuncinya.",
        False,
    ),
    ("block scalar", "sesudah tanda | atau >, teks ditulis di baris berikutnya.", False),
    ("scanning an alias", "teks yang diawali tanda * harus diapit tanda kutip.", True),
    ("scanning an anchor", "teks yang diawali tanda & harus diapit tanda kutip.", True),
    ("tag", "teks yang diawali tanda ! harus diapit tanda kutip.", True),
    ("mapping keys are not allowed", "teks yang diawali tanda ? harus diapit tanda kutip.", False),
    (_MANY, _ONE_DOCUMENT, False),
    ("directive", _PERCENT, True),
    ("incompatible YAML", _PERCENT, False),
    (
        "expected",
        "baris ini tidak lurus dengan baris di atasnya, atau ada teks sesudah tanda kutip penutup. "
        "Periksa baris ini dan baris di atasnya.",
        False,
    ),
)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    pesan = "susunan YAML tidak dapat dibaca. Periksa baris ini dan baris di atasnya."
    character = _character_at(text, mark)
    if character == "\t":
        pesan = "baris ini menjorok dengan tab. Ganti dengan spasi."
    elif not character and "node content" in said:
        pesan = "ada kurung siku atau kurung kurawal yang belum ditutup di atas baris ini."
    elif "cannot start any token" in said or "node content" in said:
        pesan = f"nilai tidak boleh diawali tanda {character} begitu saja. Apit dengan tanda kutip."
    else:
        for sign, words, is_at_start in _CAUSES:
            if sign in said:
                pesan = words
                mark = (error.context_mark or mark) if is_at_start else mark
                break
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Place(shown, line, column).problem("yaml-tak-terbaca", pesan)


def _character_at(text: str, mark: Any) -> str:
    lines = text.splitlines()
    if mark is None or mark.line >= len(lines):
        return ""
    return str(lines[mark.line][mark.column : mark.column + 1])


def _root(text: str, shown: str, problems: list[Problem]) -> Node | None:
    # From the events, as PyYAML's own nodes cost twice the time and follow aliases without end.
    events = yaml.parse(text, Loader=_Loader)
    root = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem=_MANY, problem_mark=mark)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, events, shown, problems, 0)
            root = root or node
    return root


def _place(event: Any, shown: str) -> Place:
    return Place(shown, event.start_mark.line + 1, event.start_mark.column + 1)


def _node(
    event: Any, events: Iterator[Any], shown: str, problems: list[Problem], depth: int
) -> Node:
    at = _place(event, shown)
    if depth > MAX_DEPTH:
        raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        pesan = f"alias YAML *{event.anchor} tidak dipakai di sini."
        problems.append(at.problem("yaml-alias", pesan, f"Tulis isinya lengkap{_OR_QUOTE}"))
        return Node(at.baris, at.kolom, "")
    if event.anchor:
        pesan = f"jangkar YAML &{event.anchor} tidak dipakai di sini."
        problems.append(at.problem("yaml-alias", pesan, f"Hapus tanda itu{_OR_QUOTE}"))
    if event.tag:
        typed = event.tag.replace("tag:yaml.org,2002:", "!!")
        pesan = f'tanda jenis YAML "{typed}" tidak dipakai di sini.'
        problems.append(at.problem("yaml-tag", pesan, f"Hapus tanda itu{_OR_QUOTE}"))
    if isinstance(event, yaml.ScalarEvent):
        return Node(at.baris, at.kolom, _text(event, at, problems))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(event, events, shown, problems, depth)
    items = []
    while not isinstance(item := next(events), yaml.SequenceEndEvent):
        items.append(_node(item, events, shown, problems, depth + 1))
    return Node(at.baris, at.kolom, items)


_OR_QUOTE = ", atau apit dengan tanda kutip bila memang teks."


def _text(event: yaml.ScalarEvent, at: Place, problems: list[Problem]) -> str:
    text = str(event.value)
    # An escape such as "\x00" brings in what the file itself may not hold.
    if _CONTROL.search(text):
        problems.append(at.problem("yaml-tak-terbaca", *_CONTROL_WORDS))
        return _CONTROL.sub("", text)
    # Those who know YAML write these for "nothing"; read as texts they would be published.
    if text in ("~", "null", "Null", "NULL") and event.implicit[0]:
        return ""
    return text


def _mapping(
    event: Any, events: Iterator[Any], shown: str, problems: list[Problem], depth: int
) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Node] = {}
    while not isinstance(key_event := next(events), yaml.MappingEndEvent):
        at = _place(key_event, shown)
        key = _node(key_event, events, shown, problems, depth + 1).value
        value = _node(next(events), events, shown, problems, depth + 1)
        if not isinstance(key, str):
            saran = "Apit teks yang diawali { atau [ dengan tanda kutip."
            problems.append(at.problem("jenis-salah", "kunci harus berupa teks.", saran))
        elif key != key.strip():
            pesan = "ada spasi yang bukan spasi biasa pada kunci ini."
            problems.append(at.problem("yaml-tak-terbaca", pesan, "Ketik ulang spasinya."))
        elif key in values:
            pesan = f'kunci "{key}" sudah ditulis di baris {keys[key].line}.'
            problems.append(at.problem("kunci-ganda", pesan, "Hapus salah satu."))
        else:
            keys[key] = Node(at.baris, at.kolom, key)
            values[key] = value
    return Node(*_place(event, shown)[1:3], values, keys)
