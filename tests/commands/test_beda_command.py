"""`sop beda` on folders and git revisions; nothing is checked out."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data.node import MAX_BYTES
from sop_terbuka.revise import gittree
from tests.contoh_revisi import SAMPLES, SOP, commit, copied, edit, git, repository

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "repo")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str) -> tuple[int, str, str]:
        code = main(["beda", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return go


def test_without_arguments_it_tells_what_is_not_committed_yet(repo: Path, run: Run) -> None:
    assert run() == (0, "Tidak ada perubahan pada data.\n", "")
    edit(repo, SAMPLES["waktu-dinaikkan"])
    assert "1 berkas berubah. Memberatkan pemohon: 1." in run()[1]


def test_two_revisions_are_compared_without_touching_the_folder(repo: Path, run: Run) -> None:
    edit(repo, SAMPLES["waktu-dinaikkan"])
    commit(repo, "data: waktu", "2026-02-01T00:00:00Z")
    before = git(repo, "status", "--porcelain", "--branch")
    assert json.loads(run("HEAD~1", "HEAD", "--format", "json")[1])["jumlah"]["memberatkan"] == 1
    assert json.loads(run("HEAD", "HEAD~1", "--format", "json")[1])["jumlah"]["meringankan"] == 1
    assert git(repo, "status", "--porcelain", "--branch") == before


def test_two_folders_are_compared(tmp_path: Path, run: Run) -> None:
    one = copied(tmp_path / "a")
    two = edit(copied(tmp_path / "b"), SAMPLES["salah-ketik"])
    assert "redaksi: 2" in run(str(one), str(two))[1]
    assert run(str(one / "sop_data"), str(one))[1] == "Tidak ada perubahan pada data.\n"


@pytest.mark.parametrize(
    "name", ["tidak-ada", "--upload-pack=x", "HEAD:sop_data", "sop_data/peraturan"]
)
def test_what_is_neither_folder_nor_revision_is_said(repo: Path, run: Run, name: str) -> None:
    code, out, error = run("--", name)
    assert (code, out) == (1, "")
    assert f'"{name}" bukan folder berisi sop_data/ dan bukan revisi git di sini.' in error


def test_outside_git_a_revision_is_unknown(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("HEAD", str(copied(tmp_path / "a")))[0] == 1


def test_a_link_in_a_revision_is_refused(repo: Path, run: Run) -> None:
    (repo / "sop_data/kota-contoh/tautan.yml").symlink_to("/etc/passwd")
    head = commit(repo, "data: tautan", "2026-02-01T00:00:00Z")
    code, _, error = run(f"{head}~1", head)
    assert code == 1
    assert '"sop_data/kota-contoh/tautan.yml" tautan ke berkas lain, bukan berkas. Hapus' in error


def test_another_repository_in_a_revision_is_refused(repo: Path, run: Run) -> None:
    head = git(repo, "rev-parse", "HEAD").strip()
    data = _tree(repo, ("160000", "luar", head))
    made = git(repo, "commit-tree", _tree(repo, ("40000", "sop_data", data)), "-m", "x").strip()
    code, _, error = run("HEAD", made)
    assert code == 1
    assert '"sop_data/luar" repositori lain, bukan berkas.' in error


def test_a_giant_file_is_not_read_and_still_refused_by_the_reader(repo: Path) -> None:
    (repo / SOP).write_text("x" * (MAX_BYTES * 2), encoding="utf-8")
    head = commit(repo, "data: besar", "2026-02-01T00:00:00Z")
    assert gittree.tree(repo, head)[SOP] == bytes(MAX_BYTES + 1)


def test_a_revision_of_more_than_a_site_is_refused(
    repo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gittree, "MAX_ALL", 1000)
    assert "terlalu besar untuk dibandingkan" in run("HEAD", "HEAD")[2]


def _tree(repo: Path, *entries: tuple[str, str, str]) -> str:
    """A tree of these entries (mode, name, id), however odd their names."""
    raw = b"".join(
        f"{mode} {name}".encode() + b"\0" + bytes.fromhex(made) for mode, name, made in entries
    )
    command = ["git", "-C", str(repo), "hash-object", "-t", "tree", "-w", "--literally", "--stdin"]
    return (
        subprocess.run(command, input=raw, capture_output=True, check=True).stdout.decode().strip()
    )


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("..",), 'nama berkas "sop_data/../luar.yml" keluar dari folder data.'),
        ((".git",), 'nama berkas "sop_data/.git/luar.yml" keluar dari folder data.'),
        (("a\\..\\b",), "keluar dari folder data."),
        (("Kota", "kota"), '"sop_data/Kota/luar.yml" dan "sop_data/kota/luar.yml" hanya beda'),
    ],
)
def test_a_tree_that_leaves_its_folder_is_refused(
    repo: Path, run: Run, tmp_path: Path, names: tuple[str, ...], told: str
) -> None:
    command = ["git", "-C", str(repo), "hash-object", "-w", "--stdin"]
    blob = subprocess.run(command, input=b"jahat", capture_output=True, check=True).stdout
    inner = _tree(repo, ("100644", "luar.yml", blob.decode().strip()))
    data = _tree(repo, *(("40000", name, inner) for name in names))
    made = git(repo, "commit-tree", _tree(repo, ("40000", "sop_data", data)), "-m", "jahat").strip()
    code, _, error = run("HEAD", made)

    assert code == 1
    assert told in error
    assert [path for path in tmp_path.rglob("*") if path.name == "luar.yml"] == []
