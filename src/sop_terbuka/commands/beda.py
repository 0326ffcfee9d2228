"""`sop beda`: what a change means for people."""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..revise.gittree import GitError, extracted
from ..revise.revisi import (
    Revisi,
    State,
    as_comment,
    as_data,
    as_text,
    compare,
    findings,
    of_folder,
)

_FORMATS = ("json", "markdown", "teks")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the `sop` command line."""
    parser = commands.add_parser(
        "beda",
        help="jelaskan apa arti suatu perubahan bagi orang",
        description="Membandingkan dua keadaan data dan menjelaskan akibatnya: "
        "memberatkan atau meringankan pemohon, internal dinas, hukum, redaksi.",
    )
    parser.add_argument(
        "base",
        nargs="?",
        default="HEAD",
        metavar="BASE",
        help="keadaan sebelum: revisi git atau folder berisi sop_data/ (bawaan: commit terakhir)",
    )
    parser.add_argument(
        "head",
        nargs="?",
        default=".",
        metavar="HEAD",
        help="keadaan sesudah: revisi git atau folder (bawaan: folder ini)",
    )
    parser.add_argument("--format", choices=_FORMATS, default="teks", help="bentuk keluaran")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare and print; 1 when one side cannot be read."""
    try:
        with _state(options.base) as before, _state(options.head) as after:
            # Both sides are judged on the same day, so that only the data makes a difference.
            judge = findings.on(datetime.date.today(), before, after)
            revisi = compare(before, after, judge)
    except GitError as error:
        print(error, file=sys.stderr)
        return 1
    print(_report(revisi, options.format).rstrip("\n"))
    return 0


def _report(revisi: Revisi, form: str) -> str:
    if form == "json":
        return json.dumps(as_data(revisi), ensure_ascii=False, indent=2)
    return as_comment(revisi) if form == "markdown" else as_text(revisi)


@contextmanager
def _state(name: str) -> Iterator[State]:
    folder = Path(name)
    if folder.name == "sop_data" and folder.is_dir():
        folder = folder.resolve().parent
    if (folder / "sop_data").is_dir():
        yield of_folder(folder, is_checked=True)
        return
    with extracted(Path.cwd(), name) as tree:
        yield of_folder(tree, is_checked=True)
