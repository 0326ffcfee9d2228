"""Fixtures shared by all tests."""

import subprocess
import sys
from pathlib import Path

import hypothesis.configuration
import pytest

from sop_terbuka.data.catalog import Catalog, load

ROOT = Path(__file__).parent.parent

# Examples found by hypothesis are a cache, and caches live below .cache/.
hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real data of this repository."""
    return load(ROOT / "sop_data", ROOT / "forms")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data, built once for all tests, below a path as on a project host."""
    target = tmp_path_factory.mktemp("situs") / "sub" / "jalur"
    return build_site(ROOT, target)


def build_site(project: Path, target: Path, **environment: str) -> Path:
    """Build a project with MkDocs as `make build` does; its output is shown when it fails."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
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
