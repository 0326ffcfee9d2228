"""Which of our own code makes a file: only a change there makes it anew.

Called by workshop. What stands in a file is a value and part of its key, however it was worked out;
so the code that counts is what turns the value into bytes: the modules that the writing function
imports, what those import, and the templates and fonts beside them.
"""

import hashlib
import importlib.util
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_PACKAGE = __name__.partition(".")[0]
_ASSETS = frozenset({".j2", ".ttf", ".typ"})
# Records come as values: what they hold is in the key.
_RECORDS = (f"{_PACKAGE}.data.catalog", f"{_PACKAGE}.data.model")
# Python's own parser would take half a second for all of them.
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n]+)|import[ \t]+([\w.]+))",
    re.MULTILINE,
)
_FONTS = _ROOT / "publish" / "papers" / "fonts"


def code_of(make: Callable[..., Any], maker: str = "") -> str:
    """The hash of everything of ours that a writing function runs or reads.

    `maker` is the module that worked out the value, which is in the key.
    """
    while isinstance(make, partial):
        make = make.func
    return _hash(make.__module__, getattr(make, "__name__", ""), maker)


@cache
def _hash(module: str, function: str, maker: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(files_of(module, function, maker)):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def files_of(module: str, function: str, maker: str = "") -> frozenset[Path]:
    """The files of ours that a function of a module runs or reads."""
    path = _path(module)
    if path is None:
        return frozenset()
    text = path.read_text(encoding="utf-8")
    body = re.search(rf"^def {re.escape(function)}\(.*?(?=^\S|\Z)", text, re.DOTALL | re.MULTILINE)
    # A function that loads its writer itself keeps the rest of its module out of this.
    begin = set(_imported(body[0], module)) if body else set()
    found = _followed(begin or {module}, maker if maker != module else "")
    paths = {path} | {there for name in found if (there := _path(name))}
    folders = {there.parent for there in paths} | {_FONTS}
    return frozenset(paths | {p for at in folders for p in at.iterdir() if p.suffix in _ASSETS})


def _followed(begin: set[str], maker: str) -> set[str]:
    """The modules and all that they import; from the maker on only its neighbours.

    The value's class may stand beside the maker, with words of its own that a writer asks for.
    """
    found: set[str] = set()
    waiting = sorted(begin)
    while waiting:
        name = waiting.pop()
        if name not in found and _counts(name):
            found.add(name)
            waiting += _imports(name) if name != maker else ()
    room = maker.rpartition(".")[0]
    waiting = [maker] if maker in found else []
    while waiting:
        beside = [n for n in _imports(waiting.pop()) if n.rpartition(".")[0] == room]
        fresh = [name for name in beside if name not in found and _counts(name)]
        found.update(fresh)
        waiting += fresh
    return found


def _counts(module: str) -> bool:
    return _path(module) is not None and not module.startswith(_RECORDS)


@cache
def _imports(module: str) -> tuple[str, ...]:
    path = _path(module)
    return tuple(_imported(path.read_text(encoding="utf-8"), module)) if path else ()


def _imported(text: str, module: str) -> Iterator[str]:
    """The modules of ours that a part of a module names, also those inside its functions."""
    path = _path(module)
    is_package = path is not None and path.name == "__init__.py"
    here = module if is_package else module.rpartition(".")[0]
    for found in _IMPORT.finditer(text):
        if found[3]:
            yield found[3]
            continue
        dots = len(found[1]) - len(found[1].lstrip("."))
        base = importlib.util.resolve_name(found[1], here) if dots else found[1]
        for name in re.findall(r"(\w+)(?:\s+as\s+\w+)?", found[2]):
            inner = f"{base}.{name}"
            yield inner if _path(inner) else base


@cache
def _path(module: str) -> Path | None:
    """The file of a module of ours; None for another's, and for a name that is no module."""
    top, _, rest = module.partition(".")
    if top != _PACKAGE:
        return None
    place = _ROOT.joinpath(*rest.split(".")) if rest else _ROOT
    for path in (place / "__init__.py", place.with_suffix(".py")):
        if path.is_file():
            return path
    return None
