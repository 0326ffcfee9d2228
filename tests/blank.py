"""The blank papers of the sample site's forms, opened for those who look at them."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
from docx import Document
from docx.oxml.ns import qn
from pikepdf import Dictionary, Name

from sop_terbuka.data.catalog import Catalog, load
from sop_terbuka.publish.papers.forms.pdf import blank_pdf
from sop_terbuka.publish.papers.forms.word import blank_docx
from tests.document_text import squashed

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "situs"
SITE = "https://dinas.example/sop/"
FORMS = sorted(path.stem for path in (SAMPLE / "forms").glob("*.yml"))


@cache
def real() -> Catalog:
    return load(SAMPLE / "sop_data", SAMPLE / "forms")


@cache
def pdf_bytes(form_id: str) -> bytes:
    return blank_pdf(real(), real().formulir[form_id], SITE)


@cache
def docx_bytes(form_id: str) -> bytes:
    return blank_docx(real(), real().formulir[form_id], SITE)


def opened(form_id: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf_bytes(form_id)))


def terminal(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every field that holds a value, with its full name, in the order of the tree."""

    def below(node: pikepdf.Object, prefix: str) -> Iterator[tuple[str, pikepdf.Object]]:
        name = prefix + str(node.T)
        kids = node.get("/Kids", [])
        if any("/T" in kid for kid in kids):
            for kid in kids:
                yield from below(kid, name + ".")
        else:
            yield name, node

    for node in pdf.Root.AcroForm.Fields:
        yield from below(node, "")


def widgets(node: pikepdf.Object) -> list[pikepdf.Object]:
    return list(node.get("/Kids", [node]))


def in_structure(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every widget in the order of the structure tree, which is the tab order."""
    found: list[pikepdf.Object] = []

    def walk(element: pikepdf.Object) -> None:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, Dictionary):
                continue
            if kid.get("/Type") == Name.OBJR:
                assert element.S in (Name.Form, Name.Link)
                found.append(kid.Obj)
            else:
                assert kid.P.objgen == element.objgen
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K[0])
    return [item for item in found if item.Subtype == Name.Widget]


def pdf_text(data: bytes) -> str:
    return squashed("".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages))


def docx_text(data: bytes) -> str:
    root = Document(BytesIO(data)).element.body
    return squashed("".join(node.text or "" for node in root.iter(qn("w:t"))))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree in reading order."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot.K[0])
