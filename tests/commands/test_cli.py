"""`sop periksa` prints every problem in the form asked for and says with its code how it went."""

import argparse
import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_terbuka.cli import main
from sop_terbuka.commands import COMMANDS, Command

EXAMPLES = Path(__file__).parents[1] / "examples"
GOOD_OUTPUT = "Tidak ada masalah (7 berkas diperiksa).\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the good data to spoil; the current folder is the one that holds it."""
    shutil.copytree(EXAMPLES / "dasar", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "sop_data"


@pytest.fixture
def bad(data: Path) -> Path:
    """Data with two bad files."""
    (data / "dinas-contoh" / "pengaduan.yml").write_text("", encoding="utf-8")
    (data / "istilah.yml").write_text("istilah: satu\n", encoding="utf-8")
    return data


KOSONG = (
    "sop_data/dinas-contoh/pengaduan.yml:1:1: berkas kosong. Isi paling sedikit kunci wajib. "
    "[berkas-kosong]\n"
)
DAFTAR = (
    "sop_data/istilah.yml:1:10: istilah: harus berupa daftar: satu butir per baris, "
    "diawali tanda - dan spasi. Untuk satu butir: [satu]. [jenis-salah]\n"
)


def count(problems: int, files: int) -> str:
    return (
        f"{problems} masalah di {files} berkas. "
        "Penjelasan tiap aturan: panduan-penulis/masalah/ di situs.\n"
    )


def test_good_data_gives_code_0(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa"]) == 0
    assert capsys.readouterr().out == GOOD_OUTPUT


def test_a_note_on_a_counted_text_holds_when_the_list_is_reordered(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = data / "dinas-contoh" / "kartu-usaha.yml"
    note = (
        "koreksi:\n  - {pada: 'peralatan[2]', tertulis: printer, menjadi: Printer, "
        "alasan: ejaan, keyakinan: tinggi}\n"
    )
    text = path.read_text("utf-8").replace("koreksi:\n", note)
    text = text.replace("  - Komputer\n  - Printer\n", "  - Printer\n  - Komputer\n")
    path.write_text(text, "utf-8")
    assert main(["periksa"]) == 0
    path.write_text(text.replace("menjadi: Printer", "menjadi: Pencetak"), "utf-8")
    assert main(["periksa"]) == 1
    assert 'isi peralatan[2] adalah "Komputer", bukan ini.' in capsys.readouterr().out


def test_bad_data_gives_code_1_and_every_problem(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa"]) == 1
    assert capsys.readouterr().out == KOSONG + DAFTAR + count(2, 2)


def test_only_the_problems_below_the_path_are_shown(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "sop_data/istilah.yml"]) == 1
    assert capsys.readouterr().out == DAFTAR + count(1, 1)


def test_a_folder_shows_the_problems_of_its_files(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "sop_data/dinas-contoh"]) == 1
    assert capsys.readouterr().out == KOSONG + count(1, 1)


def test_several_paths_are_checked_together(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "sop_data/istilah.yml", "sop_data/dinas-contoh/pengaduan.yml"]) == 1
    assert capsys.readouterr().out == KOSONG + DAFTAR + count(2, 2)


def test_a_good_file_beside_bad_ones_gives_code_0(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "sop_data/dinas-contoh/kartu-usaha.yml"]) == 0
    assert capsys.readouterr().out == GOOD_OUTPUT


