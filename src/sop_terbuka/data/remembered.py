"""Files of the data that were read before: the next reading of the same content is not done again.

Called by draft. Only who reads data again and again asks for it, such as the author's own server
and the history, where one commit differs from the next in a file or two; what a reading did not
meet again is forgotten, so that no more than one state of the data is held.
"""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .files import Source, start_of
from .node import MAX_BYTES

Result = TypeVar("Result")


@dataclass
class Memory:
    """What was read, by name, content and what it was read as."""

    _known: dict[Hashable, Any] = field(default_factory=dict)
    _met: dict[Hashable, Any] = field(default_factory=dict)

    @contextmanager
    def used(self) -> Iterator[None]:
        """Readings within use it; what none of them met is forgotten."""
        _active.append(self)
        try:
            yield
        finally:
            _active.pop()
            self._known, self._met = self._met, {}

    def get(self, key: Hashable, read: Callable[[], Any]) -> Any:
        """What was read before, or is read now."""
        made = self._met.get(key) or self._known.get(key) or read()
        self._met[key] = made
        return made


_active: list[Memory] = []


def remembered(source: Source, named: tuple[Hashable, ...], read: Callable[[], Result]) -> Result:
    """What a reading of this content under this name gives."""
    if not _active:
        return read()
    digest = hashlib.sha256(start_of(source, MAX_BYTES + 1)).digest()
    made: Result = _active[-1].get((digest, *named), read)
    return made
