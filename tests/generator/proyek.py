"""A small project that a server can show: the good example, three pages and our settings."""

import shutil
from pathlib import Path

from tests.conftest import ROOT


def small_project(folder: Path) -> Path:
    """Write the project into a new folder; gives the folder."""
    shutil.copytree(ROOT / "tests" / "examples" / "dasar", folder)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "src").mkdir()
    for name in ("index.md", "tentang/index.md", "panduan-penulis/index.md"):
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# Halaman\n", encoding="utf-8")
    return folder
