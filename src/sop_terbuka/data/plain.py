"""A record as the plain keys and values that it was written with."""

from typing import Any

from pydantic import BaseModel

from .model import Sop


def own(record: BaseModel) -> dict[str, Any]:
    """A record's own keys and values; lists are always there, other absent keys stay out."""
    return record.model_dump(mode="json", exclude_none=True)


def written(sop: Sop) -> dict[str, Any]:
    """An SOP as its file writes it: without its id, values left unsaid, and actors of symbols."""
    record = sop.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    for step in record.get("langkah", []):
        if step.get("simbol"):
            step.pop("pelaksana", None)
    return record
