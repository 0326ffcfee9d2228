"""`sop migrasi` gives ids once: only they are written, and nothing else of a file changes."""

from pathlib import Path

import pytest

from sop_terbuka.cli import main
from sop_terbuka.data.catalog import load
from sop_terbuka.revise import edit
from sop_terbuka.revise.beri_id import with_ids
from sop_terbuka.revise.revisi import compare, of_folder
from tests.contoh_revisi import DATA, SOP, copied
from tests.contoh_revisi import edit as edited

NAME = "sop_data/kota-contoh/kartu.yml"
OFFICE = "sop_data/kota-contoh/instansi.yml"
OLD = """\
# Kartu
persyaratan:
  # yang pertama
  - berkas: KTP  # asli
    wajib: ya
  - {berkas: KTP, wajib: ya}
  - id: foto
    berkas: Pas foto
dasar_hukum: [{tertulis: Perda 5}]
biaya:
  tarif:
    - uraian: WNA
peralatan: [Komputer]
koreksi:
  - pada: dasar_hukum[1].tertulis
    menjadi: Perda 5
  - pada: peralatan[1]
    menjadi: Komputer
"""
NEW = """\
# Kartu
persyaratan:
  # yang pertama
  - id: ktp
    berkas: KTP  # asli
    wajib: ya
  - {id: ktp-2, berkas: KTP, wajib: ya}
  - id: foto
    berkas: Pas foto
dasar_hukum: [{id: perda-5, tertulis: Perda 5}]
biaya:
  tarif:
    - id: wna
      uraian: WNA
peralatan: [Komputer]
koreksi:
  - pada: dasar_hukum[perda-5].tertulis
    menjadi: Perda 5
  - pada: peralatan[1]
    menjadi: Komputer
"""


def test_ids_are_written_and_notes_follow() -> None:
    assert with_ids({NAME: OLD}) == {NAME: NEW}


def test_ids_are_given_once() -> None:
    assert with_ids({NAME: NEW}) == {}
    assert with_ids({NAME: NEW.replace("berkas: Pas foto", "berkas: Foto")}) == {}


def test_an_office_gets_ids_also_at_its_counters() -> None:
    text = "kontak:\r\n- jenis: telepon\r\ntempat:\r\n- id: a\r\n  kontak: [{jenis: surel}]\r\n"
    made = with_ids({OFFICE: text})[OFFICE]
    assert made == (
        "kontak:\r\n- id: telepon\r\n  jenis: telepon\r\n"
        "tempat:\r\n- id: a\r\n  kontak: [{id: surel, jenis: surel}]\r\n"
    )


@pytest.mark.parametrize("name", ["sop_data/peraturan/uu.yml", "sop_data/situs.yml", "forms/a.yml"])
def test_other_files_are_left_alone(name: str) -> None:
    assert with_ids({name: OLD}) == {}


def test_a_list_that_is_no_list_of_records_is_left_to_the_check() -> None:
    assert with_ids({NAME: "persyaratan: [KTP]\nbiaya: gratis\nproduk: {a: b}\n"}) == {}


@pytest.mark.parametrize("text", ["a: [\n", "", "a: b: c\n"])
def test_a_broken_file_is_named(text: str) -> None:
    with pytest.raises(edit.EditError, match=r"kartu\.yml belum dapat dibaca"):
        with_ids({NAME: text})


def test_the_command_shows_then_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copied(tmp_path / "situs")
    monkeypatch.chdir(root)
    assert main(["migrasi"]) == 0
    assert "+  - id: ktp-penanggung-jawab\n" in capsys.readouterr().out
    assert (root / SOP).read_bytes() == (DATA / SOP).read_bytes()
    assert main(["migrasi", "--tulis"]) == 0
    assert load(root / "sop_data", root / "forms").sop
    capsys.readouterr()
    assert main(["migrasi"]) == 0
    assert "tidak ada yang perlu diubah" in capsys.readouterr().out
    assert "id" in str(edit.plain((root / SOP).read_text(encoding="utf-8")))


def test_giving_ids_is_no_change_of_the_data(tmp_path: Path) -> None:
    before, after = copied(tmp_path / "a"), copied(tmp_path / "b")
    for name, text in with_ids({SOP: (after / SOP).read_text(encoding="utf-8")}).items():
        (after / name).write_text(text, encoding="utf-8")
    assert compare(of_folder(before), of_folder(after)).berkas == ()
    edited(after, [(SOP, "berkas: Denah lokasi", "berkas: Gambar situasi tempat")])
    (file,) = compare(of_folder(before), of_folder(after)).berkas
    first, *_ = file.perubahan
    assert (first.kalimat, first.sesudah) == ("Nama syarat diubah", "Gambar situasi tempat")
