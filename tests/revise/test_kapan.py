"""When files last changed, and that papers are made again only when something on them changed."""

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from sop_terbuka.publish.site import Site
from sop_terbuka.revise.kapan import file_dates
from tests.contoh_revisi import SOP, commit, edit, git, repository


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A beginning on the first of January, and one SOP changed in February."""
    folder = repository(tmp_path / "repo")
    edit(folder, [(SOP, "jumlah: 50000", "jumlah: 60000")])
    commit(folder, "data: biaya", "2026-02-01T10:00:00Z")
    return folder


def test_a_file_is_dated_by_the_last_commit_that_touched_it(repo: Path) -> None:
    dates = file_dates(repo)
    assert dates[SOP] == "2026-02-01"
    assert set(dates.values()) - {"2026-02-01"}
    assert all(name.startswith(("sop_data/", "forms/")) for name in dates)


def test_a_merge_dates_what_it_brings_to_the_main_line(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "usul")
    edit(repo, [(SOP, "jumlah: 60000", "jumlah: 70000")])
    commit(repo, "data: biaya lagi", "2026-03-01T10:00:00Z")
    git(repo, "checkout", "-q", "main")
    git(repo, "merge", "-q", "--no-ff", "-m", "gabung", "usul")
    assert file_dates(repo)[SOP] != "2026-02-01"


def test_without_the_whole_history_nothing_is_known(repo: Path, tmp_path: Path) -> None:
    git(repo, "clone", "-q", "--depth", "1", f"file://{repo}", str(tmp_path / "dangkal"))
    assert file_dates(tmp_path / "dangkal") == {}
    shutil.copytree(repo / "sop_data", tmp_path / "lepas" / "sop_data")
    assert file_dates(tmp_path / "lepas") == {}


def _keys(root: Path, date: str) -> dict[str, str]:
    site = Site.load(root, icon=lambda name: Markup(), date=date)
    return {job.address: job.key for job in site.jobs()}


def test_no_paper_is_made_again_because_a_day_has_passed(repo: Path) -> None:
    before = _keys(repo, "2026-02-02")
    (repo / "README.md").write_text("Halo\n", encoding="utf-8")
    commit(repo, "docs: halo", "2026-11-29T00:00:00Z")
    assert _keys(repo, "2026-11-29") == before


def test_only_the_papers_of_the_changed_sop_are_made_again(repo: Path) -> None:
    before = _keys(repo, "2026-02-02")
    edit(repo, [(SOP, "jumlah: 60000", "jumlah: 75000")])
    commit(repo, "data: biaya", "2026-11-29T00:00:00Z")
    after = _keys(repo, "2026-11-29")
    changed = {address for address, key in after.items() if key != before[address]}
    own = SOP.removeprefix("sop_data/").removesuffix(".yml")
    assert changed
    assert all(address.startswith(f"{own}/") for address in changed)
