"""The workflows that the guide shows for a portal: their own commands, run where CI runs them."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from sop_terbuka.cli import main
from sop_terbuka.publish import pages
from tests.repository.test_workflows import WORKFLOWS, environment

GUIDE = Path(pages.__file__).parent / "panduan" / "satu-negeri.md"
OFFICES = ("disdag-kota-contoh", "dinkes-kab-contoh")
_SAID = re.compile(r"\$\{\{ (.*?) \}\}")
_LIST = "".join(
    f"  - {{nama: {office}, alamat: https://{office}.example/, folder: unduhan/{office}}}\n"
    for office in OFFICES
)


def flows() -> list[Any]:
    text = GUIDE.read_text(encoding="utf-8")
    return [yaml.safe_load(one) for one in re.findall(r"```yaml\n(name: .*?)```", text, re.DOTALL)]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What such a repository holds: two offices, one of them with broken data, and the list."""
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    for office in OFFICES:
        folder = tmp_path / "kantor" / office
        assert main(["situs-baru", str(folder), "--id", office, "--mesin", "git+file:///x"]) == 0
        environment(folder)
        # As "make siap" leaves it, which needs the network.
        (folder / ".cache").mkdir()
        (folder / ".cache" / "siap.venv").touch()
    broken = tmp_path / "kantor" / OFFICES[1] / "sop_data" / OFFICES[1] / "contoh-layanan.yml"
    broken.write_text("nama: [", encoding="utf-8")
    (tmp_path / "gabungan.yml").write_text(f"situs:\n{_LIST}", encoding="utf-8")
    environment(tmp_path)
    return tmp_path


def ran(step: dict[str, Any], folder: Path, **values: str) -> subprocess.CompletedProcess[str]:
    """One step of a job with its own variables, as the runner's shell runs it."""
    own = {key: _SAID.sub(lambda f: values.get(f[1], ""), v) for key, v in step["env"].items()}
    return subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "GITHUB_RUN_ID": "7"} | own,
    )  # fmt: skip


def steps(job: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["name"]: {"env": {}} | one for one in job["steps"] if "run" in one}


def kept(job: dict[str, Any], folder: Path, office: str) -> None:
    """Keep what the job uploads as the host does: the files without the folders they share."""
    (upload,) = (one["with"] for one in job["steps"] if "upload-artifact@" in one.get("uses", ""))
    name, pattern = (_SAID.sub(office, upload[key]) for key in ("name", "path"))
    target = folder / "artefak" / name
    target.mkdir(parents=True)
    for path in folder.glob(pattern):
        shutil.copy(path, target)


def test_the_matrix_makes_a_portal_of_the_offices_that_could_be_built(repository: Path) -> None:
    (flow,) = (one for one in flows() if "kantor" in one["jobs"])
    office_job, portal_job = flow["jobs"]["kantor"], flow["jobs"]["portal"]
    assert tuple(office_job["strategy"]["matrix"]["kantor"]) == OFFICES
    assert office_job["strategy"]["fail-fast"] is False
    codes = []
    for office in OFFICES:
        done = ran(steps(office_job)["Bangun"], repository, **{"matrix.kantor": office})
        codes.append(done.returncode)
        if done.returncode == 0:
            kept(office_job, repository, office)
    assert codes == [0, 2], done.stdout + done.stderr
    host = repository / "bin" / "gh"
    host.parent.mkdir()
    host.write_text('#!/bin/sh\n[ "$1 $2 $3 $4" = "run download 7 --dir" ] && mv artefak "$5"\n')
    host.chmod(0o755)
    assert ran(steps(portal_job)["Ambil"], repository).returncode == 0
    done = ran(steps(portal_job)["Gabung"], repository)
    assert done.stdout == (
        f"{OFFICES[1]}: instansi.json tidak ada di folder salinannya.\n"
        "Portal dari 1 situs ditulis ke portal; 1 situs tidak terbaca.\n"
    )
    (shown,) = (s for s in portal_job["steps"] if "upload-pages-artifact@" in s.get("uses", ""))
    assert OFFICES[0] in (repository / shown["with"]["path"] / "situs/index.html").read_text()


def test_both_portals_are_made_and_published_alike() -> None:
    nightly, matrix = (one["jobs"]["portal"] for one in flows())
    for name in ("Pasang", "Gabung"):
        assert steps(nightly)[name] == steps(matrix)[name]
    assert nightly["steps"][-2:] == matrix["steps"][-2:]
    assert nightly["permissions"].items() <= matrix["permissions"].items()


def test_the_guide_uses_the_actions_of_the_projects_own_workflows() -> None:
    own = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = {
        step["uses"]
        for flow in flows()
        for job in flow["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    }
    assert [one for one in sorted(used) if one not in own] == []
