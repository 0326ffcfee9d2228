"""The head of a matrix: its band on the page, its columns, and what each column holds."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from .cells import Cell, Grid
from .content import Content
from .geometry import Box, groups, union
from .roles import role
from .words import Word
from .writing import lines, text

QUALITY = ("kelengkapan", "waktu", "output", "keterangan")
NARROW = 6.0
"""A strip narrower than this between two rules is no column."""


@dataclass(frozen=True)
class Column:
    """One column: `role` is no, kegiatan, lajur, one of `QUALITY`, or lain."""

    role: str
    x0: float
    x1: float
    name: str = ""
    group: str = ""
    box: Box | None = None


@dataclass(frozen=True)
class Head:
    """A head and the columns below it, from left to right."""

    top: float
    bottom: float
    columns: tuple[Column, ...]
    below: float = 0.0
    ruled: bool = True

    @property
    def lanes(self) -> tuple[Column, ...]:
        """The columns of the actors."""
        return tuple(column for column in self.columns if column.role == "lajur")

    def column(self, name: str) -> Column | None:
        """The column of a role."""
        return next((column for column in self.columns if column.role == name), None)


@dataclass(frozen=True)
class Titled:
    """A cell with its text; `lead` is the role of its first line, `led` that line's words."""

    box: Box
    text: str
    role: str
    lead: str = ""
    led: frozenset[int] = frozenset()


def titled(page: Content, grid: Grid) -> list[Titled]:
    """Every cell of the page that has text."""
    held: dict[int, list[Word]] = {}
    cells: dict[int, Cell] = {}
    for word in page.words:
        cell = grid.at(word.point)
        if cell is not None:
            held.setdefault(cell.index, []).append(word)
            cells[cell.index] = cell
    found = []
    for index, words in held.items():
        written = text(words)
        first = lines(words)[0]
        led = frozenset(id(word) for word in first.words)
        found.append(Titled(cells[index].box, written, role(written), role(first.text), led))
    return found


def heads(page: Content, grid: Grid) -> list[Head]:
    """All heads on the page, from top to bottom."""
    cells = titled(page, grid)
    found: list[Head] = []
    for start in sorted((c for c in cells if c.role == "kegiatan"), key=lambda c: c.box.top):
        if any(head.top - 1 <= start.box.centre[1] <= head.bottom for head in found):
            continue
        band = _band(start, cells)
        taken = band is not None and any(
            head.top - 1 <= cell.box.centre[1] <= head.bottom for head in found for cell in band
        )
        if band is not None and not taken:
            head = _head(page, grid, start, band, cells)
            if head is not None:
                found.append(head)
    return found


def _band(start: Titled, cells: Sequence[Titled]) -> list[Titled] | None:
    """The cells with a role that make one head together with this one.

    Those in its own height decide; only where they are too few, those just above or below it do.
    So a cell of the first row that happens to say "Berkas" is no part of the head.
    """
    beside = [
        cell
        for cell in cells
        if cell.role in (*QUALITY, "mutu", "pelaksana") and cell.box.x0 >= start.box.x1 - 3
    ]
    for reach in (0.0, max(start.box.height, 24.0)):
        near = [
            cell
            for cell in beside
            if _overlap(cell.box, start.box, reach) >= 0.5 * min(cell.box.height, start.box.height)
        ]
        quality = {cell.role for cell in near} & set(QUALITY[:3])
        if quality and len({cell.role for cell in near}) >= 2:
            return [start, *near]
    return None


def _overlap(one: Box, other: Box, reach: float) -> float:
    """Height that two boxes share when the second is `reach` higher on both sides."""
    return min(one.bottom, other.bottom + reach) - max(one.top, other.top - reach)


def _head(
    page: Content, grid: Grid, start: Titled, band: list[Titled], cells: Sequence[Titled]
) -> Head | None:
    top = min(cell.box.top for cell in band)
    leaves = [cell for cell in band if cell.role in QUALITY]
    bottom = max(start.box.bottom, *(cell.box.bottom for cell in leaves if cell.box.height < 120))
    last = max((cell.box.top for cell in leaves if cell.box.bottom >= bottom - 4), default=top)
    last = min(last, bottom - 3)
    left, right = _extent(grid, start, band, bottom)
    bounds = bounds_of(grid, left, right, last, bottom)
    if len(bounds) < 4:
        return None
    inside = [
        cell
        for cell in cells
        if top - 2 <= cell.box.centre[1] <= bottom + 1
        and cell.box.height < bottom - top + 40
        and left - 3 <= cell.box.centre[0] <= right + 3
    ]
    columns = [_column(page, inside, x0, x1, top, bottom) for x0, x1 in itertools.pairwise(bounds)]
    return with_roles(Head(top, bottom, tuple(columns)))


def _extent(
    grid: Grid, start: Titled, band: Sequence[Titled], bottom: float
) -> tuple[float, float]:
    """From where to where the table runs, by the rule below its head."""
    left = min(cell.box.x0 for cell in band)
    right = max(cell.box.x1 for cell in band)
    for at, spans in grid.level:
        if abs(at - bottom) <= 3 or abs(at - start.box.top) <= 3:
            for x0, x1 in spans:
                if x0 < right and x1 > left:
                    left, right = min(left, x0), max(right, x1)
    return left, right


