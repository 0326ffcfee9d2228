"""Which reader reads which kind of file; a reader's library is loaded when it is needed."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from .reading import IntakeError, Reading


class Reader(Protocol):
    """A module with the suffixes it reads and one function that reads a file."""

    SUFFIXES: tuple[str, ...]

    def read(self, path: Path) -> list[Reading]:
        """Every SOP in the file; raises IntakeError where the file cannot be read."""


READERS = {
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}
"""By suffix, the module of this package that reads it."""


def reader_for(path: Path) -> Reader:
    """The reader of a file by its suffix."""
    name = READERS.get(path.suffix.lower())
    if name is None:
        known = ", ".join(sorted(READERS))
        raise IntakeError(f"jenis berkas ini belum dapat dibaca. Yang dapat dibaca: {known}.")
    try:
        return cast(Reader, import_module(f"{__package__}.{name}"))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith(__package__ or ""):
            raise
        raise IntakeError(
            f"pustaka {error.name} belum terpasang. Jalankan: pip install 'sop-terbuka[impor]'"
        ) from None
