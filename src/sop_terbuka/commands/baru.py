"""`sop baru`: the starting files of an SOP."""

import argparse
import sys
from pathlib import Path

from ..data import draft
from ..intake import scaffold


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the `sop` command line."""
    parser = commands.add_parser(
        "baru",
        help="mulai SOP baru dari berkas berpenjelasan",
        description="Membuat berkas awal SOP baru: datanya, teks sumbernya, dan formulirnya. "
        "Berkas awal itu lolos sop periksa; yang perlu diisi bertanda GANTI.",
    )
    parser.add_argument("id", metavar="INSTANSI/NAMA", help="misalnya kota-contoh/izin-usaha")
    parser.add_argument("--nama", help="nama layanan (bawaan: dari NAMA)")
    parser.add_argument("--topik", help="id topik (bawaan: topik pertama)")
    parser.add_argument("--internal", action="store_true", help="SOP untuk urusan ASN saja")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files and say what comes next; 1 when they cannot be started."""
    root = Path.cwd()
    try:
        topik = _topic(root, options.topik, options.internal)
        start = scaffold.sop(root, options.id, options.nama, topik, options.internal)
        written = start.write(root)
    except scaffold.ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(f"dibuat: {path.relative_to(root).as_posix()}")
    print("Isi yang bertanda GANTI, lalu jalankan: sop periksa")
    return 0


def _topic(root: Path, wanted: str | None, is_internal: bool) -> str:
    if not (root / "sop_data").is_dir():
        raise scaffold.ScaffoldError(
            "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data."
        )
    found, _ = draft.read(root / "sop_data", root / "forms")
    topics = found.topik.record.topik if found.topik else []
    known = [topic.id for topic in topics]
    if wanted is not None and wanted not in known:
        listed = ", ".join(known) or "belum ada"
        raise scaffold.ScaffoldError(
            f'topik "{wanted}" tidak ada di sop_data/topik.yml. Pilihan: {listed}.'
        )
    fitting = [t.id for t in topics if (t.internal == "ya") == is_internal] or known
    if not fitting:
        raise scaffold.ScaffoldError(
            "sop_data/topik.yml belum ada atau kosong. Tulis sedikitnya satu topik di sana."
        )
    return wanted or fitting[0]
