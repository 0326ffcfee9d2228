"""The pattern of an office's SOP numbers: read, continued, and refused when it cannot count."""

import datetime

import pytest

from sop_terbuka.data.nomor import Nomor, Pola, fault

DAY = datetime.date(2026, 11, 29)
USUAL = Pola("{urut:3}/DISDAG/{bulan}/{tahun}")


@pytest.mark.parametrize(
    "number", ["012/DISDAG/IV/2025", "12 / disdag / IV /2025", "12/DISDAG/4/2025"]
)
def test_a_number_is_read_whatever_its_spaces_and_zeros(number: str) -> None:
    assert USUAL.read(number) == Nomor(12, "2025", "")


@pytest.mark.parametrize("number", ["12/DINKES/IV/2025", "DISDAG/IV/2025", "12/DISDAG/XIII/2025"])
def test_another_kind_of_number_is_none(number: str) -> None:
    assert USUAL.read(number) is None


def test_the_next_number_counts_on_within_its_year() -> None:
    numbers = ["007/DISDAG/I/2026", "012/DISDAG/IV/2025", None, "SOP/2026", "3/DISDAG/II/2026"]
    assert USUAL.next(numbers, DAY) == "008/DISDAG/XI/2026"
    assert USUAL.next([], DAY) == "001/DISDAG/XI/2026"


def test_without_a_year_it_counts_on_forever() -> None:
    assert Pola("SOP-{urut}").next(["SOP-7", "SOP-12"], DAY) == "SOP-13"


def test_a_code_that_varies_parts_the_numbers_and_is_left_to_the_author() -> None:
    pattern = Pola("{urut}/{kode}/{bulan:2}-{tahun}")
    assert pattern.read("4/tu-1/03-2026") == Nomor(4, "2026", "TU-1")
    assert pattern.next(["4/TU-1/03-2026"], DAY) == "5/KODE/11-2026"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("SOP/{tahun}", "tidak memuat {urut}, jadi nomor berikutnya tidak dapat dihitung."),
        ("{urut/{tahun}", "kurung kurawalnya tidak berpasangan."),
        ("{urut}/}{", "kurung kurawalnya tidak berpasangan."),
        ("{urut}/{urut}", "{urut} ditulis dua kali."),
        ("{nomor}", '"{nomor}" tidak dikenal. Yang ada: {urut}, {bulan}, {tahun}, {kode}.'),
        ("{urut:0}", '"{urut:0}" tidak dikenal. Yang ada: {urut}, {bulan}, {tahun}, {kode}.'),
        ("{urut}/A.B*(C", ""),
    ],
)
def test_a_pattern_that_cannot_count_says_why(pattern: str, said: str) -> None:
    assert fault(pattern) == said


def test_marks_of_a_pattern_are_no_code() -> None:
    assert Pola("{urut}/A.B*(C").read("3/AXB*(C") is None
    assert Pola("{urut}/A.B*(C").read("3/A.B*(C") == Nomor(3, "", "")
