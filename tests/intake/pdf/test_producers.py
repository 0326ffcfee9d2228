"""What different printers do to the same drawing comes out the same."""

from pathlib import Path

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.printing import as_json

from .drawn import COLUMNS, HEAD, ROW, Sheet, middle, save, table

ROWS = (
    ("1", "Menerima", "Formulir", "5 menit", "Berkas", ""),
    ("2", "Memeriksa", "Berkas", "5 menit", "Berkas", ""),
    ("3", "Mencatat", "Berkas", "5 menit", "Catatan", ""),
)


def arrows(sheet: Sheet, tmp_path: Path) -> list[tuple[str, str]]:
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    return [(start, end) for start, end, _ in as_json(reading)["panah"]]


def boxes(sheet: Sheet) -> None:
    table(sheet, ROWS)
    sheet.pill(*middle(0, 0))
    sheet.box(*middle(0, 1))
    sheet.pill(*middle(0, 2))


DOWN = [("1:Petugas", "2:Petugas"), ("2:Petugas", "3:Petugas")]


def test_lines_from_middle_to_middle_are_cut_at_the_symbol(tmp_path: Path) -> None:
    sheet = Sheet()
    boxes(sheet)
    (x, first), (_, second), (_, third) = (middle(0, n) for n in range(3))
    sheet.path([(x, first), (x, second)], "S")
    sheet.path([(x, second), (x, third)], "S")
    for y in (second - 8, third - 9):
        sheet.path([(x, y), (x - 2, y - 4), (x + 2, y - 4)], "f")
    assert arrows(sheet, tmp_path) == DOWN


def test_lines_as_thin_filled_strips(tmp_path: Path) -> None:
    sheet = Sheet()
    boxes(sheet)
    x = middle(0, 0)[0]
    for n, edge in ((0, 9), (1, 8)):
        top, bottom = middle(0, n)[1] + edge, middle(0, n + 1)[1] - 9
        sheet.bar(x - 0.3, top, x + 0.3, bottom - 4)
        sheet.path([(x, bottom), (x - 2.5, bottom - 5), (x + 2.5, bottom - 5)], "f")
    assert arrows(sheet, tmp_path) == DOWN


def test_lines_as_many_dashes(tmp_path: Path) -> None:
    sheet = Sheet()
    boxes(sheet)
    x = middle(0, 0)[0]
    for n, edge in ((0, 9), (1, 8)):
        y, bottom = middle(0, n)[1] + edge, middle(0, n + 1)[1] - 9
        while y < bottom - 5:
            sheet.path([(x, y), (x, min(y + 3, bottom - 4))], "S")
            y += 5
        sheet.path([(x, bottom), (x - 2.5, bottom - 5), (x + 2.5, bottom - 5)], "f")
    assert arrows(sheet, tmp_path) == DOWN


def test_open_heads_of_two_strokes(tmp_path: Path) -> None:
    sheet = Sheet()
    boxes(sheet)
    x = middle(0, 0)[0]
    for n, edge in ((0, 9), (1, 8)):
        top, bottom = middle(0, n)[1] + edge, middle(0, n + 1)[1] - 9
        sheet.path([(x, top), (x, bottom)], "S")
        sheet.path([(x, bottom), (x - 3, bottom - 5)], "S")
        sheet.path([(x, bottom), (x + 3, bottom - 5)], "S")
    assert arrows(sheet, tmp_path) == DOWN


