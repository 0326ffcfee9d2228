"""Whatever stops a build, the site that was there before is whole."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from sop_terbuka.generator.plugin import SopTerbuka
from sop_terbuka.generator.whole import Beside
from tests.generator.proyek import small_project

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--strict"]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}


def build(project: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        COMMAND, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose site has been built."""
    folder = small_project(tmp_path_factory.mktemp("utuh") / "proyek")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "proyek")
    return tmp_path / "proyek"


def test_a_build_leaves_nothing_but_the_site(project: Path) -> None:
    assert build(project).returncode == 0
    assert [path.name for path in project.iterdir() if "site" in path.name] == ["site"]


def test_bad_data_leaves_the_earlier_site(project: Path) -> None:
    before = contents(project / "site")
    (project / "sop_data/dinas-contoh/kartu-usaha.yml").write_text("nama:\n", encoding="utf-8")
    done = build(project)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(project / "site") == before


def test_a_warning_in_a_strict_build_leaves_the_earlier_site(project: Path) -> None:
    before = contents(project / "site")
    (project / "docs/index.md").write_text("[mati](tidak-ada.md)\n", encoding="utf-8")
    assert build(project).returncode != 0
    assert contents(project / "site") == before


def test_a_killed_build_leaves_the_earlier_site_and_the_next_one_is_whole(project: Path) -> None:
    before = contents(project / "site")
    running = subprocess.Popen(
        COMMAND, cwd=project, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while not (project / ".site.baru").exists() and running.poll() is None:
        pass
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert contents(project / "site") == before

    assert build(project).returncode == 0
    assert contents(project / "site") == before
    assert not (project / ".site.baru").exists()


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    plugin = SopTerbuka()
    plugin.beside = Beside(tmp_path / "site")
    plugin.beside.begin()
    with pytest.raises(Abort, match="Disk penuh, situs tidak jadi dibuat"):
        plugin.on_build_error(error=OSError(errno.ENOSPC, "No space left on device"))
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_was_lost_between_two_moves_comes_back(tmp_path: Path) -> None:
    old = tmp_path / ".site.lama"
    old.mkdir()
    (old / "index.html").write_text("lama", encoding="utf-8")
    Beside(tmp_path / "site").begin()
    assert contents(tmp_path / "site") == {"index.html": b"lama"}
