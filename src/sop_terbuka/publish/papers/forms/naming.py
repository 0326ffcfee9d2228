"""Names of the fields in blank documents: the contract between paper, PDF, DOCX and live form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ....data.isian import RESERVED
from ....data.model.formulir import Formulir, Isian, Kolom
from ....data.problem import SopTerbukaError
from .content import condition

Kind = Literal["teks", "paragraf", "centang", "radio"]

# What a ticked box exports; a radio group exports the id of its option.
ON = "ya"


@dataclass(frozen=True)
class Field:
    """One field of a blank document, by its full name.

    `options` holds what a radio group can export, with the words of each.
    """

    name: str
    kind: Kind
    tooltip: str
    is_required: bool = False
    max_length: int | None = None
    comb: int | None = None
    options: tuple[tuple[str, str], ...] = ()


def cell_name(isian: Isian, row: int, column: Kolom) -> str:
    """The name of a table's cell; rows count from 1."""
    return f"{isian.id}.{row}.{column.id}"


def option_name(isian: Isian, option: str) -> str:
    """The name of one box of a multiple choice; in DOCX also of a single choice."""
    return f"{isian.id}.{option}"


def attachment_name(attachment: str) -> str:
    """The name of the box before a thing to bring."""
    return f"lampiran.{attachment}"


def signer_name(sign: str) -> str:
    """The name of the line below a signature that holds the signer's name."""
    return f"ttd.{sign}.nama"


PLACE, DATE, ADDRESSEE = "surat.tempat", "surat.tanggal", "surat.tujuan"


def typed_columns(isian: Isian) -> list[Kolom]:
    """The columns of a table that are typed; a signature is left to the pen."""
    return [column for column in isian.kolom if column.is_typed]


def fields(form: Formulir) -> Iterator[Field]:
    """Every field of a form's blank documents in reading order."""
    _refuse_reserved(form)
    if form.jenis == "surat":
        # An Indonesian letter begins with its place and date.
        yield from _place_and_date(form)
    if len(form.ditujukan_kepada) > 1:
        offices = tuple((tujuan.instansi, tujuan.kepada) for tujuan in form.ditujukan_kepada)
        yield Field(ADDRESSEE, "radio", "Ditujukan kepada", options=offices)
    for isian in form.isian:
        yield from _of_question(form, isian)
    for item in form.lampiran:
        tooltip = _tooltip(item.label, condition(form, item), item.bantuan)
        # A box beside a thing to bring is a help for packing, never a duty.
        yield Field(attachment_name(item.id), "centang", tooltip)
    if form.jenis != "surat":
        yield from _place_and_date(form)
    for sign in form.tanda_tangan:
        tooltip = f"Nama terang: {sign.sebagai}"
        yield Field(signer_name(sign.id), "teks", tooltip, max_length=120)


def has_place_and_date(form: Formulir) -> bool:
    """Whether the document has its own line for place and date.

    A letter that asks for its date among its fields would ask twice.
    """
    asks = any(isian.id == "tanggal" and isian.jenis.is_date for isian in form.isian)
    return bool(form.tanda_tangan) and not (form.jenis == "surat" and asks)


def _place_and_date(form: Formulir) -> Iterator[Field]:
    if has_place_and_date(form):
        yield Field(PLACE, "teks", "Tempat penandatanganan", max_length=60)
        yield Field(DATE, "teks", "Tanggal penandatanganan", max_length=40)


def _of_question(form: Formulir, isian: Isian) -> Iterator[Field]:
    tooltip = _tooltip(isian.label, condition(form, isian), isian.bantuan)
    required = isian.wajib == "ya"
    options = tuple((option.id, option.label) for option in isian.pilihan)
    kind: Kind
    shape = isian.jenis.shape
    if shape == "pilihan":
        yield Field(isian.id, "radio", tooltip, required, options=options)
    elif shape == "pilihan-ganda":
        for option, label in options:
            yield Field(
                option_name(isian, option), "centang", _tooltip(isian.label, label, isian.bantuan)
            )
    elif shape == "centang":
        yield Field(isian.id, "centang", tooltip, required)
    elif shape == "tabel":
        for row in range(1, isian.rows + 1):
            for column in typed_columns(isian):
                words = f"{isian.label}, baris {row}: {column.label}"
                # Words wrap in a narrow column; a table is required as a whole, by its first row.
                kind = "paragraf" if column.jenis.check == "teks" else "teks"
                yield Field(cell_name(isian, row, column), kind, words, required and row == 1)
    else:
        kind = "paragraf" if shape == "paragraf" else "teks"
        comb = isian.jenis.cells
        yield Field(isian.id, kind, tooltip, required, comb or isian.batas, comb)


def _tooltip(*parts: str | None) -> str:
    """The label and its help as sentences."""
    said = [part[0].upper() + part[1:].rstrip(".: ") for part in parts if part]
    return ". ".join(said)


def _refuse_reserved(form: Formulir) -> None:
    for isian in form.isian:
        if isian.id in RESERVED:
            raise SopTerbukaError(
                f'formulir "{form.id}": id isian "{isian.id}" dipakai dokumen sendiri. '
                "Pakai id lain."
            )
