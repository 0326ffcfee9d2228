"""A paper of our own comes back as the data it was made from, and a change on it as that change."""

import copy
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import _Row

from sop_terbuka.cli import main
from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.data.plain import written
from sop_terbuka.intake import readers
from sop_terbuka.intake.carried import carried_by, compare
from sop_terbuka.intake.printing import as_json
from sop_terbuka.publish.papers.official import sop_ap_docx
from tests.conftest import SAMPLE

OFFICE = "kota-wanasari"
SOP = f"{OFFICE}/kartu-ak1"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("sop_data", "forms"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def paper(site: Path, catalog: Catalog) -> Path:
    path = site / "sop-ap.docx"
    path.write_bytes(sop_ap_docx(catalog, catalog.sop[SOP], "1", "https://contoh.go.id/"))
    return path


def data(site: Path) -> str:
    return (site / "sop_data" / f"{SOP}.yml").read_text(encoding="utf-8")


def edited(paper: Path, change: Callable[[Document], None]) -> None:
    document = docx.Document(str(paper))
    change(document)
    document.save(str(paper))


def say(document: Document, old: str, new: str) -> None:
    """Write over the first paragraph in a table that says exactly this."""
    for table in document.tables:
        for paragraph in table._tbl.iter(qn("w:p")):
            texts = list(paragraph.iter(qn("w:t")))
            if "".join(text.text or "" for text in texts).strip() == old:
                texts[0].text = new
                for text in texts[1:]:
                    text.text = ""
                return
    raise AssertionError(old)


def row_of(document: Document, number: str) -> _Row:
    return next(row for row in document.tables[1].rows if row.cells[0].text == number)


def difference(before: str, after: str) -> list[str]:
    old, new = ([line.strip(" -") for line in text.splitlines()] for text in (before, after))
    return [f"-{line}" for line in old if line not in new] + [
        f"+{line}" for line in new if line not in old
    ]


def test_every_paper_comes_back_equal(catalog: Catalog, tmp_path: Path) -> None:
    for sop in catalog.sop.values():
        path = tmp_path / "sop-ap.docx"
        path.write_bytes(sop_ap_docx(catalog, sop, "1", "https://contoh.go.id/"))
        carried = carried_by(path)
        assert carried is not None
        assert (carried.id, carried.data) == (sop.id, written(sop))
        assert len(carried.printed["langkah"]) == len(sop.langkah), sop.id
        changes = compare(carried.data, carried.printed, as_json(readers.read(path)[0]))
        assert not changes, (sop.id, changes)


@pytest.mark.slow
def test_papers_saved_by_libreoffice_come_back_equal(catalog: Catalog, tmp_path: Path) -> None:
    papers = tmp_path / "asal"
    papers.mkdir()
    for sop in catalog.sop.values():
        data = sop_ap_docx(catalog, sop, "1", "https://contoh.go.id/")
        (papers / f"{sop.slug}-{sop.instansi}.docx").write_bytes(data)
    program = shutil.which("soffice")
    assert program
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
         "--convert-to", "docx", "--outdir", str(tmp_path / "lo"), *map(str, papers.iterdir())],
        check=True, capture_output=True,
    )  # fmt: skip
    saved = sorted((tmp_path / "lo").glob("*.docx"))
    assert len(saved) == len(catalog.sop)
    for path in saved:
        carried = carried_by(path)
        assert carried is not None, path.name
        changes = compare(carried.data, carried.printed, as_json(readers.read(path)[0]))
        assert not changes, (path.name, changes)


def test_an_unchanged_paper_changes_nothing(
    site: Path, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = data(site)
    # The paper itself says whose it is.
    assert main(["impor", "sop-ap.docx"]) == 0
    assert "sama dengan saat diunduh" in capsys.readouterr().out
    assert data(site) == before


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("15 menit", "20 menit", ["-waktu: 15 menit", "+waktu: 20 menit"]),
        ("KTP", "KTP dan KK", ["-KTP", "+KTP dan KK"]),
        (
            "Mengisi daftar hadir kemudian mengisi biodata di website E-Makaryo",
            "Mengisi biodata saja",
            [
                "-kegiatan: Mengisi daftar hadir kemudian mengisi biodata di website E-Makaryo",
                "+kegiatan: Mengisi biodata saja",
            ],
        ),
    ],
)
def test_a_changed_cell_comes_back_as_that_change_alone(
    site: Path, paper: Path, old: str, new: str, expected: list[str]
) -> None:
    before = data(site)
    edited(paper, lambda document: say(document, old, new))
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    now, _, recorded = data(site).partition("\nperubahan:\n")
    assert difference(before, now) == expected
    # A copy that differs from its source says so, and who said so.
    assert recorded.count("- pada: langkah[isi-biodata].") == 1
    assert "nama: Perubahan pada berkas sop-ap.docx" in recorded
    assert main(["periksa"]) == 0


