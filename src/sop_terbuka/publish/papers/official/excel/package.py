"""Puts the drawing and the record into the workbook's package, which openpyxl has no words for."""

import io
import re
import uuid
import zipfile

from .....intake.carried import NAMESPACE
from ..word.archive import repacked

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_MADE = b">2000-01-01T00:00:00Z</dcterms:modified>"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(book: bytes, drawing: str, sop_id: str, record: bytes) -> bytes:
    """The package with a drawing on its second sheet, and the SOP's record."""
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    # openpyxl writes the moment of saving here.
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb">[^<]*</dcterms:modified>", _MADE, core)
    types: list[tuple[str, str]] = []
    if drawing:
        parts["xl/drawings/drawing1.xml"] = drawing.encode()
        types.append(("/xl/drawings/drawing1.xml", _DRAWING_TYPE))
        relation = _relation("rId1", f"{_OFFICE}/relationships/drawing", "../drawings/drawing1.xml")
        parts["xl/worksheets/_rels/sheet2.xml.rels"] = _relations(relation)
        link = f'<drawing xmlns:r="{_OFFICE}/relationships" r:id="rId1"/></worksheet>'
        sheet = parts["xl/worksheets/sheet2.xml"]
        parts["xl/worksheets/sheet2.xml"] = sheet.replace(b"</worksheet>", link.encode())
    if record:
        parts["customXml/item1.xml"] = record
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{sop_id}")).upper()
        space = f"{_OFFICE}/customXml"
        parts["customXml/itemProps1.xml"] = (
            f'{_HEAD}<ds:datastoreItem ds:itemID="{{{key}}}" xmlns:ds="{space}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode()
        types.append(("/customXml/itemProps1.xml", _PROPERTIES_TYPE))
        properties = f"{_OFFICE}/relationships/customXmlProps"
        parts["customXml/_rels/item1.xml.rels"] = _relations(
            _relation("rId1", properties, "itemProps1.xml")
        )
        link = _relation(
            "rIdRekaman", f"{_OFFICE}/relationships/customXml", "../customXml/item1.xml"
        )
        _insert(parts, "xl/_rels/workbook.xml.rels", "</Relationships>", link)
    for name, content in types:
        override = f'<Override PartName="{name}" ContentType="{content}"/>'
        _insert(parts, "[Content_Types].xml", "</Types>", override)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return repacked(buffer.getvalue())


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def _relations(inside: str) -> bytes:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'.encode()


def _insert(parts: dict[str, bytes], name: str, end: str, what: str) -> None:
    """Put something before the end of a part's root."""
    parts[name] = parts[name].replace(end.encode(), f"{what}{end}".encode())
