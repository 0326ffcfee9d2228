"""The SOP-AP matrix: one row a step, one column an actor, symbols joined by arrows.

`layout` decides once where everything stands; `html` and `print` only draw it.
"""

from .connector import connectors
from .html import matrix
from .layout import arrange
from .legend import legend
from .parts import Layout
from .print import draw, minimum_heights

__all__ = ["Layout", "arrange", "connectors", "draw", "legend", "matrix", "minimum_heights"]
