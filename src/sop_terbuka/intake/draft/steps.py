"""The rows of a reading as steps of our data: who acts, which symbols, where they lead."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...data.yamltext import Flow, Noted
from ..folding import folded
from ..reading import Arrow, End, Reading, Row, Symbol
from .words import slug, step_id, unique

UNKNOWN = "belum-diketahui"
_ANSWERS = frozenset({"ya", "tidak", "y", "t"})
NO_TEXT = "(tidak tertulis)"


@dataclass(frozen=True)
class Step:
    """A kept row with its id; `index` is its place in the reading."""

    index: int
    id: str
    row: Row


def kept(reading: Reading) -> list[Step]:
    """The rows that are steps: a row of page connectors alone is only layout."""
    found: list[Step] = []
    taken: set[str] = set()
    for index, row in enumerate(reading.langkah):
        own = [symbol for symbol in row.simbol if symbol.jenis != "penghubung"]
        if not own and not any(row.sel.values()) and not row.lajur:
            continue
        name = step_id(row.teks("kegiatan"), taken)
        taken.add(name)
        found.append(Step(index, name, row))
    return found


class FlowWriter:
    """Writes who acts in each row, in the short form where the whole flow is that simple."""

    def __init__(self, reading: Reading, steps: Sequence[Step], lanes: Sequence[str]) -> None:
        """Keep the arrows between real symbols; `lanes` are the actors' ids by lane."""
        self._reading = reading
        self._steps = {step.index: step for step in steps}
        self._order = [step.index for step in steps]
        self._lanes = lanes
        self.arrows: list[Arrow] = [
            arrow
            for arrow in folded(reading)
            if arrow.dari[0] in self._steps and arrow.ke[0] in self._steps
        ]
        self._is_simple = self._simple()
        self.uses_unknown = False

    def fields(self, step: Step) -> dict[str, Any]:
        """The keys of a step that say who acts and what comes next."""
        symbols = self._symbols(step.index)
        if symbols and self.arrows and not self._is_simple:
            return {"simbol": [self._symbol(step, nth, symbol) for nth, symbol in symbols]}
        lanes = list(dict.fromkeys(symbol.lajur for _, symbol in symbols))
        if lanes:
            notes = tuple(symbol.ragu for _, symbol in symbols if symbol.ragu)
            return {"pelaksana": _noted([self._lanes[lane] for lane in lanes], notes)}
        return self._from_marks(step)

    def _from_marks(self, step: Step) -> dict[str, Any]:
        marked = [
            lane
            for lane, value in step.row.lajur.items()
            if value.teks.strip(" .?").casefold() not in _ANSWERS
        ]
        named = {
            self._lanes[lane]: value.teks
            for lane, value in step.row.lajur.items()
            if value.teks.casefold() != self._reading.pelaksana[lane].lengkap.casefold()
        }
        cells = {"sel_pelaksana": Flow(named)} if named else {}
        if marked:
            return {"pelaksana": [self._lanes[lane] for lane in marked], **cells}
        found = self._from_sentence(step.row.teks("kegiatan"))
        if found is not None:
            note = "pelaksana disimpulkan dari kalimatnya"
            who = Noted([self._lanes[found]], (note,))
        else:
            self.uses_unknown = True
            who = Noted([UNKNOWN], ("pelaksana belum terbaca; tulis id pelaksananya",))
        return {"pelaksana": who, "pelaksana_dasar": "disimpulkan", **cells}

    def _from_sentence(self, text: str) -> int | None:
        """The lane whose name the sentence begins with; the longest such name."""
        words = text.casefold()
        names = [
            (len(lane.nama.teks), index)
            for index, lane in enumerate(self._reading.pelaksana)
            if lane.nama.teks and re.match(rf"{re.escape(lane.nama.teks.casefold())}\b", words)
        ]
        return max(names)[1] if names else None

    def _symbols(self, index: int) -> list[tuple[int, Symbol]]:
        return [
            (nth, symbol)
            for nth, symbol in enumerate(self._reading.langkah[index].simbol)
            if symbol.jenis != "penghubung"
        ]

    def _simple(self) -> bool:
        """Whether every row has one plain symbol and the arrows only go down row by row."""
        ways: set[tuple[End, End]] = set()
        for arrow in self.arrows:
            if arrow.label or arrow.bolak_balik or arrow.tanpa_kepala:
                return False
            ways.add((arrow.dari, arrow.ke))
        wanted: set[tuple[End, End]] = set()
        before: End | None = None
        for place, index in enumerate(self._order):
            symbols = self._symbols(index)
            if len(symbols) != 1:
                return False
            nth, symbol = symbols[0]
            first, last = place == 0, place == len(self._order) - 1
            allowed = (
                {"proses"} | ({"mulai"} if first else set()) | ({"selesai"} if last else set())
            )
            if symbol.jenis not in allowed or symbol.teks or symbol.sampai or symbol.ragu:
                return False
            if before is not None:
                wanted.add((before, (index, nth)))
            before = (index, nth)
        return ways == wanted

    def _name(self, end: End) -> str:
        """What a symbol is called within its row: its actor, numbered from the second on."""
        row = self._reading.langkah[end[0]]
        lane = row.simbol[end[1]].lajur
        nth = sum(
            symbol.lajur == lane and symbol.jenis != "penghubung"
            for symbol in row.simbol[: end[1] + 1]
        )
        return f"{self._lanes[lane]}-{nth}" if nth > 1 else self._lanes[lane]

    def _target(self, end: End) -> str:
        step = self._steps[end[0]]
        if len(self._symbols(end[0])) == 1:
            return step.id
        return f"{step.id}.{self._name(end)}"

    def _symbol(self, step: Step, nth: int, symbol: Symbol) -> Any:
        end = (step.index, nth)
        notes = [symbol.ragu] if symbol.ragu else []
        ways: list[Any] = []
        out = [arrow for arrow in self.arrows if arrow.dari == end]
        for arrow in out:
            if arrow.ke == end:
                notes.append("satu panah kembali ke simbolnya sendiri; tidak ditulis")
                continue
            if arrow.ragu or arrow.label.ragu:
                notes.append(f"panah ke {self._target(arrow.ke)}: {arrow.ragu or arrow.label.ragu}")
            ways.append(self._way(arrow))
        kind = self._kind(symbol, end, len(ways), notes)
        record: dict[str, Any] = {"pelaksana": self._lanes[symbol.lajur], "jenis": kind}
        if symbol.teks:
            record["teks"] = symbol.teks
        if self._name(end) != self._lanes[symbol.lajur]:
            record["nama"] = self._name(end)
        if symbol.sampai is not None and symbol.sampai > symbol.lajur:
            record["sampai"] = self._lanes[symbol.sampai]
        if ways:
            record["ke"] = ways
        if kind == "keputusan" and any(
            isinstance(way, str) or "bila" not in way.value for way in ways
        ):
            record["tanpa_label"] = "ya"
            notes.append("ada cabang keputusan tanpa jawaban yang terbaca")
        return _noted(Flow(record), tuple(notes))

    def _way(self, arrow: Arrow) -> Any:
        record = {"ke": self._target(arrow.ke)}
        if arrow.label:
            record["bila"] = arrow.label.teks
        if arrow.bolak_balik:
            record["bolak_balik"] = "ya"
        if arrow.tanpa_kepala:
            record["garis"] = "bersama"
        return record["ke"] if len(record) == 1 else Flow(record)

    def _kind(self, symbol: Symbol, end: End, ways: int, notes: list[str]) -> str:
        if symbol.jenis == "keputusan" and ways < 2:
            notes.append(
                f"pada dokumen berupa belah ketupat, tetapi {ways} cabang yang terbaca; "
                "lengkapi ke, lalu ganti jenisnya menjadi keputusan"
            )
            return "proses"
        if symbol.jenis == "terminator":
            comes = any(arrow.ke == end for arrow in self.arrows)
            notes.append("bentuk mulai atau selesai; panahnya tidak menentukan yang mana")
            return "selesai" if comes else "mulai"
        return symbol.jenis


def activity(row: Row) -> Any:
    """The step's sentence; a row without one says so."""
    text = row.teks("kegiatan")
    if not text:
        return Noted(NO_TEXT, ("baris ini tidak berkalimat pada dokumen",))
    value = row.sel["kegiatan"]
    return _noted(text, (value.ragu,) if value.ragu else ())


def actor_ids(reading: Reading, known: dict[str, str]) -> list[str]:
    """An id for each lane: the one the office uses for that name, else one from the name."""
    counts = Counter(lane.nama.teks.casefold() for lane in reading.pelaksana)
    found: list[str] = []
    for lane in reading.pelaksana:
        name = lane.nama.teks
        full = lane.lengkap if counts[name.casefold()] > 1 else name
        wanted = known.get(name.casefold()) or slug(full, 40)
        found.append(unique(wanted, found, "pelaksana"))
    return found


def _noted(value: Any, notes: tuple[str, ...]) -> Any:
    return Noted(value, notes) if notes else value
