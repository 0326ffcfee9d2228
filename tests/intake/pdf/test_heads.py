"""Heads that lack rules, stand in two levels, or run out of their cells."""

from collections.abc import Sequence
from pathlib import Path

from sop_terbuka.intake.pdf import read

from .drawn import Sheet, save

BOUNDS = (20, 44, 200, 300, 400, 500, 600, 700)
ROWS = ((1, "Terima", "Berkas", "5 menit", "Surat"), (2, "Kirim", "Surat", "1 hari", "Resi"))


def body(
    sheet: Sheet, bounds: Sequence[float], top: float, quality: Sequence[int], but: Sequence[int]
) -> None:
    """Ruled rows of 40 from `top`; `but` are upright rules left out."""
    for n in range(3):
        sheet.bar(bounds[0], top + 40 * n - 0.3, bounds[-1], top + 40 * n + 0.3)
    for n, x in enumerate(bounds):
        if n not in but:
            sheet.bar(x - 0.3, top, x + 0.3, top + 80)
    for n, row in enumerate(ROWS):
        for column, words in zip((0, 1, *quality), row, strict=True):
            sheet.text(bounds[column] + 3, top + 40 * n + 14, str(words))


def lanes(sheet: Sheet, tmp_path: Path) -> list[str]:
    (reading,) = read(save(tmp_path / "a.pdf", sheet))
    assert [row.teks("waktu") for row in reading.langkah] == ["5 menit", "1 hari"]
    return [lane.lengkap for lane in reading.pelaksana]


def frame(sheet: Sheet, top: float, bottom: float) -> None:
    sheet.bar(BOUNDS[0], top - 0.3, BOUNDS[-1], top + 0.3)
    for x in (BOUNDS[0], BOUNDS[-1]):
        sheet.bar(x - 0.3, top, x + 0.3, bottom)


def quality(sheet: Sheet, y: float) -> None:
    sheet.text(24, y, "No")
    sheet.text(60, y, "Kegiatan")
    for x, words in ((404, "Kelengkapan"), (504, "Waktu"), (604, "Output")):
        sheet.text(x, y, words)


def test_a_head_of_two_levels_without_a_rule(tmp_path: Path) -> None:
    sheet = Sheet()
    frame(sheet, 40, 90)
    quality(sheet, 68)
    sheet.text(270, 52, "Pelaksana")
    sheet.text(532, 52, "Mutu Baku")
    sheet.text(268, 66, "Bidang Pelatihan")
    sheet.text(236, 82, "Kepala")
    sheet.text(340, 82, "Staf")
    body(sheet, BOUNDS, 90, (4, 5, 6), ())
    assert lanes(sheet, tmp_path) == ["Bidang Pelatihan Kepala", "Bidang Pelatihan Staf"]


def test_words_of_the_first_row_are_no_part_of_a_head_without_rules(tmp_path: Path) -> None:
    sheet = Sheet()
    frame(sheet, 40, 66)
    quality(sheet, 56)
    sheet.text(236, 56, "Loket")
    sheet.text(336, 56, "Staf")
    body(sheet, BOUNDS, 66, (4, 5, 6), ())
    assert lanes(sheet, tmp_path) == ["Loket", "Staf"]


def ruled(sheet: Sheet, bottom: float, split: float) -> None:
    """A head whose groups only are ruled: Pelaksana over the lanes, Mutu Baku over three."""
    frame(sheet, 40, bottom)
    for x in (44, 200, 400):
        sheet.bar(x - 0.3, 40, x + 0.3, bottom)
    sheet.bar(200, split - 0.3, 700, split + 0.3)
    for x in (500, 600):
        sheet.bar(x - 0.3, split, x + 0.3, bottom)
    sheet.text(280, split - 4, "Pelaksana")
    sheet.text(532, split - 4, "Mutu Baku")
    quality(sheet, split + 12)


def test_lanes_without_rules_below_the_name_of_their_group(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, 90, 54)
    sheet.text(268, 66, "Bidang Pelatihan")
    sheet.text(246, 82, "Kepala")
    sheet.text(340, 82, "Staf")
    body(sheet, BOUNDS, 90, (4, 5, 6), (3,))
    assert lanes(sheet, tmp_path) == ["Bidang Pelatihan Kepala", "Bidang Pelatihan Staf"]


def test_a_head_that_runs_over_its_lower_rule_is_read_whole(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, 80, 54)
    sheet.bar(299.7, 54, 300.3, 80)
    sheet.text(236, 75, "Kepala")
    sheet.text(238, 84, "Seksi")
    sheet.text(336, 68, "Staf")
    body(sheet, BOUNDS, 80, (4, 5, 6), ())
    assert lanes(sheet, tmp_path) == ["Kepala Seksi", "Staf"]


def test_turned_heads_of_two_lines_are_one_lane(tmp_path: Path) -> None:
    sheet = Sheet()
    ruled(sheet, 110, 54)
    for x, words in ((240, "Kepala"), (249, "Seksi"), (350, "Staf")):
        sheet.parts.append(f"BT /F1 7 Tf 0 1 -1 0 {x} {560 - 106} Tm ({words}) Tj ET")
    body(sheet, BOUNDS, 110, (4, 5, 6), (3,))
    assert lanes(sheet, tmp_path) == ["Kepala Seksi", "Staf"]
