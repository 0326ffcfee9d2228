"""The files of a data folder by their names, wherever they are kept: on disk, or in git's store.

Whoever reads data asks here and never makes a path of a name, so that a name is only ever a name.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

# A file on disk, or its content.
Source = Path | bytes


@dataclass(frozen=True)
class Folder:
    """Files such as `peraturan/uu-1-2001.yml` below a folder; hidden ones are left out."""

    name: str
    files: Mapping[str, Source] = field(default_factory=dict)
    # A link could lead out of the folder, and publish what lies there.
    links: frozenset[str] = frozenset()

    @cached_property
    def _by_folder(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in sorted(self.files):
            found.setdefault(name.rpartition("/")[0], []).append(name)
        return found

    def folders(self) -> list[str]:
        """The names of the folders directly below."""
        return sorted({name.partition("/")[0] for name in self._by_folder if name})

    def directly_in(self, folder: str = "") -> list[tuple[str, Source]]:
        """Name and file of what lies in a folder itself, in the order of names."""
        return [(name, self.files[name]) for name in self._by_folder.get(folder, ())]

    def below(self, folder: str) -> "Folder":
        """One folder of this one, by itself."""
        start = f"{folder}/"
        files = {n.removeprefix(start): f for n, f in self.files.items() if n.startswith(start)}
        links = {n.removeprefix(start) for n in self.links if n.startswith(start)}
        return Folder(folder, files, frozenset(links))


def folder_of(folder: "Path | Folder") -> Folder:
    """The files below a folder on disk; none where it is not there. Links are not followed."""
    if isinstance(folder, Folder):
        return folder
    root = folder.resolve()
    files: dict[str, Source] = {}
    links: set[str] = set()
    for place, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in [*inner, *names]:
            path = Path(place, name)
            shown = path.relative_to(root).as_posix()
            if path.is_symlink():
                links.add(shown)
            elif name in names and not name.startswith(".") and path.is_file():
                files[shown] = path
    return Folder(root.name, files, frozenset(links))


def start_of(source: Source, size: int) -> bytes:
    """The first bytes of a file."""
    if isinstance(source, bytes):
        return source[:size]
    with source.open("rb") as file:
        return file.read(size)
