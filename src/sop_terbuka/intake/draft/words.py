"""Ids and names from a document's words: slugs, verbs of steps, titles in plain letters."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from ...data.targets import ENDS

_SMALL = frozenset({
    "dan", "atau", "di", "ke", "dari", "yang", "untuk", "oleh", "pada", "dengan", "bagi", "serta",
    "dalam", "tentang", "sop", "standar", "operasional", "prosedur", "pelayanan",
})  # fmt: skip
# Verbs whose root cannot be told from the word alone: its first letter is lost after the prefix.
_ROOTS = {
    "mengirim": "kirim", "mengirimkan": "kirim", "mengumpulkan": "kumpulkan",
    "mengumumkan": "umumkan", "mengoreksi": "koreksi", "mengkoreksi": "koreksi",
    "mengklarifikasi": "klarifikasi", "mengelola": "kelola", "mengetik": "ketik",
    "mengaji": "kaji", "mengkaji": "kaji", "mengonsep": "konsep", "mengkonsep": "konsep",
    "mengembalikan": "kembalikan", "mengambil": "ambil", "mengetahui": "ketahui",
    "mengeluarkan": "keluarkan", "mengecek": "cek", "mengonfirmasi": "konfirmasi",
    "mengkonfirmasi": "konfirmasi", "mengkoordinasikan": "koordinasikan",
    "mengoordinasikan": "koordinasikan", "mengkomunikasikan": "komunikasikan",
    "memproses": "proses", "memparaf": "paraf", "memfasilitasi": "fasilitasi",
    "memverifikasi": "verifikasi", "memvalidasi": "validasi", "memilih": "pilih",
    "mencetak": "cetak", "mencatat": "catat", "mencari": "cari", "mencermati": "cermati",
    "menyampaikan": "sampaikan", "menyerahkan": "serahkan", "menyusun": "susun",
    "menyiapkan": "siapkan", "menyetujui": "setujui", "menyimpan": "simpan",
    "mentandatangani": "tandatangani", "menandatangani": "tandatangani",
    "menindaklanjuti": "tindaklanjuti", "melaksanakan": "laksanakan", "melakukan": "lakukan",
    "memberikan": "beri", "memberi": "beri", "penandatanganan": "tandatangani",
    "penyerahan": "serahkan", "pemeriksaan": "periksa", "penerimaan": "terima",
    "pencatatan": "catat", "pengiriman": "kirim", "pembuatan": "buat", "penyusunan": "susun",
}  # fmt: skip
_PREFIXES = (
    ("memper", "per"), ("menge", ""), ("meny", "s"), ("meng", ""), ("mem", ""), ("men", ""),
    ("me", ""),
)  # fmt: skip


def slug(text: str, most: int = 60) -> str:
    """A text as an id: small letters, digits and hyphens; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(ch for ch in plain if ch.isascii())
    words = re.findall(r"[a-z0-9]+", ascii_only)
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:most]
        if len(longer) > most:
            break
        found = longer
    while found.rpartition("-")[2] in _SMALL and "-" in found:
        found = found.rpartition("-")[0]
    return found


def unique(wanted: str, taken: Collection[str], fallback: str) -> str:
    """An id that no other has: numbered from the second on."""
    base = wanted or fallback
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


def sop_slug(name: str) -> str:
    """The id of an SOP from its name, without the words that every SOP has."""
    words = [word for word in slug(name, 200).split("-") if word not in _SMALL]
    return slug(" ".join(words[:6]), 50) or slug(name, 50)


def step_id(activity: str, taken: Collection[str]) -> str:
    """The id of a step from its verb; with the word after it where the verb is taken."""
    words = re.findall(r"[^\W\d_]+", activity.casefold())
    at = next((n for n, word in enumerate(words) if _is_verb(word)), 0)
    if not words:
        return unique("", taken, "langkah")
    verb = slug(_root(words[at])) or "langkah"
    after = [word for word in words[at + 1 :] if word not in _SMALL and len(word) > 2]
    choices: Iterable[str] = [verb, *(f"{verb}-{slug(word)}" for word in after[:3])]
    for choice in choices:
        if choice not in taken and choice not in ENDS and len(choice) <= 80:
            return choice
    return unique(verb, {*taken, *ENDS}, "langkah")


def _is_verb(word: str) -> bool:
    return word in _ROOTS or (
        len(word) >= 6 and re.match(r"me(?:m|n|ng|ny|l|r|w|y)", word) is not None
    )


def _root(word: str) -> str:
    if word in _ROOTS:
        return _ROOTS[word]
    for prefix, start in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest == word or len(rest) < 3:
            continue
        if prefix == "mem" and rest[0] in "aiueo":
            return f"p{rest}"
        if prefix == "men" and rest[0] in "aiueo":
            return f"t{rest}"
        return f"{start}{rest}"
    return word


def plain_title(text: str) -> str:
    """A title in capitals written as people write it; other titles stay as they are."""
    letters = [ch for ch in text if ch.isalpha()]
    if not letters or sum(ch.isupper() for ch in letters) < 0.8 * len(letters):
        return text
    words = [_cased(word) for word in text.split()]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def _cased(word: str) -> str:
    bare = word.strip("()/.,;:-").casefold()
    if bare in _SMALL and bare not in ("sop", "standar", "pelayanan"):
        return word.casefold()
    if (len(bare) <= 4 and not re.search(r"[aiueo]", bare)) or bare in _SHORT_NAMES:
        return word
    return word.capitalize()


_SHORT_NAMES = frozenset({
    "sop", "asn", "pns", "ktp", "kk", "bpjs", "ikm", "umkm", "tppi", "apbd", "apbn", "dpa", "skp",
    "spj", "sp2d", "spm", "ppid", "tu", "uptd", "upt", "opd", "skpd", "bpn", "bps", "pppk", "lhkpn",
    "sakip", "lkjip", "renja", "renstra", "rka", "rkpd", "nib", "oss", "ii", "iii", "iv", "vi",
})  # fmt: skip
