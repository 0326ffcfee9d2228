"""The page of one SOP's findings: an answer that answers, and a proposal at the right place."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from markupsafe import Markup

from sop_terbuka.data.model.sop import Tanggapan
from sop_terbuka.data.node import read_text
from sop_terbuka.meaning.temuan import Bukti, Temuan
from sop_terbuka.meaning.temuan.answers import answered, naming
from sop_terbuka.publish.pages.base import Tools
from sop_terbuka.publish.pages.quality import sop_findings_page
from sop_terbuka.publish.pages.sop_findings import numbered_findings
from sop_terbuka.revise import usulan
from tests.builders import catalog, findings, sop, table

ROOT = Path(__file__).parents[2]
_NO_TIME = table({
    1: "pemohon > Pemohon menyerahkan berkas permohonan kepada Petugas Layanan"
       "| Berkas permohonan | | Tanda terima",
    3: "kabid > Kepala Bidang Layanan menandatangani Kartu Contoh"
       "| Berkas lengkap | | Kartu Contoh",
})  # fmt: skip
_AT_STEPS = [
    Temuan(
        "kota-contoh/kartu", "kata-ganda", "salinan", "rendah", f"Kata ganda pada {step}.",
        (Bukti(place, "di di"),), "hapus salah satunya.", (step,),
    )
    for step, place in (("l1", "Langkah 1"), ("l3", "Langkah 3"), ("l3", "Langkah 3, output"))
]  # fmt: skip
_SAID = {"jawaban": "diterima", "oleh": "Sekretaris", "tanggal": "2026-11-29", "alasan": "Benar."}


def _icon(name: str) -> Markup:
    return Markup('<svg data-icon="{}"></svg>').format(name)


def test_the_core_of_the_answers_keeps_its_promises_in_node() -> None:
    from playwright._impl._driver import compute_driver_executable

    done = subprocess.run(
        [
            shutil.which("node") or compute_driver_executable()[0],
            "--test",
            str(ROOT / "tests/publish/jawab.test.mjs"),
        ],
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_ready_answer_answers_its_own_finding() -> None:
    made = sop(langkah=_NO_TIME, peringatan=[], nama_sop=None, waktu_total_tertulis=None)
    found = [*findings(catalog(made)), *_AT_STEPS]
    assert len(found) > len(_AT_STEPS)
    for item in found:
        keys = naming(made, item, found)
        one = made.model_copy(update={"tanggapan": [Tanggapan.model_validate(keys | _SAID)]})
        (told,) = [t for t in answered(one, found) if t.tanggapan]
        assert (told.aturan, told.pesan) == (item.aturan, item.pesan)


def test_the_entry_to_paste_is_data_once_its_marks_are_replaced() -> None:
    made = sop(langkah=_NO_TIME)
    (first, second, third) = numbered_findings(made, _AT_STEPS, ())
    assert [t.id for t in (first, second, third)] == ["kata-ganda", "kata-ganda-2", "kata-ganda-3"]
    assert first.kunci == "  - aturan: kata-ganda\n    langkah: l1\n"
    assert second.kunci == '  - aturan: kata-ganda\n    pada: "Langkah 3"\n'
    text = "tanggapan:\n" + first.jawaban
    for key, value in _SAID.items():
        text = re.sub(rf"{key}: GANTI", f"{key}: {value}", text)
    node, problems = read_text(text, "contoh.yml")
    assert node is not None
    assert problems == []
    entry = {key: at.value for key, at in node.at(("tanggapan", 0)).value.items()}
    assert entry == {"aturan": "kata-ganda", "langkah": "l1"} | _SAID


def test_the_page_offers_both_ways_without_a_script() -> None:
    made = catalog(sop(langkah=_NO_TIME))
    (one,) = made.sop.values()
    found = findings(made)
    html = str(sop_findings_page(made, Tools(icon=_icon), one, found).html())
    assert html.count("<summary>Jawab temuan</summary>") == len(found)
    assert "sop_data/kota-contoh/kartu.yml" in html
    assert "jawaban: GANTI  # diterima, bukan-masalah, atau akan-diperbaiki" in html
    assert 'href="../usul/?pada=langkah%5Bl1%5D.waktu&amp;aturan=langkah-tanpa-waktu"' in html
    assert "langkah[l1].waktu" in usulan.places(one, made.instansi[one.instansi])


def test_what_a_document_does_not_say_is_proposed_where_it_would_stand() -> None:
    made = catalog(sop(biaya={"tidak_disebut": "ya"}, persyaratan=[]))
    (one,) = made.sop.values()
    found = findings(made)
    links = {
        item.temuan.aturan: item.usul
        for item in numbered_findings(one, found, usulan.places(one, made.instansi[one.instansi]))
    }
    assert links["biaya-tidak-disebut"] == "?pada=biaya&aturan=biaya-tidak-disebut"
    assert links["persyaratan-tidak-disebut"].startswith("?pada=persyaratan%5B%2B%5D&")


def test_what_is_answered_shows_its_answer_and_no_other() -> None:
    answer = {"aturan": "langkah-tanpa-waktu", "langkah": "l1"} | _SAID
    made = catalog(sop(langkah=_NO_TIME, tanggapan=[answer]))
    (one,) = made.sop.values()
    found = findings(made)
    html = str(sop_findings_page(made, Tools(icon=_icon), one, found).html())
    assert "<b>Tanggapan dinas: Diterima.</b> Benar." in html
    assert html.count("<summary>Jawab temuan</summary>") == len(found) - 1


def test_an_sop_without_findings_has_its_page_all_the_same() -> None:
    made = catalog(sop(audiens=["internal"]))
    (one,) = made.sop.values()
    html = str(sop_findings_page(made, Tools(icon=_icon), one, []).html())
    assert "Tidak ada temuan." in html


def test_words_of_a_document_are_no_markup_on_the_page() -> None:
    made = catalog(sop(pencatatan=["<b>sesuai kuota</b>"], nama="<i>Kartu</i>"))
    (one,) = made.sop.values()
    found = findings(made)
    assert found
    html = str(sop_findings_page(made, Tools(icon=_icon), one, found).html())
    assert "<b>sesuai" not in html
    assert "<i>Kartu" not in html


@pytest.mark.parametrize("place", ["Form 1: judul", 'Kata "ganda" # dua'])
def test_a_place_with_marks_of_the_data_is_quoted(place: str) -> None:
    from sop_terbuka.publish.pages.sop_findings import entry_begin

    text = "tanggapan:\n" + entry_begin({"aturan": "a", "pada": place})
    node, problems = read_text(text, "contoh.yml")
    assert node is not None
    assert problems == []
    assert node.at(("tanggapan", 0, "pada")).value == place
