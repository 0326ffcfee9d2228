"""A transcription against its source text, in both directions, and the checker against itself."""

from pathlib import Path
from typing import Any

import pytest

from sop_terbuka.data.draft import read
from sop_terbuka.data.model import Sop
from sop_terbuka.data.provenance import missing, transcribed, unsupported

SAMPLE = Path(__file__).parents[1] / "situs"
DRAFT, _ = read(SAMPLE / "sop_data")


def record(sop_id: str) -> Sop:
    return DRAFT.sop[sop_id].record


def lines_of(sop: Sop) -> tuple[str, ...]:
    assert sop.sumber
    return DRAFT.sumber[sop.sumber.berkas]


@pytest.mark.parametrize(
    "sop_id",
    [
        "kota-wanasari/kartu-ak1",  # a plain one
        "kota-wanasari/rekomendasi-iui",  # two printings of the table
        "kab-rimbaraya/pelatihan-berbasis-kompetensi",  # no tabs, actors named in the rows
    ],
)
def test_a_change_of_any_source_cell_is_noticed(sop_id: str) -> None:
    sop, lines = record(sop_id), list(lines_of(record(sop_id)))
    unnoticed = []
    assert sop.sumber
    for first, last in [sop.sumber.baris, *sop.sumber.baris_lain]:
        for number in range(first, last + 1):
            cells = lines[number - 1].split("\t")
            for column, cell in enumerate(cells):
                if not any(ch.isalpha() for ch in cell):
                    continue
                other = [*cells[:column], f"salah {cell}", *cells[column + 1 :]]
                changed = [*lines[: number - 1], "\t".join(other), *lines[number:]]
                if not missing(sop, changed):
                    unnoticed.append((number, cell))
    assert unnoticed == []


# The checker, on a small invented document.

PASSAGE = """\
**PEMERINTAH KOTA CONTOH
DINAS CONTOH**
NOMOR SOP\t: 1/SOP/2022
TGL. PEMBUATAN\t: 16-Feb-22
TGL. REVISI\t:
DISAHKAN OLEH\t: Kepala Dinas BUDI NIP. 1
NAMA SOP\t: Layanan Contoh
DASAR HUKUM :\tKUALIFIKASI PELAKSANA :
<ol style="list-style-type: none">1 UU No. 1 Tahun 20002 UU No. 2 Tahun 2001\tMampu menulis
KETERKAITAN :\tPERALATAN/PERLENGKAPAN :
\t1. Komputer 2. Printer
PERINGATAN :\tPENCATATAN DAN PENDATAAN :
\t- - -

No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet
\t\tPemohon\tPetugas\tKelengkapan\tWaktu\tOutput\t
1\t2\t3\t4\t5\t6\t7\t8
1\tDatang ke dinas\tmulai\t\tKTP, KK\t5 menit\tBerkas\t
2\tMemeriksa berkas\t\t\tBerkas\t10 merit\tBerkas\tteliti
JUMLAH WAKTU PELAYANAN\t15 menit

Langkah Awal :\t1\tDatang ke dinas
Langkah Akhir :\t2\tMemeriksa berkas"""
SOURCE = PASSAGE.split("\n")


