"""Keeps compiled templates between builds: compiling all of them takes a tenth of a build of pages.

Called by plugin for the theme's templates and for ours.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache


def keep_compiled(environment: Environment, folder: Path) -> None:
    """Have an environment keep what it compiles in a folder of its own kind below this one.

    Jinja itself looks whether a template is still the same; what else decides how it is compiled
    is in the folder's name.
    """
    settings = [
        version("jinja2"),
        *(f"{name}={getattr(environment, name)!r}" for name in _SETTINGS),
        *sorted(environment.filters),
        *sorted(environment.extensions),
        str(environment.undefined),
    ]
    kind = hashlib.sha256("\0".join(settings).encode()).hexdigest()[:16]
    place = folder / kind
    place.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(place))


_SETTINGS = (
    "autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "optimized",
    "block_start_string", "variable_start_string", "comment_start_string",
)  # fmt: skip
