"""Reads Word files: tables by python-docx, the drawn flow from DrawingML and VML shapes."""

from .document import SUFFIXES, read, readings

__all__ = ["SUFFIXES", "read", "readings"]
