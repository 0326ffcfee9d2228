"""`sop riwayat`: what changed and when, in words, or as the file for shallow clones."""

import argparse
from pathlib import Path

from ..data.problem import SopTerbukaError
from ..data.tanggal import in_words
from ..revise import riwayat
from ..revise.safe_markdown import printable

NAME = "riwayat"
HELP = "tampilkan apa yang berubah dan kapan"
DESCRIPTION = (
    "Menceritakan riwayat git data dengan kata-kata, terbaru lebih dahulu. Dengan --tulis, "
    "riwayat disimpan untuk bangun situs tanpa riwayat git lengkap."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("id", nargs="?", metavar="ID", help="hanya SOP atau dinas ini")
    parser.add_argument(
        "--tulis", type=Path, metavar="BERKAS", help="simpan seluruh riwayat, misalnya riwayat.json"
    )


def run(options: argparse.Namespace, site: Path) -> int:
    """Print or write the history."""
    history = riwayat.load(site, site / ".cache" / "riwayat")
    if not history.entri:
        raise SopTerbukaError(
            "Riwayat belum ada: folder ini tanpa git, tanpa commit, atau disalin sebagian "
            "(git fetch --unshallow melengkapinya)."
        )
    if options.tulis:
        options.tulis.write_text(riwayat.to_json(history), encoding="utf-8", newline="\n")
        print(f"{len(history.entri)} entri ditulis ke {options.tulis}")
        return 0
    for entry in history.entri:
        if options.id in (None, entry.id, entry.instansi):
            print(
                printable(f"{in_words(entry.tanggal)}  {entry.nama} [{entry.id}] {entry.keadaan}")
            )
            for sentence in entry.perubahan:
                print(printable(f"  - {sentence.dampak}: {sentence.teks}"))
    return 0