def invented(**changes: Any) -> Sop:
    base: dict[str, Any] = {
        "id": "kota-contoh/layanan",
        "nama": "Layanan",
        "nama_sop": "Layanan Contoh",
        "ringkasan": "Contoh.",
        "audiens": ["warga"],
        "topik": "contoh",
        "status": "transkripsi",
        "dokumen": {
            "kop": ["PEMERINTAH KOTA CONTOH", "DINAS CONTOH"],
            "nomor": "1/SOP/2022",
            "tanggal_pembuatan": "2022-02-16",
            "disahkan_oleh": {"tertulis": "Kepala Dinas BUDI NIP. 1"},
        },
        "dasar_hukum": [{"tertulis": "UU No. 1 Tahun 2000"}, {"tertulis": "UU No. 2 Tahun 2001"}],
        "kualifikasi_pelaksana": ["Mampu menulis"],
        "peralatan": ["Komputer", "Printer"],
        "biaya": {"tidak_disebut": "ya"},
        "pelaksana": [
            {"id": "pemohon", "nama": "Pemohon", "pihak": "luar"},
            {"id": "petugas", "nama": "Petugas", "pihak": "dalam"},
            {"id": "kepala", "nama": "Kepala", "pihak": "dalam", "kolom": "tidak"},
        ],
        "langkah": [
            {
                "id": "datang",
                "kegiatan": "Datang ke dinas",
                "pelaksana": ["pemohon"],
                "sel_pelaksana": {"pemohon": "mulai"},
                "kelengkapan": ["KTP", "KK"],
                "waktu": "5 menit",
                "output": ["Berkas"],
            },
            {
                "id": "periksa",
                "kegiatan": "Memeriksa berkas",
                "pelaksana": ["petugas"],
                "kelengkapan": ["Berkas"],
                "waktu": "10 menit",
                "output": ["Berkas"],
                "keterangan": "teliti",
            },
        ],
        "waktu_total_tertulis": "15 menit",
        "lembar_kerja": {
            "langkah": {
                "awal": [{"nomor_tertulis": "1", "teks": "Datang ke dinas"}],
                "akhir": [{"nomor_tertulis": "2", "teks": "Memeriksa berkas"}],
            }
        },
        "koreksi": [
            {
                "pada": "langkah[periksa].waktu",
                "tertulis": "10 merit",
                "menjadi": "10 menit",
                "alasan": "salah baca pindaian",
                "keyakinan": "tinggi",
            }
        ],
        "sumber": {"berkas": "contoh.txt", "baris": [1, len(SOURCE)]},
    }
    return Sop.model_validate(base | changes)


def places(sop: Sop, lines: list[str] = SOURCE) -> list[str]:
    return [gap.where for gap in unsupported(sop, lines)]


def cells(sop: Sop, lines: list[str] = SOURCE) -> list[tuple[str, str]]:
    return [(gap.where, gap.text) for gap in missing(sop, lines)]


def changed(line: int, old: str, new: str) -> list[str]:
    assert old in SOURCE[line - 1]
    return [*SOURCE[: line - 1], SOURCE[line - 1].replace(old, new), *SOURCE[line:]]


def with_step(**changes: Any) -> Sop:
    first, second = invented().model_dump()["langkah"]
    return invented(langkah=[first, second | changes])


def test_a_faithful_transcription_has_no_gap() -> None:
    assert (places(invented()), cells(invented())) == ([], [])


def test_a_value_that_is_not_in_the_source_is_reported_with_its_place() -> None:
    assert places(with_step(output=["Surat"])) == ["langkah[periksa].output"]
    assert places(invented(peralatan=["Komputer", "Printer", "Meja"])) == ["peralatan[3]"]


def test_a_lost_cell_is_reported_with_its_line() -> None:
    assert cells(with_step(keterangan=None)) == [("baris 19", "teliti")]
    assert cells(invented(waktu_total_tertulis=None)) == [("baris 20", "15 menit")]
    lost_step = invented(langkah=invented().model_dump()["langkah"][:1], koreksi=[])
    assert ("baris 19", "10 merit") in cells(lost_step)


def test_a_value_counts_only_in_the_row_and_under_the_label_where_it_stands() -> None:
    # "5 menit" is in the source, but in the row of another step.
    assert places(with_step(waktu="5 menit")) == ["langkah[periksa].waktu"]
    number_as_name = invented(nama_sop="1/SOP/2022")
    assert places(number_as_name) == ["nama_sop"]
    assert cells(number_as_name) == [("baris 7", "layanan contoh")]


