from pathlib import Path

import pytest

from sop_terbuka.intake.printing import as_json
from sop_terbuka.intake.reading import IntakeError, Reading
from sop_terbuka.intake.text import read

TABLE = """\
PEMERINTAH KOTA CONTOH
DINAS UJI

NOMOR SOP\t:\t1/2025
TGL. PEMBUATAN\t:\t2 Januari 2025
DISAHKAN OLEH\t: Kepala Dinas NAMA PEJABAT
NAMA SOP\t:\tIzin Uji
DASAR HUKUM :\t\tKUALIFIKASI PELAKSANA :
1. Undang-Undang Nomor 12 Tahun 20032. Peraturan Nomor 2 Tahun 2004\t\t1 Sarjana 2 Teliti

No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet
\t\tPemohon\tPetugas\tKelengkapan\tWaktu\tOutput\t
1\t2\t3\t4\t5\t6\t7\t8
1\tMengajukan berkas\tmulai\t\tBerkas\t5 menit\tTanda terima\t
2\tMemeriksa berkas\t\t\tBerkas\t1 hari\tCatatan\tsegera

"""


def one(tmp_path: Path, text: str, name: str = "a.txt") -> Reading:
    (reading,) = many(tmp_path, text, name)
    return reading


def many(tmp_path: Path, text: str, name: str = "a.txt") -> list[Reading]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read(tmp_path / name)


def test_identity_lists_and_steps_of_a_tabbed_table(tmp_path: Path) -> None:
    shown = as_json(one(tmp_path, TABLE))
    assert shown["identitas"]["unit"] == ["PEMERINTAH KOTA CONTOH", "DINAS UJI"]
    assert shown["identitas"]["nomor"] == "1/2025"
    assert shown["dasar_hukum"] == [
        "1. Undang-Undang Nomor 12 Tahun 2003",
        "2. Peraturan Nomor 2 Tahun 2004",
    ]
    assert shown["kualifikasi"] == ["1 Sarjana", "2 Teliti"]
    assert shown["pelaksana"] == ["Pemohon", "Petugas"]
    assert [row["waktu"] for row in shown["langkah"]] == ["5 menit", "1 hari"]
    assert shown["langkah"][0]["isi_lajur"] == {"Pemohon": "mulai"}
    assert shown["tempat"]["langkah[1].keterangan"] == [{"halaman": 1, "baris": [15, 15]}]


def test_a_file_of_two_sops_gives_two_readings(tmp_path: Path) -> None:
    second = TABLE.replace("Izin Uji", "Izin Lain").replace("1/2025", "2/2025")
    found = many(tmp_path, TABLE + "\nFORM 2\n1\tJudul SOP\t: (7)\n\n\n" + second)
    assert [r.identitas["nama_sop"].teks for r in found] == ["Izin Uji", "Izin Lain"]
    assert [len(r.langkah) for r in found] == [2, 2]


def test_slipped_cells_go_back_under_their_heads_by_the_time_column(tmp_path: Path) -> None:
    slipped = TABLE.replace("\t\t\tBerkas\t1 hari\tCatatan\tsegera", "\t\tBerkas\t1 hari\tCatatan")
    row = as_json(one(tmp_path, slipped))["langkah"][1]
    assert (row["kelengkapan"], row["waktu"], row["output"]) == ("Berkas", "1 hari", "Catatan")


def test_a_table_that_goes_on_after_a_gap_goes_on(tmp_path: Path) -> None:
    more = "\n \n\ttertulis\t\t\t\t\t\t\n3\tSelesai\t\t\tHasil\t2 jam\tSurat\t\n\nLampiran\n"
    rows = as_json(one(tmp_path, TABLE.rstrip("\n") + "\n" + more))["langkah"]
    assert [row["kegiatan"] for row in rows] == [
        "Mengajukan berkas",
        "Memeriksa berkas tertulis",
        "Selesai",
    ]


def test_a_stated_sum_is_no_step(tmp_path: Path) -> None:
    reading = one(tmp_path, TABLE.rstrip("\n") + "\n\tJUMLAH WAKTU PELAYANAN\t\t\t\t2 hari\t\t\n")
    assert len(reading.langkah) == 2
    assert reading.identitas["waktu_total"].teks == "2 hari"


