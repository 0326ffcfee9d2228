"""The record of the SOP inside its Word paper, so that the paper can come back as data."""

import io
import uuid

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from .....intake.carried import NAMESPACE, part_of
from .....intake.printing import as_json
from .....intake.word import readings
from ..content import Isi

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    '<ds:datastoreItem ds:itemID="{{{key}}}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
)


def carry(document: Document, isi: Isi) -> None:
    """Add the SOP's record, and what our own reader sees on the finished paper."""
    buffer = io.BytesIO()
    document.save(buffer)
    seen = readings(io.BytesIO(buffer.getvalue()), "sop-ap.docx")
    printed = as_json(seen[0]) if seen else {}
    # Places say where things stand on this paper, not what it says.
    printed = {key: value for key, value in printed.items() if key not in ("tempat", "ragu")}
    package = document.part.package
    item = Part(
        PackURI("/customXml/item1.xml"), CT.XML, part_of(isi.id, isi.rekaman, printed), package
    )
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{NAMESPACE}:{isi.id}")).upper()
    properties = Part(
        PackURI("/customXml/itemProps1.xml"),
        CT.OFC_CUSTOM_XML_PROPERTIES,
        _PROPERTIES.format(key=key, namespace=NAMESPACE).encode(),
        package,
    )
    item.relate_to(properties, RT.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RT.CUSTOM_XML)
