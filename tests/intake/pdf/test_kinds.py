"""Kinds of matrices that offices make: other heads, other columns, other pages."""

from collections.abc import Sequence
from pathlib import Path

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.reading import Reading

from .drawn import COLUMNS, HEAD, QUALITY, ROW, TOP, Sheet, middle, save, table

ROWS = (
    ("1", "Menerima berkas", "Formulir", "5 menit", "Tanda terima", ""),
    ("2", "Memeriksa berkas", "Berkas", "10 menit", "Berkas lengkap", "Catatan"),
)


# A small table: its upright rules, its head, and two steps.
BOUNDS = (20, 44, 200, 300, 400, 500, 600)
HEAD_CELLS = (("No", "Kegiatan", "Loket", "Kelengkapan", "Waktu", "Output"),)
TWO_STEPS = (
    ("1", "Terima", "", "Berkas", "5 menit", "Surat"),
    ("2", "Kirim", "", "", "1 hari", ""),
)


def one(sheet: Sheet, tmp_path: Path) -> Reading:
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    return reading


def lanes(reading: Reading) -> list[str]:
    return [lane.lengkap for lane in reading.pelaksana]


def with_their(reading: Reading, key: str) -> list[tuple[str, str, str]]:
    """Number, activity and one other cell of every step."""
    return [(r.no, r.teks("kegiatan"), r.teks(key)) for r in reading.langkah]


def ruled(
    sheet: Sheet, bounds: Sequence[float], heights: Sequence[float], but: Sequence[int] = ()
) -> None:
    """A full grid; `but` are the numbers of upright rules left out."""
    for y in heights:
        sheet.bar(bounds[0], y - 0.3, bounds[-1], y + 0.3)
    for n, x in enumerate(bounds):
        if n not in but:
            sheet.bar(x - 0.3, heights[0], x + 0.3, heights[-1])


def filled(
    sheet: Sheet, bounds: Sequence[float], rows: Sequence[Sequence[str]], top: float
) -> None:
    for n, row in enumerate(rows):
        for x, words in zip(bounds, row, strict=False):
            if words:
                sheet.text(x + 3, top + 40 * n + 20, words)


def test_output_may_stand_before_time_and_other_words_be_used(tmp_path: Path) -> None:
    sheet = Sheet()
    bounds = (20, 44, 200, 300, 400, 500, 600, 700)
    ruled(sheet, bounds, (40, 80, 120, 160))
    filled(
        sheet,
        bounds,
        (
            ("NO.", "URAIAN PROSEDUR", "Loket", "Kepala", "Keluaran", "Waktu (menit)", "Ket."),
            ("1.", "Terima", "", "", "Surat", "5", "-"),
            ("2.", "Kirim", "", "", "Resi", "7", ""),
        ),
        40,
    )
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Loket", "Kepala"]
    assert [
        (r.no, r.teks("kegiatan"), r.teks("output"), r.teks("waktu")) for r in reading.langkah
    ] == [
        ("1", "Terima", "Surat", "5"),
        ("2", "Kirim", "Resi", "7"),
    ]


def test_a_head_over_number_and_activity(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (80, 120, 160))
    ruled(sheet, (20, 200, 300, 400, 500, 600), (40, 80))
    filled(
        sheet, (20, 200, 300, 400, 500), (("Aktivitas", "Loket", "Input", "Waktu", "Hasil"),), 40
    )
    filled(sheet, BOUNDS, TWO_STEPS, 80)
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Loket"]
    assert with_their(reading, "kelengkapan") == [
        ("1", "Terima", "Berkas"),
        ("2", "Kirim", ""),
    ]


