"""Which icons there are: those of Material Design that come with the theme, as files."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder() -> Path:
    """Where the theme keeps them; the theme itself is not loaded."""
    found = find_spec("material")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "templates" / ".icons" / "material"


def is_known(name: str) -> bool:
    """Whether there is an icon of that name."""
    return (folder() / f"{name}.svg").is_file()


def names() -> list[str]:
    """Every icon's name: thousands, for a suggestion only."""
    return sorted(path.stem for path in folder().glob("*.svg"))
