"""The forms of this repository, read as an author's computer would read them."""

from pathlib import Path

import pytest
import yaml

from sop_terbuka.data.draft import Draft, read
from sop_terbuka.data.model.formulir import ASAL_LEMAH, Formulir, Isian, Lampiran
from sop_terbuka.data.problem import as_text
from sop_terbuka.data.rules import run

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "forms").glob("*.yml"))


@pytest.fixture(scope="module")
def draft() -> Draft:
    found, problems = read(ROOT / "sop_data", ROOT / "forms")
    assert as_text(problems) == ""
    return found


@pytest.fixture(scope="module")
def forms(draft: Draft) -> dict[str, Formulir]:
    return {key: entry.record for key, entry in draft.formulir.items()}


def _asked(form: Formulir) -> list[Isian | Lampiran]:
    return [*form.isian, *form.lampiran]


def _names(items: list[tuple[str, str]]) -> str:
    return "\n".join(f"{form}: {item}" for form, item in items)


def test_every_form_file_is_read_without_a_problem(draft):
    assert sorted(draft.formulir) == [path.stem for path in FILES]


def test_the_rules_about_forms_find_nothing_in_our_forms(draft):
    found = [problem for problem in run(draft) if problem.berkas.startswith("forms/")]
    assert as_text(found) == ""


def test_every_public_service_of_the_catalogue_has_a_form(draft, forms):
    served = {sop for form in forms.values() for sop in form.layanan}
    public = {key for key, entry in draft.sop.items() if not entry.record.is_internal}
    assert public - served == set()


def test_a_form_is_called_official_only_where_the_annex_was_seen(forms):
    official = [key for key, form in forms.items() if form.resmi == "ya"]
    assert official == ["permohonan-informasi-publik"]


def test_nothing_required_rests_on_general_knowledge_or_a_proposal(forms):
    weak = [
        (key, item.id)
        for key, form in forms.items()
        for item in _asked(form)
        if item.wajib != "tidak" and item.asal in ASAL_LEMAH
    ]
    assert _names(weak) == ""


def test_no_attachment_is_a_requirement_because_another_office_asks_for_it(forms):
    copied = [
        (key, item.id)
        for key, form in forms.items()
        for item in form.lampiran
        if item.wajib != "tidak" and item.asal == "praktik"
    ]
    assert _names(copied) == ""


def test_identity_numbers_are_not_asked_on_general_knowledge_only_unless_someone_signs(forms):
    asked = [
        (key, isian.id)
        for key, form in forms.items()
        for isian in form.isian
        if isian.tipe in {"nik", "kk", "npwp"}
        and isian.is_weak
        and form.jenis != "surat-pernyataan"
    ]
    assert _names(asked) == ""


def test_every_reason_help_text_and_message_starts_and_ends_like_a_sentence(forms):
    cut = [
        (key, f"{item.id}: {text}")
        for key, form in forms.items()
        for item in _asked(form)
        for text in (item.alasan, item.bantuan, getattr(item, "pesan", None))
        if text and not (text[0] == text[0].upper() and text.endswith("."))
    ]
    assert _names(cut) == ""


def test_every_basis_outside_the_sop_has_an_address(forms):
    silent = [
        (key, dasar.nama or "?")
        for key, form in forms.items()
        for dasar in form.dasar
        if dasar.jenis != "sop" and not dasar.url and not dasar.peraturan
    ]
    assert _names(silent) == ""


def test_a_letter_says_whom_it_is_for_in_every_office_that_it_serves(forms):
    missing = [
        (key, office)
        for key, form in forms.items()
        if form.jenis == "surat"
        for office in {sop.partition("/")[0] for sop in form.layanan}
        if office not in {tujuan.instansi for tujuan in form.ditujukan_kepada}
    ]
    assert _names(missing) == ""


def test_forms_hold_no_word_that_another_yaml_reader_takes_for_something_else():
    odd = []
    for path in FILES:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        odd += [
            (path.stem, isian["id"])
            for bagian in form["bagian"]
            for isian in bagian["isian"]
            if not all(isinstance(isian[key], str) for key in ("id", "label", "tipe", "wajib"))
        ]
    assert _names(odd) == ""
