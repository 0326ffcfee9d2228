"""The sheet holds every value with its place, doubtful ones first, and follows the data."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sop_terbuka.intake.reading import (
    Arrow,
    IntakeError,
    Lane,
    Place,
    Reading,
    Row,
    Symbol,
    Value,
)
from sop_terbuka.intake.sheet import refreshed, sheet_of, sop_of

LINE = (Place(baris=(2, 2)),)
READING = Reading(
    berkas="a.txt",
    identitas={"nomor": Value("1/2025", LINE), "nama_sop": Value("</script><b>Izin")},
    daftar={"dasar_hukum": (Value("1. UU 1", LINE),)},
    pelaksana=(Lane(Value("Petugas")), Lane(Value("Kepala"))),
    langkah=(
        Row("1", {"kegiatan": Value("Menerima", LINE), "waktu": Value("5 menit")},
            (Symbol(0, "mulai"),)),
        Row("2", {"kegiatan": Value("Memeriksa")}, (Symbol(1, "keputusan", ragu="miring"),)),
    ),
    panah=(Arrow((0, 0), (1, 0), Value("Ya"), ragu="ujungnya jauh"),),
    sisa=(Value("tulisan tepi"),),
)  # fmt: skip
YAML = """\
nama_sop: Izin
dokumen:
  nomor: 1/2025
dasar_hukum:
  - tertulis: UU 1
langkah:
  - id: terima
    waktu: 5 menit
"""


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text("satu\ndua\n", encoding="utf-8")
    return sheet_of(tmp_path / "a.txt", READING, "dinas-contoh/izin", YAML)


def content(sheet: str) -> dict[str, Any]:
    found = re.search(r'id="isi">(.*?)</script>', sheet, re.DOTALL)
    assert found
    loaded: dict[str, Any] = json.loads(found[1])
    return loaded


def test_doubtful_values_come_first_and_nothing_is_missing(sheet: str) -> None:
    listed = content(sheet)["butir"]
    assert [(b["label"], b["ragu"]) for b in listed[:2]] == [
        ("Langkah 2, simbol", "miring"),
        ("Panah", "ujungnya jauh"),
    ]
    assert listed[1]["teks"] == "Langkah 1 (Petugas) ke Langkah 2 (Kepala), jawaban Ya"
    texts = {b["teks"] for b in listed}
    assert {"1/2025", "1. UU 1", "Menerima", "5 menit", "Petugas", "tulisan tepi"} <= texts


def test_a_value_knows_its_place_and_its_key(sheet: str) -> None:
    number = next(b for b in content(sheet)["butir"] if b["label"] == "Nomor SOP")
    assert number["tempat"] == [{"halaman": 1, "baris": [2, 2]}]
    assert number["data"] == ["dokumen", "nomor"]
    assert content(sheet)["halaman"] == [{"halaman": 1, "baris": ["satu", "dua", ""]}]


def test_words_of_the_file_cannot_end_the_script_that_carries_them(sheet: str) -> None:
    assert sheet.count("</script>") == 2
    assert content(sheet)["butir"][3]["teks"] == "</script><b>Izin"


def test_nothing_is_asked_of_another_host(sheet: str) -> None:
    assert "default-src 'none'" in sheet
    assert not re.search(r"(?:src|href)=\"?https?:", sheet)


def test_the_sheet_follows_the_data(sheet: str) -> None:
    assert sop_of(sheet) == "dinas-contoh/izin"
    page, changed = refreshed(
        sheet, YAML.replace("5 menit", "10 menit").replace("1/2025", "2/2025")
    )
    assert changed == 2
    time = next(b for b in content(page)["butir"] if b["label"] == "Langkah 1, waktu")
    assert (time["semula"], time["kini"]) == ("5 menit", "10 menit")
    _, back = refreshed(page, YAML)
    assert back == 0


def test_another_page_is_no_sheet() -> None:
    with pytest.raises(IntakeError, match="bukan lembar periksa"):
        refreshed("<html></html>", YAML)
