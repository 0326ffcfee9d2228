"""Findings about identity and numbering: each rule with a bad and a good document."""

import datetime

import pytest

from sop_terbuka.data.pustaka import library
from sop_terbuka.meaning.temuan import gathered
from tests.builders import (
    SIGNED,
    Example,
    catalog,
    example,
    findings,
    law,
    messages,
    numbered,
    sheet,
    sop,
)

_EMPTY = dict.fromkeys(("nomor", "tanggal_pembuatan", "tanggal_efektif", "disahkan_oleh"))
_NO_BOXES = {
    key: [] for key in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan",
                        "peringatan", "pencatatan")
}  # fmt: skip
_THREE = (
    ["1. Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"],
    ["2. Petugas Layanan memeriksa berkas. Jika belum lengkap, berkas dikembalikan",
     "3. Kepala Bidang Layanan menandatangani Kartu Contoh"],
    ["4. Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"],
)  # fmt: skip
_SERIES = [
    sop(f"kota-contoh/lain-{n}", dokumen={"nomor": f"{50 + n}/DINCONTOH/I/2025"}) for n in range(3)
]


def _signed(text: str) -> dict[str, object]:
    return {"disahkan_oleh": {"pejabat": "kepala-dinas", "tertulis": text}}


_CHECKED = {"status": "diperiksa", "status_oleh": "Kepala Dinas"}