def test_a_new_row_comes_back_as_a_step(site: Path, paper: Path) -> None:
    def add(document: Document) -> None:
        row = row_of(document, "4")
        made = copy.deepcopy(row._tr)
        row._tr.addnext(made)
        cells = list(dict.fromkeys(cell._tc for cell in _Row(made, document.tables[1]).cells))
        words = {0: "5", 1: "Mencetak kartu sementara", len(cells) - 3: "7 menit"}
        for n, cell in enumerate(cells):
            for k, text in enumerate(cell.iter(qn("w:t"))):
                text.text = words.get(n, "") if k == 0 else ""

    edited(paper, add)
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    steps = load(site / "sop_data", site / "forms").sop[SOP].langkah
    assert (steps[4].id, steps[4].waktu) == ("cetak", "7 menit")
    assert steps[4].kegiatan == "Mencetak kartu sementara"
    # The row was copied with its symbol.
    assert steps[4].pelaksana == steps[3].pelaksana
    # It is no copy of its source any more.
    assert "\nstatus: rancangan\n" in data(site)
    assert main(["periksa"]) == 0


def test_a_symbol_moved_to_another_lane_moves_the_actor(
    site: Path, paper: Path, catalog: Catalog
) -> None:
    def move(document: Document) -> None:
        cells = list(row_of(document, "4")._tr.iterchildren(qn("w:tc")))
        symbol = next(
            run
            for run in cells[3].iter(qn("w:r"))
            for drawn in run.iter(qn("wp:docPr"))
            if drawn.get("name") == "sop:terbitkan.petugas"
        )
        next(cells[4].iter(qn("w:p"))).append(symbol)

    edited(paper, move)
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    before, now = catalog.sop[SOP], load(site / "sop_data", site / "forms").sop[SOP]
    changed = [step for step, old in zip(now.langkah, before.langkah, strict=True) if step != old]
    assert [(step.id, step.pelaksana) for step in changed] == [("terbitkan", ["kasi"])]


def test_a_row_taken_away_takes_its_step_away(site: Path, paper: Path) -> None:
    before = load(site / "sop_data", site / "forms").sop[SOP].langkah

    def remove(document: Document) -> None:
        document.tables[1]._tbl.remove(row_of(document, "5")._tr)

    edited(paper, remove)
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    assert f"- id: {before[4].id}\n" not in data(site)
    assert f"- id: {before[3].id}\n" in data(site)
    # Nor does a correction of the step stay behind.
    assert f"langkah[{before[4].id}]" not in data(site)
    assert main(["periksa"]) == 0


def test_what_the_data_says_by_now_is_not_overwritten(
    site: Path, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site / "sop_data" / f"{SOP}.yml"
    path.write_text(data(site).replace("waktu: 15 menit", "waktu: 45 menit"), encoding="utf-8")
    before = data(site)
    edited(paper, lambda document: say(document, "15 menit", "20 menit"))
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    assert "belum dipasang" in capsys.readouterr().out
    assert data(site) == before


def test_a_lost_file_is_restored_from_its_paper(site: Path, paper: Path, catalog: Catalog) -> None:
    (site / "sop_data" / f"{SOP}.yml").unlink()
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 0
    assert load(site / "sop_data", site / "forms").sop[SOP] == catalog.sop[SOP]


def test_a_record_that_is_not_whole_is_refused(
    site: Path, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = zipfile.ZipFile(io.BytesIO(paper.read_bytes()))
    with zipfile.ZipFile(paper, "w") as made:
        for name in old.namelist():
            part = old.read(name)
            if name == "customXml/item1.xml":
                part = part.replace(b"15 menit", b"99 menit")
            made.writestr(name, part)
    assert main(["impor", "sop-ap.docx", "--instansi", OFFICE]) == 1
    assert "tidak utuh" in capsys.readouterr().err
