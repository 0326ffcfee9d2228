"""Fixtures shared by all tests."""

import shutil
import subprocess
import sys
from pathlib import Path

import hypothesis
import hypothesis.configuration
import pytest

from sop_terbuka.data.catalog import Catalog, load

ROOT = Path(__file__).parent.parent
# Seventeen SOPs of two invented offices, of the shapes that real ones have. What must hold for the
# data of this repository is said by `sop periksa`, so that no valid edit of it breaks a test.
SAMPLE = ROOT / "tests" / "situs"

# Examples found by hypothesis are a cache, and caches live below .cache/.
hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
# How long an example takes says how busy the machine is, and nothing of what is tested.
hypothesis.settings.register_profile(
    "tanpa-jam", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("tanpa-jam")

# What MkDocs is called by where the clock shall show something else.
_ON_A_DAY = (
    "import os, time_machine; from mkdocs.__main__ import cli\n"
    "with time_machine.travel(os.environ['ON_DAY']): cli()"
)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The data of the sample site."""
    return load(SAMPLE / "sop_data", SAMPLE / "forms")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that builds the sample site."""
    return sample_project(tmp_path_factory.mktemp("proyek"))


@pytest.fixture(scope="session")
def built_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built once for all tests, below a path as on a project host."""
    return build_site(project, tmp_path_factory.mktemp("situs") / "sub" / "jalur")


def sample_project(folder: Path) -> Path:
    """A folder that builds the sample site: its data with this repository's own set-up."""
    shutil.copytree(SAMPLE / "docs", folder / "docs")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    (folder / "src").symlink_to(ROOT / "src")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("sop_data", "forms"):
        shutil.copytree(SAMPLE / name, folder / name)
    # Papers are kept by what goes into them; the next run of the tests need not make them again.
    kept = ROOT / ".cache" / "situs-contoh"
    kept.mkdir(parents=True, exist_ok=True)
    (folder / ".cache").symlink_to(kept)
    return folder


def build_site(project: Path, target: Path, **environment: str) -> Path:
    """Build a project with MkDocs as `make build` does; its output is shown when it fails.

    The clock shows the moment `ON_DAY`, where one is given.
    """
    import os

    program = ["-c", _ON_A_DAY] if "ON_DAY" in environment else ["-m", "mkdocs"]
    done = subprocess.run(
        [sys.executable, *program, "build", "--strict", "--site-dir", str(target)],
        cwd=project,
        env=os.environ
        | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target
