"""`sop migrasi`: carry a site's data to the vocabulary of this program, and give its lists ids."""

import argparse
import difflib
from collections.abc import Mapping
from pathlib import Path

import yaml

from ..data.problem import SopTerbukaError
from ..revise import migrasi
from ..revise.beri_id import with_ids
from ..revise.safe_markdown import printable

NAME = "migrasi"
HELP = "ubah data ke kosakata program yang lebih baru, dan beri id butir daftar"
DESCRIPTION = (
    "Menampilkan perubahan yang diperlukan agar data cocok dengan program ini, dan id untuk butir "
    "daftar yang belum punya; dengan --tulis, perubahan itu ditulis. Komentar dan susunan berkas "
    "tetap."
)
NEEDS_SITE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("--tulis", action="store_true", help="tulis perubahannya ke berkas")


def run(options: argparse.Namespace, site: Path) -> int:
    """Show what would change, or change it."""
    before = migrasi.read(site)
    try:
        after = migrasi.migrate(before)
        after |= with_ids(before | after)
    except (SopTerbukaError, yaml.YAMLError) as error:
        raise SopTerbukaError(f"Belum ada yang diubah: {error}") from error
    if not after:
        print(
            "Data sudah memakai kosakata program ini dan butirnya sudah punya id; "
            "tidak ada yang perlu diubah."
        )
        return 0
    if not options.tulis:
        print(difference(before, after), end="")
        print(f"{len(after)} berkas akan berubah. Untuk menulisnya: sop migrasi --tulis")
        return 0
    migrasi.write(site, after)
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
