"""What is made of the findings: answers, open data, table, text, groups, pages."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from sop_terbuka.data.model.sop import Tanggapan
from sop_terbuka.meaning.temuan import ATURAN, Bukti, Temuan, TemuanBersama, gathered, run
from sop_terbuka.meaning.temuan.lines import SourceLines
from sop_terbuka.meaning.temuan.similarity import SentenceIndex
from sop_terbuka.publish.feeds import temuan as outputs
from sop_terbuka.publish.pages import mutu as pages
from sop_terbuka.publish.render import render
from tests.builders import TODAY, catalog, findings, law, sop, table

ANSWER = {
    "aturan": "langkah-tanpa-waktu",
    "jawaban": "akan-diperbaiki",
    "oleh": "Kepala Bidang",
    "tanggal": "2026-11-20",
    "alasan": "Ditulis pada revisi berikutnya.",
}
_NO_TIME = table({
    1: "pemohon > Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"
       "| Berkas permohonan | | Tanda terima"
})  # fmt: skip
FINDING = Temuan(
    "kota-contoh/kartu", "langkah-tanpa-waktu", "waktu", "sedang",
    "Langkah 1 tidak menyebut waktu.",
    (Bukti("Langkah 1", "Pemohon menyerahkan berkas", 7),), "periksa apakah waktunya terlewat.",
    ("l1",),
)  # fmt: skip


def _answered(**changes: str) -> list[Temuan]:
    made = sop(langkah=_NO_TIME, tanggapan=[ANSWER | changes])
    rules = ("langkah-tanpa-waktu", "tanggapan-tanpa-temuan")
    return [t for t in findings(catalog(made)) if t.aturan in rules]


def test_an_answer_stands_with_the_finding_it_answers() -> None:
    (found,) = _answered()
    assert found.tanggapan == Tanggapan.model_validate(ANSWER)


def test_an_answer_can_name_the_step() -> None:
    (found,) = _answered(langkah="l1")
    assert found.tanggapan is not None


def test_an_answer_can_name_the_place_of_the_evidence() -> None:
    (found,) = _answered(pada="langkah 1")
    assert found.tanggapan is not None


@pytest.mark.parametrize("elsewhere", [{"langkah": "l2"}, {"pada": "Langkah 2"}])
def test_an_answer_to_another_place_answers_nothing(elsewhere: dict[str, str]) -> None:
    found = {t.aturan: t for t in _answered(**elsewhere)}
    assert found["langkah-tanpa-waktu"].tanggapan is None
    assert "tidak menjawab temuan apa pun" in found["tanggapan-tanpa-temuan"].pesan


def test_open_data_holds_the_agreed_keys() -> None:
    answered = replace(FINDING, tanggapan=Tanggapan.model_validate(ANSWER))
    assert [outputs.as_json(item) for item in (FINDING, answered)] == [
        {
            "aturan": "langkah-tanpa-waktu",
            "keluarga": "waktu",
            "tingkat": "sedang",
            "pesan": "Langkah 1 tidak menyebut waktu.",
            "bukti": [{"pada": "Langkah 1", "kutipan": "Pemohon menyerahkan berkas", "baris": 7}],
            "saran": "periksa apakah waktunya terlewat.",
            "tanggapan": answer,
        }
        for answer in (None, ANSWER)
    ]


def table_of(findings: list[Temuan]) -> io.StringIO:
    return io.StringIO(b"".join(outputs.as_csv(findings)).decode("utf-8-sig"))


def test_the_table_has_a_line_for_each_finding() -> None:
    rows = list(csv.reader(table_of([FINDING])))
    assert rows == [
        ["sop", "aturan", "keluarga", "tingkat", "pesan", "bukti", "saran", "jawaban",
         "jawaban_oleh", "jawaban_tanggal", "jawaban_alasan"],
        ["kota-contoh/kartu", "langkah-tanpa-waktu", "waktu", "sedang",
         "Langkah 1 tidak menyebut waktu.",
         'Langkah 1, baris 7: "Pemohon menyerahkan berkas"',
         "periksa apakah waktunya terlewat.", "", "", "", ""],
    ]  # fmt: skip


def test_a_spreadsheet_runs_no_words_of_a_document() -> None:
    rows = list(csv.reader(table_of([replace(FINDING, pesan="=1+1")])))
    assert rows[1][4] == "'=1+1"


def test_the_terminal_shows_findings_by_sop_with_a_count() -> None:
    answered = replace(FINDING, tanggapan=Tanggapan.model_validate(ANSWER))
    assert outputs.as_text([answered]).split("\n") == [
        "kota-contoh/kartu",
        "  [sedang] Langkah 1 tidak menyebut waktu. [langkah-tanpa-waktu]",
        '      Langkah 1, baris 7: "Pemohon menyerahkan berkas"',
        "      Saran: periksa apakah waktunya terlewat.",
        "      Tanggapan: Akan diperbaiki, Kepala Bidang, 2026-11-20: "
        "Ditulis pada revisi berikutnya.",
        "",
        "1 temuan pada 1 SOP (1 sedang).",
    ]


def test_words_of_a_document_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in outputs.as_text([replace(FINDING, pesan="\x1b[2J")])


def test_no_finding_is_said_as_such() -> None:
    assert outputs.as_text([]) == "0 temuan pada 0 SOP."


def test_groups_come_worst_first_within() -> None:
    worse = replace(FINDING, tingkat="tinggi", pesan="Lebih berat.")
    other = replace(FINDING, sop="kota-lain/kartu", keluarga="identitas")
    found = [FINDING, worse, other]
    assert [g.id for g in outputs.by_sop(found)] == ["kota-contoh/kartu", "kota-lain/kartu"]
    assert [g.id for g in outputs.by_office(found)] == ["kota-contoh", "kota-lain"]
    assert [g.id for g in outputs.by_family(found)] == ["waktu", "identitas"]
    assert [g.id for g in outputs.by_level(found)] == ["tinggi", "sedang"]
    assert outputs.by_sop(found)[0].temuan[0].pesan == "Lebih berat."
    assert outputs.by_sop(found)[0].jumlah == {"tinggi": 1, "sedang": 1, "rendah": 0}


def test_a_near_sentence_is_found_and_an_unlike_one_is_not() -> None:
    index = SentenceIndex([
        ("a", "Petugas menyerahkan kartu kepada pemohon di loket"),
        ("b", "Petugas menyerahkan kartu kepada pemohon"),
        ("c", "Kepala bidang menandatangani surat"),
    ])  # fmt: skip
    near = list(index.near("petugas menyerahkan kartu kepada pemohon.", 0.6))
    assert [(hit.kalimat, round(hit.nilai, 2)) for hit in near] == [
        ("petugas menyerahkan kartu kepada pemohon", 1.0),
        ("petugas menyerahkan kartu kepada pemohon di loket", 0.67),
    ]
    assert index.owners("Petugas  menyerahkan kartu kepada pemohon") == ["b"]


def test_a_pair_of_words_in_every_sentence_is_not_followed() -> None:
    index = SentenceIndex((str(n), f"kepala dinas nomor{n} urusan{n}") for n in range(1000))
    assert [hit.kalimat for hit in index.near("kepala dinas nomor7 urusan7", 0.9)] == [
        "kepala dinas nomor7 urusan7"
    ]


def test_words_are_found_over_line_breaks_and_below_their_heading() -> None:
    made = sop(naskah="Peringatan\nKartu\nPERALATAN / PERLENGKAPAN\nKar-\ntu\tContoh")
    lines = SourceLines(made, made_lines(made))
    assert lines.find("kartu contoh") == 4
    assert lines.find("Kartu", "peralatan[1]") == 4
    assert lines.find("Kartu") == 2
    assert lines.find("tidak ada di sini") is None


def test_a_summary_of_the_worksheet_is_found_in_its_own_row() -> None:
    made = sop(naskah="B Identifikasi Kegiatan\nNama Kegiatan\tKartu\nLangkah Utama\tKartu")
    lines = SourceLines(made, made_lines(made))
    assert lines.find("Kartu", "lembar_kerja.identifikasi.langkah_utama") == 3
    assert lines.find("Kartu", "lembar_kerja.identifikasi.nama_kegiatan") == 2


def made_lines(made: Any) -> tuple[str, ...]:
    """The source text of a built SOP."""
    return catalog(made).sumber[made.sumber.berkas]


def _icon(name: str) -> Markup:
    return Markup('<svg data-icon="{}"></svg>').format(name)


def _page(made: Any, halaman: pages.Halaman, found: list[Temuan]) -> str:
    shared = pages.context(made, found, [("CSV", "data/temuan.csv")])
    return render("mutu.html.j2", halaman.alamat, icon=_icon, halaman=halaman, **shared)


def test_every_page_of_the_findings_can_be_made_and_found() -> None:
    made = catalog(sop(langkah=_NO_TIME, waktu_total_tertulis="25 menit", tanggapan=[ANSWER]))
    found = findings(made)
    shown = {page.alamat: _page(made, page, found) for page in pages.pages(made, found)}
    rules = dict.fromkeys(f"mutu/aturan/{item.aturan}/" for item in found)
    assert list(shown) == [
        "mutu/", "mutu/dinas/kota-contoh/", "mutu/keluarga/waktu/", "mutu/keluarga/standar/",
        "mutu/tingkat/sedang/", "mutu/tingkat/rendah/", "mutu/aturan/", *rules,
    ]  # fmt: skip
    for choice in (c for group in pages.filters(gathered(found)).values() for c in group):
        assert choice.alamat in shown
    assert 'href="dinas/kota-contoh/"' in shown["mutu/"]
    office = shown["mutu/dinas/kota-contoh/"]
    assert '<li id="kota-contoh-kartu"><a href="../../../kota-contoh/kartu/temuan/">' in office
    rule = shown["mutu/aturan/langkah-tanpa-waktu/"]
    assert "Langkah 1 tidak menyebut waktu" in rule
    assert "<b>Tanggapan dinas: Akan diperbaiki.</b>" in rule
    assert 'href="../../../kota-contoh/kartu/temuan/#langkah-tanpa-waktu"' in rule
    assert 'href="../../aturan/langkah-tanpa-waktu/"' in shown["mutu/keluarga/waktu/"]
    assert "1 dari 2 temuan sudah dijawab" in shown["mutu/"]
    assert all(f'<li id="{rule}">' in shown["mutu/aturan/"] for rule in ATURAN)
    assert "<script" not in "".join(shown.values())


def test_a_rules_findings_come_in_sheets_of_fifty() -> None:
    made = catalog(*(sop(f"kota-contoh/kartu-{n}", langkah=_NO_TIME) for n in range(101)))
    found = [t for t in findings(made) if t.aturan == "langkah-tanpa-waktu"]
    assert len(found) == 101
    sheets = [p for p in pages.pages(made, found) if p.alamat.startswith("mutu/aturan/langkah")]
    assert [(p.alamat, len(p.temuan)) for p in sheets] == [
        ("mutu/aturan/langkah-tanpa-waktu/", 50),
        ("mutu/aturan/langkah-tanpa-waktu/halaman-2/", 50),
        ("mutu/aturan/langkah-tanpa-waktu/halaman-3/", 1),
    ]  # fmt: skip
    second = _page(made, sheets[1], found)
    assert "Halaman 2 dari 3" in second
    assert 'href="../"' in second
    assert 'href="../halaman-3/"' in second
    offices = [p.alamat for p in pages.pages(made, found) if p.alamat.startswith("mutu/dinas/")]
    assert offices == [f"mutu/dinas/kota-contoh/{n}" for n in ("", "halaman-2/", "halaman-3/")]


_CARDS = "permen-3-2019 Peraturan Menteri Nomor 3 Tahun 2019 tentang Kartu"
_FEES = "permen-4-2019 Peraturan Menteri Nomor 4 Tahun 2019 tentang Tarif"


def test_one_laws_fault_is_told_once_with_its_places() -> None:
    gone = law("permen-3-2019", status="dicabut", rujukan_kini=["uu-1-2020"])
    changed = law("permen-4-2019", status="diubah", diubah_oleh=[{"id": "uu-1-2020"}])
    made = catalog(
        sop(dasar_hukum=[_CARDS, _FEES]),
        sop("kota-contoh/lain", nama="Kartu Lain", dasar_hukum=[_FEES, _CARDS]),
        laws=[gone, changed],
    )
    found = [t for t in findings(made) if t.aturan in ("hukum-dicabut", "hukum-diubah")]
    assert len(found) == 4
    once = gathered(found)
    assert [(t.aturan, t.tingkat, len(t.tempat)) for t in once if isinstance(t, TemuanBersama)] == [
        ("hukum-dicabut", "tinggi", 2), ("hukum-diubah", "rendah", 2),
    ]  # fmt: skip
    assert "Dasar hukum" not in once[0].pesan
    shown = {page.alamat: _page(made, page, found) for page in pages.pages(made, found)}
    rule = shown["mutu/aturan/hukum-dicabut/"]
    assert rule.count(once[0].pesan) == 1
    assert "Pada 2 SOP" in rule
    assert 'href="../../../kota-contoh/lain/temuan/#hukum-dicabut"' in rule
    assert '<details class="lipat lipat--kecil" open>' in rule
    for address in ("mutu/tingkat/tinggi/", "mutu/keluarga/hukum/"):
        assert "1 temuan. " in shown[address]
    assert shown["mutu/dinas/kota-contoh/"].count("1 segera diperiksa, 1 perlu dirapikan") == 2
    counts = {
        c.alamat: c.jumlah for group in pages.filters(gathered(found)).values() for c in group
    }
    assert counts == {
        "mutu/tingkat/tinggi/": 1, "mutu/tingkat/rendah/": 1, "mutu/keluarga/hukum/": 2,
    }  # fmt: skip
    assert "0 dari 2 temuan sudah dijawab" in shown["mutu/"]


def test_a_laws_fault_is_answered_when_every_place_is() -> None:
    gone = law("permen-3-2019", status="dicabut")
    answer = ANSWER | {"aturan": "hukum-dicabut"}
    one = sop(dasar_hukum=[_CARDS], tanggapan=[answer])
    for second, answered in (([], None), ([answer], Tanggapan.model_validate(answer))):
        other = sop("kota-contoh/lain", dasar_hukum=[_CARDS], tanggapan=second)
        found = findings(catalog(one, other, laws=[gone]))
        (joined,) = gathered(t for t in found if t.aturan == "hukum-dicabut")
        assert joined.tanggapan == answered


def test_words_of_a_document_are_no_markup() -> None:
    made = catalog(sop(pencatatan=["<b>sesuai kuota</b>"], nama="<i>Kartu</i>"))
    found = findings(made)
    for page in pages.pages(made, found):
        text = _page(made, page, found)
        assert "<b>sesuai" not in text
        assert "<i>Kartu" not in text


def test_an_office_without_findings_is_shown_too() -> None:
    made = catalog(sop(audiens=["internal"]))
    found = findings(made)
    assert found == []
    (overview, rules) = pages.pages(made, found)
    assert "tanpa temuan" in _page(made, overview, found)
    assert rules.alamat == "mutu/aturan/"


def test_forms_given_as_an_empty_mapping_are_left_out() -> None:
    made = catalog(sop())
    assert run(made, {}, TODAY) == run(made, None, TODAY)


def test_a_cause_that_only_one_sop_has_is_that_sops_own_finding() -> None:
    gone = law("permen-3-2019", status="dicabut")
    found = findings(catalog(sop(dasar_hukum=[_CARDS]), laws=[gone]))
    own = [t for t in found if t.aturan == "hukum-dicabut"]
    assert list(gathered(own)) == own


def test_a_page_of_one_rules_findings_counts_the_places_that_each_lists() -> None:
    laws = [law(f"permen-{n}-2019", status="dicabut") for n in range(100, 140)]
    bases = [f"{item.id} Peraturan Menteri {item.id}" for item in laws]
    made = catalog(*(sop(f"kota-contoh/k{n:02}", dasar_hukum=bases) for n in range(50)), laws=laws)
    found = [item for item in findings(made) if item.aturan == "hukum-dicabut"]
    shown = [p for p in pages.pages(made, found) if p.alamat.startswith("mutu/aturan/hukum-dic")]
    assert sum(len(page.temuan) for page in shown) == 40
    assert max(len(_page(made, page, found).encode()) for page in shown) < 100_000
