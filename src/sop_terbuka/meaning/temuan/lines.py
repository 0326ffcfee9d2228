"""Finds the line of the source text that holds the words a finding speaks of."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...data.correction import canonical, held
from ...data.model.sop import Langkah, Sop

# Where each part of the document begins; words are looked for from there on.
_LABELS = {
    "dasar_hukum": r"dasar\s+hukum",
    "kualifikasi_pelaksana": r"kualifikasi\s+pelaksana",
    "keterkaitan": r"^\W*(?:<p>)?\s*keterkaitan",
    "peralatan": r"peralatan\s*/",
    "peringatan": r"peringatan",
    "pencatatan": r"pencatatan|^peringatan\t",
    "lembar_kerja.form_1": r"identifikasi\s+judul",
    "lembar_kerja.data": r"data\s+kegiatan",
    "lembar_kerja.identifikasi": r"\bB\b\W*identifikasi\s+kegiatan",
    "lembar_kerja.langkah": r"identifikasi\s+langkah",
}
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_TAG = re.compile(r"<[^>]*>")


def squeeze(text: str) -> str:
    """Only letters and digits, in lower case: line breaks, marks and spaces do not count."""
    return _NOT_WORD.sub("", _TAG.sub(" ", text.lower()))


class SourceLines:
    """The lines of one SOP in its source file."""

    def __init__(self, sop: Sop, lines: Sequence[str]) -> None:
        """Squeeze the SOP's own lines into one text whose places lead back to line numbers."""
        self.sop = sop
        self._written = {held(sop, item.pada, item.menjadi): item.tertulis for item in sop.koreksi}
        self._raw: list[tuple[int, str]] = []
        for first, last in sop.baris_sumber:
            self._raw += [(n, lines[n - 1]) for n in range(first, min(last, len(lines)) + 1)]
        self._numbers: list[int] = []
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for number, line in self._raw:
            self._numbers.append(number)
            self._starts.append(length)
            parts.append(squeeze(line))
            length += len(parts[-1])
        self._text = "".join(parts)
        self._squeezed = dict(zip(self._numbers, parts, strict=True))
        self._steps: dict[str, int | None] | None = None
        self._head: tuple[int, int] | None = None

    @property
    def raw(self) -> list[tuple[int, str]]:
        """Line numbers with the lines as they are."""
        return self._raw

    def written(self, path: str, text: str) -> str:
        """The source's words at a place of the data, where a correction changed them."""
        if not self._written or not path:
            return text
        return self._written.get(canonical(self.sop, path), text)

    def holds(self, text: str) -> bool:
        """Whether the words stand in the source."""
        return squeeze(text) in self._text

    def find(self, text: str, path: str = "") -> int | None:
        """The line that holds the words of a place, also where they run over several lines."""
        words = self.written(path, text)
        if path.startswith("langkah["):
            step_id = path[len("langkah[") :].partition("]")[0]
            step = next((s for s in self.sop.langkah if s.id == step_id), None)
            if step is not None:
                return self.step(step)
        if path.startswith("pelaksana["):
            return self._header(words)
        found = list(self._all(words))
        start = self._label(path)
        below = [line for line in found if line >= start]
        if path.startswith("lembar_kerja.identifikasi."):
            # Its rows repeat each other's words; each begins with its own name.
            name = squeeze(path.rpartition(".")[2])
            below.sort(key=lambda line: name not in self._squeezed[line])
        return next(iter([*below, *found]), None)

    def _label(self, path: str) -> int:
        """The line on which the part of the document begins that a path lies in."""
        pattern = next((p for key, p in _LABELS.items() if path.startswith(key)), None)
        if pattern is None:
            return 0
        return next((n for n, line in self._raw if re.search(pattern, line, re.IGNORECASE)), 0)

    @property
    def has_columns(self) -> bool:
        """Whether the actors' names stand together in the head of a table."""
        names = sum(1 for item in self.sop.pelaksana if item.kolom == "ya")
        return -self._table_head()[0] * 2 > names

    def _header(self, name: str) -> int | None:
        """The head of the step table, where it holds the name; else the first such line."""
        count, line = self._table_head()
        if count < -1 and squeeze(name) in self._squeezed[line]:
            return line
        return next(self._all(name), None)

    def _table_head(self) -> tuple[int, int]:
        """The line with the most column names, and minus their number."""
        if self._head is None:
            names = [squeeze(item.nama) for item in self.sop.pelaksana if item.kolom == "ya"]
            ranked = [
                (-sum(1 for n in names if n in self._squeezed[line]), line)
                for line in self._numbers
            ]
            self._head = min(ranked, default=(0, 0))
        return self._head

    def all(self, text: str) -> list[int]:
        """Every line on which the words begin."""
        return list(self._all(text))

    def below(self, text: str, path: str) -> list[int]:
        """Every line with the words from the part of the document on that a path lies in."""
        start = self._label(path)
        return [line for line in self._all(text) if line >= start]

    def _all(self, text: str) -> Iterator[int]:
        needle = squeeze(text)
        at = self._text.find(needle) if len(needle) > 1 else -1
        while at >= 0:
            yield self._numbers[bisect_right(self._starts, at) - 1]
            at = self._text.find(needle, at + len(needle))

    def step(self, step: Langkah) -> int | None:
        """The line of the step table that holds a step."""
        if self._steps is None:
            self._steps = self._find_steps()
        return self._steps.get(step.id)

    def _find_steps(self) -> dict[str, int | None]:
        """The row of each step: its sentence with its time and output, below the row before."""
        found: dict[str, int | None] = {}
        head = self._table_head()
        before = head[1] if head[0] < -1 else 0
        for step in self.sop.langkah:
            sentence = self.written(f"langkah[{step.id}].kegiatan", step.kegiatan)
            places = list(self._all(sentence)) or list(self._all(sentence[:40]))
            # The worksheet repeats the sentence; only the table's row has the other cells too.
            cells = [step.waktu or "", *step.output[:1], *step.kelengkapan[:1]]

            def rank(line: int, cells: list[str] = cells, before: int = before) -> tuple[int, int]:
                row = self._squeezed[line]
                hits = sum(1 for cell in cells if cell and squeeze(cell) in row)
                return (-2 * hits - (line > before), line)

            line = min(places, key=rank) if places else None
            found[step.id] = line
            before = line or before
        return found
