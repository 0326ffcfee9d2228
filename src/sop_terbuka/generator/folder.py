"""The copy of a site that opens from a folder without a server, as one ZIP file.

Called by plugin once everything is written. From `file://` no folder becomes its page, nothing is
'self', no worker starts and no file can be read but scripts, so the copy differs in those four.
It is for reading, filling and printing where there is no network, and carried there by phone: the
pages, the forms and the applicants' lists are always in it, an office's own documents while it
stays small.
"""

import datetime
import json
import os
import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ..publish.assets import COPY, COPY_SIZE, FOLDER_SCRIPT, WORKER, folder_script
from ..publish.outputs import OUTPUTS
from ..publish.words import ukuran

# The folder that everything in the file lies in.
_TOP = Path(COPY).stem
# The search of the theme looks for a script of its own there.
_THEMES_INDEX = "search/search_index.json"
# For a host or a robot only.
_LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(?:\.gz)?|_headers|_redirects|robots\.txt|\.nojekyll|CNAME|.*\.map"
)
# A copy above this leaves out what can be fetched singly, the least needed first.
MOST = 12_000_000
_OWN = {output.nama for output in OUTPUTS if output.letak == "petugas"}
_SECOND = {output.nama for output in OUTPUTS if output.nama.endswith("-a4.pdf")}
_EDITED = {name for name in _OWN if not name.endswith(".pdf")}
_SPARE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (said, re.compile(f"(?!formulir/)(?:[^/]+/)+(?:{names})"))
    for said, names in (
        ("Word dan Excel", "|".join(map(re.escape, sorted(_EDITED)))),
        ("cetakan A4", "|".join(map(re.escape, sorted(_SECOND)))),
        ("buku SOP", r"buku-sop(?:-\d+)?\.pdf"),
        ("PDF dokumen resmi", "|".join(map(re.escape, sorted(_OWN - _EDITED - _SECOND)))),
    )
)
# Shown only by the services that a page's address is shared in.
_SHARED = frozenset(output.nama for output in OUTPUTS if output.letak == "berbagi")
_PACKED = frozenset({".pdf", ".png", ".jpg", ".docx", ".xlsx", ".odt", ".gz", ".zip", ".woff2"})
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LINK = re.compile(r'(\s(?:href|action)=")([^"#?]+)(?=[^"]*")')
_ANCHOR = re.compile(r'<a (?:[^>]*\s)?href="([^"#?:]+)"[^>]*>(.*?)</a>', re.DOTALL)
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
# What a page says on a host only, and what it says in the copy only.
_ON_HOST = re.compile(r"<(\w+) data-di-situs>.*?</\1>", re.DOTALL)
_IN_COPY = " data-di-salinan hidden"
# The first day that a ZIP file can name.
_NEVER = "1980-01-01"


def offer_copy(site: Path, date: str, *, is_made: bool) -> None:
    """Write the copy, dated by the data, and its size into the pages that offer it."""
    said = _made(site, date) if is_made else _LATER
    for address in _addresses(site):
        if address.endswith(".html"):
            finish_page(site / address, said)


_LATER = "dibuat bersama situs"


def finish_page(path: Path, said: str = _LATER) -> None:
    """Write the size of the copy into a page that offers it."""
    content = path.read_bytes()
    if COPY_SIZE.encode() in content:
        path.write_bytes(content.replace(COPY_SIZE.encode(), f", {said}".encode()))


def _made(site: Path, date: str) -> str:
    """Write the copy and say how large it is and what is not in it."""
    whole = _write(site, date, frozenset())
    over, left, said = (site / COPY).stat().st_size - MOST, frozenset[str](), []
    for words, pattern in _SPARE:
        found = {name: size for name, size in whole.items() if pattern.fullmatch(name)}
        if over > 0 and found:
            over -= sum(found.values())
            left |= found.keys()
            said.append(words)
    if left:
        _write(site, date, left)
    size = ukuran((site / COPY).stat().st_size)
    return f"{size}, tanpa {', '.join(said)}" if said else size


