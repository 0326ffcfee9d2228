"""What a reviewer reads: names for ids, words for what changed, and what stayed behind."""

from pathlib import Path

import pytest

from sop_terbuka.revise.revisi import as_text, compare, of_folder
from tests.contoh_beda import OFFICE
from tests.contoh_revisi import FORM, SOP, Edit, copied, edit

ROW = """\
    kegiatan: Memeriksa kelengkapan berkas permohonan dan mencatatnya di buku register
    pelaksana: [petugas]
"""
NEEDS = "persyaratan:\n"
BY_STEP = "dasar: [{jenis: sop, langkah: ajukan}]"
WHO = f"siapa:\n  - {{teks: Warga kota, {BY_STEP}}}\n"
WATCHED = f"pengawasan_internal: {{isi: [Oleh atasan langsung], {BY_STEP}}}\n"
ELSEWHERE = (
    "bukan_di_sini:\n  - {untuk: Izin parkir, ke: Loket 3, sop: kota-contoh/izin-parkir, "
    f"{BY_STEP}}}\n"
)
NO_WAIT = """\
    waktu: 15 menit
    bukan_waktu_tunggu:
      alasan: Laporan dinas sendiri.
      dasar: [{jenis: sop, langkah: ajukan}]
"""
SEEN = f"temuan_pembaca:\n  - {{pada: Langkah 3, kata: Aneh., {BY_STEP}}}\n"
CALLED = "langkah “Mengajukan permohonan beserta persyaratan di loket”"
UNCHANGED = "tidak ikut diubah; periksa apakah masih menyebut nilai yang baru"
STEP_2 = "langkah 2 “Memeriksa kelengkapan berkas permohonan dan…”"
STEP_4 = "langkah 4 “Membayar retribusi di bank yang ditunjuk”"

