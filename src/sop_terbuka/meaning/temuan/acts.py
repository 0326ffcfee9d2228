"""Tells whether two sentences name the same act, in however different words."""

import re
from functools import lru_cache

from .persons import subject
from .text import stem, tokens, topic, word_set

# Acts that the documents call by several words; the class is named by its commonest stem.
_CLASSES = {
    "periksa": "teliti periksa verifikasi tinjau cek koreksi analisis telaah kaji",
    "serah": "serah sampai beri kirim distribusi terima ambil hubung antar dapat",
    "buat": "buat susun cetak terbit ketik input konsep",
    "tandatangan": "tandatangan paraf sah",
    "ajuan": "aju ajuan mohon daftar usul tuju",
    "laksana": "laksana selenggara jalan",
    "disposisi": "disposisi perintah tugas",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_VERB = re.compile(
    r"^(?:me[a-z]{3,}|di[a-z]{4,}|pe[a-z]{4,}an|ber[a-z]{3,}|ter[a-z]{5,}|sosialisasi|"
    r"identifikasi|intensifikasi|seleksi|evaluasi|koordinasi|konsultasi)$"
)
_NOUNS = word_set(
    "perindustrian perusahaan peraturan pelayanan perjanjian pekerjaan pemerintah "
    "pemerintahan merek media mesin persyaratan perdagangan perencanaan penempatan "
    "pelatihan pemagangan pegawai terakhir tersebut berkas bersama"
)


@lru_cache(maxsize=50_000)
def acts(text: str) -> frozenset[str]:
    """The acts a sentence names, each by its class."""
    found = set()
    for word in tokens(text):
        core = stem(word)
        if core in _CLASS_OF:
            found.add(_CLASS_OF[core])
        elif _VERB.match(word) and word not in _NOUNS:
            found.add(core)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _without_actor(text: str) -> frozenset[str]:
    named = subject(text)
    words = topic(text)
    return words - topic(named[0]) if named and len(words - topic(named[0])) > 1 else words


def _same_words(words: frozenset[str]) -> set[str]:
    return {_CLASS_OF.get(word, word) for word in words}


@lru_cache(maxsize=100_000)
def cover(part: str, whole: str) -> float:
    """How much of what one sentence says the other says too, actors aside."""
    first, second = _same_words(_without_actor(part)), _same_words(topic(whole))
    return len(first & second) / len(first) if first else 0.0


def same_act(one: str, two: str) -> bool:
    """Whether either sentence says most of what the other says, and they share an act.

    Below 45 % they speak of different things; from 80 % on they speak of the same thing even
    where no act was recognised.
    """
    value = max(cover(one, two), cover(two, one))
    if value >= 0.8:
        return True
    first = acts(one)
    return value >= 0.45 and (bool(first & acts(two)) or not first)
