"""Which findings are new and which are solved."""

import datetime
from pathlib import Path

from sop_terbuka.revise.revisi import compare, findings, of_folder
from sop_terbuka.revise.revisi.found import Ditemukan, difference
from tests.contoh_revisi import SOP, copied, edit


def found(place: str, said: str, rule: str = "aturan", level: str = "sedang") -> Ditemukan:
    return Ditemukan(rule, level, frozenset(place.split("+")), said)


def test_a_finding_that_only_got_another_number_is_neither_new_nor_solved() -> None:
    before = [found("bayar", "Langkah 4 tanpa waktu."), found("cetak", "Langkah 5 tanpa waktu.")]
    after = [found("cetak", "Langkah 4 tanpa waktu."), found("bayar", "Langkah 5 tanpa waktu.")]
    assert difference(before, after) == ((), ())


def test_a_finding_at_fewer_steps_is_the_same_one() -> None:
    before, after = found("bayar+cetak", "Langkah 4 dan 5."), found("cetak", "Langkah 5.")
    assert difference([before], [after]) == ((), ())


def test_another_place_another_rule_and_a_graver_level_are_news() -> None:
    old = found("bayar", "Lama.")
    for new in (
        found("cetak", "Baru."),
        found("bayar", "Baru.", rule="lain"),
        found("bayar", "Baru.", level="tinggi"),
    ):
        assert difference([old], [new]) == ((new.teks,), (old.teks,))


def test_of_two_findings_at_one_place_one_can_be_solved() -> None:
    pair = [found("Kepala kolom", "Kolom A."), found("Kepala kolom", "Kolom B.")]
    assert difference(pair, pair[1:]) == ((), ("(sedang) Kolom A.",))


def test_a_step_put_before_the_others_makes_no_old_finding_new(tmp_path: Path) -> None:
    step = "  - {id: antre, kegiatan: Mengambil nomor antrean, pelaksana: [pemohon]}\n"
    first = "langkah:\n  - id: ajukan\n"
    states = [
        of_folder(folder, is_checked=True)
        for folder in (
            copied(tmp_path / "sebelum"),
            edit(copied(tmp_path / "sesudah"), [(SOP, first, first.replace("\n", f"\n{step}", 1))]),
        )
    ]
    judge = findings.on(datetime.date(2026, 11, 29), *states)
    assert judge is not None
    old = {item.kalimat for item in judge(states[0])["kota-contoh/izin-pasar-malam"]}
    new = {item.kalimat for item in judge(states[1])["kota-contoh/izin-pasar-malam"]}
    (file,) = compare(states[0], states[1], judge).berkas
    # Its words name another number now, and yet it is the same finding.
    assert any("langkah 2" in text.lower() for text in old - new)
    assert not any("langkah 3" in text.lower() for text in file.temuan_baru)
    assert any("Langkah 1 " in text for text in file.temuan_baru)


def test_nothing_is_solved_by_calling_an_sop_internal(tmp_path: Path) -> None:
    before = of_folder(copied(tmp_path / "sebelum"))
    edits = [(SOP, "audiens: [pelaku-usaha]", "audiens: [internal]")]
    after = of_folder(edit(copied(tmp_path / "sesudah"), edits))
    told = {True: {}, False: {"kota-contoh/izin-pasar-malam": [found("biaya", "Tanpa biaya.")]}}
    (file,) = compare(before, after, lambda state: told[state is after]).berkas
    assert file.temuan_selesai == ()
