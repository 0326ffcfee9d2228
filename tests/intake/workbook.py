"""Small spreadsheets for the tests: cells by openpyxl, shapes as the XML that Excel writes."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.styles import Border, Side

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CELL = 64 * 9525, 20 * 12700
HEAD = [
    ["No", "Kegiatan", "Pelaksana", None, None, "Mutu Baku", None, None, "Ket"],
    [None, None, "Petugas", "Kepala", "Pemohon", "Kelengkapan", "Waktu", "Output", None],
]


def anchor(inner: str, column: int, row: int, end: tuple[int, int] | None = None) -> str:
    """A thing over the middle of one cell, or from the middle of one cell to that of another."""
    (c0, r0), (c1, r1) = (column, row), end or (column, row)
    low, high = (0.2, 0.8) if end is None else (0.5, 0.5)
    if c1 < c0:
        c0, c1 = c1, c0
    corners = [
        f"<xdr:{name}><xdr:col>{c}</xdr:col><xdr:colOff>{int(_CELL[0] * part)}</xdr:colOff>"
        f"<xdr:row>{r}</xdr:row><xdr:rowOff>{int(_CELL[1] * part)}</xdr:rowOff></xdr:{name}>"
        for name, c, r, part in (("from", c0, r0, low), ("to", c1, r1, high))
    ]
    return f"<xdr:twoCellAnchor>{''.join(corners)}{inner}<xdr:clientData/></xdr:twoCellAnchor>"


def shape(key: int, preset: str, text: str = "", *, box: bool = False) -> str:
    """A preset shape, or a text box."""
    mark = ' txBox="1"' if box else ""
    body = f"<xdr:txBody><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></xdr:txBody>"
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{key}" name="S{key}"/><xdr:cNvSpPr{mark}/>'
        f'</xdr:nvSpPr><xdr:spPr><a:xfrm/><a:prstGeom prst="{preset}"/></xdr:spPr>'
        f"{body if text else ''}</xdr:sp>"
    )


def connector(start: int | None, end: int | None, *, flip: bool = False, ends: str = "e") -> str:
    """A straight line glued to shapes; `ends` names its heads: s, e, both or none."""
    glue = f'<a:stCxn id="{start}" idx="2"/>' if start else ""
    glue += f'<a:endCxn id="{end}" idx="0"/>' if end else ""
    heads = '<a:headEnd type="triangle"/>' if "s" in ends else ""
    heads += '<a:tailEnd type="triangle"/>' if "e" in ends else ""
    return (
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="99" name="C"/><xdr:cNvCxnSpPr>{glue}'
        f"</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:xfrm{' flipH=' if flip else ''}"
        f'{chr(34) + "1" + chr(34) if flip else ""}/><a:prstGeom prst="straightConnector1"/>'
        f"<a:ln>{heads}</a:ln></xdr:spPr></xdr:cxnSp>"
    )


def write(path: Path, sheets: dict[str, list[list[object]]], drawn: dict[str, list[str]]) -> Path:
    """A workbook of ruled cells, with things drawn on its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    thin = Side(style="thin")
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for row, line in enumerate(lines, start=1):
            for column, value in enumerate(line, start=1):
                cell = sheet.cell(row, column, value)
                cell.border = Border(top=thin, bottom=thin)
            sheet.row_dimensions[row].height = 20
        for column in range(1, 12):
            sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = 64 / 7
    book.save(path)
    names = list(sheets)
    with zipfile.ZipFile(path, "a") as archive:
        for name, things in drawn.items():
            number = names.index(name) + 1
            archive.writestr(
                f"xl/worksheets/_rels/sheet{number}.xml.rels",
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="rId1" Type="{_REL}/drawing" '
                f'Target="../drawings/drawing{number}.xml"/></Relationships>',
            )
            archive.writestr(
                f"xl/drawings/drawing{number}.xml",
                f"<xdr:wsDr {_XDR} {_A}>{''.join(things)}</xdr:wsDr>",
            )
    return path
