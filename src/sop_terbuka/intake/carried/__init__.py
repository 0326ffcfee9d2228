"""The record that our own papers carry: read back, and compared with what the paper says now."""

from .changes import Changes, Edit, compare
from .record import NAMESPACE, Carried, carried_by, part_of

__all__ = ["NAMESPACE", "Carried", "Changes", "Edit", "carried_by", "compare", "part_of"]
