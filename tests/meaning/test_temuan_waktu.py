"""Findings about time: each rule with a document that breaks it and one that keeps it."""

import pytest

from tests.builders import Example, example, law, messages, sop, table

_OTHERS = [sop(f"kota-contoh/lain-{n}") for n in range(3)]
_SUBMIT = (
    "pemohon > Pemohon menyerahkan berkas permohonan kepada Petugas Layanan | Berkas permohonan"
)

_LONG = table({1: f"{_SUBMIT} | 6 hari | Tanda terima"})


def _limit(untuk: str, teks: str, pasal: str) -> dict[str, str]:
    return {"untuk": untuk, "teks": teks, "pasal": pasal, "bukti": "naskah"}


EXAMPLES = [
    example(
        "jumlah-waktu-berbeda",
        sop(waktu_total_tertulis="25 menit"),
        'Dokumen menulis jumlah waktu "25 menit", sedangkan waktu 4 langkahnya berjumlah 30 menit.',
    ),
    example(
        "jumlah-waktu-berbeda",
        sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Berkas lengkap | 1-2 hari | Kartu Contoh"
                }
            ),
            waktu_total_tertulis="1 hari 20 menit",
        ),
        'Dokumen menulis jumlah waktu "1 hari 20 menit", sedangkan waktu 4 langkahnya '
        "berjumlah 1 hari 20 menit sampai 2 hari 20 menit.",
        good=sop(
            langkah=table(
                {
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Berkas lengkap | 1-2 hari | Kartu Contoh"
                }
            ),
            waktu_total_tertulis="1-2 hari 20 menit",
        ),
    ),
    example(
        "total-tidak-ditulis",
        [sop(waktu_total_tertulis=None), *_OTHERS],
        "Dokumen ini tidak menulis jumlah waktu, sedangkan 3 SOP lain dari Bidang Layanan "
        "menulisnya. Waktu langkahnya berjumlah 30 menit.",
        good=[sop(waktu_total_tertulis=None), *_OTHERS[:2]],
    ),
    example(
        "langkah-tanpa-waktu",
        sop(langkah=table({1: f"{_SUBMIT} | | Tanda terima"})),
        "Langkah 1 tidak menyebut waktu; jumlah 25 menit hanya dari 3 langkah lainnya.",
    ),
    example(
        "langkah-tanpa-waktu",
        sop(langkah="pemohon > Pemohon menyerahkan berkas\npetugas > Petugas menerima berkas"),
        "Semua langkah (2) tidak menyebut waktu.",
    ),
    example(
        "waktu-berlawanan-kalimat",
        sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa berkas paling lama 30 hari. "
                    "Jika belum lengkap, berkas dikembalikan"
                    "| Tanda terima | 1 minggu | Berkas lengkap"
                }
            )
        ),
        'Langkah 2 diberi waktu "1 minggu", tetapi kalimatnya menyebut "paling lama 30 hari".',
        good=sop(
            langkah=table(
                {
                    2: "petugas > Petugas Layanan memeriksa berkas paling lama 3 hari. "
                    "Jika belum lengkap, berkas dikembalikan"
                    "| Tanda terima | 1 minggu | Berkas lengkap"
                }
            )
        ),
    ),
    example(
        "waktu-tak-terbaca",
        sop(langkah=table({1: f"{_SUBMIT} | 10 | Tanda terima"})),
        'Langkah 1 menulis waktu "10" tanpa satuan; tidak dapat dijumlahkan.',
        good=sop(langkah=table({1: f"{_SUBMIT} | sesuai kebutuhan | Tanda terima"})),
    ),
    example(
        "tenggat-bawaan-terlampaui",
        sop(langkah=table({1: f"{_SUBMIT} | 6 hari | Tanda terima"})),
        "Waktu langkahnya berjumlah 6 hari 25 menit, lebih dari batas bawaan 5 hari kerja "
        "untuk permohonan yang peraturannya tidak menentukan batas lain.",
        good=sop(langkah=table({1: f"{_SUBMIT} | 1 minggu | Tanda terima"})),
    ),
    example(
        "tenggat-bawaan-terlampaui",
        sop(langkah=_LONG),
        "Waktu langkahnya berjumlah 6 hari 25 menit, lebih dari batas 2 hari kerja (Pasal 3) dan 3 "
        "hari kerja (Pasal 4) menurut Undang-Undang Nomor 1 Tahun 2020.",
        good=sop(nama="Salinan Kartu", nama_sop="Salinan Kartu", langkah=_LONG),
        laws=[
            law(
                batas_waktu=[
                    _limit("pembuatan kartu contoh", "2 hari kerja", "Pasal 3"),
                    _limit("pembuatan kartu contoh", "3 hari kerja", "Pasal 4"),
                    _limit("salinan kartu", "21 hari kerja", "Pasal 5"),
                ]
            )
        ],
    ),
    example(
        "tenggat-bawaan-terlampaui",
        sop(langkah=_LONG),
        "Waktu langkahnya berjumlah 6 hari 25 menit, lebih dari batas bawaan 5 hari kerja "
        "untuk permohonan yang peraturannya tidak menentukan batas lain.",
        good=sop(
            langkah=_LONG,
            persyaratan=[
                {
                    "berkas": "Berkas permohonan",
                    "wajib": "ya",
                    "dasar": [{"jenis": "peraturan", "peraturan": "uu-1-2020"}],
                }
            ],
        ),
        laws=[law(batas_waktu=[_limit("sewa lapak pasar", "21 hari kerja", "Pasal 5")])],
    ),
    example(
        "waktu-sangat-singkat",
        sop(langkah=table({1: f"{_SUBMIT} | 1 menit | Tanda terima"})),
        "Langkah 1 diberi waktu 1 menit atau kurang.",
        good=sop(langkah=table({1: f"{_SUBMIT} | 1 menit/berkas | Tanda terima"})),
    ),
    example(
        "waktu-jauh-berbeda",
        [sop(langkah=table({1: f"{_SUBMIT} | 1 jam | Tanda terima"})), sop("kota-contoh/lain")],
        'Langkah 1 diberi waktu "1 jam"; langkah yang kalimatnya mirip pada SOP Pembuatan '
        'Kartu Contoh (Dincontoh Kota Contoh) diberi "5 menit".',
        good=[
            sop(langkah=table({1: f"{_SUBMIT} | 20 menit | Tanda terima"})),
            sop("kota-contoh/lain"),
        ],
    ),
    example(
        "waktu-jauh-berbeda",
        [
            sop(
                langkah=table(
                    {
                        4: "petugas > Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"
                        "| Kartu Contoh | 3 jam | Arsip"
                    }
                )
            ),
            *(
                sop(
                    f"kota-contoh/lain-{n}",
                    langkah=f"pemohon > Pemohon nomor {n} menyerahkan lembar{n}"
                    f"| x | 5 menit | y\npetugas > Petugas menyerahkan map{n} | y | 6 menit | z",
                )
                for n in range(4)
            ),
        ],
        'Langkah 4 diberi waktu "3 jam"; nilai tengah 10 langkah "menyerahkan" dengan waktu '
        "dalam menit atau jam adalah 5,5 menit.",
    ),
    example(
        "satuan-waktu-campur",
        sop(
            langkah=table(
                {
                    1: f"{_SUBMIT} | 24 jam | Tanda terima",
                    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
                    "| Berkas lengkap | 2 hari | Kartu Contoh",
                }
            )
        ),
        "Langkah 1 memakai kelipatan 24 jam, sedangkan langkah 3 memakai hari.",
        good=sop(langkah=table({1: f"{_SUBMIT} | 24 jam | Tanda terima"})),
    ),
    example(
        "waktu-di-luar-kendali",
        sop(langkah=table({1: "pemohon > Pemohon datang ke kantor | | 10 menit | Tanda terima"})),
        'Langkah 1 (pemohon datang atau pulang) diberi standar waktu "10 menit".',
        good=sop(
            langkah=table(
                {
                    1: "pemohon > Pemohon datang ke kantor dan mengisi buku tamu"
                    "| | 10 menit | Tanda terima"
                }
            )
        ),
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []
