"""How a poster's words fit on one sheet: the width of its columns, and what is left to the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..listed import Butir, Kelompok
from .content import Poster

# A line that ends early takes its whole width and a little room below: as much as these letters.
_LINE = 20
# Small letters take about this much of the room of others.
_SMALL = 0.6
# What is shown of an overlong list at least, and by which steps it gets shorter.
_FEW, _SHARES = 6, (0.8, 0.6, 0.45, 0.3, 0.2, 0.1, 0.0)
_COLUMNS, _NARROWEST, _WIDEST = 96, 32, 68


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