def test_a_list_cell_is_compared_as_a_whole() -> None:
    assert places(with_step(kelengkapan=["Berkas", "Berkas"])) == ["langkah[periksa].kelengkapan"]
    first, second = invented().model_dump()["langkah"]
    short = invented(langkah=[first | {"kelengkapan": ["KTP"]}, second])
    assert (places(short), cells(short)) == (
        ["langkah[datang].kelengkapan"],
        [("baris 18", "ktp, kk")],
    )


def test_a_correction_excuses_only_the_exact_source_words() -> None:
    assert places(invented(koreksi=[])) == ["langkah[periksa].waktu"]
    assert cells(invented(koreksi=[])) == [("baris 19", "10 merit")]
    fix = invented().koreksi[0].model_dump()
    assert places(invented(koreksi=[fix | {"tertulis": "11 merit"}])) == ["langkah[periksa].waktu"]


def test_a_correction_whose_new_words_are_not_the_data_excuses_nothing() -> None:
    fix = invented().koreksi[0].model_dump()
    assert places(invented(koreksi=[fix | {"menjadi": "1 menit"}])) == ["langkah[periksa].waktu"]


def test_items_glued_to_the_next_number_are_told_apart() -> None:
    bases = [{"tertulis": "UU No. 1 Tahun 2000"}]
    assert places(invented(dasar_hukum=bases)) == ["dasar_hukum[uu-no-1-tahun-2000].tertulis"]
    assert [line for line, _ in cells(invented(dasar_hukum=bases))] == ["baris 9"]


def test_capitals_spaces_and_markup_do_not_matter_but_words_do() -> None:
    lines = changed(11, "1. Komputer 2. Printer", "<ul><li>KOMPUTER</li>  <li>printer </li></ul>")
    assert (places(invented(), lines), cells(invented(), lines)) == ([], [])
    assert places(invented(), changed(11, "Printer", "Printer warna")) == [
        "peralatan[1]",
        "peralatan[2]",
    ]


def test_dates_are_read_in_each_spelling_of_the_forms() -> None:
    for spelling in ("16 Februari 2022", "16-FEB-22"):
        assert places(invented(), changed(4, "16-Feb-22", spelling)) == []
    assert places(invented(), changed(4, "16-Feb-22", "17-Feb-22")) == ["dokumen.tanggal_pembuatan"]


def test_the_printed_number_of_a_step_and_of_a_worksheet_line_counts() -> None:
    assert cells(with_step(nomor_tertulis="7")) == [("baris 19", "2")]
    sheet = {"langkah": {"awal": [{"nomor_tertulis": "3", "teks": "Datang ke dinas"}]}}
    assert "lembar_kerja.langkah.awal[1].teks" in places(invented(lembar_kerja=sheet))


def test_an_actor_without_a_column_need_not_be_in_the_source() -> None:
    assert "pelaksana[kepala].nama" not in transcribed(invented())
    lines = changed(16, "Petugas", "Panitia")
    assert places(invented(), lines) == ["pelaksana[petugas].nama"]
    assert cells(invented(), lines) == [("baris 16", "panitia")]


def test_a_torn_row_is_read_as_one() -> None:
    torn = changed(19, "Memeriksa berkas\t\t\tBerkas", "Memeriksa\t\t\tBerkas")
    torn[19:19] = ["", " ", "\tberkas\t\t\t\t\t\t"]
    sop = invented(sumber={"berkas": "contoh.txt", "baris": [1, len(torn)]})
    assert (places(sop, torn), cells(sop, torn)) == ([], [])


def test_loose_text_must_be_quoted_in_a_note() -> None:
    lines = [*SOURCE, "YA"]
    where = {"berkas": "contoh.txt", "baris": [1, len(lines)]}
    assert cells(invented(sumber=where), lines) == [(f"baris {len(lines)}", "ya")]
    assert cells(invented(sumber=where, catatan=['Label "YA" lepas dari tabel.']), lines) == []
    assert cells(invented(sumber=where, catatan=["Kata YA lepas dari tabel."]), lines) != []


