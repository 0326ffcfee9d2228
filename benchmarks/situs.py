"""How long the site takes to build, cold and warm, with our data and with a thousand SOPs.

Run: .venv/bin/python benchmarks/situs.py [1000]
With more than our own SOPs the papers are left out: the budget of a large site is for its pages.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def project(folder: Path, copies: int) -> Path:
    """A copy of this project with the offices' folders repeated."""
    for name in ("docs", "hooks", "src"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "forms", folder / "forms")
    shutil.copytree(ROOT / "sop_data", folder / "sop_data")
    offices = [p.parent.name for p in (ROOT / "sop_data").glob("*/instansi.yml")]
    for n in range(1, copies):
        for office in offices:
            made = folder / "sop_data" / f"{office}-{n}"
            shutil.copytree(ROOT / "sop_data" / office, made)
            for path in made.glob("*.yml"):
                text = path.read_text(encoding="utf-8")
                lines = [
                    line
                    for line in text.split("\n")
                    # A copied service has no form of its own and is nobody's counterpart.
                    if not line.startswith(("formulir:", "layanan:"))
                ]
                text = "\n".join(lines).replace("audiens: [", "audiens: [internal]  # [")
                path.write_text(text, encoding="utf-8")
    return folder


_WITHOUT_PAPERS = (
    "from sop_terbuka.publish.papers import jobs; jobs.Printing.jobs = lambda self: iter(()); "
    "from mkdocs.__main__ import cli; cli()"
)


def build(folder: Path, has_papers: bool) -> tuple[float, float]:
    """Seconds and peak memory in MB of one build."""
    before = time.perf_counter()
    how = ["-m", "mkdocs"] if has_papers else ["-c", _WITHOUT_PAPERS]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, *how, "build", "--strict", "--quiet"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.stdout[-3000:] + done.stderr[-3000:])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    return time.perf_counter() - before, peak


def main() -> None:
    """Print one line per build."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 37
    copies = max(1, round(wanted / 37))
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name), copies)
        for kind in ("cold", "warm"):
            seconds, memory = build(folder, has_papers=copies == 1)
            size = sum(p.stat().st_size for p in (folder / "site").rglob("*") if p.is_file())
            what = f"{copies * 37} SOP, {kind}"
            print(f"{what}: {seconds:.1f} s, {memory:.0f} MB, site {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
