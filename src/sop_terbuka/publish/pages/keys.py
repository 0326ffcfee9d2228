"""The authors' list of keys, read from the models so that it cannot drift from them."""

import types
import typing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...data.model import Audiens, Instansi, Istilah, Masalah, Peraturan, Situs, Sop, Topik


@dataclass(frozen=True)
class Kunci:
    """One key: its name, what it holds, whether it must be there, and what it means."""

    nama: str
    isi: str
    wajib: bool
    arti: str
    rekaman: str | None


@dataclass(frozen=True)
class RekamanKunci:
    """A record and its keys; `anchor` is where other keys link to."""

    anchor: str
    judul: str
    kunci: tuple[Kunci, ...]


_TITLES: dict[type[BaseModel], str] = {
    Sop: "SOP: <instansi>/<sop>.yml",
    Instansi: "Instansi: <instansi>/instansi.yml",
    Peraturan: "Peraturan: peraturan/<id>.yml",
    Istilah: "Istilah: satu butir di istilah.yml",
    Topik: "Topik: satu butir di topik.yml",
    Audiens: "Audiens: satu butir di audiens.yml",
    Masalah: "Masalah: satu butir di masalah.yml",
    Situs: "Situs: situs.yml",
}

# The id of a file comes from its place, so these need not write one.
_FILES = (Sop, Instansi, Peraturan)


def records() -> list[RekamanKunci]:
    """Every record of the data, the files' own first, then what stands inside them."""
    waiting = list(_TITLES)
    found: dict[type[BaseModel], RekamanKunci] = {}
    while waiting:
        model = waiting.pop(0)
        if model in found:
            continue
        keys = []
        for name, field in model.model_fields.items():
            words, inner = _contents(field.annotation)
            if inner and inner not in found:
                waiting.append(inner)
            required = field.is_required() and not (name == "id" and model in _FILES)
            keys.append(
                Kunci(
                    name,
                    words,
                    required,
                    field.description or "",
                    _anchor(inner) if inner else None,
                )
            )
        found[model] = RekamanKunci(_anchor(model), _TITLES.get(model, model.__name__), tuple(keys))
    return list(found.values())


def _anchor(model: type[BaseModel]) -> str:
    return f"r-{model.__name__.lower()}"


def _contents(annotation: Any) -> tuple[str, type[BaseModel] | None]:
    """What a key holds in an author's words, and the record inside it."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _contents(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _contents(next(a for a in arguments if a is not type(None)))
    if origin is typing.Literal:
        return "salah satu: " + ", ".join(arguments), None
    if origin is list:
        words, inner = _contents(arguments[0])
        return (f"daftar {words}" if not words.startswith("salah") else f"daftar, {words}"), inner
    if origin is dict:
        return "pasangan id: teks", None
    if annotation is int:
        return "bilangan", None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__, annotation
    return "teks", None
