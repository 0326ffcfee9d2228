"""What the rules look at: the catalogue, today's date, and things worked out once for all."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from sys import intern
from typing import Any, TypeVar

from ...data.catalog import Catalog
from ...data.correction import canonical
from ...data.model.formulir import Formulir
from ...data.model.sop import Langkah, Sop
from .finding import Bukti
from .lines import SourceLines
from .similarity import SentenceIndex
from .text import listed, shorten, topic

Made = TypeVar("Made")
# Rules look at one SOP after the other, and at few others; all lines would be a third of memory.
_MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Kutipan:
    """One text of an SOP: where a reader finds it, its path in the data, its words."""

    pada: str
    path: str
    teks: str


@dataclass
class Konteks:
    """The catalogue with everything that several rules share."""

    catalog: Catalog
    today: datetime.date
    forms: Mapping[str, Formulir] = field(default_factory=dict)
    _lines: dict[str, SourceLines] = field(default_factory=dict)
    _texts: dict[str, tuple[Kutipan, ...]] = field(default_factory=dict)
    _own: dict[str, frozenset[str]] = field(default_factory=dict)
    _memo: dict[str, Any] = field(default_factory=dict)

    def memo(self, key: str, make: Callable[[], Made]) -> Made:
        """Something a rule works out once for the whole catalogue; keys are the rules' own."""
        if key not in self._memo:
            self._memo[key] = make()
        found: Made = self._memo[key]
        return found

    def lines(self, sop: Sop) -> SourceLines:
        """The source lines of an SOP."""
        if sop.id not in self._lines:
            if len(self._lines) >= _MOST_LINES:
                del self._lines[next(iter(self._lines))]
            source = self.catalog.sumber.get(sop.sumber.berkas, ()) if sop.sumber else ()
            self._lines[sop.id] = SourceLines(sop, source)
        return self._lines[sop.id]

    def texts(self, sop: Sop) -> tuple[Kutipan, ...]:
        """Every text of the document in its order."""
        if sop.id not in self._texts:
            self._texts[sop.id] = tuple(texts_of(sop))
        return self._texts[sop.id]

    def own_topic(self, sop: Sop) -> frozenset[str]:
        """The stems of the words that the SOP itself is about: title, steps, products."""
        if sop.id not in self._own:
            words = [sop.nama, sop.nama_sop or "", *(p.nama for p in sop.produk)]
            words += [p.nama for p in sop.pelaksana]
            for step in sop.langkah:
                words += [step.kegiatan, *step.kelengkapan, *step.output]
            self._own[sop.id] = frozenset(stem for text in words for stem in topic(text))
        return self._own[sop.id]

    def at(self, sop: Sop, pada: str, text: str, path: str = "") -> Bukti:
        """Evidence for words anywhere in the SOP."""
        lines = self.lines(sop)
        words, line = shorten(lines.written(path, text)), lines.find(text, path)
        return Bukti(intern(pada), words, line, sop.id, intern(canonical(sop, path)))

    def at_step(self, sop: Sop, step: Langkah, text: str | None = None) -> Bukti:
        """Evidence in a row of the step table; its sentence when no words are given."""
        words = self.sentence(sop, step) if text is None else text
        line, place = self.lines(sop).step(step), f"langkah[{step.id}]"
        return Bukti(intern(step_name(sop, step)), shorten(words), line, sop.id, intern(place))

    def sentence(self, sop: Sop, step: Langkah) -> str:
        """A step's sentence as the document has it, before any correction."""
        return self.lines(sop).written(f"langkah[{step.id}].kegiatan", step.kegiatan)

    def as_written(self, sop: Sop, message: str) -> str:
        """A message whose quotations are the document's own words, before any correction.

        Slips of the scan stay corrected: they are not the document's.
        """
        swaps = [
            (" ".join(item.menjadi.split()), item.tertulis)
            for item in sop.koreksi
            if not item.alasan.startswith("salah baca")
        ]
        if not swaps:
            return message
        own = self.lines(sop)

        def restored(match: re.Match[str]) -> str:
            shown = match[1].removesuffix(" ...")
            if not shown or own.holds(shown):
                return match[0]
            found = (_same_part(shown, now, before) for now, before in swaps)
            written = next((text for text in found if text), None)
            return f'"{written}{match[1][len(shown) :]}"' if written else match[0]

        return re.sub(r'"([^"]*)"', restored, message)

    def whole(self, sop: Sop) -> Bukti:
        """Evidence for silence: nothing in all the lines of the SOP."""
        spans = [
            f"{first}-{last}" if first < last else str(first) for first, last in sop.baris_sumber
        ]
        place = f", baris {listed(spans)}" if spans else ""
        return Bukti(f"Seluruh dokumen{place}", "")

    def elsewhere(self, sop: Sop, proof: Bukti) -> Bukti:
        """Evidence in another SOP, with that SOP's name before the place."""
        return replace(proof, pada=f"SOP {sop.nama_sop or sop.nama}: {proof.pada}")

    def title(self, sop_id: str) -> str:
        """Name and office of an SOP, for naming it in a message about another."""
        sop = self.catalog.sop[sop_id]
        office = self.catalog.instansi.get(sop.instansi)
        return f"{sop.nama_sop or sop.nama} ({office.disebut if office else sop.instansi})"

    def same_service(self, one: Sop, two: Sop) -> bool:
        """Whether two SOPs serve the same end, so that equal words are no copy by mistake."""
        return one.layanan is not None and one.layanan == two.layanan

    @cached_property
    def by_office(self) -> dict[str, list[Sop]]:
        """SOPs by office."""
        found: dict[str, list[Sop]] = defaultdict(list)
        for sop in self.catalog.sop.values():
            found[sop.instansi].append(sop)
        return found

    @cached_property
    def by_service(self) -> dict[str, list[Sop]]:
        """SOPs by service key."""
        found: dict[str, list[Sop]] = defaultdict(list)
        for sop in self.catalog.sop.values():
            if sop.layanan:
                found[sop.layanan].append(sop)
        return found

    @cached_property
    def step_sentences(self) -> SentenceIndex:
        """Every step's sentence; owners are `<sop>#<step>`."""
        return SentenceIndex(
            (f"{sop.id}#{step.id}", step.kegiatan)
            for sop in self.catalog.sop.values()
            for step in sop.langkah
        )

    @cached_property
    def all_sentences(self) -> SentenceIndex:
        """Every text of every document; owners are `<sop>#<path>`."""
        return SentenceIndex(
            (f"{sop.id}#{item.path}", item.teks)
            for sop in self.catalog.sop.values()
            for item in self.texts(sop)
        )

    def step_of(self, owner: str) -> tuple[Sop, Langkah]:
        """The SOP and step of an owner in `step_sentences`."""
        sop_id, _, step_id = owner.partition("#")
        sop = self.catalog.sop[sop_id]
        return sop, next(step for step in sop.langkah if step.id == step_id)


