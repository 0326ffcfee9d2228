"""The flow as BPMN 2.0: lanes, events, tasks and gateways, placed as in the matrix but lying down.

Modelling tools expect lanes side by side from top to bottom and time from left to right, so the
matrix's lanes become rows and its rows columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...data.model import Langkah, Sop
from ...meaning.graph import Edge, Graph, Symbol, columns, graph
from ...meaning.layanan import Layanan
from ..output import Edition
from .bpmn_places import Box, Places
from .layout import arrange

_NS = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
_LONGEST_NAME = 48


@dataclass(frozen=True)
class Bagan:
    """What the file holds: names, words of the symbols by place, and the flow itself."""

    nama: str
    pelaksana: tuple[str, ...]
    kata: tuple[tuple[str, str], ...]
    alur: Graph


def content(layanan: Layanan, edition: Edition) -> Bagan:
    """The flow of one SOP; the file says nothing of the site it came from."""
    sop = layanan.sop
    flow = graph(sop)
    return Bagan(
        sop.nama,
        tuple(actor.nama for actor in columns(sop)),
        tuple(_words(sop, symbol) for symbol in flow.symbols),
        flow,
    )


def _words(sop: Sop, symbol: Symbol) -> tuple[str, str]:
    """The short name of a symbol, and the whole sentence where the name cannot hold it."""
    step = sop.langkah[symbol.row]
    if symbol.is_branch_end:
        return ("Ditolak" if symbol.outcome == "tolak" else "Selesai"), ""
    number = str(symbol.row + 1)
    said = _question(step, symbol) or step.kegiatan
    name = f"{number}. {_shortened(said)}"
    whole = f"{number}. {step.kegiatan}"
    return name, whole if name != whole else ""


def _question(step: Langkah, symbol: Symbol) -> str:
    if symbol.text:
        return symbol.text
    return step.keputusan.pertanyaan if step.keputusan and symbol.kind == "keputusan" else ""


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_NAME:
        return words
    return words[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;.") + " …"


def write(bagan: Bagan) -> bytes:
    """The file; the same bytes for the same flow."""
    root = _Writer(bagan).document()
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


class _Writer:
    """One document: the process, then its picture."""

    def __init__(self, bagan: Bagan) -> None:
        self.bagan, self.flow = bagan, bagan.alur
        self.places = Places(arrange(bagan.alur, 76.0))
        self.ids = [f"{symbol.kind}.{symbol.key}" for symbol in self.flow.symbols]
        entered = {edge.target for edge in self.flow.edges if not edge.is_headless}
        left = {edge.source for edge in self.flow.edges if not edge.is_headless}
        both = {edge.source for edge in self.flow.edges if edge.is_both}
        both_targets = {edge.target for edge in self.flow.edges if edge.is_both}
        self.entered, self.left = entered | both, left | both_targets

    def document(self) -> ET.Element:
        """The definitions with everything in them."""
        root = ET.Element("bpmn:definitions", {f"xmlns:{name}": uri for name, uri in _NS.items()})
        root.set("id", "alur")
        root.set("targetNamespace", "http://bpmn.io/schema/bpmn")
        root.set("exporter", "SOP Terbuka")
        collaboration = _add(root, "bpmn:collaboration", id="kolaborasi")
        _add(
            collaboration, "bpmn:participant",
            id="kolam", name=self.bagan.nama, processRef="proses",
        )  # fmt: skip
        self._process(_add(root, "bpmn:process", id="proses", isExecutable="false"))
        plane = _add(
            _add(root, "bpmndi:BPMNDiagram", id="gambar"),
            "bpmndi:BPMNPlane", id="bidang", bpmnElement="kolaborasi",
        )  # fmt: skip
        self._picture(plane)
        return root

    def _process(self, process: ET.Element) -> None:
        lanes = _add(process, "bpmn:laneSet", id="lajur")
        for lane, name in enumerate(self.bagan.pelaksana):
            element = _add(lanes, "bpmn:lane", id=f"lajur.{lane + 1}", name=name)
            for n, symbol in enumerate(self.flow.symbols):
                if symbol.lane == lane:
                    _add(element, "bpmn:flowNodeRef").text = self.ids[n]
        for n, symbol in enumerate(self.flow.symbols):
            name, whole = self.bagan.kata[n]
            node = _add(process, self._tag(n, symbol), id=self.ids[n], name=name)
            if whole or symbol.kind == "dokumen":
                note = "Lambang pada bagan: dokumen. " if symbol.kind == "dokumen" else ""
                _add(node, "bpmn:documentation").text = note + whole
            for key, edge, is_back in self._sequence():
                source, target = (
                    (edge.target, edge.source) if is_back else (edge.source, edge.target)
                )
                if target == n:
                    _add(node, "bpmn:incoming").text = key
                if source == n:
                    _add(node, "bpmn:outgoing").text = key
        for key, edge, is_back in self._sequence():
            ends = (edge.target, edge.source) if is_back else (edge.source, edge.target)
            flow = _add(
                process, "bpmn:sequenceFlow",
                id=key, sourceRef=self.ids[ends[0]], targetRef=self.ids[ends[1]],
            )  # fmt: skip
            if edge.answer and not is_back:
                flow.set("name", edge.answer)
        for n, edge in enumerate(self.flow.edges):
            if edge.is_headless:
                _add(
                    process, "bpmn:association",
                    id=f"bersama.{n + 1}", associationDirection="None",
                    sourceRef=self.ids[edge.source], targetRef=self.ids[edge.target],
                )  # fmt: skip

    def _tag(self, n: int, symbol: Symbol) -> str:
        """The element for a symbol; an event may not be passed through, a task may."""
        if symbol.kind == "mulai" and n not in self.entered:
            return "bpmn:startEvent"
        if symbol.kind == "selesai" and n not in self.left:
            return "bpmn:endEvent"
        return "bpmn:exclusiveGateway" if symbol.kind == "keputusan" else "bpmn:task"

    def _sequence(self) -> Iterator[tuple[str, Edge, bool]]:
        """Every sequence flow: its id, its edge, and whether it is the way back of an edge."""
        for n, edge in enumerate(self.flow.edges):
            if not edge.is_headless:
                yield f"panah.{n + 1}", edge, False
                if edge.is_both:
                    yield f"panah.{n + 1}.balik", edge, True

    def _picture(self, plane: ET.Element) -> None:
        _shape(plane, "kolam", self.places.pool(), isHorizontal="true")
        for lane in range(len(self.bagan.pelaksana)):
            _shape(plane, f"lajur.{lane + 1}", self.places.lane(lane), isHorizontal="true")
        for n, symbol in enumerate(self.flow.symbols):
            tag = self._tag(n, symbol)
            box = self.places.box(n, tag.removeprefix("bpmn:"))
            shape = _shape(plane, self.ids[n], box)
            if tag != "bpmn:task":
                _bounds(_add(shape, "bpmndi:BPMNLabel"), self.places.caption(n, box))
        for n, edge in enumerate(self.flow.edges):
            kinds = [
                self._tag(end, self.flow.symbols[end]).removeprefix("bpmn:")
                for end in (edge.source, edge.target)
            ]
            points = self.places.way(n, kinds[0], kinds[1])
            if edge.is_headless:
                _edge(plane, f"bersama.{n + 1}", points)
                continue
            drawn = _edge(plane, f"panah.{n + 1}", points)
            if edge.answer:
                _bounds(_add(drawn, "bpmndi:BPMNLabel"), self.places.answer(points, edge.answer))
            if edge.is_both:
                _edge(plane, f"panah.{n + 1}.balik", tuple(reversed(points)))


def _add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)


def _shape(plane: ET.Element, element: str, box: Box, **more: str) -> ET.Element:
    shape = _add(plane, "bpmndi:BPMNShape", id=f"{element}.di", bpmnElement=element, **more)
    _bounds(shape, box)
    return shape


def _bounds(parent: ET.Element, box: Box) -> None:
    x, y, width, height = (str(round(value)) for value in box)
    _add(parent, "dc:Bounds", x=x, y=y, width=width, height=height)


def _edge(plane: ET.Element, element: str, points: tuple[tuple[float, float], ...]) -> ET.Element:
    edge = _add(plane, "bpmndi:BPMNEdge", id=f"{element}.di", bpmnElement=element)
    for x, y in points:
        _add(edge, "di:waypoint", x=str(round(x)), y=str(round(y)))
    return edge
