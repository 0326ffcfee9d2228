"""Findings about the course of work: each rule with a bad and a good document."""

from dataclasses import replace

import pytest

from sop_terbuka.data.model import Sumber
from tests.builders import Example, catalog, example, findings, messages, sheet, sop, step, table

_TWO = "pemohon > Pemohon menyerahkan berkas | Berkas permohonan | 5 menit | Tanda terima"


def _steps(*rows: str) -> str:
    return "\n".join(rows)


def _second(text: str) -> str:
    return table({2: f"petugas > {text} | Tanda terima | 10 menit | Berkas lengkap"})


def _symbols(*ways: list[str]) -> list[dict[str, object]]:
    """The faultless steps drawn symbol by symbol; `ways` says where each leads."""
    kinds = ("mulai", "proses", "proses", "selesai")
    steps = []
    for row, kind, ke in zip(sop().langkah, kinds, ways, strict=True):
        written = row.model_dump(include={"id", "kegiatan", "kelengkapan", "waktu", "output"})
        symbol = {"pelaksana": row.pelaksana[0], "jenis": kind, "ke": ke}
        steps.append(written | {"simbol": [symbol]})
    return steps


EXAMPLES = [
    example(
        "simbol-tanpa-lanjutan",
        sop(langkah=_symbols(["l2"], ["l3"], [], [])),
        "Ada simbol tanpa panah keluar pada langkah 3.",
        good=sop(langkah=_symbols(["l2"], ["l3"], ["l4"], [])),
    ),
    example(
        "simbol-tak-tercapai",
        sop(langkah=_symbols(["l3"], ["l3"], ["l4"], [])),
        "Ada simbol yang tidak dapat dicapai dari awal pada langkah 2.",
        good=sop(langkah=_symbols(["l2"], ["l3"], ["l4"], [])),
    ),
    example(
        "alur-tanpa-akhir",
        sop(langkah=_symbols(["l2"], ["l3"], ["l2"], [])),
        "Alur berputar tanpa akhir pada langkah 1, 2 dan 3.",
        good=sop(langkah=_symbols(["l2"], ["l3"], ["l4"], [])),
    ),
    example(
        "tanpa-langkah",
        sop(langkah=[], tanpa_langkah="Tidak ada tabel."),
        "Dokumen tidak memuat tabel langkah.",
    ),
    example(
        "tanpa-langkah",
        sop(langkah=[], lembar_kerja=sheet(["1. Pemohon menyerahkan berkas"])),
        "Dokumen tidak memuat tabel langkah. Urutan kerja hanya ada pada lembar kerja (1 butir).",
    ),
    example(
        "tanpa-penyerahan",
        sop(
            langkah=table(
                {
                    4: "petugas > Petugas Layanan menyimpan Kartu Contoh"
                    "| Kartu Contoh | 5 menit | Arsip"
                }
            )
        ),
        'Tidak ada langkah yang menyerahkan hasil kepada pemohon; langkah terakhir "Petugas '
        'Layanan menyimpan Kartu Contoh".',
        good=[
            sop(
                langkah=table(
                    {4: "pemohon > Pemohon mengambil Kartu Contoh| Kartu Contoh | 5 menit | Arsip"}
                )
            ),
        ],
    ),
    example(
        "tanpa-penyerahan",
        sop(langkah=table({4: "petugas > Petugas Layanan melapor| Kartu | 5 menit | Arsip"})),
        'Tidak ada langkah yang menyerahkan hasil kepada pemohon; langkah terakhir "Petugas '
        'Layanan melapor".',
        good=sop(
            langkah=table(
                {4: "petugas > Petugas Layanan menghubungi pemohon| Kartu | 5 menit | Arsip"}
            )
        ),
    ),
    example(
        "langkah-berulang",
        sop(
            langkah=table(
                {
                    5: "petugas > Petugas Layanan menyerahkan Kartu Contoh kepada pemohon."
                    "| Kartu Contoh | 5 menit | Arsip"
                }
            )
        ),
        'Langkah 4 dan langkah 5 berkalimat sama: "Petugas Layanan menyerahkan Kartu Contoh '
        'kepada pemohon.".',
        good=sop(
            langkah=table(
                {
                    5: "kabid > Kepala Bidang Layanan menyerahkan Kartu Contoh kepada "
                    "pemohon"
                    "| Kartu Contoh | 5 menit | Arsip"
                }
            )
        ),
    ),
    example(
        "penyerahan-berulang",
        sop(
            langkah=_steps(
                "petugas > Petugas Layanan menyerahkan kartu kepada Kabid untuk ditandatangani",
                "petugas > Kartu diajukan melalui Kabid untuk ditandatangani Kepala Dinas",
            )
        ),
        "Langkah 1 dan langkah 2 sama-sama mengajukan berkas untuk ditandatangani.",
    ),
    example(
        "pengumuman-sebelum-tanda-tangan",
        sop(
            langkah=_steps(
                "petugas > Petugas Layanan menilai hasil seleksi dan mengumumkannya",
                "kabid > Kepala Bidang menandatangani pengumuman hasil seleksi",
            )
        ),
        "Langkah 1 mengumumkan hasil, sedangkan pengumumannya baru ditandatangani pada langkah 2.",
        good=sop(
            langkah=_steps(
                "kabid > Kepala Bidang menandatangani pengumuman hasil seleksi",
                "petugas > Petugas Layanan mengumumkan hasil seleksi",
            )
        ),
    ),
    example(
        "tanda-tangan-tanpa-langkah",
        sop(
            langkah=_steps(
                "petugas > Petugas Layanan menyerahkan kartu kepada Kabid untuk ditandatangani",
                "pemohon > Pemohon menerima kartu",
            )
        ),
        "Langkah 1 menyerahkan berkas untuk ditandatangani, tetapi tidak ada langkah atau "
        "keluaran sesudahnya yang menyebut berkas itu sudah ditandatangani.",
        good=sop(
            langkah=_steps(
                "petugas > Petugas Layanan menyerahkan kartu kepada Kabid untuk ditandatangani",
                "pemohon > Pemohon menerima kartu yang sudah ditandatangani",
            )
        ),
    ),
    example(
        "tanda-tangan-tanpa-langkah",
        sop(
            langkah=table({3: "kabid > Kabid mengecek | Berkas | 5 menit | Kartu ditandatangani"}),
            lembar_kerja=sheet(["1. Kepala Bidang menandatangani kartu"]),
        ),
        "Kelengkapan atau keluaran langkah 3 menyebut tanda tangan, tetapi tidak ada langkah yang "
        "menandatangani; pada lembar kerja kepala bidang yang menandatangani.",
        good=sop(
            langkah=table(
                {3: "kabid > Kabid mengecek | Berkas | 5 menit | Buku tamu ditandatangani tamu"}
            )
        ),
    ),
    example(
        "tanda-tangan-tanpa-langkah",
        sop(
            langkah=_steps(
                "petugas > Petugas Layanan mengetik | Map | 5 menit | Draf Surat Jalan",
                "pemohon > Pemohon menerima surat | Surat Jalan | 5 menit | Arsip",
            )
        ),
        '"Draf Surat Jalan" (langkah 1) menjadi "Surat Jalan" (langkah 2), tetapi tidak ada '
        "langkah yang menandatangani atau mengesahkannya.",
        good=sop(
            langkah=_steps(
                "petugas > Petugas Layanan mengetik | Map | 5 menit | Draf Surat Jalan",
                "kabid > Kabid memberi paraf | Draf Surat Jalan | 5 menit | Surat Jalan",
            )
        ),
    ),
    example(
        "langkah-tidak-jelas",
        sop(
            langkah=table(
                {
                    2: "petugas > Loket | Tanda terima | 10 menit | Berkas lengkap",
                    3: "kabid > Mendapat pengesahan | Berkas lengkap | 5 menit | Kartu Contoh",
                }
            )
        ),
        'Tidak jelas apa yang dikerjakan pada langkah 2 ("Loket") dan langkah 3 ("Mendapat '
        'pengesahan").',
    ),
    example(
        "kalimat-terputus",
        sop(langkah=_second("Petugas Layanan memeriksa berkas lalu menyerahkan kepada")),
        'Kalimat langkah 2 terputus setelah "berkas lalu menyerahkan kepada".',
    ),
    example(
        "keputusan-tanpa-cabang",
        sop(langkah=_second("Petugas Layanan memeriksa berkas. Jika lengkap, berkas diteruskan")),
        'Langkah 2 menyebut "Jika lengkap" tetapi tidak menyebut apa yang terjadi pada keadaan '
        "sebaliknya.",
        good=sop(
            langkah=_second("Petugas Layanan memeriksa berkas (bila ada). Jika belum, dikembalikan")
        ),
    ),
    example(
        "keputusan-tanpa-cabang",
        sop(langkah=_second("Petugas Layanan memeriksa nama. Apabila sama, nama dicatat")),
        'Langkah 2 menyebut "Apabila sama" tetapi tidak menyebut apa yang terjadi pada keadaan '
        "sebaliknya.",
        good=sop(
            langkah=_second(
                "Petugas Layanan memeriksa nama. Apabila sama, maka nama harus diubah. Apabila "
                "ada ketidaksamaan alamat, alamat dicatat"
            )
        ),
    ),
    example(
        "keputusan-tanpa-cabang",
        sop(langkah=_second("Petugas Layanan memberi persetujuan / menolak permohonan")),
        "Langkah 2 memberi persetujuan atau menolak, tetapi tidak menyebut apa yang terjadi "
        "bila ditolak.",
    ),
    example(
        "keputusan-tanpa-cabang",
        sop(
            langkah=[
                step(
                    1,
                    _TWO,
                    keputusan={
                        "pertanyaan": "Lengkap?",
                        "ya": "selesai",
                        "tidak": "tolak",
                        "dasar": "tertulis",
                    },
                )
            ]
        ),
        'Langkah 1 bercabang pada bagan, tetapi kalimatnya "Pemohon menyerahkan berkas" tidak '
        "menyebut syaratnya.",
    ),
    example(
        "pemeriksaan-tanpa-kelanjutan",
        sop(langkah=_second("Petugas Layanan memeriksa berkas permohonan")),
        "Langkah 2 memeriksa atau mengoreksi, tetapi tidak ada langkah yang menyebut apa yang "
        "terjadi bila hasilnya tidak sesuai.",
        good=sop(langkah=_second("Petugas Layanan memeriksa berkas atau mengembalikan berkas")),
    ),
    example(
        "pengembalian-tanpa-syarat",
        sop(
            langkah=table(
                {
                    3: "kabid > Mengembalikan berkas kepada pemohon"
                    "| Berkas lengkap | 10 menit | Kartu Contoh",
                    2: "petugas > Petugas Layanan mencatat berkas"
                    "| Tanda terima | 10 menit | Berkas lengkap",
                }
            )
        ),
        'Langkah 3 menulis "Mengembalikan berkas kepada pemohon" tanpa menyebut dalam keadaan apa.',
        good=sop(
            langkah=table(
                {
                    3: "kabid > Mengembalikan berkas kepada pemohon"
                    "| Berkas lengkap | 10 menit | Kartu Contoh"
                }
            )
        ),
    ),
    example(
        "cabang-tanpa-pertanyaan",
        sop(
            langkah=[
                *(step(n, row) for n, row in enumerate(table({}).split("\n"), 1)),
                step(
                    5,
                    "petugas > Petugas Layanan menyimpan arsip | Arsip | 5 menit | Arsip",
                    sel_pelaksana={"petugas": "Tidak"},
                ),
            ]
        ),
        'Label "Ya" atau "Tidak" tercetak pada langkah 5, tetapi langkah itu dan langkah '
        "sebelumnya tidak menyebut syarat apa pun.",
        good=sop(
            langkah=[
                *(
                    step(n, row, sel_pelaksana={"petugas": "Ya"} if n == 3 else {})
                    for n, row in enumerate(table({}).split("\n"), 1)
                )
            ]
        ),
    ),
    example(
        "cabang-tanpa-pertanyaan",
        sop(
            langkah=_steps("petugas > Petugas Layanan mencatat berkas"),
            naskah="Mulai\tTidak\tSelesai",
        ),
        'Bagan pada naskah memuat cabang "Tidak", tetapi tidak ada kalimat langkah yang '
        "menyebut syaratnya.",
        good=sop(
            langkah=_steps("petugas > Petugas Layanan mencatat berkas"), naskah="Tidak disebut"
        ),
    ),
    example(
        "masukan-tanpa-asal",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa surat balasan"
                    "| Tanda terima | 10 menit | Map",
                    3: "kabid > Kepala Bidang Layanan meneliti"
                    "| Draft Balasan | 10 menit | Kartu Contoh",
                }
            )
        ),
        'Kelengkapan "Draft Balasan" (langkah 3) tidak dihasilkan langkah sebelumnya.',
        good=sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan membuat surat balasan"
                    "| Tanda terima; Paraf | 10 menit | Map",
                    3: "kabid > Kepala Bidang Layanan meneliti"
                    "| Draft Balasan | 10 menit | Kartu Contoh",
                }
            )
        ),
    ),
    example(
        "masukan-tanpa-asal",
        sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Laporan Informasi | 10 menit | Kartu Contoh"
                }
            )
        ),
        'Kelengkapan "Laporan Informasi" (langkah 3) tidak dihasilkan langkah sebelumnya.',
        good=sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Laporan Informasi | 10 menit | Kartu Contoh"
                }
            ),
            persyaratan=[
                {"berkas": "Laporan Informasi", "wajib": "ya", "dasar": [{"jenis": "sop"}]}
            ],
        ),
    ),
    example(
        "masukan-tanpa-asal",
        [
            sop(
                langkah=table(
                    {
                        3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                        "| Laporan Informasi | 10 menit | Kartu Contoh"
                    }
                )
            ),
            sop(
                "kota-contoh/lain",
                nama_sop="Survei",
                langkah="petugas > Petugas Layanan mencatat | Map | 5 menit | Laporan Informasi",
            ),
        ],
        'Kelengkapan "Laporan Informasi" (langkah 3) tidak dihasilkan langkah sebelumnya. '
        '"Laporan Informasi" adalah keluaran pada SOP Survei (Dincontoh Kota Contoh).',
    ),
    example(
        "keluaran-tak-dipakai",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa berkas. Jika belum, dikembalikan"
                    "| Tanda terima | 10 menit | Berkas lengkap; Rekap Bulanan"
                }
            )
        ),
        'Keluaran "Rekap Bulanan" (langkah 2) tidak dipakai langkah sesudahnya.',
        good=sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa berkas. Jika belum, "
                    "dikembalikan"
                    "| Tanda terima | 10 menit | Berkas lengkap; Arsip Bulanan; Catatan kepada desa"
                }
            )
        ),
    ),
    example(
        "berkas-bukan-kelengkapan",
        sop(
            langkah=table(
                {
                    4: "petugas > Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"
                    "| Berkas lengkap | 5 menit | Arsip"
                }
            )
        ),
        'Langkah 4 menyangkut "Kartu Contoh" (dari langkah 3) tetapi kelengkapannya "Berkas '
        'lengkap".',
    ),
    example(
        "keluaran-tidak-berubah",
        sop(
            langkah=_steps(
                *(
                    f"petugas > Petugas Layanan mengerjakan bagian {n} | Map | 5 menit | Map"
                    for n in range(3)
                )
            )
        ),
        "Keluaran langkah 1, 2 dan 3 sama dengan masukannya atau dengan keluaran langkah "
        "sebelumnya.",
        good=sop(
            langkah=_steps(
                *(
                    f"petugas > Petugas Layanan mengerjakan bagian {n} | Map | 5 menit | Map"
                    for n in range(2)
                )
            )
        ),
    ),
    example(
        "isi-tertukar",
        sop(
            langkah=_steps(
                "petugas > Mencatat | Map | 5 menit | Kartu",
                "petugas > Mencetak | Kartu | 5 menit | Map",
                "petugas > Menghitung | Map | 5 menit | Kartu",
            )
        ),
        'Langkah 2 memerlukan "Kartu" dan menghasilkan "Map", kebalikan dari 2 langkah lain.',
        good=sop(
            langkah=_steps(
                "petugas > Mencatat | Map | 5 menit | Kartu",
                "petugas > Mencetak | Kartu | 5 menit | Map",
            )
        ),
    ),
    example(
        "mutu-baku-kosong",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa berkas. Jika belum, dikembalikan"
                    "| | 10 menit | "
                }
            )
        ),
        "Langkah 2 tidak menyebut kelengkapan; langkah 2 tidak menyebut keluaran.",
    ),
    example(
        "mutu-baku-kosong",
        sop(langkah="pemohon > Pemohon datang\npemohon > Pemohon pulang"),
        "Semua 2 langkah tidak menyebut kelengkapan dan keluaran.",
    ),
    example(
        "disposisi-tanpa-langkah",
        sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Berkas lengkap | 10 menit | Disposisi"
                }
            )
        ),
        '"Disposisi" menjadi kelengkapan atau keluaran langkah 3, tetapi tidak ada langkah '
        "yang menyebut siapa yang mendisposisi.",
        good=sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan mendisposisikan berkas"
                    "| Berkas lengkap | 10 menit | Disposisi"
                }
            )
        ),
    ),
    example(
        "disposisi-tanpa-langkah",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan mencatat berkas | Disposisi | 5 menit | "
                    "Berkas lengkap",
                    3: "kabid > Kepala Bidang Layanan mendisposisikan berkas"
                    "| Berkas lengkap | 10 menit | Kartu Contoh",
                }
            )
        ),
        '"Disposisi" sudah menjadi kelengkapan langkah 2, padahal baru disebut dalam kalimat '
        "langkah 3.",
    ),
    example(
        "tanpa-pembayaran",
        sop(nama_sop="Retribusi Kartu Contoh"),
        'SOP ini menyangkut "Retribusi Kartu Contoh", tetapi tidak ada langkah yang menyebut '
        "kapan pembayaran dilakukan.",
        good=sop(nama_sop="Retribusi Kartu Contoh", langkah=_second("Pemohon membayar di loket")),
    ),
    example(
        "arah-penyerahan-terbalik",
        sop(
            langkah=table(
                {
                    1: "petugas > Menyampaikan syarat KTP kepada pemohon"
                    "| Berkas permohonan | 5 menit | Hasil verifikasi"
                }
            )
        ),
        'Langkah 1 menulis persyaratan disampaikan kepada pemohon, padahal keluarannya "Hasil '
        'verifikasi".',
        good=sop(
            langkah=table(
                {
                    1: "petugas > Menyampaikan syarat KTP kepada pemohon"
                    "| Berkas permohonan | 5 menit | Pemohon paham"
                }
            )
        ),
    ),
    example(
        "sop-terkait-tak-tercatat",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan mencatat tamu (SOP Penerimaan Tamu)"
                    "| Tanda terima | 10 menit | Berkas lengkap"
                }
            )
        ),
        'Langkah menyebut "SOP Penerimaan Tamu" (langkah 2), yang tidak ada di kotak Keterkaitan.',
        good=sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan menyimpan berkas (SOP Penyimpanan "
                    "Arsip)"
                    "| Tanda terima | 10 menit | Berkas lengkap"
                }
            )
        ),
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []


def test_a_missing_table_names_the_sop_whose_sheets_stand_in_its_place() -> None:
    """Sheets of another SOP right behind this one were bound into its place."""
    lines = ("Nomor SOP", "Informasi", "", "Form 1", "Kegiatan", "", "Nomor SOP", "Retribusi")
    parts = {"kota-contoh/informasi": ([1, 2], []), "kota-contoh/retribusi": ([7, 8], [[4, 5]])}
    made = [
        sop(id, langkah=[], nama_sop=id[12:].title()).model_copy(
            update={"sumber": Sumber(berkas="satu.txt", baris=first, baris_lain=rest)}
        )
        for id, (first, rest) in parts.items()
    ]
    both = replace(
        catalog(sop("kota-contoh/lain")),
        sop={item.id: item for item in made},
        sumber={"satu.txt": lines},
    )
    found = {t.sop: t for t in findings(both) if t.aturan == "tanpa-langkah"}
    first = found["kota-contoh/informasi"]
    assert first.pesan == (
        "Dokumen tidak memuat tabel langkah. Lembar yang menyusul pada naskah (baris 4-5) milik "
        "SOP Retribusi."
    )
    assert [(proof.pada, proof.baris, proof.sop) for proof in first.bukti][1:] == [
        ("Lembar yang menyusul", 4, "kota-contoh/retribusi")
    ]
    assert "menyusul" not in found["kota-contoh/retribusi"].pesan


def test_a_missing_table_alarms_only_where_applicants_have_nothing_else() -> None:
    listed = {"lembar_kerja": sheet(["1. Pemohon menyerahkan berkas"])}
    for changes, level in (
        ({}, "tinggi"),
        (listed, "sedang"),
        ({"audiens": ["internal"]}, "sedang"),
    ):
        (found,) = [
            t for t in findings(catalog(sop(langkah=[], **changes))) if t.aturan == "tanpa-langkah"
        ]
        assert found.tingkat == level
