"""Keeps what is slow to make, under the hash of everything that goes into it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Cache:
    """Files below a folder; a file's name is the hash of its kind, its input and our code."""

    folder: Path

    def path(self, kind: str, content: str, make: Callable[[], bytes]) -> Path:
        """The file kept for this input, made now when there is none."""
        key = hashlib.sha256(f"{kind}\0{_code_hash()}\0{content}".encode()).hexdigest()
        path = self.folder / f"{kind}-{key[:40]}"
        if path.is_file():
            return path
        made = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        # Written beside and moved, so that a stopped build leaves no half file behind.
        part = path.with_suffix(".part")
        part.write_bytes(made)
        part.replace(path)
        return path


@cache
def _code_hash() -> str:
    """The hash of the library's own files: a changed writer makes its output anew."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".j2", ".css", ".ttf"}:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
