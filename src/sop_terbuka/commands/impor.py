"""`sop impor`: the office's own Word, Excel, PDF or text files become readings or drafts."""

import argparse
import gc
import json
import sys
from pathlib import Path
from typing import Any

from ..intake import readers
from ..intake.printing import as_json
from ..intake.reading import IntakeError, Reading

NAME = "impor"
HELP = "baca berkas Word, Excel, PDF atau teks"
DESCRIPTION = (
    "Membaca SOP dari berkas kantor. Satu berkas boleh memuat beberapa SOP; folder dibaca "
    "seluruhnya. Kode keluar 1 bila ada berkas yang tidak terbaca."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument("berkas", nargs="+", type=Path, metavar="BERKAS", help="berkas atau folder")
    parser.add_argument(
        "--bacaan",
        action="store_true",
        help="cetak hasil bacaan sebagai JSON, tanpa membuat berkas",
    )


def run(options: argparse.Namespace, site: Path) -> int:
    """Read every file; 1 when one could not be read, 2 when there is nothing to read."""
    files = readers.files_below(options.berkas)
    missing = [path for path in files if not path.is_file()]
    for path in missing:
        print(f"{path}: tidak ada.", file=sys.stderr)
    if missing or not files:
        if not files:
            print("Tidak ada berkas yang dapat dibaca di sana.", file=sys.stderr)
        return 2
    shown: list[dict[str, Any]] = []
    failed = 0
    for number, path in enumerate(files, start=1):
        step = f"[{number}/{len(files)}] {path}"
        try:
            found = read_file(path)
        except IntakeError as error:
            failed += 1
            print(f"{step}: {error}", file=sys.stderr)
            continue
        print(f"{step}: {len(found)} SOP", file=sys.stderr)
        shown += [as_json(reading) for reading in found]
    print(json.dumps(shown, ensure_ascii=False, indent=1))
    return 1 if failed else 0


def read_file(path: Path) -> list[Reading]:
    """Read one file; whatever goes wrong in it must not stop the files after it."""
    try:
        return readers.read(path)
    except (IntakeError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise IntakeError(
            f"berkas ini tidak dapat dibaca ({type(error).__name__}). "
            "Simpan ulang dari program asalnya, lalu coba lagi."
        ) from error
    finally:
        # The command line runs without the collector; a folder of files would fill the memory.
        gc.collect()
