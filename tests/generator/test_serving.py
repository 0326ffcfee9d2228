"""The author's own server shows what is wrong, and the site again once it is mended."""

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_terbuka.data.problem import Problem
from sop_terbuka.generator.serving import ADDRESSES, guarded, problem_page
from tests.generator.proyek import small_project

SOP = "sop_data/dinas-contoh/kartu-usaha.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "proyek")


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """The server of a project whose data is broken from the start."""
    text = (project / SOP).read_text(encoding="utf-8")
    (project / SOP).write_text(text.replace("wajib: ya", "wajib: Ya"), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stderr
    said = []
    for line in running.stderr:
        said.append(line)
        if "Serving on" in line:
            break
    else:
        pytest.fail("".join(said))
    yield f"http://{place}/"
    running.terminate()
    running.communicate()


def fetched(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def after_change(address: str, path: Path, old: str, new: str) -> None:
    """Save a file and wait as a browser does: for the server's word that there is something new."""
    epoch = re.findall(r"livereload\((\d+), \d+\)", fetched(address)[1])[-1]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    while fetched(f"{address}livereload/{epoch}/0")[1] == epoch:
        pass


def test_what_is_wrong_stands_in_the_browser_until_it_is_mended(
    project: Path, address: str
) -> None:
    status, page = fetched(address)
    assert status == 200
    assert "<h1>1 masalah pada data</h1>" in page
    assert f"<h2>{SOP}</h2>" in page
    assert "<span>baris 32</span>" in page
    assert "<b>persyaratan 1, wajib:</b> &#34;Ya&#34; bukan pilihan. Tulis ya" in page

    # Also at the address of a page that the site would have.
    status, page = fetched(f"{address}dinas-contoh/kartu-usaha/")
    assert status == 404
    assert "<h1>1 masalah pada data</h1>" in page

    after_change(address, project / SOP, "wajib: Ya", "wajib: ya")
    status, page = fetched(f"{address}dinas-contoh/kartu-usaha/")
    assert status == 200
    assert "masalah pada data" not in page
    assert "Kartu usaha kecil" in page

    after_change(address, project / SOP, "nama: Kartu usaha kecil", "nama: Kartu #1")
    status, page = fetched(f"{address}dinas-contoh/kartu-usaha/")
    assert status == 404
    assert "teks sesudah tanda # tidak dibaca" in page

    # What is no data, such as a page where a generated one stands, is told there, too.
    (project / "docs/topik").mkdir()
    (project / "docs/topik/index.md").write_text("# Topik\n", encoding="utf-8")
    after_change(address, project / SOP, "nama: Kartu #1", "nama: Kartu usaha kecil")
    status, page = fetched(address)
    assert "<h1>Situs tidak jadi dibangun</h1>" in page
    assert "docs/topik/index.md: halaman ini dibuat dari data" in page


def test_the_page_lists_files_and_lines_in_order_and_holds_text_as_text() -> None:
    problems = [
        Problem("b.yml", 3, 1, "", "<img src=x>", "x"),
        Problem("a.yml", 9, 2, "langkah 1", "dua", "x"),
        Problem("a.yml", 2, 4, "", "satu", "x"),
    ]
    page = problem_page(problems).decode()
    order = [page.index(text) for text in ("a.yml", "baris 2<", "baris 9<", "b.yml", "baris 3<")]
    assert order == sorted(order)
    assert "&lt;img src=x&gt;" in page
    assert "<img" not in page


def test_a_page_replaces_itself_only_by_other_problems() -> None:
    first, second = (problem_page([Problem("a", n, 1, "", "x", "y")]).decode() for n in (1, 2))
    mark = re.findall(r'data-tanda="(\w{64})"', first)[0]
    assert mark not in second
    assert problem_page([Problem("a", 1, 1, "", "x", "y")]).decode() == first


@pytest.mark.parametrize("error", [SystemExit("\nkata <b>"), ValueError("kata <b>")])
def test_whatever_stops_a_build_is_shown(error: BaseException, tmp_path: Path) -> None:
    def build() -> None:
        (tmp_path / "lama.html").write_text("lama", encoding="utf-8")
        raise error

    guarded(build, tmp_path)()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(ADDRESSES)
    assert "kata &lt;b&gt;" in (tmp_path / "index.html").read_text(encoding="utf-8")
