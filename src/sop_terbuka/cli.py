"""The `sop` command: finds the site, runs one command, prints what went wrong, gives the code."""

import argparse
import gc
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from .commands import COMMANDS, Command
from .data.problem import SopTerbukaError
from .revise.safe_markdown import printable


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code (0 good, 1 problems, 2 wrong usage)."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A message may quote letters that an old terminal or a pipe on Windows cannot show.
        sys.stdout.reconfigure(errors="backslashreplace")
    # Data becomes hundreds of thousands of small objects without a cycle among them; looking for
    # cycles would take longer than reading.
    gc.disable()
    try:
        return _run(options.command, options)
    except SopTerbukaError as error:
        for line in str(error).split("\n"):
            print(printable(line), file=sys.stderr)
        return 1
    finally:
        gc.enable()


def _run(command: Command, options: argparse.Namespace) -> int:
    here = Path.cwd()
    site = next((f for f in (here, *here.parents) if (f / "sop_data").is_dir()), None)
    if command.NEEDS_SITE and site is None:
        raise SopTerbukaError(
            "folder sop_data tidak ada di sini. Jalankan di folder yang memuat sop_data."
        )
    return command.run(options, site or here)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sop", description="Alat SOP Terbuka.")
    commands = parser.add_subparsers(required=True, metavar="PERINTAH")
    for command in COMMANDS:
        own = commands.add_parser(command.NAME, help=command.HELP, description=command.DESCRIPTION)
        command.arguments(own)
        own.set_defaults(command=command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
