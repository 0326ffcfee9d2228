"""Findings about who acts: each rule with a bad and a good document."""

import pytest

from tests.builders import Example, actor, example, messages, sheet, sop, step, table

_COLUMNS = {"pemohon": "Pemohon", "petugas": "Petugas Layanan", "kabid": "Kepala Bidang Layanan"}
_LIST = (
    ["1. Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"],
    ["2. Petugas Layanan memeriksa berkas. Jika belum lengkap, berkas dikembalikan",
     "3. Kepala Bidang Layanan menandatangani Kartu Contoh"],
    ["4. Petugas Layanan menyerahkan Kartu Contoh kepada pemohon"],
)  # fmt: skip


def _third(text: str) -> str:
    return table({3: f"kabid > {text} | Berkas lengkap | 10 menit | Kartu Contoh"})


EXAMPLES = [
    example(
        "kolom-tanpa-langkah",
        sop(pelaksana=_COLUMNS | {"arsip": "Bendahara"}),
        'Kolom "Bendahara" tidak menjadi pelaku dalam kalimat langkah mana pun.',
        good=sop(
            pelaksana=[
                *(actor(*pair) for pair in _COLUMNS.items()),
                actor("arsip", "Bendahara", kolom="tidak"),
            ]
        ),
    ),
    example(
        "kolom-tanpa-langkah",
        sop(
            pelaksana=_COLUMNS | {"arsip": "Bendahara"},
            langkah=_third("Kabid menandatangani Kartu Contoh"),
        ),
        'Kolom "Bendahara" tidak menjadi pelaku dalam kalimat langkah mana pun.',
        # Sentences that name nobody leave the actors to marks that the copy has lost.
        good=sop(
            pelaksana=_COLUMNS | {"arsip": "Bendahara"},
            langkah="""
                pemohon > Menyerahkan berkas kepada Petugas Layanan | Berkas | 5 menit | Resi
                petugas > Memeriksa berkas. Jika kurang, dikembalikan | Resi | 5 menit | Berkas
                kabid > Menandatangani Kartu Contoh | Berkas | 10 menit | Kartu Contoh
            """,
        ),
    ),
    example(
        "pelaku-tanpa-kolom",
        sop(langkah=_third("Sekretaris menandatangani Kartu Contoh")),
        'Kalimat langkah menyebut "Sekretaris" (langkah 3) sebagai pelaku, tetapi kolom yang '
        'ada hanya "Pemohon", "Petugas Layanan" dan "Kepala Bidang Layanan".',
        good=sop(langkah=_third("Kabid Layanan menandatangani Kartu Contoh")),
    ),
    example(
        "sebutan-pelaku-berbeda",
        sop(
            langkah=table(
                {
                    1: "pemohon > Pelapor menyerahkan berkas permohonan kepada Petugas "
                    "Layanan"
                    "| Berkas permohonan | 5 menit | Tanda terima"
                }
            )
        ),
        'Kalimat langkah menyebut "Pelapor" (langkah 1), sedangkan kolomnya bernama "Pemohon".',
    ),
    example(
        "sebutan-pelaku-berbeda",
        sop(
            pelaksana=_COLUMNS | {"gambar": "Desain Interior"},
            langkah=table({5: "gambar > Desainer menggambar kartu | Arsip | 5 menit | Gambar"}),
        ),
        'Kalimat langkah 5 menyebut "Desainer", sedangkan kolomnya bernama "Desain Interior".',
    ),
    example(
        "penerima-tanpa-kolom",
        sop(langkah=_third("Kepala Bidang Layanan menyerahkan Kartu Contoh kepada Bendahara")),
        'Berkas diserahkan kepada "Bendahara" (langkah 3), tetapi tidak ada kolomnya.',
        good=sop(
            langkah=_third("Kepala Bidang Layanan menyerahkan Kartu Contoh kepada Petugas Layanan")
        ),
    ),
    example(
        "kolom-gabungan",
        sop(pelaksana=_COLUMNS | {"kabid": "Kepala Bidang / Sekretaris"}),
        'Kolom memuat lebih dari satu pelaku: "Kepala Bidang / Sekretaris" (1 langkah).',
        good=sop(pelaksana=_COLUMNS | {"kabid": "Kepala Bidang Layanan dan Arsip"}),
    ),
    example(
        "tanda-di-kolom-lain",
        sop(
            langkah=[
                step(
                    1,
                    "petugas > Petugas Layanan mencatat berkas | Map | 5 menit | Catatan",
                    sel_pelaksana={"kabid": "mulai"},
                )
            ]
        ),
        'Tanda bagan tidak di kolom pelaku yang disebut kalimatnya: langkah 1 ("Petugas '
        'Layanan", tanda di kolom "Kepala Bidang Layanan").',
        good=sop(
            langkah=[
                step(
                    1,
                    "petugas > Petugas Layanan mencatat berkas | Map | 5 menit | Catatan",
                    sel_pelaksana={"petugas": "mulai", "kabid": "Tidak"},
                )
            ]
        ),
    ),
    example(
        "nama-instansi-berbeda",
        sop(
            langkah=_third(
                "Kepala Bidang Layanan mengirim Kartu Contoh ke Dinas Perdagangan dan Arsip"
            )
        ),
        'Nama dinas tertulis "Dinas Perdagangan dan Arsip"; nama resminya "Dinas Perdagangan, '
        'Arsip dan Pasar Kota Contoh".',
        good=sop(
            langkah=_third(
                "Kepala Bidang Layanan mengirim Kartu Contoh ke Dinas Perdagangan, Arsip dan Pasar"
            )
        ),
        nama="Dinas Perdagangan, Arsip dan Pasar Kota Contoh",
    ),
    example(
        "nama-unit-berbeda",
        sop(langkah=_third("Kepala Bidang Layanan Terpadu menandatangani Kartu Contoh")),
        'Nama bidang tertulis "Layanan Terpadu", berbeda dari nama unit pada data dinas.',
        good=sop(langkah=_third("Kabid Layanan menandatangani Kartu Contoh")),
        unit=["Bidang Layanan Umum", "Bidang Arsip"],
    ),
    example(
        "jabatan-lama",
        [
            sop(langkah=_third("Kepala Seksi Kartu menandatangani Kartu Contoh")),
            sop("kota-contoh/lain", pelaksana=_COLUMNS | {"kabid": "Penata Layanan Ahli Muda"}),
        ],
        '1 kalimat atau kolom menyebut kepala seksi atau seksi ("Kepala Seksi Kartu '
        'menandatangani Kartu"), sedangkan SOP lain pada dinas ini sudah memakai jabatan '
        "fungsional.",
        good=[
            sop(langkah=_third("Kepala Seksi Kartu menandatangani Kartu Contoh")),
            sop("kota-contoh/lain"),
        ],
    ),
    example(
        "pelaku-lembar-berbeda",
        sop(
            lembar_kerja=sheet(
                _LIST[0], [_LIST[1][0], "3. Sekretaris menandatangani Kartu Contoh"], _LIST[2]
            )
        ),
        "Lembar kerja menyebut sekretaris, sedangkan langkah 3 pada tabel menyebut kepala bidang.",
        good=sop(lembar_kerja=sheet(*_LIST)),
    ),
    example(
        "butir-tanpa-pelaku",
        sop(langkah=[], lembar_kerja=sheet(["1. Pemohon menyerahkan berkas", "2. Mengetik kartu"])),
        '1 dari 2 butir lembar kerja tidak menyebut siapa yang mengerjakannya: "Mengetik kartu".',
        good=[
            sop(
                langkah=[],
                lembar_kerja=sheet(["1. Pemohon datang", "2. Penandatanganan oleh Kepala Dinas"]),
            ),
            sop("kota-contoh/lain", lembar_kerja=sheet(["1. Mengetik kartu"])),
        ],
    ),
    example(
        "pelaku-ringkasan-asing",
        sop(
            lembar_kerja=sheet(
                *_LIST, identifikasi={"langkah_utama": "Sekretaris menandatangani Kartu Contoh"}
            )
        ),
        "Ringkasan Langkah Utama menyebut sekretaris, yang tidak disebut dalam tabel langkah: "
        '"Sekretaris menandatangani Kartu Contoh".',
        good=sop(
            lembar_kerja=sheet(
                *_LIST, identifikasi={"langkah_utama": "Kabid menandatangani Kartu Contoh"}
            )
        ),
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []
