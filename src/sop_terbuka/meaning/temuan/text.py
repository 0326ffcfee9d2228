"""Words of the documents made comparable: lower case, common spellings, crude word stems."""

import re
import sys
from collections.abc import Iterable
from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set; lists of words stay readable that way."""
    return frozenset(words.split())


_WORD = re.compile(r"[a-z0-9]+")
# Spellings that mean the same word; the scans mix them freely, so a difference is no evidence.
_SAME = {
    "blanko": "blangko", "blanco": "blangko", "draft": "draf", "drat": "draf", "survey": "survei",
    "ijin": "izin", "resiko": "risiko", "ijasah": "ijazah", "merk": "merek",
    "photocopy": "fotokopi",
    "fotocopy": "fotokopi", "kwitansi": "kuitansi", "materai": "meterai", "perijinan": "perizinan",
    "kasubag": "kasubbag", "assesor": "assessor", "system": "sistem", "vertek": "verifikasi teknis",
    "ba": "berita acara", "infut": "input", "no": "nomor",
    "sk": "surat keputusan", "hi": "hubungan industrial",
    "jamsos": "jaminan sosial", "jamsostek": "jaminan sosial tenaga "
                                             "kerja", "lks": "lembaga kerja sama",
    "kerjasama": "kerja sama", "surveyi": "survei", "naska": "naskah",
}  # fmt: skip
STOP = word_set(
    "dan atau di ke dari untuk yang oleh pada dengan dalam serta ini itu kepada akan telah "
    "sudah sesuai tentang adalah agar bagi jika apabila bila maka tidak belum juga lain "
    "secara hasil masing sebagai terhadap atas guna antara selanjutnya kemudian tersebut "
    "dapat para nya terkait ada dll dsb per a b c d e f g h i ii iii iv v"
)
# The nasal prefixes swallow the first letter of the word they stand before.
_NASAL = (
    (re.compile(r"^(?:meny|peny)(?=[aiueo])"), "s"),
    (re.compile(r"^(?:mem|pem)(?=[aiueo])"), "p"),
    (re.compile(r"^(?:men|pen)(?=[aiueo])"), "t"),
)
_PREFIX = re.compile(r"^(?:memper|penge|meng|peng|mem|men|pem|pen|per|me|pe|ber|ter|di)")
_SUFFIX = re.compile(r"(?:kannya|annya|inya|kan|nya|an|i)$")


@lru_cache(maxsize=200_000)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case and one spelling."""
    found: list[str] = []
    # Only together: "SP" alone may as well be a Standar Pelayanan.
    plain = re.sub(r"\bsp\s*/\s*sb\b", "serikat pekerja serikat buruh", text.lower())
    for word in _WORD.findall(plain):
        # The same few thousand words make up all texts.
        found.extend(map(sys.intern, _SAME.get(word, word).split()))
    return tuple(found)


def norm(text: str) -> str:
    """The words of a text with single spaces: equal for texts that differ only in marks."""
    return " ".join(tokens(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without the commonest affixes; crude, so only good for comparing topics."""
    core = word
    if len(word) > 5:
        for nasal, letter in _NASAL:
            core = nasal.sub(letter, core, count=1)
        core = core if core != word else _PREFIX.sub("", word)
    if len(core) < 3:
        core = word
    shorter = _SUFFIX.sub("", core)
    return shorter if len(shorter) >= 4 else core


@lru_cache(maxsize=200_000)
def topic(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in tokens(text) if word not in STOP and len(word) > 1)


def overlap(one: Iterable[str], two: Iterable[str]) -> float:
    """How much of the smaller set lies in the other, from 0 to 1."""
    first, second = set(one), set(two)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def jaccard(one: Iterable[str], two: Iterable[str]) -> float:
    """Shared part of two sets, from 0 to 1."""
    first, second = set(one), set(two)
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def similar(one: str, two: str) -> float:
    """How alike two sentences are by their words, from 0 to 1."""
    return jaccard(tokens(one), tokens(two))


def shorten(text: str, limit: int = 110) -> str:
    """A quotation short enough to read, cut at a word."""
    words = " ".join(text.split())
    if len(words) <= limit:
        # Mostly the text itself, which is held already.
        return text if text == words else words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " ..."


def amount(value: float) -> str:
    """A number as Indonesians write it: `7,5`."""
    return f"{value:g}".replace(".", ",")


def quoted(text: str, limit: int = 110) -> str:
    """A shortened quotation in quotation marks."""
    return f'"{shorten(text, limit)}"'


def listed(parts: Iterable[str], limit: int = 6) -> str:
    """`a`, `a dan b`, `a, b dan c`; beyond the limit `dan n lainnya`."""
    items = list(parts)
    if len(items) > limit:
        items = [*items[: limit - 1], f"{len(items) - limit + 1} lainnya"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} dan {items[-1]}"


def numbers(values: Iterable[str]) -> str:
    """`langkah 3`, `langkah 3 dan 4`: step numbers behind their word."""
    return f"langkah {listed(values, 12)}"


def uncapital(text: str) -> str:
    """A name as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