def test_markdown_tables_with_one_actor_column_become_lanes(tmp_path: Path) -> None:
    text = """\
| **Kode SOP** | SOP/1 |
| ------------ | ----- |
| **Nama Prosedur** | Mutasi |
| **Dasar Hukum** | 1. UU No. 20 Tahun 2003<br>2. Permen No. 1 |

### Tahap satu

| No | Kegiatan | Pelaksana | Waktu | Keterangan |
| -- | -------- | --------- | ----- | ---------- |
| 1 | Datang | Orang Tua | 10 menit | |
| 2 | Memeriksa | Staf, Kepala | 1 hari | cepat |

### Tahap dua

| No | Kegiatan | Pelaksana | Waktu | Keterangan |
| --- | -------- | --------- | ----- | ---------- |
| 1 | Rapat | Panitia | 1 jam | |
"""
    shown = as_json(one(tmp_path, text, "a.md"))
    assert shown["pelaksana"] == ["Orang Tua", "Staf", "Kepala", "Panitia"]
    assert [list(row.get("isi_lajur", {})) for row in shown["langkah"]] == [
        ["Orang Tua"],
        ["Staf", "Kepala"],
        ["Panitia"],
    ]
    assert shown["dasar_hukum"] == ["1. UU No. 20 Tahun 2003", "2. Permen No. 1"]


def test_a_pasted_service_standard_is_read_by_its_components(tmp_path: Path) -> None:
    text = """\
Sumber: laman
SURAT KETERANGAN UJI
1 Persyaratan Pelayanan
- KTP
- KK
2 Sistem Mekanisme & Prosedur
- Pemohon datang
3 Waktu Pelayanan
Maksimal 3 (tiga) hari kerja
4 Biaya / Tarif
Tidak dipungut biaya
"""
    reading = one(tmp_path, text)
    assert reading.jenis == "standar-pelayanan"
    assert reading.identitas["nama_sop"].teks == "SURAT KETERANGAN UJI"
    assert {key: [v.teks for v in values] for key, values in reading.komponen.items()} == {
        "persyaratan": ["- KTP", "- KK"],
        "prosedur": ["- Pemohon datang"],
        "jangka_waktu": ["Maksimal 3 (tiga) hari kerja"],
        "biaya": ["Tidak dipungut biaya"],
    }


def test_a_standard_in_running_text_is_parted_at_its_headings(tmp_path: Path) -> None:
    text = (
        "Jenis Pelayanan : Ruang Loket. Persyaratan: kartu berobat; kartu BPJS. "
        "Biaya: menurut Perda. Catatan lain: tidak ada.\n"
        "Prosedur: a. Datang ke loket. b. Menunggu giliran.\n"
    )
    reading = one(tmp_path, text)
    assert reading.identitas["nama_sop"].teks == "Ruang Loket."
    assert {key: [v.teks for v in values] for key, values in reading.komponen.items()} == {
        "persyaratan": ["kartu berobat", "kartu BPJS."],
        "biaya": ["menurut Perda. Catatan lain: tidak ada."],
        "prosedur": ["a. Datang ke loket.", "b. Menunggu giliran."],
    }


def test_the_number_of_a_heading_goes_with_it(tmp_path: Path) -> None:
    text = (
        "Jenis Pelayanan : Loket\n1. Pengertian : Pendaftaran pasien. 2. Tujuan : Tertib.\n"
        "Prosedur: a. Datang. b. Menunggu.\n"
    )
    reading = one(tmp_path, text)
    found = {key: [v.teks for v in values] for key, values in reading.komponen.items()}
    assert found["pengertian"] == ["Pendaftaran pasien."]
    assert found["tujuan"] == ["Tertib."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "kosong"),
        (b" \n\t\n", "tidak berisi teks"),
        (b"\x00\x01\x02biner", "bukan teks"),
        (b"Surat biasa\ntanpa apa pun", "tidak ada tabel langkah"),
    ],
)
def test_a_text_that_holds_no_sop_is_told_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(IntakeError, match=sentence):
        read(tmp_path / "a.txt")
