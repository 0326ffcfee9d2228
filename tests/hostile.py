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
# Texts that a rule holds to others: a file of sop_data/sumber/, yes, a name with its date.
_HELD = {("Sumber", "berkas"), ("Topik", "internal"), ("Sop", "status_oleh")}


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
