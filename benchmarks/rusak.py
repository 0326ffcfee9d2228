"""Whether the checks would notice: a copy of this repository is broken in one way at a time.

Run: .venv/bin/python benchmarks/rusak.py [name ...]
For each break only the test that has to see it runs. It must fail, and for that reason: a line of
its assertion is looked for. Prints a table; ends with 1 where a break would pass.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Rusak:
    """One break: what is written instead in which file, who must see it, and what it then says."""

    nama: str
    berkas: str
    semula: str
    menjadi: str
    uji: str
    alasan: str


_SRC = "src/sop_terbuka"
_PAGE = f"{_SRC}/publish/pages/sop.html.j2"
_BUTTON = '<button class="md-button" type="button" data-cetak hidden>'
_WIDTH = 150
_SITE = "tests/site/test_built_site.py"
BREAKS = (
    Rusak(
        "autoescape mati", f"{_SRC}/publish/render.py", "autoescape=True", "autoescape=False",
        "tests/meaning/test_kunjungan.py::test_hostile_words_show_as_typed", "<b>|<script|<img",
    ),
    Rusak(
        "skrip tak dikenal diizinkan", f"{_SRC}/generator/policy.py", "if body in known]", "]",
        "tests/generator/test_policy.py::test_any_other_script_is_not_listed_but_reported",
        r"assert \['sha256-|assert \[\"'sha256-",
    ),
    Rusak(
        "singgahan terpotong dibaca", f"{_SRC}/data/kept.py", "content if is_same else None",
        "content", "tests/data/test_kept.py::test_a_truncated_paper_is_made_again",
        r"has\('kunci'\)",
    ),
    Rusak(
        "singgahan basi dipakai", f"{_SRC}/publish/papers/workshop.py", "\\0{self.key}\"", "\"",
        "tests/publish/test_buku.py::test_a_book_is_made_anew_only_when_a_document_in_it_changes",
        "whole_key",
    ),
    Rusak(
        "jam di Word", f"{_SRC}/publish/papers/official/word/archive.py",
        "zipfile.ZipInfo(name, _TIME)", "zipfile.ZipInfo(name, __import__('time').gmtime()[:6])",
        "tests/publish/test_two_days.py::test_a_file_made_on_another_day_is_the_same[.docx]",
        r"\.docx",
    ),
    Rusak(
        "jam di umpan", f"{_SRC}/publish/feeds/feed.py", "default=_EMPTY, key=_instant",
        "default=f'{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}', key=_instant",
        "tests/publish/test_two_days.py::test_what_machines_read_is_the_same_on_another_day",
        r"<updated>20\d\d-",
    ),
    Rusak(
        "umpan tanpa penulis", f"{_SRC}/publish/feeds/feed.py",
        'f"<author><name>{_text(home.nama)}</name></author>",', "",
        "tests/publish/test_feeds.py::test_feeds_are_what_the_standard_says[-]",
        "entry without an author",
    ),
    Rusak(
        "peristiwa sebaris", _PAGE, _BUTTON,
        _BUTTON.replace(" hidden", ' onclick="print()" hidden'),
        f"{_SITE}::test_no_page_has_inline_handlers_or_styles", r"\['onclick'",
    ),
    Rusak(
        "gambar dari luar", _PAGE, _BUTTON,
        f'<img src="https://luar.invalid/a.png" alt="">{_BUTTON}',
        f"{_SITE}::test_no_page_loads_anything_from_another_host", r"https://luar\.invalid/a\.png",
    ),
    Rusak(
        "jam di halaman", f"{_SRC}/publish/render.py", '"tanggal"] = in_words',
        '"tanggal"] = lambda day: f"{in_words(day)} ({__import__(\'datetime\').date.today()})"',
        f"{_SITE}::test_a_build_on_another_day_gives_the_same_bytes", r"ex\.html",
    ),
)  # fmt: skip


def copied(folder: Path) -> None:
    """What git knows of this repository, with the papers that earlier tests have kept."""
    asked = ["git", "ls-files", "-z"]
    names = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    kept = ROOT / ".cache" / "situs-contoh"
    kept.mkdir(parents=True, exist_ok=True)
    (folder / ".cache").mkdir()
    # Kept papers are known by their code and content, so that a break makes others.
    shutil.copytree(kept, folder / ".cache" / "situs-contoh")


def seen(folder: Path, broken: Rusak) -> tuple[bool, str]:
    """Whether the test fails for the reason of this break, and what it says."""
    path = folder / broken.berkas
    good = path.read_text(encoding="utf-8")
    if good.count(broken.semula) != 1:
        return False, f"{broken.semula!r} stands {good.count(broken.semula)} times there"
    path.write_text(good.replace(broken.semula, broken.menjadi), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "--tb=short", "-vv", broken.uji],
            cwd=folder, env=os.environ | {"PYTHONPATH": str(folder / "src")},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        path.write_text(good, encoding="utf-8")
    said = [line[1:].strip() for line in done.stdout.splitlines() if line.startswith("E  ")]
    reason = [line for line in said if re.search(broken.alasan, line)]
    is_seen = done.returncode == 1 and "\nFAILED " in done.stdout and bool(reason)
    shown = [*reason, *said, f"pytest ended with {done.returncode}"][0]
    return is_seen, shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]} ..."


def main() -> None:
    """Print a line for each break."""
    wanted = sys.argv[1:]
    passed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        for broken in BREAKS:
            if wanted and not any(word in broken.nama for word in wanted):
                continue
            is_seen, said = seen(folder, broken)
            passed += not is_seen
            print(f"{broken.nama} | {'seen' if is_seen else 'NOT SEEN'} | {broken.uji} | {said}")
            sys.stdout.flush()
    sys.exit(bool(passed))


if __name__ == "__main__":
    main()
