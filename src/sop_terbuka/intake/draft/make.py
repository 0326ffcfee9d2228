"""Puts a draft together: the SOP's file, its source text, and records of new regulations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...data.check import check
from ...data.model import Sop
from ...data.node import read_text
from ...data.provenance import missing, unsupported
from ...data.yamltext import Flow, Noted, text_of
from ..reading import LISTS, Reading, Row, Value
from . import dates
from .clean import cleaned
from .components import components, unmarked
from .coverage import Coverage, coverage
from .known import Known
from .source import Source, loose_line, source_of
from .steps import NO_TEXT, UNKNOWN, FlowWriter, Step, activity, actor_ids, kept
from .words import plain_title, sop_slug, unique

_OUTSIDE = re.compile(
    r"^perusahaan\b|\b(?:pemohon|masyarakat|warga|pelanggan|pasien|pelapor|pengadu|orang ?tua"
    r"|siswa|konsumen"
    r"|pengguna layanan|wajib pajak|tamu|pencari kerja|pencaker|pengunjung)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"^[\s\-–—_.…]*$")
_E_SIGNED = re.compile(
    r"(?i)ditandatangani secara elektronik|balai sertifikasi elektronik|pindai kode qr|\bbsre\b"
)
_LIST_KEYS = {"kualifikasi": "kualifikasi_pelaksana"}
_LONGEST, _LONGEST_NAME, _LONGEST_WORD = 3900, 150, 59
_DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")


@dataclass(frozen=True)
class Made:
    """A draft: the SOP's id, its files by their path in the site, and how much it covers."""

    id: str
    files: dict[str, str]
    coverage: Coverage
    doubts: int
    reading: Reading


def drafts(readings: Sequence[Reading], known: Known) -> list[Made]:
    """One draft for each reading, with ids that no other has."""
    return [_draft(reading, known, len(readings) > 1) for reading in readings]


def _draft(reading: Reading, known: Known, is_one_of_many: bool) -> Made:
    reading = _with_steps(_without_bare_numbers(cleaned(reading)))
    title = _title(reading, is_one_of_many)
    name = unique(sop_slug(title), known.taken, "sop")
    known.taken.add(name)
    steps = kept(reading)
    lanes = actor_ids(reading, {key: actor.id for key, actor in known.actors.items()})
    flow = FlowWriter(reading, steps, lanes)
    signed = " ".join(_text(reading, key) for key in ("jabatan_pengesah", "nama_pengesah")).strip()
    if nip := _text(reading, "nip_pengesah"):
        signed = f"{signed} {nip if re.match('(?i)n[ir]p', nip) else f'NIP. {nip}'}"
    cells = [_cells(reading, step) for step in steps]
    loose = _unreadable_dates(reading)
    source = source_of(reading, steps, signed, cells, loose, _leftover(reading))
    file = unique(f"{known.office}-{name}.txt", known.sources, "sumber.txt")
    known.sources.add(file)
    record = _record(reading, known, title, steps, flow, signed, source, file)
    if reading.komponen or not _is_held(f"{known.office}/{name}", record, source):
        # Held to its source as running text: its lines are no table that has a key for each cell.
        record["sumber"] = Flow({**record["sumber"].value, "bentuk": "teks"})
    text = _head(reading) + text_of(record)
    files = {
        f"sop_data/{known.office}/{name}.yml": text,
        f"sop_data/sumber/{file}": source.text,
    }
    files |= known.laws.files()
    return Made(
        f"{known.office}/{name}",
        files,
        coverage(reading.teks_halaman, f"{text}\n{_printed_dates(reading)}"),
        text.count("# PERIKSA:"),
        reading,
    )


def _is_held(sop_id: str, record: dict[str, Any], source: Source) -> bool:
    """Whether every cell of the source is in the data, and every value in the source."""
    node, problems = read_text(text_of(record), sop_id)
    if node is None or problems:
        return False
    entry, _ = check(node, sop_id, Sop, sop_id)
    if entry is None:
        return False
    return not (missing(entry.record, source.lines) or unsupported(entry.record, source.lines))


