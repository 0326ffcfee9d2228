"""Reads plain text and Markdown: tables by tabs or bars, identity lines, lists under headings."""

from .reader import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
