"""What changed and when, in words: read from git's history, or from a file made earlier."""

import functools
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..data.kept import keep, kept
from ..data.remembered import Memory
from . import gittree
from .revisi import Berkas, State, compare, of_commit
from .revisi.kabar import is_news
from .revisi.record import Dampak

VERSI = 2


@dataclass(frozen=True)
class Kalimat:
    """One change as a sentence, with its effect and both values where they are texts.

    `pasti` says that the effect is certain, `kabar` that it is news for people.
    """

    dampak: Dampak
    teks: str
    pasti: bool = True
    kabar: bool = True
    sebelum: str = ""
    sesudah: str = ""


@dataclass(frozen=True)
class Entri:
    """What one commit changed in one file of the data; `induk` is the commit before."""

    commit: str
    waktu: str
    jenis: str
    id: str
    nama: str
    keadaan: str
    perubahan: tuple[Kalimat, ...]
    induk: str = ""

    @property
    def tanggal(self) -> str:
        """The day, as the commit's own time zone had it."""
        return self.waktu[:10]

    @property
    def instansi(self) -> str:
        """The office of an SOP or of itself; empty for what belongs to no office."""
        return self.id.partition("/")[0] if self.jenis in ("sop", "instansi") else ""


@dataclass(frozen=True)
class Riwayat:
    """All entries, newest first."""

    entri: tuple[Entri, ...] = ()

    def of(self, jenis: str, record_id: str) -> tuple[Entri, ...]:
        """The entries of one file."""
        return tuple(e for e in self.entri if (e.jenis, e.id) == (jenis, record_id))

    def for_people(self) -> "Riwayat":
        """What is news for people: work on our copies of the offices' documents is none."""
        found = []
        for entry in self.entri:
            told = tuple(sentence for sentence in entry.perubahan if sentence.kabar)
            if told:
                found.append(replace(entry, perubahan=told))
        return Riwayat(tuple(found))

    def of_office(self, office: str) -> tuple[Entri, ...]:
        """The entries of one office and its SOPs."""
        return tuple(entry for entry in self.entri if entry.instansi == office)


def load(root: Path, cache: Path, prebuilt: Path | None = None) -> Riwayat:
    """The history below a folder, as whole as can be had; `cache` keeps what was worked out.

    A shallow clone or a folder without git knows too little: there the prebuilt file is used.
    """
    if is_whole(root):
        return from_git(root, cache)
    path = prebuilt or root / "riwayat.json"
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else Riwayat()


def from_git(root: Path, cache: Path, revision: str = "HEAD") -> Riwayat:
    """The history of the main line up to a revision."""
    reader = _Reader(root)
    entries: list[Entri] = []
    for commit, parent, when in _commits(root, revision):
        # What a commit changed never changes, so it is worked out once for these words of ours.
        path = cache / f"{parent[:20] or 'awal'}-{commit[:20]}-{_words_hash()[:12]}.json"
        content = kept(path)
        if content is None:
            content = json.dumps(reader.changes(parent, commit), ensure_ascii=False).encode()
            keep(path, content)
        found = json.loads(content)
        entries += [_entry(item, commit, when, parent) for item in found]
    return Riwayat(tuple(entries))


def to_json(history: Riwayat) -> str:
    """The history as a file for builds that cannot see git's."""
    made = {
        "versi": VERSI,
        "entri": [vars(e) | {"perubahan": [vars(k) for k in e.perubahan]} for e in history.entri],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Riwayat:
    """The history from such a file; empty where it is of another version."""
    made = json.loads(text)
    if made.get("versi") != VERSI:
        return Riwayat()
    return Riwayat(
        tuple(_entry(item, item["commit"], item["waktu"], item["induk"]) for item in made["entri"])
    )


def is_whole(root: Path) -> bool:
    """Whether git knows the whole history of this folder, and it is the folder's own."""
    try:
        shallow = gittree.git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        top = Path(gittree.git(root, "rev-parse", "--show-toplevel").decode().strip())
        gittree.git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except gittree.GitError:
        return False
    # A copy without .git inside somebody else's repository has that one's history, not its own.
    return not shallow and top.resolve() == root.resolve()


def _commits(root: Path, revision: str) -> Iterator[tuple[str, str, str]]:
    """Commits of the main line that touch the data, newest first: id, parent, time."""
    line_of = gittree.git(root, "log", "--first-parent", "--format=%H", revision).decode().split()
    before = dict(pairwise(line_of))
    log = gittree.git(
        root,
        "log",
        "--first-parent",
        "--format=%H %P%x09%cI",
        revision,
        "--",
        *gittree.DATA,
    ).decode()
    for line in log.splitlines():
        ids, _, when = line.partition("\t")
        commit, *parents = ids.split()
        # git log shows the parents of the simplified history; the real first one is wanted.
        yield commit, before.get(commit, "") if parents else "", when


class _Reader:
    """Reads the data of commits, each state once: one commit's parent is the next one's end."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.last: dict[bytes, State] = {}
        # One commit differs from the next in few files.
        self.memory = Memory()

    def changes(self, parent: str, commit: str) -> list[dict[str, Any]]:
        """What a commit changed, as plain data."""
        try:
            after = self.state(commit)
            before = self.state(parent) if parent else State()
        except gittree.GitError:
            return []  # A tree that is refused is told by `sop beda`; it stops no build.
        return [_plain(file, before, after) for file in compare(before, after).berkas]

    def state(self, commit: str) -> State:
        trees = gittree.git(self.root, "ls-tree", "-z", commit, "--", *gittree.DATA)
        if trees not in self.last:
            # Only the newest two are wanted again; all of them would fill the memory.
            with self.memory.used():
                made = of_commit(self.root, commit)
            self.last = dict(list(self.last.items())[-1:]) | {trees: made}
        return self.last[trees]


@functools.cache
def _words_hash() -> str:
    """The hash of the code that decides what a change is called."""
    library = Path(__file__).parents[1]
    digest = hashlib.sha256()
    read = [library / "data" / name for name in ("catalog.py", "check.py", "node.py", "uang.py")]
    read = [*read, library / "revise" / "migrasi.py"]
    named = (
        library / "data" / "model",
        library / "data" / "waktu",
        library / "revise" / "revisi",
    )
    for path in [*read, *(path for folder in named for path in sorted(folder.glob("*.py")))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _plain(file: Berkas, before: State, after: State) -> dict[str, Any]:
    return {
        "jenis": file.jenis,
        "id": file.id,
        "nama": file.nama,
        "keadaan": file.keadaan,
        "perubahan": [
            {
                "dampak": change.dampak,
                "teks": change.ringkas,
                "pasti": not change.periksa,
                "kabar": is_news(file, change, before, after),
                "sebelum": change.sebelum or "",
                "sesudah": change.sesudah or "",
            }
            for change in file.perubahan
            if not change.tetap
        ],
    }


def _entry(item: dict[str, Any], commit: str, when: str, parent: str) -> Entri:
    sentences = tuple(Kalimat(**sentence) for sentence in item["perubahan"])
    return Entri(
        commit, when, item["jenis"], item["id"], item["nama"], item["keadaan"], sentences, parent
    )
