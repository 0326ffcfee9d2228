"""Gives the items of lists an id of their own: made once from their words, kept ever after.

Called by `sop migrasi`, and for drafts by `sop impor` and `sop baru --dari`. Only the ids are
written; every other character stays as the author has it.
"""

import re
from collections.abc import Iterator, Mapping

import yaml

from ..data.alamat import PART, names, position
from ..data.stray import RESERVED
from . import edit

_OF_SOP = (
    ("dasar_hukum",), ("keterkaitan",), ("siapa",), ("persyaratan",), ("biaya", "tarif"),
    ("produk",), ("jam",), ("kanal",), ("bukan_di_sini",),
)  # fmt: skip
_OF_OFFICE = (("kontak",), ("jam",), ("pengaduan",))
# Where an author's note names a place of its own SOP.
_NOTES = ("koreksi", "perubahan", "tanggapan")


def with_ids(files: Mapping[str, str]) -> dict[str, str]:
    """The files whose text has to change, by name, with their new text."""
    made = {}
    for name, text in files.items():
        folder, _, rest = name.partition("/")
        office, _, slug = rest.partition("/")
        if folder != "sop_data" or not slug or office in RESERVED:
            continue
        is_office = slug.partition(".")[0] == "instansi"
        try:
            new = _office(text) if is_office else _sop(text)
        except (yaml.YAMLError, edit.EditError) as error:
            said = "belum dapat dibaca. Perbaiki dahulu menurut sop periksa."
            raise edit.EditError(f"{name} {said}") from error
        if new != text:
            made[name] = new
    return made


def _sop(text: str) -> str:
    for path in _OF_SOP:
        text = _with_ids(text, path)
    return _by_id(text)


def _office(text: str) -> str:
    for path in _OF_OFFICE:
        text = _with_ids(text, path)
    places = edit.at(edit.plain(text), ("tempat",))
    for n in range(len(places) if isinstance(places, list) else 0):
        text = _with_ids(text, ("tempat", n, "kontak"))
    return text


def _with_ids(text: str, path: edit.Path) -> str:
    """The text with an id in front of the first key of every item of one list that has none."""
    items = edit.at(edit.plain(text), path)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return text
    found = names(items, str(path[-1]))
    nodes = _node(text, path)
    for n in reversed(range(len(items))):
        item = items[n]
        if isinstance(item, dict) and "id" not in item and nodes.value[n].value:
            start = nodes.value[n].value[0][0].start_mark
            assert start is not None
            gap = ", " if nodes.value[n].flow_style else _newline(text) + " " * start.column
            text = f"{text[: start.index]}id: {found[n]}{gap}{text[start.index :]}"
    after = edit.at(edit.plain(text), path)
    assert isinstance(after, list)
    expected = [
        {"id": name} | item if isinstance(item, dict) else item
        for name, item in zip(found, items, strict=True)
    ]
    if expected != after:
        raise edit.EditError(f"{'.'.join(map(str, path))}: id tidak dapat ditulis di sini.")
    return text


def _by_id(text: str) -> str:
    """The text whose notes name the items of lists by id where they named them by number."""
    record = edit.plain(text)
    for path, written in _places(record):
        named = _renamed(record, written)
        if named != written:
            text = edit.change(text, path, named)
    return text


def _places(record: edit.Plain) -> Iterator[tuple[edit.Path, str]]:
    for key in _NOTES:
        notes = edit.at(record, (key,))
        for n, note in enumerate(notes if isinstance(notes, list) else []):
            written = note.get("pada") if isinstance(note, dict) else None
            if isinstance(written, str) and re.search(r"\[[0-9]+\]", written):
                yield (key, n, "pada"), written


def _renamed(record: edit.Plain, pada: str) -> str:
    current, parts = record, []
    for part in pada.split("."):
        match = PART.fullmatch(part)
        if not match or not isinstance(current, dict) or match["key"] not in current:
            return pada
        current = current[match["key"]]
        if match["pick"] is not None:
            at = (
                position(current, match["key"], match["pick"])
                if isinstance(current, list)
                else None
            )
            if at is None or not isinstance(current, list):
                return pada
            current = current[at]
            if isinstance(current, dict) and "id" in current:
                part = f"{match['key']}[{current['id']}]"
        parts.append(part)
    return ".".join(parts)


def _node(text: str, path: edit.Path) -> yaml.CollectionNode:
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    for part in path:
        assert isinstance(node, yaml.CollectionNode)
        node = (
            node.value[part]
            if isinstance(part, int)
            else next(value for key, value in node.value if key.value == part)
        )
    assert isinstance(node, yaml.CollectionNode)
    return node


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
