"""`sop baru`: the starting files of an SOP."""

import argparse
import datetime
from pathlib import Path
from typing import get_args

from ..data import draft
from ..data.draft import Draft
from ..data.model import JenisDokumen
from ..data.nomor import Pola, fault
from ..data.words import suggestion
from ..intake import scaffold
from ..intake.alike import alike
from ..revise.beri_id import with_ids

NAME = "baru"
HELP = "mulai SOP baru dari berkas berpenjelasan, atau dari SOP yang serupa"
DESCRIPTION = (
    "Membuat berkas awal SOP baru: datanya, teks sumbernya, dan formulirnya. Yang perlu diisi "
    "bertanda GANTI; sop periksa menyebutnya satu per satu sampai semuanya terisi. Dengan --dari, "
    "cara kerja SOP yang serupa menjadi rancangan; nomor, waktu, biaya dan sumbernya tidak disalin."
)
NEEDS_SITE = True
# The library's topics for a service of any trade, and for the office's own affairs.
_DEFAULT = {False: "lain", True: "kepegawaian"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("id", metavar="INSTANSI/NAMA", help="misalnya kota-contoh/izin-usaha")
    parser.add_argument("--nama", help="nama layanan (bawaan: dari NAMA)")
    parser.add_argument("--dari", metavar="ID", help="id SOP serupa yang menjadi awal rancangan")
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
    found, _ = draft.read(site / "sop_data", site / "forms")
    number = _next_number(found, options.id.partition("/")[0])
    start = (
        _from_another(options, site, found, number)
        if options.dari
        else scaffold.sop(
            site, options.id, options.nama, _topic(found, options.topik, options.internal),
            options.internal, options.jenis, options.rancangan, number,
        )
    )  # fmt: skip
    for path in start.write(site):
        print(f"dibuat: {path.relative_to(site).as_posix()}")
    if number:
        print(f"Nomor berikutnya menurut pola_nomor dinas: {number}")
    print("Isi yang bertanda GANTI, lalu jalankan: sop periksa")
    return 0


def _from_another(
    options: argparse.Namespace, site: Path, found: Draft, number: str
) -> scaffold.Start:
    office, _ = scaffold.parted(site, options.id)
    other = found.sop.get(options.dari)
    home = found.instansi.get(options.dari.partition("/")[0])
    if other is None or home is None:
        hint = suggestion(options.dari, found.sop)
        raise scaffold.ScaffoldError(
            f'SOP "{options.dari}" tidak ada, atau masih bermasalah.{hint}'
        )
    source = other.record
    if options.nama:
        source = source.model_copy(update={"nama": options.nama, "nama_sop": None})
    if options.topik:
        source = source.model_copy(update={"topik": _topic(found, options.topik, False)})
    laws = {key: entry.record for key, entry in found.peraturan.items()}
    text = alike(source, home.record, office == home.record.id, laws, found.pustaka)
    head = (
        f"# Rancangan dari {options.dari}. Cocokkan setiap kata dengan cara kerja dinas sendiri.\n"
    )
    head += (
        "# Tidak disalin: nomor, tanggal, biaya, waktu, tempat, kontak, sumber dan riwayatnya.\n"
    )
    if number:
        head += f"# dokumen:\n#   nomor: {number}   # berikutnya menurut pola_nomor dinas\n"
    files = {f"sop_data/{options.id}.yml": f"{head}\n{text}"}
    # A proposal about an item names it by its id, also while the SOP is a draft.
    return scaffold.Start(files | with_ids(files))


def _next_number(found: Draft, office_id: str) -> str:
    """The number that the office would give next; empty where it has no pattern that counts."""
    office = found.instansi.get(office_id)
    pattern = office.record.pola_nomor if office else None
    if not pattern or fault(pattern):
        return ""
    numbers = [
        entry.record.dokumen.nomor
        for sop_id, entry in found.sop.items()
        if sop_id.startswith(f"{office_id}/")
    ]
    return Pola(pattern).next(numbers, datetime.date.today())


def _topic(found: Draft, wanted: str | None, is_internal: bool) -> str:
    topics = found.topik.record.topik if found.topik else []
    known = [topic.id for topic in topics]
    own = [topic for topic in topics if topic.id not in found.topik_pustaka]
    if wanted is not None and wanted not in known:
        listed = ", ".join(known) or "belum ada"
        raise scaffold.ScaffoldError(f'topik "{wanted}" tidak ada. Pilihan: {listed}.')
    fitting = [t.id for t in own if (t.internal == "ya") == is_internal]
    return wanted or (fitting[0] if fitting else _DEFAULT[is_internal])
