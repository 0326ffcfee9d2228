"""A data folder is the same on disk and in memory, and no name of it becomes a path."""

from pathlib import Path

import pytest

from sop_terbuka.data.catalog import examine, examine_with_sources
from sop_terbuka.data.files import Folder, folder_of
from sop_terbuka.data.node import MAX_BYTES

EXAMPLES = Path(__file__).parents[1] / "examples"


def in_memory(root: Path, name: str) -> Folder:
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    return Folder("", files).below(name)


@pytest.mark.parametrize("case", ["dasar", "campuran/makna", "campuran/susunan"])
def test_the_same_problems_are_found_wherever_the_files_are(case: str) -> None:
    root = EXAMPLES / case
    folders = [in_memory(root, name) for name in ("sop_data", "forms")]
    draft, found = examine_with_sources(*folders)
    on_disk, told = examine_with_sources(root / "sop_data", root / "forms")
    assert found == told
    assert draft == on_disk


def test_a_folder_tells_what_lies_in_it_and_below_in_order() -> None:
    folder = Folder("", {"a/c.yml": b"", "a/b/d.yml": b"1", "a/b.yml": b"", "e.yml": b""})
    assert folder.folders() == ["a"]
    assert [name for name, _ in folder.directly_in("a")] == ["a/b.yml", "a/c.yml"]
    assert [name for name, _ in folder.directly_in()] == ["e.yml"]
    assert folder.below("a") == Folder("a", {"c.yml": b"", "b/d.yml": b"1", "b.yml": b""})
    assert folder.below("a/b").files == {"d.yml": b"1"}


def test_links_and_hidden_files_of_a_disk_are_no_files(tmp_path: Path) -> None:
    root = tmp_path / "sop_data"
    (root / ".git").mkdir(parents=True)
    (root / ".git" / "a.yml").write_text("a: b")
    (root / ".b.yml").write_text("a: b")
    (root / "c.yml").write_text("a: b")
    (root / "tautan.yml").symlink_to(root / "c.yml")
    (root / "luar").symlink_to(tmp_path)
    assert folder_of(root) == Folder(
        "sop_data", {"c.yml": root / "c.yml"}, frozenset({"tautan.yml", "luar"})
    )


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "tidak-ada").files == {}


def test_names_that_lead_elsewhere_are_names_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../../luar.yml", "/etc/passwd.yml", "a/../../b.yml")
    _, problems = examine(Folder("sop_data", dict.fromkeys(names, b"nama: x\n")))
    assert {problem.aturan for problem in problems} <= {"id-salah", "berkas-tak-dibaca"}
    assert list(tmp_path.iterdir()) == []


def test_a_big_file_in_memory_is_refused_as_on_disk() -> None:
    content = b"#" * (MAX_BYTES + 1)
    _, problems = examine(Folder("sop_data", {"topik.yml": content}))
    assert [problem.aturan for problem in problems] == ["berkas-terlalu-besar"]
