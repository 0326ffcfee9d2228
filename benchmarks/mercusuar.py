"""Lighthouse's four scores of a page on a phone, where Lighthouse is there.

Called by pembaca. It is no dependency: it is looked for in the PATH, or where LIGHTHOUSE says.
"""

import json
import os
import shutil
import subprocess

from tests.browser.conftest import chromium_path

_MISSING = "Lighthouse is not there: put it in the PATH, or name it in LIGHTHOUSE."


def scores(address: str) -> dict[str, int]:
    """Performance, accessibility, best practices and search engines, of 100."""
    program = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not program:
        raise SystemExit(_MISSING)
    flags = "--headless=new --no-sandbox"
    wanted = [
        program, address, "--quiet", "--output=json", "--output-path=stdout",
        f"--chrome-flags={flags}",
    ]  # fmt: skip
    said = subprocess.run(
        wanted, env=os.environ | {"CHROME_PATH": chromium_path()}, capture_output=True, check=True
    )
    found = json.loads(said.stdout)["categories"]
    return {name: round(one["score"] * 100) for name, one in found.items()}
