"""Findings about service standards and forms: each rule with a bad and a good document."""

import pytest

from sop_terbuka.meaning.standar import office_score, score
from tests.builders import BY_SOP, Example, catalog, example, form, messages, sop

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
        "Dokumen tidak menyebut satu pun persyaratan pemohon.",
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
        'Dokumen tidak merinci isi persyaratan yang diringkas "Berkas pemohon".',
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
        sop(formulir=["kartu", "surat"]),
        'Lebih dari satu formulir layanan ini menanyakan "Nama".',
        good=sop(**_USES),
        forms=[form(isian=["Nama", "Alamat rumah"]), form("surat", ["Nama"])],
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


def test_the_score_of_an_office_leaves_internal_sops_out() -> None:
    made = catalog(
        sop(), sop("kota-contoh/b", peralatan=[]), sop("kota-contoh/c", audiens=["internal"])
    )
    assert office_score(made, "kota-contoh") == 7.5


def test_an_office_without_public_sops_scores_nothing() -> None:
    assert office_score(catalog(sop(audiens=["internal"])), "kota-contoh") == 0.0


@pytest.mark.parametrize("kind", ["sop-ap", "standar-pelayanan"])
def test_a_cut_copy_proves_no_silence(kind: str) -> None:
    silent = {"jenis_dokumen": kind, "biaya": {"tidak_disebut": "ya"}}
    rules = ("komponen-standar-tidak-disebut", "biaya-tidak-disebut")
    whole, cut = catalog(sop(**silent)), catalog(sop(**silent, catatan=["Salinan terpotong."]))
    assert all(messages(whole, rule) for rule in rules)
    assert not any(messages(cut, rule) for rule in rules)
