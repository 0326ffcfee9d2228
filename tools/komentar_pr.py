#!/usr/bin/env python3
"""Posts or renews the one comment that says what a pull request's data means.

Runs from the main branch with a token that may comment. The text was made by the main branch's
code from a stranger's data, so it is looked at once more before it is posted.

    komentar_pr.py FOLDER   (GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, NUMBER, HEAD_SHA,
                             CHECKS_URL)
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from sop_terbuka.revise.gate import reasons_against
from sop_terbuka.revise.safe_markdown import MARK, MAX_COMMENT

REFUSED = (
    "## Arti perubahan ini\n\nRingkasan otomatis tidak ditampilkan karena isinya tidak lolos "
    "pemeriksaan keamanan ({}). Baca perubahan berkasnya langsung."
)
FOOT = (
    "\n---\n\nTeks di atas dibuat otomatis dari perubahan yang diusulkan; baca juga berkasnya. "
    "[Hasil pemeriksaan dan pratinjau situs]({}) (artefak `pratinjau-situs`)."
)


def main(arguments: list[str]) -> int:
    """Post the comment, unless the pull request is another by now."""
    path = Path(arguments[0]) / "beda.md"
    if not path.is_file():
        print("Tidak ada ringkasan; tidak ada yang dikirim.")
        return 0
    number = int(os.environ["NUMBER"])
    pull = _call("GET", f"pulls/{number}")
    if pull["head"]["sha"] != os.environ["HEAD_SHA"] or pull["state"] != "open":
        print(f"Pull request {number} sudah berubah atau ditutup; tidak ada yang dikirim.")
        return 0
    body = comment(path.read_text(encoding="utf-8"), os.environ["CHECKS_URL"])
    existing = _existing(number)
    if existing is None:
        _call("POST", f"issues/{number}/comments", {"body": body})
        print(f"Komentar dikirim ke pull request {number}.")
    else:
        _call("PATCH", f"issues/comments/{existing}", {"body": body})
        print(f"Komentar di pull request {number} diperbarui.")
    return 0


def comment(text: str, checks: str) -> str:
    """The comment: the text where it is harmless, or why it is not shown."""
    # The size of what is not shown must not be that of the comment.
    reasons = reasons_against(text[: MAX_COMMENT + 1])
    if reasons:
        text = f"{MARK}\n{REFUSED.format(', '.join(reasons))}\n"
    return text + FOOT.format(checks)


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
