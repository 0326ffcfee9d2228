"""What a person has to look at: every value of a reading with its place and its key in the data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..draft.steps import Step, kept
from ..printing import place_shown
from ..reading import COLUMNS, EMPTY, LISTS, Arrow, Place, Reading, Value

_LABELS = {
    "nomor": "Nomor SOP",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "tanggal_pengesahan": "Tanggal pengesahan",
    "nama_sop": "Nama SOP",
    "jabatan_pengesah": "Jabatan pengesah",
    "nama_pengesah": "Nama pengesah",
    "nip_pengesah": "NIP pengesah",
    "judul_matriks": "Judul tabel langkah",
    "waktu_total": "Jumlah waktu",
    "dasar_hukum": "Dasar hukum",
    "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan",
}
_KINDS = {
    "mulai": "mulai",
    "selesai": "selesai",
    "proses": "kotak",
    "keputusan": "belah ketupat",
    "dokumen": "dokumen",
    "penghubung": "penghubung halaman",
    "terminator": "mulai atau selesai",
}
_IN_DATA = {
    "nama_sop": ("nama_sop",),
    "waktu_total": ("waktu_total_tertulis",),
    "jabatan_pengesah": ("dokumen", "disahkan_oleh", "tertulis"),
    "nama_pengesah": ("dokumen", "disahkan_oleh", "tertulis"),
    "nip_pengesah": ("dokumen", "disahkan_oleh", "tertulis"),
}
_LIST_IN_DATA = {"kualifikasi": "kualifikasi_pelaksana"}
Item = dict[str, Any]


def items(reading: Reading) -> list[Item]:
    """Every value, the doubtful ones first, else in the order of the document."""
    found = list(_all(reading))
    return [item for item in found if item["ragu"]] + [item for item in found if not item["ragu"]]


def _all(reading: Reading) -> Iterator[Item]:
    for number, note in enumerate(reading.pesan, start=1):
        yield _item(f"Catatan {number}", note, (), note, ())
    for value in reading.unit:
        yield _value("Kepala dokumen", value, ("dokumen", "kop"))
    for key, value in reading.identitas.items():
        data = _IN_DATA.get(key, ("dokumen", key))
        yield _value(_LABELS.get(key, key), value, data)
    for key in LISTS:
        for number, value in enumerate(reading.daftar.get(key, ()), start=1):
            path = (_LIST_IN_DATA.get(key, key), number - 1)
            yield _value(f"{_LABELS[key]} {number}", value, path)
    for key, values in reading.komponen.items():
        label = key.replace("_", " ").capitalize()
        for number, value in enumerate(values, start=1):
            yield _value(f"{label} {number}", value, ())
    for number, actor in enumerate(reading.pelaksana, start=1):
        yield _value(f"Pelaksana {number}", actor.nama, ("pelaksana", number - 1, "nama"))
    ids = {step.index: step for step in kept(reading)}
    for index, row in enumerate(reading.langkah):
        yield from _row(reading, index, ids.get(index))
        for lane, value in row.lajur.items():
            name = reading.pelaksana[lane].lengkap
            yield _value(f"{_row_name(reading, index)}, sel {name}", value, ())
    for arrow in reading.panah:
        yield _arrow(reading, arrow)
    for number, value in enumerate(reading.sisa, start=1):
        yield _value(f"Belum masuk {number}", value, ())


def _row(reading: Reading, index: int, step: Step | None) -> Iterator[Item]:
    row = reading.langkah[index]
    name = _row_name(reading, index)
    for column in COLUMNS:
        value = row.sel.get(column, EMPTY)
        if value and column not in row.gabung:
            yield _value(f"{name}, {column}", value, _path(step, column))
    for symbol in row.simbol:
        lane = reading.pelaksana[symbol.lajur].lengkap
        text = f"{_KINDS[symbol.jenis]} di kolom {lane}"
        if symbol.teks:
            text = f"{text}, bertulisan {symbol.teks}"
        yield _item(f"{name}, simbol", text, symbol.tempat, symbol.ragu, _path(step, "simbol"))


def _path(step: Step | None, key: str) -> Sequence[str | int]:
    return ("langkah", step.id, key) if step else ()


def _arrow(reading: Reading, arrow: Arrow) -> Item:
    ends = [
        f"{_row_name(reading, row)} ({reading.pelaksana[symbols[nth].lajur].lengkap})"
        for row, nth in (arrow.dari, arrow.ke)
        if (symbols := reading.langkah[row].simbol)
    ]
    between = " bolak-balik dengan " if arrow.bolak_balik else " ke "
    between = " bersama " if arrow.tanpa_kepala else between
    text = between.join(ends)
    if arrow.label:
        text = f"{text}, jawaban {arrow.label.teks}"
    places = (*arrow.label.tempat, *arrow.tempat)
    return _item("Panah", text, places, arrow.ragu or arrow.label.ragu, ())


def _row_name(reading: Reading, index: int) -> str:
    number = reading.langkah[index].no
    return f"Langkah {number}" if number else f"Baris {index + 1} (tanpa nomor)"


def _value(label: str, value: Value, path: Sequence[str | int]) -> Item:
    return _item(label, value.teks, value.tempat, value.ragu, path)


def _item(
    label: str, text: str, places: Sequence[Place], doubt: str, path: Sequence[str | int]
) -> Item:
    return {
        "label": label,
        "teks": text,
        "ragu": doubt,
        "tempat": [place_shown(place) for place in places],
        "data": list(path),
    }


def found_at(record: Any, path: Sequence[str | int]) -> str | None:
    """The text at a key of the data; steps are known by their id. None where there is none."""
    for key in path:
        if isinstance(record, Mapping):
            record = record.get(str(key))
        elif isinstance(record, list) and isinstance(key, int):
            record = record[key] if key < len(record) else None
        elif isinstance(record, list):
            record = next(
                (x for x in record if isinstance(x, Mapping) and x.get("id") == key), None
            )
        else:
            return None
    return _as_text(record)


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, map(_as_text, value)))
    for key in ("tertulis", "teks"):
        if isinstance(value, Mapping) and isinstance(value.get(key), str):
            return str(value[key])
    return ", ".join(f"{k}: {_as_text(v)}" for k, v in value.items())
