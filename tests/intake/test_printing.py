from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import Arrow, Lane, Place, Reading, Row, Symbol, Value


def reading() -> Reading:
    page = (Place(2, (10.04, 20, 30, 40)),)
    shared = frozenset({"waktu"})
    return Reading(
        berkas="contoh.pdf",
        unit=(Value("DINAS CONTOH"),),
        identitas={"nomor": Value("1/2025", page, 0.5, "angka terpotong")},
        daftar={"peralatan": (Value("1. Komputer"),)},
        pelaksana=(Lane(Value("Ketua"), "Tim"), Lane(Value("Ketua"), "Panitia")),
        langkah=(
            Row("1", {"kegiatan": Value("Menerima"), "waktu": Value("5 menit")},
                (Symbol(0, "mulai"), Symbol(0, "keputusan"), Symbol(1, "proses"))),
            Row("", {"waktu": Value("5 menit")}, (Symbol(0, "proses", sampai=1),), shared),
            Row("1", {"kegiatan": Value("Selesai")}, (Symbol(1, "selesai"),)),
        ),
        panah=(
            Arrow((0, 0), (0, 1)),
            Arrow((0, 1), (1, 0), Value("Ya"), bolak_balik=True),
            Arrow((1, 0), (2, 0), tanpa_kepala=True, ragu="ujungnya tidak menyentuh simbol"),
        ),
    )  # fmt: skip


def test_arrows_name_row_lane_and_which_symbol_of_the_lane() -> None:
    shown = as_json(reading())
    assert shown["panah"] == [
        ["x1:Tim Ketua", "x1:Tim Ketua#2", ""],
        ["x1:Tim Ketua#2", "x2:Tim Ketua", "Ya"],
    ]
    assert shown["panah_dua_arah"] == [["x1:Tim Ketua#2", "x2:Tim Ketua", "Ya"]]
    assert shown["garis_tanpa_kepala"] == [["x2:Tim Ketua", "x3:Panitia Ketua", ""]]


def test_rows_whose_number_names_no_single_row_get_a_key() -> None:
    assert [(r["no"], r.get("kunci")) for r in as_json(reading())["langkah"]] == [
        ("1", "x1"),
        ("", "x2"),
        ("1", "x3"),
    ]


def test_a_second_symbol_of_a_lane_and_a_span_are_told() -> None:
    first, second, _ = as_json(reading())["langkah"]
    assert [s.get("ke") for s in first["simbol"]] == [None, 2, None]
    assert second["simbol"][0]["membentang"] == ["Tim Ketua", "Panitia Ketua"]


def test_a_merged_cell_is_told_for_every_row_it_covers() -> None:
    assert as_json(reading())["sel_gabung"] == [["x1", "waktu"], ["x2", "waktu"]]


def test_places_and_doubts_are_keyed_by_path() -> None:
    shown = as_json(reading())
    assert shown["tempat"]["identitas.nomor"] == [{"halaman": 2, "kotak": [10.0, 20, 30, 40]}]
    assert shown["ragu"] == {
        "identitas.nomor": "angka terpotong",
        "panah[2]": "ujungnya tidak menyentuh simbol",
    }
