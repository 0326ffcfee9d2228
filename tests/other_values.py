"""Another value for any key of a record, made from its type: new keys are tried by themselves."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

TEXTS = (
    "Lain",
    "lain",
    "2026-01-01",
    "https://lain.test/",
    "08.00",
    "08.00-16.00",
    "lain/lain",
    "3 hari",
)


def another(field: FieldInfo, now: object) -> Any:
    """A valid value of a field that is not the one it has, as it would be written in a file."""
    kind = _kind(field)
    adapter = TypeAdapter(kind)
    old = adapter.dump_python(adapter.validate_python(now), mode="json", exclude_none=True)
    for value in _values(kind):
        made = _read(kind, value)
        if made is not None and (adapter.dump_python(made, mode="json", exclude_none=True) != old):
            return value
    raise AssertionError(f"no other value of {kind} was found")


def _kind(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _read(kind: Any, value: object) -> Any:
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return None


def _first(kind: Any) -> Any:
    for value in _values(kind):
        if _read(kind, value) is not None:
            return value
    raise AssertionError(f"no value of {kind} was found")


def _values(kind: Any) -> Iterator[Any]:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _values(parts[0])
    elif origin in (Union, types.UnionType):
        for part in parts:
            if part is not types.NoneType:
                yield from _values(part)
    elif origin is Literal:
        yield from parts
    elif origin is list:
        yield [_first(parts[0])]
    elif origin is tuple:
        yield [_first(part) for part in parts if part is not Ellipsis]
    elif origin is dict:
        yield {_first(parts[0]): _first(parts[1])}
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields.items()
        yield {name: _first(_kind(field)) for name, field in fields}
        yield {name: _first(_kind(field)) for name, field in fields if field.is_required()}
    elif kind is str:
        yield from TEXTS
    elif kind is int:
        yield from (1, 2)
