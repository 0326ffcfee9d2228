"""Writes what rooms and benchmarks say of themselves into the page for developers.

`python tools/rooms.py` after a change of such a docstring; a test fails until it is done.
"""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/pengembang/index.md"
# In the order in which data flows through them.
ROOMS = ("data", "meaning", "revise", "intake", "publish", "generator", "commands")
ROOMS_AT = ("<!-- rooms: written by tools/rooms.py -->", "<!-- end of rooms -->")
BENCHMARKS_AT = ("<!-- benchmarks: written by tools/rooms.py -->", "<!-- end of benchmarks -->")


def rooms(package: Path) -> str:
    """Every room with its whole docstring, and the rooms within it with their first words."""
    parts = []
    for room in ROOMS:
        parts.append(f"### `{room}` {{#{room}}}\n\n{_docstring(package / room / '__init__.py')}")
        inner = sorted(path.parent for path in (package / room).rglob("*/__init__.py"))
        if inner:
            parts.append("\n".join(_line(package, folder) for folder in inner))
    return "\n\n".join(parts)


def benchmarks(folder: Path) -> str:
    """Every script that can be run, with its first words; what it takes stands in the script."""
    said = {path.name: _docstring(path) for path in sorted(folder.glob("*.py"))}
    return "\n".join(_item(name, text) for name, text in said.items() if "\n\nRun: " in text)


def page(text: str, root: Path) -> str:
    """The page's text with rooms and benchmarks as they are now."""
    made = _between(text, ROOMS_AT, rooms(root / "src/sop_terbuka"))
    return _between(made, BENCHMARKS_AT, benchmarks(root / "benchmarks"))


def _between(text: str, marks: tuple[str, str], content: str) -> str:
    before, _, rest = text.partition(marks[0])
    _, _, after = rest.partition(marks[1])
    return f"{before}{marks[0]}\n\n{content}\n\n{marks[1]}{after}"


def _line(package: Path, folder: Path) -> str:
    return _item(folder.relative_to(package).as_posix(), _docstring(folder / "__init__.py"))


def _item(name: str, text: str) -> str:
    first = text.split("\n\n")[0]
    return f"- `{name}`: {re.sub(r'^[A-Z](?=[a-z ])', lambda m: m[0].lower(), first)}"


def _docstring(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    # One line a paragraph: the width of the code means nothing here.
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf-8")
    after = page(before, ROOT)
    PAGE.write_text(after, encoding="utf-8")
    print("ditulis" if after != before else "sudah sesuai", file=sys.stderr)
