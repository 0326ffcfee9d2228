"""The symbols of a row, for flows that pelaksana, keputusan and berikut cannot say."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from .dasar import Id, Rekaman, Teks, YaTidak

Jenis = Literal["mulai", "selesai", "proses", "keputusan", "dokumen"]
KolomGabung = Literal["kelengkapan", "waktu", "output", "keterangan"]

POLA_ACUAN = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$")
# A row, or one of its symbols: `periksa`, `periksa.petugas`.
Acuan = Annotated[str, StringConstraints(pattern=POLA_ACUAN.pattern, max_length=161)]


class Arah(Rekaman):
    """One way on from a symbol."""

    ke: Acuan = Field(
        description="Tujuannya: id langkah, id-langkah.pelaksana, id-langkah.nama, selesai, "
        "atau tolak."
    )
    bila: Teks | None = Field(None, description="Kata pada panahnya, misalnya Ya atau Teknis.")
    bolak_balik: YaTidak = Field("tidak", description="ya bila panahnya berkepala dua.")
    garis: Literal["panah", "bersama"] = Field(
        "panah", description="bersama: garis tanpa kepala, dikerjakan bersama-sama."
    )


class _OneOrMany:
    """Tells editors that a way may be written as a word, a record, or a list of them."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(core_schema)
        word = {"type": "string", "pattern": POLA_ACUAN.pattern}
        record = many["items"]
        return {"anyOf": [word, record, many | {"items": {"anyOf": [word, record]}}]}


def _as_records(written: Any) -> Any:
    """The ways as a list of records, however short they are written."""
    items = written if isinstance(written, list) else [written]
    return [{"ke": item} if isinstance(item, str) else item for item in items]


class Simbol(Rekaman):
    """One symbol of a row: who, which kind, and where it leads."""

    pelaksana: Id = Field(description="Id pelaksana; kolom tempat simbolnya.")
    jenis: Jenis = Field(description="mulai, selesai, proses, keputusan, atau dokumen.")
    teks: Teks | None = Field(None, description="Teks di dalam simbol pada dokumen.")
    nama: Id | None = Field(
        None, description="Nama pendek bila pelaksana ini punya dua simbol pada langkah yang sama."
    )
    sampai: Id | None = Field(
        None, description="Id pelaksana kolom terakhir bila simbolnya membentang beberapa kolom."
    )
    ke: Annotated[list[Arah], BeforeValidator(_as_records), _OneOrMany()] = Field(
        default_factory=list, description="Ke mana simbol ini menuju; boleh satu atau beberapa."
    )
    tanpa_label: YaTidak = Field(
        "tidak", description="ya bila panah keputusan ini tidak berkata-kata pada dokumen."
    )
