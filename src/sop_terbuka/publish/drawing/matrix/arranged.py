"""The layout of an SOP, for those who have an SOP and no graph."""

from ....data.model import Sop
from ....meaning.graph import graph
from ..layout import Layout, arrange


def arranged(sop: Sop, lane_width: float | None = None) -> Layout:
    """The layout of an SOP that passed the checks; empty when it has no steps."""
    return arrange(graph(sop), lane_width)
