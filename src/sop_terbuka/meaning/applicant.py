"""Langkah Anda: the steps where someone outside the office acts, and what happens in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..data.model import SELESAI, TOLAK, Langkah, Pelaksana, Sop
from ..data.waktu import Total, total
from .flow import Edge, edges
from .rincian import variants_of

WAITING = "Petugas memproses"
# How a sentence to the applicant begins when it is they who act, and when they only wait.
_YOU, _YOU_WAIT = "Anda ", "Anda menunggu"


@dataclass(frozen=True)
class Akibat:
    """What a decision means for the applicant: a question, and what follows from the answers."""

    pertanyaan: str
    bila: tuple[str, ...]

    @property
    def teks(self) -> str:
        """One line: `Berkas lengkap? Bila tidak, kembali ke langkah Anda nomor 1.`."""
        return " ".join((self.pertanyaan, *(f"{sentence}." for sentence in self.bila)))


@dataclass(frozen=True)
class LangkahAnda:
    """One step in which the applicant acts; `urutan` counts only these.

    `kalimat` is the sentence for applicants: ours where somebody wrote one, else the document's.
    """

    urutan: int
    nomor: int
    kegiatan: str
    kalimat: str
    untuk: tuple[str, ...]
    waktu: str | None
    kelengkapan: tuple[str, ...]
    output: tuple[str, ...]
    pelaku: tuple[str, ...]
    bersama: tuple[str, ...]
    akibat: tuple[Akibat, ...]


@dataclass(frozen=True)
class LangkahPetugas:
    """The office's steps between two of the applicant's; `waktu` is their sum.

    `kalimat` are our sentences on them, where somebody wrote any.
    """

    nomor: tuple[int, ...]
    kegiatan: tuple[str, ...]
    kalimat: tuple[str, ...]
    waktu: Total
    akibat: tuple[Akibat, ...]

    @property
    def judul(self) -> str:
        """`Petugas memproses: 3 hari + 25 menit`, without a time when none is known."""
        return f"{WAITING}: {self.waktu.teks}" if self.waktu.teks else WAITING


Bagian = LangkahAnda | LangkahPetugas


def applicant_steps(sop: Sop) -> tuple[Bagian, ...]:
    """The way through the SOP as its applicant sees it.

    Empty when nobody outside acts and nothing is said to the applicant.
    """
    view = _View(sop)
    if not view.own and not any(step.untuk_pemohon for step in sop.langkah):
        return ()
    within = concerning(sop)
    numbered = [(row, step) for row, step in enumerate(sop.langkah) if row in within]
    return tuple(
        part
        for is_own, run in groupby(numbered, key=lambda item: item[0] in view.own)
        for part in (view.own_steps(list(run)) if is_own else [view.office_steps(list(run))])
    )


def concerning(sop: Sop) -> set[int]:
    """The rows from the first to the last that is the applicant's or says something to them.

    The office's own preparations and reports take none of the applicant's time, but only where the
    way was told to them, not one step of it, can anybody tell them from the service.
    """
    outside = {actor.id for actor in sop.pelaksana if actor.pihak == "luar"}
    rows = range(len(sop.langkah))
    if sum(1 for step in sop.langkah if step.untuk_pemohon) < 2:
        return set(rows)
    theirs = [
        row
        for row, step in enumerate(sop.langkah)
        if step.untuk_pemohon or outside & set(step.pelaksana)
    ]
    return set(rows[theirs[0] : theirs[-1] + 1])


class _View:
    """One SOP, with what is asked of it again and again."""

    def __init__(self, sop: Sop) -> None:
        self.sop = sop
        self.actors: dict[str, Pelaksana] = {actor.id: actor for actor in sop.pelaksana}
        self.rows = {step.id: row for row, step in enumerate(sop.langkah)}
        # The applicant's own number of each of their rows.
        self.own: dict[int, int] = {}
        for row, step in enumerate(sop.langkah):
            if self._is_own(step):
                self.own[row] = len(self.own) + 1
        self.leaving: dict[str, list[Edge]] = {}
        for edge in edges(sop):
            self.leaving.setdefault(edge.source, []).append(edge)

    def own_steps(self, run: Sequence[tuple[int, Langkah]]) -> list[Bagian]:
        """A record for each step of the applicant."""
        return [self._own_step(row, step) for row, step in run]

    def office_steps(self, run: Sequence[tuple[int, Langkah]]) -> Bagian:
        """One record for all steps of the office in a row."""
        rows = [row for row, _ in run]
        return LangkahPetugas(
            nomor=tuple(row + 1 for row in rows),
            kegiatan=tuple(step.kegiatan for _, step in run),
            kalimat=tuple(step.untuk_pemohon for _, step in run if step.untuk_pemohon),
            waktu=total(step.waktu for _, step in run if not step.bukan_waktu_tunggu),
            akibat=tuple(self._consequences(run)),
        )

    def _is_own(self, step: Langkah) -> bool:
        """Whether the applicant acts: in their column, or by what the step says to them.

        A document often names only the officer who receives what the applicant hands in.
        """
        said = step.untuk_pemohon or ""
        acts = said.startswith(_YOU) and not said.startswith(_YOU_WAIT)
        return acts or any(self._is_outside(actor) for actor in step.pelaksana)

    def _is_outside(self, actor: str) -> bool:
        return self.actors[actor].pihak == "luar"

    def _own_step(self, row: int, step: Langkah) -> LangkahAnda:
        names = {actor: self.actors[actor].nama for actor in step.pelaksana}
        outside = [actor for actor in names if self._is_outside(actor)]
        return LangkahAnda(
            urutan=self.own[row],
            nomor=row + 1,
            kegiatan=step.kegiatan,
            kalimat=step.untuk_pemohon or step.kegiatan,
            untuk=variants_of(self.sop, step),
            waktu=step.waktu,
            kelengkapan=tuple(step.kelengkapan),
            output=tuple(step.output),
            pelaku=tuple(names[actor] for actor in outside),
            # Where only an officer is named, the officer receives rather than acts along.
            bersama=tuple(names[actor] for actor in names if outside and actor not in outside),
            akibat=tuple(self._consequences([(row, step)])),
        )

    def _consequences(self, run: Sequence[tuple[int, Langkah]]) -> Iterator[Akibat]:
        first, last = run[0][0], run[-1][0]
        for row, step in run:
            is_asking = step.keputusan or step.simbol
            asked = [edge for edge in self.leaving.get(step.id, ()) if is_asking and edge.jawaban]
            if not asked:
                continue
            sentences = tuple(
                f"Bila {edge.branch}, {words}"
                for edge in asked
                if (words := self._words(edge.target, row, first, last))
            )
            if sentences:
                yield Akibat(_question(step), sentences)

    def _words(self, target: str, row: int, first: int, last: int) -> str:
        """What a branch means; empty when the applicant would not notice."""
        if target == TOLAK:
            return "ditolak dan proses berhenti"
        if target == SELESAI:
            return "proses selesai"
        to = self.rows[target]
        if to in self.own:
            number = self.own[to]
            if to == last + 1:
                return ""
            return f"{'kembali' if to <= row else 'lanjut'} ke langkah Anda nomor {number}"
        if first <= to <= last + 1:
            return ""
        return (
            f"petugas {'kembali' if to <= row else 'lanjut'} ke langkah {to + 1} pada alur lengkap"
        )


def _question(step: Langkah) -> str:
    """What a row asks: its question, or the words in its diamonds."""
    if step.keputusan:
        return step.keputusan.pertanyaan
    inside = [one.teks for one in step.simbol if one.jenis == "keputusan" and one.teks]
    return " ".join(inside) or step.kegiatan
