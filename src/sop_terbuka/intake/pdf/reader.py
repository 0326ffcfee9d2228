"""From a PDF file to readings: its pages, its matrices, and the identity each belongs to."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from ..reading import IntakeError, Reading, Value
from .content import Content, content, measured
from .identity import Identity, identity, title
from .matrix import Matrix, matrices
from .pages import Part, Sheet, parts, sheet
from .table import value
from .writing import lines, text

MOST = 250
"""A file of more pages than this is refused: it is a book, not an office's SOPs."""


def read(path: Path) -> list[Reading]:
    """Every SOP in the file."""
    pages = measured(_pages(path))
    if not any(page.words for page in pages):
        raise IntakeError(
            "berkas ini tidak memuat teks: mungkin hasil pindai. "
            "Mintalah berkas aslinya (Word atau Excel), atau ketik datanya."
        )
    try:
        found = _readings(path.name, [sheet(page) for page in pages])
    except (ArithmeticError, LookupError, ValueError, RecursionError) as error:
        raise IntakeError(
            "susunan halaman berkas ini tidak dipahami pembaca PDF. "
            "Coba berkas Word atau Excel aslinya, dan laporkan berkas ini."
        ) from error
    if not found:
        raise IntakeError(
            "tidak ada SOP di berkas ini: tabel dengan kepala Kegiatan, Waktu, dan Output "
            "tidak ditemukan, begitu pula halaman identitasnya."
        )
    return found


@contextmanager
def _opened(path: Path) -> Iterator[PDF]:
    """The file, opened; every way in which that fails as one sentence for its owner."""
    try:
        if path.stat().st_size == 0:
            raise IntakeError("berkas ini kosong (0 bita).")
        with path.open("rb") as stream:
            if b"%PDF" not in stream.read(1024):
                raise IntakeError("berkas ini bukan PDF walaupun namanya berakhiran .pdf.")
    except OSError as error:
        raise IntakeError(f"berkas tidak dapat dibuka: {error.strerror}.") from error
    # The library tells of every broken number in a broken file; one sentence is enough.
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(path) as opened:
            yield opened
    except IntakeError:
        raise
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise IntakeError(
                "berkas ini dikunci dengan kata sandi. Buka kuncinya dahulu, lalu simpan ulang."
            ) from error
        raise IntakeError(DAMAGED) from error
    except MemoryError:
        raise IntakeError("berkas ini terlalu besar untuk dibaca di komputer ini.") from None
    except Exception as error:
        raise IntakeError(DAMAGED) from error
    finally:
        log.setLevel(level)


DAMAGED = "berkas ini rusak atau bukan PDF yang utuh. Buka dan simpan ulang sebagai PDF dahulu."


def _pages(path: Path) -> list[Content]:
    with _opened(path) as opened:
        count = len(opened.pages)
        if count == 0:
            raise IntakeError(DAMAGED)
        if count > MOST:
            raise IntakeError(
                f"berkas ini {count} halaman; paling banyak {MOST} halaman dibaca sekaligus. "
                "Pisahkan dahulu menjadi beberapa berkas."
            )
        made = []
        for page in opened.pages:
            made.append(content(page, path))
            page.close()
        return made


@dataclass
class Group:
    """One SOP: its matrix, and the sheets before it that may hold its identity."""

    matrix: Matrix | None
    sheets: list[Sheet] = field(default_factory=list)
    end: float = float("inf")


def _readings(name: str, sheets: Sequence[Sheet]) -> list[Reading]:
    groups = _groups(sheets, parts(sheets))
    found: list[Reading] = []
    last = Identity()
    for group in groups:
        own = _identity(group)
        if own.found < 3:
            own = Identity(last.fields, last.lists, last.unit) if last.found else own
        else:
            last = own
        if group.matrix is None and own.found < 3:
            continue
        found.append(_reading(name, group, own))
    return found


def _groups(sheets: Sequence[Sheet], stretches: Sequence[Part]) -> list[Group]:
    """The matrices of the file, each with the pages since the one before."""
    found: list[Group] = []
    start = 0
    for matrix in matrices(stretches):
        first, last = matrix.parts[0], matrix.parts[-1]
        at = next(n for n, one in enumerate(sheets) if one is first.sheet)
        end = next(n for n, one in enumerate(sheets) if one is last.sheet)
        found.append(Group(matrix, list(sheets[start : at + 1]), first.head.top))
        start = end + 1
    if not found:
        return [Group(None, list(sheets))]
    return found


def _identity(group: Group) -> Identity:
    """The fullest identity among the pages before a matrix."""
    best = Identity()
    for n, one in enumerate(group.sheets):
        end = group.end if n == len(group.sheets) - 1 else float("inf")
        made = identity(one, end)
        if made.found > best.found:
            best = made
    return best


def _reading(name: str, group: Group, own: Identity) -> Reading:
    fields = dict(own.fields)
    messages: list[str] = []
    matrix = group.matrix
    if matrix is None:
        messages.append(
            "matriks prosedur tidak ditemukan di berkas ini: mungkin berupa gambar. "
            "Hanya identitasnya yang dibaca."
        )
        return Reading(
            berkas=name,
            identitas=fields,
            unit=tuple(own.unit),
            daftar={key: tuple(found) for key, found in own.lists.items()},
            pesan=tuple(messages),
            teks_halaman=tuple(text(one.page.words) for one in group.sheets),
            sisa=tuple(_left(group.sheets, own.used)),
        )
    first = matrix.parts[0]
    heading = title(
        first.sheet.page, first.head.top, first.head.columns[0].x0, first.head.columns[-1].x1
    )
    if heading is not None:
        fields.setdefault("judul_matriks", heading)
    sheets = [*group.sheets, *(part.sheet for part in matrix.parts[1:])]
    return Reading(
        berkas=name,
        identitas=fields,
        unit=tuple(own.unit),
        daftar={key: tuple(found) for key, found in own.lists.items()},
        pelaksana=matrix.lanes,
        langkah=tuple(matrix.rows),
        panah=tuple(matrix.arrows),
        lompatan=tuple(matrix.jumps),
        alur_gambar=matrix.pictured,
        pesan=(*messages, *matrix.messages),
        teks_halaman=tuple(text(one.page.words) for one in sheets),
        sisa=tuple(_left(sheets, own.used | matrix.used)),
    )


def _left(sheets: Sequence[Sheet], used: set[int]) -> list[Value]:
    """Lines of the pages whose words were put nowhere."""
    found: list[Value] = []
    for one in sheets:
        words = [word for word in one.page.words if id(word) not in used]
        found += [value(one.page, list(line.words)) for line in lines(words)]
    return found
