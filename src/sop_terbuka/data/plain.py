"""A record as the plain keys and values that it was written with."""

from typing import Any

from pydantic import BaseModel


def own(record: BaseModel) -> dict[str, Any]:
    """A record's own keys and values; lists are always there, other absent keys stay out."""
    return record.model_dump(mode="json", exclude_none=True)
