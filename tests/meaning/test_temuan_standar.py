"""Findings about service standards and forms: each rule with a bad and a good document."""

import pytest

from sop_terbuka.meaning.standar import score
from sop_terbuka.meaning.temuan import gathered
from tests.builders import BY_SOP, Example, catalog, example, findings, form, messages, sop, table

_USES = {"formulir": ["kartu"]}
_MANY = [form(f"f{n}", ["Nama", "Alamat"]) for n in range(4)]
_PHOTO = [{"berkas": "Pas foto", "wajib": "ya", "dasar": BY_SOP}]


def _attached(label: str) -> dict[str, object]:
    return {"lampiran": [{"id": "a", "label": label, "wajib": "ya", "asal": "sop"}]}


def _field(**more: object) -> dict[str, object]:
    made = {"id": "nama", "label": "Nama", "tipe": "teks", "wajib": "ya", "asal": "sop"}
    return {"bagian": [{"id": "isi", "judul": "Isi", "isian": [made | more]}]}


EXAMPLES = [
    example(
        "komponen-standar-tidak-disebut",
        sop(),
        "Dokumen memuat 8 dari 14 komponen standar pelayanan; tidak disebut: pengawasan "
        "internal; penanganan pengaduan, saran, dan masukan; jumlah pelaksana; jaminan "
        "pelayanan; jaminan keamanan dan keselamatan pelayanan; evaluasi kinerja pelaksana.",
        good=sop(audiens=["internal"]),
    ),
    example(
        "komponen-standar-tidak-disebut",
        sop(peralatan=[]),
        "Dokumen memuat 7 dari 14 komponen standar pelayanan, 1 diketahui dari luar dokumen "
        "(penanganan pengaduan, saran, dan masukan); tidak disebut: sarana, prasarana, "
        "dan/atau fasilitas; pengawasan internal; jumlah pelaksana; jaminan pelayanan; jaminan "
        "keamanan dan keselamatan pelayanan; evaluasi kinerja pelaksana.",
        good=sop(audiens=["internal"]),
        pengaduan=[{"nama": "LAPOR!", "nilai": "1708", "dasar": [{"jenis": "dinas"}]}],
    ),
    example(
        "biaya-tidak-disebut",
        sop(biaya={"tidak_disebut": "ya"}),
        "Dokumen tidak menyebut biaya dan tidak menyebut gratis.",
    ),
    example(
        "biaya-tidak-disebut",
        sop(biaya={"uraian": "Menurut peraturan retribusi.", "dasar": BY_SOP}),
        "Dokumen tidak menyebut besar biayanya. Catatan penyalin: Menurut peraturan retribusi.",
        good=sop(biaya={"tidak_disebut": "ya"}, audiens=["internal"]),
    ),
    example(
        "persyaratan-tidak-disebut",
        sop(persyaratan=[]),
        "Dokumen tidak menyebut satu pun persyaratan pemohon. Padahal langkah 2 memeriksanya, dan "
        "berkas yang kurang dapat dikembalikan.",
    ),
    example(
        "persyaratan-tidak-disebut",
        sop(
            persyaratan=[
                {
                    "berkas": "Berkas pemohon",
                    "wajib": "ya",
                    "dasar": BY_SOP,
                    "catatan": "Dokumen tidak merinci berkasnya.",
                }
            ]
        ),
        'Dokumen tidak merinci isi persyaratan yang diringkas "Berkas pemohon". Padahal langkah 2 '
        "memeriksanya, dan berkas yang kurang dapat dikembalikan.",
    ),
    example(
        "persyaratan-tidak-disebut",
        sop(
            langkah=table(
                {
                    1: "pemohon > Pemohon memohon dengan persyaratan sesuai dengan ketentuan"
                    "| Surat | 5 menit | Tanda terima"
                }
            )
        ),
        'Langkah 1 meminta atau memeriksa "persyaratan sesuai dengan ketentuan" tanpa merincinya.',
    ),
    example(
        "syarat-tanpa-isian",
        sop(**_USES, persyaratan=_PHOTO),
        'Persyaratan "Pas foto" tidak menjadi isian atau lampiran pada formulir Permohonan Kartu.',
        forms=[form()],
    ),
    example(
        "lampiran-tanpa-syarat",
        sop(**_USES),
        'Formulir Permohonan Kartu mewajibkan lampiran "Pas foto 3x4", yang tidak ada pada '
        "persyaratan SOP ini.",
        good=sop(**_USES, persyaratan=_PHOTO),
        forms=[form(**_attached("Pas foto 3x4"))],
    ),
    example(
        "isian-tanpa-alasan",
        sop(**_USES),
        'Formulir Permohonan Kartu menanyakan "Nama" tanpa menyebut alasannya.',
        forms=[form(**_field())],
    ),
    example(
        "isian-berulang",
        sop(formulir=["kartu"]),
        'Formulir Permohonan Kartu dan lampirannya Surat Izin sama-sama menanyakan "Nama".',
        # A form that nobody asks for together with it may ask the same.
        good=sop(formulir=["surat", "lain"]),
        forms=[
            form(
                isian=["Nama", "Alamat rumah"],
                lampiran=[
                    {
                        "id": "izin",
                        "label": "Surat izin",
                        "wajib": "tidak",
                        "asal": "sop",
                        "formulir": "surat",
                    }
                ],
            ),
            form("surat", ["Nama"], judul="Surat Izin"),
            form("lain", ["Nama"]),
        ],
    ),
    example(
        "beban-formulir",
        sop(**_USES),
        "Formulir Permohonan Kartu memuat 5 isian (5 wajib), sekitar 2 menit; nilai tengah "
        "semua formulir 2 isian.",
        good=sop(formulir=["f1"]),
        forms=[form(isian=["A", "B", "C", "D", "E"]), *_MANY],
    ),
]


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_rule_speaks_of_the_bad_document_only(one: Example) -> None:
    assert messages(one.bad, one.rule) == list(one.messages)
    assert messages(one.good, one.rule) == []