def step_number(sop: Sop, step: Langkah) -> str:
    """The document's own number of a step, else its place; `2+` for a row without number."""
    last = ""
    for place, other in enumerate(sop.langkah, 1):
        number = str(place) if other.nomor_tertulis is None else other.nomor_tertulis
        if other is step:
            return number or f"{last or '0'}+"
        last = number or last
    return ""


def step_name(sop: Sop, step: Langkah) -> str:
    """`Langkah 4`, or `Baris sesudah langkah 2` for a row without number."""
    number = step_number(sop, step)
    name = f"Baris sesudah langkah {number[:-1]}" if number.endswith("+") else f"Langkah {number}"
    # Phases number their steps anew: without its phase a number names several rows.
    return f"{name} ({step.tahap})" if step.tahap else name


def step_names(sop: Sop, steps: list[Langkah]) -> list[str]:
    """The numbers of steps as a message lists them."""
    return [step_number(sop, step) for step in steps]


def texts_of(sop: Sop) -> Iterator[Kutipan]:
    """Every text of the document with its place."""
    yield from _single(sop, (("nama_sop", "Nama SOP"),), "")
    for path, label, items in (
        ("dasar_hukum", "Dasar hukum", [item.tertulis for item in sop.dasar_hukum]),
        ("kualifikasi_pelaksana", "Kualifikasi pelaksana", sop.kualifikasi_pelaksana),
        ("keterkaitan", "Keterkaitan", [item.teks for item in sop.keterkaitan]),
        ("peralatan", "Peralatan", sop.peralatan),
        ("peringatan", "Peringatan", sop.peringatan),
        ("pencatatan", "Pencatatan", sop.pencatatan),
    ):
        tail = {"dasar_hukum": ".tertulis", "keterkaitan": ".teks"}.get(path, "")
        for n, text in enumerate(items, 1):
            yield Kutipan(f"{label} {n}", f"{path}[{n}]{tail}", text)
    for item in sop.pelaksana:
        yield Kutipan("Kepala kolom", f"pelaksana[{item.id}].nama", item.nama)
    for step in sop.langkah:
        name, path = step_name(sop, step), f"langkah[{step.id}]"
        yield Kutipan(name, f"{path}.kegiatan", step.kegiatan)
        for text in step.kelengkapan:
            yield Kutipan(f"{name}, kelengkapan", f"{path}.kelengkapan", text)
        for text in step.output:
            yield Kutipan(f"{name}, output", f"{path}.output", text)
        if step.keterangan:
            yield Kutipan(f"{name}, keterangan", f"{path}.keterangan", step.keterangan)
    yield from _worksheet(sop)