def test_a_second_printing_may_differ_only_as_a_note_says() -> None:
    again = "2\tMemeriksa berkas\t\t\tBerkas\t10 merit\tberkas lengkap\tteliti"
    where = {"berkas": "contoh.txt", "baris": [1, len(SOURCE) + 1]}
    same = [*SOURCE, again.replace(" lengkap", "")]
    assert cells(invented(sumber=where), same) == []
    assert cells(invented(sumber=where), [*SOURCE, again]) != []
    note = 'Output langkah 2 "berkas lengkap" pada cetakan kedua.'
    assert cells(invented(sumber=where, catatan=[note]), [*SOURCE, again]) == []


def test_a_note_does_not_excuse_a_value_that_stands_nowhere() -> None:
    quoted = ['Nama SOP "Layanan Contoh", nomor "1/SOP/2022", langkah "Datang ke dinas".']
    nameless = invented(nama_sop=None, catatan=quoted)
    assert cells(nameless) == [("baris 7", "layanan contoh")]
    sheet = {"langkah": {"awal": [{"nomor_tertulis": "1", "teks": "Datang"}]}}
    assert ("baris 22", "datang ke dinas") in cells(invented(lembar_kerja=sheet, catatan=quoted))


def test_a_paragraph_in_a_foreign_script_is_a_misreading() -> None:
    lines = [*SOURCE, "Білім беру жүйесі"]
    where = {"berkas": "contoh.txt", "baris": [1, len(lines)]}
    assert cells(invented(sumber=where), lines) == []
    assert cells(invented(sumber=where), [*SOURCE, "Білім SOP"]) != []


def test_a_recorded_change_may_differ_from_the_source() -> None:
    change = {
        "pada": "langkah[datang].waktu",
        "dari": "5 menit",
        "menjadi": "3 menit",
        "dasar": [{"jenis": "dinas", "nama": "Surat edaran", "url": "https://dinas.example/e"}],
        "tanggal": "2026-01-02",
    }
    first, second = invented().model_dump()["langkah"]
    later = [first | {"waktu": "3 menit"}, second]
    assert places(invented(langkah=later)) == ["langkah[datang].waktu"]
    recorded = invented(langkah=later, perubahan=[change])
    assert (places(recorded), cells(recorded)) == ([], [])
    wrong = invented(langkah=later, perubahan=[change | {"dari": "7 menit"}])
    assert places(wrong) == ["langkah[datang].waktu"]


def test_a_change_may_follow_a_correction_add_a_value_or_take_one_out() -> None:
    basis = {"dasar": [{"jenis": "dinas", "nama": "Papan"}], "tanggal": "2026-01-02"}
    place = {"pada": "langkah[datang].waktu"}
    first, second = invented().model_dump()["langkah"]
    fix = place | {"tertulis": "5 menit", "menjadi": "5 jam", "alasan": "x", "keyakinan": "tinggi"}
    change = place | {"dari": "5 jam", "menjadi": "3 jam"} | basis
    both = invented(
        langkah=[first | {"waktu": "3 jam"}, second],
        koreksi=[*invented().model_dump()["koreksi"], fix],
        perubahan=[change],
    )
    assert (places(both), cells(both)) == ([], [])
    note = {"pada": "langkah[datang].keterangan", "menjadi": "bawa KTP"} | basis
    noted = [first | {"keterangan": "bawa KTP"}, second]
    assert places(invented(langkah=noted)) == ["langkah[datang].keterangan"]
    assert places(invented(langkah=noted, perubahan=[note])) == []
    gone = [{key: value for key, value in first.items() if key != "waktu"}, second]
    taken = place | {"dari": "5 menit"} | basis
    assert cells(invented(langkah=gone)) != []
    assert cells(invented(langkah=gone, perubahan=[taken])) == []