def test_no_numbers_at_all(tmp_path: Path) -> None:
    sheet = Sheet()
    bounds = (20, 200, 300, 400, 500, 600)
    ruled(sheet, bounds, (40, 80, 120, 160))
    filled(
        sheet,
        bounds,
        (
            ("Kegiatan", "Loket", "Kelengkapan", "Waktu", "Output"),
            ("Terima", "", "Berkas", "5 menit", "Surat"),
            ("Kirim", "", "", "1 hari", "Resi"),
        ),
        40,
    )
    reading = one(sheet, tmp_path)
    assert [(r.no, r.teks("kegiatan")) for r in reading.langkah] == [("", "Terima"), ("", "Kirim")]


def test_two_level_heads_put_the_group_before_the_lane(tmp_path: Path) -> None:
    sheet = Sheet()
    bounds = (20, 44, 200, 280, 360, 440, 540, 620, 700)
    ruled(sheet, bounds, (100, 140, 180))
    ruled(sheet, (20, 44, 200), (40, 100))
    ruled(sheet, (200, 440, 700), (40, 60))
    ruled(sheet, (200, 360, 440), (60, 80))
    ruled(sheet, (200, 280, 360, 440), (80, 100))
    ruled(sheet, (440, 540, 620, 700), (60, 100))
    sheet.text(24, 70, "No")
    sheet.text(50, 70, "Kegiatan")
    sheet.text(300, 54, "Pelaksana")
    sheet.text(540, 54, "Mutu Baku")
    sheet.text(220, 74, "Bidang Pelatihan")
    sheet.text(205, 94, "Kepala")
    sheet.text(285, 94, "Staf")
    sheet.text(365, 94, "Sekretaris")
    for x, words in ((445, "Kelengkapan"), (545, "Waktu"), (625, "Output")):
        sheet.text(x, 80, words)
    filled(
        sheet,
        bounds,
        (("1", "Terima", "", "", "", "Berkas", "5 menit", "Surat"), ("2", "Kirim")),
        100,
    )
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Bidang Pelatihan Kepala", "Bidang Pelatihan Staf", "Sekretaris"]
    assert [r.teks("output") for r in reading.langkah] == ["Surat", ""]


def test_lanes_without_rules_are_told_by_the_number_row(tmp_path: Path) -> None:
    sheet = Sheet()
    bounds = (20, 44, 200, 280, 360, 440, 540, 620)
    ruled(sheet, bounds, (40, 80, 95, 135, 175), but=(3, 4))
    filled(
        sheet,
        bounds,
        (("No", "Kegiatan", "Loket", "Staf", "Kepala", "Waktu", "Output"),),
        40,
    )
    for n, x in enumerate(bounds[:-1]):
        sheet.text(x + 5, 91, f"({n + 1})")
    filled(sheet, bounds, (("1", "Terima", "", "", "", "5 menit", "Surat"), ("2", "Kirim")), 95)
    sheet.box(320, 115)
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Loket", "Staf", "Kepala"]
    assert [[symbol.lajur for symbol in row.simbol] for row in reading.langkah] == [[1], []]


def test_a_head_without_rules_between_its_cells(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (80, 120, 160))
    sheet.bar(20, 39.7, 600, 40.3)
    filled(sheet, BOUNDS, HEAD_CELLS, 40)
    filled(sheet, BOUNDS, TWO_STEPS, 80)
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Loket"]
    assert with_their(reading, "waktu") == [
        ("1", "Terima", "5 menit"),
        ("2", "Kirim", "1 hari"),
    ]


def test_a_rule_between_paragraphs_of_one_activity_makes_no_row(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (40, 80, 120, 160))
    sheet.bar(44, 99.7, 200, 100.3)
    filled(sheet, BOUNDS, HEAD_CELLS, 40)
    sheet.text(24, 102, "1")
    sheet.text(48, 92, "Menerima surat,")
    sheet.text(48, 112, "lalu mencatatnya")
    sheet.text(403, 102, "5 menit")
    sheet.text(24, 142, "2")
    sheet.text(48, 142, "Mengirim")
    reading = one(sheet, tmp_path)
    assert with_their(reading, "waktu") == [
        ("1", "Menerima surat, lalu mencatatnya", "5 menit"),
        ("2", "Mengirim", ""),
    ]


