"""Files kept between builds: whole, or as if they were not there.

Beside each file stands its seal, the length and hash of its content; what does not fit its seal,
because a build was stopped or a disk failed, is made again.
"""

import hashlib
import os
from pathlib import Path


def keep(path: Path, content: bytes) -> None:
    """Write a file and then its seal, each beside and moved, so that no half file has a seal."""
    path.parent.mkdir(parents=True, exist_ok=True)
    seal = _seal(path)
    seal.unlink(missing_ok=True)
    _write(path, content)
    _write(seal, _sealed(content))


def is_whole(path: Path) -> bool:
    """Whether a file is there and is what was written."""
    return kept(path) is not None


def kept(path: Path) -> bytes | None:
    """The content of a file as it was written; None where it is not there or was harmed."""
    try:
        content = path.read_bytes()
        is_same = _seal(path).read_bytes() == _sealed(content)
    except OSError:
        return None
    return content if is_same else None


def _seal(path: Path) -> Path:
    return path.with_name(f"{path.name}.segel")


def _sealed(content: bytes) -> bytes:
    return f"{len(content)} {hashlib.sha256(content).hexdigest()}\n".encode()


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
