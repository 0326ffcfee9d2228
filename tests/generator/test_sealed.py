"""A build of what is there already renders nothing; a build of anything else does."""

import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config

from sop_terbuka.generator import sealed
from sop_terbuka.generator.sealed import Seal, seal


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of few files, with a site that was made from them."""
    root = tmp_path / "proyek"
    for name in ("docs/index.md", "sop_data/situs.yml", "forms/a.yml", "site/index.html"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: !ENV [NAMA_UJI, Uji]\n", encoding="utf-8")
    return root


def _seal(root: Path) -> Seal:
    return seal(root, load_config(str(root / "mkdocs.yml")))


def test_a_site_is_known_again_until_something_changes(root: Path) -> None:
    assert not _seal(root).fits(root / "site")
    _seal(root).put(root / "site")
    assert _seal(root).fits(root / "site")


@pytest.mark.parametrize(
    "name", ["docs/index.md", "docs/baru.md", "sop_data/situs.yml", "forms/b.yml", "mkdocs.yml"]
)
def test_a_changed_or_new_file_is_a_reason_to_build(root: Path, name: str) -> None:
    _seal(root).put(root / "site")
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("# lain\n")
    assert not _seal(root).fits(root / "site")


@pytest.mark.parametrize(
    ("variable", "value"), [("NAMA_UJI", "Lain"), ("SOURCE_DATE_EPOCH", "1700000001")]
)
def test_the_environment_counts_where_it_is_asked(
    root: Path, variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seal(root).put(root / "site")
    monkeypatch.setenv(variable, value)
    assert not _seal(root).fits(root / "site")


def test_changed_code_is_a_reason_to_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kode").mkdir()
    monkeypatch.setattr(sealed, "_CODE", tmp_path / "kode")
    _seal(root).put(root / "site")
    (tmp_path / "kode" / "baru.py").write_text("", encoding="utf-8")
    assert not _seal(root).fits(root / "site")


def test_a_site_that_was_touched_or_lost_is_built_again(root: Path) -> None:
    _seal(root).put(root / "site")
    (root / "site" / "index.html").write_text("lain", encoding="utf-8")
    assert not _seal(root).fits(root / "site")
    _seal(root).put(root / "site")
    shutil.rmtree(root / "site")
    assert not _seal(root).fits(root / "site")


def test_a_harmed_note_counts_as_none(root: Path) -> None:
    made = _seal(root)
    made.put(root / "site")
    made.file.write_bytes(b"")
    assert not _seal(root).fits(root / "site")