def test_a_cell_over_two_rows_is_repeated_in_both(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (40, 80))
    ruled(sheet, (20, 44, 200, 300), (80, 120, 160))
    ruled(sheet, (300, 400), (80, 120, 160))
    ruled(sheet, (500, 600), (80, 120, 160))
    ruled(sheet, (400, 500), (80, 160))
    filled(sheet, BOUNDS, HEAD_CELLS, 40)
    filled(sheet, BOUNDS, (("1", "Terima", "", "Berkas"), ("2", "Kirim", "", "Surat")), 80)
    sheet.text(403, 124, "3 hari")
    reading = one(sheet, tmp_path)
    assert [(r.teks("waktu"), r.teks("kelengkapan")) for r in reading.langkah] == [
        ("3 hari", "Berkas"),
        ("3 hari", "Surat"),
    ]
    assert [sorted(r.gabung) for r in reading.langkah] == [[], ["waktu"]]


def test_empty_pages_between_change_nothing(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    table(first, ROWS)
    table(second, [("3", "Mengarsipkan", "Surat", "5 menit", "Arsip", "")])
    (reading,) = read(save(tmp_path / "a.pdf", first, Sheet(), Sheet(), second, Sheet()))
    assert [row.no for row in reading.langkah] == ["1", "2", "3"]


def test_other_lanes_are_another_matrix(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    table(first, ROWS)
    table(second, [("3", "Lain", "", "", "", "")], ("No", "Kegiatan", "A", "B", "C", *QUALITY))
    assert [lanes(reading) for reading in read(save(tmp_path / "a.pdf", first, second))] == [
        ["Petugas", "Kepala Seksi", "Kepala Dinas"],
        ["A", "B", "C"],
    ]


def test_lane_heads_that_run_upwards(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS, ("No", "Kegiatan", "", "", "", *QUALITY))
    for n, name in enumerate(("Loket", "Staf", "Kadis")):
        x, y = (COLUMNS[2 + n] + COLUMNS[3 + n]) / 2, 560 - HEAD + 1
        sheet.parts.append(f"BT /F1 6 Tf 0 1 -1 0 {x} {y} Tm ({name}) Tj ET")
    assert lanes(one(sheet, tmp_path)) == ["Loket", "Staf", "Kadis"]


def test_clipped_text_is_read_whole_and_in_its_own_cell(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    # The clip hides what runs over into the first lane; the text layer has it.
    sheet.parts.append(f"q {COLUMNS[1]} {560 - HEAD - ROW} {COLUMNS[2] - COLUMNS[1]} {ROW} re W n")
    sheet.text(COLUMNS[1] + 3, HEAD + 34, "lalu mencatatnya di buku agenda surat masuk kantor")
    sheet.parts.append("Q")
    reading = one(sheet, tmp_path)
    assert reading.langkah[0].teks("kegiatan") == (
        "Menerima berkas lalu mencatatnya di buku agenda surat masuk kantor"
    )


def test_a_double_headed_line_goes_both_ways(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, y), (b, _) = middle(0, 0), middle(1, 0)
    sheet.box(a, y)
    sheet.box(b, y)
    sheet.arrow((a + 25, y), (b - 20, y))
    sheet.path([(a + 20, y), (a + 25, y - 2.5), (a + 25, y + 2.5)], "f")
    (arrow,) = one(sheet, tmp_path).panah
    assert (arrow.dari, arrow.ke, arrow.bolak_balik) == ((0, 0), (0, 1), True)


def test_a_line_without_head_is_said_to_have_none(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, y), (b, _) = middle(0, 0), middle(1, 0)
    sheet.box(a, y)
    sheet.box(b, y)
    sheet.arrow((a + 20, y), (b - 20, y), head=False)
    (arrow,) = one(sheet, tmp_path).panah
    assert arrow.tanpa_kepala


def test_page_connectors_are_paired(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    table(first, ROWS)
    table(second, [("3", "Mengarsipkan", "Surat", "5 menit", "Arsip", "")], head=False)
    for sheet, row in ((first, 1), (second, 0)):
        x, y = middle(0, row)
        sheet.box(x, y - 12 if sheet is first else y + 12)
        y = y + 14 if sheet is first else y - 14
        sheet.path(
            [(x - 8, y - 7), (x + 8, y - 7), (x + 8, y + 3), (x, y + 8), (x - 8, y + 3)], "s"
        )
    x, y = middle(0, 1)
    first.arrow((x, y - 4), (x, y + 7))
    x, y = middle(0, 0)
    second.arrow((x, y - 6), (x, y + 4))
    (reading,) = read(save(tmp_path / "a.pdf", first, second))
    assert [[symbol.jenis for symbol in row.simbol] for row in reading.langkah[1:]] == [
        ["proses", "penghubung"],
        ["proses", "penghubung"],
    ]
    assert reading.lompatan == (((1, 1), (2, 1)),)


def test_a_picture_of_a_flow_is_said_and_left_empty(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    x, y, wide, high = COLUMNS[2], 560 - HEAD - 2 * ROW, COLUMNS[5] - COLUMNS[2], 2 * ROW
    sheet.parts.append(
        f"q {wide} 0 0 {high} {x} {y} cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF00FF> EI Q"
    )
    reading = one(sheet, tmp_path)
    assert reading.alur_gambar
    assert [row.simbol for row in reading.langkah] == [(), ()]
    assert any("gambar" in message for message in reading.pesan)


def test_identity_and_matrix_on_one_page(tmp_path: Path) -> None:
    sheet = Sheet(height=760)
    table(sheet, ROWS)
    whole = list(sheet.parts)
    sheet.parts.clear()
    for n, (label, words) in enumerate(
        (("Nomor SOP", "065/1"), ("Tanggal Pembuatan", "2 Januari 2025"), ("Nama SOP", "Kartu"))
    ):
        ruled(sheet, (400, 500, 780), (20 + 16 * n, 36 + 16 * n))
        sheet.text(404, 31 + 16 * n, label)
        sheet.text(504, 31 + 16 * n, words)
    for x, label, words in ((20, "Dasar Hukum", "1. UU 13"), (400, "Peringatan", "Jangan lupa")):
        ruled(sheet, (x, 400 if x == 20 else 780), (90, 106, 140))
        sheet.text(x + 4, 101, label)
        sheet.text(x + 4, 120, words)
    sheet.parts += ["q 1 0 0 1 0 -130 cm", *whole, "Q"]
    reading = one(sheet, tmp_path)
    assert reading.identitas["nomor"].teks == "065/1"
    assert reading.identitas["nama_sop"].teks == "Kartu"
    assert [value.teks for value in reading.daftar["dasar_hukum"]] == ["1. UU 13"]
    assert [value.teks for value in reading.daftar["peringatan"]] == ["Jangan lupa"]
    assert [row.no for row in reading.langkah] == ["1", "2"]
    assert (reading.langkah[0].tempat[0].kotak or (0, 0, 0, 0))[1] > TOP + 130


def test_a_row_cut_by_the_page_is_one_row(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    table(first, ROWS)
    table(
        second,
        [("", "lalu mencatatnya", "", "", "", ""), ("3", "Mengarsipkan", "", "", "Arsip", "")],
        head=False,
    )
    second.box(*middle(1, 0))
    (reading,) = read(save(tmp_path / "a.pdf", first, second))
    assert [(row.no, row.teks("kegiatan")) for row in reading.langkah] == [
        ("1", "Menerima berkas"),
        ("2", "Memeriksa berkas lalu mencatatnya"),
        ("3", "Mengarsipkan"),
    ]
    assert [len(row.simbol) for row in reading.langkah] == [0, 1, 0]
    assert [place.halaman for place in reading.langkah[1].tempat] == [1, 2]


def test_a_repeated_head_goes_on_with_the_same_matrix(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    table(first, ROWS)
    table(second, [("3", "Mengarsipkan", "", "", "Arsip", "")])
    (reading,) = read(save(tmp_path / "a.pdf", first, second))
    assert [row.no for row in reading.langkah] == ["1", "2", "3"]


def test_a_framed_answer_is_no_symbol(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, y), (b, _) = middle(0, 0), middle(1, 0)
    sheet.diamond(a, y)
    sheet.box(b, y)
    sheet.arrow((a + 22, y), (b - 20, y))
    sheet.frame(a + 22, y - 14, a + 40, y - 3)
    sheet.text(a + 26, y - 5, "Ya")
    reading = one(sheet, tmp_path)
    assert [symbol.jenis for symbol in reading.langkah[0].simbol] == ["keputusan", "proses"]
    assert [arrow.label.teks for arrow in reading.panah] == ["Ya"]


def test_numbers_that_no_rule_parts_from_the_activities(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (40, 80, 120, 160), but=(1,))
    filled(sheet, BOUNDS, HEAD_CELLS, 40)
    filled(sheet, BOUNDS, TWO_STEPS, 80)
    sheet.text(47, 110, "dan catat")
    reading = one(sheet, tmp_path)
    assert [(r.no, r.teks("kegiatan")) for r in reading.langkah] == [
        ("1", "Terima dan catat"),
        ("2", "Kirim"),
    ]


def test_a_table_without_sides_and_a_head_without_any_rule(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, BOUNDS, (80, 120, 160), but=(0, 6))
    filled(sheet, BOUNDS, HEAD_CELLS, 40)
    filled(sheet, BOUNDS, TWO_STEPS, 80)
    reading = one(sheet, tmp_path)
    assert lanes(reading) == ["Loket"]
    assert with_their(reading, "output") == [
        ("1", "Terima", "Surat"),
        ("2", "Kirim", ""),
    ]


def test_an_arrow_that_is_a_small_picture_is_read_from_its_pixels(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    x = middle(0, 0)[0]
    sheet.box(*middle(0, 0))
    sheet.box(*middle(0, 1))
    top, bottom = middle(0, 0)[1] + 8, middle(0, 1)[1] - 8
    # 17 by 44 pixels: a shaft two pixels wide, and a head over the last twelve rows.
    rows = []
    for n in range(44):
        half = 1 if n < 32 else max(8 - 2 * (n - 32) // 3, 1)
        rows.append("".join("00" if abs(k - 8) < half else "FF" for k in range(17)))
    sheet.parts.append(
        f"q 17 0 0 {bottom - top} {x - 8.5} {560 - bottom} cm "
        f"BI /W 17 /H 44 /CS /G /BPC 8 /F /AHx ID {''.join(rows)}> EI Q"
    )
    (arrow,) = one(sheet, tmp_path).panah
    assert (arrow.dari, arrow.ke, arrow.tanpa_kepala) == ((0, 0), (1, 0), False)


def test_without_numbers_an_end_and_then_a_start_part_two_matrices(tmp_path: Path) -> None:
    rows = [("", *row[1:]) for row in ROWS]
    for kind, count in (("pill", 2), ("box", 1)):
        first, second = Sheet(), Sheet()
        for sheet in (first, second):
            table(sheet, rows)
            (x, top), (_, low) = middle(0, 0), middle(0, 1)
            shapes = (sheet.pill, getattr(sheet, kind))
            upper, lower = shapes if sheet is first else shapes[::-1]
            upper(x, top)
            lower(x, low)
            sheet.arrow((x, top + 9), (x, low - 9))
        assert len(read(save(tmp_path / f"{kind}.pdf", first, second))) == count
