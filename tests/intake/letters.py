"""Small Word files for the tests: tables by python-docx, shapes as the XML that Word writes."""

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.table import Table

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
HEAD = [
    ["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket"],
    ["", "", "Petugas", "Kepala", "Kelengkapan", "Waktu", "Output", ""],
]


def document(path: Path, *tables: list[list[str]], draw: dict[tuple[int, int], str]) -> Path:
    """Tables of text; `draw` puts shapes into cells of the last one, by row and column."""
    made = docx.Document()
    table: Table | None = None
    for lines in tables:
        made.add_paragraph("")
        table = made.add_table(len(lines), len(lines[0]))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                table.cell(row, column).text = text
            table.rows[row].height = docx.shared.Pt(40)
        for column in table.columns:
            column.width = docx.shared.Pt(60)
    for (row, column), run in draw.items():
        assert table is not None
        table.cell(row, column).paragraphs[0]._p.append(parse_xml(run))
    # LibreOffice loses a table at the very end when it writes the older format.
    made.add_paragraph("")
    made.save(str(path))
    return path


def symbol(
    key: int, preset: str, text: str = "", x: float = 10, y: float = 10, *, old: bool = False
) -> str:
    """A floating preset shape of 40 by 20 points; `old` gives it Word's VML twin as well."""
    words = f"<wps:txbx><w:txbxContent>{_paragraph(text)}</w:txbxContent></wps:txbx>"
    inside = f'<wps:cNvPr id="{key}" name="S"/><wps:cNvSpPr/>{_geometry(preset, "")}'
    return _run(_anchor(key, x, y, 40, 20, inside + (words if text else "")), text if old else "")


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _geometry(preset: str, more: str) -> str:
    return f'<wps:spPr>{more}<a:prstGeom prst="{preset}"/></wps:spPr>'


def arrow(key: int, x: float, y: float, wide: float, tall: float, *, flip: bool = False) -> str:
    """A straight arrow from the upper left to the lower right of its box, or from the right."""
    turned = ' flipH="1"' if flip else ""
    line = '<a:ln><a:tailEnd type="triangle"/></a:ln>'
    shape = f'<a:xfrm{turned}/><a:prstGeom prst="straightConnector1"/>{line}'
    inside = f'<wps:cNvPr id="{key}" name="A"/><wps:cNvCnPr/><wps:spPr>{shape}</wps:spPr>'
    return _run(_anchor(key, x, y, wide, tall, inside), "")


def vml(kind: str, style: str, *, line: tuple[str, str] | None = None) -> str:
    """A shape as Word 2007 and older wrote it."""
    if line is not None:
        body = f'<v:line from="{line[0]}" to="{line[1]}"><v:stroke endarrow="block"/></v:line>'
    else:
        body = f'<v:shape type="#_x0000_t{kind}" style="position:absolute;{style}"/>'
    return f"<w:r {_NS}><w:pict>{body}</w:pict></w:r>"


def _anchor(key: int, x: float, y: float, wide: float, tall: float, inside: str) -> str:
    emu = [int(number * 12700) for number in (x, y, wide, tall)]
    places = "".join(
        f'<wp:{name} relativeFrom="{base}"><wp:posOffset>{offset}</wp:posOffset></wp:{name}>'
        for name, base, offset in (
            ("positionH", "column", emu[0]),
            ("positionV", "paragraph", emu[1]),
        )
    )
    return (
        f'<w:drawing><wp:anchor><wp:simplePos x="0" y="0"/>{places}'
        f'<wp:extent cx="{emu[2]}" cy="{emu[3]}"/><wp:docPr id="{key}" name="S"/>'
        f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp>{inside}<wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _run(drawing: str, old: str) -> str:
    if not old:
        return f"<w:r {_NS}>{drawing}</w:r>"
    words = f"<v:textbox><w:txbxContent>{_paragraph(old)}</w:txbxContent></v:textbox>"
    fallback = f'<w:pict><v:rect style="width:40pt;height:20pt">{words}</v:rect></w:pict>'
    return (
        f'<w:r {_NS}><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
