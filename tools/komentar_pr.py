#!/usr/bin/env python3
"""The trusted half of the pull-request path: posts or renews one comment with the summary.

Runs from the main branch with a token that may comment, on files that a stranger's code wrote.
It reads them as text only, checks them, and writes to no other pull request than the one the run
was started for. Standard library and one module of ours, so that nothing needs installing.

    komentar_pr.py FOLDER    (GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, HEAD_SHA, RUN_URL)
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from sop_terbuka.revise.safe_markdown import MARK, MAX_COMMENT, reasons_against

MAX_FILE = 4 * MAX_COMMENT + 1000
REFUSED = (
    "## Arti perubahan ini\n\nRingkasan otomatis tidak ditampilkan karena isinya tidak lolos "
    "pemeriksaan keamanan ({}). Baca perubahan berkasnya langsung."
)
FOOT = (
    "\n---\n\nTeks di atas dibuat otomatis dari perubahan yang diusulkan; baca juga berkasnya. "
    "[Hasil pemeriksaan dan pratinjau situs]({}) (artefak `pratinjau-situs`)."
)


def main(arguments: list[str]) -> int:
    """Post the comment; 1 when the files do not belong to this run's pull request."""
    folder = Path(arguments[0])
    if not folder.is_dir():
        print("Tidak ada ringkasan dari pemeriksaan itu; tidak ada yang dikirim.")
        return 0
    number = _number(folder / "nomor.txt")
    if number is None:
        print("nomor.txt tidak berisi nomor pull request.", file=sys.stderr)
        return 1
    pull = _call("GET", f"pulls/{number}")
    # The number is a stranger's claim; the commit that the run was started for is GitHub's word.
    if pull["head"]["sha"] != os.environ["HEAD_SHA"] or pull["state"] != "open":
        print(
            f"Pull request {number} bukan asal pemeriksaan ini, atau sudah berubah.",
            file=sys.stderr,
        )
        return 1
    body = comment(folder / "beda.md", os.environ["RUN_URL"])
    existing = _existing(number)
    if existing is None:
        _call("POST", f"issues/{number}/comments", {"body": body})
        print(f"Komentar dikirim ke pull request {number}.")
    else:
        _call("PATCH", f"issues/comments/{existing}", {"body": body})
        print(f"Komentar di pull request {number} diperbarui.")
    return 0


def comment(path: Path, run_url: str) -> str:
    """The comment's text: the file where it is harmless, or why it is not shown."""
    text = _text(path)
    reasons = ["tidak terbaca"] if text is None else reasons_against(text)
    if text is None or reasons:
        text = f"{MARK}\n{REFUSED.format(', '.join(reasons))}\n"
    return text + FOOT.format(run_url)


def _text(path: Path) -> str | None:
    # A link would lead to a file of this machine.
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_FILE:
        return None
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def _number(path: Path) -> int | None:
    text = (_text(path) or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _existing(number: int) -> int | None:
    """Our own comment on this pull request, if there is one."""
    for page in range(1, 11):
        found = _call("GET", f"issues/{number}/comments?per_page=100&page={page}")
        for item in found:
            ours = item["user"]["login"] == "github-actions[bot]" and item["user"]["type"] == "Bot"
            if ours and item["body"].startswith(MARK):
                return int(item["id"])
        if len(found) < 100:
            break
    return None


def _call(method: str, path: str, data: dict[str, str] | None = None) -> Any:
    request = urllib.request.Request(
        f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}",
        method=method,
        data=json.dumps(data).encode() if data else None,
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except urllib.error.HTTPError as error:
        print(f"GitHub menolak ({error.code}): {error.reason}", file=sys.stderr)
        sys.exit(1)
