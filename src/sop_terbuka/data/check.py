"""From nodes to records: every breach of a model becomes a problem on the author's own line."""

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from . import meant
from .model.alur import POLA_ACUAN
from .model.dasar import (
    POLA_GAMBAR,
    POLA_ID,
    POLA_JAM,
    POLA_RENTANG_JAM,
    POLA_TANGGAL,
    POLA_TANGGAL_DOKUMEN,
    POLA_URL,
    IdSop,
)
from .node import Node
from .problem import Place, Problem
from .words import place

Record = TypeVar("Record", bound=BaseModel)
Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Entry(Generic[Record]):
    """A record with the file it was read from, and how that is read again for a place in it.

    The trees of a large site's files would take four times the room of its records, and places
    are asked for only where something is wrong.
    """

    record: Record
    berkas: str
    again: Callable[[], Node | None] = field(compare=False)

    @cached_property
    def node(self) -> Node:
        """All values of the file with their places; none where it is gone by now."""
        return self.again() or Node(1, 1, {}, {})

    def at(self, path: Path, *, is_key: bool = False) -> Place:
        """The place of the value that the path leads to, or of its key."""
        where = self.node.key(path) if is_key else self.node.at(path)
        return Place(self.berkas, where.line, where.column, place(path))


def check(
    node: Node, berkas: str, model: type[Record], record_id: str | None
) -> tuple[Entry[Record] | None, list[Problem]]:
    """Validate a node; `record_id`, from the file's place, is filled in where the file has none."""
    plain = node.plain()
    assert isinstance(plain, dict)  # read_file only gives mappings.
    problems = []
    if record_id is not None:
        written = plain.setdefault("id", record_id)
        if written != record_id:
            at = node.at(("id",))
            shown = _shorten(written) if isinstance(written, str) else "..."
            found = Place(berkas, at.line, at.column, "id").problem(
                "id-berbeda-letak",
                f'"{shown}" tidak sama dengan letak berkasnya.',
                saran=f'Tulis "{record_id}" atau hapus baris ini.',
            )
            problems.append(found)
            plain["id"] = record_id
    try:
        record = model.model_validate(plain)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return None, problems + [
            _problem(detail, node, berkas, model)
            for detail in details
            if not _is_echo(detail, details, model)
        ]
    entry = Entry(record, berkas, lambda: node)
    for path in _misread(record, node, ()):
        pesan = f'"{node.at(path).value}" dapat dibaca berbeda. Tulis {_INTEGER}.'
        problems.append(entry.at(path).problem("jenis-salah", pesan))
    return entry, problems


def _misread(value: object, node: Node, path: Path) -> Iterator[Path]:
    """Numbers that are not read as written: `5.000` would become 5."""
    if isinstance(value, int):
        if node.value != str(value):
            yield path
    elif isinstance(value, BaseModel) and isinstance(node.value, dict):
        for key, inner in node.value.items():
            yield from _misread(getattr(value, key), inner, (*path, key))
    elif isinstance(value, list) and isinstance(node.value, list):
        for n, (item, inner) in enumerate(zip(value, node.value, strict=True)):
            yield from _misread(item, inner, (*path, n))


def _is_echo(detail: ErrorDetails, details: list[ErrorDetails], model: type[BaseModel]) -> bool:
    """Whether a key is missing only because it is misspelt, which is told already."""
    if detail["type"] != "missing":
        return False
    *parent, key = detail["loc"]
    known = _keys(model, tuple(parent))
    return any(
        other["type"] == "extra_forbidden"
        and list(other["loc"][:-1]) == parent
        and f'"{key}"' in meant.key(str(other["loc"][-1]), known)
        for other in details
    )


_INTEGER = "angka saja, tanpa titik, koma, satuan atau Rp, misalnya 5000"
_KINDS = {
    "list_type": "daftar: satu butir per baris, diawali tanda - dan spasi",
    "dict_type": "pasangan kunci: nilai",
    "model_type": "pasangan kunci: nilai",
    "model_attributes_type": "pasangan kunci: nilai",
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_parsing_size": _INTEGER,
}

_PATTERNS = {
    POLA_TANGGAL.pattern: (
        'tanggal "{}" tidak terbaca. Tulis tahun-bulan-hari seperti 2022-02-16, '
        "atau 2022-02, atau 2022.",
        "tanggal-tidak-ada",
    ),
    POLA_TANGGAL_DOKUMEN.pattern: (
        'tanggal "{}" tidak terbaca. Tulis tahun-bulan-hari seperti 2022-02-16, '
        "atau 2022-02, atau 2022; tanpa tahun --02-16 atau --02.",
        "tanggal-tidak-ada",
    ),
    POLA_JAM.pattern: (
        'jam "{}" tidak terbaca. Tulis jam dan menit seperti 08.00.',
        "jam-salah",
    ),
    POLA_RENTANG_JAM.pattern: (
        'jam istirahat "{}" tidak terbaca. Tulis dari dan sampai seperti 12.00-13.00.',
        "jam-salah",
    ),
    POLA_GAMBAR.pattern: (
        'nama gambar "{}" salah bentuk. Tulis nama berkas saja, misalnya logo.svg atau logo.png.',
        "gambar-salah",
    ),
    POLA_URL.pattern: (
        'alamat "{}" tidak boleh dipakai. Tulis alamat lengkap tanpa spasi, diawali https:// atau http://.',
        "tautan-salah",
    ),
    POLA_ID.pattern: (
        'id "{}" salah bentuk. Pakai huruf kecil, angka dan tanda hubung.',
        "id-salah",
    ),
    POLA_ACUAN.pattern: (
        'tujuan "{}" salah bentuk. Tulis id langkah, atau id-langkah.pelaksana, '
        "misalnya periksa.petugas.",
        "id-salah",
    ),
    # The pattern of IdSop has no name of its own.
    str(typing.get_args(IdSop)[1].pattern): (
        'id SOP "{}" salah bentuk. Tulis instansi/nama-berkas, misalnya kota-contoh/kartu-usaha.',
        "id-salah",
    ),
}


