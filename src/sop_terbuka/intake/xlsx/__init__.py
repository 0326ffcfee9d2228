"""Reads spreadsheets: cells and merges by openpyxl, the drawn flow from the file's DrawingML."""

from .workbook import SUFFIXES, read, readings

__all__ = ["SUFFIXES", "read", "readings"]
