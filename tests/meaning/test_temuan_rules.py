"""Every rule is explained, shown by examples, general, and gives the same answer every time."""

import importlib
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sop_terbuka.meaning.temuan
from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.temuan import ATURAN, KELUARGA, RULES, TINGKAT, run
from sop_terbuka.meaning.temuan.lines import squeeze
from tests.builders import TODAY, Example, catalog, findings, form, law, sop
from tests.sops import sops

FAMILIES = ("waktu", "identitas", "salinan", "pelaksana", "alur", "hukum", "standar",
            "pembaca")  # fmt: skip
EXAMPLES: list[Example] = [
    one
    for family in FAMILIES
    for one in importlib.import_module(f"tests.meaning.test_temuan_{family}").EXAMPLES
]
SOURCES = sorted(Path(sop_terbuka.meaning.temuan.__file__).parent.rglob("*.py"))


def test_the_faultless_sop_lacks_only_what_no_sop_form_asks_for() -> None:
    assert [t.aturan for t in findings(catalog(sop()))] == ["komponen-standar-tidak-disebut"]


def test_every_rule_has_an_example_that_breaks_it() -> None:
    assert {one.rule for one in EXAMPLES if one.messages} == set(ATURAN)


def test_every_rule_but_the_one_about_answers_has_a_check() -> None:
    assert [key for key, rule in ATURAN.items() if not rule.check] == ["tanggapan-tanpa-temuan"]


def test_every_family_has_its_rules() -> None:
    assert set(RULES) == set(KELUARGA)
    assert all(RULES.values())


def test_a_rule_speaks_only_about_its_kinds_of_document() -> None:
    other = sop(jenis_dokumen="sop-kesehatan", langkah=[])
    found = {finding.aturan for finding in findings(catalog(other))}
    # Its own table is no SOP-AP's; a law that no longer applies is one in any document.
    assert "tanpa-langkah" not in found
    assert ATURAN["hukum-dicabut"].is_for(other)


@pytest.mark.parametrize("rule", ATURAN.values(), ids=lambda rule: rule.id)
def test_a_rule_is_explained_politely(rule: sop_terbuka.meaning.temuan.Aturan) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
    assert rule.tingkat in TINGKAT
    assert re.fullmatch(r"[A-Z].*\.", rule.judul)
    assert re.fullmatch(r"[A-Z].*\.", rule.penjelasan)
    assert re.fullmatch(r"periksa .*\.", rule.saran)


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_a_message_is_a_sentence_without_a_verdict(one: Example) -> None:
    for text in one.messages:
        assert re.fullmatch(r'[A-Z0-9"].*\.', text)
        assert not re.search(r"\b(melanggar|pelanggaran|bersalah|lalai)\b", text.lower())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_rule_names_an_sop_an_office_or_an_official(path: Path, catalog: Catalog) -> None:
    code = path.read_text(encoding="utf-8").lower()
    names = set(catalog.instansi) | set(catalog.sop)
    for office in catalog.instansi.values():
        names |= {office.singkatan, office.daerah.split()[-1], *(p.nama for p in office.pejabat)}
        names |= {re.sub(r"\D", "", p.nip or "000000") for p in office.pejabat}
    assert [name for name in names if name.lower() in code] == []


def test_two_runs_over_the_real_data_agree(catalog: Catalog) -> None:
    assert run(catalog, None, TODAY) == run(catalog, None, TODAY)


def test_findings_come_by_sop_and_worst_first(catalog: Catalog) -> None:
    levels, ids = list(TINGKAT), list(catalog.sop)
    found = run(catalog, None, TODAY)
    order = [(ids.index(t.sop), levels.index(t.tingkat)) for t in found]
    assert order == sorted(order)


def test_evidence_of_the_real_data_stands_within_the_sops_own_lines(catalog: Catalog) -> None:
    outside = []
    for finding in run(catalog, None, TODAY):
        for proof in finding.bukti:
            place = catalog.sop[proof.sop or finding.sop].sumber
            spans = [place.baris, *place.baris_lain]
            if proof.baris and not any(a <= proof.baris <= b for a, b in spans):
                outside.append((finding.sop, finding.aturan, proof))
    assert outside == []


def test_evidence_with_a_line_quotes_the_document_or_its_corrected_words(
    catalog: Catalog,
) -> None:
    strange = []
    for finding in run(catalog, None, TODAY):
        for proof in finding.bukti:
            made = catalog.sop[proof.sop or finding.sop]
            lines = catalog.sumber[made.sumber.berkas]
            spans = [made.sumber.baris, *made.sumber.baris_lain]
            words = squeeze(" ".join(line for a, b in spans for line in lines[a - 1 : b]))
            words += squeeze(" ".join(item.menjadi for item in made.koreksi))
            parts = re.split(r"\.\.\.| \| |, ", proof.kutipan) if proof.baris else []
            strange += [(finding.sop, finding.aturan, p) for p in parts if squeeze(p) not in words]
    assert strange == []