CASES: dict[str, tuple[list[Edit], list[Edit], list[str]]] = {
    "siapa": (
        [(SOP, NEEDS, WHO + NEEDS)],
        [(SOP, "Warga kota,", "Semua orang dewasa,")],
        [
            "Keterangan siapa yang boleh mengajukan diubah: dari “Warga kota” menjadi “Semua orang "
            "dewasa”.",
            "Dasar keterangan siapa yang boleh mengajukan “Semua orang dewasa” "
            f"{UNCHANGED}: dokumen SOP, {CALLED}.",
        ],
    ),
    "dasar siapa": (
        [(SOP, NEEDS, WHO + NEEDS)],
        [(SOP, f"Warga kota, {BY_STEP}", "Warga kota, dasar: [{jenis: dinas, nama: Laman}]")],
        ["Asal keterangan siapa yang boleh mengajukan “Warga kota” diubah."],
    ),
    "komponen": (
        [(SOP, NEEDS, WATCHED + NEEDS)],
        [(SOP, "Oleh atasan langsung", "Oleh inspektorat daerah")],
        [
            "Pengawasan internal diubah: dari “Oleh atasan langsung” menjadi “Oleh inspektorat "
            "daerah”.",
            f"Dasar pengawasan internal {UNCHANGED}: dokumen SOP, {CALLED}.",
        ],
    ),
    "alasan waktu, waktunya diubah": (
        [(SOP, "    waktu: 15 menit\n", NO_WAIT)],
        [(SOP, "waktu: 15 menit", "waktu: 25 menit")],
        [
            f"Waktu {STEP_4} bertambah: dari “15 menit” menjadi “25 menit”.",
            f"Dasar alasan waktu tidak dijumlahkan pada {STEP_4} {UNCHANGED}: dokumen SOP, "
            f"{CALLED}.",
        ],
    ),
    "kalimat yang menjadi dasar": (
        [],
        [(SOP, "Mengajukan permohonan beserta persyaratan di loket", "Mengisi data di aplikasi")],
        [
            "Kalimat langkah 1 “Mengisi data di aplikasi” yang dilakukan pemohon diganti: dari "
            "“Mengajukan permohonan beserta persyaratan di loket” menjadi “Mengisi data di "
            "aplikasi”.",
            "Kalimat langkah 1 “Mengisi data di aplikasi” menjadi dasar syarat “KTP penanggung "
            "jawab” dan syarat “Denah lokasi”; periksa apakah kalimat barunya masih menyebutnya.",
        ],
    ),
    "isian": (
        [],
        [(FORM, "label: Nama lengkap", "label: Nama ibu kandung")],
        [
            "Nama isian diubah: dari “Nama lengkap” menjadi “Nama ibu kandung”.",
            f"Alasan isian “Nama ibu kandung” {UNCHANGED}: Tertulis dalam SOP.",
        ],
    ),
    "isian tampil": (
        [],
        [
            (
                FORM,
                "label: Nomor telepon\n",
                "label: Nomor telepon\n        tampil_bila: {isian: nama, terisi: ya}\n",
            )
        ],
        ["Tampil bila isian “Nomor telepon” ditambahkan: ““Nama lengkap” diisi”."],
    ),
    "formulir untuk layanan": (
        [],
        [(FORM, ", kota-contoh/izin-parkir]", "]")],
        ["Layanan yang memakai formulir ini dihapus: “Izin Tempat Parkir”."],
    ),
    "topik": (
        [
            (
                "sop_data/topik.yml",
                "topik:\n",
                "topik:\n  - {id: acara, nama: mengadakan acara, contoh: Pasar, ikon: store}\n",
            )
        ],
        [(SOP, "topik: usaha", "topik: acara")],
        ["Topik di beranda diubah: dari “mengurus usaha” menjadi “mengadakan acara”."],
    ),
    "bukan di sini": (
        [],
        [(SOP, NEEDS, ELSEWHERE + NEEDS)],
        ["Petunjuk ke tempat lain ditambahkan: “Izin parkir: Loket 3 (Izin Tempat Parkir)”."],
    ),
    "pejabat pengesah": (
        [
            (
                SOP,
                "  tanggal_pembuatan: 2024-02-01\n",
                "  disahkan_oleh: {tertulis: Kepala Dinas}\n",
            )
        ],
        [(SOP, "{tertulis: Kepala", "{pejabat: kepala-dinas, tertulis: Kepala")],
        ["Rujukan pejabat pengesah diubah: “Kepala Dinas, Contoh Nama”."],
    ),
    "urutan di halaman dinas": (
        [],
        [(OFFICE, "urutan: [izin-pasar-malam, izin-parkir]", "urutan: [izin-parkir]")],
        ["Urutan SOP pada halaman dinas dihapus: “Izin Pasar Malam”."],
    ),
    "nomor langkah": (
        [],
        [(SOP, ROW, ROW + "    nomor_tertulis: ''\n")],
        [f"Nomor {STEP_2} pada dokumen diubah: dari “menurut urutan” menjadi “tanpa nomor”."],
    ),
    "asal pelaksana": (
        [],
        [(SOP, ROW, ROW + "    pelaksana_dasar: disimpulkan\n")],
        [
            f"Dari mana pelaksana {STEP_2} diketahui diubah: dari “bertanda pada dokumen” menjadi "
            "“disimpulkan dari kalimatnya”."
        ],
    ),
    "tulisan di kolom": (
        [],
        [(SOP, ROW, ROW + "    sel_pelaksana: {petugas: mulai}\n")],
        [f"Tulisan pada kolom “Petugas Loket” {STEP_2} ditambahkan: “mulai”."],
    ),
    "temuan pembaca": (
        [],
        [(SOP, NEEDS, SEEN + NEEDS)],
        ["Temuan yang dilihat pembaca ditambahkan: “Langkah 3: Aneh. (sedang)”."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told_with_names_and_with_what_stayed_behind(name: str, tmp_path: Path) -> None:
    given, change, told = CASES[name]
    before = of_folder(edit(copied(tmp_path / "sebelum"), given))
    after = of_folder(edit(copied(tmp_path / "sesudah"), [*given, *change]))
    assert not before.rusak | after.rusak
    (file,) = compare(before, after).berkas
    assert [c.ringkas for c in file.perubahan] == told


def test_what_stayed_is_counted_apart(tmp_path: Path) -> None:
    before = of_folder(copied(tmp_path / "sebelum"))
    change = [(SOP, "jumlah: 1 lembar", "jumlah: 4 lembar")]
    revisi = compare(before, of_folder(edit(copied(tmp_path / "sesudah"), change)))
    assert revisi.jumlah["hukum"] == 0
    assert as_text(revisi).startswith(
        "1 berkas berubah. Memberatkan pemohon: 1; tidak ikut diubah dan perlu diperiksa: 1.\n"
    )
