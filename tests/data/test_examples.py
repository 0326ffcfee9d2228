"""Every bad example gives exactly the output that stands beside it, in `masalah.txt`.

An example is a folder of files laid over the good data in `examples/dasar`. After a change of
words, `SOP_PERBARUI_CONTOH=1 pytest tests/data/test_examples.py` writes the new output; read it.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data.node import MAX_BYTES

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = sorted(path.parent for path in EXAMPLES.glob("*/*/**/masalah.txt"))


def _refuse(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read every file, so taking away the permission would prove nothing here.
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == data / "dinas-contoh" / "pengaduan.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)


def _grow(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = data / "dinas-contoh" / "pengaduan.yml"
    path.write_bytes(path.read_bytes().ljust(MAX_BYTES + 1, b"\n"))


# What cannot or should not be committed is made when the test runs.
PREPARED: dict[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "buruk/berkas-tak-terbaca/izin": _refuse,
    "buruk/berkas-terlalu-besar/salah-berkas": _grow,
}


def check_in(
    folder: Path, case: Path, monkeypatch: pytest.MonkeyPatch, *options: str
) -> tuple[int, Path]:
    """Lay the case over the good data, check it from its folder; the exit code and the data."""
    shutil.copytree(EXAMPLES / "dasar", folder, dirs_exist_ok=True)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    prepare = PREPARED.get(case.relative_to(EXAMPLES).as_posix())
    if prepare:
        prepare(folder / "sop_data", monkeypatch)
    monkeypatch.chdir(folder)
    return main(["periksa", *options]), folder


def test_the_good_example_has_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = check_in(tmp_path, EXAMPLES / "dasar", monkeypatch)

    assert capsys.readouterr().out == "Tidak ada masalah (7 berkas diperiksa).\n"
    assert code == 0


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_a_bad_example_gives_exactly_its_output(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _ = check_in(tmp_path, case, monkeypatch)

    out = capsys.readouterr().out
    if os.environ.get("SOP_PERBARUI_CONTOH"):
        (case / "masalah.txt").write_text(out, encoding="utf-8")
    assert out == (case / "masalah.txt").read_text(encoding="utf-8")
    assert code == 1
