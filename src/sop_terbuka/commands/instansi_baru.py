"""`sop instansi-baru`: the starting file of an office."""

import argparse
from pathlib import Path

from ..intake import scaffold

NAME = "instansi-baru"
HELP = "mulai dinas baru dari berkas berpenjelasan"
DESCRIPTION = (
    "Membuat sop_data/ID/instansi.yml, berkas awal dinas baru yang lolos sop periksa; yang "
    "perlu diisi bertanda GANTI."
)
NEEDS_SITE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("id", metavar="ID", help="nama folder dan alamat, misalnya kota-contoh")
    parser.add_argument("--nama", help="nama resmi lengkap")
    parser.add_argument("--singkatan", help="nama pendek, misalnya Disdag")
    parser.add_argument("--daerah", help="nama daerah, misalnya Kota Contoh")
    parser.add_argument("--kode", help="kode wilayah Kemendagri, misalnya 33.75")
    parser.add_argument("--zona", choices=("WIB", "WITA", "WIT"), default="WIB", help="zona waktu")


def run(options: argparse.Namespace, site: Path) -> int:
    """Write the file and say what comes next."""
    start = scaffold.office(
        options.id, options.nama, options.singkatan, options.daerah, options.kode, options.zona
    )
    for path in start.write(site):
        print(f"dibuat: {path.relative_to(site).as_posix()}")
    print(f"Isi yang bertanda GANTI, lalu mulai SOP pertama: sop baru {options.id}/NAMA")
    return 0
