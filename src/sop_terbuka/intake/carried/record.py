"""A paper's own record: the SOP's data, and what a reader saw on the paper when it was made.

It lies in a customXml part. Office programs rename such parts, so it is found by its namespace.
The paper's fields are never bound to it: a program would fill them again from the record, and what
an officer wrote would be lost.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from ..archive import Archive
from ..reading import IntakeError

NAMESPACE = "urn:sop-terbuka:rekaman:1"


@dataclass(frozen=True)
class Carried:
    """The SOP's id and data, and the reading of the paper as it left the writer."""

    id: str
    data: dict[str, Any]
    printed: dict[str, Any]


def part_of(sop_id: str, data: str, printed: Mapping[str, Any]) -> bytes:
    """The part that carries the record; `data` is the SOP's record as JSON."""
    root = etree.Element(f"{{{NAMESPACE}}}rekaman", nsmap={None: NAMESPACE})
    root.set("id", sop_id)
    root.set("sidik", fingerprint(data))
    etree.SubElement(root, f"{{{NAMESPACE}}}data").text = data
    seen = json.dumps(printed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    etree.SubElement(root, f"{{{NAMESPACE}}}cetakan").text = seen
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def fingerprint(data: str) -> str:
    """What tells whether a record is whole."""
    return hashlib.sha256(data.encode()).hexdigest()


def carried_by(path: Path) -> Carried | None:
    """The record in an office file; None where it carries none."""
    archive = Archive(path)
    for name in sorted(archive.names):
        if not name.startswith("customXml/") or not name.endswith(".xml"):
            continue
        if NAMESPACE.encode() not in archive.read(name):
            continue
        root = archive.xml(name)
        if root is None or root.tag != f"{{{NAMESPACE}}}rekaman":
            continue
        data = root.findtext(f"{{{NAMESPACE}}}data") or ""
        printed = root.findtext(f"{{{NAMESPACE}}}cetakan") or ""
        if fingerprint(data) != root.get("sidik"):
            raise IntakeError(
                "rekaman di dalam berkas ini tidak utuh. Unduh ulang berkasnya, lalu ulangi "
                "perubahannya."
            )
        return Carried(str(root.get("id")), json.loads(data), json.loads(printed))
    return None
