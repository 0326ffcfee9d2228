"""`sop migrasi`: carry a site's data to the vocabulary of this program."""

import argparse
import difflib
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from ..data.problem import SopTerbukaError
from ..revise import migrasi
from ..revise.safe_markdown import printable


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the `sop` command line."""
    parser = commands.add_parser(
        "migrasi",
        help="ubah data ke kosakata program yang lebih baru",
        description="Menampilkan perubahan yang diperlukan agar data cocok dengan program ini; "
        "dengan --tulis, perubahan itu ditulis. Komentar dan susunan berkas tetap.",
    )
    parser.add_argument("--tulis", action="store_true", help="tulis perubahannya ke berkas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show what would change, or change it; 1 when the data cannot be read."""
    root = Path.cwd()
    if not (root / "sop_data").is_dir():
        print(
            "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data.",
            file=sys.stderr,
        )
        return 1
    before = migrasi.read(root)
    try:
        after = migrasi.migrate(before)
    except (SopTerbukaError, yaml.YAMLError) as error:
        print(printable(f"Belum ada yang diubah: {error}"), file=sys.stderr)
        return 1
    if not after:
        print("Data sudah memakai kosakata program ini; tidak ada yang perlu diubah.")
        return 0
    if not options.tulis:
        print(difference(before, after), end="")
        print(f"{len(after)} berkas akan berubah. Untuk menulisnya: sop migrasi --tulis")
        return 0
    migrasi.write(root, after)
    for name in sorted(after):
        print(f"diubah: {printable(name)}")
    print("Periksa hasilnya dengan: sop periksa")
    return 0


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """What changes, as a unified difference, file after file."""
    lines: list[str] = []
    for name in sorted(after):
        old, new = before.get(name, "").splitlines(), after[name].splitlines()
        lines += difflib.unified_diff(old, new, name, name, lineterm="", n=1)
    return "".join(f"{printable(line)}\n" for line in lines)
