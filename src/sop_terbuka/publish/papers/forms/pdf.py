"""The blank form as a PDF: fillable on a screen, readable aloud, and with room for a pen."""

from functools import cache
from pathlib import Path

from ....data.catalog import Catalog
from ....data.model.formulir import Formulir, Isian
from ...render import environment
from . import content, naming, paper
from .acroform import add_fields, placeholder
from .naming import Field

# Letters that fit beside each other in the room for an answer.
_ONE_LINE, _HALF_LINE = 48, 34


@cache
def _style() -> str:
    return (Path(__file__).parent / "blanko.css").read_text(encoding="utf-8")


def blank_pdf(catalog: Catalog, form: Formulir, site_url: str = "") -> bytes:
    """The fillable PDF of a form; `site_url` is where its explanations are found."""
    fields = list(naming.fields(form))
    return add_fields(
        paper.lay_out(_html(form, fields, site_url), _style(), with_fields=True), fields
    )


def _html(form: Formulir, fields: list[Field], site_url: str) -> str:
    known = {field.name: field for field in fields}

    def box(name: str, option: str = "") -> str:
        # An unknown name is a mistake of the template and must not pass.
        return placeholder(known[name], option)

    return (
        environment()
        .get_template("blanko.html.j2")
        .render(
            formulir=form,
            isi=content,
            nama=naming,
            kotak=box,
            kata_isi=content.words(form),
            bentuk=shape,
            jajaran=arrangement,
            tempat=naming.has_place_and_date(form),
            alamat_situs=content.address(form, site_url),
        )
    )


def shape(isian: Isian) -> str:
    """How a field looks on paper: a class of the style sheet."""
    return content.height(isian) or isian.jenis.width


def arrangement(isian: Isian) -> str:
    """How the options of a choice stand: in one line, in two columns, or below each other."""
    labels = [option.label for option in isian.pilihan]
    if sum(map(len, labels)) <= _ONE_LINE:
        return "jajar"
    return "lajur" if len(labels) > 3 and max(map(len, labels)) <= _HALF_LINE else ""