EXAMPLES = [
    example(
        "tanggal-belum-tiba",
        sop(
            **_CHECKED,
            status_tanggal="2099-01-03",
            dasar_hukum=["uu-9-2025 Undang-Undang Nomor 9 Tahun 2025 tentang Kartu"],
        ),
        "Tanggal ini belum tiba: pemeriksaan SOP ini (3 Januari 2099) dan pemeriksaan status "
        "Undang-Undang Nomor 9 Tahun 2025 tentang Kartu (2099).",
        good=sop(**_CHECKED, status_tanggal="2026-11-22", tinjau_sebelum="2099-01-03"),
        laws=[law("uu-9-2025", status_per="2099")],
    ),
    example(
        "halaman-identitas-tidak-ada",
        sop(dokumen=_EMPTY, **_NO_BOXES),
        "Dokumen tidak memuat halaman identitas: nomor, tanggal, pengesahan, dasar hukum, "
        "kualifikasi dan kotak lainnya tidak ada.",
    ),
    example(
        "identitas-kosong",
        sop(dokumen={"nomor": None, "tanggal_efektif": None}),
        "Blok identitas tidak mengisi nomor SOP dan tanggal efektif.",
        good=sop(dokumen={"tanggal_efektif": None, "tanggal_pengesahan": "2025-01-20"}),
    ),
    example(
        "bagian-kosong",
        sop(keterkaitan=[], peringatan=[]),
        "Dokumen tidak berisi Peringatan.",
        good=sop(keterkaitan=[]),
    ),
    example(
        "tanggal-tidak-lengkap",
        sop(dokumen={"tanggal_pembuatan": "2025-01"}),
        "Tanggal tidak ditulis lengkap: tanggal pembuatan Januari 2025.",
    ),
    example(
        "tanggal-dokumen-tidak-ada",
        sop(dokumen={"tanggal_pembuatan": "2025-02-31", "tanggal_revisi": "--13-01"}),
        "Tanggal pembuatan 31 Februari 2025 tidak ada di kalender.",
        "Tanggal revisi 1 13 tidak ada di kalender.",
        good=sop(dokumen={"tanggal_revisi": "--02-29"}),
    ),
    example(
        "berlaku-sebelum-dibuat",
        sop(dokumen={"tanggal_pembuatan": "2025-02-01", "tanggal_efektif": "2025-01"}),
        "Tanggal efektif Januari 2025 lebih dulu daripada tanggal pembuatan 1 Februari 2025.",
        good=sop(dokumen={"tanggal_pembuatan": "2025-02-01", "tanggal_efektif": "--01-04"}),
    ),
    example(
        "tanggal-revisi-sama",
        sop(dokumen={"tanggal_revisi": "2025-01-06"}),
        "Tanggal revisi sama dengan tanggal pembuatan, 6 Januari 2025.",
        good=sop(dokumen={"tanggal_revisi": "2025-03-01"}),
    ),
    example(
        "revisi-tanpa-pembuatan",
        sop(dokumen={"tanggal_revisi": "2025-02", "tanggal_pembuatan": None}),
        "Dokumen menulis tanggal revisi Februari 2025 tetapi tidak menulis tanggal pembuatan.",
    ),
    example(
        "tanggal-sebelum-dasar-hukum",
        sop(dasar_hukum=["permen-3-2026 Peraturan Menteri Nomor 3 Tahun 2026 tentang Kartu"]),
        "Tanggal terakhir dokumen adalah 20 Januari 2025, sedangkan dasar hukum 1 dari tahun 2026.",
        good=sop(dasar_hukum=["permen-3-2025 Peraturan Menteri Nomor 3 Tahun 2025 tentang Kartu"]),
        laws=[law("permen-3-2026"), law("permen-3-2025")],
    ),
    example(
        "judul-mirip",
        [sop(), sop("kota-contoh/lain", nama_sop="Pembuatan Kartu bagi Contoh")],
        'Judul "Pembuatan Kartu Contoh" hampir sama dengan judul SOP "Pembuatan Kartu bagi '
        'Contoh" (Bidang Layanan).',
        good=[sop(), sop("kota-contoh/lain", nama_sop="Pencabutan Kartu Contoh")],
    ),
    example(
        "naskah-berhuruf-asing",
        sop(naskah="Kartu Contoh\n这是一个例子文字"),
        "Naskah memuat 1 baris beraksara bukan Latin (baris 2).",
        good=sop(naskah="Kartu Contoh é 5 µm"),
    ),
    example(
        "nomor-sop-ganda",
        [
            sop(),
            sop("kota-contoh/lain", nama_sop="Arsip", dokumen={"nomor": "1 /DINCONTOH/I/2025"}),
        ],
        'Nomor "1/DINCONTOH/I/2025" juga dipakai SOP Arsip.',
        good=[
            sop(dokumen={"nomor": "SOP/..../2025"}),
            sop("kota-contoh/lain", dokumen={"nomor": "SOP/..../2025"}),
        ],
    ),
    example(
        "nomor-sop-ganda",
        [
            sop(),
            sop("kota-contoh/lain", nama_sop="Arsip", dokumen={"nomor": "01/DINCONTOH/II/2025"}),
        ],
        'Nomor urut 1 pada "1/DINCONTOH/I/2025" juga dipakai SOP Arsip.',
        good=[
            sop(),
            sop("kota-contoh/lain", dokumen={"nomor": "1/DINCONTOH/I/2024"}),
        ],
        pola_nomor="{urut:2}/DINCONTOH/{bulan}/{tahun}",
    ),
    example(
        "nomor-sop-belum-lengkap",
        sop(dokumen={"nomor": "SOP/DINCONTOH/2025"}),
        'Nomor SOP "SOP/DINCONTOH/2025" tidak memuat nomor urut.',
    ),
    example(
        "nomor-sop-belum-lengkap",
        sop(dokumen={"nomor": "....../DINCONTOH/I/2025"}),
        'Nomor SOP "....../DINCONTOH/I/2025" masih berupa titik-titik.',
    ),
    example(
        "nomor-tahun-beda-tanggal",
        sop(dokumen={"tanggal_pembuatan": "2020-01-06", "tanggal_efektif": "2020-01-20"}),
        'Nomor SOP "1/DINCONTOH/I/2025" bertahun 2025, sedangkan tanggal dokumen bertahun 2020.',
        good=sop(dokumen={"tanggal_pembuatan": "2024-01-06"}),
    ),
    example(
        "nomor-bulan-beda-tanggal",
        sop(dokumen={"nomor": "1/DINCONTOH/II/2025"}),
        'Nomor SOP "1/DINCONTOH/II/2025" memuat bulan II, sedangkan tanggal pembuatannya 6 '
        "Januari 2025.",
    ),
    example(
        "nomor-sop-kode-berbeda",
        [sop(dokumen={"nomor": "1/DINCONTCH/1/2025"}), *_SERIES],
        'Nomor SOP "1/DINCONTCH/1/2025" memuat "DINCONTCH" (yang lain "DINCONTOH") dan bulan '
        '"1" (yang lain memakai angka Romawi).',
        good=[sop(), *_SERIES],
    ),
    example(
        "nomor-luar-deret",
        [sop(), *_SERIES],
        "Nomor urut 1 jauh dari nomor SOP lain pada Bidang Layanan (50-52).",
        good=[sop(dokumen={"nomor": "54/DINCONTOH/I/2025"}), *_SERIES],
    ),
    example(
        "nomor-luar-deret",
        [
            sop(),
            sop("kota-contoh/jauh", dokumen={"nomor": "20/DINCONTOH/I/2025"}),
            *_SERIES,
        ],
        "Nomor urut 1 jauh dari kebanyakan nomor SOP lain pada Bidang Layanan (50-52); nomor 20 "
        "juga di luar deret itu.",
        good=[sop(dokumen={"nomor": "54/DINCONTOH/I/2025"}), *_SERIES],
    ),
    example(
        "pengesah-tanpa-nama",
        sop(dokumen=_signed("Kepala Dinas Kota Contoh")),
        'Kotak pengesahan hanya berisi "Kepala Dinas Kota Contoh", tanpa nama dan NIP.',
    ),
    example(
        "pengesah-tanpa-nama",
        sop(dokumen=_signed("Kepala Kelurahan Contoh BUDI SANTOSA, S.Sos")),
        'Kotak pengesahan hanya berisi "Kepala Kelurahan Contoh BUDI SANTOSA, S.Sos", tanpa NIP.',
    ),
    example(
        "nama-pejabat-berbeda",
        sop(dokumen=_signed(SIGNED.replace("BUDI", "RUDI"))),
        'Nama pejabat pengesah tertulis "RUDI SANTOSA, S.H"; pada data dinas "BUDI SANTOSA, S.H.".',
        good=sop(dokumen=_signed(SIGNED.replace("BUDI SANTOSA, S.H.", "Drs. Budi Santosa, SH"))),
    ),
    example(
        "nip-pejabat-berbeda",
        sop(dokumen=_signed(SIGNED.replace("199503 1 001", "199503 1 002"))),
        "NIP pejabat pengesah tertulis 197001011995031002; pada data dinas 197001011995031001.",
        good=sop(dokumen=_signed(SIGNED.replace(" 199503 1 001", "1995031001"))),
    ),
    example(
        "nip-bentuk-salah",
        sop(dokumen=_signed(SIGNED.replace("19700101 199503 1 001", "19700101 199503 1 0011"))),
        "NIP 1970010119950310011 tidak berbentuk NIP: terdiri dari 19 angka, seharusnya 18.",
    ),
    example(
        "nip-bentuk-salah",
        sop(dokumen=_signed(SIGNED.replace("19700101", "19701301"))),
        "NIP 197013011995031001 tidak berbentuk NIP: tanggal lahir 01-13-1970 tidak ada.",
    ),
    example(
        "nip-bentuk-salah",
        sop(dokumen=_signed(SIGNED.replace("199503", "198003"))),
        "NIP 197001011980031001 tidak berbentuk NIP: lahir 1970 dan mulai bekerja 1980, "
        "selisihnya 10 tahun.",
    ),
    example(
        "nip-bentuk-salah",
        sop(dokumen=_signed(SIGNED.replace("199503", "199515"))),
        "NIP 197001011995151001 tidak berbentuk NIP: bulan mulai bekerja 15 tidak ada.",
    ),
    example(
        "nip-bentuk-salah",
        sop(dokumen=_signed(SIGNED.replace("199503 1", "199503 3"))),
        "NIP 197001011995033001 tidak berbentuk NIP: angka jenis kelamin 3 bukan 1 atau 2.",
        good=sop(dokumen=_signed(SIGNED.replace("199503", "202121"))),
    ),
    example(
        "nomor-langkah-tidak-urut",
        sop(langkah=numbered("1", "3", "3", "")),
        "Penomoran langkah: nomor 2 tidak ada, nomor 3 dipakai lebih dari sekali dan baris "
        "sesudah langkah 3 tidak bernomor (tertulis 1, 3, 3, -).",
        good=sop(langkah=numbered("1.", "2.", "3.", "4.")),
    ),
    example(
        "nomor-lembar-tidak-urut",
        sop(
            lembar_kerja=sheet(
                _THREE[0],
                ["4. Kepala Bidang menandatangani Kartu Contoh"],
                ["Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"],
            )
        ),
        'Lembar kerja: nomor 2 dan 3 tidak ada dan butir "Petugas Layanan menyerahkan Kartu '
        'Contoh kepada ..." tidak bernomor (tertulis 1, 4, -).',
        good=sop(lembar_kerja=sheet(*_THREE)),
    ),
    example(
        "nomor-lembar-tidak-urut",
        sop(lembar_kerja=sheet(["1. Datang"], ["2. Menulis", "3. Mencetak"], ["1. Pulang"])),
        "Lembar kerja: nomor mulai lagi dari 1 pada Langkah Akhir (tertulis 1, 2, 3, 1).",
        good=sop(lembar_kerja=sheet(["1. Datang"], ["1. Menulis", "2. Mencetak"], ["1. Pulang"])),
    ),
    example(
        "nomor-lembar-tidak-urut",
        sop(lembar_kerja=sheet(["1. Datang", "3. Duduk"], ["1. Menulis"])),
        "Lembar kerja: nomor 2 pada Langkah Awal tidak ada (tertulis 1, 3, 1).",
    ),
    example(
        "lembar-tanpa-kelompok",
        sop(lembar_kerja=sheet([text for group in _THREE for text in group])),
        "Daftar langkah pada lembar kerja (4 butir) tidak mempunyai kelompok Langkah Utama dan "
        "Langkah Akhir.",
        good=sop(lembar_kerja=sheet(*_THREE)),
    ),
    example(
        "nomor-kolom-tidak-urut",
        sop(naskah="No\tKegiatan\n1\t2\t3\t\t5\t7\nlangkah"),
        "Baris nomor kolom tabel melompati 4 dan 6.",
        good=sop(naskah="No\tKegiatan\n1\t2\t3\t4\t5\nlangkah"),
    ),
    example(
        "tanggapan-tanpa-temuan",
        sop(
            tanggapan=[
                {
                    "aturan": "langkah-tanpa-waktu",
                    "langkah": "l2",
                    "jawaban": "diterima",
                    "oleh": "Kepala Bidang",
                    "tanggal": "2026-11-20",
                    "alasan": "Waktunya sudah ditulis.",
                }
            ]
        ),
        'Tanggapan "Waktunya sudah ditulis." untuk aturan langkah-tanpa-waktu pada langkah l2 '
        "tidak menjawab temuan apa pun.",
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []


def test_a_wrong_year_is_told_once() -> None:
    """Where the number tells of a later year, an older date than the law's is the same slip."""
    law_of = ["permen-3-2022 Peraturan Menteri Nomor 3 Tahun 2022 tentang Kartu"]
    dates = {"tanggal_pembuatan": "2020-01-06", "tanggal_efektif": "2020-01-06"}
    for number, rules in (
        ("1/DINCONTOH/I/2025", {"nomor-tahun-beda-tanggal"}),
        ("1/DINCONTOH/I/2020", {"tanggal-sebelum-dasar-hukum"}),
    ):
        made = sop(dokumen=dates | {"nomor": number}, dasar_hukum=law_of)
        found = {t.aturan for t in findings(catalog(made, laws=[law("permen-3-2022")]))}
        both = {"nomor-tahun-beda-tanggal", "tanggal-sebelum-dasar-hukum"}
        assert found & both == rules


def test_one_number_of_two_sops_is_one_fault() -> None:
    made = catalog(sop(), sop("kota-contoh/lain", nama="Kartu Lain"))
    found = [t for t in findings(made) if t.aturan == "nomor-sop-ganda"]
    (joined,) = gathered(found)
    assert len(found) == 2
    assert joined.pesan == 'Nomor "1/DINCONTOH/I/2025" dipakai 2 SOP.'
    assert joined.bukti == ()


def test_a_missing_identity_page_alarms_only_where_people_are_served() -> None:
    for audience, level in (("warga", "tinggi"), ("internal", "sedang")):
        made = sop(dokumen=_EMPTY, audiens=[audience], **_NO_BOXES)
        (found,) = [t for t in findings(catalog(made)) if t.aturan == "halaman-identitas-tidak-ada"]
        assert found.tingkat == level


def test_old_data_read_by_a_newer_program_is_not_of_the_future() -> None:
    newest = max(entry.record.diperiksa for entry in library().peraturan.values())
    own = law(diperiksa=newest, status_per=newest[:7])
    found = findings(catalog(sop(), laws=[own]), datetime.date(2020, 1, 1))
    assert "tanggal-belum-tiba" not in {item.aturan for item in found}


def test_data_without_a_date_is_judged_by_the_programs_own() -> None:
    found = findings(catalog(sop(**_CHECKED, status_tanggal="2099-01-03")), datetime.date.min)
    assert "tanggal-belum-tiba" in {item.aturan for item in found}
