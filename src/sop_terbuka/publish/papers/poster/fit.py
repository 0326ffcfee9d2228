"""How a poster's words fit on one sheet: how large to begin with, and what is left to the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import sqrt

from .content import Baris, Butir, Kelompok, Poster

# In points. Letters of 12 points are read from a metre and a half; smaller ones are no poster.
SMALLEST, LARGEST = 12.0, 22.0
# A line that ends early takes its whole width and a little room below: as much as these letters.
_LINE = 20
# Small letters take about this much of the room of others.
_SMALL = 0.6
# The share of the sheet that is filled by nothing, by a letter of the longer column (by the percent
# of its width), of the head, of the longest answer and of the longer half of the foot, in letters
# of 17 points: measured on the services of two offices, true to a twentieth.
_EMPTY, _COLUMN, _HEAD, _ANSWER, _FOOT, _MEASURED = 0.35, 0.0276, 0.00034, 0.00028, 0.00058, 17.0
_AIM = 0.92
# What is shown of an overlong list at least, and by which steps it gets shorter.
_FEW, _SHARES = 6, (0.8, 0.6, 0.45, 0.3, 0.2, 0.1, 0.0)
_COLUMNS, _NARROWEST, _WIDEST = 96, 32, 68


def first_size(poster: Poster, left: int) -> float:
    """The size of letters, in points, with which the sheet is likely to be full and no fuller.

    It may be one that is too small to be read; nobody need lay that sheet out.
    """
    head = 2 * len(poster.nama) + len(poster.ringkasan) + sum(map(len, poster.siapa))
    filled = (
        _EMPTY
        + _COLUMN * max(_asked(poster) / left, _steps(poster) / (_COLUMNS - left))
        + _HEAD * head
        + _ANSWER * max(2 * len(one.nilai) + len(one.rincian) for one in poster.jawaban)
        + _FOOT * max(_lines(poster.tempat), _lines(poster.pengaduan))
    )
    return min(LARGEST, _MEASURED * sqrt(_AIM / filled))


def left_width(poster: Poster) -> int:
    """The width in percent of the left column that makes both about as long as each other."""
    asked, steps = _asked(poster), _steps(poster)
    return round(max(_NARROWEST, min(_WIDEST, _COLUMNS * asked / (asked + steps))))


def shorter(poster: Poster) -> Iterator[Poster]:
    """The sheet with less and less on it; what is left out is said, and stands on the page.

    First goes what only explains a requirement, then the last requirements and steps.
    """
    bare = _without_notes(poster)
    yield bare
    for share in _SHARES:
        yield _first_ones(bare, share)


def _without_notes(poster: Poster) -> Poster:
    groups = tuple(
        replace(group, butir=tuple(map(_without_note, group.butir))) for group in poster.syarat
    )
    notes = ("Penjelasan syarat ada pada halaman layanan.", *poster.catatan_syarat)
    return replace(poster, syarat=groups, catatan_syarat=notes)


def _without_note(item: Butir) -> Butir:
    return item if item.is_pilihan else replace(item, kecil="")


def _first_ones(poster: Poster, share: float) -> Poster:
    items = sum(len(group.butir) for group in poster.syarat)
    groups = tuple(_up_to(poster.syarat, max(_FEW, int(items * share))))
    steps = poster.langkah[: max(_FEW, int(len(poster.langkah) * share))]
    notes, said = poster.catatan_syarat, poster.catatan_langkah
    if more := items - sum(len(group.butir) for group in groups):
        notes = (f"Dan {more} syarat lain: lihat halaman layanan.", *notes)
    if more := len(poster.langkah) - len(steps):
        said = f"Dan {more} langkah lain: lihat halaman layanan. {said}".rstrip()
    return replace(poster, syarat=groups, catatan_syarat=notes, langkah=steps, catatan_langkah=said)


def _up_to(groups: Iterable[Kelompok], count: int) -> Iterator[Kelompok]:
    for group in groups:
        if count:
            yield replace(group, butir=group.butir[:count])
        count -= min(count, len(group.butir))


def _asked(poster: Poster) -> float:
    heads = sum(_LINE + len(g.judul) + _SMALL * len(g.keterangan) for g in poster.syarat)
    return _LINE + heads + sum(_letters(group.butir) for group in poster.syarat)


def _steps(poster: Poster) -> float:
    return _LINE + _letters(poster.langkah)


def _letters(items: Iterable[Butir]) -> float:
    return sum(_LINE + len(i.teks) + len(i.rincian) + _SMALL * len(i.kecil) for i in items)


def _lines(rows: Iterable[Baris]) -> int:
    return sum(_LINE + sum(map(len, row.isi)) for row in rows)
