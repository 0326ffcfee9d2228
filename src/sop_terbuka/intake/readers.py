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

_CONVERTED = "dibaca sesudah diubah LibreOffice"

KNOWN = frozenset({*READERS, *CONVERTED})


def read(path: Path) -> list[Reading]:
    """Every SOP in a file of any known kind; raises IntakeError with one clear sentence."""
    if path.suffix.lower() not in KNOWN:
        known = ", ".join(sorted(KNOWN))
        raise IntakeError(f"jenis berkas ini belum dapat dibaca. Yang dapat dibaca: {known}.")
    with readable(path) as file:
        readings = [replace(one, berkas=path.name) for one in reader_for(file).read(file)]
    return [doubted(one, path.suffix) if file != path else one for one in readings]


def doubted(reading: Reading, suffix: str) -> Reading:
    """A reading of a converted file: its words hold, but what was drawn may have been lost."""
    if not any(row.simbol for row in reading.langkah):
        return reading
    target = CONVERTED[suffix.lower()]
    rows = tuple(
        replace(row, simbol=tuple(replace(one, ragu=one.ragu or _CONVERTED) for one in row.simbol))
        for row in reading.langkah
    )
    arrows = tuple(replace(one, ragu=one.ragu or _CONVERTED) for one in reading.panah)
    said = (
        f"Berkas {suffix} dibaca sesudah diubah LibreOffice. Tulisannya tetap, tetapi simbol dan "
        f"panah dapat hilang atau bergeser. Bandingkan alurnya satu per satu, atau simpan "
        f"berkasnya sebagai .{target} dari program asalnya, lalu impor lagi."
    )
    return replace(reading, langkah=rows, panah=arrows, pesan=(*reading.pesan, said))


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
