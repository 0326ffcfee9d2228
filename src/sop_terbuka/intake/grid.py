"""A table of any file as cells with their spans."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .reading import Place, Value


def spaced(text: str) -> str:
    """A text on one line, with one space between words and no soft hyphen."""
    return " ".join(text.replace("\xad", "").replace("\u200b", "").split())


@dataclass(frozen=True)
class Cell:
    """A filled or empty cell; rows and columns count from 0, `teks` keeps its line breaks."""

    baris: int
    kolom: int
    teks: str = ""
    tinggi: int = 1
    lebar: int = 1
    tempat: tuple[Place, ...] = ()

    @property
    def bawah(self) -> int:
        """The last row it covers."""
        return self.baris + self.tinggi - 1

    @property
    def kanan(self) -> int:
        """The last column it covers."""
        return self.kolom + self.lebar - 1

    @property
    def nilai(self) -> Value:
        """Its text on one line, with its place."""
        return Value(spaced(self.teks), self.tempat)


@dataclass
class Grid:
    """The cells of one table or sheet, found by any row and column that they cover.

    `garis` holds the (row, column) pairs with a rule above them; None where each row of the table
    is ruled anyway.
    """

    cells: list[Cell]
    garis: frozenset[tuple[int, int]] | None = None
    _at: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Index the cells by what they cover."""
        for cell in self.cells:
            for row in range(cell.baris, cell.bawah + 1):
                for column in range(cell.kolom, cell.kanan + 1):
                    self._at.setdefault((row, column), cell)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return 1 + max((cell.bawah for cell in self.cells), default=-1)

    @property
    def columns(self) -> int:
        """The number of columns."""
        return 1 + max((cell.kanan for cell in self.cells), default=-1)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self._at.get((row, column))

    def text(self, row: int, column: int) -> str:
        """The text of the cell that covers a place, on one line."""
        cell = self.at(row, column)
        return spaced(cell.teks) if cell else ""

    def last_rule(self, column: int) -> int | None:
        """The lowest rule of a column, as the row below it; None where it has none."""
        return max((row for row, at in self.garis or () if at == column), default=None)

    def row(self, row: int) -> Iterator[Cell]:
        """The filled cells that cover a row, from left to right, each once."""
        last: Cell | None = None
        for column in range(self.columns):
            cell = self.at(row, column)
            if cell is not None and cell is not last and cell.teks.strip():
                yield cell
            last = cell

    def filled(self) -> Iterator[Cell]:
        """The filled cells in reading order."""
        yield from sorted(
            (cell for cell in self.cells if cell.teks.strip()), key=lambda c: (c.baris, c.kolom)
        )
