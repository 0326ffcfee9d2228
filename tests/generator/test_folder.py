"""The copy for a folder: links that name files, no policy, and the same bytes each time."""

import os
import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import pytest

from sop_terbuka.generator import folder
from sop_terbuka.generator.folder import _addresses, offer_copy, page_in_folder
from sop_terbuka.publish.assets import COPY, COPY_SIZE, FOLDER_SCRIPT, WORKER

PAGE = """<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x"></head>
<p data-di-situs>Unduh</p><p data-di-salinan hidden>Salinan</p>"""


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ('href="."', 'href="./index.html"'),
        ('href="./"', 'href="./index.html"'),
        ('href=".."', 'href="../index.html"'),
        ('href="../a/"', 'href="../a/index.html"'),
        ('href="../a/#b"', 'href="../a/index.html#b"'),
        ('action="../?q=a/"', 'action="../index.html?q=a/"'),
        ('href="#a/"', 'href="#a/"'),
        ('href="a.pdf"', 'href="a.pdf"'),
        ('href="https://contoh.id/a/"', 'href="https://contoh.id/a/"'),
        ('href="//contoh.id/"', 'href="//contoh.id/"'),
        ('href="tel:110/"', 'href="tel:110/"'),
    ],
)
def test_a_link_to_a_folder_names_its_page(link: str, made: str) -> None:
    assert page_in_folder(f"<a {link}>a</a>", 1) == f"<a {made}>a</a>"


def test_a_page_loses_its_policy_and_says_what_it_is() -> None:
    made = page_in_folder(PAGE, 2)
    assert "Content-Security-Policy" not in made
    assert f'<script src="../../{FOLDER_SCRIPT}"></script></head>' in made
    assert "Unduh" not in made
    assert "<p>Salinan</p>" in made


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": f"{PAGE}ZIP{COPY_SIZE}",
        "404.html": PAGE,
        "a/surat.pdf": "%PDF",
        WORKER: "self.a = 1;",
        "search/indeks.json": '{"a": "\u2028"}',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def read(site: Path) -> dict[str, str]:
    with ZipFile(site / COPY) as copy:
        assert copy.testzip() is None
        return {
            name.removeprefix("salinan-luring/"): copy.read(name).decode()
            for name in copy.namelist()
        }


def test_what_a_worker_would_read_stands_in_the_copy_as_scripts(site: Path) -> None:
    offer_copy(site, "2026-01-02", is_made=True)
    made = read(site)
    assert "404.html" not in made
    assert made["search/indeks.js"] == 'SopBerkas("search/indeks.json", {"a": "\\u2028"});\n'
    assert made[WORKER] == "SopPekerja(function (self, fetch) {\nself.a = 1;});\n"
    assert "self.SopPekerja" in made[FOLDER_SCRIPT]
    assert "ZIP, 2 KB" in (site / "index.html").read_text(encoding="utf-8")


def test_the_copy_is_the_same_bytes_whenever_it_is_made(site: Path) -> None:
    # The page tells the size, so the second copy is made of what a build writes.
    page = (site / "index.html").read_bytes()
    offer_copy(site, "2026-01-02", is_made=True)
    first = (site / COPY).read_bytes()
    (site / "index.html").write_bytes(page)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    offer_copy(site, "2026-01-02", is_made=True)
    assert (site / COPY).read_bytes() == first


def test_data_without_a_date_still_make_a_copy(site: Path) -> None:
    offer_copy(site, "", is_made=True)
    with ZipFile(site / COPY) as copy:
        assert {entry.date_time for entry in copy.infolist()} == {(1980, 1, 1, 0, 0, 0)}


DOCUMENTS = ("sop-ap.pdf", "sop-ap-a4.pdf", "sop-ap.docx", "ceklis.pdf", "kartu.png")


@pytest.fixture
def documents(site: Path) -> Path:
    """The site with an SOP's documents, a form of the same name and a page that offers them."""
    links = "".join(f'<a class="u" href="{name}">{name} (1 KB)</a>' for name in DOCUMENTS)
    for name in (*DOCUMENTS, "../buku-sop.pdf", "../../formulir/b/sop-ap.docx"):
        path = site / "kota/a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x" * 1000, "utf-8")
    (site / "kota/a/index.html").write_text(links, "utf-8")
    return site


def said(site: Path) -> str:
    return (site / "index.html").read_text("utf-8").partition("ZIP, ")[2]


def kept(site: Path) -> set[str]:
    return {name for name in read(site) if name.startswith(("kota/", "formulir/"))}


def test_a_small_copy_holds_everything_but_the_pictures_for_messages(documents: Path) -> None:
    offer_copy(documents, "2026-01-02", is_made=True)
    assert "tanpa" not in said(documents)
    assert kept(documents) == {
        "kota/a/index.html", "kota/a/sop-ap.pdf", "kota/a/sop-ap-a4.pdf", "kota/a/sop-ap.docx",
        "kota/a/ceklis.pdf", "kota/buku-sop.pdf", "formulir/b/sop-ap.docx",
    }  # fmt: skip


def test_a_large_copy_leaves_out_the_least_needed_first_and_says_so(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer_copy(documents, "2026-01-02", is_made=True)
    whole = (documents / COPY).stat().st_size
    (documents / "index.html").write_text(f"ZIP{COPY_SIZE}", "utf-8")
    monkeypatch.setattr(folder, "MOST", whole - 1500)
    offer_copy(documents, "2026-01-02", is_made=True)
    assert said(documents).endswith(", tanpa Word dan Excel, cetakan A4")
    made = read(documents)["kota/a/index.html"]
    assert "<span>sop-ap.docx (1 KB, di situs)</span>" in made
    assert '<a class="u" href="sop-ap.pdf">sop-ap.pdf (1 KB)</a>' in made


def test_what_an_applicant_prints_is_in_every_copy(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MOST", 0)
    offer_copy(documents, "2026-01-02", is_made=True)
    assert kept(documents) == {
        "kota/a/index.html", "kota/a/ceklis.pdf", "formulir/b/sop-ap.docx",
    }  # fmt: skip


def test_the_authors_own_server_makes_none(site: Path) -> None:
    offer_copy(site, "2026-01-02", is_made=False)
    assert not (site / COPY).exists()
    assert "ZIP, dibuat bersama situs" in (site / "index.html").read_text(encoding="utf-8")


def test_the_files_of_a_site_come_in_the_order_of_its_folders(tmp_path: Path) -> None:
    for address in ("a/x.html", "a-b/x.html", "a/b/y.pdf", ".htaccess", "index.html", "a.html"):
        path = tmp_path / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    paths = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert _addresses(tmp_path) == [path.relative_to(tmp_path).as_posix() for path in paths]


def test_a_large_file_is_not_held_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    (site / "api").mkdir(parents=True)
    whole = b'[{"sop": "kota-contoh/kartu"}]\n' * 400_000
    (site / "api" / "temuan.json").write_bytes(whole)
    tracemalloc.start()
    try:
        offer_copy(site, "2026-11-29", is_made=True)
        assert tracemalloc.get_traced_memory()[1] < len(whole) / 4
    finally:
        tracemalloc.stop()
    with ZipFile(site / COPY) as made:
        assert made.read("salinan-luring/api/temuan.json") == whole
