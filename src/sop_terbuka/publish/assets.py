"""What every page loads besides its HTML: styles and scripts, by address.

Called by site, and by the portal of many sites; the files stand in pages/ beside the templates
they serve.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from ..revise import usulan
from .classic import bare, classic, dense

_PAGES = Path(__file__).parent / "pages"

# One file for what all pages share, in this order: later sheets may refine earlier ones.
STYLE = "assets/situs.css"
_SHARED = (
    "warna", "halaman", "layanan", "lipatan", "matriks", "beranda", "panel", "cetak",
)  # fmt: skip
# For pages that hold what they are about, in this order; the first also has what few pages use of
# the theme's and of those above.
_RARE = {"jarang": ("temuan", "perbandingan"), "isian": ("isian",)}
RARE_STYLES = tuple(f"assets/{name}.css" for name in _RARE)
# Loaded on their own pages only.
_OWN = ("formulir", "kunjungan")
OWN_STYLES = tuple(f"assets/{name}.css" for name in _OWN)
SCRIPT = "assets/js/halaman.js"
# The same with what stands in for the theme's script, where that is not loaded: one request less.
FRAME_SCRIPT = "assets/js/kerangka.js"
# The boxes of the search, and what answers it.
BOX = "assets/js/cari.js"
WORKER = "assets/js/pencari.js"
INDEX = "search/indeks.json"
# The site as one file that opens from a folder, and what its pages need there.
COPY = "salinan-luring.zip"
# In pages, where its size is written once it is made.
COPY_SIZE = Markup("<!--ukuran-salinan-->")
FOLDER_SCRIPT = "assets/js/folder.js"
ICON = "assets/ikon.svg"


def files() -> dict[str, bytes | Path]:
    """Every style sheet and script by address; those of the forms come from pages.forms."""
    found: dict[str, bytes | Path] = {STYLE: _joined(_SHARED), ICON: _PAGES / "ikon.svg"}
    found |= {f"assets/{name}.css": _joined(parts) for name, parts in _RARE.items()}
    found |= {f"assets/{name}.css": _PAGES / f"{name}.css" for name in _OWN}
    found |= {
        f"assets/js/{path.name}": dense(bare(path)).encode() for path in _folder("scripts", "*.js")
    }
    # Comes with the index, which is read in one of two ways.
    for name in ("pencari", "pencari-tanya", "pencari-utuh", "pencari-bagian"):
        del found[f"assets/js/{name}.js"]
    made = {path.stem: classic(path) for path in _folder("scripts", "*.mjs")}
    every = made.pop("panel") + made.pop("halaman")
    found |= {SCRIPT: every, FRAME_SCRIPT: made.pop("kerangka") + every}
    found |= {f"assets/js/{name}.js": script for name, script in made.items()}
    found["assets/js/usul-tabel.js"] = table_script()
    return found


def _joined(names: Iterable[str]) -> bytes:
    return b"\n".join((_PAGES / f"{name}.css").read_bytes() for name in names)


def box() -> bytes:
    """The script of the search boxes."""
    return classic(_PAGES / "scripts" / "cari.mjs")


def worker(how: str) -> bytes:
    """The search worker for an index that is read whole (`utuh`) or in parts (`bagian`)."""
    names = ("pencari", "pencari-tanya", f"pencari-{how}")
    scripts = (_PAGES / "scripts" / f"{name}.js" for name in names)
    return "".join(dense(bare(path)) for path in scripts).encode()


def folder_script() -> bytes:
    """The script that stands in for a host in the copy that opens from a folder."""
    return bare(_PAGES / "scripts" / "folder" / "folder.js").encode()


def guides() -> dict[str, Path]:
    """The authors' guide, in Markdown with macros, and its pictures, by their names in docs/."""
    return {f"panduan-penulis/{path.name}": path for path in _folder("panduan", "*.*")}


def _folder(name: str, pattern: str) -> Iterator[Path]:
    return (path for path in sorted((_PAGES / name).glob(pattern)) if path.is_file())


def table_script() -> bytes:
    """The library's own table of what can be proposed, for the form's script."""
    table = json.dumps(usulan.published(), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.usulTabel = {table};\n".encode()
