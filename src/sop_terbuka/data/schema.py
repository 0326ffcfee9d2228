"""JSON Schema of the data files, made from the models for editors and for users of the data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .model import FORMAT, Formulir, Instansi, Peraturan, Situs, Sop

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    "sop": Sop,
    "instansi": Instansi,
    "peraturan": Peraturan,
    "formulir": Formulir,
    "situs": Situs,
}


def schema(name: str) -> bytes:
    """The schema of one kind of file, as the bytes published and used by editors."""
    made: dict[str, Any] = SCHEMAS[name].model_json_schema(mode="validation")
    # The id comes from the file's place, so an author may leave it out. A regulation that the
    # program's library has needs only the keys that a site changes.
    optional = set(made["properties"]) if name == "peraturan" else {"id"}
    made["required"] = [key for key in made.get("required", []) if key not in optional]
    _accept_numbers(made)
    whole = identified(made, name)
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def identified(made: dict[str, Any], name: str) -> dict[str, Any]:
    """A schema with its dialect, its id and the version of the words that it describes.

    The id is a name and no address: the same schema stands on every site and in every editor.
    """
    named = {"$schema": DIALECT, "$id": f"urn:sop-terbuka:{FORMAT}:{name}", "version": str(FORMAT)}
    return named | made


def _accept_numbers(part: Any) -> None:
    """Let text look like a number: an editor reads `tahun: 2003` as one, we read it as text."""
    if isinstance(part, list):
        for item in part:
            _accept_numbers(item)
    elif isinstance(part, dict):
        if part.get("type") == "string" and "enum" not in part and "const" not in part:
            part["type"] = ["string", "number"]
        for item in part.values():
            _accept_numbers(item)


def stale(folder: Path) -> Iterator[Path]:
    """The editor's schema files that differ from the models."""
    for name in SCHEMAS:
        path = folder / f"{name}.json"
        if not path.is_file() or path.read_bytes() != schema(name):
            yield path


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.json").write_bytes(schema(name))
