"""A revision as plain data, for JSON."""

import dataclasses
from typing import Any

from .record import Berkas, Revisi


def as_data(revisi: Revisi) -> dict[str, Any]:
    """The records' own fields; empty ones are left out."""
    made = {"versi": 1, "jumlah": revisi.jumlah, "berkas": [_file(file) for file in revisi.berkas]}
    return made | ({"di_luar_data": list(revisi.di_luar_data)} if revisi.di_luar_data else {})


def _file(file: Berkas) -> dict[str, Any]:
    made = _plain(dataclasses.asdict(file))
    made["perubahan"] = [
        _plain(dataclasses.asdict(change)) | {"ringkas": change.ringkas}
        for change in file.perubahan
    ]
    return made


def _plain(made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if value not in (None, (), [], False)}
