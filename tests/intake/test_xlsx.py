import datetime
from pathlib import Path

import pytest

from sop_terbuka.intake.folding import folded
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import IntakeError
from sop_terbuka.intake.xlsx import read
from tests.intake.workbook import HEAD, anchor, connector, shape, write

ROWS: list[list[object]] = [
    *HEAD,
    [1, "Menerima berkas", None, None, None, "Berkas", "5 \nMenit", "Berkas diterima", None],
    [2, "Memeriksa berkas", None, None, None, "Berkas", "2 Menit", "Berkas diperiksa", "x"],
    [3, "Menyerahkan hasil", None, None, None, "Hasil", "1 Menit", "Tanda terima", None],
]
SHAPES = [
    anchor(shape(2, "flowChartTerminator"), 2, 2),
    anchor(shape(3, "flowChartDecision"), 3, 3),
    anchor(shape(4, "flowChartTerminator", "Selesai"), 4, 4),
]


def flow(tmp_path: Path, *more: str, rows: list[list[object]] | None = None) -> dict[str, object]:
    path = write(tmp_path / "a.xlsx", {"SOP": rows or ROWS}, {"SOP": [*SHAPES, *more]})
    (reading,) = read(path)
    return as_json(reading)


def test_cells_lanes_and_rows_come_from_the_head(tmp_path: Path) -> None:
    shown = flow(tmp_path)
    assert shown["pelaksana"] == ["Petugas", "Kepala", "Pemohon"]
    assert [row["kegiatan"] for row in shown["langkah"]] == [row[1] for row in ROWS[2:]]
    first = shown["langkah"][0]
    assert (first["no"], first["waktu"], first["output"]) == ("1", "5 Menit", "Berkas diterima")
    assert shown["tempat"]["langkah[1].keterangan"] == [{"halaman": 1, "sel": "I4"}]


def test_glued_arrows_tell_which_rounded_symbol_starts_and_which_ends(tmp_path: Path) -> None:
    shown = flow(
        tmp_path,
        anchor(connector(2, 3), 2, 2, (3, 3)),
        anchor(connector(3, 4), 3, 3, (4, 4)),
    )
    assert [row["simbol"][0]["jenis"] for row in shown["langkah"]] == [
        "mulai",
        "keputusan",
        "selesai",
    ]
    assert shown["panah"] == [["1:Petugas", "2:Kepala", ""], ["2:Kepala", "3:Pemohon", ""]]
    assert shown["langkah"][2]["simbol"][0]["teks"] == "Selesai"


def test_lines_that_are_not_glued_find_the_symbols_at_their_ends(tmp_path: Path) -> None:
    shown = flow(tmp_path, anchor(connector(None, None), 2, 2, (3, 3)))
    assert shown["panah"] == [["1:Petugas", "2:Kepala", ""]]


def test_heads_at_both_ends_or_at_none_are_told(tmp_path: Path) -> None:
    shown = flow(
        tmp_path,
        anchor(connector(2, 3, ends="se"), 2, 2, (3, 3)),
        anchor(connector(3, 4, ends=""), 3, 3, (4, 4)),
    )
    assert shown["panah_dua_arah"] == [["1:Petugas", "2:Kepala", ""]]
    assert shown["garis_tanpa_kepala"] == [["2:Kepala", "3:Pemohon", ""]]
    assert shown["panah"] == [["1:Petugas", "2:Kepala", ""]]


def test_a_head_at_the_lines_start_turns_the_arrow(tmp_path: Path) -> None:
    shown = flow(tmp_path, anchor(connector(2, 3, ends="s"), 2, 2, (3, 3)))
    assert shown["panah"] == [["2:Kepala", "1:Petugas", ""]]


def test_an_answer_goes_to_the_decisions_arrow_and_a_word_in_a_symbol_is_its_text(
    tmp_path: Path,
) -> None:
    rows = [list(row) for row in ROWS]
    rows[3][3] = "Lengkap?"
    shown = flow(
        tmp_path,
        anchor(connector(2, 3), 2, 2, (3, 3)),
        anchor(connector(3, 4), 3, 3, (4, 4)),
        anchor(shape(9, "rect", "Ya", box=True), 4, 3),
        rows=rows,
    )
    assert shown["panah"][1] == ["2:Kepala", "3:Pemohon", "Ya"]
    assert shown["langkah"][1]["simbol"][0]["teks"] == "Lengkap?"


