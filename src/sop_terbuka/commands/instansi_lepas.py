"""`sop instansi-lepas`: take an office out of a site, with everything that only it used."""

import argparse
from pathlib import Path

from ..revise import lepas
from ..revise.safe_markdown import printable

NAME = "instansi-lepas"
HELP = "keluarkan satu dinas beserta semua yang hanya dipakainya"
DESCRIPTION = (
    "Menampilkan berkas yang akan dihapus dan diubah bila satu dinas dikeluarkan dari situs; "
    "dengan --tulis, perubahan itu dijalankan."
)
NEEDS_SITE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("id", metavar="ID", help="id dinas, nama foldernya di sop_data")
    parser.add_argument("--tulis", action="store_true", help="hapus dan ubah berkasnya")


def run(options: argparse.Namespace, site: Path) -> int:
    """Show what taking the office out means, or do it."""
    made = lepas.plan(site, options.id)
    for name in sorted(made.hapus):
        print(printable(f"hapus: {name}"))
    for name in sorted(made.ubah):
        print(printable(f"ubah: {name}"))
    for line in made.lihat:
        print(printable(f"lihat sendiri: {line}"))
    counted = f"{len(made.hapus)} berkas dihapus dan {len(made.ubah)} diubah"
    if not options.tulis:
        print(f"{counted} bila dijalankan dengan: sop instansi-lepas {options.id} --tulis")
        return 0
    lepas.carry_out(site, made)
    print(f"{counted}. Periksa hasilnya dengan: sop periksa")
    return 0
