"""One file at one address: two that would overwrite each other are an error that names both."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ..data.problem import SopTerbukaError

File = TypeVar("File")
# A file's bytes, where they are, or what makes them part by part: those of a large site are not
# held together, and neither is all of a long list.
Content = bytes | Path | Callable[[], Iterable[bytes]]


def parts_of(content: Content) -> Iterable[bytes]:
    """The bytes of a file in parts, read or made now."""
    if isinstance(content, bytes):
        return (content,)
    return (content.read_bytes(),) if isinstance(content, Path) else content()


def bytes_of(content: Content) -> bytes:
    """The bytes of a file, read or made now."""
    return b"".join(parts_of(content))


def one_each(found: Iterable[tuple[str, str, File]]) -> dict[str, File]:
    """The files by address, from who publishes each, its address, and the file."""
    files: dict[str, File] = {}
    owners: dict[str, str] = {}
    for owner, address, file in found:
        if address in files:
            raise SopTerbukaError(
                f'alamat "{address}" diterbitkan dua kali: oleh {owners[address]} dan oleh '
                f"{owner}. Ganti nama salah satunya."
            )
        files[address], owners[address] = file, owner
    return files
