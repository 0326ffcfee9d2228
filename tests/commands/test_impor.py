"""`sop impor` reads what it can, says of each other file what is wrong, and never stops."""

import json
import shutil
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.intake import office
from tests.intake.test_text import TABLE
from tests.intake.workbook import HEAD, write

ROWS: list[list[object]] = [
    ["Uji Coba"],
    *HEAD,
    [1, "Menerima berkas", None, None, None, "Berkas", "5 Menit", "Berkas diterima", None],
]


def test_readings_of_a_folder_are_one_json_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "b.xlsx", {"A": ROWS, "B": ROWS}, {})
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub" / "c.xlsx", {"A": ROWS}, {})
    (tmp_path / "~$b.xlsx").write_bytes(b"kunci")
    (tmp_path / "foto.jpg").write_bytes(b"x")
    assert main(["impor", "--bacaan", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert [reading["berkas"] for reading in json.loads(captured.out)] == [
        "b.xlsx",
        "b.xlsx",
        "c.xlsx",
    ]
    assert "[1/2]" in captured.err


def test_a_bad_file_is_told_and_the_next_one_still_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK rusak")
    write(tmp_path / "b.xlsx", {"A": ROWS}, {})
    assert main(["impor", "--bacaan", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)) == 1
    (line,) = [line for line in captured.err.splitlines() if "a.xlsx" in line]
    assert line.endswith(
        "berkas ini rusak atau terpotong. Buka di program asalnya, lalu simpan ulang."
    )


def test_an_unknown_kind_of_file_is_told_with_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"x")
    assert main(["impor", "--bacaan", str(tmp_path / "foto.jpg")]) == 1
    assert "belum dapat dibaca. Yang dapat dibaca: .doc" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["impor", "--bacaan", str(tmp_path / "tiada.xlsx")]) == 2
    assert "tidak ada" in capsys.readouterr().err


def test_without_libreoffice_an_old_format_gets_a_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert main(["impor", "--bacaan", str(tmp_path / "a.xls")]) == 1
    assert "simpan berkasnya sebagai .xlsx" in capsys.readouterr().err


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(Path(__file__).parents[1] / "examples" / "dasar", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_become_drafts_that_pass_the_rules(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site / "berkas"
    folder.mkdir()
    write(folder / "b.xlsx", {"A": ROWS, "B": ROWS}, {})
    (folder / "rusak.xlsx").write_bytes(b"PK")
    assert main(["impor", "berkas", "--instansi", "dinas-contoh"]) == 1
    captured = capsys.readouterr()
    assert "dibuat: sop_data/dinas-contoh/uji-coba.yml" in captured.out
    assert "dibuat: sop_data/dinas-contoh/uji-coba-2.yml" in captured.out
    assert "kata berkas ada di rancangan" in captured.out
    assert "2 rancangan." in captured.out
    assert main(["periksa"]) == 0


def test_without_an_office_the_command_asks_for_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site / "b.xlsx", {"A": ROWS}, {})
    assert main(["impor", "b.xlsx"]) == 2
    assert "--instansi" in capsys.readouterr().err
    assert main(["impor", "b.xlsx", "--instansi", "dinas-lain"]) == 1
    assert "sop instansi-baru dinas-lain" in capsys.readouterr().err


def test_the_review_sheet_lies_beside_the_data_and_is_renewed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(site / "b.xlsx", {"A": ROWS}, {})
    assert main(["impor", "b.xlsx", "--instansi", "dinas-contoh"]) == 0
    assert "dibuat: impor/dinas-contoh-uji-coba.html" in capsys.readouterr().out
    data = site / "sop_data" / "dinas-contoh" / "uji-coba.yml"
    data.write_text(data.read_text(encoding="utf-8").replace("5 Menit", "9 Menit"), "utf-8")
    assert main(["impor", "--perbarui"]) == 0
    assert "1 nilai berubah sejak dibaca" in capsys.readouterr().out


def test_items_of_a_draft_have_their_ids_from_the_start(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "b.txt").write_text(TABLE, "utf-8")
    assert main(["impor", "b.txt", "--instansi", "dinas-contoh"]) == 0
    (made,) = (site / "sop_data" / "dinas-contoh").glob("izin-uji.yml")
    assert "- id: " in made.read_text("utf-8").partition("dasar_hukum:")[2]
    capsys.readouterr()
    assert main(["migrasi"]) == 0
    assert made.name not in capsys.readouterr().out
    assert main(["periksa"]) == 0
