"""The library that comes with the program: laws, glossary, topics, audiences, problems.

Called by draft, and by the portal of many sites. A site's own file or item with an id of the
library needs only the keys it changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from . import texts
from .check import Entry, check
from .model import Peraturan
from .node import Node, read_file

_LISTS = ("istilah", "topik", "audiens", "masalah")
FOLDER = Path(__file__).parents[1] / "pustaka"


@dataclass(frozen=True)
class Pustaka:
    """The library by id: regulations as records, the items of its lists as nodes, in order."""

    peraturan: Mapping[str, Entry[Peraturan]]
    istilah: Mapping[str, Node]
    topik: Mapping[str, Node]
    audiens: Mapping[str, Node]
    masalah: Mapping[str, Node]


@cache
def library() -> Pustaka:
    """The library of this program, read once."""
    return read(FOLDER)


def read(folder: Path) -> Pustaka:
    """A library in a folder; its files are the program's own and are held to the rules by tests."""
    laws = {path.stem: _law(path) for path in sorted((folder / "peraturan").glob("*.yml"))}
    lists = (_items(folder / f"{key}.yml", key) for key in _LISTS)
    return Pustaka(laws, *lists)


def laid_over(shared: Node, own: Node) -> Node:
    """A record of the library with the keys that a site writes in their place."""
    assert isinstance(shared.value, dict)
    assert isinstance(own.value, dict)
    return Node(
        own.line, own.column, shared.value | own.value, (shared.keys or {}) | (own.keys or {})
    )


def with_items(shared: Mapping[str, Node], own: Node | None, key: str) -> Node:
    """A list of a site followed by what the library has besides; the site's keep their numbers."""
    node = own or Node(1, 1, {}, {})
    value = node.value if isinstance(node.value, dict) else {}
    listed = value.get(key)
    if own and not (listed and isinstance(listed.value, list)):
        return own  # Broken: its own problem is the only thing to say.
    items = list(listed.value) if listed and isinstance(listed.value, list) else []
    made = [laid_over(shared[i], item) if (i := _id(item)) in shared else item for item in items]
    known = {_id(item) for item in items}
    made += [item for name, item in shared.items() if name not in known]
    line, column = (listed.line, listed.column) if listed else (1, 1)
    return Node(node.line, node.column, value | {key: Node(line, column, made)}, node.keys)


def _law(path: Path) -> Entry[Peraturan]:
    node, shown = _node(path), f"pustaka/peraturan/{path.name}"
    entry, problems = check(node, shown, Peraturan, path.stem)
    problems += texts.problems(node, shown, Peraturan)
    if entry is None or problems:
        raise AssertionError(problems)
    return replace(entry, again=lambda: _node(path))


def _node(path: Path) -> Node:
    node, problems = read_file(path, f"pustaka/{path.name}")
    if node is None:
        raise AssertionError(problems)
    return node


def _items(path: Path, key: str) -> dict[str, Node]:
    if not path.is_file():
        return {}
    listed = _node(path).at((key,)).value
    assert isinstance(listed, list)
    return {_id(item): item for item in listed}


def _id(item: Node) -> str:
    found = item.at(("id",)) if isinstance(item.value, dict) and "id" in item.value else None
    return found.value if found and isinstance(found.value, str) else ""
