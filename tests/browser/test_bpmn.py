"""The BPMN model: parsed without a warning, drawn, and the same flow when read back."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.alur import NAMES, flow

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning.graph import Graph, columns, graph
from sop_terbuka.publish.drawing import bpmn

VIEWER = Path(__file__).parent / "vendor" / "bpmn-viewer.min.js"
_READ = """async xml => {
  const box = document.createElement('div');
  box.style.cssText = 'width:1600px;height:900px';
  document.body.replaceChildren(box);
  const viewer = new BpmnJS({container: box});
  const {rootElement, warnings} = await viewer.get('moddle').fromXML(xml);
  const drawn = await viewer.importXML(xml);
  const process = rootElement.rootElements.find(item => item.$type === 'bpmn:Process');
  const nodes = process.flowElements.filter(item => item.$type !== 'bpmn:SequenceFlow');
  const shapes = viewer.get('elementRegistry');
  return {
    warnings: [...warnings, ...drawn.warnings].map(item => item.message),
    lanes: process.laneSets[0].lanes.map(
      lane => [lane.name, (lane.flowNodeRef || []).map(node => node.id)]),
    nodes: nodes.map(item => [item.id, item.$type]),
    flows: process.flowElements.filter(item => item.$type === 'bpmn:SequenceFlow')
      .map(item => [item.id, item.sourceRef.id, item.targetRef.id, item.name || '']),
    together: (process.artifacts || []).map(item => [item.sourceRef.id, item.targetRef.id]),
    drawn: nodes.filter(item => shapes.getGraphics(item.id)).length,
    boxes: nodes.map(item => shapes.get(item.id)).map(s => [s.x, s.y, s.width, s.height]),
  };
}"""


@pytest.fixture(scope="module")
def viewer(browser: Browser) -> Page:
    """An empty page with the drawing library."""
    page = browser.new_page()
    page.add_script_tag(path=VIEWER)
    return page


def _made(sop: Sop) -> str:
    flow = graph(sop)
    words = tuple(bpmn._words(sop, symbol) for symbol in flow.symbols)
    names = tuple(actor.nama for actor in columns(sop))
    return bpmn.write(bpmn.Bagan(sop.nama, names, words, flow)).decode()


def _compare(found: Any, made: Graph, sop: Sop) -> None:
    assert found["warnings"] == []
    keys = [f"{symbol.kind}.{symbol.key}" for symbol in made.symbols]
    assert [node for node, _ in found["nodes"]] == keys
    assert found["drawn"] == len(keys)
    assert [name for name, _ in found["lanes"]] == [actor.nama for actor in columns(sop)]
    held = {node: n for n, (_, nodes) in enumerate(found["lanes"]) for node in nodes}
    assert held == {key: s.lane for key, s in zip(keys, made.symbols, strict=True)}
    back = {(b, a) for flow_id, a, b, _ in found["flows"] if flow_id.endswith(".balik")}
    flows = {
        (a, b, answer, (a, b) in back, False)
        for flow_id, a, b, answer in found["flows"]
        if not flow_id.endswith(".balik")
    }
    together = {(a, b, "", False, True) for a, b in found["together"]}
    assert flows | together == {
        (keys[e.source], keys[e.target], e.answer, e.is_both, e.is_headless) for e in made.edges
    }
    boxes = found["boxes"]
    for n, (x, y, wide, high) in enumerate(boxes):
        for x2, y2, wide2, high2 in boxes[:n]:
            assert x >= x2 + wide2 or x2 >= x + wide or y >= y2 + high2 or y2 >= y + high


@pytest.mark.parametrize("name", NAMES)
def test_the_model_of_a_real_flow_is_read_and_drawn(viewer: Page, name: str) -> None:
    sop = flow(name)
    _compare(viewer.evaluate(_READ, _made(sop)), graph(sop), sop)


def test_the_model_of_every_sop_is_read_and_drawn(viewer: Page, catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        if sop.langkah:
            _compare(viewer.evaluate(_READ, _made(sop)), graph(sop), sop)
