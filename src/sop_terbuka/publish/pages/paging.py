"""Long lists over several pages: the first stays at the list's own address, the others below it.

Called by every page whose list grows with the number of offices.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

# So many letters has an ordinary line at most.
_LETTERS = 400
# How many numbers stand on each side of the page's own before they are left out.
_AROUND = 2


@dataclass(frozen=True)
class Lembar(Generic[Item]):
    """One page of a list: the list's address, the page's number of how many, and what it shows."""

    dasar: str
    nomor: int
    dari: int
    isi: tuple[Item, ...]

    @property
    def alamat(self) -> str:
        """Where this page stands."""
        return sheet_address(self.dasar, self.nomor)

    @property
    def sebelum(self) -> str:
        """The address of the page before; empty on the first."""
        return sheet_address(self.dasar, self.nomor - 1) if self.nomor > 1 else ""

    @property
    def sesudah(self) -> str:
        """The address of the page after; empty on the last."""
        return sheet_address(self.dasar, self.nomor + 1) if self.nomor < self.dari else ""

    @property
    def nomor_lain(self) -> tuple[tuple[int, str], ...]:
        """Numbers and addresses of the first, the last and the nearest pages; 0 where some lack."""
        near = range(self.nomor - _AROUND, self.nomor + _AROUND + 1)
        shown = sorted({1, self.dari, *(n for n in near if 1 <= n <= self.dari)})
        found: list[tuple[int, str]] = []
        for n in shown:
            if found and n > found[-1][0] + 1:
                found.append((0, ""))
            found.append((n, sheet_address(self.dasar, n)))
        return tuple(found)

    def judul(self, title: str) -> str:
        """The title of the list as that of this page."""
        return title if self.nomor == 1 else f"{title}, halaman {self.nomor} dari {self.dari}"


def sheet_address(base: str, number: int) -> str:
    """The address of a page of a list by its number, which counts from one."""
    return base if number == 1 else f"{base}halaman-{number}/"


def sheets(
    items: Iterable[Item], base: str, most: float, weight: Callable[[Item], float] = lambda _: 1
) -> tuple[Lembar[Item], ...]:
    """The pages of a list, none heavier than `most` unless one item alone is; at least one page."""
    parts = list(_filled(items, most, weight)) or [()]
    return tuple(Lembar(base, n, len(parts), part) for n, part in enumerate(parts, start=1))


def lines(*texts: str, most: int = _LETTERS) -> float:
    """How heavy an entry of a list is: one ordinary line, or the lines that long names make."""
    return max(1.0, sum(map(len, texts)) / most)


def _filled(
    items: Iterable[Item], most: float, weight: Callable[[Item], float]
) -> Iterator[tuple[Item, ...]]:
    filled: list[Item] = []
    total = 0.0
    for item in items:
        own = weight(item)
        if filled and total + own > most:
            yield tuple(filled)
            filled, total = [], 0.0
        filled.append(item)
        total += own
    if filled:
        yield tuple(filled)


def places(lists: Sequence[Lembar[Item]], key: Callable[[Item], str]) -> dict[str, str]:
    """On which page the first item of each key stands."""
    found: dict[str, str] = {}
    for sheet in lists:
        for item in sheet.isi:
            found.setdefault(key(item), sheet.alamat)
    return found
