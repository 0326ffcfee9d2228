"""Findings about legal bases: each rule with a bad and a good document."""

import datetime

import pytest

from sop_terbuka.meaning.temuan import gathered
from tests.builders import Example, catalog, example, findings, law, messages, sop

_CARDS = "permen-3-2019 Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan Kartu"
_TITLE = "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan Kartu"
_NEW = law("uu-9-2025")
_OLD = law(
    "permen-3-2019", _TITLE, status="dicabut", dicabut_oleh=[{"id": "uu-9-2025"}],
    rujukan_kini=["uu-9-2025"],
)  # fmt: skip
_ENDED = law("perda-4-2022", "Perda Nomor 4 Tahun 2022 tentang APBD", status="berakhir")
_CHANGED = law("permen-3-2019", _TITLE, status="diubah", diubah_oleh=[{"id": "uu-9-2025"}])
_KNOWN = law("permen-3-2019", _TITLE)
_MARKET = law("permen-7-2019", "Peraturan Menteri Nomor 7 Tahun 2019 tentang Sewa Lapak Pasar")
_MARKET_CITED = "permen-7-2019 Peraturan Menteri Nomor 7 Tahun 2019 tentang Sewa Lapak Pasar"
_NEW_CITED = "uu-9-2025 Undang-Undang Nomor 9 Tahun 2025 tentang Kartu"
_BY_LAW = [{"jenis": "peraturan", "peraturan": "permen-3-2019"}]

