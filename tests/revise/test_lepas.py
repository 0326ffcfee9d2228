"""An office leaves a site with what only it used; what is shared stays and keeps its form."""

import shutil
from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data.catalog import load
from sop_terbuka.revise import lepas

GOOD = Path(__file__).parents[1] / "examples" / "dasar"
SECOND = "dinas-kedua"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good example with a second office that has a service, a word and a law of its own."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    data = tmp_path / "sop_data"
    shutil.copytree(data / "dinas-contoh", data / SECOND)
    for path in (data / SECOND).glob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("[pengaduan]", "[pengaduan-kedua]")
        path.write_text(text, encoding="utf-8")
    form = (tmp_path / "forms" / "pengaduan.yml").read_text(encoding="utf-8")
    (tmp_path / "forms" / "pengaduan-kedua.yml").write_text(
        form.replace("dinas-contoh/pengaduan", f"{SECOND}/pengaduan").replace(
            "instansi: dinas-contoh", f"instansi: {SECOND}"
        ),
        encoding="utf-8",
    )
    form = (tmp_path / "forms" / "kartu-usaha.yml").read_text(encoding="utf-8")
    assert "layanan: [dinas-contoh/kartu-usaha]" in form
    (tmp_path / "forms" / "kartu-usaha.yml").write_text(
        form.replace(
            "layanan: [dinas-contoh/kartu-usaha]",
            f"layanan: [dinas-contoh/kartu-usaha, {SECOND}/kartu-usaha]  # dua dinas",
        ),
        encoding="utf-8",
    )
    (data / "peraturan" / "perda-kedua-1-2020.yml").write_text(
        (data / "peraturan" / "perda-contoh-2-2010.yml").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    with (data / SECOND / "pengaduan.yml").open("a", encoding="utf-8") as file:
        file.write("\ndasar_hukum:\n  - {peraturan: perda-kedua-1-2020, tertulis: Perda}\n")
    with (data / "dinas-contoh" / "pengaduan.yml").open("a", encoding="utf-8") as file:
        file.write(
            "bukan_di_sini:\n  - untuk: Kartu\n    ke: Dinas kedua\n"
            f"    sop: {SECOND}/kartu-usaha\n"
            "    dasar: [{jenis: dinas, nama: Laman, url: https://contoh.test}]\n"
        )
    (data / "istilah.yml").write_text(
        "# Istilah kami\nistilah:\n"
        f"  - id: bersama\n    istilah: A\n    arti: B.\n"
        f"    sop: [dinas-contoh/kartu-usaha, {SECOND}/kartu-usaha]\n"
        f"  - id: sendiri\n    istilah: C\n    arti: D.\n    sop: [{SECOND}/pengaduan]\n",
        encoding="utf-8",
    )
    (data / "situs.yml").write_text(
        "format: 1\n# Contoh\ncontoh_cari:\n"
        f"  - {{kata: kartu, sop: dinas-contoh/kartu-usaha}}\n"
        f"  - {{kata: aduan, sop: {SECOND}/pengaduan}}\n",
        encoding="utf-8",
    )
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(f"# Rumah\n\n{SECOND}/pengaduan\n", encoding="utf-8")
    load(data, tmp_path / "forms")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_would_happen_is_shown_first(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert main(["instansi-lepas", SECOND]) == 0
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file()} == before
    assert capsys.readouterr().out.splitlines() == [
        "hapus: forms/pengaduan-kedua.yml",
        "hapus: sop_data/dinas-kedua/instansi.yml",
        "hapus: sop_data/dinas-kedua/kartu-usaha.yml",
        "hapus: sop_data/dinas-kedua/pengaduan.yml",
        "hapus: sop_data/peraturan/perda-kedua-1-2020.yml",
        "ubah: forms/kartu-usaha.yml",
        "ubah: sop_data/dinas-contoh/pengaduan.yml",
        "ubah: sop_data/istilah.yml",
        "ubah: sop_data/situs.yml",
        "lihat sendiri: docs/index.md:3: menyebut dinas-kedua",
        "5 berkas dihapus dan 4 diubah bila dijalankan dengan: "
        "sop instansi-lepas dinas-kedua --tulis",
    ]


def test_what_is_left_has_no_problem_and_keeps_its_comments(site: Path) -> None:
    assert main(["instansi-lepas", SECOND, "--tulis"]) == 0
    found = load(site / "sop_data", site / "forms")
    assert list(found.instansi) == ["dinas-contoh"]
    (elsewhere,) = found.sop["dinas-contoh/pengaduan"].bukan_di_sini
    assert (elsewhere.ke, elsewhere.sop) == ("Dinas kedua", None)
    assert not (site / "sop_data" / SECOND).exists()
    form = (site / "forms" / "kartu-usaha.yml").read_text(encoding="utf-8")
    assert "layanan: [dinas-contoh/kartu-usaha]  # dua dinas" in form
    terms = (site / "sop_data" / "istilah.yml").read_text(encoding="utf-8")
    assert terms.startswith("# Istilah kami\n")
    assert "bersama" in terms
    assert "sendiri" not in terms
    situs = (site / "sop_data" / "situs.yml").read_text(encoding="utf-8")
    assert situs.endswith("contoh_cari:\n  - {kata: kartu, sop: dinas-contoh/kartu-usaha}\n")


def test_an_unknown_office_is_refused_with_those_there_are(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["instansi-lepas", "dinas-lain"]) == 1
    assert "Yang ada: dinas-contoh, dinas-kedua." in capsys.readouterr().err


def test_the_last_office_stays(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lepas.carry_out(site, lepas.plan(site, SECOND))
    assert main(["instansi-lepas", "dinas-contoh"]) == 1
    assert "satu-satunya instansi" in capsys.readouterr().err
