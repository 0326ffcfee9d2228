"""Starting files: what `sop baru` and `sop instansi-baru` write has no problems."""

from pathlib import Path

import pytest

from sop_terbuka.data import catalog
from tests.contoh_revisi import copied
from tests.intake.conftest import Run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copied(tmp_path / "repo")
    monkeypatch.chdir(folder)
    return folder


def filled(root: Path) -> catalog.Catalog:
    """The data after an author has filled in what is marked, and nothing else."""
    _, problems = catalog.examine(root / "sop_data", root / "forms")
    assert {problem.aturan for problem in problems} <= {"masih-ganti"}
    for path in (*root.rglob("*.yml"), *root.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("GANTI", "Isi"), encoding="utf-8")
    return catalog.load(root / "sop_data", root / "forms")


def test_what_is_left_to_fill_is_named_and_nothing_else(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru", "--nama", "Dinas Baru", "--singkatan", "Disbar")
    run("baru", "kab-baru/izin-usaha")
    problems = catalog.examine(root / "sop_data", root / "forms")[1]
    assert {problem.aturan for problem in problems} == {"masih-ganti"}
    assert {problem.tempat for problem in problems if "izin-usaha.yml" in problem.berkas} == {
        "dasar 1, nama", "pengantar", "ringkasan", "langkah 1, kegiatan", "langkah 2, kegiatan",
        "sumber, berkas",
    }  # fmt: skip


def test_an_sop_born_here_needs_no_source(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru")
    code, out, _ = run("baru", "kab-baru/antre", "--rancangan", "--jenis", "sop-kesehatan")
    assert code == 0
    assert "sumber" not in out
    found = filled(root).sop["kab-baru/antre"]
    assert (found.status, found.jenis_dokumen, found.sumber) == ("rancangan", "sop-kesehatan", None)


def test_a_new_office_with_two_sops_passes_every_check(root: Path, run: Run) -> None:
    assert run("instansi-baru", "kab-baru", "--daerah", "Kabupaten Baru: Utara")[0] == 0
    assert run("baru", "kab-baru/izin-usaha", "--nama", "Izin Usaha # 1")[0] == 0
    assert run("baru", "kab-baru/cuti", "--internal")[0] == 0
    found = filled(root)
    assert [sop.nama for sop in found.of_office("kab-baru")] == ["Cuti", "Izin Usaha # 1"]
    assert found.instansi["kab-baru"].daerah == "Kabupaten Baru: Utara"
    assert found.formulir["izin-usaha"].layanan == ["kab-baru/izin-usaha"]


def test_the_command_names_its_files_and_the_next_step(run: Run) -> None:
    assert run("baru", "kota-contoh/izin-reklame") == (
        0,
        "dibuat: sop_data/kota-contoh/izin-reklame.yml\n"
        "dibuat: sop_data/sumber/kota-contoh-izin-reklame.txt\n"
        "dibuat: forms/izin-reklame.yml\n"
        "Isi yang bertanda GANTI, lalu jalankan: sop periksa\n",
        "",
    )


def test_a_form_of_the_same_name_at_another_office_stays(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru")
    assert run("baru", "kab-baru/permohonan-izin")[0] == 0
    found = filled(root)
    assert found.sop["kab-baru/permohonan-izin"].formulir == ["permohonan-izin-kab-baru"]


def test_every_commented_line_can_be_uncommented(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru")
    path = root / "sop_data/kab-baru/instansi.yml"
    keys = ("kontak", "jam", "tempat", "pengaduan", "pejabat")
    lines, active = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        active = line.startswith("# ") and (
            any(line == f"# {key}:" for key in keys) or (active and line.startswith("#  "))
        )
        lines.append(line[2:] if active else line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    office = filled(root).instansi["kab-baru"]
    assert (len(office.kontak), len(office.pengaduan), len(office.pejabat)) == (1, 1, 1)
    assert (len(office.jam), len(office.tempat)) == (1, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("baru", "kota-contoh/izin-parkir"), "sop_data/kota-contoh/izin-parkir.yml: sudah ada."),
        (("baru", "kota-lain/izin"), "Jalankan dahulu: sop instansi-baru kota-lain"),
        (("baru", "izin"), "Tulis INSTANSI/NAMA"),
        (("baru", "kota-contoh/../x"), '"../x" tidak dapat dipakai.'),
        (("baru", "kota-contoh/instansi"), '"instansi" tidak dapat dipakai.'),
        (("baru", "kota-contoh/x\n"), "tidak dapat dipakai."),
        (("baru", "kota-contoh/x", "--topik", "usah"), "Pilihan: usaha, "),
        (("instansi-baru", "peraturan"), '"peraturan" tidak dapat dipakai.'),
        (("instansi-baru", "Kota Contoh"), '"Kota Contoh" tidak dapat dipakai.'),
        (("instansi-baru", "kota-contoh"), "sop_data/kota-contoh/instansi.yml: sudah ada."),
    ],
)
def test_what_cannot_be_started_is_said_and_nothing_is_written(
    root: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(root.rglob("*"))
    code, _, error = run(*arguments)
    assert code == 1
    assert said in error
    assert sorted(root.rglob("*")) == before


def test_outside_a_data_folder_the_commands_say_where_to_go(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (("baru", "kota-contoh/x"), ("instansi-baru", "kota-x")):
        assert "folder sop_data tidak ada di sini" in run(*arguments)[2]
