"""A Word file whose bytes depend on its content alone."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

# The first moment that a zip file can name.
_NEVER = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def packed(document: Document) -> bytes:
    """The document as a file: parts in the order of their names, without times."""
    package = document.part.package
    # The template's own picture of itself and its styles for Word 2010 are of no use to anyone.
    for holder in (package, document.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype in (_THUMBNAIL, _EFFECTS):
                del holder.rels[key]
    written = BytesIO()
    document.save(written)
    again = BytesIO()
    with ZipFile(written) as old, ZipFile(again, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _NEVER)
            entry.compress_type = ZIP_DEFLATED
            # Else the file tells which system made it.
            entry.create_system = 0
            new.writestr(entry, old.read(name), compresslevel=9)
    return again.getvalue()


_THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL
_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
