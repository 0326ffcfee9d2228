"""The sample site's papers as another process makes them: other hashes, zone and language."""

import os
import subprocess
import sys

from tests.conftest import ROOT

_SITE = """
import sys
from pathlib import Path
from sop_terbuka.data.catalog import load

catalog = load(Path("tests/situs/sop_data"), Path("tests/situs/forms"))
"""


def made_elsewhere(code: str) -> bytes:
    """What code that works on the sample site's `catalog` leaves in `made`."""
    return subprocess.run(
        [sys.executable, "-c", f"{_SITE}{code}\nsys.stdout.buffer.write(made)"],
        cwd=ROOT,
        env=os.environ
        | {
            "PYTHONHASHSEED": "7",
            "PYTHONPATH": str(ROOT / "src"),
            "TZ": "Asia/Jayapura",
            "LANG": "C",
        },
        capture_output=True,
        check=True,
    ).stdout
