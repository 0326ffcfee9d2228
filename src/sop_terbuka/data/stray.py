"""Files in the data folders that nobody reads: each is named, with what to do about it.

A file that is silently left out looks to its author as if it were on the site.
"""

from collections.abc import Iterator
from pathlib import Path

from .model.dasar import POLA_GAMBAR
from .problem import Place, Problem

# What a site says once, in the data folder itself.
SINGLE = ("situs", "istilah", "topik", "audiens", "masalah")
SUFFIXES = (".yml", ".yaml")
# Folders that are no office.
RESERVED = frozenset({"sumber", "peraturan"})
_OFFICE_FILES = (".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".pdf")


def strays(root: Path, forms: Path | None) -> Iterator[Problem]:
    """A problem for every file below the folders that is not read."""
    for path in sorted(_files(root)):
        parts = path.relative_to(root).parts
        if not _is_read(path, parts):
            yield _problem(path, root, _advice(path, parts, root))
    if forms is None or not forms.is_dir():
        return
    for path in sorted(_files(forms)):
        parts = path.relative_to(forms).parts
        # Older sites keep scripts there.
        if len(parts) > 1 or path.suffix in SUFFIXES or path.name.endswith(".md"):
            if path.is_symlink():
                yield _problem(path, forms, "Tautan berkas tidak diikuti. Salin berkasnya.")
            continue
        yield _problem(path, forms, _renamed(path) or "Hapus, atau pindahkan.")


def _files(folder: Path) -> Iterator[Path]:
    # Hidden files are the editor's or Git's own.
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.is_symlink() or path.is_file()):
            yield path


def _is_read(path: Path, parts: tuple[str, ...]) -> bool:
    if path.is_symlink():
        return False
    is_yaml = path.suffix in SUFFIXES
    if len(parts) == 1:
        return (is_yaml and path.stem in SINGLE) or path.suffix == ".md"
    if parts[0] == "sumber":
        return len(parts) == 2 and path.suffix == ".txt"
    if len(parts) > 2:
        return False
    return is_yaml or path.suffix == ".md" or bool(POLA_GAMBAR.fullmatch(path.name))


def _advice(path: Path, parts: tuple[str, ...], root: Path) -> str:
    if path.is_symlink():
        return "Tautan berkas tidak diikuti. Salin berkasnya ke sini."
    if renamed := _renamed(path):
        return renamed
    if path.suffix in SUFFIXES:
        offices = sorted(p.name for p in root.iterdir() if p.is_dir() and p.name not in RESERVED)
        office = parts[0] if len(parts) > 2 else next(iter(offices), "nama-dinas")
        return f"Pindahkan ke folder dinasnya, misalnya {root.name}/{office}/{path.name}."
    if path.suffix.lower() in _OFFICE_FILES:
        return "Simpan di luar folder data, lalu jalankan sop impor untuk menyalin isinya."
    return "Hapus, atau pindahkan ke luar folder data."


def _renamed(path: Path) -> str:
    """Advice for a name that was nearly right; empty for another."""
    name = path.name
    for ending in (".txt", ".bak", ".doc"):
        name = name.removesuffix(ending) if name[: -len(ending)].endswith(SUFFIXES) else name
    right = Path(name).with_suffix(Path(name).suffix.lower())
    if right.suffix not in SUFFIXES or right.name == path.name:
        return ""
    return f"Ganti namanya menjadi {right.name.lower()}."


def _problem(path: Path, root: Path, advice: str) -> Problem:
    shown = f"{root.name}/{path.relative_to(root).as_posix()}"
    return Place(shown, 1, 1, "").problem("berkas-tak-dibaca", "berkas ini tidak dibaca.", advice)
