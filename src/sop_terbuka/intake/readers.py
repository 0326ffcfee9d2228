"""Which reader reads which kind of file; a reader's library is loaded when it is needed."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from .office import CONVERTED, readable
from .reading import IntakeError, Reading


class Reader(Protocol):
    """A module with the suffixes it reads and one function that reads a file."""

    SUFFIXES: tuple[str, ...]

    def read(self, path: Path) -> list[Reading]:
        """Every SOP in the file; raises IntakeError where the file cannot be read."""


READERS = {
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".docx": "word",
    ".txt": "text",
    ".md": "text",
}
"""By suffix, the module of this package that reads it."""

KNOWN = frozenset({*READERS, *CONVERTED})


def read(path: Path) -> list[Reading]:
    """Every SOP in a file of any known kind; raises IntakeError with one clear sentence."""
    if path.suffix.lower() not in KNOWN:
        known = ", ".join(sorted(KNOWN))
        raise IntakeError(f"jenis berkas ini belum dapat dibaca. Yang dapat dibaca: {known}.")
    with readable(path) as file:
        return [replace(reading, berkas=path.name) for reading in reader_for(file).read(file)]


def reader_for(path: Path) -> Reader:
    """The reader of a file by its suffix."""
    name = READERS[path.suffix.lower()]
    try:
        return cast(Reader, import_module(f"{__package__}.{name}"))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__ or ""):
            raise
        raise IntakeError(
            f"pustaka {error.name} belum terpasang. Jalankan: pip install 'sop-terbuka[impor]'"
        ) from None


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The named files, and of named folders the files that a reader knows, in order of name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(
                file
                for file in path.rglob("*")
                # Office programs keep a file "~$name" beside one that is open.
                if file.is_file()
                and file.suffix.lower() in KNOWN
                and not file.name.startswith(("~$", "."))
            )
        else:
            found.append(path)
    return list(dict.fromkeys(found))
