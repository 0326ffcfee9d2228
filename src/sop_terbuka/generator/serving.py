"""The author's own server: what is wrong stands in the browser, in place of the site.

Called by plugin while `mkdocs serve` runs. MkDocs would wait without a word for a build that works.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from mkdocs.utils import clean_directory

from ..data.catalog import Catalog
from ..data.problem import Problem

# Every address that is asked for gets the same page: the second is what MkDocs shows for a file
# that is not there.
ADDRESSES = ("index.html", "404.html")
# What the plugin has in hand while the data cannot be used.
NOTHING = Catalog({}, {}, {}, {}, (), (), {})

_log = logging.getLogger("mkdocs.sop_terbuka")


def problem_page(problems: Iterable[Problem] = (), said: str = "") -> bytes:
    """A page with every problem by file and line, or with what stopped the build."""
    listed = sorted(set(problems))
    files = [(name, list(found)) for name, found in groupby(listed, lambda item: item.berkas)]
    mark = hashlib.sha256(f"{listed}{said}".encode("utf-8", "replace")).hexdigest()
    page = _template().render(berkas=files, jumlah=len(listed), pesan=said, tanda=mark)
    # A file's name may hold bytes that are no text.
    return page.encode("utf-8", "replace")


def guarded(builder: Callable[[], None], folder: Path) -> Callable[[], None]:
    """A builder that leaves a page of what stopped it, as MkDocs shows nothing new without one."""

    def build() -> None:
        try:
            builder()
        except SystemExit as error:
            _show(folder, str(error).strip())
        except Exception as error:  # noqa: BLE001  whatever it is, the browser must not wait
            _log.exception("Situs tidak jadi dibangun.")
            _show(folder, f"{type(error).__name__}: {error}")

    return build


def _show(folder: Path, said: str) -> None:
    _log.error(said)
    clean_directory(str(folder))
    for name in ADDRESSES:
        (folder / name).write_bytes(problem_page(said=said))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("sop_terbuka", "generator"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("perbaiki.html.j2")
