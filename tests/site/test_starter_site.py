"""A new site builds at once, holds one office and nothing of ours, and says what is wrong in it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.conftest import build_site
from tests.site import crawl

from sop_terbuka.cli import main

OURS = re.compile(r"pekalongan|katingan|hampangen|dinperinaker|tenaga kerja", re.IGNORECASE)


def start(folder: Path) -> Path:
    """A new site for a market office."""
    arguments = ["--id", "kota-contoh", "--daerah", "Kota Contoh", "--singkatan", "Disdag"]
    assert main(["situs-baru", str(folder), *arguments]) == 0
    return folder


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return start(tmp_path_factory.mktemp("baru") / "situs")


@pytest.fixture(scope="module")
def built(starter: Path) -> Path:
    return build_site(starter, starter / "site")


def failed_build(project: Path) -> str:
    """What a build says that does not succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_new_site_has_no_problem(
    starter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(starter)
    assert main(["periksa"]) == 0
    assert capsys.readouterr().out.startswith("Tidak ada masalah")


def test_a_new_site_shows_its_office_and_nothing_of_ours(built: Path) -> None:
    page = crawl.read(built / "index.html")
    assert "Disdag Kota Contoh" in "".join(page.text)
    written = [p for p in built.rglob("*") if p.suffix in (".html", ".json", ".xml", ".ics")]
    assert len(written) > 20
    # The list of keys explains what an icon or an id may look like; it is the same everywhere.
    named = [p.name for p in written if OURS.search(p.read_text(encoding="utf-8"))]
    assert named == []


def test_only_what_its_services_need_is_shown(built: Path) -> None:
    assert [p.name for p in (built / "topik").iterdir() if p.is_dir()] == ["lain"]
    assert not [p for p in (built / "peraturan").iterdir() if p.is_dir()]


def test_every_link_of_a_new_site_leads_somewhere(built: Path) -> None:
    assert crawl.broken_links(built, crawl.pages(built)) == []


def test_a_program_that_comes_from_git_may_be_named(tmp_path: Path) -> None:
    source = "git+https://git.example/sop.git"
    assert main(["situs-baru", str(tmp_path / "situs"), "--mesin", source]) == 0
    made = tomllib.loads((tmp_path / "situs/pyproject.toml").read_text("utf-8"))
    assert made["project"]["dependencies"] == [f"sop-terbuka @ {source}"]
    # Without this its builder refuses an address among the dependencies.
    assert made["tool"]["hatch"]["metadata"] == {"allow-direct-references": True}


def test_a_site_is_not_written_over_another(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["situs-baru", str(starter)]) == 1
    assert "sudah ada isinya" in capsys.readouterr().err


def test_the_files_of_a_new_site_hold_no_mark_of_the_skeleton(starter: Path) -> None:
    for path in starter.rglob("*"):
        made = {"site", ".cache", "__pycache__"} & set(path.relative_to(starter).parts)
        if path.is_file() and not made:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"__[A-Z]+__|GANTI:", text), path


def test_two_offices_of_one_city_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = start(tmp_path / "situs")
    monkeypatch.chdir(site)
    second = ["--daerah", "Kota Contoh", "--singkatan", "Dinkes", "--nama", "Dinas Kesehatan"]
    assert main(["instansi-baru", "dinkes-contoh", *second]) == 0
    built = build_site(site, site / "site")
    for address in ("index.html", "dinas/index.html"):
        text = "".join(crawl.read(built / address).text)
        assert "Disdag Kota Contoh" in text
        assert "Dinkes Kota Contoh" in text


def test_all_mistakes_in_pages_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    site = start(tmp_path / "situs")
    (site / "docs" / "lain.md").write_text(
        "---\ntitle: Lain\nrender_macros: true\n---\n\n# Lain\n\n"
        '{{ diagram("kota-contoh/tidak-ada") }}\n\n'
        "[buntu](tentang/salah.md) dan [bagian](tentang/index.md#tidak-ada)\n\n"
        '<a href="{{ tautan(\'kota-contoh/hilang/\') }}">x</a> {{ jumlah("semua") }}\n\n'
        '<script>alert("x")</script>\n',
        encoding="utf-8",
    )
    (site / "docs" / "salah.md").write_text(
        "---\nrender_macros: true\n---\n# Salah\n\n{{ daftar_topk() }}\n", encoding="utf-8"
    )
    (site / "docs" / "buka.md").write_text(
        "---\nrender_macros: true\n---\n# Buka\n\n{{ daftar_topik( }}\n", encoding="utf-8"
    )
    said = [line for line in failed_build(site).splitlines() if line.startswith("docs/")]
    assert [line.split(": ", 1)[0] + " " + line.rpartition(" ")[2] for line in said] == [
        "docs/buka.md:6:1 [makro-salah]",
        "docs/lain.md:1:1 [skrip-asing]",
        "docs/lain.md:8:13 [makro-salah]",
        "docs/lain.md:10:9 [tautan-mati]",
        "docs/lain.md:10:56 [tautan-mati]",
        "docs/lain.md:12:21 [tautan-mati]",
        "docs/lain.md:12:64 [makro-salah]",
        "docs/salah.md:6:1 [makro-salah]",
    ]
    text = "\n".join(said)
    assert 'SOP "kota-contoh/tidak-ada" tidak ada.' in text
    assert 'Maksud Anda "daftar_topik"?' in text
    assert 'menuju "kota-contoh/hilang/", yang tidak diterbitkan' in text
