"""The types of a form's fields: one line says all that page, paper, check and browser need.

Read by the model and its rules, by the pages and papers of forms, and as JSON by their scripts.
A new type is a line in JENIS; only a new way of checking needs an entry in `types.mjs` as well.
"""

from dataclasses import dataclass
from typing import Any, Literal

# First parts of names that belong to the document itself; no field of a form may be called so.
RESERVED = frozenset({"lampiran", "surat", "ttd"})

# How an answer is given: typed, chosen, or put on paper with a pen or a paper clip.
Shape = Literal["baris", "paragraf", "pilihan", "pilihan-ganda", "centang", "tabel", "kertas"]
# How wide the room for a typed answer is on paper: a class of the style sheet.
Width = Literal["penuh", "sedang", "sempit"]


@dataclass(frozen=True)
class Jenis:
    """One type of field. What a line of JENIS leaves out is as for a line of free words."""

    id: str
    shape: Shape = "baris"
    # What the browser checks, and how it writes a right answer: a name in `CHECKS` of check.mjs.
    check: str = "teks"
    # How many digits are right; `comb` prints them one to a cell.
    digits: tuple[int, ...] = ()
    comb: bool = False
    # The most letters, where the form itself does not say.
    limit: int | None = None
    # Keys that only such fields have.
    keys: tuple[str, ...] = ()
    # An answer that is right, for hints and messages.
    example: str = ""
    # How to answer, on the page and on paper; `always` says it beside the form's own help too.
    hint: str = ""
    paper_hint: str = ""
    always: bool = False
    # The box in a browser: its kind, its keyboard, and its width as a class of the style sheet.
    box: str = "text"
    keyboard: str = ""
    size: str = ""
    # On paper: the room, what is printed before it, and whether Word offers a calendar.
    width: Width = "penuh"
    before: str = ""
    is_date: bool = False
    # Whether it can be a column of a table.
    in_table: bool = False
    # About how long an answer takes.
    seconds: int = 25
    # Where such a thing is written when it is no question.
    place: str = ""

    @property
    def cells(self) -> int | None:
        """How many cells a digit each are printed."""
        return self.digits[0] if self.comb else None

    @property
    def is_choice(self) -> bool:
        """Whether options are offered."""
        return self.shape in ("pilihan", "pilihan-ganda")

    def published(self) -> dict[str, Any]:
        """What the scripts of a form must know."""
        known = {
            "bentuk": self.shape,
            "periksa": self.check,
            "angka": list(self.digits),
            "contoh": self.example,
            "depan": self.before,
        }
        return {key: value for key, value in known.items() if value}


_LIMIT = ("panjang_maks",)
_OPTIONS = ("pilihan",)
_TABLE = ("kolom", "baris_maks")

JENIS: dict[str, Jenis] = {
    jenis.id: jenis
    for jenis in (
        Jenis("teks", limit=120, keys=_LIMIT, in_table=True),
        Jenis("paragraf", "paragraf", "paragraf", limit=1000, keys=_LIMIT, seconds=90),
        Jenis("nik", check="nik", digits=(16,), comb=True, hint="16 angka.",
              keyboard="numeric", size="l16", in_table=True),
        Jenis("kk", check="nomor", digits=(16,), comb=True, hint="16 angka.",
              keyboard="numeric", size="l16"),
        Jenis("npwp", check="npwp", digits=(15, 16), hint="15 atau 16 angka.",
              keyboard="numeric", size="l16", width="sedang"),
        Jenis("nib", check="nomor", digits=(13,), comb=True, hint="13 angka.",
              keyboard="numeric", size="l16"),
        Jenis("nip", check="nip", digits=(18,), comb=True, hint="18 angka.",
              keyboard="numeric", size="l16"),
        Jenis("tanggal", check="tanggal", example="17-08-1995",
              hint="Tanggal-bulan-tahun. Contoh: 17-08-1995.", paper_hint="Tanggal-bulan-tahun.",
              always=True, keyboard="numeric", size="l10", width="sempit", is_date=True,
              in_table=True),
        Jenis("tanggal-lahir", check="tanggal-lahir", example="17-08-1995",
              hint="Tanggal-bulan-tahun. Contoh: 17-08-1995.", paper_hint="Tanggal-bulan-tahun.",
              always=True, keyboard="numeric", size="l10", width="sempit", is_date=True,
              in_table=True),
        Jenis("telepon", check="telepon", example="0812 3456 7890",
              hint="Contoh: 0812 3456 7890.", box="tel", keyboard="tel", width="sedang",
              in_table=True),
        Jenis("email", check="email", limit=120, keys=_LIMIT, example="nama@contoh.id",
              hint="Contoh: nama@contoh.id.", box="email", keyboard="email"),
        Jenis("kodepos", check="kodepos", digits=(5,), comb=True, hint="5 angka.",
              keyboard="numeric", size="l10"),
        Jenis("angka", check="angka", example="25", keyboard="decimal", size="l10",
              width="sempit", in_table=True),
        Jenis("uang", check="uang", example="1.500.000",
              hint="Dalam rupiah. Contoh: 1.500.000.", keyboard="numeric", size="l16",
              width="sedang", before="Rp", in_table=True),
        Jenis("pilihan", "pilihan", keys=_OPTIONS, paper_hint="Pilih satu.", always=True,
              seconds=10),
        Jenis("pilihan-ganda", "pilihan-ganda", keys=_OPTIONS, hint="Boleh lebih dari satu.",
              paper_hint="Boleh lebih dari satu.", seconds=15),
        Jenis("centang", "centang", seconds=5),
        Jenis("tabel", "tabel", keys=_TABLE, seconds=120),
        Jenis("berkas", "kertas", place="lampiran"),
        Jenis("ttd", "kertas", in_table=True, seconds=10, place="tanda_tangan"),
    )
}  # fmt: skip


def types_with(key: str) -> tuple[str, ...]:
    """The types that have a key of their own."""
    return tuple(jenis.id for jenis in JENIS.values() if key in jenis.keys)
