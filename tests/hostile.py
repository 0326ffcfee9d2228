"""Data in which every free text of every kind of record tries to break out of its place."""

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from sop_terbuka.data.catalog import Catalog

# Each part breaks out of one place: attribute, element, title, script, template, Markdown, icon.
HOSTILE = (
    "\"'><xss-unsur onxss=1></title></script></style><script>alert(1)</script>"
    "{{ 7*7 }}{% raw %}{# x #}[x](javascript:alert(1))<!--]]> a|b *t* `k` [[magnify]] \\u003c"
)
SHORT = "<xss-unsur>{{ 7*7 }"
# Texts that a rule holds to others: a file of sop_data/sumber/, yes, a name with its date, a
# pattern of numbers.
_HELD = {
    ("Sumber", "berkas"),
    ("BagianSumber", "berkas"),
    ("Topik", "internal"),
    ("Sop", "status_oleh"),
    ("Instansi", "pola_nomor"),
}


def whole(*parts: Catalog) -> Catalog:
    """Catalogues as one, with something in every kind of record that stands in another."""
    made: dict[str, dict[str, Any]] = {
        key: {name: item for part in parts for name, item in getattr(part, key).items()}
        for key in ("sop", "instansi", "peraturan", "formulir")
    }
    # Two parts may use one name; every SOP needs the lines that it names.
    texts = sorted(
        (text for part in parts for text in part.sumber.items()), key=lambda t: len(t[1])
    )
    made["sumber"] = dict(texts)
    one = next(iter(made["sop"].values()))
    made["sop"][one.id] = _with(
        one,
        lembar_kerja={
            "form_1": {"nama_skpd": "Dinas"},
            "data": {"judul": "Judul", "penanggung_jawab": {"nama": "Kepala"}},
            "identifikasi": {"nama_kegiatan": "Kegiatan"},
            "langkah": {"awal": [{"teks": "Mulai"}]},
        },
        temuan_pembaca=[
            {"id": "cap", "pada": "Disahkan oleh", "kutipan": "Kepala", "kata": "Nama ganda.",
             "saran": "periksa.", "dasar": [{"jenis": "dinas", "nama": "Laman"}]}
        ],
        tanggapan=[
            {"aturan": "tanpa-penyerahan", "jawaban": "diterima", "oleh": "Kepala",
             "tanggal": "2025-01", "alasan": "Benar."}
        ],
    )  # fmt: skip
    basis = [{"jenis": "dinas", "nama": "Laman"}]
    office = made["instansi"][one.instansi]
    made["instansi"][office.id] = _with(
        office,
        jam_layanan={"uraian": ["Senin"], "dasar": basis},
        pengaduan=[{"nama": "Kotak", "nilai": "Di loket", "dasar": basis}],
        tempat=[{"id": "loket", "nama": "Loket", "dasar": basis}],
        bukan_sop=[{"berkas": next(iter(made["sumber"])), "baris": [1, 1], "isi": "Sampul"}],
    )
    law = next(iter(made["peraturan"].values()))
    made["peraturan"][law.id] = _with(
        law,
        koreksi=[{"tertulis": "UU", "seharusnya": "Undang-Undang", "alasan": "Singkatan."}],
        batas_waktu=[
            {"untuk": "kartu", "teks": "6 hari kerja", "pasal": "Pasal 8", "bukti": "Naskahnya."}
        ],
    )
    form = next(iter(made["formulir"].values()))
    table = {
        "id": "anggota", "label": "Anggota", "tipe": "tabel", "wajib": "tidak", "asal": "usulan",
        "alasan": "Untuk daftar.", "baris_maks": "2", "kolom": [{"id": "nama", "label": "Nama"}],
    }  # fmt: skip
    part = form.bagian[0]
    isian = [*(item.model_dump() for item in part.isian), table]
    made["formulir"][form.id] = form.model_copy(
        update={"bagian": [_with(part, isian=isian), *form.bagian[1:]]}
    )
    situs = {
        "nama": "Situs", "contoh_cari": [{"kata": "kartu", "sop": one.id}],
        "pengelola": {"nama": "Tim", "surel": "tim@contoh.go.id"},
    }  # fmt: skip
    lists = {
        key: tuple({item.id: item for part in parts for item in getattr(part, key)}.values())
        for key in ("istilah", "topik", "audiens", "masalah")
    }
    return Catalog(**made, **lists, situs=_with(parts[0].situs, **situs))


