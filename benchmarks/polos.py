"""The same pages on bare Material: what the theme alone costs, to hold a site against.

Called by pembaca. The articles are taken from a built site; frame, styles and scripts are the
theme's own, with its search, its two palettes and no font from another host.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# Of a page only what a reader sees: no script or sheet that stands in its content.
_OURS = re.compile(r"<link\b[^>]*>|<script\b.*?</script>", re.DOTALL)
_CONFIG = """site_name: Polos
theme:
  name: material
  language: id
  font: false
  features: [navigation.tabs]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Gelap}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Terang}
plugins: [search]
hooks: [isi.py]
nav:
"""
# Markdown would take the ready HTML apart.
_HOOK = """from pathlib import Path

def on_page_content(html, page, **_):
    return Path(page.file.abs_src_path).with_suffix(".isi").read_text("utf-8")
"""


def build_bare(site: Path, folder: Path, addresses: Iterable[str]) -> Path:
    """Build those pages of a site; the folder of the new site."""
    nav = []
    for address in addresses:
        html = (site / address / "index.html").read_text(encoding="utf-8")
        article, title = _ARTICLE.search(html), _TITLE.search(html)
        if not article or not title:
            raise SystemExit(f"{address}: no article")
        page = folder / "docs" / address / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {title[1]}\n", encoding="utf-8")
        page.with_suffix(".isi").write_text(_OURS.sub("", article[1]), encoding="utf-8")
        nav.append(f"  - {address}index.md\n")
    (folder / "mkdocs.yml").write_text(_CONFIG + "".join(nav), encoding="utf-8")
    (folder / "isi.py").write_text(_HOOK, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True,
    )  # fmt: skip
    return folder / "site"
