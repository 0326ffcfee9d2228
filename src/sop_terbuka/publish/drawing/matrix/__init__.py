"""The SOP-AP matrix: one row a step, one column an actor, symbols joined by arrows.

The layout decides once where everything stands; `html` and `print` only draw it.
"""

from ..layout import Layout
from .arranged import arranged
from .connector import connectors
from .html import matrix
from .legend import legend
from .print import draw, minimum_heights

__all__ = ["Layout", "arranged", "connectors", "draw", "legend", "matrix", "minimum_heights"]
