"""`sop skema`: write the JSON Schema files that editors use for completion."""

import argparse
from pathlib import Path

from ..data.schema import SCHEMAS, write

NAME = "skema"
HELP = "tulis ulang skema untuk editor"
DESCRIPTION = "Menulis skema JSON yang dipakai editor untuk melengkapi kunci."
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(".vscode/skema"), metavar="FOLDER",
        help="tempat menulis (bawaan: .vscode/skema)",
    )  # fmt: skip


def run(options: argparse.Namespace, site: Path) -> int:
    """Write the files and count them."""
    write(options.folder)
    print(f"{len(SCHEMAS)} skema ditulis di {options.folder}.")
    return 0
