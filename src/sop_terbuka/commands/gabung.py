"""`sop gabung`: one thin portal over the published sites of many offices."""

import argparse
import datetime
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..data.problem import SopTerbukaError
from ..publish.gabungan.daftar import listed, taken
from ..publish.gabungan.portal import files
from ..publish.gabungan.terima import SitusGagal, SitusGagalError, site_address
from ..revise.safe_markdown import printable

NAME = "gabung"
HELP = "buat portal tipis di atas situs banyak dinas"
DESCRIPTION = (
    "Membuat portal dari api/v1 yang diterbitkan banyak situs: layanan menurut topik, dinas "
    "menurut daerah, dan pencarian di semuanya. Situs yang tidak terbaca disebut di halaman "
    "keadaan dan tidak menghentikan yang lain."
)
NEEDS_SITE = False

# What tells a portal from any other folder, so that nobody's files are replaced.
_OWN = Path("assets", "gabungan.css")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument(
        "sumber", nargs="+", type=Path, metavar="SUMBER",
        help="berkas daftar (gabungan.yml) atau folder hasil situs yang memuat api/v1",
    )  # fmt: skip
    parser.add_argument(
        "--ke", type=Path, required=True, metavar="FOLDER", help="folder hasil: baru atau portal"
    )
    parser.add_argument("--situs-url", metavar="URL", default="", help="alamat portal itu sendiri")


def run(options: argparse.Namespace, site: Path) -> int:
    """Make the portal and tell what each failing site lacks."""
    target: Path = options.ke
    if target.exists() and not (target / _OWN).is_file() and (
        not target.is_dir() or any(target.iterdir())
    ):  # fmt: skip
        raise SopTerbukaError(f"{target.as_posix()} bukan portal. Pilih folder baru atau kosong.")
    try:
        address = site_address(options.situs_url) if options.situs_url else ""
    except SitusGagalError:
        raise SopTerbukaError("--situs-url harus alamat yang diawali https://.") from None
    daftar = listed(options.sumber)
    sites = list(taken(daftar.asal))
    failed = [one for one in sites if isinstance(one, SitusGagal)]
    for one in failed:
        print(f"{printable(one.nama)}: {one.sebab}")
    if len(failed) == len(sites):
        raise SopTerbukaError("Tidak ada situs yang terbaca; portal tidak dibuat.")
    _write(target, files(daftar, sites, address, _today()))
    print(
        f"Portal dari {len(sites) - len(failed)} situs ditulis ke {printable(target.as_posix())}"
        + (f"; {len(failed)} situs tidak terbaca." if failed else ".")
    )
    return 0


def _today() -> str:
    """The day of the build; the same input with a fixed clock gives the same portal."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(stamp), datetime.UTC) if stamp else None
    return (now or datetime.datetime.now(datetime.UTC)).date().isoformat()


def _write(target: Path, made: Iterable[tuple[str, bytes]]) -> None:
    """Write beside and swap: whoever looks sees the old portal or the new one, never a half."""
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as name:
        fresh, old = Path(name, "baru"), Path(name, "lama")
        for address, content in made:
            path = fresh / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
        shutil.rmtree(old, ignore_errors=True)
