"""Reader of an office's own PDF with a text layer: flow from geometry, no pictures guessed."""

from .reader import read

SUFFIXES = (".pdf",)

__all__ = ["SUFFIXES", "read"]
