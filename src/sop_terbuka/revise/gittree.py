"""Git read and written without a checkout: a revision's data into a folder, a change into a branch.

Only plumbing is used: the working folder, its index and its branch stay as they are.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..data.node import MAX_BYTES
from ..data.problem import SopTerbukaError
from . import migrasi

DATA = ("sop_data", "forms")
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


@contextmanager
def extracted(repository: Path, revision: str) -> Iterator[Path]:
    """A temporary folder that holds the data of a revision."""
    with tempfile.TemporaryDirectory(prefix="sop-beda-") as folder:
        extract(repository, resolve(repository, revision), Path(folder))
        # What was written in older words is compared in today's.
        migrasi.upgrade(Path(folder))
        yield Path(folder)


def extract(repository: Path, commit: str, target: Path) -> None:
    """Write the data files of a commit; links and submodules are left out, as the reader does.

    A tree may name anything. What would leave the folder, or fall together with another file on
    a computer that takes `A` for `a`, is refused before a byte is written.
    """
    listed = git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *DATA)
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    found = [
        (meta.split()[2], os.fsdecode(name)) for meta, name in entries if meta.split()[0] in _FILES
    ]
    _refuse([name for _, name in found])
    contents = _blobs(repository, [blob for blob, _ in found])
    for (_, name), content in zip(found, contents, strict=True):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _refuse(names: list[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        if any(part in _NO_NAMES or "\\" in part for part in name.casefold().split("/")):
            raise GitError(
                f'nama berkas "{name}" keluar dari folder data. Perubahan ini tidak dibaca; minta '
                "pengirimnya mengulang dari salinan yang bersih."
            )
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise GitError(
                f'"{other}" dan "{name}" hanya beda huruf besar, padahal di Windows dan macOS itu '
                "satu berkas. Ganti nama salah satunya."
            )


_NO_NAMES = frozenset({"", ".", "..", ".git", "git~1"})


def _blobs(repository: Path, blobs: list[bytes]) -> Iterator[bytes]:
    out = git(repository, "cat-file", "--batch", feed=b"\n".join(blobs) + b"\n") if blobs else b""
    at = 0
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        # The reader refuses bigger files by their size, so one byte more is enough to show it.
        yield out[end + 1 : end + 1 + min(size, MAX_BYTES + 1)]
        at = end + 1 + size + 1


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
