"""Answers beside the lines: other words than yes and no, framed, turned, on two lines."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sop_terbuka.intake.pdf import read

from .drawn import Point, Sheet, middle, save, table

ROWS = (
    ("1", "Memeriksa berkas", "Formulir", "5 menit", "Tanda terima", ""),
    ("2", "Mencatat berkas", "Berkas", "10 menit", "Catatan", ""),
)


def decision() -> tuple[Sheet, Point]:
    """A decision with a way to the right and one downwards."""
    sheet = Sheet()
    table(sheet, ROWS)
    (x, y), (right, _), (_, low) = middle(0, 0), middle(1, 0), middle(0, 1)
    sheet.diamond(x, y)
    sheet.box(right, y)
    sheet.box(x, low)
    sheet.arrow((x + 22, y), (right - 20, y))
    sheet.arrow((x, y + 11), (x, low - 8))
    return sheet, (x, y)


def labels(sheet: Sheet, tmp_path: Path) -> tuple[int, list[str]]:
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    count = sum(len(row.simbol) for row in reading.langkah)
    return count, [arrow.label.teks for arrow in reading.panah if arrow.dari == (0, 0)]


@pytest.mark.parametrize("words", [("Revisi", "Disetujui"), ("Tidak lengkap", "Lengkap")])
def test_a_frame_around_an_answer_of_any_kind_is_no_symbol(
    tmp_path: Path, words: Sequence[str]
) -> None:
    sheet, (x, y) = decision()
    sheet.frame(x + 23, y - 16, x + 62, y - 4)
    sheet.text(x + 25, y - 7, words[0], 5.5)
    sheet.frame(x - 36, y + 16, x - 4, y + 28)
    sheet.text(x - 33, y + 25, words[1], 5.5)
    assert labels(sheet, tmp_path) == (3, list(words))


def test_answers_right_below_each_other_are_two(tmp_path: Path) -> None:
    sheet, (x, y) = decision()
    sheet.text(x + 24, y + 9, "Ditolak", 6)
    sheet.text(x + 13, y + 17, "Disetujui", 6)
    assert labels(sheet, tmp_path) == (3, ["Ditolak", "Disetujui"])


def test_a_no_and_what_is_not_so_stand_on_two_lines(tmp_path: Path) -> None:
    sheet, (x, y) = decision()
    sheet.text(x + 26, y - 11, "Tidak", 6)
    sheet.text(x + 26, y - 4, "lengkap", 6)
    sheet.text(x + 3, y + 24, "Lengkap", 6)
    assert labels(sheet, tmp_path) == (3, ["Tidak lengkap", "Lengkap"])


def test_turned_answers_in_one_column_are_two(tmp_path: Path) -> None:
    sheet, (x, y) = decision()
    for words, low in (("Tidak", y - 3), ("Ya", y + 28)):
        sheet.parts.append(f"BT /F1 6 Tf 0 1 -1 0 {x + 28} {560 - low} Tm ({words}) Tj ET")
    assert labels(sheet, tmp_path)[0] == 3
    assert labels(sheet, tmp_path)[1][0] == "Tidak"