@pytest.mark.parametrize("path", [".", "forms", "forms/kartu-usaha.yml"])
def test_the_data_is_found_from_the_project_and_from_its_forms(
    data: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", path]) == 0
    assert capsys.readouterr().out == GOOD_OUTPUT


def test_the_current_folder_may_lie_inside_the_data(
    bad: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(bad / "dinas-contoh")

    assert main(["periksa", "pengaduan.yml"]) == 1
    assert capsys.readouterr().out == KOSONG + count(1, 1)


def test_a_path_that_does_not_exist_gives_code_2(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "sop_data/kartu.yml"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "sop_data/kartu.yml: tidak ada. Tulis sop_data, atau isi di dalamnya.\n"


def test_a_file_that_is_no_data_is_not_called_good(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("README.md").write_text("# Judul\n", encoding="utf-8")

    assert main(["periksa", "README.md"]) == 2
    assert capsys.readouterr().err == (
        "README.md: bukan bagian dari data SOP. Tulis sop_data, atau isi di dalamnya.\n"
    )


def test_json_can_be_read_by_programs(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--format", "json"]) == 1
    assert [problem["aturan"] for problem in json.loads(capsys.readouterr().out)] == [
        "berkas-kosong",
        "jenis-salah",
    ]


def test_json_of_good_data_is_an_empty_list(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_one_command_for_each_problem(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=sop_data/dinas-contoh/pengaduan.yml,line=1,col=1,title=berkas-kosong::"
        "berkas kosong. Isi paling sedikit kunci wajib.\n"
        "::error file=sop_data/istilah.yml,line=1,col=10,title=jenis-salah::istilah: harus berupa "
        "daftar: satu butir per baris, diawali tanda - dan spasi. Untuk satu butir: [satu].\n"
    )


def test_github_of_good_data_says_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--format", "github"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [[], ["periksa", "--format", "xml"], ["bangun"]])
def test_wrong_use_gives_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "usage: sop" in capsys.readouterr().err


def test_letters_that_the_terminal_lacks_do_not_stop_the_report(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "topik.yml").write_text("topik: [{id: ✓, é: é}]\n", encoding="utf-8")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    assert main(["periksa", "sop_data/topik.yml"]) == 1
    sys.stdout.flush()
    assert b'id "\\u2713" salah bentuk.' in raw.getvalue()


def test_a_file_name_that_is_no_text_does_not_stop_the_report(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Linux takes any bytes as a name, and shows what is no text of them so.
    (data / "dinas-contoh" / "kartu\udcff.yml").write_text("a: b\n", encoding="utf-8")
    assert main(["periksa"]) == 1
    assert "dinas-contoh/kartu�.yml:1:1: nama berkas" in capsys.readouterr().out


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data whose files are overwritten again and again."""
    folder = tmp_path_factory.mktemp("acak")
    shutil.copytree(EXAMPLES / "dasar", folder, dirs_exist_ok=True)
    return folder / "sop_data"


FILES = [
    "dinas-contoh/kartu-usaha.yml",
    "dinas-contoh/instansi.yml",
    "peraturan/uu-1-2001.yml",
    "istilah.yml",
    "topik.yml",
]


@settings(deadline=None, max_examples=150)
@given(
    name=st.sampled_from(FILES),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    junk=st.one_of(st.binary(max_size=40), st.text(max_size=20).map(lambda t: t.encode("utf-16"))),
    form=st.sampled_from(["teks", "json", "github"]),
)
def test_no_bytes_in_a_file_give_a_traceback(
    scratch: Path, name: str, place: float, length: int, junk: bytes, form: str
) -> None:
    path = scratch / name
    good = path.read_bytes()
    start = int(place * len(good))
    path.write_bytes(good[:start] + junk + good[start + length :])
    try:
        assert main(["periksa", str(scratch), "--format", form]) in (0, 1)
    finally:
        path.write_bytes(good)


def test_help_lists_every_command_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for command in COMMANDS:
        assert f" {command.NAME} {command.HELP} " in " ".join(shown.split())


def test_the_site_is_found_from_a_folder_within_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(data / "dinas-contoh")
    assert main(["periksa"]) == 0
    assert capsys.readouterr().out == GOOD_OUTPUT


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.NEEDS_SITE])
def test_outside_a_site_a_command_says_where_to_go(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    parser = argparse.ArgumentParser()
    command.arguments(parser)
    needed = ["x/y" for action in parser._actions if not action.option_strings and action.required]
    assert main([command.NAME, *needed]) == 1
    assert capsys.readouterr().err == (
        "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data.\n"
    )


def test_what_cannot_be_done_is_printed_without_steering_the_terminal(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["baru", "dinas-contoh/\x1b[31mx"]) == 1
    error = capsys.readouterr().err
    assert error
    assert "\x1b" not in error
