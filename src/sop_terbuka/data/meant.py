"""What an author most likely meant by a value that cannot stand where it is.

Called by check and the rules. Each answer is a sentence with what to write.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from .model.dasar import POLA_ID
from .node import Node
from .syntax import quoted
from .words import suggestion

# Keys under which a record with an id says what a reader calls it.
_TITLES = ("nama", "judul", "kegiatan", "teks", "berkas", "istilah")
# How Indonesian citations fill the places between the parts of a regulation's id.
_FILLERS = frozenset({"nomor", "no", "tahun", "thn", "th", "tentang"})
# What authors call a key, from forms and other systems.
_OTHER_NAMES = {
    "durasi": "waktu",
    "lama": "waktu",
    "aktor": "pelaksana",
    "petugas": "pelaksana",
    "syarat": "persyaratan",
    "tarif": "biaya",
    "judul": "nama",
    "deskripsi": "ringkasan",
    "alamat": "url",
    "tautan": "url",
    "uraian": "kegiatan",
    "hasil": "output",
}
_YES = frozenset({"yes", "y", "iya", "true", "benar", "1"})
_NO = frozenset({"no", "n", "false", "salah", "bukan", "0"})


def key(word: str, known: Sequence[str]) -> str:
    """The key that a word means, by another name for it or by its spelling."""
    other = _OTHER_NAMES.get(word.casefold())
    return f' Maksud Anda "{other}"?' if other in known else suggestion(word, known)


def choice(text: str, allowed: Sequence[str]) -> str:
    """The choice that other words for it mean; the nearest spelling where there is none."""
    word = re.sub(r"[\s_]+", "-", text.strip().casefold())
    if word in _YES | _NO:
        word = "ya" if word in _YES else "tidak"
    if word in allowed and word != text:
        return (
            f" Tulis {word}, dengan huruf kecil." if word == text.casefold() else f" Tulis {word}."
        )
    return suggestion(text, allowed)


def an_id(text: str, root: Node) -> str:
    """The id of what the text is the name of, in the same file; otherwise an id like the text."""
    wanted = " ".join(text.casefold().split())
    for name, title in _named(root):
        if " ".join(title.casefold().split()) == wanted:
            return f' Ini nama, bukan id. Tulis "{name}".'
    like = as_id(text)
    if like and " " in text.strip():
        return f' Ini nama, bukan id. Tulis idnya, misalnya "{like}".'
    return f' Tulis "{like}".' if like and like != text else ""


def as_id(text: str) -> str:
    """Words as an id: `UU Nomor 13 Tahun 2003` is uu-13-2003; empty where none can be made."""
    parts = [part for part in re.findall(r"[a-z0-9]+", text.casefold()) if part not in _FILLERS]
    made = "-".join(parts)
    return made if len(made) <= 80 and POLA_ID.fullmatch(made) else ""


def a_list(text: str) -> str:
    """How a list of one item is written."""
    return f" Untuk satu butir: [{text}]." if POLA_ID.fullmatch(text) else ""


def a_text(node: Node) -> str:
    """How a text is written that was read as keys and values."""
    if isinstance(node.value, dict) and len(node.value) == 1:
        ((key, value),) = node.value.items()
        if isinstance(value.value, str) and len(key) + len(value.value) <= 60:
            return f"Apit teks yang memuat titik dua: {quoted(f'{key}: {value.value}')}."
    return "Teks yang memuat titik dua atau diawali { diapit tanda kutip."


def by_parts(word: str, known: Iterable[str]) -> str:
    """The known ids that differ from a word in one part: `uu-13-2004` may be uu-13-2003."""
    parts = word.split("-")
    near = [
        (places[0], name)
        for name in sorted(known)
        if (places := _differing(parts, name.split("-"))) and len(places) == 1
    ]
    # A wrong year is likelier than a wrong number: what has kind and number in common comes first.
    last = [name for place, name in near if place == len(parts) - 1]
    found = last or [name for place, name in near if place > 0]
    # Many laws share a kind and a year; then none of them is a guess worth making.
    if len(parts) < 3 or not 0 < len(found) <= 3:
        return ""
    listed = " atau ".join(f'"{name}"' for name in found)
    return f" Maksud Anda {listed}?"


def _differing(parts: list[str], other: list[str]) -> list[int]:
    if len(parts) != len(other):
        return []
    return [n for n, pair in enumerate(zip(parts, other, strict=True)) if pair[0] != pair[1]]


def _named(node: Node) -> Iterator[tuple[str, str]]:
    """Ids of the file's records with the words that each is called by."""
    if isinstance(node.value, list):
        for item in node.value:
            yield from _named(item)
    elif isinstance(node.value, dict):
        own = node.value.get("id")
        if own and isinstance(own.value, str):
            for key in _TITLES:
                title = node.value.get(key)
                if title and isinstance(title.value, str):
                    yield own.value, title.value
        for item in node.value.values():
            yield from _named(item)