def _write(site: Path, date: str, left: frozenset[str]) -> dict[str, int]:
    """Write the copy without some files; what each of the others takes in it, by address."""
    target = site / COPY
    day = datetime.date.fromisoformat(date or _NEVER)
    with ZipFile(target, "w") as made:
        for name, content in _all(site, left):
            entry = ZipInfo(f"{_TOP}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            # The same bytes on every system.
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            is_packed = posixpath.splitext(name)[1] in _PACKED
            entry.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
            if isinstance(content, bytes):
                made.writestr(entry, content)
                continue
            # The findings of a large site are 40 MB.
            entry.file_size = content.stat().st_size
            with content.open("rb") as source, made.open(entry, "w") as out:
                shutil.copyfileobj(source, out)
        return {e.filename.removeprefix(f"{_TOP}/"): e.compress_size for e in made.infolist()}


def _all(site: Path, left: frozenset[str]) -> Iterator[tuple[str, bytes | Path]]:
    for address in _addresses(site):
        name = posixpath.basename(address)
        is_out = address in left or address == COPY or name in _SHARED
        if not is_out and not _LEFT_OUT.fullmatch(address):
            yield _as_in_folder(site, address, left)
    yield FOLDER_SCRIPT, folder_script()


def _addresses(site: Path) -> list[str]:
    """Every file of a site, folder by folder; paths as objects would take ten times the room."""
    found = [
        posixpath.join(os.path.relpath(folder, site).replace(os.sep, "/"), name).removeprefix("./")
        for folder, _, names in os.walk(site)
        for name in names
    ]
    return sorted(found, key=lambda address: address.split("/"))


def _as_in_folder(site: Path, address: str, left: frozenset[str]) -> tuple[str, bytes | Path]:
    """What stands in the copy for one file of the site: its own content, or the file as it is."""
    folder, name = posixpath.split(address)
    path = site / address
    if address.endswith(".html"):
        html = path.read_bytes().decode()
        html = _without(html, folder, left) if left else html
        return address, page_in_folder(html, address.count("/")).encode()
    if address == WORKER:
        return address, b"SopPekerja(function (self, fetch) {\n%b});\n" % path.read_bytes()
    if address == _THEMES_INDEX:
        return f"{folder}/search_index.js", b"var __index = %b;\n" % path.read_bytes()
    if folder == "search" and name.endswith(".json"):
        # JSON may hold two letters that end a line in older JavaScript.
        literal = (
            path.read_bytes().decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        )
        made = f"SopBerkas({json.dumps(address)}, {literal});\n"
        return f"{address.removesuffix('.json')}.js", made.encode()
    return address, path


def _without(html: str, folder: str, left: frozenset[str]) -> str:
    """A page that says where the files are that it cannot lead to."""

    def told(found: re.Match[str]) -> str:
        is_out = posixpath.normpath(posixpath.join(folder, found[1])) in left
        if not is_out:
            return found[0]
        return f"<span>{found[2].removesuffix(')')}, di situs{')' * found[2].endswith(')')}</span>"

    return _ANCHOR.sub(told, html)


def page_in_folder(html: str, depth: int) -> str:
    """A page whose links name files, without a policy and with the script that replaces a host."""
    html = _LINK.sub(lambda found: found[1] + _file(found[2]), _POLICY.sub("", html, count=1))
    html = _ON_HOST.sub("", html).replace(_IN_COPY, "")
    script = f'<script src="{"../" * depth}{FOLDER_SCRIPT}"></script>'
    return html.replace("</head>", f"{script}</head>", 1)


def _file(path: str) -> str:
    if _OUTSIDE.match(path) or posixpath.basename(path) not in ("", ".", ".."):
        return path
    return f"{path.rstrip('/')}/index.html"
