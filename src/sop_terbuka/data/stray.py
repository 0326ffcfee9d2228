"""Files in the data folders that nobody reads: each is named, with what to do about it.

A file that is silently left out looks to its author as if it were on the site.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from .files import Folder
from .model.dasar import POLA_GAMBAR
from .problem import Place, Problem

# What a site says once, in the data folder itself.
SINGLE = ("situs", "istilah", "topik", "audiens", "masalah")
SUFFIXES = (".yml", ".yaml")
# Folders that are no office.
RESERVED = frozenset({"sumber", "peraturan"})
_OFFICE_FILES = (".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".pdf")


def strays(root: Folder, forms: Folder) -> Iterator[Problem]:
    """A problem for every file below the folders that is not read."""
    for name in sorted({*root.files, *root.links}):
        if name in root.links:
            yield _problem(name, root, "Tautan berkas tidak diikuti. Salin berkasnya ke sini.")
        elif not _is_read(PurePosixPath(name)):
            yield _problem(name, root, _advice(PurePosixPath(name), root))
    for name in sorted({*forms.files, *forms.links}):
        path = PurePosixPath(name)
        # Older sites keep scripts there.
        if len(path.parts) > 1 or path.suffix in SUFFIXES or path.name.endswith(".md"):
            if name in forms.links:
                yield _problem(name, forms, "Tautan berkas tidak diikuti. Salin berkasnya.")
            continue
        yield _problem(name, forms, _renamed(path) or "Hapus, atau pindahkan.")


def _is_read(path: PurePosixPath) -> bool:
    parts = path.parts
    is_yaml = path.suffix in SUFFIXES
    if len(parts) == 1:
        return (is_yaml and path.stem in SINGLE) or path.suffix == ".md"
    if parts[0] == "sumber":
        return len(parts) == 2 and path.suffix == ".txt"
    if len(parts) > 2:
        return False
    return is_yaml or path.suffix == ".md" or bool(POLA_GAMBAR.fullmatch(path.name))


def _advice(path: PurePosixPath, root: Folder) -> str:
    if renamed := _renamed(path):
        return renamed
    if path.suffix in SUFFIXES:
        offices = [name for name in root.folders() if name not in RESERVED]
        office = path.parts[0] if len(path.parts) > 2 else next(iter(offices), "nama-dinas")
        return f"Pindahkan ke folder dinasnya, misalnya {root.name}/{office}/{path.name}."
    if path.suffix.lower() in _OFFICE_FILES:
        return "Simpan di luar folder data, lalu jalankan sop impor untuk menyalin isinya."
    return "Hapus, atau pindahkan ke luar folder data."


def _renamed(path: PurePosixPath) -> str:
    """Advice for a name that was nearly right; empty for another."""
    name = path.name
    for ending in (".txt", ".bak", ".doc"):
        name = name.removesuffix(ending) if name[: -len(ending)].endswith(SUFFIXES) else name
    right = PurePosixPath(name)
    right = right.with_suffix(right.suffix.lower())
    if right.suffix not in SUFFIXES or right.name == path.name:
        return ""
    return f"Ganti namanya menjadi {right.name.lower()}."


def _problem(name: str, root: Folder, advice: str) -> Problem:
    place = Place(f"{root.name}/{name}", 1, 1, "")
    return place.problem("berkas-tak-dibaca", "berkas ini tidak dibaca.", advice)
