"""Opens the zip of an office file with care: what is wrong with it is told at once."""

import zipfile
from pathlib import Path
from typing import IO

from lxml import etree

from .reading import IntakeError

_LARGEST = 400 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"

DAMAGED = "berkas ini rusak atau terpotong. Buka di program asalnya, lalu simpan ulang."
LOCKED = "berkas ini dikunci kata sandi. Buka, hapus kata sandinya, lalu simpan ulang."
EMPTY = "berkas ini kosong (0 bita)."


class Archive:
    """The parts of an office file by name."""

    def __init__(self, source: Path | IO[bytes]) -> None:
        """Open the file; raises IntakeError where it is no good zip."""
        if isinstance(source, Path) and first_bytes(source).startswith(_OLE):
            raise IntakeError(LOCKED)
        try:
            self._zip = zipfile.ZipFile(source)
            sizes = [item.file_size for item in self._zip.infolist()]
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise IntakeError(DAMAGED) from None
        if sum(sizes) > _LARGEST:
            raise IntakeError("isi berkas ini terlalu besar (lebih dari 400 MB setelah dibuka).")
        if any(item.flag_bits & 1 for item in self._zip.infolist()):
            raise IntakeError(LOCKED)
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """One part's bytes; empty where there is none."""
        if name not in self.names:
            return b""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
            raise IntakeError(DAMAGED) from None

    def xml(self, name: str) -> "etree._Element | None":
        """One part as a tree without outside entities; None where there is none."""
        data = self.read(name)
        if not data:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise IntakeError(DAMAGED) from None

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that a part names as related, of one kind (the end of the relation's type)."""
        folder, _, name = part.rpartition("/")
        tree = self.xml(f"{folder}/_rels/{name}.rels")
        found = []
        for relation in tree if tree is not None else ():
            if str(relation.get("Type", "")).endswith(f"/{kind}"):
                found.append(_joined(folder, str(relation.get("Target", ""))))
        return found


def first_bytes(path: Path) -> bytes:
    """The first bytes of a file; raises IntakeError where it is empty or unreadable."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        raise IntakeError("berkas ini tidak dapat dibuka. Periksa izin dan namanya.") from None
    if not start:
        raise IntakeError(EMPTY)
    return start


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