def unused(catalog: Catalog) -> set[str]:
    """The kinds of records that the models know and the catalogue does not hold."""
    known: set[type[BaseModel]] = set()
    held: set[type[BaseModel]] = set()
    for record in records(catalog):
        _kinds(type(record), known)
        held |= {type(item) for item in _inner(record)}
    return {kind.__name__ for kind in known - held}


def _with(record: Any, **changes: Any) -> Any:
    # Only these values are read anew; the others are records already.
    fresh = type(record).model_validate(record.model_dump(exclude_none=True) | changes)
    return record.model_copy(update={key: getattr(fresh, key) for key in changes})


def _kinds(annotation: Any, found: set[type[BaseModel]]) -> None:
    is_record = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if is_record and annotation not in found:
        found.add(annotation)
        for field in annotation.model_fields.values():
            _kinds(field.annotation, found)
    for argument in typing.get_args(annotation):
        _kinds(argument, found)


def _inner(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _inner(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _inner(item)


def hostile(catalog: Catalog) -> Catalog:
    """The catalogue with hostile texts; ids, dates and choices stay, since rules hold them."""
    return Catalog(
        sop=_all(catalog.sop),
        instansi=_all(catalog.instansi),
        peraturan=_all(catalog.peraturan),
        formulir=_all(catalog.formulir),
        istilah=tuple(_changed(item) for item in catalog.istilah),
        topik=tuple(_changed(item) for item in catalog.topik),
        audiens=tuple(_changed(item) for item in catalog.audiens),
        sumber={name: tuple(HOSTILE for _ in lines) for name, lines in catalog.sumber.items()},
        situs=_changed(catalog.situs),
    )


def records(catalog: Catalog) -> Iterator[BaseModel]:
    """Every record of a catalogue."""
    for group in (catalog.sop, catalog.instansi, catalog.peraturan, catalog.formulir):
        yield from group.values()
    yield from (*catalog.istilah, *catalog.topik, *catalog.audiens, catalog.situs)


def untouched(record: BaseModel) -> Iterator[str]:
    """The free texts of a record that are not hostile, by their place."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        held = (type(record).__name__, name) in _HELD
        if not held and _is_free(field.annotation, field) and value not in (HOSTILE, SHORT, None):
            yield f"{type(record).__name__}.{name}: {value!r}"
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, BaseModel):
                yield from untouched(inner)


def _all(group: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _changed(record) for key, record in group.items()}


def _changed(record: Any) -> Any:
    made = {
        name: _value(getattr(record, name), field.annotation, field)
        for name, field in type(record).model_fields.items()
        if (type(record).__name__, name) not in _HELD
    }
    return record.model_copy(update=made)


def _value(value: Any, annotation: Any, field: FieldInfo | None = None) -> Any:
    kind = _without_none(annotation)
    if _is_free(annotation, field):
        longest = _longest(annotation, field)
        return SHORT if longest and longest < len(HOSTILE) else HOSTILE
    if isinstance(value, BaseModel):
        return _changed(value)
    arguments = typing.get_args(kind)
    if isinstance(value, list) and arguments:
        return [_value(item, arguments[0]) for item in value]
    if isinstance(value, dict) and len(arguments) == 2:
        return {key: _value(item, arguments[1]) for key, item in value.items()}
    return value


def _is_free(annotation: Any, field: FieldInfo | None = None) -> bool:
    kind, constraints = _split(annotation)
    constraints += list(field.metadata) if field else []
    patterns = [getattr(item, "pattern", None) for item in constraints]
    return kind is str and not any(patterns)


def _longest(annotation: Any, field: FieldInfo | None) -> int | None:
    _, constraints = _split(annotation)
    constraints += list(field.metadata) if field else []
    found = [getattr(item, "max_length", None) for item in constraints]
    return min((n for n in found if n), default=None)


def _split(annotation: Any) -> tuple[Any, list[Any]]:
    kind = _without_none(annotation)
    if typing.get_origin(kind) is typing.Annotated:
        inner, *constraints = typing.get_args(kind)
        return inner, [c for c in constraints if isinstance(c, StringConstraints) or c]
    return kind, []


def _without_none(annotation: Any) -> Any:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(annotation) if kind is not type(None)]
        return kinds[0]
    return annotation
