"""The rules about the data as a whole; each is a small function that yields problems."""

from ..draft import Draft
from ..problem import Problem
from . import alur, content, form_fields, forms, reading, references  # noqa: F401  importing enters their rules in the list
from .registry import ATURAN, CHECKS, Aturan

__all__ = ["ATURAN", "Aturan", "run"]


def run(draft: Draft) -> list[Problem]:
    """Every problem that the rules find in a draft."""
    return [problem for check in CHECKS for problem in check(draft)]
