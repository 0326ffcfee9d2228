"""Carries data to a newer vocabulary: text in, text out, so that comments and order stay.

Called by `sop migrasi` for an author's files, and by riwayat and beda for what git kept.
A new format is one step here, one number in data.model.situs, and one folder in tests/migrasi/.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from ..data.model import FORMAT
from ..data.problem import SopTerbukaError
from ..data.stray import SUFFIXES
from . import edit

# From a file's name, such as sop_data/kota-contoh/kartu.yml, and its text to its new text.
Step = Callable[[str, str], str]

SITUS = "sop_data/situs.yml"
# Format n becomes format n + 1; each step knows its predecessor's words only.
STEPS: dict[int, Step] = {}


def migrate(
    files: Mapping[str, str], steps: Mapping[int, Step] = STEPS, newest: int = FORMAT
) -> dict[str, str]:
    """The files whose text has to change, by name, with their new text."""
    made = dict(files)
    for number in range(_format(files), newest):
        if number not in steps:
            raise edit.EditError(f"format {number} tidak dikenal; periksa {SITUS}.")
        made = {name: steps[number](name, text) for name, text in made.items()}
        made[SITUS] = _numbered(made.get(SITUS, ""), number + 1)
    return {name: text for name, text in made.items() if text != files.get(name)}


def read(root: Path) -> dict[str, str]:
    """The data files of a site by name; what is no UTF-8 text is left to `sop periksa`."""
    paths = (
        path
        for folder in ("sop_data", "forms")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in SUFFIXES and path.is_file() and not path.is_symlink()
    )
    return dict(_texts({path.relative_to(root).as_posix(): path.read_bytes() for path in paths}))


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write changed files, line ends as they are."""
    for name, text in files.items():
        (root / name).write_bytes(text.encode("utf-8"))


def upgraded(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an old state in the newest vocabulary, as far as they can be read."""
    try:
        situs = {SITUS: files[SITUS].decode("utf-8")} if SITUS in files else {}
        if not migrate(situs):
            return dict(files)
        new = migrate(dict(_texts(files)))
    except (SopTerbukaError, UnicodeDecodeError, yaml.YAMLError):
        # An old state that was broken when it was kept stays so; its reader says what is wrong.
        return dict(files)
    return {**files, **{name: text.encode("utf-8") for name, text in new.items()}}


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, content in files.items():
        if name.endswith(SUFFIXES):
            try:
                yield name, content.decode("utf-8")
            except UnicodeDecodeError:
                continue


def _format(files: Mapping[str, str]) -> int:
    if SITUS not in files:
        return 1
    written = edit.plain(files[SITUS])
    value = written.get("format", "1") if isinstance(written, dict) else "1"
    return int(value) if isinstance(value, str) and value.isdecimal() else FORMAT


def _numbered(text: str, number: int) -> str:
    if not text.strip():
        return f"format: {number}\n"
    return edit.change(text, ("format",), str(number))
