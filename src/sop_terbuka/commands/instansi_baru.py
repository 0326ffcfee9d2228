"""`sop instansi-baru`: the starting file of an office."""

import argparse
import sys
from pathlib import Path

from ..intake import scaffold


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the `sop` command line."""
    parser = commands.add_parser(
        "instansi-baru",
        help="mulai dinas baru dari berkas berpenjelasan",
        description="Membuat sop_data/ID/instansi.yml, berkas awal dinas baru yang lolos "
        "sop periksa; yang perlu diisi bertanda GANTI.",
    )
    parser.add_argument("id", metavar="ID", help="nama folder dan alamat, misalnya kota-contoh")
    parser.add_argument("--nama", help="nama resmi lengkap")
    parser.add_argument("--singkatan", help="nama pendek, misalnya Disdag")
    parser.add_argument("--daerah", help="nama daerah, misalnya Kota Contoh")
    parser.add_argument("--kode", help="kode wilayah Kemendagri, misalnya 33.75")
    parser.add_argument("--zona", choices=("WIB", "WITA", "WIT"), default="WIB", help="zona waktu")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file and say what comes next; 1 when it cannot be started."""
    root = Path.cwd()
    if not (root / "sop_data").is_dir():
        print(
            "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data.",
            file=sys.stderr,
        )
        return 1
    try:
        start = scaffold.office(
            options.id,
            options.nama,
            options.singkatan,
            options.daerah,
            options.kode,
            options.zona,
        )
        written = start.write(root)
    except scaffold.ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(f"dibuat: {path.relative_to(root).as_posix()}")
    print(f"Isi yang bertanda GANTI, lalu mulai SOP pertama: sop baru {options.id}/NAMA")
    return 0
