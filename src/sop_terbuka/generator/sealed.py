"""Knows that a build would give what is there already: the same inputs, and the site untouched.

Called by plugin, before any data is read and after the site is in its place. No clock is asked.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..data.kept import keep, kept

# What a site is made from, below its root; a folder stands for all files in it.
_READ = (
    "sop_data",
    "forms",
    "hooks",
    "mkdocs.yml",
    "riwayat.json",
    "constraints.txt",
    "pyproject.toml",
)
# What turns it into pages and papers besides our own code.
_PACKAGES = (
    "mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "Markdown", "Jinja2", "typst",
    "python-docx", "pikepdf", "pydantic",
)  # fmt: skip
_CODE = Path(__file__).parents[1]
_UNREAD = frozenset({"__pycache__"})


@dataclass(frozen=True)
class Seal:
    """What one site was made from, kept in the project's cache."""

    file: Path
    inputs: str

    def fits(self, site: Path) -> bool:
        """Whether the site was made from just this, and is as it was made."""
        content = kept(self.file)
        return content is not None and content == self._content(site)

    def put(self, site: Path) -> None:
        """Take note of a finished site."""
        keep(self.file, self._content(site))

    def _content(self, site: Path) -> bytes:
        return f"{self.inputs}\n{_state(site)}\n".encode()


def seal(root: Path, config: MkDocsConfig) -> Seal:
    """The seal of the site that this configuration makes."""
    place = hashlib.sha256(str(config.site_dir).encode()).hexdigest()[:16]
    return Seal(root / ".cache" / "situs" / place, _inputs(root, config))


def _inputs(root: Path, config: MkDocsConfig) -> str:
    digest = hashlib.sha256()
    told = {
        "python": sys.version,
        "packages": {name: _version(name) for name in _PACKAGES},
        # What mkdocs.yml says, with what it takes from the environment, and the command's options.
        "settings": json.dumps(dict(config), default=lambda value: type(value).__name__),
        "date": os.environ.get("SOURCE_DATE_EPOCH", ""),
        "commit": _commit(root),
    }
    digest.update(json.dumps(told, sort_keys=True).encode())
    # Templates of a site's own; the theme's are known by its version.
    own = (Path(folder) for folder in config.theme.dirs if Path(folder).is_relative_to(root))
    for top in (*(root / name for name in _READ), Path(config.docs_dir), *own, _CODE):
        for path in _files(top):
            name = path.relative_to(top).as_posix()
            digest.update(f"\0{top.name}/{name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _state(site: Path) -> str:
    """Names, sizes and times of all files of a site; reading thousands of them would take long."""
    digest = hashlib.sha256()
    for path in _files(site):
        there = path.stat()
        name = path.relative_to(site).as_posix()
        digest.update(f"{name}\0{there.st_size}\0{there.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
        return
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in _UNREAD)
        yield from (Path(folder, name) for name in sorted(names))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _commit(root: Path) -> str:
    """The commit that history and dates are read up to."""
    asked = ["git", "rev-parse", "HEAD", "--is-shallow-repository"]
    done = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout
