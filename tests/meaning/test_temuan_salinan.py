"""Findings about copied words and wrong boxes: each rule with a bad and a good document."""

import pytest

from tests.builders import Example, catalog, example, findings, messages, sheet, sop, table

_MARKET = sop(
    "kota-contoh/lapak",
    nama="Sewa Lapak Pasar",
    nama_sop="Sewa Lapak Pasar",
    peringatan=["Jika SOP ini tidak dijalankan, Sewa Lapak Pasar terlambat"],
    peralatan=["Komputer", "Blangko karcis retribusi dermaga"],
    langkah="""
        pemohon > Pedagang menyerahkan denah lapak pasar dan karcis sewa tahunan
            | Denah | 5 menit | Denah
        petugas > Petugas Layanan mencatat karcis sewa lapak pasar tahunan
            | Denah | 10 menit | Karcis
        petugas > Petugas Layanan menyerahkan karcis sewa kepada pedagang | Karcis | 5 menit | Arsip
    """,
    lembar_kerja=sheet(
        ["1. Pedagang menyerahkan denah lapak pasar dan karcis sewa tahunan"],
        form_1={"output": "Karcis sewa", "fungsi": "penataan pasar", "sub_fungsi": "sewa lapak"},
    ),
)  # fmt: skip
_LIST = (
    ["1. Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"],
    ["2. Petugas Layanan memeriksa berkas. Jika belum lengkap, berkas dikembalikan",
     "3. Kepala Bidang Layanan menandatangani Kartu Contoh"],
    ["4. Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"],
)  # fmt: skip
_SUMMARY = {
    "nama_kegiatan": "Pembuatan Kartu Contoh",
    "langkah_awal": "Pemohon menyerahkan berkas permohonan kepada Petugas Layanan",
    "langkah_utama": "Kepala Bidang Layanan menandatangani Kartu Contoh",
    "langkah_akhir": "Petugas Layanan menyerahkan Kartu Contoh kepada pemohon",
}


def _outputs(*made: str) -> str:
    return "\n".join(
        f"petugas > Petugas Layanan mengerjakan bagian {n} | Map {n} | 5 menit | {text}"
        for n, text in enumerate(made)
    )


def _summary(**changes: str) -> dict[str, object]:
    return sheet(*_LIST, identifikasi=_SUMMARY | changes)


EXAMPLES = [
    example(
        "salinan-layanan-lain",
        [
            sop(
                langkah=table(
                    {
                        4: "petugas > Petugas Layanan mencatat karcis sewa lapak pasar tahunan"
                        "| Kartu Contoh | 5 menit | Arsip"
                    }
                )
            ),
            _MARKET,
        ],
        'Langkah 4 menulis "Petugas Layanan mencatat karcis sewa lapak pasar tahunan"; kata '
        '"mencatat", "karcis", "sewa", "lapak", "pasar" dan "tahunan" tidak ada pada judul, '
        "langkah dan lembar kerja lain SOP ini, tetapi ada pada SOP Sewa Lapak Pasar (Dincontoh "
        "Kota Contoh).",
        good=[sop(), _MARKET],
    ),
    example(
        "petunjuk-pengisian-tertinggal",
        sop(
            lembar_kerja=sheet(
                data={"judul": "(7)"}, identifikasi={"nama_kegiatan": "(Tuliskan nama)"}
            )
        ),
        'Masih berisi petunjuk formulir: Lembar kerja, judul SOP ("(7)") dan Lembar kerja, '
        'nama kegiatan ("(Tuliskan nama)").',
        good=sop(lembar_kerja=sheet(data={"judul": "Pembuatan Kartu Contoh (baru)"})),
    ),
    example(
        "keterkaitan-diri-sendiri",
        sop(keterkaitan=["SOP Penyimpanan Arsip", "SOP Pembuatan Kartu Contoh"]),
        'Keterkaitan 2 menyebut SOP ini sendiri: "SOP Pembuatan Kartu Contoh".',
    ),
    example(
        "keterkaitan-bukan-sop",
        sop(
            keterkaitan=[
                "Aplikasi SIAP",
                "Jika SOP ini tidak dijalankan, pembuatan Kartu Contoh terlambat",
            ]
        ),
        'Kotak Keterkaitan berisi "Aplikasi SIAP" dan "Jika SOP ini tidak dijalankan, '
        'pembuatan Kartu Contoh terlambat", bukan nama SOP; kalimatnya sama dengan kotak '
        "Peringatan.",
    ),
    example(
        "peringatan-layanan-lain",
        [sop(peringatan=["Jika tidak dijalankan, sewa lapak pasar terlambat"]), _MARKET],
        'Peringatan menyebut "Sewa Lapak Pasar", yaitu layanan SOP lain: "Jika tidak '
        'dijalankan, sewa lapak pasar terlambat".',
        good=[sop(peringatan=["Jika tidak dijalankan, pembuatan Kartu Contoh terlambat"]), _MARKET],
    ),
    example(
        "peringatan-sama",
        [sop(), _MARKET],
        'Peringatan "Jika SOP ini tidak dijalankan, pembuatan Kartu Contoh terlambat" sama, '
        "selain nama layanannya, dengan peringatan pada SOP Sewa Lapak Pasar.",
        good=[sop(layanan="kartu"), sop("kota-lain/kartu", layanan="kartu")],
    ),
    example(
        "mutu-baku-salinan",
        [
            sop(
                langkah="""
            pemohon > Pemohon mengisi buku tamu | Denah | 5 menit | Denah
            petugas > Petugas Layanan menimbang beras | Denah | 10 menit | Karcis
            petugas > Petugas Layanan menutup gudang | Karcis | 5 menit | Arsip
         """
            ),
            _MARKET,
        ],
        "Waktu dan sebagian kelengkapan atau keluaran langkah 1 sampai 3 sama berurutan dengan "
        "SOP Sewa Lapak Pasar (Dincontoh Kota Contoh), padahal sedikitnya 3 kalimat langkahnya "
        "berbeda.",
        good=[
            sop(
                langkah="""
            pemohon > Pemohon mengisi buku tamu | Denah | 5 menit | Denah
            petugas > Petugas Layanan menimbang beras | Denah | 15 menit | Karcis
            petugas > Petugas Layanan menutup gudang | Karcis | 5 menit | Arsip
         """
            ),
            _MARKET,
        ],
    ),
    example(
        "output-berurut",
        sop(langkah=_outputs("Kartu AK-1", "Kartu AK-2", "Kartu AK-3")),
        'Keluaran langkah 1 sampai 3 bertambah angkanya: "Kartu AK-1", "Kartu AK-2" dan "Kartu '
        'AK-3".',
        good=sop(langkah=_outputs("Kartu AK-1", "Kartu AK-2", "Kartu AK-2")),
    ),
    example(
        "butir-lembar-berulang",
        sop(
            lembar_kerja=sheet(
                ["1. Pemohon menyerahkan berkas"], ["2. Pemohon menyerahkan berkas."]
            )
        ),
        'Lembar kerja butir 2 sama dengan butir 1: "Pemohon menyerahkan berkas.".',
        good=sop(lembar_kerja=sheet(*_LIST)),
    ),
    example(
        "tabel-ganda",
        sop(
            naskah="\n".join(
                2
                * [
                    "Pemohon menyerahkan berkas permohonan kepada Petugas Layanan\t5 menit",
                    "Petugas Layanan memeriksa berkas. Jika belum lengkap, berkas "
                    "dikembalikan\t10 menit",
                    "Kepala Bidang Layanan menandatangani Kartu Contoh\t10 menit",
                    "Petugas Layanan menyerahkan Kartu Contoh kepada pemohon\t5 menit",
                ]
            )
        ),
        "4 dari 4 langkah tercetak dua kali.",
    ),
    example(
        "isi-sel-tak-bermakna",
        sop(
            langkah=table(
                {3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh| 0 | 10 menit | -"}
            )
        ),
        'Sel tabel berisi "0" pada langkah 3 dan "-" pada langkah 3.',
    ),
    example(
        "kata-ganda",
        sop(peringatan=["Jika SOP ini tidak dijalankan, pemohon pemohon Kartu Contoh terlambat"]),
        'Peringatan 1 menulis "pemohon pemohon".',
        good=sop(peralatan=["Timbangan rotan Rotan pengikat"]),
    ),
    example(
        "singkatan-dua-arti",
        sop(
            langkah=table(
                {
                    1: "pemohon > Pemohon membuat nota permintaan dana (NPD)| DPA | 5 menit"
                    "| Konsep surat penyediaan dana (NPD)"
                }
            )
        ),
        'Langkah 1, output menulis "surat penyediaan dana (NPD)", sedangkan di tempat lain NPD '
        'singkatan dari "nota permintaan dana".',
        good=sop(
            langkah=table(
                {
                    1: "pemohon > Pemohon membuat nota permintaan dana (NPD)| DPA | 5 menit"
                    "| Konsep permintaan dana tersebut (NPD)"
                }
            )
        ),
    ),
    example(
        "pencatatan-bukan-catatan",
        sop(pencatatan=["Jumlah peserta sesuai kuota"]),
        'Kotak Pencatatan berisi ketentuan "Jumlah peserta sesuai kuota", bukan catatan yang '
        "disimpan.",
    ),
    example(
        "pencatatan-bukan-catatan",
        sop(
            pencatatan=["Jumlah peserta sesuai kuota"],
            naskah="Pelaksanaan\nJumlah peserta sesuai kuota",
        ),
        'Kotak di tempat Pencatatan (namanya lain) berisi ketentuan "Jumlah peserta sesuai '
        'kuota", bukan catatan yang disimpan.',
    ),
    example(
        "kualifikasi-bukan-kecakapan",
        sop(kualifikasi_pelaksana=["PNS dan Non PNS"]),
        'Kualifikasi 1 berisi status kepegawaian saja: "PNS dan Non PNS".',
    ),
    example(
        "kualifikasi-bukan-kecakapan",
        sop(kualifikasi_pelaksana=["Memahami bahwa kartu harus segera selesai"]),
        'Kualifikasi 1 berisi perintah kerja: "Memahami bahwa kartu harus segera selesai".',
        good=sop(kualifikasi_pelaksana=["Memahami tata naskah dinas", "PNS"]),
    ),
    example(
        "kualifikasi-bukan-kecakapan",
        sop(kualifikasi_pelaksana=["Memiliki modal dan jaringan pemasaran"]),
        'Kualifikasi 1 berisi syarat bagi mitra atau pemodal: "Memiliki modal dan jaringan '
        'pemasaran".',
    ),
    example(
        "peralatan-bukan-alat",
        sop(peralatan=["Komputer", "Permohonan tertulis", "UU Nomor 1 Tahun 2020"]),
        'Kotak Peralatan berisi "Permohonan tertulis" dan "UU Nomor 1 Tahun 2020", bukan alat.',
    ),
    example(
        "form-1-salinan",
        [
            sop(
                lembar_kerja=sheet(
                    form_1={
                        "output": "Karcis sewa",
                        "fungsi": "penataan pasar",
                        "sub_fungsi": "sewa lapak",
                    }
                )
            ),
            _MARKET,
        ],
        'Form 1 kolom fungsi dan sub fungsi berisi "penataan pasar | sewa lapak", sama dengan '
        "Form 1 SOP Sewa Lapak Pasar.",
        'Form 1 kolom output berisi "Karcis sewa", sama dengan Form 1 SOP Sewa Lapak Pasar.',
        good=[
            sop(
                lembar_kerja=sheet(
                    form_1={
                        "output": "Kartu Contoh",
                        "fungsi": "penataan pasar",
                        "sub_fungsi": "kartu",
                    }
                )
            ),
            _MARKET,
        ],
    ),
    example(
        "kotak-tanpa-langkah",
        sop(
            naskah="Pemohon menyerahkan berkas permohonan kepada Petugas Layanan\t5 menit\n"
            "Rapat persiapan kegiatan"
        ),
        'Sesudah tabel langkah tertulis "Rapat persiapan kegiatan", yang tidak menjadi langkah '
        "tersendiri dengan waktu dan pelaksana.",
        good=sop(
            naskah="Rapat persiapan kegiatan\n"
            "Pemohon menyerahkan berkas permohonan kepada Petugas Layanan\t5 menit\n"
            "JUMLAH WAKTU"
        ),
    ),
    example(
        "peralatan-tidak-terpakai",
        [sop(peralatan=["Blangko karcis retribusi dermaga"]), _MARKET],
        'Peralatan 1 menyebut "Blangko karcis retribusi dermaga", yang tidak disebut di bagian '
        "lain SOP ini; tulisan yang sama ada pada SOP Sewa Lapak Pasar (Dincontoh Kota Contoh).",
        good=[sop(peralatan=["Blangko Kartu Contoh"]), _MARKET],
    ),
    example(
        "judul-lembar-berbeda",
        sop(lembar_kerja=sheet(data={"judul": "Sewa Lapak Pasar"})),
        'Lembar kerja, judul SOP tertulis "Sewa Lapak Pasar", sedangkan nama SOP "Pembuatan '
        'Kartu Contoh".',
        good=sop(lembar_kerja=sheet(data={"judul": "Prosedur Pembuatan Kartu Contoh (KC)"})),
    ),
    example(
        "lembar-ringkasan-berbeda",
        sop(lembar_kerja=_summary(langkah_utama="Bendahara mencatat setoran kas harian")),
        'Ringkasan Langkah Utama tertulis "Bendahara mencatat setoran kas harian"; pada daftar '
        "langkahnya tidak ada kalimat seperti itu.",
        good=sop(lembar_kerja=_summary()),
    ),
    example(
        "lembar-ringkasan-berbeda",
        sop(
            lembar_kerja=_summary(langkah_akhir="Kepala Bidang Layanan menandatangani Kartu Contoh")
        ),
        'Ringkasan Langkah Akhir tertulis "Kepala Bidang Layanan menandatangani Kartu Contoh", '
        "yang pada daftarnya termasuk Langkah Utama.",
    ),
    example(
        "lembar-ringkasan-berbeda",
        sop(
            lembar_kerja=_summary(
                langkah_utama="Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"
            )
        ),
        'Ringkasan Langkah Utama tertulis "Pemohon menyerahkan berkas permohonan kepada '
        'Petugas Layanan", yang pada daftarnya termasuk Langkah Awal.',
    ),
    example(
        "lembar-beda-tabel",
        sop(
            lembar_kerja=sheet(*_LIST[:2], [*_LIST[2], "5. Bendahara mencatat setoran kas harian"])
        ),
        'Lembar kerja memuat 5 langkah dan tabel 4; tidak ada di tabel: "Bendahara mencatat '
        'setoran kas harian".',
        good=sop(lembar_kerja=sheet(*_LIST)),
    ),
    example(
        "lembar-beda-tabel",
        sop(lembar_kerja=sheet(*_LIST[:2])),
        "Lembar kerja memuat 3 langkah dan tabel 4; tidak ada di lembar kerja: langkah 4.",
    ),
    example(
        "produk-lembar-berbeda",
        sop(lembar_kerja=sheet(data={"penanggung_jawab": {"produk": "Karcis sewa dermaga"}})),
        'Kotak Produk pada lembar kerja berisi "Karcis sewa dermaga", yang tidak disebut '
        "sebagai hasil dalam langkah maupun judul SOP ini.",
        good=sop(lembar_kerja=sheet(data={"penanggung_jawab": {"produk": "Bidang Layanan"}})),
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []


def test_a_copied_row_is_quoted_as_printed() -> None:
    rows = """
        pemohon > Pemohon mengisi buku tamu | Denah | 5 menit | Denah
        petugas > Petugas Layanan menimbang beras | Denah | 10 menit | Karcis
        petugas > Petugas Layanan menutup gudang | Karcis | 5 menit | Arsip
    """
    fixed = {
        "pada": "langkah[l1].kelengkapan",
        "tertulis": "Demah",
        "menjadi": "Denah",
        "alasan": "salah baca pindaian",
        "keyakinan": "tinggi",
    }
    made = catalog(sop(langkah=rows, koreksi=[fixed]), _MARKET)
    found = next(t for t in findings(made) if t.aturan == "mutu-baku-salinan")
    assert found.bukti[0].kutipan == "Demah | 5 menit | Denah"


def test_what_a_worksheet_took_from_one_sop_is_one_finding() -> None:
    rows = ["Petugas mencatat karcis sewa lapak", "Pedagang membayar retribusi pasar tahunan"]
    summary = {"langkah_utama": rows[0], "langkah_akhir": rows[1]}
    market = _MARKET.model_copy(update={"kualifikasi_pelaksana": rows})
    made = sop(lembar_kerja=sheet(identifikasi=summary))
    found = [t for t in findings(catalog(made, market)) if t.aturan == "salinan-layanan-lain"]
    (own,) = [t for t in found if t.sop == made.id]
    assert own.tingkat == "sedang"
    assert len(own.bukti) == 4
    assert f'menulis "{rows[0]}", dan Lembar kerja, ringkasan Langkah Akhir menulis' in own.pesan


def test_words_copied_into_a_box_are_less_grave_than_into_the_work() -> None:
    strange = "Petugas Layanan mencatat karcis sewa lapak pasar tahunan"
    market = _MARKET.model_copy(update={"kualifikasi_pelaksana": [strange]})
    work = table({4: f"petugas > {strange} | Kartu Contoh | 5 menit | Arsip"})
    for made, level in (
        (sop(langkah=work), "tinggi"),
        (sop(kualifikasi_pelaksana=[strange]), "sedang"),
    ):
        found = [t for t in findings(catalog(made, market)) if t.aturan == "salinan-layanan-lain"]
        assert [t.tingkat for t in found if t.sop == made.id] == [level]


def test_a_worksheet_item_that_repeats_another_is_not_missing_from_the_table() -> None:
    rows = [*_LIST[1], "4. Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"]
    made = sop(lembar_kerja=sheet(_LIST[0], rows))
    # The rule about repeated items speaks of it.
    assert messages(catalog(made), "butir-lembar-berulang")
    assert messages(catalog(made), "lembar-beda-tabel") == []
