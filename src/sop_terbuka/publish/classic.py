"""Scripts as browsers get them: classic, because from a folder no browser loads a module.

Called by the forms' scripts, by assets and by the portal of many sites.
"""

import re
from pathlib import Path

_CAST = re.compile(r"/\*\* @\w+ .*?\*/ ?")
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.MULTILINE)


def bare(script: Path) -> str:
    """A script without its comments, which are a quarter of what a phone would load."""
    kept, inside = [], False
    for line in script.read_text(encoding="utf-8").splitlines(keepends=True):
        text = line.strip()
        inside = inside or (text.startswith("/**") and "*/" not in text)
        is_comment = inside or text.startswith("//") or (text[:3] == "/**" and text[-2:] == "*/")
        if not is_comment:
            kept.append(_CAST.sub("", line))
        inside = inside and "*/" not in text
    return "".join(kept)


def dense(text: str) -> str:
    """A script without indentation: no text of ours goes over several lines."""
    return "".join(line.lstrip(" ") for line in text.splitlines(keepends=True))


def classic(script: Path) -> bytes:
    """A module that needs no other as a classic script that leaves no name on the page."""
    source = _EXPORT.sub("", bare(script))
    if re.search(r"^(?:import|export)\b", source, re.MULTILINE):
        raise ValueError(f"{script.name} needs another module, or exports in another way")
    return f'"use strict";\n(() => {{\n{dense(source).strip()}\n}})();\n'.encode()
