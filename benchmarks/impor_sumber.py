"""Reads the sources of the checked SOPs with the importer and counts the cells that are equal.

Run: .venv/bin/python benchmarks/impor_sumber.py [--rinci] [sop_data]

A cell counts as equal when its words, without markup and capitals, are those that the checked data
holds for the source (a recorded correction counts with the words it corrects).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sop_terbuka.data.catalog import load
from sop_terbuka.data.model import Sop
from sop_terbuka.data.provenance import transcribed
from sop_terbuka.data.provenance.passage import normal
from sop_terbuka.intake.readers import read
from sop_terbuka.intake.reading import COLUMNS, Reading

_IDENTITY = {"nomor": "dokumen.nomor", "nama_sop": "nama_sop"} | {
    f"tanggal_{name}": f"dokumen.tanggal_{name}"
    for name in ("pembuatan", "revisi", "efektif", "pengesahan")
}
_LISTS = {
    "dasar_hukum": "dasar_hukum",
    "kualifikasi": "kualifikasi_pelaksana",
    "keterkaitan": "keterkaitan",
    "peralatan": "peralatan",
    "peringatan": "peringatan",
    "pencatatan": "pencatatan",
}


def main() -> None:
    """Print a line for each SOP and the sums."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", default=Path("sop_data"), type=Path)
    parser.add_argument("--rinci", action="store_true", help="print every cell that differs")
    options = parser.parse_args()
    catalog = load(options.data, options.data.parent / "forms")
    readings: dict[str, list[Reading]] = {}
    sums = {"sel": [0, 0], "identitas": [0, 0], "daftar": [0, 0]}
    print(f"{'SOP':52s} sel       identitas daftar")
    for sop in catalog.sop.values():
        if sop.sumber.berkas not in readings:
            readings[sop.sumber.berkas] = read(options.data / "sumber" / sop.sumber.berkas)
        reading = _reading_of(sop, readings[sop.sumber.berkas])
        found = {name: [0, 0] for name in sums}
        for kind, place, wanted, got in _cells(sop, reading):
            found[kind][1] += 1
            if got in wanted:
                found[kind][0] += 1
            elif options.rinci:
                print(f"    {place}: {wanted[0]!r} dibaca {got!r}")
        shown = "  ".join(f"{good:3d}/{count:3d}" for good, count in found.values())
        print(f"{sop.id:50s} {shown}")
        for name, (good, count) in found.items():
            sums[name][0] += good
            sums[name][1] += count
    for name, (good, count) in sums.items():
        print(f"{name}: {good}/{count} = {good / count:.3f}")


def _reading_of(sop: Sop, readings: list[Reading]) -> Reading | None:
    """The reading whose identity stands in the lines that the SOP names."""
    ranges = [sop.sumber.baris, *sop.sumber.baris_lain]

    def weight(reading: Reading) -> int:
        values = list(reading.identitas.values())
        values += [value for row in reading.langkah for value in row.sel.values()]
        places = [place.baris for value in values for place in value.tempat if place.baris]
        return sum(first <= line[0] <= last for line in places for first, last in ranges)

    best = max(readings, key=weight, default=None)
    return best if best is not None and weight(best) else None


def _cells(sop: Sop, reading: Reading | None) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    values = transcribed(sop)
    rows = list(reading.langkah) if reading else []
    for index, step in enumerate(sop.langkah):
        row = rows[index] if index < len(rows) else None
        for column in COLUMNS:
            place = f"langkah[{step.id}].{column}"
            got = _bare(normal(row.teks(column))) if row else ""
            wanted = tuple(map(_bare, values.get(place, ("",))))
            if wanted[0] or got:
                yield "sel", f"{sop.id} {place}", wanted, got
    for key, place in _IDENTITY.items():
        value = reading.identitas.get(key) if reading else None
        got = _bare(normal(value.teks)) if value else ""
        wanted = tuple(map(_bare, values.get(place, ("",))))
        if wanted[0] or got:
            yield "identitas", f"{sop.id} {place}", wanted, got
    for key, field in _LISTS.items():
        texts = [form[0] for place, form in values.items() if place.startswith(f"{field}[")]
        texts = texts or list(values.get(field, ()))
        items = reading.daftar.get(key, ()) if reading else ()
        got = _squeezed("".join(_unmarked(normal(item.teks)) for item in items))
        whole = _squeezed("".join(map(_unmarked, texts)))
        if whole or got:
            yield "daftar", f"{sop.id} {field}", (whole,), got


def _bare(text: str) -> str:
    return "" if text.strip(" -–") == "" else text


def _unmarked(text: str) -> str:
    return text.lstrip("0123456789.)-•➤ ")


def _squeezed(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum())


if __name__ == "__main__":
    main()
