"""`sop beda`: what a change means for people."""

import argparse
import datetime
import json
from pathlib import Path

from ..publish.outputs import OUTPUTS
from ..revise import gittree
from ..revise.revisi import (
    Revisi,
    State,
    as_comment,
    as_data,
    as_text,
    compare,
    findings,
    of_commit,
    of_folder,
)

_FORMATS = ("json", "markdown", "teks")


NAME = "beda"
HELP = "jelaskan apa arti suatu perubahan bagi orang"
DESCRIPTION = (
    "Membandingkan dua keadaan data dan menjelaskan akibatnya: memberatkan atau meringankan "
    "pemohon, internal dinas, hukum, redaksi."
)
NEEDS_SITE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be written behind the command."""
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


def run(options: argparse.Namespace, site: Path) -> int:
    """Compare and print."""
    before, after = _state(options.base, site), _state(options.head, site)
    # Both sides are judged on the same day, so that only the data makes a difference.
    judge = findings.on(datetime.date.today(), before, after)
    revisi = compare(before, after, judge, OUTPUTS)
    print(_report(revisi, options.format).rstrip("\n"))
    return 0


def _report(revisi: Revisi, form: str) -> str:
    if form == "json":
        return json.dumps(as_data(revisi), ensure_ascii=False, indent=2)
    return as_comment(revisi) if form == "markdown" else as_text(revisi)


def _state(name: str, site: Path) -> State:
    folder = Path(name)
    if folder.name == "sop_data" and folder.is_dir():
        folder = folder.resolve().parent
    if (folder / "sop_data").is_dir():
        return of_folder(folder, is_checked=True)
    return of_commit(site, gittree.resolve(site, name), is_checked=True)
