"""The flow of an SOP as Mermaid text: what people copy, compare, and have drawn as a picture."""

import contextlib
import importlib
import io
import textwrap
from functools import cache
from types import ModuleType
from typing import Any

from ..data.model import Langkah, Sop
from .flow import ENDS, edges
from .graph import Graph, Symbol, columns, graph

# Every character that Mermaid could read as syntax, HTML or Markdown; measured, see the design.
_ENTITIES = {
    ord(char): f"#{code};"
    for char, code in {
        '"': "quot", "#": "35", "<": "lt", ">": "gt", "&": "amp", ";": "59", "`": "96", "\\": "92",
        "*": "42", "_": "95", "[": "91", "]": "93", "{": "123", "}": "125", "|": "124", ":": "58",
        "$": "36",
    }.items()
}  # fmt: skip
_END_WORDS = {"selesai": "Selesai", "tolak": "Ditolak"}
_SHAPES = {
    "mulai": "round-edge",
    "selesai": "round-edge",
    "proses": "normal",
    "dokumen": "parallelogram",
    "keputusan": "rhombus",
}
# The plain look: the default one draws rounded shapes as 30 kB of random path each.
_HEAD = """---
config:
  theme: neutral
  look: classic
  flowchart:
    wrappingWidth: 400
---
"""


@cache
def _mermaid() -> ModuleType:
    # mermaid-py prints a warning to standard output when imported, which would spoil JSON output.
    # Only its text builder is used: its Mermaid class sends the diagram to another host.
    with contextlib.redirect_stdout(io.StringIO()):
        flowchart = importlib.import_module("mermaid.flowchart")
    return flowchart


def script(sop: Sop) -> str:
    """The flowchart as Mermaid text; empty when the SOP has no steps."""
    if not sop.langkah:
        return ""
    if any(step.simbol for step in sop.langkah):
        return _drawn(*_symbols(sop))
    return _drawn(*_steps(sop))


def _steps(sop: Sop) -> tuple[list[Any], list[Any]]:
    """Nodes and links of an SOP in the short form: one node a step, and one a question."""
    flowchart = _mermaid()
    actors = {actor.id: actor.nama for actor in sop.pelaksana}
    start = flowchart.Node("mulai", "Mulai", "round-edge")
    nodes = {}
    leaving = {}
    for number, step in enumerate(sop.langkah, start=1):
        who = " dan ".join(actors[actor] for actor in step.pelaksana)
        nodes[step.id] = leaving[step.id] = flowchart.Node(f"l{number}", _label(number, step, who))
        if step.keputusan:
            # A diamond of its own: with the whole sentence inside it would fill a phone's screen.
            question = _joined([*_wrapped(step.keputusan.pertanyaan, 20), f"({who})"])
            leaving[step.id] = flowchart.Node(f"l{number}k", question, "rhombus")
    ends = {edge.target for edge in edges(sop)} & set(ENDS)
    for end in sorted(ends):
        nodes[end] = flowchart.Node(f"akhir_{end}", _END_WORDS[end], "round-edge")
    first = sop.langkah[0].id
    links = [flowchart.Link(start, nodes[first])]
    links += [
        flowchart.Link(nodes[step], diamond)
        for step, diamond in leaving.items()
        if diamond is not nodes[step]
    ]
    links += [
        flowchart.Link(leaving[edge.source], nodes[edge.target], message=_escaped(edge.jawaban))
        for edge in edges(sop)
    ]
    drawn = {id(node): node for node in [start, *nodes.values(), *leaving.values()]}
    return list(drawn.values()), links


def _symbols(sop: Sop) -> tuple[list[Any], list[Any]]:
    """Nodes and links of an SOP that is written symbol by symbol: one node each."""
    flowchart = _mermaid()
    flow = graph(sop)
    names = [actor.nama for actor in columns(sop)]
    nodes = [
        flowchart.Node(_node_id(flow, n), _symbol_label(sop, names, symbol), _SHAPES[symbol.kind])
        for n, symbol in enumerate(flow.symbols)
    ]
    links = [
        flowchart.Link(
            nodes[edge.source],
            nodes[edge.target],
            head_left="left-arrow" if edge.is_both else "none",
            head_right="none" if edge.is_headless else "arrow",
            message=_escaped(edge.answer),
        )
        for edge in flow.edges
    ]
    for link, edge in zip(links, flow.edges, strict=True):
        # A line without heads needs one stroke more.
        link.shape = "---" if edge.is_headless else link.shape
    return nodes, links


def _node_id(flow: Graph, n: int) -> str:
    """`l4s2` for the second symbol of row 4."""
    row = flow.symbols[n].row
    here = [k for k, symbol in enumerate(flow.symbols) if symbol.row == row]
    return f"l{row + 1}s{here.index(n) + 1}"


def _symbol_label(sop: Sop, names: list[str], symbol: Symbol) -> str:
    step = sop.langkah[symbol.row]
    if symbol.is_branch_end:
        return _END_WORDS[symbol.outcome]
    is_question = symbol.kind == "keputusan"
    question = step.keputusan.pertanyaan if step.keputusan else ""
    said = symbol.text or (question if is_question else "") or step.kegiatan
    who = " sampai ".join(dict.fromkeys((names[symbol.lane], names[symbol.last])))
    width = 20 if is_question else 38
    return _joined([*_wrapped(f"{symbol.row + 1}. {said}", width), f"({who})"])


def _drawn(nodes: list[Any], links: list[Any]) -> str:
    chart: Any = _mermaid().FlowChart("Alur", nodes, links, "TB")
    # Its own head can hold neither theme nor look, so ours goes before the statements.
    built = str(chart.script)
    statements = built[built.index("flowchart TB") :]
    return _HEAD + statements.replace("\t", "  ")


def _label(number: int, step: Langkah, who: str) -> str:
    lines = [*_wrapped(f"{number}. {step.kegiatan}", 38), f"({who})"]
    return _joined([*lines, step.waktu] if step.waktu else lines)


def _joined(lines: list[str]) -> str:
    return "<br/>".join(_escaped(line) for line in lines)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width) or [""]


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ENTITIES)
