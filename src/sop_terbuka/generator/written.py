"""Hand-written pages with macros, checked before the macros plugin sees them.

Called by plugin. A wrong name or an open brace becomes a problem with its line; the plugin would
answer with a traceback of its own.
"""

from collections.abc import Collection, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..data.problem import Problem
from ..data.words import suggestion


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
