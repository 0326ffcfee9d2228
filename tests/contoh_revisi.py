"""A small office of our own, and changes of its files, for the tests of revisions and proposals."""

import shutil
import subprocess
from pathlib import Path

DATA = Path(__file__).parent / "samples" / "revisi"
SOP = "sop_data/kota-contoh/izin-pasar-malam.yml"
PARKIR = "sop_data/kota-contoh/izin-parkir.yml"
FORM = "forms/permohonan-izin.yml"

Edit = tuple[str, str, str]

PERIKSA = "kegiatan: Memeriksa kelengkapan berkas permohonan dan mencatatnya di buku register"
BAYAR = """\
  - id: bayar
    kegiatan: Membayar retribusi di bank yang ditunjuk
    pelaksana: [pemohon]
    waktu: 15 menit
    output: [Bukti bayar]
"""
TINJAU = """\
  - id: tinjau
    kegiatan: Meninjau lokasi dan menyusun berita acara
    pelaksana: [kasi]
    waktu: 1 hari
    output: [Berita acara]
"""

# The ten changes that a reviewer meets most, each as edits of a file's text.
SAMPLES: dict[str, list[Edit]] = {
    "waktu-dinaikkan": [
        (
            SOP,
            "    waktu: 1 hari\n    output: [Berita acara]",
            "    waktu: 3 hari\n    output: [Berita acara]",
        )
    ],
    "pelaksana-diganti": [
        (
            SOP,
            "{id: kasi, nama: Kepala Seksi Perizinan, singkat: Kasi, pihak: dalam}",
            "{id: kabid, nama: Kepala Bidang Perdagangan, singkat: Kabid, pihak: dalam}",
        ),
        (SOP, "pelaksana: [kasi]", "pelaksana: [kabid]"),
    ],
    "syarat-ditambah": [
        (
            SOP,
            "biaya:\n  jumlah",
            """\
  - berkas: Surat persetujuan tetangga
    bentuk: asli
    jumlah: 3 lembar
    wajib: ya
    dasar: [{jenis: sop, langkah: ajukan}]
biaya:
  jumlah""",
        )
    ],
    "dasar-hukum-diganti": [
        (
            SOP,
            "  - peraturan: uu-1-2000\n"
            "    tertulis: Undang-Undang Nomor 1 Tahun 2000 tentang Pasar Contoh",
            "  - peraturan: uu-2-2020\n"
            "    tertulis: Undang-Undang Nomor 2 Tahun 2020 tentang Perdagangan Contoh",
        )
    ],
    "langkah-dipindah": [
        (SOP, TINJAU + BAYAR, BAYAR + TINJAU),
        (SOP, "ya: tinjau", "ya: bayar"),
    ],
    "langkah-dipecah": [
        (
            SOP,
            f"""\
  - id: periksa
    {PERIKSA}
    pelaksana: [petugas]
    kelengkapan: [Berkas permohonan]
    waktu: 30 menit  # diukur di loket
    output: [Berkas lengkap]
""",
            """\
  - id: catat
    kegiatan: Mencatat permohonan di buku register
    pelaksana: [petugas]
    waktu: 10 menit
    output: [Berkas permohonan]
  - id: periksa
    kegiatan: Memeriksa kelengkapan berkas permohonan
    pelaksana: [petugas]
    kelengkapan: [Berkas permohonan]
    waktu: 20 menit
    output: [Berkas lengkap]
""",
        )
    ],
    "salah-ketik": [
        (SOP, "kegiatan: Menyerahkn surat izin", "kegiatan: Menyerahkan surat izin"),
        (
            SOP,
            "ringkasan: Izin untuk mengadakan pasar malam",
            "ringkasan: Izin untuk mengadakan Pasar Malam",
        ),
    ],
    "isian-jadi-opsional": [
        (FORM, "wajib: ya  # sejak 2024", "wajib: tidak"),
    ],
    "sop-ditambah": [
        (
            "sop_data/kota-contoh/izin-reklame.yml",
            "",
            """\
nama: Izin Reklame
ringkasan: Izin memasang papan reklame di jalan kota.
audiens: [pelaku-usaha]
topik: usaha
status: transkripsi
biaya: {tidak_disebut: ya}
persyaratan:
  - berkas: Gambar reklame
    wajib: ya
    dasar: [{jenis: sop, langkah: ajukan}]
pelaksana:
  - {id: pemohon, nama: Pemohon, pihak: luar}
  - {id: petugas, nama: Petugas Loket, pihak: dalam}
langkah:
  - {id: ajukan, kegiatan: Mengajukan gambar reklame, pelaksana: [pemohon], waktu: 10 menit}
  - {id: terbitkan, kegiatan: Menerbitkan izin reklame, pelaksana: [petugas], waktu: 3 hari}
sumber: {berkas: contoh.txt, baris: [1, 2]}
""",
        ),
    ],
    "sop-dihapus": [(PARKIR, "*", "")],
}


def copied(folder: Path) -> Path:
    """A fresh copy of the small office."""
    shutil.copytree(DATA, folder)
    return folder


def edit(folder: Path, edits: list[Edit]) -> Path:
    """Apply edits: an empty old text writes a new file, `*` with an empty new one deletes it."""
    for name, old, new in edits:
        path = folder / name
        if old == "*":
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8") if old else ""
        assert text.count(old) == 1 or not old, f"{name}: {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    return folder


def git(folder: Path, *arguments: str, when: str = "") -> str:
    """Run git in a folder with a fixed identity and, when given, time; returns what it prints."""
    fixed = {
        "GIT_AUTHOR_NAME": "Uji", "GIT_AUTHOR_EMAIL": "uji@contoh.invalid",
        "GIT_COMMITTER_NAME": "Uji", "GIT_COMMITTER_EMAIL": "uji@contoh.invalid",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
        "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder),
    }  # fmt: skip
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env=fixed | dated,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    """The small office as a git repository with one commit."""
    copied(folder)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "data: mulai", "2026-01-05T08:00:00+07:00")
    return folder


def commit(folder: Path, message: str, when: str) -> str:
    """Commit everything at a fixed time; returns the commit's id."""
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=Uji", "commit", "-q", "-m", message, when=when)
    return git(folder, "rev-parse", "HEAD")
