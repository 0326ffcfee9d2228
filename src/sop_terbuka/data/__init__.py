"""What was written. In: YAML files. Out: one `Catalog`, or every `Problem`. Knows no other room.

Read `files` (names and contents, on disk or in git's store), `node` (text with places; `syntax`
finds the slip where it cannot be read), `model` (what can be written), `check` (node to record;
`meant` guesses what was meant), `draft` (all that could be read), `rules` (what must hold between
files), `remembered` (files that were read before), `catalog` (what every room works with). Beside
them stand the readings of single values: `waktu`, `tanggal`, `uang`, `targets`, `correction`.
"""

from .catalog import Catalog, examine, load
from .problem import DataError, Problem, SopTerbukaError

__all__ = ["Catalog", "DataError", "Problem", "SopTerbukaError", "examine", "load"]
