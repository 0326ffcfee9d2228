"""Writes the sheet as one HTML file, and renews it when the data beside it has changed."""

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from ..reading import IntakeError, Reading
from .items import found_at, items
from .pages import pages_of

_DATA = re.compile(
    r'<script type="application/json" id="isi">(.*?)</script>', re.DOTALL | re.IGNORECASE
)


def sheet_of(path: Path, reading: Reading, sop_id: str, written: str) -> str:
    """The sheet of one draft; `written` is the draft's YAML."""
    listed = items(reading)
    record = yaml.load(written, yaml.BaseLoader)
    for item in listed:
        item["semula"] = found_at(record, item["data"]) if item["data"] else None
    return _page(
        {
            "sop": sop_id,
            "berkas": reading.berkas,
            "butir": listed,
            "halaman": pages_of(path, reading),
        }
    )


def refreshed(sheet: str, written: str) -> tuple[str, int]:
    """The sheet with what the data says now, and how many values have changed since."""
    match = _DATA.search(sheet)
    if match is None:
        raise IntakeError("berkas ini bukan lembar periksa buatan sop impor.")
    content = json.loads(match[1])
    record = yaml.load(written, yaml.BaseLoader)
    changed = 0
    for item in content["butir"]:
        now = found_at(record, item["data"]) if item["data"] else None
        item.pop("kini", None)
        if item["data"] and now != item.get("semula"):
            item["kini"] = now or ""
            changed += 1
    return _page(content), changed


def sop_of(sheet: str) -> str:
    """The id of the SOP that a sheet is about."""
    match = _DATA.search(sheet)
    return str(json.loads(match[1])["sop"]) if match else ""


def _page(content: dict[str, Any]) -> str:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # No text of a document may end the script element that carries it.
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    parts = {name: _file(f"lembar.{name}") for name in ("html", "css", "js")}
    page = parts["html"].replace("/*GAYA*/", parts["css"]).replace("/*KODE*/", parts["js"])
    return page.replace("/*ISI*/", data)


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
