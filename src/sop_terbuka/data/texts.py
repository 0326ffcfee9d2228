"""The rules about what a file itself says, text by text, kept while the file is read.

Called by draft and pustaka. Whatever needs more than the file's record is done here, at once, so
that no file's tree has to be kept until the last one is read. The rules' words stand in rules.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import BaseModel

from .model import Peraturan
from .model.dasar import POLA_URL
from .node import Node
from .problem import Place, Problem
from .words import place

_Path = tuple[int | str, ...]
_Said = tuple[str, str]
# Marks that turn a line around, and letters that take a place but show nothing.
_UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_LEFT = re.compile(r"(?:^|: )GANTI(?:$|:)")
_NAMES = {"nama": 150, "judul": 150, "singkatan": 40, "daerah": 60, "istilah": 80}
_LONG_WORD = re.compile(r"\S{60,}")
_DATES = ("tanggal", "tinjau_sebelum", "status_tanggal", "status_per", "diperiksa")
_DATED = re.compile(r"[0-9]{4}(?:-|$)")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_LISTS = frozenset({"pelaksana", "formulir", "untuk", "audiens", "layanan", "urutan", "gabung"})
# Who acts and what follows, in a row without symbols.
_SHORT = ("pelaksana", "pelaksana_dasar", "keputusan", "berikut")


def problems(node: Node, berkas: str, model: type[BaseModel]) -> Iterator[Problem]:
    """What is wrong with the texts of one file."""
    for path, where, (aturan, pesan) in _found(node, (), model is not Peraturan):
        yield Place(berkas, where.line, where.column, place(path)).problem(aturan, pesan)


def is_left(text: str) -> bool:
    """Whether a text still has the mark of a starting file."""
    return bool(_LEFT.search(text))


def _found(node: Node, path: _Path, has_names: bool) -> Iterator[tuple[_Path, Node, _Said]]:
    if isinstance(node.value, str):
        yield from ((path, node, said) for said in _about(node.value, path, has_names))
    elif isinstance(node.value, dict):
        if len(path) == 2 and path[0] == "langkah":
            yield from _two_forms(node.value, path)
        for key, item in node.value.items():
            yield from _found(item, (*path, key), has_names)
    else:
        if path and path[-1] in _LISTS:
            yield from _twice(node.value, path)
        for n, item in enumerate(node.value):
            yield from _found(item, (*path, n), has_names)


def _about(text: str, path: _Path, has_names: bool) -> Iterator[_Said]:
    key = path[-1] if path else ""
    if said := _unseen(text):
        yield "aksara-tak-terlihat", said
    # A regulation's title is as long as it is.
    if has_names and len(path) == 1 and key in _NAMES and (said := _long(text, _NAMES[str(key)])):
        yield "nama-terlalu-panjang", said
    if isinstance(key, str) and key.startswith(_DATES) and (said := _unlikely(text, path)):
        yield "tahun-tidak-mungkin", said
    if POLA_URL.fullmatch(text) and (said := _misleading(text)):
        yield "tautan-menyesatkan", said
    if is_left(text):
        yield "masih-ganti", "masih bertanda GANTI. Tulis isinya, atau hapus baris ini."


def _unseen(text: str) -> str:
    """What a reader cannot see in a text."""
    # Most texts have neither, which is told at once.
    if text.isascii() and (text[:1].isalnum() or not text):
        return ""
    if found := _UNSEEN.search(text):
        mark = found[0]
        name = unicodedata.name(mark, "tanpa nama")
        return (
            f"memuat tanda tak terlihat (U+{ord(mark):04X}, {name}). Hapus, lalu ketik "
            "ulang teksnya; sering terbawa saat menyalin dari WhatsApp atau Word."
        )
    if text.strip() and not any(unicodedata.category(letter)[0] not in "ZC" for letter in text):
        return "tidak berisi huruf yang terlihat. Isi, atau hapus."
    return ""


def _long(text: str, limit: int) -> str:
    """Why a name does not fit a heading and a list."""
    if len(text) > limit:
        return (
            f"{len(text)} aksara, paling banyak {limit}. Tulis nama yang lebih pendek; "
            "judul lengkap dokumen ditulis di nama_sop."
        )
    if word := _LONG_WORD.search(text):
        return f'"{word[0][:30]}..." {len(word[0])} huruf tanpa spasi. Periksa ketikannya.'
    return ""


def _unlikely(text: str, path: _Path) -> str:
    """Why a year is none that an office could have written."""
    # What a document prints is kept, however odd; a finding asks about it.
    if path[0] == "dokumen" or not _DATED.match(text):
        return ""
    if FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return ""
    return f"tahun {text[:4]} tidak mungkin. Tulis tahun antara {FIRST_YEAR} dan {LAST_YEAR}."


def _misleading(url: str) -> str:
    """Why an address could mislead; empty where it shows the host that it leads to."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018  reading it raises where it is no number
    except ValueError:
        return "alamat tidak dapat dibaca. Salin lagi dari bilah alamat peramban."
    if "@" in parts.netloc:
        return f'alamat dengan "@" membawa ke "{host}". Tulis alamatnya tanpa bagian itu.'
    if not host.isascii() or "xn--" in host or not re.fullmatch(r"[a-z0-9.-]+", host):
        return (
            f'nama situs "{host}" memakai huruf yang menyerupai huruf lain. Tulis nama situs '
            "dengan huruf a-z."
        )
    return ""


def _twice(items: list[Node], path: _Path) -> Iterator[tuple[_Path, Node, _Said]]:
    """The names that a list holds a second time."""
    names = [item.value for item in items]
    for n, item in enumerate(items):
        if isinstance(item.value, str) and item.value in names[:n]:
            said = f'"{item.value}" sudah ada di daftar ini. Hapus salah satu.'
            yield (*path, n), item, ("butir-kembar", said)


def _two_forms(row: dict[str, Node], path: _Path) -> Iterator[tuple[_Path, Node, _Said]]:
    """The keys of a row that says by symbols who acts, and says it once more."""
    # Its record cannot tell: there whoever has a symbol acts.
    if "simbol" in row and row["simbol"].value:
        said = "tidak dipakai pada langkah dengan simbol. Hapus baris ini."
        found = (key for key in _SHORT if key in row)
        yield from (((*path, key), row[key], ("simbol-dan-pelaksana", said)) for key in found)
