"""`sop riwayat`: what changed and when, in words, or as the file for shallow clones."""

import argparse
import sys
from pathlib import Path

from ..data.tanggal import in_words
from ..revise import riwayat
from ..revise.safe_markdown import printable


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the `sop` command line."""
    parser = commands.add_parser(
        "riwayat",
        help="tampilkan apa yang berubah dan kapan",
        description="Menceritakan riwayat git data dengan kata-kata, terbaru lebih dahulu. "
        "Dengan --tulis, riwayat disimpan untuk bangun situs tanpa riwayat git lengkap.",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="hanya SOP atau dinas ini")
    parser.add_argument(
        "--tulis", type=Path, metavar="BERKAS", help="simpan seluruh riwayat, misalnya riwayat.json"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print or write the history; 1 when there is none."""
    root = Path.cwd()
    history = riwayat.load(root, root / ".cache" / "riwayat")
    if not history.entri:
        print(
            "Riwayat belum ada: folder ini tanpa git, tanpa commit, atau disalin sebagian "
            "(git fetch --unshallow melengkapinya).",
            file=sys.stderr,
        )
        return 1
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