_FORM_1 = (
    ("tugas", "Form 1, tugas"),
    ("fungsi", "Form 1, fungsi"),
    ("sub_fungsi", "Form 1, sub fungsi"),
    ("output", "Form 1, output"),
    ("judul", "Form 1, judul SOP"),
)
_DATA = (("judul", "Lembar kerja, judul SOP"), ("jenis_kegiatan", "Lembar kerja, jenis kegiatan"))
_RESPONSIBLE = (
    ("nama", "Lembar kerja, penanggung jawab"),
    ("produk", "Lembar kerja, penanggung jawab produk"),
    ("kegiatan", "Lembar kerja, penanggung jawab kegiatan"),
)
SUMMARY = (
    ("nama_kegiatan", "Lembar kerja, nama kegiatan"),
    ("langkah_awal", "Lembar kerja, ringkasan Langkah Awal"),
    ("langkah_utama", "Lembar kerja, ringkasan Langkah Utama"),
    ("langkah_akhir", "Lembar kerja, ringkasan Langkah Akhir"),
)
GROUPS = (("awal", "Langkah Awal"), ("utama", "Langkah Utama"), ("akhir", "Langkah Akhir"))


def _worksheet(sop: Sop) -> Iterator[Kutipan]:
    sheet = sop.lembar_kerja
    if not sheet:
        return
    yield from _single(sheet.form_1, _FORM_1, "lembar_kerja.form_1.")
    yield from _single(sheet.data, _DATA, "lembar_kerja.data.")
    if sheet.data:
        yield from _single(
            sheet.data.penanggung_jawab, _RESPONSIBLE, "lembar_kerja.data.penanggung_jawab."
        )
    yield from _single(sheet.identifikasi, SUMMARY, "lembar_kerja.identifikasi.")
    if sheet.langkah:
        for key, label in GROUPS:
            for n, item in enumerate(getattr(sheet.langkah, key), 1):
                number = item.nomor_tertulis or str(n)
                path = f"lembar_kerja.langkah.{key}[{n}].teks"
                yield Kutipan(f"Lembar kerja, {label} butir {number}", path, item.teks)


def _single(record: object, keys: tuple[tuple[str, str], ...], before: str) -> Iterator[Kutipan]:
    for key, label in keys:
        text = getattr(record, key, None)
        if text:
            yield Kutipan(label, before + key, text)


def _same_part(shown: str, now: str, before: str) -> str:
    """The words of the text before a correction that stand where the shown words stand now."""
    at = now.find(shown)
    words = before.split()
    # Only where the words before can be counted: none, or none joined or parted.
    if at < 0 or (at and len(words) != len(now.split())):
        return ""
    first = len(now[:at].split())
    return " ".join(words[first : first + len(shown.split())])
