"""The review sheet: one local page that shows, value by value, the file beside what was read."""

from .page import refreshed, sheet_of, sop_of

__all__ = ["refreshed", "sheet_of", "sop_of"]
