"""A matrix drawn on a page comes back with its cells, symbols, arrows and answers."""

from pathlib import Path

import pikepdf
import pytest

from sop_terbuka.intake.pdf import read
from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import IntakeError

from .drawn import Sheet, middle, save, table

ROWS = (
    ("1", "Menerima berkas dari\npemohon", "Formulir", "5 menit", "Berkas diterima", ""),
    ("2", "Memeriksa berkas", "Berkas", "10 menit", "Berkas diperiksa", "Bila kurang, kembali"),
    ("3", "Menandatangani surat", "Surat", "1 hari", "Surat bertanda tangan", ""),
)


def flow(sheet: Sheet) -> None:
    start, check, sign = middle(0, 0), middle(1, 1), middle(2, 2)
    sheet.pill(*start)
    sheet.diamond(*check)
    sheet.pill(*sign)
    sheet.arrow((start[0] + 22, start[1]), (check[0], start[1]), (check[0], check[1] - 11))
    sheet.arrow((check[0] + 22, check[1]), (sign[0], check[1]), (sign[0], sign[1] - 9))
    sheet.arrow((check[0] - 22, check[1]), (start[0], check[1]), (start[0], start[1] + 9))
    sheet.text(check[0] + 25, check[1] - 3, "Ya")
    sheet.text(check[0] - 42, check[1] - 3, "Tidak")


def matrix(**options: float | tuple[float, ...]) -> Sheet:
    sheet = Sheet(**options)  # type: ignore[arg-type]
    table(sheet, ROWS)
    flow(sheet)
    return sheet


def test_a_drawn_matrix_is_read_whole(tmp_path: Path) -> None:
    (reading,) = read(save(tmp_path / "a.pdf", matrix()))
    shown = as_json(reading)
    assert shown["pelaksana"] == ["Petugas", "Kepala Seksi", "Kepala Dinas"]
    assert [
        (row["no"], row["kegiatan"], row["kelengkapan"], row["waktu"], row["output"])
        for row in shown["langkah"]
    ] == [
        ("1", "Menerima berkas dari pemohon", "Formulir", "5 menit", "Berkas diterima"),
        ("2", "Memeriksa berkas", "Berkas", "10 menit", "Berkas diperiksa"),
        ("3", "Menandatangani surat", "Surat", "1 hari", "Surat bertanda tangan"),
    ]
    assert shown["langkah"][1]["keterangan"] == "Bila kurang, kembali"
    assert [
        (symbol["pelaksana"], symbol["jenis"])
        for row in shown["langkah"]
        for symbol in row["simbol"]
    ] == [("Petugas", "mulai"), ("Kepala Seksi", "keputusan"), ("Kepala Dinas", "selesai")]
    assert shown["panah"] == [
        ["1:Petugas", "2:Kepala Seksi", ""],
        ["2:Kepala Seksi", "1:Petugas", "Tidak"],
        ["2:Kepala Seksi", "3:Kepala Dinas", "Ya"],
    ]
    assert shown["sisa"] == []


@pytest.mark.parametrize(
    "matrix_of_page",
    [(0.6, 0, 0, 0.6, 30, 90), (1.7, 0, 0, 1.7, 0, 0), (1, 0, 0, 1, 13.5, -21)],
    ids=["smaller", "larger", "shifted"],
)
def test_scale_and_place_change_nothing(tmp_path: Path, matrix_of_page: tuple[float, ...]) -> None:
    plain = as_json(read(save(tmp_path / "a.pdf", matrix()))[0])
    path = save(tmp_path / "b.pdf", matrix(matrix=matrix_of_page))
    if matrix_of_page[0] > 1:
        # A larger print needs a larger sheet; the drawing keeps its own height.
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 1360, 952])
            pdf.save(path)
    other = as_json(read(path)[0])
    for key in ("pelaksana", "langkah", "panah"):
        assert other[key] == plain[key]


@pytest.mark.parametrize("quarter", [90, 270])
def test_a_page_printed_sideways_is_turned(tmp_path: Path, quarter: int) -> None:
    plain = as_json(read(save(tmp_path / "a.pdf", matrix()))[0])
    # The content runs sideways on an upright sheet that no /Rotate turns back.
    turned = (0, 1, -1, 0, 560, 0) if quarter == 90 else (0, -1, 1, 0, 0, 800)
    path = save(tmp_path / "b.pdf", matrix(matrix=turned))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 560, 800])
        pdf.save(path)
    other = as_json(read(path)[0])
    for key in ("pelaksana", "langkah", "panah"):
        assert other[key] == plain[key]


def test_places_lead_back_to_the_page(tmp_path: Path) -> None:
    (reading,) = read(save(tmp_path / "a.pdf", matrix()))
    (place,) = reading.langkah[1].sel["kegiatan"].tempat
    assert place.halaman == 1
    assert place.kotak is not None
    x0, top, x1, bottom = place.kotak
    assert (round(x0), round(x1 > 100)) == (47, 1)
    assert 150 < top < bottom < 170


def test_two_pages_are_one_matrix_where_the_second_has_no_head(tmp_path: Path) -> None:
    second = Sheet()
    table(
        second,
        [("4", "Mengarsipkan surat", "Surat", "5 menit", "Arsip", "")],
        head=False,
    )
    second.box(*middle(0, 0))
    (reading,) = read(save(tmp_path / "a.pdf", matrix(), second))
    assert [row.no for row in reading.langkah] == ["1", "2", "3", "4"]
    assert reading.langkah[3].teks("output") == "Arsip"
    assert [symbol.lajur for symbol in reading.langkah[3].simbol] == [0]


def test_numbers_that_begin_again_are_another_matrix(tmp_path: Path) -> None:
    first, second = read(save(tmp_path / "a.pdf", matrix(), matrix()))
    assert [row.no for row in first.langkah] == [row.no for row in second.langkah]


def broken(tmp_path: Path, body: bytes) -> Path:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(body)
    return path


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"kosong \(0 bita\)"):
        read(broken(tmp_path, b""))


def test_a_file_that_is_no_pdf_is_named(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="bukan PDF"):
        read(broken(tmp_path, b"PK\x03\x04 isi lain"))


def test_a_cut_off_file_is_named(tmp_path: Path) -> None:
    whole = save(tmp_path / "a.pdf", matrix()).read_bytes()
    with pytest.raises(IntakeError, match="rusak"):
        read(broken(tmp_path, whole[:200]))


def test_a_locked_file_is_named(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", matrix())
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="kunci", user="kunci"))
    with pytest.raises(IntakeError, match="kata sandi"):
        read(path)


def test_a_scan_without_text_is_named(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.frame(20, 20, 200, 200)
    with pytest.raises(IntakeError, match="tidak memuat teks"):
        read(save(tmp_path / "a.pdf", sheet))


def test_a_letter_is_no_sop(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Dengan hormat, bersama ini kami sampaikan undangan rapat.")
    with pytest.raises(IntakeError, match="tidak ada SOP"):
        read(save(tmp_path / "a.pdf", sheet))


def test_a_book_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="300 halaman; paling banyak 250"):
        read(save(tmp_path / "a.pdf", *(Sheet() for _ in range(300))))
