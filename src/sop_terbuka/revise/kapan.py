"""When each file of the data last changed, so that what is printed is dated by its own files."""

import datetime
from pathlib import Path

from . import gittree
from .riwayat import is_whole


def file_dates(root: Path) -> dict[str, str]:
    """The day of the last commit that touched each data file, such as 2026-11-21, by its path.

    Without the whole history nothing is known: a shallow clone would give every file one day.
    """
    if not is_whole(root):
        return {}
    shown = ("log", "--first-parent", "--diff-merges=first-parent", "--name-only", "-z")
    log = gittree.git(root, *shown, "--format=%x01%ct", "--", *gittree.DATA).decode(
        "utf-8", "replace"
    )
    found: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        seconds, *names = commit.replace("\n", "\0").split("\0")
        day = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date().isoformat()
        for name in filter(None, names):
            found.setdefault(name, day)
    return found