def _problem(detail: ErrorDetails, node: Node, berkas: str, model: type[BaseModel]) -> Problem:
    path: Path = detail["loc"]
    kind = detail["type"]
    where = node.at(path)
    if path and path[-1] == "[key]":
        path = path[:-1]
        where = node.key(path)
    pesan, aturan = _message(kind, detail, path, where, model)
    if aturan == "id-salah" and isinstance(where.value, str):
        pesan += meant.an_id(where.value, node)
    if kind == "extra_forbidden":
        where = node.key(path)
        path = path[:-1]
    elif kind == "missing":
        path = path[:-1]
        where = node.key(path)
    return Place(berkas, where.line, where.column, place(path)).problem(aturan, pesan)


def _message(
    kind: str, detail: ErrorDetails, path: Path, where: Node, model: type[BaseModel]
) -> tuple[str, str]:
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        hint = meant.key(str(path[-1]), known) or _listed(known)
        return f'kunci "{path[-1]}" tidak dikenal.{hint}', "kunci-tidak-dikenal"
    if kind == "missing":
        return f'kunci wajib "{path[-1]}" belum ada. Tambahkan "{path[-1]}: ...".', "kunci-kurang"
    if where.value == "":
        return "tidak ada isinya. Isi, atau hapus baris ini bila tidak wajib.", "isi-kosong"
    if kind in _KINDS:
        keys = _listed(_keys(model, path)) if kind.startswith("model") else ""
        if kind == "list_type" and isinstance(where.value, str):
            keys = meant.a_list(where.value)
        return f"harus berupa {_KINDS[kind]}.{keys}", "jenis-salah"
    if isinstance(where.value, list):
        return _list_message(kind, context, len(where.value))
    if isinstance(where.value, dict):
        return f"harus berupa teks. {meant.a_text(where)}", "jenis-salah"
    return _text_message(kind, context, where.value)


def _list_message(kind: str, context: Mapping[str, Any], length: int) -> tuple[str, str]:
    if kind == "too_short" and not length:
        return "daftar ini kosong. Isi paling sedikit satu butir.", "isi-kosong"
    if kind == "too_short":
        return f"berisi {length} butir, seharusnya {context['min_length']}.", "isi-kosong"
    if kind == "too_long":
        return f"berisi {length} butir, seharusnya {context['max_length']}.", "isi-terlalu-panjang"
    return "harus berupa satu teks, bukan daftar. Hapus tanda - atau kurung siku.", "jenis-salah"


def _text_message(kind: str, context: Mapping[str, Any], text: str) -> tuple[str, str]:
    shown = _shorten(text)
    if kind == "literal_error":
        allowed = _expected(context["expected"])
        hint = meant.choice(text, allowed)
        return (
            f'"{shown}" bukan pilihan.{hint} Pilihan: {", ".join(allowed)}.',
            "pilihan-tidak-dikenal",
        )
    if kind == "string_pattern_mismatch":
        message, rule = _PATTERNS.get(str(context["pattern"]), _PATTERNS[POLA_ID.pattern])
        return message.format(shown), rule
    if kind == "string_too_short":
        return "hanya berisi spasi. Isi, atau hapus baris ini bila tidak wajib.", "isi-kosong"
    if kind == "string_too_long":
        return (
            f"terlalu panjang: {len(text)} aksara, paling banyak {context['max_length']}. "
            "Periksa apakah beberapa sel tergabung.",
            "isi-terlalu-panjang",
        )
    if kind == "greater_than_equal":
        return f'bilangan "{shown}" terlalu kecil, paling kecil {context["ge"]}.', "jenis-salah"
    if kind == "less_than_equal":
        return f'bilangan "{shown}" terlalu besar, paling besar {context["le"]}.', "jenis-salah"
    return f'nilai "{shown}" tidak dapat dipakai di sini.', "jenis-salah"


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:57] + "..."


def _expected(text: str) -> list[str]:
    return re.findall(r"'([^']*)'", text)


def _listed(known: list[str]) -> str:
    return f" Kunci yang ada: {', '.join(known)}." if known else ""


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    """Keys allowed in the record that a path leads to."""
    current: Any = model
    for part in path:
        if isinstance(part, str) and _is_model(current):
            field = current.model_fields.get(part)
            current = field.annotation if field else None
        elif isinstance(part, int):
            current = next(iter(typing.get_args(_without_none(current))), None)
        current = _without_none(current)
    return list(current.model_fields) if _is_model(current) else []


def _is_model(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, BaseModel)


def _without_none(annotation: Any) -> Any:
    if typing.get_origin(annotation) is typing.Annotated:
        return _without_none(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(annotation) if kind is not type(None)]
        return _without_none(kinds[0])
    return annotation
