"""Identity pages: in cells, in one cell with their labels, or only as lines."""

from pathlib import Path

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.reading import Reading

from .drawn import Sheet, save
from .test_kinds import ruled


def one(sheet: Sheet, tmp_path: Path) -> Reading:
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    return reading


def lists(reading: Reading) -> dict[str, list[str]]:
    return {key: [value.teks for value in found] for key, found in reading.daftar.items()}


def fields(reading: Reading) -> dict[str, str]:
    return {key: value.teks for key, value in reading.identitas.items()}


def test_fields_in_cells_and_lists_below_their_heads(tmp_path: Path) -> None:
    sheet = Sheet()
    labels = ("Nomor SOP", "Tgl. Pembuatan", "Tanggal Revisi", "Tanggal Efektif", "Disahkan oleh")
    values = ("065/07", "2 Januari 2025", "-", "3 Januari 2025")
    heights = (20, 36, 52, 68, 84, 150, 170)
    ruled(sheet, (400, 500, 780), heights)
    ruled(sheet, (20, 400), (20, 170))
    sheet.text(100, 60, "DINAS TENAGA KERJA")
    sheet.text(100, 74, "BIDANG PELATIHAN")
    for n, label in enumerate(labels):
        sheet.text(404, 31 + 16 * n, label)
    for n, value in enumerate(values):
        sheet.text(504, 31 + 16 * n, value)
    sheet.text(560, 95, "Kepala Dinas,")
    sheet.text(560, 135, "BUDI SANTOSO")
    sheet.text(560, 146, "NIP. 19700101 199003 1 001")
    sheet.text(404, 163, "Nama SOP")
    sheet.text(504, 163, "Pelatihan Kerja")
    ruled(sheet, (20, 400, 780), (170, 186, 260, 276, 340))
    for x, y, words in (
        (24, 181, "Dasar Hukum :"),
        (404, 181, "Kualifikasi Pelaksana :"),
        (24, 200, "1. Undang-Undang Nomor 13 Tahun 2003 tentang"),
        (36, 211, "Ketenagakerjaan;"),
        (24, 222, "2. Peraturan Menteri Nomor 6 Tahun 2020."),
        (404, 200, "Memahami peraturan"),
        (24, 271, "Peringatan :"),
        (404, 271, "Pencatatan dan Pendataan :"),
        (24, 290, "Jika tidak dilaksanakan, pelayanan terhambat"),
        (404, 290, "Buku agenda"),
        (24, 400, "Dokumen ini ditandatangani secara elektronik"),
    ):
        sheet.text(x, y, words)
    reading = one(sheet, tmp_path)
    assert fields(reading) == {
        "nomor": "065/07",
        "tanggal_pembuatan": "2 Januari 2025",
        "tanggal_revisi": "-",
        "tanggal_efektif": "3 Januari 2025",
        "jabatan_pengesah": "Kepala Dinas,",
        "nama_pengesah": "BUDI SANTOSO",
        "nip_pengesah": "19700101 199003 1 001",
        "nama_sop": "Pelatihan Kerja",
    }
    assert [value.teks for value in reading.unit] == ["DINAS TENAGA KERJA", "BIDANG PELATIHAN"]
    assert lists(reading) == {
        "dasar_hukum": [
            "1. Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan;",
            "2. Peraturan Menteri Nomor 6 Tahun 2020.",
        ],
        "kualifikasi": ["Memahami peraturan"],
        "peringatan": ["Jika tidak dilaksanakan, pelayanan terhambat"],
        "pencatatan": ["Buku agenda"],
    }
    assert [value.teks for value in reading.sisa] == [
        "Dokumen ini ditandatangani secara elektronik"
    ]
    assert any("matriks" in message for message in reading.pesan)


def test_fields_and_lists_in_one_cell_with_their_labels(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, (400, 780), (20, 36, 52, 68))
    sheet.text(404, 31, "Nomor SOP : 065/07")
    sheet.text(404, 47, "Tanggal Efektif : 3 Januari 2025")
    sheet.text(404, 63, "Judul SOP : Pelatihan Kerja")
    ruled(sheet, (20, 400, 780), (80, 200))
    for x, y, words in (
        (24, 95, "DASAR HUKUM:"),
        (24, 110, "1. UU 13 Tahun 2003"),
        (24, 121, "2. PP 31 Tahun 2006"),
        (404, 95, "PERALATAN/PERLENGKAPAN:"),
        (404, 110, "- Komputer"),
        (404, 121, "- Printer"),
    ):
        sheet.text(x, y, words)
    reading = one(sheet, tmp_path)
    assert fields(reading) == {
        "nomor": "065/07",
        "tanggal_efektif": "3 Januari 2025",
        "nama_sop": "Pelatihan Kerja",
    }
    assert lists(reading) == {
        "dasar_hukum": ["1. UU 13 Tahun 2003", "2. PP 31 Tahun 2006"],
        "peralatan": ["- Komputer", "- Printer"],
    }


def test_fields_as_lines_without_any_rule(tmp_path: Path) -> None:
    sheet = Sheet()
    for n, (label, value) in enumerate(
        (
            ("Nomor SOP", "065/07"),
            ("Tanggal Pembuatan", "2 Januari 2025"),
            ("Tanggal Revisi", "-"),
            ("Nama SOP", "Pelatihan Kerja"),
        )
    ):
        sheet.text(60, 60 + 14 * n, label)
        sheet.text(160, 60 + 14 * n, f": {value}")
    reading = one(sheet, tmp_path)
    assert fields(reading) == {
        "nomor": "065/07",
        "tanggal_pembuatan": "2 Januari 2025",
        "tanggal_revisi": "-",
        "nama_sop": "Pelatihan Kerja",
    }


def test_items_in_two_columns_are_read_one_column_after_the_other(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, (400, 500, 780), (20, 36, 52))
    sheet.text(404, 31, "Nomor SOP")
    sheet.text(504, 31, "065/07")
    sheet.text(404, 47, "Nama SOP")
    sheet.text(504, 47, "Pelatihan")
    ruled(sheet, (20, 400, 780), (60, 76, 120))
    sheet.text(24, 71, "PERINGATAN")
    sheet.text(24, 90, "Jangan lupa")
    sheet.text(404, 71, "PERALATAN/PERLENGKAPAN")
    for n, (left, right) in enumerate((("1. Alat tulis", "3. Printer"), ("2. Cap", "4. Internet"))):
        sheet.text(404, 90 + 11 * n, left)
        sheet.text(560, 90 + 11 * n, right)
    assert lists(one(sheet, tmp_path))["peralatan"] == [
        "1. Alat tulis",
        "2. Cap",
        "3. Printer",
        "4. Internet",
    ]


def test_two_lists_side_by_side_in_one_cell(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, (400, 500, 780), (20, 36, 52))
    sheet.text(404, 31, "Nomor SOP")
    sheet.text(504, 31, "065/07")
    sheet.text(404, 47, "Nama SOP")
    sheet.text(504, 47, "Pelatihan")
    ruled(sheet, (20, 780), (60, 76, 120))
    for x, head, first, second in (
        (24, "DASAR HUKUM", "1. UU 13", "2. PP 31"),
        (404, "PERALATAN", "1. Komputer", "2. Printer"),
    ):
        sheet.text(x, 71, head)
        sheet.text(x, 90, first)
        sheet.text(x, 101, second)
    assert lists(one(sheet, tmp_path)) == {
        "dasar_hukum": ["1. UU 13", "2. PP 31"],
        "peralatan": ["1. Komputer", "2. Printer"],
    }
