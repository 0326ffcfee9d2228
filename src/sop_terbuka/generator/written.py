"""Hand-written pages: what their heads say, and their macros, before the macros plugin sees them.

Called by plugin. A wrong name or an open brace becomes a problem with its line; the plugin would
answer with a traceback of its own.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..data.problem import Problem
from ..data.words import suggestion

# In the head of a page: the language of its text, where it is not Indonesian.
_LANGUAGE = "bahasa"
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def language(meta: Mapping[str, object]) -> str:
    """The language that a page names; nothing where it names none, or no code."""
    named = meta.get(_LANGUAGE)
    return named if isinstance(named, str) and _CODE.fullmatch(named) else ""


def head_problems(meta: Mapping[str, object], text: str, name: str) -> Iterator[Problem]:
    """What is wrong in a page's head."""
    if meta.get(_LANGUAGE) and not language(meta):
        line = _line(text, _LANGUAGE)
        said = f'"{meta[_LANGUAGE]}" bukan kode bahasa. Tulis kodenya, misalnya en.'
        yield Problem(name, line, 1, _LANGUAGE, said, "bahasa-salah")


def undrawn(text: str, name: str) -> Problem:
    """A diagram in Mermaid on a site that has no Mermaid."""
    said = "diagram Mermaid digambar oleh skripnya, dan situs ini tidak memuatnya. Simpan "
    said += "mermaid.min.js di docs/, lalu sebut di extra_javascript."
    return Problem(name, _line(text, "mermaid"), 1, "", said, "mermaid-tanpa-skrip")


def _line(text: str, word: str) -> int:
    rows = enumerate(text.splitlines(), 1)
    return next((n for n, row in rows if word in row), 1)


def problems(
    text: str, name: str, first_line: int, known: Collection[str], marks: dict[str, str]
) -> Iterator[Problem]:
    """What cannot be run in a page's text; `marks` are the macros plugin's own comment marks."""
    environment = Environment(autoescape=True, **marks)  # type: ignore[arg-type]
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        said = 'kurung "{{ }}" atau "{% %}" tidak ditutup, atau isinya salah tulis.'
        yield Problem(name, first_line + error.lineno - 1, 1, "", said, "makro-salah")
        return
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in own and node.name not in known:
            listed = sorted(name for name in known if name.islower())
            hint = suggestion(node.name, listed) or f" Yang ada: {', '.join(listed)}."
            said = f'"{node.name}" tidak dikenal di halaman.{hint}'
            yield Problem(name, first_line + node.lineno - 1, 1, "", said, "makro-salah")