def bounds_of(grid: Grid, left: float, right: float, last: float, bottom: float) -> list[float]:
    """Where columns begin and end: rules through the lowest line of the head, or the whole body."""
    end = _table_end(grid, left, right, bottom)
    at = [
        x
        for x in grid.xs
        if left - 3 <= x <= right + 3
        and (grid.upright_at(x, last, bottom) >= 0.6 or _runs(grid, x, bottom, end))
    ]
    return [sum(near) / len(near) for near in groups([left, *at, right], NARROW)]


def _table_end(grid: Grid, left: float, right: float, bottom: float) -> float:
    """The lowest rule below the head that runs across most of the table."""
    full = [y for y in grid.ys if y > bottom + 8 and grid.level_at(y, left, right) >= 0.6]
    return max(full, default=bottom + 60)


def _runs(grid: Grid, x: float, bottom: float, end: float) -> bool:
    """Whether a rule at x runs through the whole body, as only a column's rule does."""
    return (
        grid.upright_at(x, bottom, end) >= 0.7
        and grid.upright_at(x, bottom, bottom + 8) >= 0.8
        and grid.upright_at(x, end - 8, end) >= 0.8
    )


def _column(
    page: Content, cells: Sequence[Titled], x0: float, x1: float, top: float, bottom: float
) -> Column:
    """A column with the lowest head over it, and the wider head above that as its group."""
    middle = (x0 + x1) / 2
    over = sorted(
        (cell for cell in cells if cell.box.x0 - 1 <= middle <= cell.box.x1 + 1),
        key=lambda cell: (cell.box.top, -cell.box.width),
    )
    if not over:
        return named(page, x0, x1, top, bottom)
    own = [cell for cell in over if cell.box.width <= (x1 - x0) * 1.25 + 6]
    wide = [cell for cell in over if cell not in own]
    if not own:
        lowest = wide[-1]
        if lowest.role or lowest.box.bottom < bottom - 4:
            return Column(lowest.role, x0, x1, lowest.text, "", lowest.box)
        # No rule parts two heads: each has the words over its own column.
        led = lowest.led if lowest.lead in ("pelaksana", "mutu") else frozenset()
        return named(page, x0, x1, lowest.box.top, lowest.box.bottom, led)
    name = " ".join(cell.text for cell in own)
    above = [cell for cell in wide if cell.lead not in ("pelaksana", "mutu")]
    group = above[-1].text if above and above[-1].box.top < own[0].box.top else ""
    return Column(role(name), x0, x1, name, group, union(cell.box for cell in own))


def named(
    page: Content, x0: float, x1: float, top: float, bottom: float, but: Collection[int] = ()
) -> Column:
    """A column with the words that stand over it, save those of a head over several columns."""
    words = [
        word
        for word in page.words
        if x0 <= word.point[0] <= x1 and top <= word.point[1] <= bottom and id(word) not in but
    ]
    box = union(word.box for word in words) if words else None
    return Column(role(text(words)), x0, x1, text(words), "", box)


def with_roles(head: Head) -> Head | None:
    """The columns with their roles by what they are called and by their order."""
    columns = list(head.columns)
    at = [n for n, column in enumerate(columns) if column.role == "kegiatan"]
    if not at:
        return None
    # A head over both the numbers and the activities: the narrow one holds the numbers.
    if len(at) > 1 and columns[at[0]].x1 - columns[at[0]].x0 < 40 and at[1] == at[0] + 1:
        columns[at[0]] = replace(columns[at[0]], role="no", name="")
        at = at[1:]
    activity = at[0]
    for n in at[1:]:
        columns[n] = replace(columns[n], role="")
    quality = [n for n, c in enumerate(columns) if c.role in QUALITY and n > activity]
    if not quality:
        return None
    first = quality[0]
    seen: set[str] = set()
    made: list[Column] = []
    for n, column in enumerate(columns):
        kind = column.role
        if n < activity:
            wide = column.x1 - column.x0 > 60
            kind = "no" if not wide and "no" not in seen else "lain"
        elif n == activity:
            kind = "kegiatan"
        elif n < first:
            kind = "lajur"
        elif kind not in QUALITY or kind in seen:
            kind = ""
        seen.add(kind)
        made.append(replace(column, role=kind))
    return replace(head, columns=tuple(_unnamed(made)))


def _unnamed(columns: list[Column]) -> list[Column]:
    """Columns among the quality columns whose head is none we know, by their place."""
    have = {column.role for column in columns}
    made = []
    for n, column in enumerate(columns):
        kind = column.role
        if not kind:
            later = {c.role for c in columns[n + 1 :]}
            if "kelengkapan" not in have and later & {"waktu", "output"}:
                kind = "kelengkapan"
            elif "output" not in have and "keterangan" in later:
                kind = "output"
            elif "keterangan" not in have and not later & set(QUALITY):
                kind = "keterangan"
            else:
                kind = "lain"
            have.add(kind)
        made.append(replace(column, role=kind))
    return made