def test_boxes_of_four_strokes(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    sheet.pill(*middle(0, 0))
    x, y = middle(0, 1)
    corners = [(x - 20, y - 8), (x + 20, y - 8), (x + 20, y + 8), (x - 20, y + 8)]
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        sheet.path([a, b], "S")
    sheet.pill(*middle(0, 2))
    sheet.arrow((x, middle(0, 0)[1] + 9), (x, y - 8))
    sheet.arrow((x, y + 8), (x, middle(0, 2)[1] - 9))
    assert arrows(sheet, tmp_path) == DOWN


def test_borders_painted_as_dark_boxes_cut_to_frames(tmp_path: Path) -> None:
    sheet = Sheet()
    names = ("No", "Kegiatan", "Petugas", "Kepala", "Kelengkapan", "Waktu", "Output")
    bounds = (*COLUMNS[:4], *COLUMNS[5:8], 780)
    for x0, x1, name in zip(bounds, bounds[1:], names, strict=False):
        for n in range(4):
            top = HEAD + ROW * (n - 1)
            sheet.parts.append(f"q {x0} {560 - top - ROW} {x1 - x0} {ROW} re")
            sheet.parts.append(
                f"{x0 + 0.5} {560 - top - ROW + 0.5} {x1 - x0 - 1} {ROW - 1} re W* n"
            )
            sheet.bar(x0, top, x1, top + ROW, "0.3 g")
            sheet.parts.append("Q")
            words = name if n == 0 else {"No": str(n), "Kegiatan": f"Tugas {n}"}.get(name, "")
            if words:
                sheet.parts.append("0.2 g")
                sheet.text(x0 + 3, top + 20, words)
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [lane.lengkap for lane in reading.pelaksana] == ["Petugas", "Kepala"]
    assert [(row.no, row.teks("kegiatan")) for row in reading.langkah] == [
        ("1", "Tugas 1"),
        ("2", "Tugas 2"),
        ("3", "Tugas 3"),
    ]


def test_what_a_white_box_covers_is_not_there(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    sheet.box(*middle(1, 1))
    x, y = middle(1, 1)
    sheet.bar(x - 30, y - 15, x + 30, y + 15, "1 g")
    sheet.box(*middle(0, 1))
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [symbol.lajur for symbol in reading.langkah[1].simbol] == [0]


def test_forks_and_joins_share_a_line(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, top), (b, low), (c, _) = middle(0, 0), middle(1, 1), middle(2, 1)
    sheet.pill(a, top)
    sheet.box(b, low)
    sheet.box(c, low)
    end = middle(0, 2)
    sheet.pill(*end)
    sheet.arrow((a + 22, top), (b, top), (b, low - 8))
    sheet.arrow((b, top), (c, top), (c, low - 8))
    sheet.arrow((b, low + 8), (b, end[1]), (end[0] + 22, end[1]))
    sheet.arrow((c, low + 8), (c, end[1]), (b, end[1]), head=False)
    assert arrows(sheet, tmp_path) == [
        ("1:Petugas", "2:Kepala Seksi"),
        ("1:Petugas", "2:Kepala Dinas"),
        ("2:Kepala Seksi", "3:Petugas"),
        ("2:Kepala Dinas", "3:Petugas"),
    ]


def test_crossing_lines_do_not_mix(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, top), (b, low), (c, _) = middle(0, 0), middle(1, 1), middle(2, 1)
    sheet.pill(a, top)
    sheet.box(c, low)
    sheet.pill(b, middle(1, 0)[1])
    sheet.box(b, middle(1, 2)[1])
    sheet.arrow((b, top + 9), (b, middle(1, 2)[1] - 8))
    sheet.arrow((a, top + 9), (a, low), (c - 20, low))
    assert arrows(sheet, tmp_path) == [
        ("1:Petugas", "2:Kepala Dinas"),
        ("1:Kepala Seksi", "3:Kepala Seksi"),
    ]


def test_words_under_a_white_box_are_not_there_however_small_the_print(tmp_path: Path) -> None:
    for scale in (1.0, 0.5):
        sheet = Sheet(matrix=(scale, 0, 0, scale, 20, 20))
        table(sheet, ROWS)
        x, y = COLUMNS[5] + 3, HEAD + 50
        sheet.text(x, y, "lama")
        sheet.bar(x - 1, y - 8, x + 60, y + 3, "1 g")
        sheet.text(x, y, "baru")
        (reading,) = read(save(tmp_path / "a.pdf", sheet))
        assert reading.langkah[0].teks("kelengkapan") == "Formulir baru"
