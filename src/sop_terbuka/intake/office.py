"""Older and other office formats, turned by LibreOffice into one that a reader knows."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .archive import first_bytes
from .reading import IntakeError

CONVERTED = {
    ".xls": "xlsx",
    ".ods": "xlsx",
    ".doc": "docx",
    ".odt": "docx",
    ".rtf": "docx",
}
"""By suffix, the format that LibreOffice makes of a file."""

_SECONDS = 180


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """The file itself, or for as long as needed its copy in a format that is read."""
    target = CONVERTED.get(path.suffix.lower())
    if target is None:
        yield path
        return
    first_bytes(path)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise IntakeError(
            f"berkas {path.suffix} memerlukan LibreOffice, yang tidak terpasang di sini. "
            f"Pasang LibreOffice, atau simpan berkasnya sebagai .{target}."
        )
    with tempfile.TemporaryDirectory() as folder:
        yield _converted(program, path, target, Path(folder))


def _converted(program: str, path: Path, target: str, folder: Path) -> Path:
    command = [
        program, "--headless", "--norestore",
        # A profile of its own: another LibreOffice that is open would take the task and drop it.
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--convert-to", target, "--outdir", str(folder / "hasil"), str(path.resolve()),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise IntakeError("LibreOffice tidak selesai membuka berkas ini.") from None
    made = folder / "hasil" / f"{path.stem}.{target}"
    if not made.is_file():
        raise IntakeError(
            "LibreOffice tidak dapat membuka berkas ini: rusak, dikunci kata sandi, atau bagian "
            f"{'Calc' if target == 'xlsx' else 'Writer'} dari LibreOffice belum terpasang."
        )
    return made
