"""The Mermaid flowchart and the matrix tell the same: steps, actors and where each way leads."""

import html
import re

from sop_terbuka.data.catalog import Catalog
from sop_terbuka.data.model import Sop
from sop_terbuka.meaning import mermaid
from sop_terbuka.meaning.graph import graph

_NODE = re.compile(r'^  l(\d+)\["(.*)"\]$', re.MULTILINE)
_LINK = re.compile(r'^  (\w+) -->(?:\|"(\w+)"\|)? (\w+)$', re.MULTILINE)
_ESCAPE = re.compile(r"#(?=\w+;)(\d*)(\w*);")

Way = tuple[str, str, str]


def _as_html(escape: re.Match[str]) -> str:
    number, name = escape.groups()
    return f"&#{number};" if number else f"&{name};"


def ways_of_flowchart(sop: Sop) -> set[Way]:
    """Every way from step to step; a diamond stands for the step that it belongs to."""
    steps = {f"l{n}": step.id for n, step in enumerate(sop.langkah, start=1)}
    diamonds = {f"{node}k": step for node, step in steps.items()}
    return {
        ((steps | diamonds)[source], steps[target], branch.lower() or "lanjut")
        for source, branch, target in _LINK.findall(mermaid.script(sop))
        if source in steps | diamonds and target in steps
    }


def ways_of_graph(sop: Sop) -> set[Way]:
    flow = graph(sop)
    return {
        (flow.rows[one.row], flow.rows[other.row], edge.branch)
        for edge in flow.edges
        for one, other in [(flow.symbols[edge.source], flow.symbols[edge.target])]
        if not other.is_branch_end and not edge.is_headless
    }


def actors_of_flowchart(sop: Sop) -> list[set[str]]:
    """The names in brackets below each step's sentence."""
    found = []
    for _, label in _NODE.findall(mermaid.script(sop)):
        # The escapes of a flowchart are HTML's with # in place of &.
        label = html.unescape(_ESCAPE.sub(_as_html, label))
        names = [line for line in label.split("<br/>") if line.startswith("(")][-1]
        found.append(set(names[1:-1].split(" dan ")))
    return found


def actors_of_graph(sop: Sop) -> list[set[str]]:
    flow = graph(sop)
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    return [
        {
            part
            for symbol in flow.symbols
            if symbol.row == row
            for part in names[flow.lanes[symbol.lane]].split(" dan ")
        }
        for row in range(len(flow.rows))
    ]


def test_both_lead_the_same_ways(catalog: Catalog) -> None:
    drawn = [sop for sop in catalog.sop.values() if sop.langkah]
    assert len(drawn) == 15
    for sop in drawn:
        assert ways_of_flowchart(sop) == ways_of_graph(sop), sop.id


def test_both_name_the_same_actors_for_each_step(catalog: Catalog) -> None:
    for sop in catalog.sop.values():
        if sop.langkah:
            assert len(actors_of_flowchart(sop)) == len(sop.langkah), sop.id
            assert actors_of_flowchart(sop) == actors_of_graph(sop), sop.id