def _unreadable_dates(reading: Reading) -> list[str]:
    """The dates that are written but cannot be read."""
    texts = {key: _text(reading, key) for key in _DATES}
    return [
        key
        for key, text in texts.items()
        if text and not _EMPTY.match(text) and not dates.read(text)
    ]


def _printed_dates(reading: Reading) -> str:
    """Dates as the file prints them: the draft writes them in numbers."""
    return " ".join(_text(reading, key) for key in reading.identitas if key.startswith("tanggal"))


def _head(reading: Reading) -> str:
    lines = [f"# Dibaca oleh sop impor dari {' '.join(reading.berkas.split())}."]
    lines.append("# Bandingkan dengan berkasnya; hapus setiap catatan PERIKSA sesudah dilihat.")
    lines += [f"# PERIKSA: {' '.join(note.split())}" for note in reading.pesan]
    return "\n".join(lines) + "\n\n"


def _without_bare_numbers(reading: Reading) -> Reading:
    """The reading less the items of which only the number is on the paper."""
    parts = {
        key: tuple(value for value in values if unmarked(value.teks))
        for key, values in reading.komponen.items()
    }
    return replace(reading, komponen={key: values for key, values in parts.items() if values})


def _with_steps(reading: Reading) -> Reading:
    """A service standard's procedure as rows, where it has no table of steps."""
    procedure = reading.komponen.get("prosedur", ())
    if reading.langkah or not procedure:
        return reading
    rows = tuple(
        Row(no=str(n), sel={"kegiatan": replace(value, teks=unmarked(value.teks))})
        for n, value in enumerate(procedure, start=1)
    )
    return replace(reading, langkah=rows)


def _title(reading: Reading, is_one_of_many: bool) -> str:
    """The SOP's name; several matrices under one identity have their own."""
    name = _text(reading, "nama_sop")
    part = _text(reading, "judul_matriks")
    if part and (is_one_of_many or not name):
        name = part
    name = re.sub(r"(?i)^(?:standar(?:d|t)? operasional prosedur|sop)\b[\s:\-]*", "", name)
    return plain_title(name.strip(" .:\"'")) or "SOP tanpa nama"


def _shortened(title: str) -> str:
    """A name that fits a heading: whole words, none longer than a line."""
    words = [word[:_LONGEST_WORD] for word in title.split()]
    found = " ".join(words)
    return found if len(found) <= _LONGEST_NAME else found[:_LONGEST_NAME].rpartition(" ")[0]


def _record(
    reading: Reading,
    known: Known,
    title: str,
    steps: Sequence[Step],
    flow: FlowWriter,
    signed: str,
    source: Source,
    file: str,
) -> dict[str, Any]:
    lanes = actor_ids(reading, {key: actor.id for key, actor in known.actors.items()})
    corrections: list[Any] = []
    notes: list[str] = []
    outside = any(_OUTSIDE.search(lane.lengkap) for lane in reading.pelaksana)
    internal = reading.jenis == "sop-ap" and not outside
    topics = [name for name, is_internal in known.topics if is_internal == internal]
    printed = _text(reading, "nama_sop")
    record: dict[str, Any] = {}
    if reading.jenis != "sop-ap":
        record["jenis_dokumen"] = reading.jenis
    short = _shortened(title)
    record["nama"] = title if short == title else Noted(short, ("dipendekkan; tulis nama pendek",))
    record["nama_sop"] = printed[:_LONGEST] or None
    record["ringkasan"] = Noted(
        f"Tata cara menurut dokumen SOP: {title}.",
        ("tulis satu kalimat: untuk apa layanan ini",),
    )
    audience = "warga" if "warga" in known.audiences and not internal else "internal"
    record["audiens"] = Noted([audience], ("untuk siapa; id dari audiens.yml",))
    record["topik"] = Noted(topics[0] if topics else known.topics[0][0], ("id dari topik.yml",))
    record["status"] = "transkripsi"
    record["dokumen"] = _document(reading, known, signed, corrections, notes)
    for key in LISTS:
        values = _items(reading.daftar.get(key, ()))
        if key == "dasar_hukum":
            record[key] = [_law(value, known) for value in values]
        elif key == "keterkaitan":
            record[key] = [_noted({"teks": value.teks}, value) for value in values]
        else:
            record[_LIST_KEYS.get(key, key)] = [_noted(value.teks, value) for value in values]
    record |= components(reading, source)
    if others := _others(reading):
        record.setdefault("bagian_lain", []).append(others)
    writer = _StepWriter(reading, flow, corrections)
    rows = [writer.step(number, step) for number, step in enumerate(steps, start=1)]
    record["pelaksana"] = _actors(reading, known, lanes, flow.uses_unknown)
    record["langkah"] = rows
    if not rows:
        record["tanpa_langkah"] = "Berkas sumber tidak memuat tabel langkah yang terbaca."
    record["waktu_total_tertulis"] = _text(reading, "waktu_total") or None
    record["koreksi"] = corrections
    record["catatan"] = notes
    record["sumber"] = Flow({"berkas": file, "baris": [str(source.first), str(source.last)]})
    return record


