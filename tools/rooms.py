"""Writes what each room of the library says of itself into the page for developers.

`python tools/rooms.py` after a change of a room's docstring; a test fails until it is done.
"""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/pengembang/index.md"
# In the order in which data flows through them.
ROOMS = ("data", "meaning", "revise", "intake", "publish", "generator", "commands")
START, END = "<!-- rooms: written by tools/rooms.py -->", "<!-- end of rooms -->"


def rooms(package: Path) -> str:
    """Every room with its whole docstring, and the rooms within it with their first words."""
    parts = []
    for room in ROOMS:
        parts.append(f"### `{room}` {{#{room}}}\n\n{_docstring(package / room)}")
        inner = sorted(path.parent for path in (package / room).rglob("*/__init__.py"))
        if inner:
            parts.append("\n".join(_line(package, folder) for folder in inner))
    return "\n\n".join(parts)


def page(text: str, package: Path) -> str:
    """The page's text with the rooms as they are now."""
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{rooms(package)}\n\n{END}{after}"


def _line(package: Path, folder: Path) -> str:
    name = folder.relative_to(package).as_posix()
    first = _docstring(folder).split("\n\n")[0]
    return f"- `{name}`: {re.sub(r'^[A-Z](?=[a-z ])', lambda m: m[0].lower(), first)}"


def _docstring(folder: Path) -> str:
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    text = ast.get_docstring(tree) or ""
    # One line a paragraph: the width of the code means nothing here.
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf-8")
    after = page(before, ROOT / "src/sop_terbuka")
    PAGE.write_text(after, encoding="utf-8")
    print("ditulis" if after != before else "sudah sesuai", file=sys.stderr)
