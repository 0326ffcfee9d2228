"""`sop beda`: what a change means for people."""

import argparse
import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ..publish.outputs import OUTPUTS
from ..revise import gittree
from ..revise.revisi import (
    Revisi,
    State,
    as_comment,
    as_data,
    as_refusal,
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
    """Compare and print; a change that is refused is said in a comment, too."""
    try:
        revisi = _compared(options.base, options.head, site)
    except gittree.GitError as error:
        if options.format != "markdown":
            raise
        print(as_refusal(str(error)).rstrip("\n"))
        return 1
    print(_report(revisi, options.format).rstrip("\n"))
    return 0


def _compared(base: str, head: str, site: Path) -> Revisi:
    before, after = _state(base, site), _state(head, site)
    # Both sides are judged on the same day, so that only the data makes a difference.
    judge = findings.on(datetime.date.today(), before.state, after.state)
    revisi = compare(before.state, after.state, judge, OUTPUTS)
    if before.commit and after.commit:
        others = gittree.outside(site, before.commit, after.commit)
        revisi = replace(revisi, di_luar_data=tuple(others))
    return revisi


def _report(revisi: Revisi, form: str) -> str:
    if form == "json":
        return json.dumps(as_data(revisi), ensure_ascii=False, indent=2)
    return as_comment(revisi) if form == "markdown" else as_text(revisi)


class _Side(NamedTuple):
    """One side, and the commit that it is of; empty for a folder."""

    state: State
    commit: str = ""


def _state(name: str, site: Path) -> _Side:
    folder = Path(name)
    if folder.name == "sop_data" and folder.is_dir():
        folder = folder.resolve().parent
    if (folder / "sop_data").is_dir():
        return _Side(of_folder(folder, is_checked=True))
    commit = gittree.resolve(site, name)
    return _Side(of_commit(site, commit, is_checked=True), commit)
