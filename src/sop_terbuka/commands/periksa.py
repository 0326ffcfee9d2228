"""`sop periksa`: every problem in the data, with file, line and advice."""

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from ..data.catalog import Catalog, catalog_of, examine_with_sources
from ..data.problem import REPORTS, Problem

NAME = "periksa"
HELP = "periksa data dan tampilkan semua masalah"
DESCRIPTION = (
    "Memeriksa seluruh data dan menampilkan semua masalah sekaligus. Kode keluar 1 bila ada "
    "masalah."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument(
        "path", nargs="*", type=Path, metavar="PATH",
        help="berkas atau folder yang masalahnya ditampilkan (bawaan: sop_data)",
    )  # fmt: skip
    parser.add_argument("--format", choices=sorted(REPORTS), default="teks", help="bentuk keluaran")
    parser.add_argument(
        "--temuan",
        action="store_true",
        help="tampilkan juga temuan mutu; tidak mengubah kode keluar",
    )


def run(options: argparse.Namespace, site: Path) -> int:
    """Print the problems; 1 when there are some, 2 when a path holds no data."""
    paths: list[Path] = options.path or [
        site / "sop_data",
        *filter(Path.is_dir, [site / "forms"]),
    ]
    roots: dict[Path, Path] = {}
    for path in dict.fromkeys(paths):
        if root := _data_root(path):
            roots[path] = root
        else:
            reason = "bukan bagian dari data SOP" if path.exists() else "tidak ada"
            print(
                f"{_shown(path, site)}: {reason}. Tulis sop_data, atau isi di dalamnya.",
                file=sys.stderr,
            )
    if len(roots) < len(set(paths)):
        return 2
    problems: list[Problem] = []
    files = 0
    for root in dict.fromkeys(roots.values()):
        draft, found = examine_with_sources(root, root.parent / "forms")
        wanted = [path.resolve() for path in roots if roots[path] == root]
        problems += [p for p in found if _is_below(root.parent / p.berkas, wanted)]
        files += sum(map(len, (draft.sop_ids, draft.instansi_ids, draft.peraturan_ids)))
        files += len(draft.formulir_ids) - len(draft.pustaka)
        if options.temuan and not found:
            print(_findings(catalog_of(draft), root, wanted))
    report = REPORTS[options.format](problems)
    if report:
        print(report)
    elif options.format == "teks":
        print(f"Tidak ada masalah ({files} berkas diperiksa).")
    return 1 if problems else 0


def _findings(catalog: Catalog, root: Path, wanted: Sequence[Path]) -> str:
    # Its hundred rules take a while to load, which no other command should wait for.
    from ..meaning import temuan
    from ..publish.feeds.temuan import as_text

    found = temuan.run(catalog, None, datetime.date.today())
    return as_text([item for item in found if _is_below(root / f"{item.sop}.yml", wanted)])


def _data_root(path: Path) -> Path | None:
    """The data folder that a path, in it, above it or in forms/, belongs to."""
    if not path.exists():
        return None
    full = path.resolve()
    for folder in (full, *full.parents):
        if folder.name == "sop_data" or (folder / "peraturan").is_dir():
            return folder
        if (folder / "sop_data").is_dir():
            is_above = full == folder or full.is_relative_to(folder / "forms")
            return folder / "sop_data" if is_above else None
    return full if full.is_dir() else None


def _is_below(path: Path, wanted: Sequence[Path]) -> bool:
    return any(path == place or place in path.parents for place in wanted)


def _shown(path: Path, site: Path) -> Path:
    return path.relative_to(site) if path.is_relative_to(site) else path
