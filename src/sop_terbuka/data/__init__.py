"""What was written. In: YAML files. Out: one `Catalog`, or every `Problem`. Knows no other room.

Read `node` (text with places), `model` (what can be written), `check` (node to record), `draft`
(all that could be read), `rules` (what must hold between files), `catalog` (what every room works
with). Beside them stand the readings of single values: `waktu`, `tanggal`, `uang`, `targets`,
`correction`.
"""

from .catalog import Catalog, examine, load
from .problem import DataError, Problem, SopTerbukaError

__all__ = ["Catalog", "DataError", "Problem", "SopTerbukaError", "examine", "load"]
