"""Content controls of a Word document: what a person tabs through and a program fills by tag."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from markupsafe import escape

from .naming import Field

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
# Word limits a control's name and tag to this many letters.
_LONGEST = 64
# What an empty control holds: it can be seen and clicked, and prints as nothing.
EMPTY = "\u00a0" * 6
UNTICKED, TICKED = "\u2610", "\u2612"
_BOX_FONT = "MS Gothic"
_DATE = (
    '<w:date><w:dateFormat w:val="dd-MM-yyyy"/><w:lid w:val="id-ID"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)


class Controls:
    """Makes the controls of one document; each gets the next number."""

    def __init__(self) -> None:
        self.made = 0

    def text(self, field: Field, is_date: bool = False) -> BaseOxmlElement:
        """A control for words; one of several lines takes line breaks."""
        # A plain-text control of several lines loses its line breaks in LibreOffice.
        kind = _DATE if is_date else "" if field.kind == "paragraf" else "<w:text/>"
        content = f'<w:r><w:t xml:space="preserve">{EMPTY}</w:t></w:r>'
        return self._control(field.name, field.tooltip, f"<w:showingPlcHdr/>{kind}", content)

    def box(self, tag: str, label: str) -> BaseOxmlElement:
        """A box to tick."""
        kind = (
            '<w14:checkbox><w14:checked w14:val="0"/>'
            f'<w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox>'
        )
        fonts = " ".join(f'w:{script}="{_BOX_FONT}"' for script in ("ascii", "eastAsia", "hAnsi"))
        content = (
            f'<w:r><w:rPr><w:rFonts {fonts} w:hint="eastAsia"/></w:rPr><w:t>{UNTICKED}</w:t></w:r>'
        )
        return self._control(tag, label, kind, content)

    def _control(self, tag: str, label: str, kind: str, content: str) -> BaseOxmlElement:
        self.made += 1
        name = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
        made: BaseOxmlElement = parse_xml(
            f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr>"
            f'<w:alias w:val="{escape(name)}"/><w:tag w:val="{escape(tag)}"/>'
            f'<w:id w:val="{self.made}"/><w:lock w:val="sdtLocked"/>{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
        return made
