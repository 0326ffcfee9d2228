"""The rooms of the library look one way; a look back, sideways or in a circle is found."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def contracts_say(folder: Path) -> str:
    """What the contracts say about the package in a folder."""
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("lint-imports")),
            "--config", str(ROOT / "pyproject.toml"),
            "--no-cache", "--no-logo",
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    # Its lines are folded to the width of a terminal.
    said = " ".join((done.stdout + done.stderr).split())
    assert (done.returncode == 0) == ("0 broken" in said), said
    return said


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The modules of the library, to be spoilt."""
    shutil.copytree(
        ROOT / "src/sop_terbuka",
        tmp_path / "sop_terbuka",
        ignore=lambda folder, names: [
            name for name in names if not (Path(folder, name).is_dir() or name.endswith(".py"))
        ],
    )
    return tmp_path


def test_the_rooms_look_one_way() -> None:
    assert "0 broken" in contracts_say(ROOT / "src")


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        pytest.param(
            "data/node.py", "from ..meaning import flow",
            "sop_terbuka.data is not allowed to import sop_terbuka.meaning",
            id="data looks at meaning",
        ),
        pytest.param(
            "intake/scaffold.py", "from ..revise import usulan",
            "sop_terbuka.intake is not allowed to import sop_terbuka.revise",
            id="intake looks at revise",
        ),
        pytest.param(
            "publish/words.py", "from ..commands import beda",
            "sop_terbuka.publish is not allowed to import sop_terbuka.commands",
            id="publish looks at a command",
        ),
        pytest.param(
            "data/problem.py", "from . import catalog",
            "No cycles are allowed in sop_terbuka.data",
            id="a circle in a room",
        ),
        pytest.param(
            "kamar_baru.py", "",
            "sop_terbuka.kamar_baru",
            id="a module that is in no room",
        ),
    ],
)  # fmt: skip
def test_a_wrong_import_is_found(package: Path, module: str, line: str, told: str) -> None:
    path = package / "sop_terbuka" / module
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")

    said = contracts_say(package)

    assert "broken" in said
    assert "0 broken" not in said
    assert told in said
