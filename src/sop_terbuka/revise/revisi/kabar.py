"""Which changes are news for people, and which are only work on our copies and notes.

Called by riwayat. As long as an SOP is a transcription, whatever is corrected, reworded or sorted
anew in it is about the copy, not about the service; only a value that the office itself changed,
and that the SOP's own `perubahan` says so of, is news.
"""

from ...data.correction import canonical
from ...data.model import Instansi, Sop
from ...data.model.sop import PerubahanNilai
from ...meaning.jam import office_hours
from .record import Berkas, Perubahan
from .state import State
from .text import words

COPY = "transkripsi"
ON_PEOPLE = ("memberatkan", "meringankan")


def is_news(file: Berkas, change: Perubahan, before: State, after: State) -> bool:
    """Whether people meet something else than before."""
    if file.keadaan == "tak terbaca":
        return False
    if file.jenis == "sop":
        return _of_sop(file, change, before, after)
    if file.jenis == "formulir":
        # Only the office changes its own form; the others are our help to write a letter.
        form = after.formulir.get(file.id)
        is_official = form is not None and form.resmi == "ya"
        return file.keadaan != "diubah" or (is_official and change.dampak in ON_PEOPLE)
    if file.jenis == "peraturan":
        return file.keadaan == "diubah" and change.pada == "status"
    return file.jenis == "instansi" and _of_office(file, change, before, after)


def _of_office(file: Berkas, change: Perubahan, before: State, after: State) -> bool:
    old, new = before.instansi.get(file.id), after.instansi.get(file.id)
    if old and new and change.pada.startswith("jam") and _hours(old) == _hours(new):
        return False  # Hours in words that became data are the same hours.
    return change.dampak != "redaksi"


def _hours(office: Instansi) -> set[tuple[str, ...]]:
    return {tuple(words(line)) for line in office_hours(office)}


def _of_sop(file: Berkas, change: Perubahan, before: State, after: State) -> bool:
    if file.keadaan in ("ditambah", "dihapus"):
        return True
    old, new = before.sop.get(file.id_lama or file.id), after.sop.get(file.id)
    if old is None or new is None:
        return False
    if change.pada == "id":
        return True  # Bookmarks and codes lead nowhere from now on.
    if COPY not in (old.status, new.status):
        return change.dampak != "redaksi"
    if change.pada == "status":
        return True
    return any(_is_at(new, change.pada, note) for note in _recorded(old, new))


def _recorded(old: Sop, new: Sop) -> list[PerubahanNilai]:
    """The values that the office changed since, by the SOP's own word."""
    known = {(note.pada, note.menjadi, note.tanggal) for note in old.perubahan}
    return [n for n in new.perubahan if (n.pada, n.menjadi, n.tanggal) not in known]


def _is_at(sop: Sop, pada: str, note: PerubahanNilai) -> bool:
    """Whether a change is told at a noted place, at a part of it, or at what it is a part of."""
    one, two = canonical(sop, pada), canonical(sop, note.pada)
    if one == two or one.startswith(f"{two}.") or two.startswith(f"{one}."):
        return True
    # What is gone has no place of its own any more; its list tells of it.
    return note.menjadi is None and two.startswith(f"{one}[")
