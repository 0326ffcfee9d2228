"""One walk over the passage of an SOP: which values were met, and which cells have no value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import Sop
from .labels import FORM_1, KOP, LABELS, PAIRS, SECTIONS, STAGES, TABLE_LABELS
from .passage import (
    Row,
    is_enumerator,
    is_foreign,
    label_of,
    normal,
    number_of,
    rows_of,
    squeezed,
    tiles,
    without_marker,
)
from .values import transcribed

_LINES_JOINED = 6


@dataclass(frozen=True)
class Gap:
    """A value that the source does not hold, or a source cell that the data does not hold."""

    where: str
    text: str


@dataclass
class Comparison:
    """One walk over the passage: which values were met, and which cells had no value."""

    sop: Sop
    rows: list[Row]
    values: dict[str, tuple[str, ...]]
    used: set[str] = field(default_factory=set)
    gaps: list[Gap] = field(default_factory=list)
    done: set[int] = field(default_factory=set)
    sections: dict[int, str] = field(default_factory=dict)
    form_1: dict[int, str] = field(default_factory=dict)
    quotes: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    repeats: list[tuple[Row, str, str]] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, sop: Sop, lines: Sequence[str]) -> "Comparison":
        """Walk over the lines that the SOP names."""
        rows = rows_of(lines, sop.baris_sumber)
        walk = cls(sop, rows, transcribed(sop))
        walk.headings = {
            label_of(normal(part.judul)): f"bagian_lain[{n}].isi"
            for n, part in enumerate(sop.bagian_lain, start=1)
        }
        # The odd pieces between quotation marks are the quoted ones.
        walk.quotes = [
            quote for note in sop.catatan for quote in normal(note).split('"')[1::2] if quote
        ]
        # What the office took out afterwards still stands in the copy.
        walk.gone = [normal(c.dari) for c in sop.perubahan if c.dari and not c.menjadi]
        walk.quotes += walk.gone
        for number, step in enumerate(sop.langkah, start=1):
            printed = step.nomor_tertulis if step.nomor_tertulis is not None else str(number)
            walk._step(printed, step.id)
        for index, row in enumerate(rows):
            if index not in walk.done and not is_foreign(" ".join(row.raw)):
                walk._row(index, row)
        for row, place, text in walk.repeats:
            if place not in walk.used:
                walk._lost(row, [text])
        return walk

    def unused(self) -> list[Gap]:
        """The values that no row of the passage holds."""
        return [
            Gap(place, form[0]) for place, form in self.values.items() if place not in self.used
        ]

    def _lost(self, row: Row, texts: Sequence[str]) -> None:
        self.gaps += [Gap(f"baris {row.line}", text) for text in texts if text not in self.gone]

    # The step table: a step's cells are the cells of one row, in their order.

    def _step_cells(self, step_id: str) -> list[str]:
        place = f"langkah[{step_id}]"
        columns = [f"sel_pelaksana[{actor.id}]" for actor in self.sop.pelaksana]
        keys = ["kegiatan", *columns, "kelengkapan", "waktu", "output", "keterangan"]
        return [f"{place}.{key}" for key in keys if f"{place}.{key}" in self.values]

    def _actors(self, step_id: str) -> dict[str, str]:
        """The printed names of a step's actors: some tables name them in the row, not the head."""
        step = next(step for step in self.sop.langkah if step.id == step_id)
        places = [f"pelaksana[{actor}].nama" for actor in step.pelaksana]
        return {self.values[place][0]: place for place in places if place in self.values}

    def _step(self, number: str, step_id: str) -> None:
        places, actors = self._step_cells(step_id), self._actors(step_id)
        expected = [self.values[place][0] for place in places]
        free = [i for i in range(len(self.rows)) if i not in self.done]
        for index, last, row in [*self._single(free), *self._continued(free)]:
            printed, cells = row.numbered()
            if printed == number and [c for c in cells if c not in actors] == expected:
                self.done.update((index, last))
                self.used.update([*places, *(actors[c] for c in cells if c in actors)])
                return
        self._step_nearly(free, number, places)

    def _single(self, free: list[int]) -> list[tuple[int, int, Row]]:
        return [(index, index, self.rows[index]) for index in free]

    def _continued(self, free: list[int]) -> Iterator[tuple[int, int, Row]]:
        filled = [index for index in free if self.rows[index].cells]
        for first, second in pairwise(filled):
            if self.rows[second].cells[0][0] > 0:
                yield first, second, self.rows[first].joined(self.rows[second])

    def _step_nearly(self, free: list[int], number: str, places: list[str]) -> None:
        """No row equals the step: report only the cells that differ from the row most like it."""

        def alike(index: int) -> int:
            printed, cells = self.rows[index].numbered()
            found = [place for place in places if self.values[place][0] in cells]
            kegiatan = places[0] in found
            return len(found) + 2 * kegiatan if kegiatan or printed == number else 0

        best = max(free, key=alike, default=None)
        if best is None or alike(best) < 3:
            return
        printed, cells = self.rows[best].numbered()
        self.done.add(best)
        for place in places:
            if self.values[place][0] in cells:
                cells.remove(self.values[place][0])
                self.used.add(place)
        self._lost(self.rows[best], cells if printed == number else [printed, *cells])

    # Everything else.

    def _row(self, index: int, row: Row) -> None:
        cells = row.cells
        labels = [label_of(text) for _, text in cells]
        if all(is_enumerator(text) for _, text in cells):
            return
        if all(label in SECTIONS or label in self.headings for label in labels):
            self.sections = {
                column: self._heading(label)
                for (column, _), label in zip(cells, labels, strict=True)
            }
        elif "tugas" in labels and "fungsi" in labels:
            heads = [(column, label) for (column, _), label in zip(cells, labels, strict=True)]
            self.form_1 = {column: FORM_1[label] for column, label in heads if label in FORM_1}
            self._lost(row, [label for _, label in heads if label not in FORM_1 | {"no": ""}])
        elif self.form_1:
            for column, text in cells:
                if column in self.form_1:
                    self._expect(index, self.form_1[column], text)
                elif not is_enumerator(text):
                    self._lost(row, [text])
            self.form_1 = {}
        elif not self._is_table_head(row, labels) and not self._is_repeated_step(row):
            self._mixed(index, cells)

    def _heading(self, label: str) -> str:
        """Where the contents under a heading belong, also one of the document's own."""
        return self.headings.get(label) or SECTIONS[label]

    def _is_table_head(self, row: Row, labels: list[str]) -> bool:
        names = {
            label_of(form[0]): place
            for place, form in self.values.items()
            if place.startswith("pelaksana[")
        }
        strange = [label for label in labels if label not in TABLE_LABELS and label not in names]
        if len(strange) * 2 >= len(labels) or len(labels) < 2:
            return False
        self._lost(row, strange)
        self.used.update(names[label] for label in labels if label in names)
        self.sections = {}
        return True

    def _is_repeated_step(self, row: Row) -> bool:
        """Whether a second printing of the table differs from a step only as `catatan` says."""
        printed, cells = row.numbered()
        for number, step in enumerate(self.sop.langkah, start=1):
            if printed != (step.nomor_tertulis or str(number)):
                continue
            known = [self.values[p][0] for p in self._step_cells(step.id) if p in self.used]
            # One cell alone would be a line of the worksheet with the same words.
            if len(cells) > 1 and all(any(self._same(c, k) for k in known) for c in cells):
                return True
        return False

    def _same(self, text: str, known: str) -> bool:
        """Whether a second printing says the same, or the other words are quoted in a note."""
        if squeezed(text) == squeezed(known) or text in self.quotes:
            return True
        return any(
            squeezed(text.replace(one, other)) == squeezed(known)
            for one in self.quotes
            if one in text
            for other in self.quotes
            if other in known
        )

    def _mixed(self, index: int, cells: list[tuple[int, str]]) -> None:
        """A row that may hold labels with their values, worksheet lines and loose text."""
        number, rest = "", list(cells)
        while rest:
            column, text = rest.pop(0)
            label = label_of(text)
            value = rest[0][1] if rest else ""
            if is_enumerator(text):
                number = number_of(text)
            elif label in STAGES and not value.startswith(":"):
                self.sections = {}
            elif label in PAIRS:
                self.sections = {}
                while rest and rest[0][1] == ":":
                    rest.pop(0)
                value = rest.pop(0)[1].removeprefix(":").strip() if rest else ""
                self._expect(index, PAIRS[label], value)
            elif label in LABELS:
                self.sections = {}
            elif label in self.headings:
                # What stands beside the heading is its contents, in whatever column.
                self.sections = {column: self._heading(label)}
            elif not (self._in_section(column, text) or self._is_worksheet(index, number, text)):
                self._loose(index, text)

    def _expect(self, index: int, place: str, text: str) -> None:
        forms = self.values.get(place, ("",))
        for last, longer in self._continuations(index, text):
            if longer in forms:
                self.used.add(place)
                self.done.update(range(index, last + 1))
                return
        if any(self._same(text, form) for form in forms):
            self._repeat(index, place, text)
        else:
            self._lost(self.rows[index], [text])

    def _repeat(self, index: int, place: str, text: str) -> None:
        """A cell that only resembles a value counts if the value itself is met in another row."""
        if text:
            self.repeats.append((self.rows[index], place, text))

    def _continuations(self, index: int, text: str) -> Iterator[tuple[int, str]]:
        """The text, then the text with one, two, ... of the lines below that hold one cell."""
        yield index, text
        joined = 0
        for last in range(index + 1, len(self.rows)):
            cells = self.rows[last].cells
            if not cells:
                continue
            if len(cells) > 1 or joined == _LINES_JOINED:
                return
            joined += 1
            text = f"{text} {cells[0][1]}".strip()
            yield last, text

    def _in_section(self, column: int, text: str) -> bool:
        section = self.sections.get(column)
        if section is None and len(self.sections) == 1:
            section = next(iter(self.sections.values()))
        return section is not None and self._tiled(section, text)

    def _tiled(self, prefix: str, text: str) -> bool:
        places = {form[0]: key for key, form in self.values.items() if key.startswith(prefix)}
        found = tiles(text, list(places))
        if not found:
            return False
        # Two places with the same words (a list that repeats itself) are both met.
        self.used.update(
            key for key, form in self.values.items() if key.startswith(prefix) and form[0] in found
        )
        return True

    def _is_worksheet(self, index: int, number: str, text: str) -> bool:
        if not number and text[:1].isdigit() and " " in text:
            number, text = text.split(" ", 1)
        sheet = self.sop.lembar_kerja and self.sop.lembar_kerja.langkah
        for group in ("awal", "utama", "akhir") if sheet else ():
            for position, line in enumerate(getattr(sheet, group), start=1):
                place = f"lembar_kerja.langkah.{group}[{position}].teks"
                if (line.nomor_tertulis or "") != number:
                    continue
                if self.values[place][0] == text:
                    self.used.add(place)
                    return True
                if self._same(text, self.values[place][0]):
                    self._repeat(index, place, text)
                    return True
        return False

    def _loose(self, index: int, text: str) -> None:
        for last, longer in self._continuations(index, text):
            if any(self._tiled(prefix, longer) for prefix in (*KOP, *self.headings.values())):
                self.done.update(range(index, last + 1))
                return
        words = without_marker(text)
        if not any(f" / {form} / " in f" / {q} / " for form in (text, words) for q in self.quotes):
            self._lost(self.rows[index], [text])
