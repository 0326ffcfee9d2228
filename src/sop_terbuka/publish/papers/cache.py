"""Keeps what is slow to make, under the hash of everything that goes into it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ...data.kept import is_whole, keep


@dataclass(frozen=True)
class Cache:
    """Files below a folder; a file's name is the hash of what goes into it and of our code."""

    folder: Path
    # What this build has already found whole, or made.
    _seen: set[Path] = field(default_factory=set, compare=False)

    def has(self, key: str) -> bool:
        """Whether there is a whole file for this input."""
        place = self._place(key)
        if place not in self._seen and is_whole(place):
            self._seen.add(place)
        return place in self._seen

    def path(self, key: str, make: Callable[[], bytes]) -> Path:
        """The file kept for this input, made now when there is none."""
        place = self._place(key)
        if not self.has(key):
            keep(place, make())
            self._seen.add(place)
        return place

    def _place(self, key: str) -> Path:
        digest = hashlib.sha256(f"{_code_hash()}\0{key}".encode())
        return self.folder / digest.hexdigest()[:40]


# No paper is made with these: what stands in a paper is in its key, however it was worked out.
_NO_WRITERS = ("commands", "generator", "intake", "revise", "publish/pages", "publish/feeds")


@cache
def _code_hash() -> str:
    """The hash of the files that writers use: a changed writer makes its output anew."""
    root = Path(__file__).parents[2]
    apart = [root / folder for folder in _NO_WRITERS]
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".j2", ".css", ".ttf"} and not set(apart) & set(path.parents):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