def test_page_connectors_are_paired_and_folded(tmp_path: Path) -> None:
    rows: list[list[object]] = [*ROWS[:3], [None] * 9, [None] * 9, *ROWS[3:]]
    path = write(
        tmp_path / "a.xlsx",
        {"SOP": rows},
        {
            "SOP": [
                anchor(shape(2, "flowChartTerminator"), 2, 2),
                anchor(shape(3, "flowChartOffpageConnector"), 2, 3),
                anchor(shape(4, "flowChartOffpageConnector"), 2, 4),
                anchor(shape(5, "rect"), 3, 5),
                anchor(connector(2, 3), 2, 2, (2, 3)),
                anchor(connector(4, 5), 2, 4, (3, 5)),
            ]
        },
    )
    (reading,) = read(path)
    assert as_json(reading)["lompatan"] == [["x1:Petugas", "x2:Petugas"]]
    assert [(arrow.dari, arrow.ke) for arrow in folded(reading)] == [((0, 0), (3, 0))]


def test_the_cover_sheet_gives_identity_unit_and_lists_to_the_matrix(tmp_path: Path) -> None:
    cover: list[list[object]] = [
        ["DINAS CONTOH", "NOMOR SOP", "12/SOP/2025"],
        ["BIDANG UJI", "TANGGAL PEMBUATAN", datetime.date(2025, 1, 2)],
        [None, "DISAHKAN OLEH", "KEPALA DINAS"],
        [None, None, "NAMA PEJABAT"],
        [None, None, "NIP. 19000101"],
        [None, "NAMA SOP", "Uji Coba"],
        ["DASAR HUKUM :", "KUALIFIKASI PELAKSANA :", None],
        ["1. Undang-Undang Nomor 1 Tahun 2000\n2. Undang-Undang Nomor 2", "Sarjana", None],
        ["PERALATAN/PERLENGKAPAN", "PERINGATAN", None],
        ["Peralatan :\n Komputer", "Jangan terlambat", None],
    ]
    path = write(tmp_path / "a.xlsx", {"COVER": cover, "SOP": ROWS}, {})
    shown = as_json(read(path)[0])
    assert shown["identitas"] == {
        "unit": ["DINAS CONTOH", "BIDANG UJI"],
        "nomor": "12/SOP/2025",
        "tanggal_pembuatan": "2 Januari 2025",
        "nip_pengesah": "19000101",
        "nama_pengesah": "NAMA PEJABAT",
        "jabatan_pengesah": "KEPALA DINAS",
        "nama_sop": "Uji Coba",
    }
    assert shown["dasar_hukum"] == [
        "1. Undang-Undang Nomor 1 Tahun 2000",
        "2. Undang-Undang Nomor 2",
    ]
    assert shown["peralatan"] == ["Peralatan : Komputer"]
    assert shown["peringatan"] == ["Jangan terlambat"]


COVER: list[list[object]] = [
    ["DINAS CONTOH", "NOMOR SOP", "1/2025"],
    [None, "NAMA SOP", "Uji Coba"],
    ["DASAR HUKUM", None, "PERINGATAN"],
    [1, "UU 1 Tahun 2000", "Jangan telat"],
    [2, "UU 2 Tahun 2001", None],
]


@pytest.mark.parametrize("order", [("COVER", "SOP"), ("SOP", "COVER")])
def test_a_head_that_is_not_merged_heads_all_columns_to_the_next(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    both = {"COVER": COVER, "SOP": ROWS}
    path = write(tmp_path / "a.xlsx", {name: both[name] for name in order}, {})
    shown = as_json(read(path)[0])
    assert shown["identitas"]["nama_sop"] == "Uji Coba"
    assert shown["dasar_hukum"] == ["1 UU 1 Tahun 2000", "2 UU 2 Tahun 2001"]
    assert shown["peringatan"] == ["Jangan telat"]


def test_identity_and_matrix_may_stand_on_one_sheet(tmp_path: Path) -> None:
    title: list[list[object]] = [[], ["STANDAR OPERASIONAL PROSEDUR"], ["Uji Coba"], []]
    path = write(tmp_path / "a.xlsx", {"SOP": [*COVER, *title, *ROWS]}, {})
    shown = as_json(read(path)[0])
    assert shown["peringatan"] == ["Jangan telat"]
    assert len(shown["langkah"]) == 3


def test_two_sheets_with_a_matrix_are_two_readings(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"A": [["Judul A"], *ROWS], "B": [["Judul B"], *ROWS]}, {})
    assert [reading.identitas["nama_sop"].teks for reading in read(path)] == ["Judul A", "Judul B"]


def test_a_unit_in_the_head_of_the_time_column_is_kept(tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[1][6] = "Waktu (menit)"
    (reading,) = read(write(tmp_path / "a.xlsx", {"SOP": rows}, {}))
    assert reading.satuan_waktu == "menit"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "dikunci kata sandi"),
        (b"PK\x03\x04 terpotong", "rusak"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=sentence):
        read(path)


def test_a_workbook_without_a_matrix_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"A": [["Daftar hadir"]]}, {})
    with pytest.raises(IntakeError, match="tidak ada tabel langkah"):
        read(path)