EXAMPLES = [
    example(
        "hukum-dicabut",
        sop(dasar_hukum=[_CARDS]),
        'Dasar hukum 1, "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan Kartu", '
        "tercatat sudah dicabut (keyakinan tinggi, keadaan November 2026); rujukan kini "
        "Undang-Undang Nomor 9 Tahun 2025.",
        laws=[_OLD, _NEW],
    ),
    example(
        "hukum-dicabut",
        sop(dasar_hukum=[_CARDS, _NEW_CITED]),
        'Dasar hukum 1, "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan Kartu", '
        "tercatat sudah dicabut (keyakinan tinggi, keadaan November 2026); rujukan kini "
        "Undang-Undang Nomor 9 Tahun 2025. Penggantinya juga sudah dikutip SOP "
        "ini.",
        laws=[_OLD, _NEW],
    ),
    example(
        "hukum-dicabut",
        sop(dasar_hukum=[_CARDS]),
        'Dasar hukum 1, "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan '
        'Kartu", tercatat sudah dicabut (keyakinan rendah, keadaan November 2026); dicabut '
        'oleh "Peraturan Menteri baru".',
        laws=[
            law(
                "permen-3-2019",
                _TITLE,
                status="dicabut",
                keyakinan_status="rendah",
                dicabut_oleh=[{"judul": "Peraturan Menteri baru"}],
            )
        ],
    ),
    example(
        "hukum-berakhir",
        sop(dasar_hukum=["perda-4-2022 Perda Nomor 4 Tahun 2022 tentang APBD"]),
        'Dasar hukum 1, "Perda Nomor 4 Tahun 2022 tentang APBD", tercatat sudah berakhir masa '
        "berlakunya (keyakinan tinggi, keadaan November 2026).",
        laws=[_ENDED],
    ),
    example(
        "hukum-diubah",
        sop(dasar_hukum=[_CARDS]),
        "Tercatat sudah diubah tanpa perubahannya disebut: dasar hukum 1 (Peraturan Menteri "
        "Nomor 3 Tahun 2019) oleh Undang-Undang Nomor 9 Tahun 2025.",
        good=sop(dasar_hukum=[_CARDS, _NEW_CITED]),
        laws=[_CHANGED, _NEW],
    ),
    example(
        "hukum-tak-dikenal",
        sop(dasar_hukum=["Peraturan lain yang berlaku"]),
        'Dasar hukum 1 tidak menyebut peraturan tertentu: "Peraturan lain yang berlaku".',
    ),
    example(
        "hukum-lama-tidak-diperiksa",
        sop(dasar_hukum=[_CARDS]),
        "Status peraturan terakhir diperiksa lebih dari 12 bulan lalu: Peraturan Menteri Nomor "
        "3 Tahun 2019 (1 Oktober 2025).",
        laws=[law("permen-3-2019", _TITLE, diperiksa="2025-10-01")],
    ),
    example(
        "hukum-tentang-hal-lain",
        [
            sop(dasar_hukum=[_MARKET_CITED]),
            sop("kota-contoh/lapak", nama="Sewa Lapak", nama_sop="Sewa Lapak Pasar"),
        ],
        'Dasar hukum 1 adalah "Peraturan Menteri Nomor 7 Tahun 2019 tentang Sewa Lapak Pasar"; '
        "pokok itu tidak disebut dalam SOP ini, tetapi menjadi layanan SOP Sewa Lapak Pasar.",
        good=[sop("kota-contoh/lapak", nama_sop="Sewa Lapak Pasar", dasar_hukum=[_MARKET_CITED])],
        laws=[_MARKET],
    ),
    example(
        "hukum-saudara",
        [sop(layanan="kartu"), sop("kota-lain/kartu", layanan="kartu", dasar_hukum=[_NEW_CITED])],
        "SOP Pembuatan Kartu Contoh (Dincontoh Kota Contoh), untuk layanan yang sama, mengutip "
        "Undang-Undang Nomor 9 Tahun 2025; SOP ini tidak.",
        good=[
            sop(layanan="kartu"),
            sop("kota-lain/kartu", layanan="kartu", dasar_hukum=[_MARKET_CITED]),
        ],
        laws=[_NEW, _MARKET],
    ),
    example(
        "dasar-syarat-tak-dikutip",
        sop(persyaratan=[{"berkas": "Pas foto", "wajib": "ya", "dasar": _BY_LAW}]),
        'Persyaratan pada situs ini memakai Peraturan Menteri Nomor 3 Tahun 2019 (untuk "Pas '
        'foto"), yang tidak ada pada Dasar Hukum dokumen.',
        good=sop(
            persyaratan=[{"berkas": "Pas foto", "wajib": "ya", "dasar": _BY_LAW}],
            dasar_hukum=[_CARDS],
        ),
        laws=[_KNOWN],
    ),
    example(
        "judul-hukum-berbeda",
        sop(dasar_hukum=[_CARDS.replace("Pencetakan", "Penghapusan")]),
        'Judul dasar hukum 1 tidak memuat kata "pencetakan" dan memuat kata "penghapusan": '
        'tertulis "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Penghapusan Kartu", '
        'pada daftar peraturan "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara '
        'Pencetakan Kartu".',
        good=sop(dasar_hukum=[_CARDS.replace("Tata Cara", "tatacara")]),
        laws=[_KNOWN],
    ),
    example(
        "judul-hukum-berbeda",
        sop(dasar_hukum=["permen-3-2019 Peraturan Menteri Nomor 3 Tahun 2019"]),
        'Dasar hukum 1, "Peraturan Menteri Nomor 3 Tahun 2019", tidak menyebut judul; pada '
        'daftar peraturan: "Peraturan Menteri Nomor 3 Tahun 2019 tentang Tata Cara Pencetakan '
        'Kartu".',
        laws=[_KNOWN],
    ),
    example(
        "rujukan-hukum-di-tempat-lain",
        sop(kualifikasi_pelaksana=["Memahami UU Nomor 4 Tahun 2003"]),
        'Kualifikasi pelaksana 1 menyebut "UU Nomor 4 Tahun 2003", yang tercatat sudah dicabut '
        "(keyakinan tinggi, keadaan November 2026).",
        good=sop(kualifikasi_pelaksana=["Memahami UU Nomor 1 Tahun 2020"]),
        laws=[law("uu-4-2003", status="dicabut")],
    ),
    example(
        "rujukan-hukum-di-tempat-lain",
        sop(kualifikasi_pelaksana=["Memahami UU No. 1 Tahun 2021"]),
        'Kualifikasi pelaksana 1 menyebut "UU No. 1 Tahun 2021"; pada daftar peraturan yang '
        "ada Undang-Undang Nomor 1 Tahun 2020.",
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []


def test_a_status_is_stale_by_the_date_passed_in_not_by_the_clock() -> None:
    made = catalog(sop())
    later = findings(made, datetime.date(2030, 1, 1))
    assert [t.pesan for t in later if t.aturan == "hukum-lama-tidak-diperiksa"] == [
        "Status peraturan terakhir diperiksa lebih dari 12 bulan lalu: Undang-Undang Nomor 1 Tahun "
        "2020 (1 November 2026)."
    ]


@pytest.mark.parametrize(
    ("certainty", "level"), [("tinggi", "tinggi"), ("sedang", "sedang"), ("rendah", "sedang")]
)
def test_a_repealed_law_alarms_only_with_certain_evidence(certainty: str, level: str) -> None:
    gone = law("permen-3-2019", _TITLE, status="dicabut", keyakinan_status=certainty)
    found = findings(catalog(sop(dasar_hukum=[_CARDS]), laws=[gone]))
    assert [f.tingkat for f in found if f.aturan == "hukum-dicabut"] == [level]


def test_a_repeal_that_nobody_has_seen_does_not_alarm() -> None:
    unseen = "ketentuan penutup penggantinya; naskahnya belum dibuka"
    for more, level in (({}, "sedang"), ({"bukti": "https://jdih.contoh.go.id/uu"}, "tinggi")):
        by = [{"id": "uu-9-2025"} | more]
        gone = law("permen-3-2019", _TITLE, status="dicabut", bukti_status=unseen, dicabut_oleh=by)
        found = findings(catalog(sop(dasar_hukum=[_CARDS]), laws=[gone, _NEW]))
        assert [f.tingkat for f in found if f.aturan == "hukum-dicabut"] == [level]


def test_a_repealed_law_beside_its_successor_does_not_alarm() -> None:
    gone = law("permen-3-2019", _TITLE, status="dicabut", dicabut_oleh=[{"id": "uu-9-2025"}])
    for cited, level in (([_CARDS], "tinggi"), ([_CARDS, _NEW_CITED], "sedang")):
        found = findings(catalog(sop(dasar_hukum=cited), laws=[gone, _NEW]))
        assert [f.tingkat for f in found if f.aturan == "hukum-dicabut"] == [level]


def test_the_law_of_the_very_service_is_missed_more_than_one_of_its_field() -> None:
    own = law("uu-9-2025", "Undang-Undang Nomor 9 Tahun 2025 tentang Pembuatan Kartu Contoh")
    field = law("uu-9-2025", "Undang-Undang Nomor 9 Tahun 2025 tentang Kependudukan")
    for one, level in ((own, "sedang"), (field, "rendah")):
        sister = sop("kota-lain/kartu", layanan="kartu", dasar_hukum=[_NEW_CITED])
        found = findings(catalog(sop(layanan="kartu"), sister, laws=[one]))
        mine = [f for f in found if f.aturan == "hukum-saudara" and f.sop == "kota-contoh/kartu"]
        assert [f.tingkat for f in mine] == [level]


def test_one_law_named_in_many_places_is_one_fault() -> None:
    gone = law("uu-4-2003", status="dicabut")
    words = ["Memahami UU Nomor 4 Tahun 2003", "Menguasai UU Nomor 4 Tahun 2003"]
    one = sop(kualifikasi_pelaksana=words)
    made = catalog(one, sop("kota-contoh/lain", kualifikasi_pelaksana=words[:1]), laws=[gone])
    found = [t for t in findings(made) if t.aturan == "rujukan-hukum-di-tempat-lain"]
    assert [t.sop for t in found] == [one.id, "kota-contoh/lain"]
    assert found[0].pesan.startswith("Kualifikasi pelaksana 1 dan Kualifikasi pelaksana 2 menyebut")
    (joined,) = gathered(found)
    assert joined.pesan.startswith(
        "Undang-Undang Nomor 4 Tahun 2003 tentang Kartu disebut di luar Dasar Hukum, yang tercatat"
    )


def test_a_law_of_the_legal_bases_is_not_told_again_for_its_other_places() -> None:
    gone = law("uu-4-2003", status="dicabut")
    made = sop(
        kualifikasi_pelaksana=["Memahami UU Nomor 4 Tahun 2003"],
        dasar_hukum=["uu-4-2003 Undang-Undang Nomor 4 Tahun 2003 tentang Kartu"],
    )
    rules = {t.aturan for t in findings(catalog(made, laws=[gone]))}
    assert "hukum-dicabut" in rules
    assert "rujukan-hukum-di-tempat-lain" not in rules


def test_one_title_written_wrongly_in_the_same_words_is_one_fault() -> None:
    wrong = [_CARDS.replace("Pencetakan", "Penghapusan")]
    made = catalog(
        sop(dasar_hukum=wrong), sop("kota-contoh/lain", dasar_hukum=wrong), laws=[_KNOWN]
    )
    found = [t for t in findings(made) if t.aturan == "judul-hukum-berbeda"]
    (joined,) = gathered(found)
    assert len(found) == 2
    assert joined.pesan.startswith('Judul peraturan tidak memuat kata "pencetakan"')
