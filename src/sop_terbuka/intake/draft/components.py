"""The components of a service standard as keys of our data, each with the line it stands on."""

import re
from typing import Any

from ...data.yamltext import Flow, Noted
from ..reading import Reading, Value
from .source import Source

_COMPONENTS = {
    "sarana": "sarana",
    "kompetensi": "kompetensi",
    "pengawasan": "pengawasan_internal",
    "pengaduan": "pengaduan",
    "jumlah_pelaksana": "jumlah_pelaksana",
    "jaminan_pelayanan": "jaminan_pelayanan",
    "jaminan_keamanan": "jaminan_keamanan",
    "evaluasi": "evaluasi_kinerja",
}
_LISTS = {
    "pengertian": "pengertian",
    "tujuan": "tujuan",
    "kebijakan": "kebijakan",
    "ruang_lingkup": "ruang_lingkup",
    "unit_terkait": "unit_terkait",
    "bagan": "bagan",
}
_ELSEWHERE = frozenset({"persyaratan", "prosedur", "jangka_waktu", "biaya", "produk"})
_FREE = re.compile(r"^(?:tidak (?:di)?pungut (?:biaya|bayaran)|gratis|rp\.? ?0\b|-?0 ?rupiah)\W*$")
_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]\s|[-–•➢➤*▪✓]+)\s*")


def unmarked(text: str, number: int = 0) -> str:
    """An item without its printed number or bullet; `number` is its place in a counted list."""
    bare = re.sub(rf"^\s*{number}\s+(?=\S)", "", text) if number else text
    return _MARK.sub("", bare).strip()


def components(reading: Reading, source: Source) -> dict[str, Any]:
    """Requirements, time, fee, product and the rest; absent ones stay out."""
    found: dict[str, Any] = {}
    parts = reading.komponen
    if parts.get("persyaratan"):
        found["persyaratan"] = list(_requirements(parts["persyaratan"], source))
    if parts.get("jangka_waktu"):
        text = " ".join(unmarked(value.teks) for value in parts["jangka_waktu"])
        found["jangka_waktu"] = {"teks": text, "dasar": _basis(source, "jangka_waktu")}
    found["biaya"] = _fee(parts.get("biaya", ()), source)
    if parts.get("produk"):
        found["produk"] = [
            {"nama": unmarked(value.teks), "dasar": _basis(source, "produk", nth)}
            for nth, value in enumerate(parts["produk"])
        ]
    for key, name in _COMPONENTS.items():
        if parts.get(key):
            found[name] = {
                "isi": [unmarked(value.teks) for value in parts[key]],
                "dasar": _basis(source, key),
            }
    for key, name in _LISTS.items():
        if parts.get(key):
            found[name] = [unmarked(value.teks) for value in parts[key]]
    others = [key for key in parts if key not in {*_COMPONENTS, *_LISTS, *_ELSEWHERE}]
    if others:
        found["bagian_lain"] = [
            {
                "judul": key.replace("_", " ").capitalize(),
                "isi": [value.teks for value in parts[key]],
            }
            for key in others
        ]
    return found


def _requirements(values: tuple[Value, ...], source: Source) -> Any:
    group = ""
    for nth, value in enumerate(values):
        text = unmarked(value.teks)
        if text.endswith(":") and len(text) < 90:
            group = text.rstrip(": ")
            continue
        record: dict[str, Any] = {"berkas": text}
        if group:
            record["kelompok"] = group
        optional = re.search(r"(?i)\b(?:bila|jika|apabila) ada\b", text)
        record["wajib"] = "bila-ada" if optional else "ya"
        record["dasar"] = _basis(source, "persyaratan", nth)
        yield record


def _fee(values: tuple[Value, ...], source: Source) -> Any:
    if not values:
        return Flow({"tidak_disebut": "ya"})
    text = " ".join(unmarked(value.teks) for value in values)
    if _FREE.match(text.casefold().strip(" .;")):
        return {"jumlah": "0", "dasar": _basis(source, "biaya")}
    return Noted(
        {"uraian": text, "dasar": _basis(source, "biaya")},
        ("bila tarifnya pasti, tulis sebagai jumlah atau tarif",),
    )


def _basis(source: Source, key: str, nth: int = 0) -> list[Any]:
    return [Flow({"jenis": "sop", "baris": str(source.places[key, nth])})]
