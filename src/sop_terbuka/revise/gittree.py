"""Git read and written without a checkout: a revision's data as values, a change into a branch.

Only plumbing is used: the working folder, its index and its branch stay as they are.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..data.node import MAX_BYTES
from ..data.problem import SopTerbukaError

DATA = ("sop_data", "forms")
_FOLDERS = tuple(f"{name}/" for name in DATA)
# A script beside the data is a program all the same.
_KINDS = (".yml", ".yaml", ".txt", ".md", ".svg", ".png")
# More than any site has; what is larger would only fill the memory.
MAX_ALL = 300_000_000
_FILES = (b"100644", b"100755")


class GitError(SopTerbukaError):
    """Git refused; the message says what to do, in the author's words."""


def resolve(repository: Path, revision: str) -> str:
    """The full id of the commit that a revision names."""
    try:
        shown = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        return git(repository, *shown).decode().strip()
    except GitError:
        raise GitError(
            f'"{revision}" bukan folder berisi sop_data/ dan bukan revisi git di sini. '
            "Tulis nama cabang, tag, atau nomor commit (git log menampilkannya)."
        ) from None


def tree(repository: Path, commit: str) -> dict[str, bytes]:
    """The data files of a commit by name, read from git's store; nothing becomes a path.

    A tree may name anything. Names that lead out of the folder, files that fall together on a
    computer that takes `A` for `a`, links and other repositories are refused.
    """
    listed = git(repository, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *DATA)
    entries = [_Entry.of(line) for line in listed.split(b"\0") if line]
    _refuse(entries)
    small = [entry for entry in entries if entry.size <= MAX_BYTES]
    if sum(entry.size for entry in small) > MAX_ALL:
        raise GitError(
            f"data pada commit ini lebih dari {MAX_ALL // 1_000_000} MB, terlalu besar untuk "
            "dibandingkan."
        )
    found = dict(zip((e.name for e in small), _blobs(repository, small), strict=True))
    # The reader refuses bigger files by their size, so that many bytes are enough to show it.
    return {entry.name: found.get(entry.name, bytes(MAX_BYTES + 1)) for entry in entries}


def outside(repository: Path, before: str, after: str) -> list[str]:
    """The names of what differs between two commits and is no data."""
    command = ["diff", "--name-only", "-z", "--no-renames", before, after]
    names = [os.fsdecode(name) for name in git(repository, *command).split(b"\0") if name]
    return [n for n in names if not (n.startswith(_FOLDERS) and n.lower().endswith(_KINDS))]


class _Entry(NamedTuple):
    """One line of a listing of a tree."""

    mode: bytes
    blob: bytes
    size: int
    name: str

    @classmethod
    def of(cls, line: bytes) -> "_Entry":
        meta, name = line.split(b"\t", 1)
        mode, _, blob, size = meta.split()
        return cls(mode, blob, int(size) if size.isdigit() else 0, os.fsdecode(name))


def _refuse(entries: Iterable[_Entry]) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.name
        if any(part in _NO_NAMES or "\\" in part for part in name.casefold().split("/")):
            raise GitError(
                f'nama berkas "{name}" keluar dari folder data. Perubahan ini tidak dibaca; minta '
                "pengirimnya mengulang dari salinan yang bersih."
            )
        if entry.mode not in _FILES:
            what = "tautan ke berkas lain" if entry.mode == b"120000" else "repositori lain"
            raise GitError(
                f'"{name}" {what}, bukan berkas. Hapus, lalu simpan isinya sebagai berkas biasa.'
            )
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise GitError(
                f'"{other}" dan "{name}" hanya beda huruf besar, padahal di Windows dan macOS itu '
                "satu berkas. Ganti nama salah satunya."
            )


_NO_NAMES = frozenset({"", ".", "..", ".git", "git~1"})


def _blobs(repository: Path, entries: list[_Entry]) -> Iterator[bytes]:
    feed = b"".join(entry.blob + b"\n" for entry in entries)
    out = git(repository, "cat-file", "--batch", feed=feed) if entries else b""
    at = 0
    for entry in entries:
        start = out.index(b"\n", at) + 1
        yield out[start : start + entry.size]
        at = start + entry.size + 1


def read(repository: Path, commit: str, name: str) -> bytes | None:
    """One file of a commit; None where it is no regular file there."""
    listed = git(repository, "ls-tree", "-z", "--full-tree", commit, "--", name).split(b"\0")[0]
    if not listed or listed.split()[0] not in _FILES:
        return None
    return git(repository, "cat-file", "blob", listed.split()[2].decode())


def add_branch(
    repository: Path, branch: str, parent: str, files: dict[str, bytes], message: str
) -> str:
    """A new branch one commit above `parent`, with these files changed; returns the commit."""
    with tempfile.TemporaryDirectory(prefix="sop-usulan-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git(repository, "read-tree", parent, env=index)
        for name, content in files.items():
            blob = git(repository, "hash-object", "-w", "--stdin", feed=content).decode().strip()
            git(repository, "update-index", "--cacheinfo", f"100644,{blob},{name}", env=index)
        tree = git(repository, "write-tree", env=index).decode().strip()
    made = (
        git(repository, "commit-tree", tree, "-p", parent, feed=message.encode()).decode().strip()
    )
    try:
        # The empty old value lets git refuse where the branch is already there.
        git(repository, "update-ref", f"refs/heads/{branch}", made, "")
    except GitError:
        raise GitError(
            f'cabang "{branch}" sudah ada: usulan ini sudah pernah dijadikan cabang.'
        ) from None
    return made


def git(
    repository: Path, *arguments: str, feed: bytes | None = None, env: dict[str, str] | None = None
) -> bytes:
    """What a git command prints."""
    try:
        done = subprocess.run(
            ["git", "-C", str(repository), *arguments],
            input=feed,
            env=os.environ | {"LC_ALL": "C"} | (env or {}),
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git belum terpasang. Pasang git, atau bandingkan dua folder.") from None
    if done.returncode != 0:
        raise GitError(done.stderr.decode(errors="replace").strip() or "git gagal")
    return done.stdout