def test_the_score_counts_what_the_document_itself_states() -> None:
    made = catalog(sop(), pengaduan=[{"nama": "L", "nilai": "1", "dasar": [{"jenis": "dinas"}]}])
    found = score(made, made.sop["kota-contoh/kartu"])
    assert (found.ada, found.dari_luar, found.tidak_disebut, found.dari) == (8, 1, 5, 14)


@pytest.mark.parametrize("kind", ["sop-ap", "standar-pelayanan"])
def test_a_cut_copy_proves_no_silence(kind: str) -> None:
    silent = {"jenis_dokumen": kind, "biaya": {"tidak_disebut": "ya"}}
    rules = ("komponen-standar-tidak-disebut", "biaya-tidak-disebut")
    whole, cut = catalog(sop(**silent)), catalog(sop(**silent, catatan=["Salinan terpotong."]))
    assert all(messages(whole, rule) for rule in rules)
    assert not any(messages(cut, rule) for rule in rules)


_VAGUE = {
    "berkas": "Berkas pemohon", "wajib": "ya", "catatan": "Dokumen tidak merinci isinya.",
    "dasar": [{"jenis": "sop", "baris": 14}],
}  # fmt: skip
_LETTER = {"berkas": "Surat permohonan", "wajib": "ya", "dasar": BY_SOP}
_CARD = {"berkas": "KTP", "wajib": "ya", "dasar": BY_SOP}
_COLLEAGUE = "petugas > Petugas Layanan memeriksa berkas. Jika salah, dikembalikan kepada operator"
_SILENT = "petugas > Petugas Layanan mencatat berkas"


@pytest.mark.parametrize(
    ("papers", "second", "level"),
    [
        ([], None, "tinggi"),
        ([_VAGUE, _LETTER], None, "tinggi"),
        ([_VAGUE, _CARD], None, "sedang"),
        ([_VAGUE], _COLLEAGUE, "sedang"),
        ([_VAGUE], _SILENT, "sedang"),
    ],
)
def test_unnamed_papers_alarm_where_an_applicant_is_sent_away_for_them(
    papers: list[dict[str, object]], second: str | None, level: str
) -> None:
    rows = table({2: f"{second} | Map | 5 menit | Berkas"} if second else {})
    (found,) = [
        t
        for t in findings(catalog(sop(persyaratan=papers, langkah=rows)))
        if t.aturan == "persyaratan-tidak-disebut"
    ]
    assert found.tingkat == level


def test_a_requirement_in_our_words_is_shown_by_its_line_without_a_quotation() -> None:
    made = sop(persyaratan=[_VAGUE | {"berkas": "Berkas yang dibawa calon"}])
    (found,) = [t for t in findings(catalog(made)) if t.aturan == "persyaratan-tidak-disebut"]
    assert (found.bukti[0].baris, found.bukti[0].kutipan) == (14, "")


def test_the_components_that_all_sops_of_an_office_lack_are_told_once() -> None:
    made = catalog(sop(), sop("kota-contoh/lain", nama="Kartu Lain"))
    found = [t for t in findings(made) if t.aturan == "komponen-standar-tidak-disebut"]
    (joined,) = gathered(found)
    assert len(found) == 2
    assert joined.pesan.startswith("SOP Dincontoh Kota Contoh tidak memuat semua dari 14")