def _leftover(reading: Reading) -> list[str]:
    """Texts that were put nowhere, but for the signing service's own words."""
    texts = [value.teks[:_LONGEST] for value in reading.sisa if not _E_SIGNED.search(value.teks)]
    return [text for text in dict.fromkeys(texts) if not _EMPTY.match(text)]


def _others(reading: Reading) -> Any:
    """The texts that were put nowhere, so that none is lost."""
    texts = _leftover(reading)
    if not texts:
        return None
    note = "pindahkan ke tempatnya, atau hapus bila hanya bagian dari formulir"
    return Noted({"judul": "Tulisan lain pada berkas", "isi": texts}, (note,))


def _document(
    reading: Reading, known: Known, signed: str, corrections: list[Any], notes: list[str]
) -> dict[str, Any]:
    record: dict[str, Any] = {"kop": [value.teks for value in reading.unit]}
    number = _text(reading, "nomor")
    if number and not _EMPTY.match(number):
        record["nomor"] = _noted(number, reading.identitas["nomor"])
    for key in _DATES:
        text = _text(reading, key)
        if not text or _EMPTY.match(text):
            continue
        date = dates.read(text)
        if date is None:
            notes.append(f'Tanggal ini tidak terbaca: "{loose_line(key, text)}".')
            continue
        record[key] = _noted(date, reading.identitas[key])
        if not _is_usual(text):
            corrections.append(
                {
                    "pada": f"dokumen.{key}",
                    "tertulis": text,
                    "menjadi": date,
                    "alasan": "Penulisan tanggal diseragamkan.",
                    "keyakinan": "tinggi",
                }
            )
    if signed:
        official = known.officials.get(_text(reading, "nama_pengesah").casefold())
        who = {"pejabat": official, "tertulis": signed}
        record["disahkan_oleh"] = _noted(who, reading.identitas.get("nama_pengesah", Value()))
    return record


def _is_usual(text: str) -> bool:
    """Whether a printed date has a form that the comparison with the source knows."""
    return bool(re.fullmatch(r"(?:\d{1,2} )?[A-Za-z]{3,9} \d{4}|\d{4}", " ".join(text.split())))


def _actors(reading: Reading, known: Known, lanes: Sequence[str], with_unknown: bool) -> list[Any]:
    found: list[Any] = []
    for lane, name in zip(reading.pelaksana, lanes, strict=True):
        words = lane.nama.teks or name
        actor = known.actors.get(words.casefold())
        side = actor.pihak if actor else "luar" if _OUTSIDE.search(words) else "dalam"
        record = {"id": name, "nama": words, "pihak": side, "kelompok": lane.kelompok or None}
        found.append(_noted(Flow(record), lane.nama))
    if with_unknown or (not found and reading.langkah):
        unknown = {
            "id": UNKNOWN, "nama": "Belum diketahui", "pihak": "dalam", "kolom": "tidak",
        }  # fmt: skip
        found.append(Noted(Flow(unknown), ("hapus bila setiap langkah sudah berpelaksana",)))
    return found


