"""What is said of a reading beyond what its reader said."""

from sop_terbuka.intake.readers import doubted
from sop_terbuka.intake.reading import Arrow, Reading, Row, Symbol

FLOW = Reading(
    "alur.xls",
    langkah=(
        Row("1", simbol=(Symbol(0, "mulai"),)),
        Row("2", simbol=(Symbol(0, "proses", ragu="bentuknya lain"),)),
    ),
    panah=(Arrow((0, 0), (1, 0)),),
)


def test_what_is_drawn_in_a_converted_file_is_doubtful_one_by_one() -> None:
    made = doubted(FLOW, ".XLS")
    assert [symbol.ragu for row in made.langkah for symbol in row.simbol] == [
        "dibaca sesudah diubah LibreOffice",
        "bentuknya lain",
    ]
    assert [arrow.ragu for arrow in made.panah] == ["dibaca sesudah diubah LibreOffice"]
    assert made.pesan[0].startswith("Berkas .XLS dibaca sesudah diubah LibreOffice.")
    assert "simpan berkasnya sebagai .xlsx dari program asalnya" in made.pesan[0]


def test_a_converted_file_without_a_drawing_is_not_doubted() -> None:
    plain = Reading("standar.doc", jenis="standar-pelayanan")
    assert doubted(plain, ".doc") == plain
