"""A draft from another office's SOP: its way of working, nothing that only that office knows."""

import re
import shutil
from pathlib import Path

import pytest

from sop_terbuka.data import catalog
from sop_terbuka.data.draft import read
from sop_terbuka.data.model import Sop
from sop_terbuka.data.node import read_file
from sop_terbuka.intake.alike import KEPT
from tests.conftest import SAMPLE
from tests.intake.conftest import Run

# What is the other document's own: where it is from, what it promises, what was said about it.
LEFT = {
    "id", "alamat_lama", "nama_sop", "unit", "status", "status_oleh", "status_tanggal",
    "tinjau_sebelum",
    "dokumen", "referensi", "unit_terkait", "bagan", "keterkaitan", "bagian_lain", "pengaduan",
    "biaya", "jangka_waktu", "tempat", "jam", "sarana", "kompetensi", "pengawasan_internal",
    "jumlah_pelaksana", "jaminan_pelayanan", "jaminan_keamanan", "evaluasi_kinerja", "kanal",
    "bukan_di_sini", "formulir", "tanpa_langkah", "waktu_total_tertulis", "lembar_kerja",
    "lampiran", "perubahan", "koreksi", "temuan_pembaca", "tanggapan", "catatan", "sumber",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("sop_data", "forms"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_key_of_an_sop_is_a_start_or_is_left() -> None:
    assert set(KEPT) | LEFT == set(Sop.model_fields)
    assert not set(KEPT) & LEFT


def test_items_have_their_ids_from_the_start(root: Path, run: Run) -> None:
    assert run("baru", "kota-wanasari/kartu", "--dari", "kab-rimbaraya/kartu-ak1")[0] == 0
    assert "  - id: ktp\n    berkas: KTP\n" in Path("sop_data/kota-wanasari/kartu.yml").read_text()
    assert "sop_data/kota-wanasari/kartu.yml" not in run("migrasi")[1]


def test_every_sop_is_a_start_for_another_office(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru", "--nama", "Dinas Baru", "--singkatan", "Disbar")
    known = catalog.load(root / "sop_data", root / "forms")
    for sop in known.sop.values():
        assert run("baru", f"kab-baru/{sop.slug}-{sop.instansi}", "--dari", sop.id)[0] == 0
    draft, problems = read(root / "sop_data", root / "forms")
    problems += catalog.examine(root / "sop_data", root / "forms")[1]
    assert {problem.aturan for problem in problems} == {"masih-ganti"}
    for sop in known.sop.values():
        made = draft.sop[f"kab-baru/{sop.slug}-{sop.instansi}"].record
        assert (made.status, made.sumber, made.koreksi) == ("rancangan", None, [])
        assert made.biaya.tidak_disebut == "ya"
        assert [step.id for step in made.langkah] == [step.id for step in sop.langkah]
        assert not any(step.waktu for step in made.langkah)
        assert all(a.pihak == "luar" or a.nama.startswith("GANTI: ") for a in made.pelaksana)
        text = (root / f"sop_data/{made.id}.yml").read_text(encoding="utf-8")
        assert not re.search(r"\b(?:baris|sumber|url|kutipan):", text)
        office = known.instansi[sop.instansi]
        for step in made.langkah:
            is_named = any(w in step.kegiatan for w in (office.singkatan, office.daerah))
            assert not is_named or step.kegiatan.startswith("GANTI: ")


def test_no_source_of_the_other_document_comes_along(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru")
    run("baru", "kab-baru/kartu", "--dari", "kota-wanasari/kartu-ak1")
    text = (root / "sop_data/kab-baru/kartu.yml").read_text(encoding="utf-8")
    assert 'nama: "GANTI: siapa yang memintanya"' in text
    for word in ("baris:", "url:", "waktu:", "sumber:", "jenis: dinas"):
        assert word not in text


def test_within_an_office_its_own_words_stay(root: Path, run: Run) -> None:
    run("baru", "kota-wanasari/kartu-dua", "--dari", "kota-wanasari/kartu-ak1", "--nama", "Dua")
    draft, _ = read(root / "sop_data", root / "forms")
    made, old = (draft.sop[f"kota-wanasari/kartu-{n}"].record for n in ("dua", "ak1"))
    assert (made.nama, made.layanan) == ("Dua", None)
    assert [actor.nama for actor in made.pelaksana] == [actor.nama for actor in old.pelaksana]


def test_an_unknown_sop_is_named_with_the_nearest(run: Run) -> None:
    code, _, err = run("baru", "kota-wanasari/dua", "--dari", "kota-wanasari/kartu-ak2")
    assert code == 1
    assert '"kota-wanasari/kartu-ak2" tidak ada' in err
    assert '"kota-wanasari/kartu-ak1"' in err


def test_the_next_number_is_proposed_by_the_office_s_pattern(root: Path, run: Run) -> None:
    run("instansi-baru", "kab-baru")
    path = root / "sop_data/kab-baru/instansi.yml"
    with path.open("a", encoding="utf-8") as file:
        file.write('pola_nomor: "{urut:3}/DISBAR/SOP"\n')
    _, out, _ = run("baru", "kab-baru/satu", "--rancangan")
    assert "Nomor berikutnya menurut pola_nomor dinas: 001/DISBAR/SOP" in out
    made = root / "sop_data/kab-baru/satu.yml"
    text = made.read_text(encoding="utf-8")
    assert "#   nomor: 001/DISBAR/SOP\n" in text
    made.write_text(text.replace("# dokumen:\n#   nomor:", "dokumen:\n  nomor:"), encoding="utf-8")
    assert read_file(made, "satu.yml")[1] == []
    _, out, _ = run("baru", "kab-baru/dua", "--dari", "kota-wanasari/kartu-ak1")
    assert "002/DISBAR/SOP" in out
    assert "#   nomor: 002/DISBAR/SOP" in (root / "sop_data/kab-baru/dua.yml").read_text("utf-8")