def test_a_quotation_shows_the_documents_spelling_not_the_corrected_one() -> None:
    made = sop(
        kualifikasi_pelaksana=["Memahami bahwa kartu harus segera diselesaikan"],
        koreksi=[{
            "pada": "kualifikasi_pelaksana[1]", "alasan": "ejaan", "keyakinan": "tinggi",
            "tertulis": "Memahami bahwa kartu harus segera diselesaiken",
            "menjadi": "Memahami bahwa kartu harus segera diselesaikan",
        }],
        naskah="Memahami bahwa kartu harus segera diselesaiken",
    )  # fmt: skip
    found = next(t for t in findings(catalog(made)) if t.aturan == "kualifikasi-bukan-kecakapan")
    assert found.pesan == (
        'Kualifikasi 1 berisi perintah kerja: "Memahami bahwa kartu harus segera diselesaiken".'
    )
    assert [(proof.kutipan, proof.baris) for proof in found.bukti] == [
        ("Memahami bahwa kartu harus segera diselesaiken", 1)
    ]


def test_a_slip_of_the_scan_is_not_held_against_the_document() -> None:
    made = sop(
        kualifikasi_pelaksana=["Memahami bahwa kartu harus segera selesai"],
        koreksi=[{
            "pada": "kualifikasi_pelaksana[1]", "alasan": "salah baca pindaian",
            "keyakinan": "tinggi", "tertulis": "Memahami bahwa kanu harus segera selesai",
            "menjadi": "Memahami bahwa kartu harus segera selesai",
        }],
        naskah="Memahami bahwa kanu harus segera selesai",
    )  # fmt: skip
    assert [t.pesan for t in findings(catalog(made)) if "perintah kerja" in t.pesan] == [
        'Kualifikasi 1 berisi perintah kerja: "Memahami bahwa kartu harus segera selesai".'
    ]


# Words the rules listen for, so that random documents wander into every branch.
_WORDS = (
    "jika apabila maka tidak ya untuk ditandatangani kepada oleh Kepala Dinas Bidang Pemohon "
    "Petugas memeriksa menyerahkan menerima mengembalikan disposisi draf surat kartu berkas SOP "
    "UU Nomor 1 Tahun 2020 tentang (7) ... / & . ; \N{REPLACEMENT CHARACTER} \u4e2d\u6587\u5b57 "
    "retribusi membayar 30 hari paling lama I II 2025 seksi Form \x00"
)
_WORD = st.sampled_from([*_WORDS.split(), "\t"])
_TEXT = st.lists(_WORD, min_size=1, max_size=14).map(" ".join).filter(str.strip)
_TIME = st.sampled_from([None, "0", "5 menit", "1-2 hari", "24 jam", "±", "seminggu", "1 mei"])
_DATE = st.sampled_from([None, "2020", "2025-01", "2025-01-06", "2026-12-31"])
_BOXES = ("kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan")


@st.composite
def _documents(draw: st.DrawFn) -> Sop:
    """Any SOP of the step tables' own property test, with random words everywhere."""
    base = draw(sops())
    steps = [
        step.model_copy(update={
            "kegiatan": draw(_TEXT), "waktu": draw(_TIME),
            "output": draw(st.lists(_TEXT, max_size=2)),
            "kelengkapan": draw(st.lists(_TEXT, max_size=2)),
            "nomor_tertulis": draw(st.sampled_from([None, "", "3", "x"])),
        })
        for step in base.langkah[: draw(st.integers(0, 8))]
    ]  # fmt: skip
    items = st.lists(_TEXT, max_size=4)
    return sop(
        "kota-contoh/acak",
        langkah=[step.model_dump() for step in steps],
        pelaksana=[item.model_dump() | {"nama": draw(_TEXT)} for item in base.pelaksana],
        nama_sop=draw(st.none() | _TEXT),
        dokumen={
            "nomor": draw(st.none() | _TEXT),
            "disahkan_oleh": {"pejabat": "kepala-dinas", "tertulis": draw(_TEXT)},
            **{key: draw(_DATE) for key in ("tanggal_pembuatan", "tanggal_revisi")},
        },
        dasar_hukum=draw(st.lists(_TEXT.map("uu-1-2020 {}".format), max_size=2)),
        keterkaitan=draw(items),
        waktu_total_tertulis=draw(_TIME),
        lembar_kerja={
            "form_1": {"output": draw(_TEXT)},
            "data": {"judul": draw(_TEXT), "penanggung_jawab": {"produk": draw(_TEXT)}},
            "identifikasi": {"langkah_awal": draw(_TEXT), "langkah_akhir": draw(_TEXT)},
            "langkah": {
                "awal": [{"teks": text} for text in draw(items)],
                "akhir": [{"teks": text, "nomor_tertulis": "1"} for text in draw(items)],
            },
        },
        formulir=["kartu"],
        **{key: draw(items) for key in _BOXES},
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_documents(), _documents())
def test_no_document_makes_a_rule_fail(one: Sop, two: Sop) -> None:
    other = two.model_copy(update={"id": "kota-lain/acak"})
    made = catalog(one, other, laws=[law(status="dicabut")], forms=[form()])
    for finding in findings(made):
        assert finding.pesan.strip()
        assert finding.aturan in ATURAN
