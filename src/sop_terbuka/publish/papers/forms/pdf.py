"""The blank form as a PDF: fillable on a screen, readable aloud, and with room for a pen."""

from collections.abc import Callable
from typing import Any

from ....data.catalog import Catalog
from ....data.model.formulir import Formulir, Isian, Lampiran
from ...drawing.matrix.html import hyphenated
from ..typeset import laid_out
from . import content, naming
from .acroform import add_fields, placeholder

# Letters that fit beside each other in the room for an answer.
_ONE_LINE, _HALF_LINE = 48, 34
# A table of more rows than this goes on where a page ends.
_WHOLE = 8
# The name that the layout gives the box of a field, or of one of its options.
Box = Callable[..., str]


def blank_pdf(catalog: Catalog, form: Formulir, site_url: str = "") -> bytes:
    """The fillable PDF of a form; `site_url` is where its explanations are found."""
    fields = list(naming.fields(form))
    known = {field.name: field for field in fields}

    def box(name: str, option: str = "") -> str:
        # An unknown name is a mistake of ours and must not pass.
        return placeholder(known[name], option)

    return add_fields(laid_out("forms/blanko.typ", _words(form, site_url, box)), fields)


def _words(form: Formulir, site_url: str, box: Box) -> dict[str, Any]:
    """All that the template prints, and the names of the boxes that it leaves for fields."""
    said = content.words(form)
    return {
        "jenis": form.jenis,
        "judul": form.judul,
        "bantu": "" if form.resmi == "ya" else content.UNOFFICIAL,
        "pengantar": form.pengantar,
        "catatan": form.catatan,
        "tanda": " ".join(content.marks_explained(form)),
        "alamat": content.address(form, site_url),
        "tempat": naming.has_place_and_date(form)
        and {"tempat": box(naming.PLACE), "tanggal": box(naming.DATE)},
        "tujuan": _addressees(form, box),
        "pembuka": said.opening,
        "penutup": [*form.pernyataan, *filter(None, (said.closing,))],
        "bagian": [
            {
                "judul": part.judul,
                "bantuan": part.bantuan or "",
                "isian": [_question(form, isian, box) for isian in part.isian],
            }
            for part in form.bagian
        ],
        "judul-lampiran": content.attachments_title(form),
        "lampiran": [
            {
                "kotak": box(naming.attachment_name(item.id)),
                "label": item.label,
                "tanda": _mark(item),
                "bantu": [*filter(None, (content.condition(form, item), item.bantuan))],
            }
            for item in form.lampiran
        ],
        "ttd": [
            {
                "sebagai": sign.sebagai,
                "meterai": sign.meterai == "ya",
                "cap": sign.cap == "ya",
                "kotak": box(naming.signer_name(sign.id)),
                "bantu": [content.SIGN_HERE, *filter(None, (sign.bantuan,))],
            }
            for sign in form.tanda_tangan
        ],
    }


def _addressees(form: Formulir, box: Box) -> list[dict[str, str]]:
    is_choice = len(form.ditujukan_kepada) > 1
    return [
        {
            "kepada": to.kepada,
            "lewat": to.lewat or "",
            "kotak": box(naming.ADDRESSEE, to.instansi) if is_choice else "",
        }
        for to in form.ditujukan_kepada
    ]


def _question(form: Formulir, isian: Isian, box: Box) -> dict[str, Any]:
    kind = isian.jenis
    said = {
        "bangun": kind.shape,
        "label": isian.label,
        "tanda": _mark(isian),
        "bantu": [*filter(None, (content.hint(form, isian),))],
    }
    if kind.shape == "tabel":
        return said | {
            "utuh": isian.rows <= _WHOLE,
            "kolom": [hyphenated(column.label) for column in isian.kolom],
            "baris": [
                [
                    box(naming.cell_name(isian, row, column)) if column.is_typed else ""
                    for column in isian.kolom
                ]
                for row in range(1, isian.rows + 1)
            ],
        }
    if kind.is_choice:
        return said | {
            "jajaran": arrangement(isian),
            "pilihan": [
                {
                    "label": option.label,
                    "kotak": box(isian.id, option.id)
                    if kind.shape == "pilihan"
                    else box(naming.option_name(isian, option.id)),
                }
                for option in isian.pilihan
            ],
        }
    return said | {
        "kotak": box(isian.id),
        "rupa": shape(isian),
        "petak": kind.cells or 0,
        "depan": kind.before,
    }


def _mark(item: Isian | Lampiran) -> str:
    # The words of a mark stay in one line.
    return content.mark(item).replace(" ", "\N{NO-BREAK SPACE}")


def shape(isian: Isian) -> str:
    """How a field looks on paper: a size that the template knows."""
    return content.height(isian) or isian.jenis.width


def arrangement(isian: Isian) -> str:
    """How the options of a choice stand: in one line, in two columns, or below each other."""
    labels = [option.label for option in isian.pilihan]
    if sum(map(len, labels)) <= _ONE_LINE:
        return "jajar"
    return "lajur" if len(labels) > 3 and max(map(len, labels)) <= _HALF_LINE else ""
