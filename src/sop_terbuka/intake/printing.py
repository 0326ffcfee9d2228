"""A reading as JSON: what `sop impor --bacaan` prints, and what readings are scored by."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from .reading import COLUMNS, EMPTY, LISTS, End, Place, Reading, Row, Value


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain values, with its places and doubts in parallel maps keyed by path."""
    keys = row_keys(reading.langkah)
    shown: dict[str, Any] = {
        "berkas": reading.berkas,
        "jenis_dokumen": reading.jenis,
        "identitas": {
            "unit": [value.teks for value in reading.unit],
            **{key: value.teks for key, value in reading.identitas.items()},
        },
    }
    for name in LISTS:
        shown[name] = [value.teks for value in reading.daftar.get(name, ())]
    if reading.komponen:
        shown["komponen"] = {
            key: [value.teks for value in values] for key, values in reading.komponen.items()
        }
    shown["pelaksana"] = [lane.lengkap for lane in reading.pelaksana]
    if any(lane.kelompok for lane in reading.pelaksana):
        shown["kelompok_pelaksana"] = [lane.kelompok for lane in reading.pelaksana]
    shown["langkah"] = [
        _row(reading, row, key) for row, key in zip(reading.langkah, keys, strict=True)
    ]
    shown["panah"] = [
        [end_name(reading, keys, arrow.dari), end_name(reading, keys, arrow.ke), arrow.label.teks]
        for arrow in reading.panah
        if not arrow.tanpa_kepala
    ]
    for name, arrows in (
        ("panah_dua_arah", [a for a in reading.panah if a.bolak_balik]),
        ("garis_tanpa_kepala", [a for a in reading.panah if a.tanpa_kepala]),
    ):
        if arrows:
            shown[name] = [
                [end_name(reading, keys, a.dari), end_name(reading, keys, a.ke), a.label.teks]
                for a in arrows
            ]
    if reading.lompatan:
        shown["lompatan"] = [
            [end_name(reading, keys, start), end_name(reading, keys, target)]
            for start, target in reading.lompatan
        ]
    if merged := list(_merged(reading.langkah, keys)):
        shown["sel_gabung"] = merged
    if reading.satuan_waktu:
        shown["satuan_waktu"] = reading.satuan_waktu
    shown["raster"] = "seluruh alur berupa gambar" if reading.alur_gambar else "tidak"
    shown["sisa"] = [value.teks for value in reading.sisa]
    shown["pesan"] = list(reading.pesan)
    shown["tempat"] = {
        path: [place_shown(place) for place in places]
        for path, places, _ in _marks(reading)
        if places
    }
    shown["ragu"] = {path: why for path, _, why in _marks(reading) if why}
    return shown


def row_keys(rows: Sequence[Row]) -> list[str]:
    """A name for each row: its number where that is the row's alone, else one made up here."""
    seen = Counter(row.no for row in rows)
    keys: list[str] = []
    made = 0
    for row in rows:
        if row.no and seen[row.no] == 1:
            keys.append(row.no)
        else:
            made += 1
            keys.append(f"x{made}")
    return keys


def end_name(reading: Reading, keys: Sequence[str], end: End) -> str:
    """A symbol as arrows name it: row, lane, and which one where the lane has several."""
    row, index = end
    symbols = reading.langkah[row].simbol
    lane = symbols[index].lajur
    nth = sum(symbol.lajur == lane for symbol in symbols[: index + 1])
    return f"{keys[row]}:{reading.pelaksana[lane].lengkap}" + (f"#{nth}" if nth > 1 else "")


def _row(reading: Reading, row: Row, key: str) -> dict[str, Any]:
    shown: dict[str, Any] = {"no": row.no}
    if key != row.no:
        shown["kunci"] = key
    shown["kegiatan"] = row.teks("kegiatan")
    symbols = []
    lanes: Counter[int] = Counter()
    for symbol in row.simbol:
        lanes[symbol.lajur] += 1
        entry: dict[str, Any] = {
            "pelaksana": reading.pelaksana[symbol.lajur].lengkap,
            "jenis": symbol.jenis,
            "teks": symbol.teks,
        }
        if lanes[symbol.lajur] > 1:
            entry["ke"] = lanes[symbol.lajur]
        if symbol.sampai is not None and symbol.sampai > symbol.lajur:
            entry["membentang"] = [
                lane.lengkap for lane in reading.pelaksana[symbol.lajur : symbol.sampai + 1]
            ]
        symbols.append(entry)
    shown["simbol"] = symbols
    for column in COLUMNS[1:]:
        shown[column] = row.teks(column)
    if row.lajur:
        shown["isi_lajur"] = {
            reading.pelaksana[lane].lengkap: value.teks for lane, value in row.lajur.items()
        }
    if row.tempat:
        shown["halaman"] = row.tempat[0].halaman
    return shown


def _merged(rows: Sequence[Row], keys: Sequence[str]) -> Iterator[list[str]]:
    """Every row a merged cell covers, its first one too."""
    for index, row in enumerate(rows):
        following = rows[index + 1].gabung if index + 1 < len(rows) else frozenset()
        for column in COLUMNS:
            if column in row.gabung or column in following:
                yield [keys[index], column]


def _marks(reading: Reading) -> Iterator[tuple[str, tuple[Place, ...], str]]:
    """Path, places and doubt of everything in the reading."""

    def values(path: str, listed: Sequence[Value]) -> Iterator[tuple[str, tuple[Place, ...], str]]:
        for index, value in enumerate(listed):
            yield f"{path}[{index}]", value.tempat, value.ragu

    yield from values("identitas.unit", reading.unit)
    for key, value in reading.identitas.items():
        yield f"identitas.{key}", value.tempat, value.ragu
    for name, listed in reading.daftar.items():
        yield from values(name, listed)
    for name, listed in reading.komponen.items():
        yield from values(f"komponen.{name}", listed)
    yield from values("pelaksana", [lane.nama for lane in reading.pelaksana])
    for index, row in enumerate(reading.langkah):
        yield f"langkah[{index}]", row.tempat, ""
        for column in COLUMNS:
            value = row.sel.get(column, EMPTY)
            yield f"langkah[{index}].{column}", value.tempat, value.ragu
        for lane, value in row.lajur.items():
            yield f"langkah[{index}].isi_lajur[{lane}]", value.tempat, value.ragu
        for nth, symbol in enumerate(row.simbol):
            yield f"langkah[{index}].simbol[{nth}]", symbol.tempat, symbol.ragu
    for index, arrow in enumerate(reading.panah):
        yield f"panah[{index}]", arrow.tempat, arrow.ragu or arrow.label.ragu
        yield f"panah[{index}].label", arrow.label.tempat, ""
    yield from values("sisa", reading.sisa)


def place_shown(place: Place) -> dict[str, Any]:
    """Where in the file something stands, as far as it is known."""
    shown: dict[str, Any] = {"halaman": place.halaman}
    if place.kotak is not None:
        shown["kotak"] = [round(number, 1) for number in place.kotak]
    if place.sel:
        shown["sel"] = place.sel
    if place.baris is not None:
        shown["baris"] = list(place.baris)
    return shown
