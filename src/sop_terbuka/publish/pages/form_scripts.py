"""The scripts of the forms as browsers get them: one file at once, another when it is needed.

Written as small modules: twenty requests would wait for each other on a phone.
Published as classic scripts: from a folder browsers load no others.
A module of a file is a function that returns its exports, so that only those can meet.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..classic import bare, dense

# The one name that the scripts take on a page.
SHELF = "SopFormulir"
_SOURCE = Path(__file__).parent / "scripts" / "formulir"
ENTRY, LATER = "start.js", "papers.js"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)


@cache
def scripts() -> dict[str, bytes]:
    """Every script by its published name; the worker is `luring.js`."""
    sources = {path.name: bare(path) for path in sorted(_SOURCE.glob("*.mjs"))}
    first = list(_in_order(sources, "start.mjs"))
    later = [name for name in _in_order(sources, "papers.mjs") if name not in first]
    published = {
        ENTRY: _joined({name: sources[name] for name in first}),
        # What is loaded later finds its share in the first file, which is then already there.
        LATER: _joined({name: sources[name] for name in later}),
        "luring.js": bare(_SOURCE / "luring.js"),
    }
    return {name: dense(text).encode() for name, text in published.items()}


def _in_order(sources: dict[str, str], name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The modules that one needs, each behind those that it needs itself."""
    if name in above:
        raise ValueError(f"scripts of the forms need each other: {' > '.join((*above, name))}")
    found: dict[str, None] = {}
    for _, needed in _IMPORT.findall(sources[name]):
        found |= dict.fromkeys(_in_order(sources, needed, (*above, name)))
    yield from found
    yield name


def _joined(modules: dict[str, str]) -> str:
    """Modules as one classic script, which shelves what each of them exports."""
    parts: list[str] = []
    exported: list[str] = []
    taken: set[str] = set()
    for source in modules.values():
        names = [name for _, name in _EXPORT.findall(source)]
        if twice := set(names) & set(exported):
            raise ValueError(f"scripts of the forms export the same name: {sorted(twice)}")
        exported += names
        for needed, origin in _IMPORT.findall(source):
            if origin not in modules:
                taken |= set(re.findall(r"\w+", needed))
        body = _EXPORT.sub(r"\1", _IMPORT.sub("", source)).strip()
        given = f"\nreturn {{ {', '.join(names)} }};" if names else ""
        result = f"const {{ {', '.join(names)} }} = " if names else ""
        parts.append(f"{result}(() => {{\n{body}{given}\n}})();\n")
    start = f"const {{ {', '.join(sorted(taken))} }} = self.{SHELF};\n" if taken else ""
    end = f"self.{SHELF} = Object.assign(self.{SHELF} || {{}}, {{ {', '.join(exported)} }});\n"
    return f'"use strict";\n(() => {{\n{start}{"".join(parts)}{end}}})();\n'