def test_a_correction_of_a_counted_line_follows_it_when_it_moves() -> None:
    sheet = {"langkah": {"awal": [{"nomor_tertulis": "1", "teks": "Datang ke kantor"}]}}
    sheet["langkah"]["akhir"] = [{"nomor_tertulis": "2", "teks": "Memeriksa berkas"}]
    fix = {
        "pada": "lembar_kerja.langkah.awal[2].teks", "tertulis": "Datang ke dinas",
        "menjadi": "Datang ke kantor", "alasan": "x", "keyakinan": "tinggi",
    }  # fmt: skip
    old = invented().model_dump()["koreksi"]
    place = "lembar_kerja.langkah.awal[1].teks"
    assert places(invented(lembar_kerja=sheet)) == [place]
    assert places(invented(lembar_kerja=sheet, koreksi=[*old, fix])) == []


def test_a_plain_text_need_only_hold_every_value() -> None:
    text = ["Layanan Contoh", "Penjelasan yang tidak disalin.", "Mampu  menulis"]
    where = {"berkas": "contoh.txt", "baris": [1, 3], "bentuk": "teks"}
    empty: dict[str, Any] = {key: [] for key in ("dasar_hukum", "peralatan", "koreksi")}
    sop = invented(
        sumber=where, dokumen={}, lembar_kerja=None, langkah=[], pelaksana=[],
        waktu_total_tertulis=None, **empty,
    )  # fmt: skip
    assert (places(sop, text), cells(sop, text)) == ([], [])
    assert places(sop, [text[0], "", ""]) == ["kualifikasi_pelaksana[1]"]


# A part of the document that has no key of its own.

PART = [*SOURCE[:-2], "SANKSI", "Teguran lisan", "PENGECUALIAN\tKeadaan darurat", *SOURCE[-2:]]
OTHER_PARTS = [
    {"judul": "Sanksi", "isi": ["Teguran lisan"]},
    {"judul": "Pengecualian", "isi": ["Keadaan darurat"]},
]


def with_parts(parts: list[dict[str, Any]]) -> Sop:
    made = invented(bagian_lain=parts)
    assert made.sumber
    place = made.sumber.model_copy(update={"baris": [1, len(PART)]})
    return made.model_copy(update={"sumber": place})


def test_a_part_without_a_key_of_its_own_is_compared_both_ways() -> None:
    made = with_parts(OTHER_PARTS)
    assert (unsupported(made, PART), missing(made, PART)) == ([], [])
    wrong = with_parts([{"judul": "Sanksi", "isi": ["Teguran tertulis"]}, OTHER_PARTS[1]])
    assert [gap.where for gap in unsupported(wrong, PART)] == ["bagian_lain[1].isi[1]"]
    assert [gap.text for gap in missing(wrong, PART)] == ["teguran lisan"]
    lost = with_parts(OTHER_PARTS[:1])
    assert [gap.text for gap in missing(lost, PART)] == ["pengecualian", "keadaan darurat"]


def test_a_part_without_a_heading_may_be_headed_by_us() -> None:
    made = with_parts(
        [
            {"judul": "Tulisan lain", "isi": ["SANKSI", "Teguran lisan"]},
            {"judul": "Pengecualian", "isi": ["Keadaan darurat"]},
        ]
    )
    assert (unsupported(made, PART), missing(made, PART)) == ([], [])


def test_a_part_of_ordinary_text_stands_in_it() -> None:
    for words, wrong in (("Teguran lisan", []), ("Teguran keras", ["bagian_lain[1].isi[1]"])):
        made = with_parts([{"judul": "Sanksi", "isi": [words]}])
        assert made.sumber
        text = made.sumber.model_copy(update={"bentuk": "teks"})
        gaps = unsupported(made.model_copy(update={"sumber": text}), PART)
        assert [g.where for g in gaps if g.where.startswith("bagian_lain")] == wrong
