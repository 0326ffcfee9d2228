"""What a site of one, of fifty and of two hundred offices costs to build, and its largest pages.

Run: .venv/bin/python benchmarks/skala.py [37 1000 4000], with --papers also the files of each SOP.
The large sites are this project's own data by honest copying (tests/copies.py): public services
with forms, counterparts at every other office, several offices in a region. Seconds are of the
processor, so that a busy machine gives the same figures.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.copies import copied  # noqa: E402

_WITHOUT_PAPERS = (
    "from sop_terbuka.publish import outputs; from sop_terbuka.publish import site; "
    "from sop_terbuka.publish.drawing.files import PICTURE; "
    "outputs.OUTPUTS = tuple(o for o in outputs.OUTPUTS if o.nama == PICTURE); "
    "site.blank_papers = lambda *_: iter(()); "
    "from sop_terbuka.publish import offices; "
    "offices.books = offices.pledges = lambda *_: iter(()); "
    "from mkdocs.__main__ import cli; cli()"
)
_LARGEST = 8


@dataclass(frozen=True)
class Biaya:
    """What one build took: seconds of processor, and MB of memory at the most."""

    cpu: float
    mb: float


def project(folder: Path, copies: int) -> Path:
    """A folder that builds this project's site with its offices repeated."""
    for name in ("docs", "hooks", "src"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    copied(ROOT, folder, copies)
    return folder


def build(folder: Path, has_papers: bool) -> Biaya:
    """Build the site there and say what it took."""
    how = ["-m", "mkdocs"] if has_papers else ["-c", _WITHOUT_PAPERS]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795000000",
        "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *how, "build", "--strict", "--quiet"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.stdout[-3000:] + done.stderr[-3000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Biaya(cpu, after.ru_maxrss / 1000)


def main() -> None:
    """Print a line for each build, and the largest pages of each site."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sop", nargs="*", type=int, default=[37, 1000, 4000])
    parser.add_argument("--papers", action="store_true")
    parser.add_argument("--once", action="store_true", help="no second build of the same")
    parser.add_argument("--keep", type=Path, help="build in this folder and leave it there")
    arguments = parser.parse_args()
    offices = [path.parent for path in (ROOT / "sop_data").glob("*/instansi.yml")]
    own = sum(len([*office.glob("*.yml")]) - 1 for office in offices)
    for wanted in arguments.sop:
        with tempfile.TemporaryDirectory() as name:
            folder = arguments.keep / str(wanted) if arguments.keep else Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / "sop_data").exists():
                project(folder, max(1, round(wanted / own)))
            for kind in ("cold",) if arguments.once else ("cold", "again"):
                cost = build(folder, arguments.papers)
                print(f"{wanted} SOP, {kind}: {cost.cpu:.1f} CPU s, {cost.mb:.0f} MB", flush=True)
            _tell(folder / "site")


def _tell(site: Path) -> None:
    pages = sorted(
        ((path.stat().st_size, path.parent.relative_to(site)) for path in site.rglob("*.html")),
        reverse=True,
    )
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    over = sum(size > 300_000 for size, _ in pages)
    index = sum(path.stat().st_size for path in (site / "search").iterdir())
    print(
        f"  {len(pages)} pages, {total / 1e6:.0f} MB, {over} over 300 kB, "
        f"search index {index / 1e3:.0f} kB"
    )
    for size, address in pages[:_LARGEST]:
        print(f"  {size / 1e3:9.0f} kB  {address}")


if __name__ == "__main__":
    main()
