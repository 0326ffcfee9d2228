"""Sets a paper with Typst: a template beside its module, its words as data, always the same bytes.

Words reach the template as data and never as its code. Nothing of the machine is read but our own
templates and fonts; no clock is asked.
"""

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont
from pikepdf import ObjectStreamMode, Pdf

from .heads import associate

ROOT = Path(__file__).parent
# What stands for a letter that our fonts do not have: an accessible PDF may not leave it out.
UNKNOWN = "[?]"
# What the metadata say of the file and not of the paper.
_IDLE = re.compile(
    rb"<(xmp:CreatorTool|xmpMM:\w+|xmpTPg:NPages|dc:format|pdf:PDFVersion)>[^<]*</\1>"
)


def typeset(template: str, isi: Any) -> bytes:
    """A template such as `ceklis/ceklis.typ`, filled, as a small tagged PDF (PDF/UA-1)."""
    with Pdf.open(BytesIO(laid_out(template, isi))) as pdf:
        associate(pdf)
        return pack(pdf)


def laid_out(template: str, isi: Any, is_tagged: bool = True) -> bytes:
    """The paper as Typst writes it, for those who work on it further."""
    made = _compiler(template, isi).compile(
        format="pdf",
        pdf_standards="ua-1" if is_tagged else [],
        pdf_tags=is_tagged,
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def places(template: str, isi: Any, label: str) -> list[Any]:
    """The values of all `metadata` with a label such as `<baris>`, in the order of the paper."""
    compiler = _compiler(template, isi)
    found: list[Any] = json.loads(compiler.query(label, field="value"))
    return found


def pack(pdf: Pdf) -> bytes:
    """Write a document small, with an identity made of its content and no time of its own."""
    if "/First" not in pdf.Root.get("/Outlines", {"/First": None}):
        del pdf.Root.Outlines
    # Absent, it means the same; some readers take the word itself for a mistake.
    if "/Suspects" in pdf.Root.MarkInfo:
        del pdf.Root.MarkInfo.Suspects
    pdf.Root.Metadata.write(_IDLE.sub(b"", pdf.Root.Metadata.read_bytes()))
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    made = BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        recompress_flate=True,
    )
    return made.getvalue()


def _compiler(template: str, isi: Any) -> typst.Compiler:
    return typst.Compiler(
        ROOT / template,
        root=ROOT,
        font_paths=_fonts(),
        sys_inputs={"isi": json.dumps(_data(isi), ensure_ascii=False)},
    )


def _data(value: Any) -> Any:
    """What a template can read: records as their fields, and only letters that can be printed."""
    if isinstance(value, str):
        # Drawings and most words: looking for each letter would take longer than to set them.
        if value.isascii() and value.isprintable():
            return value
        return _unprintable().sub(UNKNOWN, value)
    if dataclasses.is_dataclass(value):
        return {f.name: _data(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _data(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_data(inner) for inner in value]
    return value


@cache
def _unprintable() -> re.Pattern[str]:
    fonts = {path.name: _letters(path) for path in (ROOT / "fonts").glob("*.ttf")}
    # Letters have to be there in every style; signs have one.
    styles = [fonts.pop(name) for name in sorted(fonts) if name.startswith("NotoSans-")]
    known = set.intersection(*styles).union(*fonts.values())
    # Breaks and joiners have no picture of their own.
    letters = {*map(chr, known), *"\n\u00ad\u200b\u200d"} - {"\r"}
    return re.compile(f"[^{''.join(map(re.escape, sorted(letters)))}]")


def _letters(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[ROOT / "fonts"]
    )
