"""What the reader says it is unsure of."""

from pathlib import Path

from sop_terbuka.intake.pdf import read

from .drawn import Sheet, middle, save, table

ROWS = (
    ("1", "Menerima", "", "", "", ""),
    ("2", "Memeriksa", "", "", "", ""),
    ("3", "Mencatat", "", "", "", ""),
)


def test_decisions_and_symbols_without_their_arrows_are_doubtful(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, y), (b, low) = middle(0, 0), middle(1, 1)
    sheet.pill(a, y)
    sheet.diamond(b, low)
    sheet.box(*middle(2, 2))
    sheet.arrow((a + 22, y), (b, y), (b, low - 11))
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [[symbol.ragu for symbol in row.simbol] for row in reading.langkah] == [
        [""],
        ["keputusan ini kurang dari dua cabang"],
        ["simbol ini tidak berpanah"],
    ]


def test_a_bridged_gap_and_a_way_without_answer_are_doubtful(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    (a, y), (b, low) = middle(0, 0), middle(1, 1)
    sheet.diamond(a, y)
    sheet.box(b, y)
    sheet.box(a, low)
    sheet.arrow((a + 22, y), (b - 32, y))
    sheet.arrow((a, y + 11), (a, low - 8))
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [arrow.ragu for arrow in reading.panah] == [
        "ujung garis ini tidak menyentuh simbol",
        "cabang keputusan ini tanpa jawaban",
    ]


def test_words_between_the_symbols_that_belong_to_no_arrow_are_left_over(tmp_path: Path) -> None:
    sheet = Sheet()
    table(sheet, ROWS)
    x, y = middle(2, 2)
    sheet.text(x - 15, y, "Arsip")
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [value.teks for value in reading.sisa] == ["Arsip"]
