"""`sop baru`: the starting files of an SOP."""

import argparse
from pathlib import Path
from typing import get_args

from ..data import draft
from ..data.model import JenisDokumen
from ..intake import scaffold

NAME = "baru"
HELP = "mulai SOP baru dari berkas berpenjelasan"
DESCRIPTION = (
    "Membuat berkas awal SOP baru: datanya, teks sumbernya, dan formulirnya. Yang perlu diisi "
    "bertanda GANTI; sop periksa menyebutnya satu per satu sampai semuanya terisi."
)
NEEDS_SITE = True
# The library's topics for a service of any trade, and for the office's own affairs.
_DEFAULT = {False: "lain", True: "kepegawaian"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("id", metavar="INSTANSI/NAMA", help="misalnya kota-contoh/izin-usaha")
    parser.add_argument("--nama", help="nama layanan (bawaan: dari NAMA)")
    parser.add_argument(
        "--topik", help="id topik (bawaan: topik pertama milik situs ini, atau lain)"
    )
    parser.add_argument(
        "--jenis",
        choices=get_args(JenisDokumen),
        default="sop-ap",
        help="jenis dokumennya (bawaan: sop-ap)",
    )
    parser.add_argument(
        "--rancangan", action="store_true", help="SOP yang ditulis di sini, tanpa dokumen sumber"
    )
    parser.add_argument("--internal", action="store_true", help="SOP untuk urusan ASN saja")


def run(options: argparse.Namespace, site: Path) -> int:
    """Write the files and say what comes next."""
    topik = _topic(site, options.topik, options.internal)
    start = scaffold.sop(
        site, options.id, options.nama, topik, options.internal, options.jenis, options.rancangan
    )
    for path in start.write(site):
        print(f"dibuat: {path.relative_to(site).as_posix()}")
    print("Isi yang bertanda GANTI, lalu jalankan: sop periksa")
    return 0


def _topic(site: Path, wanted: str | None, is_internal: bool) -> str:
    found, _ = draft.read(site / "sop_data", site / "forms")
    topics = found.topik.record.topik if found.topik else []
    known = [topic.id for topic in topics]
    own = [topic for topic in topics if topic.id not in found.topik_pustaka]
    if wanted is not None and wanted not in known:
        listed = ", ".join(known) or "belum ada"
        raise scaffold.ScaffoldError(f'topik "{wanted}" tidak ada. Pilihan: {listed}.')
    fitting = [t.id for t in own if (t.internal == "ya") == is_internal]
    return wanted or (fitting[0] if fitting else _DEFAULT[is_internal])
