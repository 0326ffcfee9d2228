"""`sop situs-baru`: a complete site for one office, in an empty folder."""

import argparse
from pathlib import Path

from ..intake import situs_baru
from ..revise.safe_markdown import printable

NAME = "situs-baru"
HELP = "buat situs lengkap untuk satu dinas di folder kosong"
DESCRIPTION = (
    "Membuat situs lengkap untuk satu dinas: data, halaman, perintah make, dan alur kerja GitHub. "
    "Situs itu langsung dapat dibangun; semua yang tidak ditulis di sini dapat diubah kemudian."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder baru atau kosong")
    parser.add_argument(
        "--id",
        default="dinas-contoh",
        help="id dinas: nama folder dan alamat (bawaan: %(default)s)",
    )
    parser.add_argument("--daerah", default="Kota Contoh", help="bawaan: %(default)s")
    parser.add_argument("--singkatan", default="Dinas", help="nama pendek (bawaan: %(default)s)")
    parser.add_argument("--nama", help="nama resmi lengkap (bawaan: nama pendek dan daerahnya)")
    parser.add_argument("--kode", help="kode wilayah Kemendagri, misalnya 33.75")
    parser.add_argument("--zona", choices=("WIB", "WITA", "WIT"), default="WIB", help="zona waktu")
    parser.add_argument(
        "--mesin", metavar="ASAL",
        help="berkas wheel atau alamat git+https://... program ini (bawaan: asal pemasangannya)",
    )  # fmt: skip


def run(options: argparse.Namespace, site: Path) -> int:
    """Write the site and say what comes next."""
    folder: Path = options.folder
    name = options.nama or f"{options.singkatan} {options.daerah}"
    written = situs_baru.write(
        folder, options.id, options.daerah, options.singkatan, name,
        options.kode, options.zona, options.mesin,
    )  # fmt: skip
    shown = printable(folder.as_posix())
    print(f"{len(written)} berkas dibuat di {shown}.")
    print(f"Lihat situsnya: cd {shown} && make site")
    print(f"Isi dinasnya di sop_data/{options.id}/instansi.yml, lalu: sop baru {options.id}/NAMA")
    return 0
