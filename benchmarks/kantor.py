"""What publishing one office's site costs in CI: the work of each step, and what is uploaded.

Run: .venv/bin/python benchmarks/kantor.py FOLDER [FOLDER ...]. Each folder is the repository of a
site, such as `sop situs-baru` makes. The steps are those of its workflow: one job checks and builds
it, another builds and publishes it, each on a fresh clone where nothing is ready. Seconds are of
the processor, of all that a step starts; packages come over the network.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

JOBS = {"periksa": ("siap", "test"), "bangun": ("siap", "build")}


def seconds(folder: Path, target: str) -> float:
    """What one target of the site's Makefile costs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    kept = {key: value for key, value in os.environ.items() if key not in _OURS}
    done = subprocess.run(
        ["make", target], cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# They would have the site built by this program instead of its own.
_OURS = frozenset({"VIRTUAL_ENV", "PYTHONPATH"})


def main() -> None:
    """Print what each office's site costs."""
    for source in map(Path, sys.argv[1:]):
        print(f"{source}:")
        for job, targets in JOBS.items():
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name, "situs")
                subprocess.run(["git", "clone", "-q", source.resolve(), folder], check=True)
                spent = {target: seconds(folder, target) for target in targets}
                said = ", ".join(f"{target} {cpu:.0f}" for target, cpu in spent.items())
                print(f"  {job}: {said} CPU s")
                files = [path for path in (folder / "site").rglob("*") if path.is_file()]
                size = sum(path.stat().st_size for path in files)
        print(f"  {size / 1e6:.1f} MB in {len(files)} files")


if __name__ == "__main__":
    main()
