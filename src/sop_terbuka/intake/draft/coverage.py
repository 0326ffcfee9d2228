"""How many of a file's words are in its draft, and which are left over."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_FORM = frozenset({
    "no", "nomor", "sop", "tanggal", "tgl", "pembuatan", "revisi", "efektif", "pengesahan",
    "disahkan", "oleh", "nama", "dasar", "hukum", "kualifikasi", "pelaksana", "keterkaitan",
    "peralatan", "perlengkapan", "peringatan", "pencatatan", "dan", "pendataan", "kegiatan",
    "mutu", "baku", "kelengkapan", "waktu", "output", "keterangan", "ket", "standar",
    "operasional", "prosedur", "uraian", "persyaratan", "nip", "aktivitas", "halaman", "dari",
    "pendaftaran",
})  # fmt: skip
_MOST_SHOWN = 30


@dataclass(frozen=True)
class Coverage:
    """Words of the file, those that the draft has or the form itself prints, and the rest."""

    words: int
    found: int
    form: int
    left: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the file's own words that are in the draft."""
        own = self.words - self.form
        return self.found / own if own else 1.0


def coverage(pages: Sequence[str], draft: str) -> Coverage:
    """Compare the words of the file with those of the draft, each as often as it is there."""
    have = Counter(word.casefold() for word in _WORD.findall(draft))
    words = found = form = 0
    left: list[str] = []
    for line in (line for page in pages for line in page.splitlines()):
        missing: list[str] = []
        for word in _WORD.findall(line):
            words += 1
            plain = word.casefold()
            if have[plain] > 0:
                have[plain] -= 1
                found += 1
            elif plain in _FORM or (plain.isdigit() and len(plain) < 3):
                form += 1
            else:
                missing.append(word)
        if missing:
            left.append(" ".join(missing))
    return Coverage(words, found, form, tuple(left))


def shown(left: Sequence[str]) -> list[str]:
    """The left-over words for the terminal, the first ones only where they are many."""
    listed = list(left[:_MOST_SHOWN])
    if len(left) > _MOST_SHOWN:
        listed.append(f"... dan {len(left) - _MOST_SHOWN} baris lagi")
    return listed
