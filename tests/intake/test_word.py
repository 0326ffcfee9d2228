import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from sop_terbuka.intake import readers
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import IntakeError
from sop_terbuka.intake.word import read
from tests.intake.letters import HEAD, arrow, document, symbol, vml

IDENTITY = [
    ["DINAS CONTOH", "Nomor SOP", "7/2025"],
    ["", "Disahkan oleh", "Kepala Dinas\n\n\nNAMA PEJABAT\nNIP. 1900"],
    ["BIDANG UJI", "Nama SOP", "Izin Uji"],
    ["Dasar hukum", "Peringatan", ""],
    ["UU 1 Tahun 2000\nUU 2 Tahun 2001", "Jangan telat", ""],
]
MATRIX = [
    *HEAD,
    ["1", "Menerima berkas", "", "", "Berkas", "5 menit", "Catatan", ""],
    ["2", "Memeriksa berkas", "", "", "Berkas", "1 hari", "Hasil", ""],
]


def shown(tmp_path: Path, draw: dict[tuple[int, int], str]) -> dict[str, Any]:
    (reading,) = read(document(tmp_path / "a.docx", IDENTITY, MATRIX, draw=draw))
    return as_json(reading)


def test_identity_and_matrix_come_from_the_documents_tables(tmp_path: Path) -> None:
    found = shown(tmp_path, {})
    assert found["identitas"] == {
        "unit": ["DINAS CONTOH", "BIDANG UJI"],
        "nomor": "7/2025",
        "nip_pengesah": "1900",
        "nama_pengesah": "NAMA PEJABAT",
        "jabatan_pengesah": "Kepala Dinas",
        "nama_sop": "Izin Uji",
    }
    assert found["dasar_hukum"] == ["UU 1 Tahun 2000", "UU 2 Tahun 2001"]
    assert found["pelaksana"] == ["Petugas", "Kepala"]
    assert [row["waktu"] for row in found["langkah"]] == ["5 menit", "1 hari"]


def test_floating_shapes_stand_on_the_lane_and_row_of_their_cell(tmp_path: Path) -> None:
    found = shown(
        tmp_path,
        {
            (2, 2): symbol(5, "flowChartTerminator", "Mulai", old=True),
            (3, 3): symbol(6, "diamond"),
            (2, 3): arrow(7, -20, 30, 20, 25),
        },
    )
    assert [
        (s["pelaksana"], s["jenis"], s["teks"]) for row in found["langkah"] for s in row["simbol"]
    ] == [("Petugas", "mulai", "Mulai"), ("Kepala", "keputusan", "")]
    assert found["panah"] == [["1:Petugas", "2:Kepala", ""]]


def test_shapes_anchored_above_the_table_reach_into_it(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", IDENTITY, MATRIX, draw={})
    made = docx.Document(str(path))
    above = made.tables[1]._tbl.getprevious()
    # Rows are 40 points tall, columns 60 wide; the paragraph stands right above the table.
    for run in (
        symbol(5, "flowChartTerminator", "Mulai", x=130, y=110),
        symbol(6, "diamond", x=190, y=150),
        arrow(7, 150, 130, 60, 20),
    ):
        above.append(parse_xml(run))
    made.save(str(path))
    found = as_json(read(path)[0])
    assert [(s["pelaksana"], s["jenis"]) for row in found["langkah"] for s in row["simbol"]] == [
        ("Petugas", "mulai"),
        ("Kepala", "keputusan"),
    ]
    assert found["panah"] == [["1:Petugas", "2:Kepala", ""]]


def test_shapes_of_older_word_files_are_read_as_well(tmp_path: Path) -> None:
    found = shown(
        tmp_path,
        {
            (2, 2): vml("116", "margin-left:5pt;margin-top:5pt;width:40pt;height:20pt"),
            (3, 2): vml("109", "margin-left:5pt;margin-top:5pt;width:40pt;height:20pt"),
            (2, 3): vml("", "", line=("-35pt,26pt", "-35pt,44pt")),
        },
    )
    assert [s["jenis"] for row in found["langkah"] for s in row["simbol"]] == ["mulai", "proses"]
    assert found["panah"] == [["1:Petugas", "2:Petugas", ""]]


def test_a_matrix_goes_on_in_the_next_table(tmp_path: Path) -> None:
    more = [*HEAD, ["3", "Menyerahkan", "", "", "Hasil", "1 jam", "Surat", ""]]
    bare = [["4", "Mengarsipkan", "", "", "Surat", "2 jam", "Arsip", ""]]
    path = document(tmp_path / "a.docx", IDENTITY, MATRIX, more, bare, draw={})
    (reading,) = read(path)
    assert [row.no for row in reading.langkah] == ["1", "2", "3", "4"]


def test_two_sops_in_one_file_are_two_readings(tmp_path: Path) -> None:
    other = [[cell.replace("Izin Uji", "Izin Lain") for cell in row] for row in IDENTITY]
    path = document(tmp_path / "a.docx", IDENTITY, MATRIX, other, MATRIX, draw={})
    assert [reading.identitas["nama_sop"].teks for reading in read(path)] == [
        "Izin Uji",
        "Izin Lain",
    ]


def test_lists_that_word_numbers_keep_their_items(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", IDENTITY, MATRIX, draw={})
    made = docx.Document(str(path))
    cell = made.tables[0].cell(4, 0)
    cell.text = "UU 1 Tahun 2000"
    cell.add_paragraph("UU 2 Tahun 2001")
    for paragraph in cell.paragraphs:
        paragraph.style = made.styles["List Number"]
    made.tables[0].cell(4, 1).paragraphs[0].style = made.styles["List Bullet"]
    made.save(str(path))
    found = as_json(read(path)[0])
    assert found["dasar_hukum"] == ["1. UU 1 Tahun 2000", "2. UU 2 Tahun 2001"]
    assert found["peringatan"] == ["• Jangan telat"]


def test_a_document_without_a_matrix_says_so(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Undangan rapat")
    made.save(str(tmp_path / "a.docx"))
    with pytest.raises(IntakeError, match="tidak ada tabel langkah"):
        read(tmp_path / "a.docx")


def test_a_damaged_document_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 bukan zip")
    with pytest.raises(IntakeError, match="rusak"):
        read(tmp_path / "a.docx")


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["odt", "doc"])
def test_libreoffice_turns_other_formats_into_one_that_is_read(tmp_path: Path, suffix: str) -> None:
    path = document(tmp_path / "a.docx", IDENTITY, MATRIX, draw={})
    program = shutil.which("soffice")
    assert program
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
         "--convert-to", suffix, "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    (reading,) = readers.read(tmp_path / f"a.{suffix}")
    assert (reading.berkas, reading.langkah[0].teks("waktu")) == (f"a.{suffix}", "5 menit")
