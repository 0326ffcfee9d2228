"""The pages of findings cut into pages that a phone can show, and where each SOP and rule then is.

Called by `mutu`. What is cut are findings, so that one SOP or rule with very many goes on, too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ...meaning.temuan import Aturan, Temuan, TemuanBersama
from .paging import Lembar, sheets

# Bytes of HTML that findings fill on one page, about.
MOST = 200_000
# Places of one regulation's fault that are named; each is also on its own office's page.
MOST_PLACES = 40
_OF_FINDING, _OF_PROOF, _OF_PLACE, _OF_LINE = 480, 120, 350, 420


@dataclass(frozen=True)
class Bagian:
    """One heading of a page with its findings, or with a note where it only counts."""

    id: str
    judul: str
    alamat: str = ""
    keterangan: str = ""
    temuan: tuple[Temuan, ...] = ()
    aturan: tuple[Aturan, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """One finding of a part, or the whole part where it has none."""

    nomor: int
    bagian: Bagian
    temuan: Temuan | None


def cut(parts: Iterable[Bagian], address: str) -> Iterator[Lembar[Bagian]]:
    """The parts as pages; a part that goes on stands on each of its pages with what is there."""
    for sheet in sheets(_pieces(parts), address, MOST, _weight):
        yield Lembar(sheet.dasar, sheet.nomor, sheet.dari, tuple(_joined(sheet.isi)))


def _pieces(parts: Iterable[Bagian]) -> Iterator[_Piece]:
    for n, part in enumerate(parts):
        if part.temuan:
            yield from (_Piece(n, part, item) for item in part.temuan)
        else:
            yield _Piece(n, part, None)


def _joined(pieces: Iterable[_Piece]) -> Iterator[Bagian]:
    for _, group in groupby(pieces, key=lambda piece: piece.nomor):
        found = list(group)
        yield replace(found[0].bagian, temuan=tuple(one.temuan for one in found if one.temuan))


def _weight(piece: _Piece) -> float:
    item = piece.temuan
    if item is None:
        return _OF_LINE
    total = _OF_FINDING + len(item.pesan) + len(item.saran)
    total += sum(_OF_PROOF + len(proof.kutipan) + len(proof.pada) for proof in item.bukti)
    if isinstance(item, TemuanBersama):
        total += _OF_PLACE * min(len(item.tempat), MOST_PLACES)
    return total
