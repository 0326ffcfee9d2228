"""How the Word documents look: paper, styles and languages, with fonts that an office PC has."""

from datetime import datetime

from docx import Document as new_document
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FONT = "Arial"
LABEL, HELP = "Label isian", "Bantuan isian"
_BLACK = RGBColor(0, 0, 0)
# No clock: the moment that the project began counting from.
_CREATED = datetime(2000, 1, 1)
# Word keeps no longer one.
_LONGEST = 255
_AUTHOR = "SOP Terbuka"
# Word 2013 and later; without it Word opens the file in compatibility mode and says so.
_MODE = "15"


def document(title: str) -> Document:
    """An empty A4 document in Indonesian with our styles."""
    made = new_document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    _style(made, "Normal", 10, after=2)
    _style(made, "Title", 15, bold=True, after=3)
    _style(made, "Heading 1", 11.5, bold=True, before=9, after=3)
    for name, size, bold in ((LABEL, 10, True), (HELP, 8.5, False)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        _style(made, name, size, bold=bold)
    _language(made)
    _compatibility(made)
    properties = made.core_properties
    properties.title, properties.language = title[:_LONGEST], "id-ID"
    properties.author = _AUTHOR
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _CREATED
    return made


def _compatibility(made: Document) -> None:
    settings = made.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        # The schema fixes the order; Word refuses a file that breaks it.
        settings.find(qn("w:rsids")).addprevious(compat)
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    setting = OxmlElement("w:compatSetting")
    setting.set(qn("w:name"), "compatibilityMode")
    setting.set(qn("w:uri"), "http://schemas.microsoft.com/office/word")
    setting.set(qn("w:val"), _MODE)
    compat.append(setting)


def protect(made: Document) -> None:
    """Let Tab go from field to field; there is no password, so anyone can lift it."""
    settings = made.settings.element
    lock = OxmlElement("w:documentProtection")
    lock.set(qn("w:edit"), "forms")
    lock.set(qn("w:enforcement"), "1")
    # The schema fixes the order; Word refuses a file that breaks it.
    settings.find(qn("w:defaultTabStop")).addprevious(lock)


def page_number(paragraph: Paragraph) -> None:
    """Write `Halaman 1 dari 2` with fields that Word fills in."""
    for before, code in (("Halaman ", "PAGE"), (" dari ", "NUMPAGES")):
        paragraph.add_run(before)
        field = parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
        paragraph._p.append(field)


def underline(paragraph: Paragraph) -> None:
    """Draw a line to write on below a whole paragraph."""
    paragraph.paragraph_format.space_before = Pt(8)
    border = parse_xml(
        f"<w:pBdr {nsdecls('w')}>"
        '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
    )
    # The schema fixes the order; Word refuses a file that breaks it.
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def _style(
    made: Document, name: str, size: float, *, bold: bool = False, before: float = 0,
    after: float = 0,
) -> None:  # fmt: skip
    style = made.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = _BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # Theme fonts win over named ones, and the theme's are not on every machine.
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.1
    shape.keep_with_next = name == "Heading 1"
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _language(made: Document) -> None:
    for element in made.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "id-ID")
