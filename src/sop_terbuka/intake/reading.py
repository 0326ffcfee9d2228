"""What a reader found in somebody's file: the neutral shape between the readers and the draft.

A reading says what the file says, where it says so and how sure that is. It knows nothing of our
data files. Indices, not names, join its parts: a lane, a row or a symbol may have no name or the
name of another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["mulai", "selesai", "proses", "keputusan", "dokumen", "penghubung", "terminator"]
"""A symbol's kind; `terminator` is a rounded end that may be the start or an end."""

Column = Literal["kegiatan", "kelengkapan", "waktu", "output", "keterangan"]
COLUMNS: tuple[Column, ...] = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")

LISTS = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
"""The six lists of the identity page, in the order of the official form."""

Document = Literal["sop-ap", "standar-pelayanan", "sop-kesehatan", "lain"]


class IntakeError(Exception):
    """A file cannot be read; the message is one clear Indonesian sentence for its owner."""


@dataclass(frozen=True)
class Place:
    """Where in the file something stands.

    `halaman` counts pages or sheets from 1. One of the others says where on it: `kotak` in points
    from the page's top-left corner (x0, top, x1, bottom), `sel` as a spreadsheet's own address
    ("B4" or "B4:D4"), `baris` as first and last line of a text file, counted from 1.
    """

    halaman: int = 1
    kotak: tuple[float, float, float, float] | None = None
    sel: str = ""
    baris: tuple[int, int] | None = None


@dataclass(frozen=True)
class Value:
    """A text of the file with its places, and why one should look at it again.

    `yakin` runs from 0 to 1. `ragu` says in Indonesian what made the reader unsure; it is empty
    where nothing did.
    """

    teks: str = ""
    tempat: tuple[Place, ...] = ()
    yakin: float = 1.0
    ragu: str = ""

    def __bool__(self) -> bool:
        """Whether the file says anything here."""
        return bool(self.teks.strip())


EMPTY = Value()


@dataclass(frozen=True)
class Lane:
    """One actor's column; `kelompok` is the upper line of a two-level head."""

    nama: Value
    kelompok: str = ""

    @property
    def lengkap(self) -> str:
        """The name by which the actor is known, with its group before it."""
        return f"{self.kelompok} {self.nama.teks}".strip()


@dataclass(frozen=True)
class Symbol:
    """A symbol on one row: its lane by index, the last lane where it spans several."""

    lajur: int
    jenis: Kind
    teks: str = ""
    sampai: int | None = None
    tempat: tuple[Place, ...] = ()
    yakin: float = 1.0
    ragu: str = ""


@dataclass(frozen=True)
class Row:
    """One row of the matrix.

    `no` is the printed number without its dot, empty where there is none. `gabung` names the
    columns whose cell above goes on here; their text is repeated in `sel`. `lajur` is text written
    in the lanes themselves (a mark, a word), by lane, that is neither a symbol's nor an arrow's.
    """

    no: str = ""
    sel: Mapping[Column, Value] = field(default_factory=dict)
    simbol: tuple[Symbol, ...] = ()
    gabung: frozenset[Column] = frozenset()
    tempat: tuple[Place, ...] = ()
    lajur: Mapping[int, Value] = field(default_factory=dict)

    def teks(self, column: Column) -> str:
        """The text of one cell, empty where the file has none."""
        return self.sel.get(column, EMPTY).teks


End = tuple[int, int]
"""A symbol: index of its row in `Reading.langkah`, index in that row's `simbol`."""


@dataclass(frozen=True)
class Arrow:
    """A line as it is drawn, from symbol to symbol."""

    dari: End
    ke: End
    label: Value = EMPTY
    bolak_balik: bool = False
    tanpa_kepala: bool = False
    tempat: tuple[Place, ...] = ()
    yakin: float = 1.0
    ragu: str = ""


@dataclass(frozen=True)
class Reading:
    """One SOP as one file says it.

    `identitas` has the keys nomor, tanggal_pembuatan, tanggal_revisi, tanggal_efektif,
    tanggal_pengesahan, nama_sop, jabatan_pengesah, nama_pengesah, nip_pengesah, judul_matriks,
    waktu_total (the sum that the file itself states),
    where the file has them. `daftar` has the keys of `LISTS`; an item keeps its printed number.
    `komponen` is for a service standard: lines by the key of their heading. `lompatan` pairs page
    connectors (from, to). `satuan_waktu` is the unit that only the head of the time column names.
    `teks_halaman` is all text of the pages this SOP stands on, for the
    share that was understood; `sisa` are texts that were put nowhere. `pesan` are remarks on the
    whole document, such as a flow that is only a picture.
    """

    berkas: str
    jenis: Document = "sop-ap"
    unit: tuple[Value, ...] = ()
    identitas: Mapping[str, Value] = field(default_factory=dict)
    daftar: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    komponen: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    pelaksana: tuple[Lane, ...] = ()
    langkah: tuple[Row, ...] = ()
    panah: tuple[Arrow, ...] = ()
    lompatan: tuple[tuple[End, End], ...] = ()
    alur_gambar: bool = False
    satuan_waktu: str = ""
    teks_halaman: tuple[str, ...] = ()
    sisa: tuple[Value, ...] = ()
    pesan: tuple[str, ...] = ()
