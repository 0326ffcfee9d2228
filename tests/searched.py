"""The search of a site as its tests read it: the entries of a whole index, and its answers."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

_WORKER = Path(__file__).parent / "publish" / "pencari.mjs"


def entries(index: bytes) -> list[dict[str, Any]]:
    """The entries, each with what is not empty, and with the addresses that it leads to."""
    columns = json.loads(index)["entri"]
    rows = zip(*columns.values(), strict=True)
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    for entry in found:
        title = "-".join(re.findall("[a-z0-9]+", entry["judul"].lower()))
        entry["alamat"] = entry["alamat"].replace("*", title)
    places = [entry["alamat"] for entry in found]
    for entry in found:
        spans = entry["ke"] or []
        entry["ke"] = [place for first, many in spans for place in places[first : first + many]]
    return found


def answers(folder: Path, questions: list[Any], *kept: Path) -> list[dict[str, Any]]:
    """What the search worker in a site's folder answers, and which files it loads for it.

    A browser may have `kept` the head of an earlier index.
    """
    done = subprocess.run(
        ["node", str(_WORKER), str(folder), *map(str, kept)],
        input=json.dumps(questions), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
