"""Older data is carried to a newer vocabulary, comment by comment, and only once."""

from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data.model import FORMAT
from sop_terbuka.revise import edit, migrasi
from sop_terbuka.revise.migrasi import SITUS, STEPS, migrate

FOLDERS = Path(__file__).parents[1] / "migrasi"
OLD = {
    SITUS: "# Situs kami\nnama: Situs\nformat: 1\n",
    "sop_data/kota-contoh/kartu.yml": "# Kartu\nlama: 5 menit  # per orang\nlain: tetap\n",
}


def _renamed(name: str, text: str) -> str:
    return text.replace("lama:", "waktu:") if name != SITUS else text


def test_every_step_has_its_example_and_does_what_it_shows() -> None:
    shown = {int(path.name) for path in FOLDERS.iterdir()} if FOLDERS.is_dir() else set()
    assert shown == set(STEPS) == set(range(1, FORMAT))
    for number in STEPS:
        before = migrasi.read(FOLDERS / str(number) / "sebelum")
        after = migrasi.read(FOLDERS / str(number) / "sesudah")
        assert before | migrate(before, STEPS, number + 1) == after


def test_a_step_changes_what_it_must_and_keeps_every_comment() -> None:
    changed = migrate(OLD, {1: _renamed}, 2)
    assert changed == {
        SITUS: "# Situs kami\nnama: Situs\nformat: 2\n",
        "sop_data/kota-contoh/kartu.yml": "# Kartu\nwaktu: 5 menit  # per orang\nlain: tetap\n",
    }


def test_migrating_twice_changes_nothing() -> None:
    once = OLD | migrate(OLD, {1: _renamed}, 2)
    assert migrate(once, {1: _renamed}, 2) == {}


def test_each_step_knows_only_the_one_before() -> None:
    steps = {1: _renamed, 2: lambda name, text: text.replace("waktu: 5", "waktu: 6")}
    changed = migrate(OLD, steps, 3)
    assert "waktu: 6 menit" in changed["sop_data/kota-contoh/kartu.yml"]
    assert changed[SITUS].endswith("format: 3\n")


def test_data_older_than_the_file_of_the_site_gets_one() -> None:
    changed = migrate({"sop_data/kota-contoh/kartu.yml": "lama: 1 hari\n"}, {1: _renamed}, 2)
    assert changed[SITUS] == "format: 2\n"


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(edit.EditError, match="format 0 tidak dikenal"):
        migrate({SITUS: "format: 0\n"}, {}, 1)


def test_the_command_shows_first_and_writes_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sop_data/kota-contoh/kartu.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"lama: 5 menit\r\n")
    monkeypatch.chdir(tmp_path)
    real = migrate
    monkeypatch.setattr(migrasi, "migrate", lambda files: real(files, {1: _renamed}, 2))

    assert main(["migrasi"]) == 0
    shown = capsys.readouterr().out
    assert "-lama: 5 menit" in shown
    assert "+waktu: 5 menit" in shown
    assert path.read_bytes() == b"lama: 5 menit\r\n"

    assert main(["migrasi", "--tulis"]) == 0
    assert path.read_bytes() == b"waktu: 5 menit\r\n"
    capsys.readouterr()

    assert main(["migrasi", "--tulis"]) == 0
    assert "tidak ada yang perlu diubah" in capsys.readouterr().out


def test_old_data_gets_one_problem_and_the_words_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sop_data/kota-contoh/kartu.yml"
    path.parent.mkdir(parents=True)
    path.write_text("salah: semua\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sop_terbuka.data.draft.FORMAT", 2)

    assert main(["periksa"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("sop_data/situs.yml:1:1: format: ")
    assert "Jalankan sop migrasi. [format-lama]" in first
    assert last.startswith("1 masalah")