def _law(value: Value, known: Known) -> Any:
    words = value.teks
    name, note = known.laws.id_of(words)
    record: dict[str, Any] = {"peraturan": name, "tertulis": words}
    notes = tuple(part for part in (note, value.ragu) if part)
    return Noted(record, notes) if notes else record


class _StepWriter:
    """Writes the rows one after the other; a merged cell is written where it begins."""

    def __init__(self, reading: Reading, flow: FlowWriter, corrections: list[Any]) -> None:
        self._reading = reading
        self._flow = flow
        self._corrections = corrections

    def step(self, number: int, step: Step) -> dict[str, Any]:
        row = step.row
        record: dict[str, Any] = {"id": step.id}
        if row.no != str(number):
            record["nomor_tertulis"] = row.no[:20]
        record["kegiatan"] = activity(row)
        record |= self._flow.fields(step)
        for column in ("kelengkapan", "waktu", "output", "keterangan"):
            value = row.sel.get(column, Value())
            if column in row.gabung and number > 1:
                continue
            if not value or _EMPTY.match(value.teks):
                continue
            if column == "waktu":
                self._time(record, value)
            elif column == "keterangan":
                record[column] = _noted(value.teks[:_LONGEST], value)
            else:
                record[column] = _noted([part[:_LONGEST] for part in cell_items(value.teks)], value)
        merged = [c for c in ("kelengkapan", "waktu", "output", "keterangan") if c in row.gabung]
        if merged and number > 1:
            record["gabung"] = merged
        return record

    def _time(self, record: dict[str, Any], value: Value) -> None:
        text = value.teks
        unit = self._reading.satuan_waktu
        if unit and re.fullmatch(r"[\d.,\s\-–/]+", text):
            record["waktu"] = f"{text} {unit}"
            self._corrections.append(
                {
                    "pada": f"langkah[{record['id']}].waktu",
                    "tertulis": text,
                    "menjadi": f"{text} {unit}",
                    "alasan": "Satuan tertulis di kepala kolomnya.",
                    "keyakinan": "tinggi",
                }
            )
        else:
            record["waktu"] = _noted(text, value)


def cell_items(text: str) -> list[str]:
    """The items of a cell: at bullets where it has them, else the cell as it is."""
    parts = [part.strip(" ;,") for part in re.split(r"(?:^|\s)[•➤➢▪✓]\s*", text)]
    return [part for part in parts if part]


def _cells(reading: Reading, step: Step) -> list[str]:
    """A step's row of the source text."""
    row = step.row
    lanes = [
        row.lajur[lane].teks if lane in row.lajur else "" for lane in range(len(reading.pelaksana))
    ]
    columns = []
    for column in ("kelengkapan", "waktu", "output", "keterangan"):
        text = "" if column in row.gabung else row.teks(column)
        columns.append(", ".join(cell_items(text)) if column in ("kelengkapan", "output") else text)
    return [row.no, row.teks("kegiatan") or NO_TEXT, *lanes, *columns]


def _text(reading: Reading, key: str) -> str:
    value = reading.identitas.get(key)
    return value.teks if value is not None else ""


def _items(values: Sequence[Value]) -> list[Value]:
    """A list's items without their marks; a printed number with nothing behind it is no item."""
    found = []
    for number, value in enumerate(values, start=1):
        text = unmarked(value.teks, number)[:_LONGEST]
        if not _EMPTY.match(text) and not re.fullmatch(r"\(?\d{1,2}[.)]?", text):
            found.append(replace(value, teks=text))
    return found


def _noted(written: Any, value: Value) -> Any:
    return Noted(written, (value.ragu,)) if value.ragu else written
