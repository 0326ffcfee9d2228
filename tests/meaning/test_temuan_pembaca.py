"""What a reader saw stands among the findings, with his own words, level and evidence."""

from tests.builders import catalog, example, findings, sop

_SEEN = {
    "pada": "Langkah 2",
    "kutipan": "Petugas memeriksa berkas",
    "kata": "Berkas apa yang diperiksa tidak disebut.",
    "dasar": [{"jenis": "sop", "langkah": "l2", "baris": 12}],
}
EXAMPLES = [
    example(
        "dilihat-pembaca", sop(temuan_pembaca=[_SEEN]), "Berkas apa yang diperiksa tidak disebut."
    ),
]


def test_a_readers_finding_keeps_its_level_its_advice_and_where_others_can_see_it() -> None:
    more = {
        "tingkat": "tinggi",
        "saran": "periksa berkasnya.",
        "dasar": [
            *_SEEN["dasar"],
            {"jenis": "sop", "baris": 30, "catatan": "kalimat yang sama"},
            {
                "jenis": "peraturan",
                "peraturan": "uu-1",
                "pasal": "Pasal 4",
                "url": "https://a.test/",
            },
            {"jenis": "dinas", "nama": "Laman dinas"},
        ],
    }
    (found,) = [
        item
        for item in findings(catalog(sop(temuan_pembaca=[_SEEN | more])))
        if item.aturan == "dilihat-pembaca"
    ]
    assert (found.keluarga, found.tingkat, found.saran) == (
        "pembaca", "tinggi", "periksa berkasnya.",
    )  # fmt: skip
    assert found.langkah == ("l2",)
    assert [proof.teks for proof in found.bukti] == [
        'Langkah 2, baris 12: "Petugas memeriksa berkas"',
        "Kalimat yang sama, baris 30",
        'Pasal 4: "https://a.test/"',
        "Laman dinas",
    ]


def test_without_advice_the_rules_own_is_given() -> None:
    (found,) = [
        item
        for item in findings(catalog(sop(temuan_pembaca=[_SEEN])))
        if item.aturan == "dilihat-pembaca"
    ]
    assert found.tingkat == "sedang"
    assert found.saran.startswith("periksa bersama unit")
