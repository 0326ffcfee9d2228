"""What the symbols and arrows of a row say in words, for cards, papers and those who do not see.

Only rows that are written symbol by symbol need these; a row in the short form has its own words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..data.model import SELESAI, TOLAK, Jenis, Langkah, Sop
from .graph import Edge, Graph, columns

KIND_WORDS: Mapping[Jenis, str] = {
    "mulai": "Mulai",
    "proses": "Proses",
    "dokumen": "Dokumen",
    "keputusan": "Keputusan",
    "selesai": "Selesai",
}
END_WORDS = {SELESAI: "proses selesai", TOLAK: "ditolak, proses berhenti"}


@dataclass(frozen=True)
class Jalan:
    """One arrow in words; `baris` is the number of the row it leads to, if another one."""

    jawaban: str
    sebelum: str
    baris: int | None
    sesudah: str

    @property
    def teks(self) -> str:
        """The whole as plain text: `Teknis: ke langkah 9, Tim Teknis`."""
        row = f"langkah {self.baris}" if self.baris else ""
        answer = f"{self.jawaban}: " if self.jawaban else ""
        return f"{answer}{self.sebelum}{row}{self.sesudah}"


@dataclass(frozen=True)
class SimbolKata:
    """One symbol in words: the numbers and names of its lanes, its kind, text and arrows."""

    lajur: tuple[int, ...]
    pelaku: str
    jenis: str
    teks: str
    jalan: tuple[Jalan, ...]

    @property
    def kalimat(self) -> str:
        """One sentence: `Sekretaris (mulai, "Lewat surel"): ke langkah 3.`."""
        inside = f'{self.jenis.lower()}, "{self.teks}"' if self.teks else self.jenis.lower()
        ways = "; ".join(way.teks for way in self.jalan)
        return f"{self.pelaku} ({inside}){f': {ways}' if ways else ''}."


class Kata:
    """The words of one SOP's flow."""

    def __init__(self, sop: Sop, flow: Graph) -> None:
        self.flow = flow
        self.names = [actor.nama for actor in columns(sop)]
        self.leaving = flow.leaving()
        self.steps = sop.langkah

    def row(self, row: int) -> tuple[SimbolKata, ...]:
        """The symbols of a row, left to right; the capsule of an ended branch is its arrow's."""
        return tuple(
            self.symbol(n) for n in self.flow.in_row(row) if not self.flow.symbols[n].is_branch_end
        )

    def says_nothing_new(self, row: int) -> bool:
        """Whether the row has one symbol from which the next row simply follows."""
        here = self.row(row)
        ways = [way for symbol in here for way in symbol.jalan]
        follows = Jalan("", "ke ", row + 2, "")
        return len(here) == 1 and not here[0].teks and (not ways or ways == [follows])

    def symbol(self, n: int) -> SimbolKata:
        """One symbol."""
        symbol = self.flow.symbols[n]
        lanes = range(symbol.lane, symbol.last + 1)
        return SimbolKata(
            tuple(lane + 1 for lane in lanes),
            self.who(n),
            KIND_WORDS[symbol.kind],
            symbol.text,
            tuple(self._ways(n)),
        )

    def who(self, n: int) -> str:
        """Who acts; an actor's symbols of one row are counted."""
        symbol = self.flow.symbols[n]
        name = " sampai ".join(
            self.names[lane] for lane in dict.fromkeys((symbol.lane, symbol.last))
        )
        same = [
            k
            for k in self.flow.in_row(symbol.row)
            if self.flow.symbols[k].lane == symbol.lane and not self.flow.symbols[k].is_branch_end
        ]
        return f"{name} ({same.index(n) + 1})" if len(same) > 1 and n in same else name

    def _ways(self, n: int) -> Iterator[Jalan]:
        for edge in (self.flow.edges[k] for k in self.leaving[n]):
            yield self.way(edge)

    def way(self, edge: Edge) -> Jalan:
        """Where one arrow leads."""
        source, target = self.flow.symbols[edge.source], self.flow.symbols[edge.target]
        if target.is_branch_end:
            return Jalan(edge.answer, END_WORDS[target.outcome], None, "")
        verb = "ke "
        if edge.is_headless:
            verb = "bersama "
        elif edge.is_both:
            verb = "bolak-balik dengan "
        elif target.row < source.row:
            verb = "kembali ke "
        who = self.who(edge.target)
        if target.row == source.row:
            return Jalan(edge.answer, f"{verb}{who} (langkah ini)", None, "")
        after = f", {who}" if self._is_one_of_many(target.row) else ""
        return Jalan(edge.answer, verb, target.row + 1, after)

    def _is_one_of_many(self, row: int) -> bool:
        return len(self.steps[row].simbol) > 1


def merged_with(steps: Sequence[Langkah], row: int, column: str) -> int | None:
    """The number of the row whose cell goes on in this one; None where the cell is its own."""
    if column not in steps[row].gabung:
        return None
    first = row
    while first and column in steps[first].gabung:
        first -= 1
    return first + 1
