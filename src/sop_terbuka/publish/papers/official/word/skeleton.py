"""Everything of a Word document but its text: styles, numbering, page, foot and properties."""

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Mm

from ....render import environment
from ..content import JUDUL, Isi
from ..paper import Paper
from .ooxml import element, field, paragraph, run, twips

_FOOT = 6.0
_BULLETS, _NUMBERS = 1, 2
# Parts of python-docx's template that hold nothing of ours.
_NOT_OURS = ("thumbnail", "stylesWithEffects", "customXml", "extended-properties")


def prepare(document: Document, isi: Isi, paper: Paper) -> None:
    """Make a new document ready for the text."""
    _remove_what_is_not_ours(document)
    _set_language(document)
    _set_styles(document)
    _set_numbering(document)
    _set_page(document, paper)
    _set_foot(document, isi, paper)
    _set_properties(document, isi)


def new_list(document: Document) -> int:
    """The number of a new list that begins at 1."""
    root = document.part.numbering_part.element
    number = len(root.findall(qn("w:num"))) + 1
    start = element("w:startOverride", {"w:val": 1})
    root.append(
        element(
            "w:num",
            {"w:numId": number},
            [
                element("w:abstractNumId", {"w:val": _NUMBERS}),
                element("w:lvlOverride", {"w:ilvl": 0}, [start]),
            ],
        )
    )
    return number


# The list of all bullets; they need no beginning of their own.
BULLETS = 1


def _remove_what_is_not_ours(document: Document) -> None:
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if any(name in relation.reltype for name in _NOT_OURS):
                del holder.rels[key]


def _set_language(document: Document) -> None:
    root = document.settings.element
    root.find(qn("w:themeFontLang")).attrib.clear()
    root.find(qn("w:themeFontLang")).set(qn("w:val"), "id-ID")
    # Without a number some versions of Word call the file damaged.
    root.find(qn("w:zoom")).set(qn("w:percent"), "100")


def _set_styles(document: Document) -> None:
    made = environment()
    assert made.loader is not None
    text = made.loader.get_source(made, "gaya.xml.j2")[0]
    root = document.styles.element
    root[:] = list(parse_xml(text))


def _set_numbering(document: Document) -> None:
    root = document.part.numbering_part.element
    root[:] = [
        _list(_BULLETS, "bullet", "•", 120),
        _list(_NUMBERS, "decimal", "%1.", 300),
        element("w:num", {"w:numId": BULLETS}, [element("w:abstractNumId", {"w:val": _BULLETS})]),
    ]


def _list(number: int, kind: str, text: str, indent: int) -> Element:
    level = [
        element("w:start", {"w:val": 1}),
        element("w:numFmt", {"w:val": kind}),
        element("w:lvlText", {"w:val": text}),
        element("w:lvlJc", {"w:val": "left"}),
        element("w:pPr", children=[element("w:ind", {"w:left": indent, "w:hanging": indent})]),
    ]
    return element(
        "w:abstractNum",
        {"w:abstractNumId": number},
        [
            element("w:multiLevelType", {"w:val": "singleLevel"}),
            element("w:lvl", {"w:ilvl": 0}, level),
        ],
    )


def _set_page(document: Document, paper: Paper) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.left_margin = section.right_margin = Mm(paper.side)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.header_distance = section.footer_distance = Mm(_FOOT)
    section.gutter = Mm(0)


def _set_foot(document: Document, isi: Isi, paper: Paper) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    end = element("w:tab", {"w:val": "right", "w:pos": twips(paper.text_width)})
    tab = element("w:r", children=[element("w:tab")])
    root = footer._element
    root[:] = [
        paragraph(
            "Footer",
            run(f"{isi.nama} · {isi.kaki.versi}"),
            tab,
            run("Halaman "),
            field("PAGE"),
            run(" dari "),
            field("NUMPAGES"),
            before=(element("w:tabs", children=[end]),),
        ),
        paragraph("Footer", run(f"{isi.kaki.status} · {isi.kaki.alamat}")),
    ]


def _set_properties(document: Document, isi: Isi) -> None:
    known = document.core_properties
    # Word takes no longer title; the document itself prints the whole of it.
    known.title, known.author, known.language = isi.judul[:255], isi.instansi[:255], "id-ID"
    known.subject, known.comments = JUDUL, isi.kaki.versi
    known.last_modified_by = known.keywords = known.category = ""
    # The template's own dates say nothing about this document, and the clock must not either.
    root = known._element
    for child in list(root):
        if child.tag in (qn("dcterms:created"), qn("dcterms:modified")):
            root.remove(child)
