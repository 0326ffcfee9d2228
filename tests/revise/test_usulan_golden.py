"""What citizens propose most, as `sop usulan` writes it and `sop beda` tells it.

`PERBARUI=1 pytest tests/revise/test_usulan_golden.py` writes the golden files anew; read them as a
reviewer would before committing.
"""

import difflib
import os
from pathlib import Path

import pytest

from sop_terbuka.data.catalog import load
from sop_terbuka.publish.outputs import OUTPUTS
from sop_terbuka.revise import usulan
from sop_terbuka.revise.revisi import as_text, compare, of_folder
from tests.contoh_revisi import SOP, copied, edit

GOLDEN = Path(__file__).parents[1] / "golden" / "usulan"
OFFICE = "sop_data/kota-contoh/instansi.yml"
PAPER = "    sumber: {jenis: dinas, nama: Papan layanan di loket}\n"
SILENT = [(SOP, "biaya:\n  jumlah: 50000\n  dasar: [{jenis: sop, langkah: bayar}]\n",
           "biaya:\n  tidak_disebut: ya # belum\n")]  # fmt: skip

PROPOSED = {
    "biaya": "  - pada: biaya.jumlah\n    menjadi: '25000'\n" + PAPER,
    "biaya-gratis": "  - pada: biaya.jumlah\n    menjadi: '0'\n" + PAPER,
    "tarif": "  - pada: biaya.tarif[+]\n    isi: {uraian: Pedagang luar kota, jumlah: '75000'}\n"
    + PAPER,
    "tempat": "  - pada: tempat\n    isi: {nama: Loket 3, alamat: Jalan Contoh 1}\n" + PAPER,
    "jam": "  - pada: jam[+]\n"
    "    isi: {hari: 'senin, selasa', buka: '08.00', tutup: '14.00', untuk: Loket izin}\n" + PAPER,
    "jangka-waktu": "  - pada: jangka_waktu\n    isi: {teks: 3 hari kerja}\n" + PAPER,
    "kontak": "  - pada: instansi.kontak[+]\n"
    "    isi: {jenis: whatsapp, nilai: 0800 000 000, untuk: Loket izin}\n" + PAPER,
    "kontak-diganti": "  - pada: instansi.kontak[telepon].nilai\n"
    "    dari: (000) 123456\n    menjadi: (000) 654321\n" + PAPER,
    "wajib": "  - pada: persyaratan[denah-lokasi].wajib\n    butir: Denah lokasi\n"
    "    dari: ya\n    menjadi: bersyarat\n" + PAPER
    + "  - pada: persyaratan[denah-lokasi].bila\n    menjadi: lebih dari 20 lapak\n" + PAPER,
    "syarat-baru": "  - pada: persyaratan[+]\n"
    "    isi: {berkas: Kartu Keluarga, wajib: ya, bentuk: fotokopi}\n" + PAPER,
    "syarat-dihapus": "  - pada: persyaratan[denah-lokasi]\n    butir: Denah lokasi\n"
    "    dari: Denah lokasi\n    alasan: tidak lagi diminta di loket\n",
    "langkah-baru": "  - pada: langkah[+]\n    sesudah: periksa\n"
    "    isi: {kegiatan: Menunggu panggilan petugas, pelaksana: pemohon, waktu: 20 menit}\n"
    "    alasan: begitu di loket\n",
    "langkah-dihapus": "  - pada: langkah[tinjau]\n"
    "    dari: Meninjau lokasi dan menyusun berita acara\n    alasan: tidak ada lagi\n",
    "pelaksana": "  - pada: langkah[tinjau].pelaksana\n    dari: kasi\n    menjadi: petugas\n"
    "    alasan: petugas yang datang\n",
    "keluaran": "  - pada: langkah[bayar].output\n    dari: Bukti bayar\n    menjadi: Kuitansi\n"
    + PAPER,
    "hasil": "  - pada: produk[surat-izin-pasar-malam].berlaku\n    menjadi: 30 hari\n" + PAPER,
    "jaminan": "  - pada: jaminan_pelayanan\n    isi: {isi: Terlambat berarti gratis}\n" + PAPER,
    "waktu-langkah": "  - pada: langkah[tinjau].waktu\n    dari: 1 hari\n    menjadi: 3 hari\n"
    + PAPER,
}  # fmt: skip


def _proposal(changes: str, tmp_path: Path) -> usulan.Usulan:
    path = tmp_path / "usulan.yml"
    base = "sha256:" + "0" * 64
    head = f"usulan: 1\nsop: kota-contoh/izin-pasar-malam\ndasar: {base}\nperubahan:\n"
    path.write_text(head + changes, encoding="utf-8")
    return usulan.read(path)


@pytest.mark.parametrize("name", PROPOSED)
def test_a_proposal_is_told_as_it_was_read_and_approved(name: str, tmp_path: Path) -> None:
    given = SILENT if name.startswith("biaya") else []
    old, new = (edit(copied(tmp_path / part), given) for part in ("lama", "baru"))
    keys = {usulan.SOP: SOP, usulan.INSTANSI: OFFICE}
    proposal = _proposal(PROPOSED[name], tmp_path)
    files = {key: (old / file).read_bytes() for key, file in keys.items()}
    made = usulan.apply(proposal, files, "2026-11-29")
    lines = []
    for key, file in keys.items():
        (new / file).write_bytes(made[key])
        sides = (text.decode().splitlines() for text in (files[key], made[key]))
        lines += list(difflib.unified_diff(*sides, lineterm="", n=0))[2:]
    assert load(new / "sop_data", new / "forms").sop
    told = as_text(compare(of_folder(old), of_folder(new), outputs=OUTPUTS[:1]))
    text = "\n".join([*lines, "", told, ""])
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("PERBARUI"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(PROPOSED)
