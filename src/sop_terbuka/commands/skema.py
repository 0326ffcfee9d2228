"""`sop skema`: write the JSON Schema files that editors use for completion."""

import argparse
from pathlib import Path

from ..data.schema import SCHEMAS, write


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "skema",
        help="tulis ulang skema untuk editor",
        description="Menulis skema JSON yang dipakai editor untuk melengkapi kunci.",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=Path(".vscode/skema"), metavar="FOLDER",
        help="tempat menulis (bawaan: .vscode/skema)",
    )  # fmt: skip
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    write(options.folder)
    print(f"{len(SCHEMAS)} skema ditulis di {options.folder}.")
    return 0
