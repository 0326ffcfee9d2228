"""The source text that a draft stands on: a reading's words, line by line, cells parted by tabs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ..reading import LISTS, Reading, Value
from .steps import Step

_PAIRS = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
    "tanggal_pengesahan": "Tgl Pengesahan",
    "disahkan": "Disahkan oleh",
    "nama_sop": "Nama SOP",
}
_HEADS = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}


@dataclass
class Source:
    """The lines, where the SOP's passage begins and ends, and the line of each component's item."""

    lines: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0
    places: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(self.lines) + "\n"


def source_of(
    reading: Reading,
    steps: Sequence[Step],
    signed: str,
    cells: Sequence[Sequence[str]],
    loose: Collection[str],
    others: Sequence[str],
) -> Source:
    """The source text; `signed` is the cell of who signed, `cells` the columns of each step.

    `loose` are keys of the identity whose values the data cannot hold, `others` texts that have
    no place of their own.
    """
    source = Source()
    add = source.lines.append
    source.first = len(source.lines) + 1
    for value in reading.unit:
        add(value.teks)
    add("")
    for key, label in _PAIRS.items():
        text = signed if key == "disahkan" else _text(reading.identitas.get(key))
        if text and key in loose:
            add(loose_line(key, text))
        elif text:
            add(f"{label}\t:\t{text}")
    for key in LISTS:
        if reading.daftar.get(key):
            add("")
            add(_HEADS[key])
            for value in reading.daftar[key]:
                add(value.teks)
    if steps:
        add("")
        heads = [(lane.kelompok, lane.nama.teks) for lane in reading.pelaksana]
        names = [text for pair in heads for text in pair if text]
        add("\t".join(["No.", "Kegiatan", *names, "Kelengkapan", "Waktu", "Output", "Keterangan"]))
        for row in cells:
            add("\t".join(row))
    if total := _text(reading.identitas.get("waktu_total")):
        add("")
        add(f"JUMLAH WAKTU PELAYANAN\t:\t{total}")
    for key, values in reading.komponen.items():
        add("")
        add(f"{key.replace('_', ' ').capitalize()}:")
        for nth, value in enumerate(values):
            add(value.teks)
            source.places[key, nth] = len(source.lines)
    if others:
        add("")
        source.lines += [" ".join(text.split()) for text in others]
    source.last = len(source.lines)
    return source


def loose_line(key: str, text: str) -> str:
    """An identity line whose value the data cannot hold; a note quotes it."""
    return f"{_PAIRS[key]} {text}"


def _text(value: Value | None) -> str:
    return value.teks if value is not None else ""
