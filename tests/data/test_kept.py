"""What is kept between builds is whole, or is made again."""

from pathlib import Path

import pytest

from sop_terbuka.data.kept import is_whole, keep, kept
from sop_terbuka.publish.papers.cache import Cache


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "a" / "berkas", b"isi")
    assert kept(tmp_path / "a" / "berkas") == b"isi"
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["berkas", "berkas.segel"]


def test_nothing_is_kept_where_nothing_was(tmp_path: Path) -> None:
    assert kept(tmp_path / "berkas") is None


@pytest.mark.parametrize("harmed", [b"", b"is", b"iso", b"isi "])
def test_a_harmed_file_counts_as_lost(tmp_path: Path, harmed: bytes) -> None:
    keep(tmp_path / "berkas", b"isi")
    (tmp_path / "berkas").write_bytes(harmed)
    assert not is_whole(tmp_path / "berkas")


def test_a_file_without_its_seal_counts_as_lost(tmp_path: Path) -> None:
    keep(tmp_path / "berkas", b"isi")
    (tmp_path / "berkas.segel").unlink()
    assert kept(tmp_path / "berkas") is None


def test_a_truncated_paper_is_made_again(tmp_path: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"%PDF kertas")
        return made[-1]

    path = Cache(tmp_path).path("kunci", make)
    path.write_bytes(b"")
    assert not Cache(tmp_path).has("kunci")
    assert Cache(tmp_path).path("kunci", make).read_bytes() == b"%PDF kertas"
    assert len(made) == 2
