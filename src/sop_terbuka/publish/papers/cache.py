"""Keeps what is slow to make, under the hash of everything that goes into it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ...data.kept import is_whole, keep


@dataclass(frozen=True)
class Cache:
    """Files below a folder; a file's name is the hash of what goes into it."""

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
        return self.folder / hashlib.sha256(key.encode()).hexdigest()[:40]
