"""Reads Word files: tables by python-docx, the drawn flow from DrawingML and VML shapes."""

from .document import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
