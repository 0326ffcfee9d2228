"""Recognises who acts in a sentence: posts, applicants and teams, by the head of their name."""

import re
from functools import lru_cache

from .text import tokens

# Head words of whoever can act, longest first; the value is the same for every way to write one.
_HEADS: dict[str, str] = {
    "kepala dinas": "kepala dinas", "kadis": "kepala dinas", "ka dinas": "kepala dinas",
    "kepala sopd": "kepala dinas", "kepala skpd": "kepala dinas",
    "kepala bidang": "kepala bidang", "kabid": "kepala bidang",
    "kepala seksi": "seksi", "kasi": "seksi", "seksi": "seksi",
    "kepala sub bagian": "kasubbag", "kasubbag": "kasubbag",
    "kepala upt": "kepala upt", "ka upt": "kepala upt", "ka uptd": "kepala upt",
    "kepala uptd": "kepala upt", "kepala daerah": "kepala daerah", "bupati": "kepala daerah",
    "walikota": "kepala daerah", "wali kota": "kepala daerah", "kepala desa": "kepala desa",
    "camat": "camat", "sekretaris": "sekretaris", "bendahara": "bendahara",
    "operator": "operator", "pengawas": "pengawas", "mediator": "mediator",
    "analisis kebijakan": "analis", "analis kebijakan": "analis", "petugas": "petugas",
    "pengantar kerja": "pengantar kerja", "pelaksana": "pelaksana", "assessor": "assessor",
    "penyuluh": "penyuluh", "agendaris": "agendaris", "staf": "staf",
    "pengadministrasi": "pengadministrasi", "instruktur": "instruktur", "panitia": "panitia",
    "tim": "tim", "pptk": "pptk", "bidang": "bidang", "bagian": "bagian", "sistem": "sistem",
    "jafung": "jafung", "pegawai": "pegawai", "pemohon": "pemohon", "pelapor": "pelapor",
    "pengguna layanan": "pengguna layanan", "pelaku": "pelaku", "perusahaan": "perusahaan",
    "pencari kerja": "pencari kerja", "pencaker": "pencari kerja", "peserta": "peserta",
    "calon peserta": "peserta", "tamu": "tamu", "ikm": "ikm", "desainer": "desainer",
    "pihak": "pihak", "para pihak": "pihak", "gudang": "gudang",
    "penyelenggara pemagangan": "penyelenggara",
}  # fmt: skip
# Whoever stands outside the office, for handing over.
OUTSIDE = frozenset({
    "pemohon", "pelapor", "pengguna layanan", "pelaku", "perusahaan", "pencari kerja", "peserta",
    "tamu", "ikm", "pihak", "kepala desa", "camat",
})  # fmt: skip
_BY_LENGTH = sorted(_HEADS, key=lambda head: -len(head.split()))
_VERB = re.compile(
    r"^(?:me[a-z]{3,}|ber[a-z]{3,}|di[a-z]{4,}|ter[a-z]{4,}|akan|datang|pulang|tiba|ikut|input|"
    r"disposisi|koreksi|mohon|secara|untuk|dan|ke|yang|terima|tertarik|beserta|bersama)$"
)
_NOT_VERB = frozenset({"mengenai", "merek", "mesin", "media", "mediator", "menteri", "mei"})


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, with an office's short name behind a head's post as `dinas`."""
    words = tokens(text)
    return tuple(
        "dinas" if n and words[n - 1] in ("ka", "kepala") and re.match(r"din[a-z]{4,}", word)
        else word
        for n, word in enumerate(words)
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def heads(text: str) -> frozenset[str]:
    """Every actor named anywhere in a text, by common name."""
    words = f" {' '.join(_words(text))} "
    found = set()
    for head in _BY_LENGTH:
        if f" {head} " in words:
            found.add(_HEADS[head])
            words = words.replace(f" {head} ", " | ")
    return frozenset(found)


@lru_cache(maxsize=50_000)
def subject(sentence: str) -> tuple[str, str] | None:
    """Who acts, when the sentence begins with an actor: the words as written, and common name."""
    words = _words(sentence)
    head = next((h for h in _BY_LENGTH if words[: len(h.split())] == tuple(h.split())), None)
    if head is None:
        return None
    # Words as written may stand for several ("HI"): count what each of them stands for.
    found = list(re.finditer(r"[A-Za-z0-9]+", sentence))
    covered, end = 0, 0
    for match in found:
        if covered >= len(head.split()) and is_verb(match[0].lower()):
            return sentence[:end], _HEADS[head]
        covered += len(tokens(match[0]))
        end = match.end()
    return None  # No verb follows: a heading such as "Petugas Survei", not a sentence.


def is_verb(word: str) -> bool:
    """Whether a lower-case word looks like a verb or begins what follows the actor."""
    return bool(_VERB.match(word)) and word not in _NOT_VERB


_SIGNER = re.compile(
    r"(?:ditandatangani|disahkan|tanda ?tangan)\b[^.;]*?\boleh\s+(?P<who>[^.;,]{3,60})", re.I
)


def signers(sentence: str) -> list[tuple[str, str]]:
    """Whoever a sentence says signs (`ditandatangani oleh ...`): words and common name."""
    found = []
    for match in _SIGNER.finditer(sentence):
        who = " ".join(match["who"].split())
        for name in sorted(heads(who)):
            found.append((who, name))
            break
    return found
