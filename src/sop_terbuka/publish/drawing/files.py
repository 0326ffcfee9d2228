"""The flow as files: the Mermaid text and its picture, and the BPMN model."""

from ...data.model import Sop
from ...meaning import mermaid
from ...meaning.layanan import Layanan
from ..output import Edition, Output
from . import bpmn, diagram

PICTURE = "alur.svg"
_KEYS = frozenset({"langkah", "pelaksana"})


def has_steps(sop: Sop) -> bool:
    """Whether there is a flow to draw."""
    return bool(sop.langkah)


def _script(layanan: Layanan, edition: Edition) -> str:
    return mermaid.script(layanan.sop)


def _picture(layanan: Layanan, edition: Edition) -> diagram.Gambar:
    return diagram.gambar(layanan.sop)


def _text(script: str) -> bytes:
    return script.encode("utf-8")


ALUR = (
    Output(
        nama=PICTURE,
        sebutan="Diagram alir",
        kunci=_KEYS,
        letak="alur",
        tautan="Diagram alur (SVG)",
        content=_picture,
        write=diagram.picture,
        ada=has_steps,
    ),
    Output(
        nama="alur.mmd",
        sebutan="Diagram alir",
        kunci=_KEYS,
        letak="alur",
        tautan="Sumber diagram (.mmd)",
        content=_script,
        write=_text,
        ada=has_steps,
        simpan=True,
    ),
    Output(
        nama="alur.bpmn",
        sebutan="Diagram alir",
        kunci=_KEYS | {"nama"},
        letak="alur",
        tautan="Model proses (BPMN 2.0)",
        content=bpmn.content,
        write=bpmn.write,
        ada=has_steps,
        simpan=True,
    ),
)
