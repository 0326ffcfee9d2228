"""The newest changes of one SOP, as its own page tells them to officers."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...data.tanggal import in_words
from ...revise.riwayat import Entri
from ..feeds.feed import history_place

_MOST_ENTRIES, _MOST_SENTENCES = 10, 8


@dataclass(frozen=True)
class Perubahan:
    """What changed on one day, in sentences; `alamat` shows what was and what is."""

    tanggal: str
    alamat: str
    kalimat: tuple[str, ...]


def recent(entries: Sequence[Entri]) -> tuple[Perubahan, ...]:
    """The newest entries; the page of the history has them all."""
    return tuple(_entry(entry) for entry in entries[:_MOST_ENTRIES])


def _entry(entry: Entri) -> Perubahan:
    shown = [sentence.teks for sentence in entry.perubahan[:_MOST_SENTENCES]]
    if more := len(entry.perubahan) - len(shown):
        shown.append(f"dan {more} perubahan lain")
    return Perubahan(entry.tanggal, history_place(entry), tuple(shown))


def summary(entries: Sequence[Entri]) -> str:
    """How often it changed, and when last, for the line above the folded part."""
    if not entries:
        return "belum ada"
    return f"{len(entries)} perubahan, terakhir {in_words(entries[0].tanggal)}"
